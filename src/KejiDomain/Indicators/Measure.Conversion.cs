using System.Globalization;
using System.Numerics;

namespace KejiDomain;

// Comparing and converting figures, exactly or not at all.
public readonly partial record struct Measure
{
    /// <summary>The same figure in another unit or power of ten (单位换算), exactly: 元 from 亿元, a fraction from per cent, months from years.</summary>
    /// <remarks>Range, noun, qualifier and missing reason are kept. <see cref="Printed"/> is not, since nothing prints the new figure, and no more precision is claimed than the old one had:
    /// ask the printed measure for its <see cref="Interval"/>.</remarks>
    /// <param name="unit">The unit: the same, or one of the same base in the table of units.</param>
    /// <param name="multiplier">The power of ten: 0 for single units, 4 for 万, 8 for 亿.</param>
    /// <exception cref="ArgumentOutOfRangeException">The power of ten is not between 0 and 16.</exception>
    /// <exception cref="InvalidOperationException">The units have no common base (亩 and 元, 元 and 美元, 月 and 日), or no decimal is exactly the figure.</exception>
    /// <example><code>
    /// Console.WriteLine(Measure.Parse("1.7亿元").InUnit(UnitOfMeasure.CNY).Amount);               // 170000000
    /// Console.WriteLine(Measure.Parse("3128.4万元").InUnit(UnitOfMeasure.CNY, 8).Amount);         // 0.31284
    /// Console.WriteLine(Measure.Parse("34.4%").InUnit(UnitOfMeasure.Permille).Amount);            // 344
    /// </code></example>
    public Measure InUnit(UnitOfMeasure unit, int multiplier = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(multiplier);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(multiplier, 16);
        if (!TryGetFactor(Unit, unit, out var numerator, out var denominator))
        {
            throw new InvalidOperationException($"A figure in '{Unit}' has no exact form in '{unit}': the units have no common base.");
        }

        numerator *= BigInteger.Pow(10, Multiplier ?? 0);
        denominator *= BigInteger.Pow(10, multiplier);
        return this with
        {
            Amount = Convert(Amount, numerator, denominator),
            Low = Convert(Low, numerator, denominator),
            High = Convert(High, numerator, denominator),
            Multiplier = multiplier == 0 ? null : multiplier,
            Unit = unit,
            Printed = null,
        };
    }

    /// <summary>Compares two figures in size (大小比较), where that means something.</summary>
    /// <remarks>Only figures of equal unit compare, whatever their nouns, multipliers and qualifiers: 121家 and 108户, 7000万元 and 1.7亿元. A range compares where it lies wholly on one side or has the same ends;
    /// a missing figure never does. Measures have no total order and therefore no comparison operators.</remarks>
    /// <param name="other">The other figure.</param>
    /// <param name="order">Below 0 where this one is smaller, above 0 where it is greater, 0 where both are equal in size.</param>
    /// <returns>Whether the two compare.</returns>
    /// <example><code>
    /// Measure.Parse("7000万元").TryCompareTo(Measure.Parse("1.7亿元"), out var order);     // true, order below 0
    /// Measure.Parse("121家").TryCompareTo(Measure.Parse("34.4%"), out _);                  // false
    /// </code></example>
    public bool TryCompareTo(Measure other, out int order)
    {
        order = 0;
        if (Unit.IsEmpty || Unit != other.Unit || Missing is not null || other.Missing is not null
            || Scale(Low ?? Amount) is not { } low || Scale(High ?? Amount) is not { } high
            || other.Scale(other.Low ?? other.Amount) is not { } otherLow || other.Scale(other.High ?? other.Amount) is not { } otherHigh)
        {
            return false;
        }

        order = low.CompareTo(otherLow);
        return (low == otherLow && high == otherHigh) || (order < 0 ? high < otherLow : order > 0 && low > otherHigh);
    }

    private static bool TryGetFactor(UnitOfMeasure from, UnitOfMeasure to, out BigInteger numerator, out BigInteger denominator)
    {
        numerator = denominator = BigInteger.One;
        if (from == to && !from.IsEmpty)
        {
            return true;
        }

        if (from.Definition is not { } source || to.Definition is not { } target
            || source.GetExtra("base") is not { } origin || origin != target.GetExtra("base")
            || source.GetExtra("factor") is not { } sourceFactor || target.GetExtra("factor") is not { } targetFactor)
        {
            return false;
        }

        var (up, down) = ReadFactor(sourceFactor);
        var (targetUp, targetDown) = ReadFactor(targetFactor);
        numerator = up * targetDown;
        denominator = down * targetUp;
        return true;
    }

    private static (BigInteger Numerator, BigInteger Denominator) ReadFactor(string factor)
    {
        var slash = factor.IndexOf('/');
        return slash < 0
            ? (BigInteger.Parse(factor, CultureInfo.InvariantCulture), BigInteger.One)
            : (BigInteger.Parse(factor.AsSpan(0, slash), NumberStyles.None, CultureInfo.InvariantCulture), BigInteger.Parse(factor.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture));
    }

    private static decimal? Convert(decimal? figure, BigInteger numerator, BigInteger denominator)
    {
        if (figure is not { } value)
        {
            return null;
        }

        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var digits = ((BigInteger)(uint)bits[2] << 64) | ((BigInteger)unchecked((uint)bits[1]) << 32) | unchecked((uint)bits[0]);
        var up = digits * numerator;
        var down = BigInteger.Pow(10, value.Scale) * denominator;
        var divisor = BigInteger.GreatestCommonDivisor(up, down);
        if (!divisor.IsZero)
        {
            up /= divisor;
            down /= divisor;
        }

        // Now a decimal exists only where nothing but 2 and 5 is left below the line.
        var scale = 0;
        while (!down.IsOne)
        {
            if (++scale > 28)
            {
                throw Inexact();
            }

            up *= 10;
            divisor = BigInteger.GreatestCommonDivisor(up, down);
            up /= divisor;
            down /= divisor;
        }

        var limit = BigInteger.Pow(10, 28);
        if (up >= limit)
        {
            throw Inexact();
        }

        var result = (decimal)up;
        decimal.GetBits(result, bits);
        return new decimal(bits[0], bits[1], bits[2], value < 0, (byte)scale);
    }

    private static InvalidOperationException Inexact() => new("No decimal of 28 digits is exactly the figure in the unit asked for.");
}
