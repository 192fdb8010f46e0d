using System.Diagnostics;

namespace KejiDomain;

/// <summary>What a figure of a data set implies (推算值), with the data set.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record DerivedFigure
{
    /// <summary>The data set (数据集) whose figure implies it.</summary>
    public required PolicyDataset Dataset { get; init; }

    /// <summary>What is implied (推算): the value, its interval, and the path of the claim in the data set.</summary>
    public required DerivedObservation Derived { get; init; }

    /// <summary>The identifier of the data set and what is implied.</summary>
    public override string ToString() => $"{Dataset.Id} {Derived}";
}
