namespace KejiDomain.Benchmarks.Corpus;

/// <summary>A thousand data sets indexed by identifier, place and indicator, and their figures joined into series across cities.</summary>
public class IndexThousand : CorpusWorkload
{
    protected override int Size => CorpusInput.Many / 10;

    public override void Setup()
    {
        var corpus = PolicyCorpus.Create(Datasets);
        Require(corpus.Datasets.Count == Size && Datasets.All(d => ReferenceEquals(corpus.Find(d.Id), d)), "every data set is found");
        Require(Figures(corpus) == Datasets.Sum(d => d.Series.Sum(s => s.Observations.Count)) && Figures(corpus) >= 5 * Size, "every figure is in one series");
        Require(corpus.Series.Any(s => s.Places.Count >= 100), "series lead across cities");
    }

    public override int Run() => Figures(PolicyCorpus.Create(Datasets));
}
