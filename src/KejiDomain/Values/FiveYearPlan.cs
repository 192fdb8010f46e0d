using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace KejiDomain;

/// <summary>A national five-year plan (五年规划) by its number: 十三五 is the thirteenth, 2016 to 2020.</summary>
/// <remarks>The first ran from 1953 to 1957, the second from 1958 to 1962; 1963 to 1965 belong to none, and from the third (1966) on they follow without a gap.
/// Order: by number. <c>default</c> is no plan: <see cref="Number"/> is 0 and its years cannot be asked for.</remarks>
/// <example><code>
/// FiveYearPlan.Parse("十四五").Period;           // 2021/2025
/// FiveYearPlan.Containing(2018)?.ToString();     // 十三五
/// </code></example>
[DebuggerDisplay("{ToString(),nq}")]
public readonly record struct FiveYearPlan : ISpanParsable<FiveYearPlan>, IComparable<FiveYearPlan>
{
    private const int Last = 99;

    private const int FirstOfThird = 1966;

    /// <summary>The plan of a number (第几个五年规划).</summary>
    /// <param name="number">From 1 to 99.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside that range.</exception>
    public FiveYearPlan(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, Last);
        Number = number;
    }

    /// <summary>Its number (序号): 14 for 十四五; 0 for the empty value.</summary>
    public int Number { get; }

    /// <summary>Its first year (起始年).</summary>
    /// <exception cref="InvalidOperationException">This is the empty value.</exception>
    public int FirstYear => Number switch
    {
        0 => throw new InvalidOperationException("The empty value has no years."),
        1 => 1953,
        2 => 1958,
        _ => FirstOfThird + (5 * (Number - 3)),
    };

    /// <summary>Its last year (末年), four years after the first.</summary>
    /// <exception cref="InvalidOperationException">This is the empty value.</exception>
    public int LastYear => FirstYear + 4;

    /// <summary>Its years as a period (规划期): <c>2021/2025</c>.</summary>
    /// <exception cref="InvalidOperationException">This is the empty value.</exception>
    public ReportingPeriod Period => ReportingPeriod.FromYears(FirstYear, LastYear);

    /// <summary>The plan that a year belongs to (所属规划), or null for a year before 1953, from 1963 to 1965, or after the 99th plan.</summary>
    /// <param name="year">A calendar year.</param>
    public static FiveYearPlan? Containing(int year) => year switch
    {
        >= 1953 and <= 1957 => new(1),
        >= 1958 and <= 1962 => new(2),
        >= FirstOfThird and < FirstOfThird + (5 * (Last - 2)) => new(((year - FirstOfThird) / 5) + 3),
        _ => null,
    };

    /// <summary>Which year of the plan a calendar year is (第几年), from 1 to 5, or null for a year outside.</summary>
    /// <param name="year">A calendar year.</param>
    public int? OrdinalOf(int year) => Number > 0 && year >= FirstYear && year <= LastYear ? year - FirstYear + 1 : null;

    /// <summary>Reads a plan's short name (简称), with or without quotation marks: 十四五, “十四五”.</summary>
    /// <param name="text">The name.</param>
    /// <exception cref="FormatException">The text names no plan.</exception>
    public static FiveYearPlan Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Parse(text.AsSpan());
    }

    /// <inheritdoc/>
    public static FiveYearPlan Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc cref="Parse(string)"/>
    /// <param name="s">The name.</param>
    /// <param name="provider">Not used.</param>
    public static FiveYearPlan Parse(ReadOnlySpan<char> s, IFormatProvider? provider = null) =>
        TryParse(s, out var plan) ? plan : throw new FormatException($"'{TextSafety.Excerpt(s)}' is not the name of a five-year plan at position 0; one is '十四五'.");

    /// <summary>Reads a plan's short name (简称).</summary>
    /// <param name="text">The name, see <see cref="Parse(string)"/>.</param>
    /// <param name="plan">The plan, or <c>default</c>.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out FiveYearPlan plan)
    {
        plan = default;
        if (text.Length > 2 && text[0] is '“' or '"' or '‘' or '「' && text[^1] is '”' or '"' or '’' or '」')
        {
            text = text[1..^1];
        }

        if (text.Length is < 2 or > 4 || text[^1] != '五')
        {
            return false;
        }

        // 十五五 is the fifteenth: the numeral before the last 五 names the plan.
        if (!ChineseNumber.TryReadWhole(text[..^1], out var number) || number is < 1 or > Last || text.Contains('两'))
        {
            return false;
        }

        plan = new(number);
        return true;
    }

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out FiveYearPlan result) => TryParse(s.AsSpan(), out result);

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out FiveYearPlan result) => TryParse(s, out result);

    /// <summary>Whether the left plan comes before the right one (先于).</summary>
    public static bool operator <(FiveYearPlan left, FiveYearPlan right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left plan comes after the right one (后于).</summary>
    public static bool operator >(FiveYearPlan left, FiveYearPlan right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left plan comes before the right one or is it (不后于).</summary>
    public static bool operator <=(FiveYearPlan left, FiveYearPlan right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left plan comes after the right one or is it (不先于).</summary>
    public static bool operator >=(FiveYearPlan left, FiveYearPlan right) => left.CompareTo(right) >= 0;

    /// <summary>Compares by number.</summary>
    public int CompareTo(FiveYearPlan other) => Number.CompareTo(other.Number);

    /// <summary>The short name, for example 十四五; nothing for the empty value.</summary>
    public override string ToString()
    {
        if (Number == 0)
        {
            return string.Empty;
        }

        var name = new StringBuilder();
        ChineseNumber.Append(name, Number);
        return name.Append('五').ToString();
    }
}
