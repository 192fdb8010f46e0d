using System.Diagnostics;

namespace KejiDomain;

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
