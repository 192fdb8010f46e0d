namespace KejiDomain.Benchmarks.Corpus;

/// <summary>Every rule over a thousand data sets, which are held against each other too.</summary>
public class CheckThousand : CorpusWorkload
{
    private PolicyCorpus? _corpus;

    protected override int Size => CorpusInput.Many / 10;

    public override void Setup()
    {
        _corpus = PolicyCorpus.Create(Datasets);
        var report = _corpus.Validate();
        Require(report.IsValid && report.Reports.Count == Size, "every data set is valid");

        var (one, two) = (Datasets[0], Datasets[1]);
        var other = two with { Place = one.Place, Series = [.. one.Series.Select(s => s with { Observations = [.. s.Observations.Select(Greater)] })] };
        Require(PolicyCorpus.Create(one, other).Validate().WarningCount > PolicyCorpus.Create(one, two).Validate().WarningCount, "data sets are held against each other");
    }

    public override int Run() => _corpus!.Validate().Reports.Count;

    private static Observation Greater(Observation observation) =>
        observation.Measure is { Amount: { } amount } measure ? observation with { Measure = measure with { Amount = amount * 2, Printed = null } } : observation;
}
