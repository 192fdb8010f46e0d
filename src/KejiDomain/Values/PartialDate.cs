using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Serialization;
using NodaTime;

namespace KejiDomain;

/// <summary>A date as a source gives it (日期): ISO 8601-2 (EDTF), with digits masked, the whole doubted, or parts left out.</summary>
/// <remarks>
/// <para>Forms: <c>2023</c>, <c>2023-02</c>, <c>2023-02-20</c>, <c>2018-03-09T10:42:00</c>; any digit of year, month or day may be masked (<c>XXXX-12-17</c>, <c>202X</c>), a final <c>?</c> says doubt.
/// Years run from 0001 to 9999. A mask that no date fits (<c>2023-02-3X</c>) is not a date.</para>
/// <para>Order: by <see cref="Earliest"/>, then coarser before finer, then by text; it is total and agrees with equality. <c>default</c> is empty: the writer refuses it.</para>
/// </remarks>
[JsonConverter(typeof(TextValueJsonConverter<PartialDate>))]
[DebuggerDisplay("{ToString(),nq}")]
public readonly record struct PartialDate : ITextValue<PartialDate>, IKeptText<PartialDate>
{
    private const string DatePattern =
        "[0-9X]{4}(-(0[1-9X]|1[0-2X]|X[0-9X])(-(0[1-9X]|[12][0-9X]|3[01X]|X[0-9X])(T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?)?)?)?\\??";

    private readonly string? _text;

    private PartialDate(string text) => _text = text;

    static TextKinds IKeptText<PartialDate>.Kind => TextKinds.Date;

    static PartialDate IKeptText<PartialDate>.Keep(string text) => new(text);

    /// <inheritdoc/>
    public static TextFormat Format { get; } = new("date", "日期", $"^{DatePattern}$", "2023-02-20", IssueCodes.InvalidDate);

    /// <inheritdoc/>
    public bool IsEmpty => _text is null;

    /// <summary>How fine the date is (精度).</summary>
    public DatePrecision Precision => PrecisionOf(Body.Length);

    /// <summary>Whether the source or the transcriber doubts it (存疑): a final <c>?</c>.</summary>
    public bool IsDoubtful => _text is not null && _text[^1] == '?';

    /// <summary>Whether a digit is masked (掩去).</summary>
    public bool IsMasked => _text is not null && _text.Contains('X');

    /// <summary>The year (年), or null where a digit of it is masked.</summary>
    public int? Year => _text is null || Body[..4].Contains('X') ? null : int.Parse(Body[..4], NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>The first day that it can mean (最早), in the ISO calendar; 0001-01-01 for the empty value.</summary>
    public LocalDate Earliest => _text is null || !TryBound(Body, latest: false, out var date) ? new LocalDate(1, 1, 1) : date;

    /// <summary>The last day that it can mean (最晚); 9999-12-31 for the empty value.</summary>
    public LocalDate Latest => _text is null || !TryBound(Body, latest: true, out var date) ? new LocalDate(9999, 12, 31) : date;

    /// <summary>The day of the week (星期), or null where the day is masked or not given.</summary>
    public IsoDayOfWeek? DayOfWeek => Precision >= DatePrecision.Day && !IsMasked ? Earliest.DayOfWeek : null;

    internal static string PatternBody => DatePattern;

    private ReadOnlySpan<char> Body => _text.AsSpan().TrimEnd('?');

    /// <summary>The date of a day.</summary>
    /// <param name="date">A day of the ISO calendar, from year 1 to 9999.</param>
    /// <exception cref="ArgumentOutOfRangeException">The year is outside that range.</exception>
    public static PartialDate FromDay(LocalDate date)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(date.Year, 1);
        return new(string.Create(CultureInfo.InvariantCulture, $"{date.Year:D4}-{date.Month:D2}-{date.Day:D2}"));
    }

    /// <summary>The date of a year.</summary>
    /// <param name="year">From 1 to 9999.</param>
    /// <exception cref="ArgumentOutOfRangeException">The year is outside that range.</exception>
    public static PartialDate FromYear(int year)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 9999);
        return new(year.ToString("D4", CultureInfo.InvariantCulture));
    }

    /// <summary>Reads a date that a Chinese text prints (日期表述): 2023年2月20日, 二○一一年十月二十四日, 12月17日, 2018-03-09 10:42:00, 昨日.</summary>
    /// <remarks>The forms of <see cref="ReportingPeriod.ParsePrinted(string, PartialDate?)"/> that are one date. A year that is not printed stays masked.</remarks>
    /// <param name="text">The printed words, and nothing else.</param>
    /// <param name="anchor">The day, month or year of writing, for 昨日 and its like, or null.</param>
    /// <exception cref="FormatException">The text prints no date; the message says where reading stopped.</exception>
    /// <example><code>
    /// PartialDate.ParsePrinted("12月17日");                                      // XXXX-12-17
    /// PartialDate.ParsePrinted("昨日", PartialDate.Parse("2023-02-21"));         // 2023-02-20
    /// </code></example>
    public static PartialDate ParsePrinted(string text, PartialDate? anchor = null)
    {
        var period = ReportingPeriod.ParsePrinted(text, anchor).ToString();
        return TryParse(period.AsSpan(), out var date)
            ? date
            : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"'{TextSafety.Excerpt(text)}' prints a period and not a date, read up to position {text.Length}."));
    }

    /// <summary>Reads a date that a Chinese text prints (日期表述), see <see cref="ParsePrinted(string, PartialDate?)"/>.</summary>
    /// <param name="text">The printed words, and nothing else.</param>
    /// <param name="anchor">The day, month or year of writing, or null.</param>
    /// <param name="date">The date, or <c>default</c>.</param>
    public static bool TryParsePrinted(ReadOnlySpan<char> text, PartialDate? anchor, out PartialDate date)
    {
        date = default;
        return ReportingPeriod.TryParsePrinted(text, anchor, out var period) && TryParse(period.ToString().AsSpan(), out date);
    }

    /// <summary>Reads a date.</summary>
    /// <param name="text">An EDTF text such as <c>2023-02-20</c>.</param>
    /// <exception cref="FormatException">The text is not a date.</exception>
    public static PartialDate Parse(string text) => TextFormat.Parse<PartialDate>(text);

    /// <inheritdoc/>
    public static PartialDate Parse(string s, IFormatProvider? provider) => TextFormat.Parse<PartialDate>(s);

    /// <inheritdoc/>
    public static PartialDate Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => TextFormat.Parse<PartialDate>(s);

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> text, out PartialDate value)
    {
        value = IsValid(text) ? new(text.ToString()) : default;
        return value._text is not null;
    }

    /// <inheritdoc/>
    public static bool TryParse(string? s, IFormatProvider? provider, out PartialDate result)
    {
        // A string that is at hand is kept, so that nothing is allocated.
        result = s is not null && IsValid(s) ? new(s) : default;
        return result._text is not null;
    }

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out PartialDate result) => TryParse(s, out result);

    /// <summary>Compares by <see cref="Earliest"/>, then precision, then text.</summary>
    public int CompareTo(PartialDate other)
    {
        var order = Earliest.CompareTo(other.Earliest);
        order = order != 0 ? order : Precision.CompareTo(other.Precision);
        return order != 0 ? order : string.CompareOrdinal(_text, other._text);
    }

    /// <summary>The EDTF text; nothing for the empty value.</summary>
    public override string ToString() => _text ?? string.Empty;

    private static DatePrecision PrecisionOf(int length) => length switch
    {
        <= 4 => DatePrecision.Year,
        7 => DatePrecision.Month,
        10 => DatePrecision.Day,
        16 => DatePrecision.Minute,
        _ => DatePrecision.Second,
    };

    private static bool HasShape(ReadOnlySpan<char> body)
    {
        const string Template = "####-##-##Ttt:tt:tt";
        if (body.Length is not (4 or 7 or 10 or 16 or 19))
        {
            return false;
        }

        for (var i = 0; i < body.Length; i++)
        {
            var c = body[i];
            var fits = Template[i] switch
            {
                '#' => char.IsAsciiDigit(c) || c == 'X',
                't' => char.IsAsciiDigit(c),
                var literal => c == literal,
            };
            if (!fits)
            {
                return false;
            }
        }

        return body.Length < 16
            || (!body[..10].Contains('X') && Number(body[11..13]) < 24 && Number(body[14..16]) < 60 && (body.Length == 16 || Number(body[17..19]) < 60));
    }

    private static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static bool TryExact(ReadOnlySpan<char> body, bool latest, out LocalDate date)
    {
        var year = Number(body[..4]);
        var month = body.Length >= 7 ? Number(body[5..7]) : latest ? 12 : 1;
        if (year == 0 || month is < 1 or > 12)
        {
            date = default;
            return false;
        }

        var length = CalendarSystem.Iso.GetDaysInMonth(year, month);
        var day = body.Length >= 10 ? Number(body[8..10]) : latest ? length : 1;
        var exists = day >= 1 && day <= length;
        date = exists ? new LocalDate(year, month, day) : default;
        return exists;
    }

    // Fills the masks so that the date is the first or last that exists; a masked year may have to move on to a leap year.
    private static bool TryBound(ReadOnlySpan<char> body, bool latest, out LocalDate date)
    {
        if (!body.Contains('X'))
        {
            return TryExact(body, latest, out date);
        }

        var years = body[..4];
        var months = body.Length >= 7 ? body[5..7] : "XX";
        var days = body.Length >= 10 ? body[8..10] : "XX";
        if (!HasDay(months, days))
        {
            date = default;
            return false;
        }

        var choices = 1;
        foreach (var digit in years)
        {
            choices *= digit == 'X' ? 10 : 1;
        }

        for (var i = 0; i < choices; i++)
        {
            var year = Fill(years, latest ? choices - 1 - i : i);
            for (var m = 0; m < 12 && year > 0; m++)
            {
                var month = latest ? 12 - m : 1 + m;
                var length = Fits(months, month) ? CalendarSystem.Iso.GetDaysInMonth(year, month) : 0;
                for (var d = 0; d < length; d++)
                {
                    var day = latest ? length - d : 1 + d;
                    if (Fits(days, day))
                    {
                        date = new LocalDate(year, month, day);
                        return true;
                    }
                }
            }
        }

        date = default;
        return false;
    }

    // The year whose masked digits are those of a number: 20XX and 7 is 2007.
    private static int Fill(ReadOnlySpan<char> mask, int digits)
    {
        var year = 0;
        var weight = 1;
        for (var i = mask.Length - 1; i >= 0; i--)
        {
            year += weight * (mask[i] == 'X' ? digits % 10 : mask[i] - '0');
            digits /= mask[i] == 'X' ? 10 : 1;
            weight *= 10;
        }

        return year;
    }

    // A day that not even a leap year has need not be looked for in ten thousand years.
    private static bool HasDay(ReadOnlySpan<char> months, ReadOnlySpan<char> days)
    {
        const int LeapYear = 2000;
        for (var month = 1; month <= 12; month++)
        {
            var length = Fits(months, month) ? CalendarSystem.Iso.GetDaysInMonth(LeapYear, month) : 0;
            for (var day = 1; day <= length; day++)
            {
                if (Fits(days, day))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool Fits(ReadOnlySpan<char> mask, int number)
    {
        for (var i = mask.Length - 1; i >= 0; i--)
        {
            if (mask[i] != 'X' && mask[i] - '0' != number % 10)
            {
                return false;
            }

            number /= 10;
        }

        return number == 0;
    }

    /// <summary>The first or last day that a text can mean; false where it is no date.</summary>
    internal static bool TryBoundOf(ReadOnlySpan<char> text, bool latest, out LocalDate date)
    {
        var body = text.EndsWith("?") ? text[..^1] : text;
        date = default;
        return HasShape(body) && TryBound(body, latest, out date);
    }

    internal static bool IsValid(ReadOnlySpan<char> text) => TryBoundOf(text, latest: false, out _);
}
