using KejiDomain.Benchmarks.Reading;
using KejiDomain.Json;
using KejiDomain.Validation;

namespace KejiDomain.Benchmarks.Validating;

/// <summary>The families of rules that look at records and at what they refer to, without those on figures, dates and names: those that other libraries can be given, and more.</summary>
public class RulesOfRecords : ReadWorkload
{
    public override void Setup()
    {
        Require(Run() == 0, "the data sets are valid");

        var dataset = Source.Datasets[0];
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
        var codes = new HashSet<string>();
        Check(broken, i => codes.Add(i.Code));
        Require(
            codes.IsSupersetOf([IssueCodes.UnknownSource, IssueCodes.NoEvidence, IssueCodes.DuplicateIdentifier, IssueCodes.DuplicateSeries, IssueCodes.MeasureEmpty]),
            "the rules are run");
    }

    public override int Run()
    {
        var errors = 0;
        foreach (var dataset in Source.Datasets)
        {
            Check(dataset, i => errors += i.Severity == Severity.Error ? 1 : 0);
        }

        return errors;
    }

    protected override int Read(byte[] document) => throw new NotSupportedException();

    private static void Check(PolicyDataset dataset, Action<Issue> report)
    {
        using var index = new RecordIndex(dataset, DroppedParts.None, report);
        using var figures = new FigureIndex(dataset);
        RecordRules.Run(dataset, index, ValidationOptions.Default, report);
        new RelationRules(dataset, index, figures, report).Run();
    }
}
