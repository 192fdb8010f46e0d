namespace KejiDomain.Tables;

/// <summary>The series of one data set (数据集的序列), as read back from tables.</summary>
public sealed record DatasetSeries
{
    /// <summary>The data set's identifier (标识).</summary>
    public required DatasetId Dataset { get; init; }

    /// <summary>Its series with all their figures (序列), in the order of the table.</summary>
    public required ValueList<IndicatorSeries> Series { get; init; }
}
