using System.Diagnostics;

namespace KejiDomain;

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
