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
public readonly record struct PartialDate : ITextValue<PartialDate>
{
    private const string DatePattern = "[0-9X]{4}(-[0-9X]{2}(-[0-9X]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2})?)?)?)?\\??";

    private readonly string? _text;

    private PartialDate(string text) => _text = text;

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

    // Fills the masks so that the date is the first or last that exists; a masked year may have to move on to a leap year.
    private static bool TryBound(ReadOnlySpan<char> body, bool latest, out LocalDate date)
    {
        var years = body[..4];
        var months = body.Length >= 7 ? body[5..7] : "XX";
        var days = body.Length >= 10 ? body[8..10] : "XX";
        for (var i = 0; i < 9999; i++)
        {
            var year = latest ? 9999 - i : 1 + i;
            if (!Fits(years, year))
            {
                continue;
            }

            for (var m = 0; m < 12; m++)
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

            // Without a mask in the year there is no other; with one, leap years recur within eight.
            if (!years.Contains('X'))
            {
                break;
            }
        }

        date = default;
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

    private static bool IsValid(ReadOnlySpan<char> text)
    {
        var body = text.EndsWith("?") ? text[..^1] : text;
        return HasShape(body) && TryBound(body, latest: false, out _);
    }
}
