using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace KejiDomain;

/// <summary>An observation with the series and the data set that it belongs to (数据点), so that it can be read by itself.</summary>
/// <remarks>Nothing is copied: it holds references. Two are equal where series and observation are equal and of the same data set object. <c>default</c> is empty and belongs to nothing.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public readonly record struct Figure
{
    /// <summary>The data set (数据集).</summary>
    public required PolicyDataset Dataset { get; init; }

    /// <summary>The series (序列): indicator, place, subject and dimensions.</summary>
    public required IndicatorSeries Series { get; init; }

    /// <summary>The observation (观测).</summary>
    public required Observation Observation { get; init; }

    /// <summary>Whether this is <c>default</c>.</summary>
    public bool IsEmpty => Observation is null;

    /// <summary>The indicator (指标).</summary>
    public Indicator Indicator => Series?.Indicator ?? default;

    /// <summary>The place that the figure is of (地域), or null where it is a subject's.</summary>
    public PlaceReference? Place => Series?.Place;

    /// <summary>The period (时期), or null where the source gives none.</summary>
    public ReportingPeriod? Period => Observation?.Period;

    /// <summary>The measure (数值), or null where the source says only claims.</summary>
    public Measure? Measure => Observation?.Measure;

    /// <summary>Whether two are the same statement of the same data set object.</summary>
    public bool Equals(Figure other) =>
        ReferenceEquals(Dataset, other.Dataset) && Equals(Series, other.Series) && Equals(Observation, other.Observation);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Indicator, Period, Measure);

    /// <summary>Indicator, dimensions, period, figure and claims, for example <c>技术合同成交额 2022: 7.44亿元, +185.3%</c>.</summary>
    public override string ToString()
    {
        if (IsEmpty)
        {
            return string.Empty;
        }

        var text = new StringBuilder(Dataset.NameOf(Indicator)?.Zh ?? Indicator.ToString());
        var scope = new List<string>();
        if (Place is { } place && place != Dataset.Place)
        {
            scope.Add(Dataset.NameOf((Reference)place));
        }

        if (Series.Subject is { } subject)
        {
            scope.Add(Dataset.NameOf(subject));
        }

        scope.AddRange(Series.Dimensions.Select(Words));
        if (scope.Count > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $" [{string.Join(", ", scope)}]");
        }

        if (Period is { } period)
        {
            text.Append(CultureInfo.InvariantCulture, $" {period}");
        }

        if (Observation.Modality != Modality.Actual)
        {
            text.Append(CultureInfo.InvariantCulture, $" {Observation.Modality.Definition?.Zh ?? Observation.Modality.ToString()}");
        }

        IEnumerable<string> said = Observation.Claims.Select(c => c.ToString());
        return text.Append(": ").AppendJoin(", ", Measure is { } measure ? said.Prepend(Words(measure)) : said).ToString();
    }

    /// <summary>A measure as it reads: what is printed, with the unit that stands elsewhere: 7.44亿 and 元 are 7.44亿元.</summary>
    internal static string Words(Measure measure)
    {
        var text = measure.ToString();
        var unit = measure.Unit == UnitOfMeasure.Count || measure.Printed is null ? null : measure.Unit.Definition?.Zh;
        var isBare = text.Length > 0 && (char.IsAsciiDigit(text[^1]) || text[^1] is '万' or '亿' or '*');
        return string.Concat(
            text,
            isBare ? unit : null,
            measure.Missing switch
            {
                MissingReason.Redacted => " (隐去)",
                MissingReason.Lost => " (脱落)",
                MissingReason.Blank => " (空白)",
                MissingReason.Unknown => " (不详)",
                _ => null,
            });
    }

    private static string Words(DimensionValue value)
    {
        var list = CodeList.Of(value.Dimension);
        return string.Join('+', value.Codes.Select(c => list?.Find(c.ToString())?.Zh ?? c.ToString()));
    }
}
