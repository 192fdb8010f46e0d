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

/// <summary>One thing that two data sets say differently (冲突).</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record MergeConflict
{
    /// <summary>What it is about (对象): the identifier of a thing, or the key of a figure.</summary>
    public required string Subject { get; init; }

    /// <summary>The member that differs (成员), for example <c>measure</c>.</summary>
    public required string Member { get; init; }

    /// <summary>What the first data set says (甲说).</summary>
    public required ConflictingStatement First { get; init; }

    /// <summary>What the second data set says (乙说).</summary>
    public required ConflictingStatement Second { get; init; }

    /// <summary>Both values with their citations.</summary>
    public override string ToString() => $"{Subject} {Member}: {First} | {Second}";
}

/// <summary>One side of a conflict (一说): the value and the words that say it.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record ConflictingStatement
{
    /// <summary>The data set (数据集).</summary>
    public required DatasetId Dataset { get; init; }

    /// <summary>The value (取值): the text of a figure, else its JSON.</summary>
    public required string Value { get; init; }

    /// <summary>The spans that say it (依据), as the merged data set names its sources.</summary>
    public required ValueList<Citation> Citations { get; init; }

    /// <summary>Value, data set and spans.</summary>
    public override string ToString() => $"{Value} ({Dataset} {string.Join(' ', Citations)})";
}

/// <summary>A record of one data set and one of another, or its old and its new name (对应).</summary>
/// <param name="First">The identifier in the first data set, or the old one.</param>
/// <param name="Second">The identifier in the second data set, or the new one.</param>
public readonly record struct RecordMatch(Reference First, Reference Second)
{
    /// <summary>Both identifiers.</summary>
    public override string ToString() => $"{First} = {Second}";
}
