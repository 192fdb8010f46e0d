using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace KejiDomain;

// Reading printed figures.
public readonly partial record struct Measure : ISpanParsable<Measure>
{
    // What is longer than any figure is none, and need not be read.
    private const int MaxLength = 128;

    /// <summary>Reads a figure as a Chinese text prints it (读数): <c>3128.4万元</c>, <c>约200人</c>, <c>百分之三十四点四</c>, <c>1-2名</c>, <c>*万元</c>.</summary>
    /// <remarks>
    /// <para>The whole text must be one figure: digits of either width (grouped by commas or not) or Chinese numerals, split by 万, 亿 and 万亿 (<c>1亿2000万</c>, <c>13万2</c>);
    /// a qualifier before or after (约 近 超 突破 不低于 / 余 多 以上 以内 左右), a unit or measure word of the tables, a range, a fraction (<c>1/4</c>, 四分之一, 三成), 每万人.</para>
    /// <para><see cref="Printed"/> is the whole text, unit and qualifier included. <see cref="Amount"/> keeps the digits printed, <see cref="Multiplier"/> is the lowest power of ten that is printed:
    /// <c>7.44亿</c> is 7.44 and 8, <c>1亿2000万</c> is 12000 and 4, <c>三万亿</c> is 3 and 12. Where no unit is printed the unit is <c>count</c>; who knows it better says <c>with { Unit = … }</c>.
    /// A masked figure is <see cref="MissingReason.Redacted"/>; two qualifiers around nothing (达到以上) have <see cref="MissingReason.Lost"/> a figure.
    /// A fraction that no decimal equals (1/3) is a range of six places. Where two words qualify a figure, 达 gives way (达到50人以上 is at least 50).</para>
    /// <para>Dates (<c>2023年</c>, <c>9月</c>, <c>20日</c>), ordinals, plans (十三五) and words that only begin with a numeral (十分重要, 三农, 百强) are no figures.</para>
    /// </remarks>
    /// <param name="text">The printed figure, without blanks around it.</param>
    /// <returns>The figure; <see cref="Printed"/> is the text itself.</returns>
    /// <exception cref="FormatException">The text is no figure; the message says where reading stopped.</exception>
    /// <example><code>
    /// var sum = Measure.Parse("3128.4万元");
    /// Console.WriteLine(sum.Value);          // 31284000.0
    /// Console.WriteLine(sum.Multiplier);     // 4
    /// </code></example>
    public static Measure Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out var measure) ? measure : throw NotAMeasure(text);
    }

    /// <inheritdoc/>
    public static Measure Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc cref="Parse(string)"/>
    /// <param name="s">The printed figure, without blanks around it.</param>
    /// <param name="provider">Not used: a printed figure reads the same everywhere.</param>
    public static Measure Parse(ReadOnlySpan<char> s, IFormatProvider? provider = null) => TryParse(s, out var measure) ? measure : throw NotAMeasure(s);

    /// <summary>Reads a figure as printed (读数), keeping the string as <see cref="Printed"/>: nothing is allocated.</summary>
    /// <param name="text">The printed figure, see <see cref="Parse(string)"/>.</param>
    /// <param name="measure">The figure, or <c>default</c> where the text is none.</param>
    /// <returns>Whether the whole text is one figure.</returns>
    /// <example><code>
    /// Measure.TryParse("10余项", out var honours);     // true: 10, over, 项
    /// Measure.TryParse("十分重要", out _);             // false
    /// </code></example>
    public static bool TryParse([NotNullWhen(true)] string? text, out Measure measure)
    {
        if (!TryRead(text, out measure, out _))
        {
            return false;
        }

        measure = measure with { Printed = text };
        return true;
    }

    /// <summary>Reads a figure as printed (读数); only the text that becomes <see cref="Printed"/> is allocated.</summary>
    /// <param name="text">The printed figure, see <see cref="Parse(string)"/>.</param>
    /// <param name="measure">The figure, or <c>default</c> where the text is none.</param>
    /// <returns>Whether the whole text is one figure.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out Measure measure)
    {
        if (!TryRead(text, out measure, out _))
        {
            return false;
        }

        measure = measure with { Printed = text.ToString() };
        return true;
    }

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Measure result) => TryParse(s, out result);

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Measure result) => TryParse(s, out result);

    /// <summary>Reads what is printed, with its noun where that stands elsewhere in the phrase (百 … 支): nothing is allocated, and <see cref="Printed"/> is not set.</summary>
    internal static bool TryReadPrinted(string printed, string? noun, out Measure measure) =>
        TryRead(printed, out measure, out _) || (noun is not null && TryReadCounted(printed, noun, out measure));

    private static bool TryReadCounted(string printed, string noun, out Measure measure)
    {
        Span<char> whole = stackalloc char[MaxLength];
        measure = default;
        return whole.TryWrite($"{printed}{noun}", out var length) && TryRead(whole[..length], out measure, out _);
    }

    private static bool TryRead(ReadOnlySpan<char> text, out Measure measure, out int position)
    {
        if (text.Length is 0 or > MaxLength)
        {
            measure = default;
            position = Math.Min(text.Length, MaxLength);
            return false;
        }

        var reader = new MeasureReader(text);
        var found = reader.TryRead(out measure);
        position = reader.Position;
        return found;
    }

    private static FormatException NotAMeasure(ReadOnlySpan<char> text)
    {
        TryRead(text, out _, out var position);
        return new(string.Create(CultureInfo.InvariantCulture, $"'{TextSafety.Excerpt(text)}' is not a figure: reading stopped at position {position}. One is '3128.4万元'."));
    }
}
