using KejiDomain.Benchmarks.Reading;

namespace KejiDomain.Yardsticks.Rules;

/// <summary>Twenty of our rules with FluentValidation over the records that they are for; ours are some seventy, over every record and member.</summary>
public class FluentRules : ReadWorkload
{
    private readonly DatasetValidator _validator = new();

    public override IEnumerable<string> Inputs => PeerInputs.Names;

    public override void Setup()
    {
        var dataset = Source.Datasets[0];
        Require(Run() == 0, "the data sets are valid");

        // One fault for each kind of rule.
        var broken = dataset with
        {
            Sources = [dataset.Sources[0] with { Id = SourceId.Parse("other") }],
            Organizations = [dataset.Organizations[0] with { Evidence = [] }, dataset.Organizations[0]],
            Series =
            [
                dataset.Series[0] with { Observations = [new Observation { Modality = Modality.Actual, Measure = new Measure { Unit = UnitOfMeasure.Count } }] },
                dataset.Series[0],
            ],
        };
        var names = _validator.Validate(broken).Errors.Select(e => e.ErrorCode).ToHashSet();
        Require(names.IsSupersetOf(["unknown-source", "no-evidence", "duplicate-identifier", "duplicate-series", "measure-empty"]), "rules are run");
    }

    public override int Run() => _validator.Validate(Source.Datasets[0]).Errors.Count;

    protected override int Read(byte[] document) => throw new NotSupportedException();
}
