using KejiDomain.Benchmarks.Reading;
using KejiDomain.Validation;

namespace KejiDomain.Benchmarks.Validating;

/// <summary>Every rule over data sets that are read already; its rate is per byte of their documents.</summary>
public class AllRules : ReadWorkload
{
    public override void Setup()
    {
        Require(Source.Datasets.All(d => Validator.Validate(d).IsValid), "the data sets are valid");

        var dataset = Source.Datasets[0];
        Require(!Validator.Validate(dataset with { Sources = [] }).IsValid, "rules are run");
    }

    public override int Run()
    {
        var issues = 0;
        foreach (var dataset in Source.Datasets)
        {
            issues += Validator.Validate(dataset).Issues.Count;
        }

        return issues;
    }

    protected override int Read(byte[] document) => throw new NotSupportedException();
}
