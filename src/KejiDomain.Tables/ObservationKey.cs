namespace KejiDomain.Tables;

/// <summary>The key of a figure as one text: indicator, place, subject, dimensions, period, modality and ordinal, joined by <c>|</c>.</summary>
internal static class ObservationKey
{
    public static string Of(IndicatorSeries series) => string.Join('|', series.Indicator, series.Place, series.Subject, series.Dimensions);

    public static string Of(string series, Observation observation) => string.Join('|', series, observation.Period, observation.Modality, observation.Ordinal);
}
