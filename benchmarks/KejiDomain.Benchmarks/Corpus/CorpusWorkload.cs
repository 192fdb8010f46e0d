using KejiDomain.Benchmarks.Running;

namespace KejiDomain.Benchmarks.Corpus;

/// <summary>Something done with many data sets together.</summary>
public abstract class CorpusWorkload : Workload
{
    private IReadOnlyList<PolicyDataset>? _datasets;

    public override long Amount => Datasets.Count;

    public override bool CountsItems => true;

    protected IReadOnlyList<PolicyDataset> Datasets => _datasets ??= CorpusInput.First(Size);

    protected abstract int Size { get; }

    protected static int Figures(PolicyCorpus corpus)
    {
        var figures = 0;
        foreach (var series in corpus.Series)
        {
            figures += series.Figures.Count;
        }

        return figures;
    }
}
