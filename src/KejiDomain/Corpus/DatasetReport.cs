using System.Diagnostics;

namespace KejiDomain.Validation;

/// <summary>The report of one data set of a corpus (数据集报告).</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record DatasetReport
{
    /// <summary>The data set (数据集).</summary>
    public required DatasetId Dataset { get; init; }

    /// <summary>Its issues (问题).</summary>
    public required ValidationReport Report { get; init; }

    /// <summary>The data set and the counts.</summary>
    public override string ToString() => $"{Dataset}: {Report.Summary}";
}
