using System.Diagnostics;
using System.Globalization;

namespace KejiDomain.Tables;

/// <summary>The series of one data set (数据集的序列), as read back from tables.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record DatasetSeries
{
    /// <summary>The data set's identifier (标识).</summary>
    public required DatasetId Dataset { get; init; }

    /// <summary>Its series with all their figures (序列), in the order of the table.</summary>
    public required ValueList<IndicatorSeries> Series { get; init; }

    /// <summary>The data set and how many series it has.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Dataset}: {Series.Count} series");
}
