using System.Diagnostics;
using System.Globalization;

namespace KejiDomain;

/// <summary>A figure that the text implies and does not print (推算值): the base year behind a growth rate, the target behind a completion rate.</summary>
/// <remarks>The library answers it; a file never holds it.</remarks>
/// <example>121家 at +34.4% implies 90 for the year before.</example>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record DerivedObservation
{
    /// <summary>What was derived (推算内容).</summary>
    public required DerivationKind Kind { get; init; }

    /// <summary>The series (序列) that it belongs to, without its observations.</summary>
    public required IndicatorSeries Series { get; init; }

    /// <summary>The period (时期) that it belongs to, or null where the text does not give it.</summary>
    public required ReportingPeriod? Period { get; init; }

    /// <summary>The likeliest value in single units (推算值): a whole number for things counted, rounded to what the printed digits bear.</summary>
    public required decimal? Value { get; init; }

    /// <summary>The values that the printed digits leave possible (取值区间).</summary>
    public required ValueInterval Interval { get; init; }

    /// <summary>The unit (单位).</summary>
    public required UnitOfMeasure Unit { get; init; }

    /// <summary>The path of the claim that it follows from (依据路径).</summary>
    public required string From { get; init; }

    /// <summary>The value as a measure (度量) with 万 or 亿 where that is shorter, or null where only the interval is known.</summary>
    public Measure? ToMeasure()
    {
        if (Value is not { } value)
        {
            return null;
        }

        var power = Unit != UnitOfMeasure.CNY ? null : Math.Abs(value) >= 100_000_000 ? 8 : Math.Abs(value) >= 10_000 ? 4 : (int?)null;
        var amount = power switch { 8 => value / 100_000_000, 4 => value / 10_000, _ => value };
        return new Measure { Amount = amount / 1.0000000000000000000000000000m, Multiplier = power, Unit = Unit };
    }

    /// <summary>Kind, period and value.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Kind} {Series.Indicator} {Period}: {ToMeasure()?.ToString() ?? Interval.ToString()} {Interval}");
}
