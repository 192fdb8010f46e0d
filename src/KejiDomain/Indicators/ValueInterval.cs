using System.Diagnostics;
using System.Globalization;

namespace KejiDomain;

/// <summary>The values that a printed figure leaves possible (取值区间), both ends included; an end that is null is open.</summary>
/// <remarks>All tolerances of the arithmetic rules come from it: there are no others.</remarks>
/// <param name="Low">The least value, or null.</param>
/// <param name="High">The greatest value, or null.</param>
[DebuggerDisplay("{ToString(),nq}")]
public readonly record struct ValueInterval(decimal? Low, decimal? High)
{
    private const int MaxScale = 28;

    /// <summary>Whether the two share a value.</summary>
    /// <param name="other">The other interval.</param>
    public bool Overlaps(ValueInterval other) =>
        !(Low is { } low && other.High is { } otherHigh && low > otherHigh) && !(High is { } high && other.Low is { } otherLow && high < otherLow);

    /// <summary>Whether a value lies inside.</summary>
    /// <param name="value">The value.</param>
    public bool Contains(decimal value) => !(value < Low) && !(value > High);

    /// <summary>Both ends, for example <c>[89.97, 90.11]</c>.</summary>
    public override string ToString() =>
        $"[{Low?.ToString("0.####", CultureInfo.InvariantCulture) ?? "…"}, {High?.ToString("0.####", CultureInfo.InvariantCulture) ?? "…"}]";

    /// <summary>Both ends in the power of ten and the unit that a sum of money is in: <c>[960.7843, 1040.8163]亿元</c>; any other as it is.</summary>
    internal string ToString(in Measure like) =>
        like.Unit == UnitOfMeasure.CNY && Measure.WordOf(like.Multiplier) is { } word && like.Scale(1) is { } one ? $"{DividedBy(one)}{word}元" : ToString();

    /// <summary>The sums that one value of each can have.</summary>
    internal ValueInterval Plus(ValueInterval other) => new(Sum(Low, other.Low), Sum(High, other.High));

    /// <summary>The differences that one value of each can have.</summary>
    internal ValueInterval Minus(ValueInterval other) => new(Sum(Low, -other.High), Sum(High, -other.Low));

    /// <summary>The quotients that one value of each can have, or null where one of them can be negative or the divisor can only be nothing.</summary>
    internal ValueInterval? Over(ValueInterval by)
    {
        if (Low is < 0 || by.High is <= 0 || by.Low is < 0)
        {
            return null;
        }

        try
        {
            return new(by.High is { } most ? Low / most : Low is null ? null : 0, by.Low is > 0 and var least ? High / least : null);
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    /// <summary>As many parts of a whole as a part of it: 100 for per cent as a fraction.</summary>
    internal ValueInterval DividedBy(decimal parts) => new(Low / parts, High / parts);

    /// <summary>A part of a whole in as many parts: 100 for a fraction as per cent.</summary>
    internal ValueInterval MultipliedBy(int parts) => new(Product(Low, parts), Product(High, parts));

    internal static ValueInterval? Of(in Measure measure)
    {
        if (measure.Missing is not null)
        {
            return null;
        }

        if (measure.Amount is null && measure.Scale(measure.Low) is { } low && measure.Scale(measure.High) is { } high)
        {
            var around = low <= high ? HalfPart(measure, low, high) : null;
            return low <= high ? new(low - (around ?? 0), high + (around ?? 0)) : null;
        }

        if (measure.Value is not { } value || measure.Amount is not { } amount || measure.Low is not null || measure.High is not null)
        {
            return null;
        }

        var half = Precision(measure, amount);
        if (half == 0 && measure.Qualifier is null)
        {
            return new(value, value);
        }

        return (measure.Qualifier?.ToString()) switch
        {
            "about" => new(Sum(value, -Math.Max(half, Math.Abs(value) / 10)), Sum(value, Math.Max(half, Math.Abs(value) / 10))),
            "nearly" when value < 0 => new(value, Sum(value, Math.Max(half, -value / 10))),
            "nearly" => new(Sum(value, -Math.Max(half, value / 10)), value),
            "over" or "exceeds" or "breaks-through" or "at-least" => new(value, null),
            "at-most" or "below" => new(null, value),
            _ => new(Sum(value, -half), Sum(value, half)),
        };
    }

    /// <summary>The sum, or null where a decimal cannot hold it: an end that is none is open.</summary>
    internal static decimal? Sum(decimal? one, decimal? other)
    {
        try
        {
            return one + other;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static decimal? Product(decimal? one, int times) => one is null || Math.Abs(one.Value) > decimal.MaxValue / times ? null : one * times;

    // 三分之一 is told from nothing and from two thirds, not from 33%: half of the part that it counts in.
    private static decimal? HalfPart(in Measure measure, decimal low, decimal high)
    {
        const int MostParts = 100;
        if (measure.Unit != UnitOfMeasure.Fraction || low < 0 || high > 1 || measure.Printed is not { } printed
            || !(printed.Contains("分之", StringComparison.Ordinal) || printed.Contains("一半", StringComparison.Ordinal) || printed.AsSpan().ContainsAny('/', '\uFF0F')))
        {
            return null;
        }

        for (var parts = 1; parts <= MostParts; parts++)
        {
            if (decimal.Floor(high * parts) >= low * parts)
            {
                return 0.5m / parts;
            }
        }

        return null;
    }

    // 1.2万 that is written out as 12000, or 1.2亿 as 12000万, is no more exact for it.
    private static Measure? PrintedIn(in Measure measure) =>
        measure.Printed is { } printed && printed.AsSpan().ContainsAny('千', '万', '亿')
        && Measure.TryReadPrinted(printed, measure.Noun, out var read) && read is { Amount: not null, Missing: null } && read.Multiplier > (measure.Multiplier ?? 0) && read.Value == measure.Value
            ? read
            : null;

    // Half a unit of the last digit printed; whole things that are counted singly are exact.
    private static decimal Precision(in Measure measure, decimal amount)
    {
        var scale = amount.Scale;
        if (scale == 0 && Math.Abs(amount) >= 1000 && PrintedIn(measure) is { } printed)
        {
            return Precision(printed, printed.Amount!.Value);
        }

        if (measure.Unit == UnitOfMeasure.Count && scale == 0 && measure.Multiplier is null)
        {
            return 0;
        }

        return HalfPart(measure, amount, amount) ?? (scale < MaxScale ? measure.Scale(new(5, 0, 0, false, (byte)(scale + 1))) ?? 0 : 0);
    }
}
