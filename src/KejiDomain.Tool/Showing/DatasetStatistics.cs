namespace KejiDomain.Tool.Showing;

/// <summary>What there is in a data set, counted over all of its records.</summary>
internal sealed class DatasetStatistics : DatasetVisitor
{
    private DatasetStatistics()
    {
    }

    public int Series { get; private set; }

    public int Observations { get; private set; }

    public int OutlineNodes { get; private set; }

    /// <summary>Spans cited, in evidence and in regions.</summary>
    public int Citations { get; private set; }

    public int Stated { get; private set; }

    public int Restored { get; private set; }

    public int Inferred { get; private set; }

    public int External { get; private set; }

    /// <summary>Members, figures and slogan parts that are said to be missing.</summary>
    public int Missing { get; private set; }

    public int Doubted { get; private set; }

    public static DatasetStatistics Of(PolicyDataset dataset)
    {
        var statistics = new DatasetStatistics();
        statistics.Visit(dataset);
        return statistics;
    }

    protected override void Cite(Citation citation) => Citations++;

    protected override void Enter(in Measure record) => Missing += record.Missing is null ? 0 : 1;

    protected override void Enter(object record)
    {
        switch (record)
        {
            case IndicatorSeries:
                Series++;
                break;
            case Observation:
                Observations++;
                break;
            case OutlineNode:
                OutlineNodes++;
                break;
            case SloganPart { Missing: not null }:
                Missing++;
                break;
            default:
                break;
        }

        // The walk leaves evidence to its statement.
        foreach (var evidence in (record as IStatement)?.Evidence ?? [])
        {
            Count(evidence);
        }
    }

    private void Count(Evidence evidence)
    {
        Citations += evidence.Cite.Count;
        Doubted += evidence.Doubt is null ? 0 : 1;
        if (evidence.Missing is not null)
        {
            Missing++;
            return;
        }

        switch (evidence.Basis)
        {
            case EvidenceBasis.Restored:
                Restored++;
                break;
            case EvidenceBasis.Inferred:
                Inferred++;
                break;
            case EvidenceBasis.External:
                External++;
                break;
            default:
                Stated++;
                break;
        }
    }
}
