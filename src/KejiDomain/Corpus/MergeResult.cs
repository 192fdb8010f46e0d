using System.Diagnostics;

namespace KejiDomain;

/// <summary>What a merge of two data sets gave (合并结果).</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record MergeResult
{
    /// <summary>The merged data set (合并后的数据集).</summary>
    public required PolicyDataset Dataset { get; init; }

    /// <summary>Where the two say different things of the same (冲突); of figures both are kept.</summary>
    public required ValueList<MergeConflict> Conflicts { get; init; }

    /// <summary>Things that bear the same name in both and were not taken for the same (疑似同一), for somebody to decide and to pass as matches.</summary>
    public required ValueList<RecordMatch> Candidates { get; init; }

    /// <summary>The identifiers of the second data set that had to change (改名), because the first has them too.</summary>
    public required ValueList<RecordMatch> Renamed { get; init; }

    /// <summary>The counts on one line.</summary>
    public override string ToString() => $"{Dataset.Id}: {Conflicts.Count} conflicts, {Candidates.Count} candidates, {Renamed.Count} renamed";
}
