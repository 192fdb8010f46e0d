using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Serialization;
using NodaTime;

namespace KejiDomain;

/// <summary>The time that a figure, a plan or an act belongs to (时期): one text of ISO 8601-2 (EDTF) with the quarters and halves of SDMX.</summary>
/// <remarks>
/// <para>Forms: any <see cref="PartialDate"/>; <c>2023-Q1</c>, <c>2023-S1</c>; a range <c>2022/2024</c> whose ends are dates; an open end <c>2021/..</c> or an unknown one <c>/2030</c>;
/// separate years <c>{2014,2017}</c>; every year <c>R/P1Y</c>. A year may be masked (<c>XXXX-Q1</c>) and the whole doubted (<c>2023-Q1?</c>). There are no durations, so that each period has one form.</para>
/// <para>A range that ends before it begins can be stored, since a source may print it; validation warns. Order: by <see cref="Earliest"/> (none first), then by <see cref="Latest"/> (none last), then by text.</para>
/// </remarks>
[JsonConverter(typeof(TextValueJsonConverter<ReportingPeriod>))]
[DebuggerDisplay("{ToString(),nq}")]
public readonly record struct ReportingPeriod : ITextValue<ReportingPeriod>, IKeptText<ReportingPeriod>
{
    private const string Open = "..";

    private const int MaxLength = 400;

    private readonly string? _text;

    private ReportingPeriod(string text) => _text = text;

    static TextKinds IKeptText<ReportingPeriod>.Kind => TextKinds.Period;

    static ReportingPeriod IKeptText<ReportingPeriod>.Keep(string text) => new(text);

    /// <inheritdoc/>
    public static TextFormat Format { get; } = new(
        "period",
        "时期",
        $"^({PartialDate.PatternBody}|[0-9X]{{4}}-(Q[1-4]|S[12])\\??|{PartialDate.PatternBody}/({PartialDate.PatternBody}|\\.\\.)?|(\\.\\.)?/{PartialDate.PatternBody}|\\{{{PartialDate.PatternBody}(,{PartialDate.PatternBody})+\\}}|R/P[1-9][0-9]?[YMWD])$",
        "2022/2024",
        IssueCodes.InvalidPeriod,
        MaxLength);

    /// <inheritdoc/>
    public bool IsEmpty => _text is null;

    /// <summary>Whether it recurs (每年 and its like): <c>R/P1Y</c>.</summary>
    public bool IsRecurring => _text is not null && _text[0] == 'R';

    /// <summary>Whether it is several separate dates (集合): <c>{2014,2017}</c>.</summary>
    public bool IsSet => _text is not null && _text[0] == '{';

    /// <summary>Whether it has a beginning and an end of its own, one of them perhaps open or unknown (区间).</summary>
    public bool IsRange => _text is not null && !IsRecurring && _text.Contains('/');

    /// <summary>Whether a digit is masked (掩去).</summary>
    public bool IsMasked => _text is not null && _text.Contains('X');

    /// <summary>Whether it is doubted (存疑).</summary>
    public bool IsDoubtful => _text is not null && _text.Contains('?');

    /// <summary>The first day that it can include (最早), or null for an open or unknown beginning, a recurrence or the empty value.</summary>
    public LocalDate? Earliest => Bound(latest: false);

    /// <summary>The last day that it can include (最晚), or null for an open or unknown end, a recurrence or the empty value.</summary>
    public LocalDate? Latest => Bound(latest: true);

    /// <summary>The calendar year (年) that it is, or null where it is anything else or masked.</summary>
    public int? Year => _text is { Length: 4 or 5 } && PartialDate.TryParse(_text, out var date) ? date.Year : null;

    /// <summary>A date as a period.</summary>
    /// <param name="date">The date.</param>
    public static implicit operator ReportingPeriod(PartialDate date) => date.IsEmpty ? default : new(date.ToString());

    /// <summary>The period of a calendar year.</summary>
    /// <param name="year">From 1 to 9999.</param>
    /// <exception cref="ArgumentOutOfRangeException">The year is outside that range.</exception>
    public static ReportingPeriod FromYear(int year) => PartialDate.FromYear(year);

    /// <summary>The calendar years from one to another (起止年份), both included.</summary>
    /// <param name="first">The first year, from 1 to 9999.</param>
    /// <param name="last">The last year, not before the first.</param>
    /// <exception cref="ArgumentOutOfRangeException">A year is outside that range, or the last one is before the first.</exception>
    /// <example><code>
    /// ReportingPeriod.FromYears(2021, 2025);     // 2021/2025
    /// </code></example>
    public static ReportingPeriod FromYears(int first, int last)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(last, first);
        return first == last ? FromYear(first) : new($"{PartialDate.FromYear(first)}/{PartialDate.FromYear(last)}");
    }

    /// <summary>Reads the time that a Chinese text prints (时间表述): 2022-2024年, 前三季度, 十四五末, 截至2022年底, 12月17日, 近三年.</summary>
    /// <remarks>
    /// <para>What is not printed stays open: 12月17日 is <c>XXXX-12-17</c>, 1-9月 is <c>XXXX-01/XXXX-09</c>, *年 is <c>XXXX</c>. 年底 is December, 截至 the last day of what follows, 十四五末 the last year of the plan,
    /// 2021年以来 has an open end, 2030年前 an unknown beginning, 每年 recurs, 2014年、2017年 is a set. A weekday that the date does not fall on makes it doubtful (<c>?</c>).</para>
    /// <para>Words that are reckoned from the day of writing need the anchor: 去年, 昨日, 上周五, and 近三年, which ends with the anchor's year (过去三年 ends before it). The anchor gives no year to 12月17日.</para>
    /// </remarks>
    /// <param name="text">The printed words, and nothing else.</param>
    /// <param name="anchor">The day, month or year of writing, or null.</param>
    /// <exception cref="FormatException">The text prints no time, or one that needs an anchor; the message says where reading stopped.</exception>
    /// <example><code>
    /// ReportingPeriod.ParsePrinted("2022-2024年");                                          // 2022/2024
    /// ReportingPeriod.ParsePrinted("截至2022年底");                                         // 2022-12-31
    /// ReportingPeriod.ParsePrinted("去年前三季度", PartialDate.Parse("2023-07-11"));        // 2022-01/2022-09
    /// </code></example>
    public static ReportingPeriod ParsePrinted(string text, PartialDate? anchor = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return PeriodReader.TryRead(text, anchor, out var period, out var position)
            ? new(period)
            : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"'{TextSafety.Excerpt(text)}' prints no time: reading stopped at position {position}. One is '2022-2024年'."));
    }

    /// <summary>Reads the time that a Chinese text prints (时间表述), see <see cref="ParsePrinted(string, PartialDate?)"/>.</summary>
    /// <param name="text">The printed words, and nothing else.</param>
    /// <param name="anchor">The day, month or year of writing, or null.</param>
    /// <param name="period">The period, or <c>default</c>.</param>
    /// <returns>Whether the whole text prints one time, and an anchor is there where it needs one.</returns>
    public static bool TryParsePrinted(ReadOnlySpan<char> text, PartialDate? anchor, out ReportingPeriod period)
    {
        period = PeriodReader.TryRead(text, anchor, out var edtf, out _) ? new(edtf) : default;
        return period._text is not null;
    }

    /// <summary>Reads a period.</summary>
    /// <param name="text">A text such as <c>2022/2024</c>.</param>
    /// <exception cref="FormatException">The text is not a period.</exception>
    public static ReportingPeriod Parse(string text) => TextFormat.Parse<ReportingPeriod>(text);

    /// <inheritdoc/>
    public static ReportingPeriod Parse(string s, IFormatProvider? provider) => TextFormat.Parse<ReportingPeriod>(s);

    /// <inheritdoc/>
    public static ReportingPeriod Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => TextFormat.Parse<ReportingPeriod>(s);

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> text, out ReportingPeriod value)
    {
        value = IsValid(text) ? new(text.ToString()) : default;
        return value._text is not null;
    }

    /// <inheritdoc/>
    public static bool TryParse(string? s, IFormatProvider? provider, out ReportingPeriod result)
    {
        // A string that is at hand is kept, so that nothing is allocated.
        result = s is not null && IsValid(s) ? new(s) : default;
        return result._text is not null;
    }

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out ReportingPeriod result) => TryParse(s, out result);

    /// <summary>The same period one year earlier, as a growth rate compares it, or null where that is not a calendar year, half, quarter, month or run of months within a year.</summary>
    public ReportingPeriod? PreviousYear()
    {
        // 1-9月: 2022-01/2022-09.
        if (_text is { Length: 15 } && !IsMasked && _text[4] == '-' && _text[7] == '/' && _text[12] == '-' && _text.AsSpan(0, 4).SequenceEqual(_text.AsSpan(8, 4)))
        {
            var before = int.Parse(_text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture) - 1;
            return before == 0 ? null : new(string.Create(CultureInfo.InvariantCulture, $"{before:D4}{_text.AsSpan(4, 4)}{before:D4}{_text.AsSpan(12)}"));
        }

        if (_text is null || IsMasked || IsSet || IsRecurring || IsRange || _text.Length > 8 || _text.TrimEnd('?').Length is not (4 or 7))
        {
            return null;
        }

        var year = int.Parse(_text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture);
        return year == 1 ? null
            : _text.Length == 4 && year - Years.First is > 0 and <= Years.Count and var next ? new(Years.Texts[next - 1])
            : new(string.Create(CultureInfo.InvariantCulture, $"{year - 1:D4}{_text.AsSpan(4)}"));
    }

    /// <summary>Compares by <see cref="Earliest"/> (none first), then <see cref="Latest"/> (none last), then text.</summary>
    public int CompareTo(ReportingPeriod other)
    {
        var order = (Earliest ?? LocalDate.MinIsoValue).CompareTo(other.Earliest ?? LocalDate.MinIsoValue);
        order = order != 0 ? order : (Latest ?? LocalDate.MaxIsoValue).CompareTo(other.Latest ?? LocalDate.MaxIsoValue);
        return order != 0 ? order : string.CompareOrdinal(_text, other._text);
    }

    /// <summary>The text; nothing for the empty value.</summary>
    public override string ToString() => _text ?? string.Empty;

    private static bool IsPeriod(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > MaxLength)
        {
            return false;
        }

        if (text[0] == 'R')
        {
            return text.StartsWith("R/P")
                && text.Length is 5 or 6
                && text[3] is >= '1' and <= '9'
                && (text.Length == 5 || char.IsAsciiDigit(text[4]))
                && text[^1] is 'Y' or 'M' or 'W' or 'D';
        }

        if (text[0] == '{')
        {
            return text[^1] == '}' && IsSetBody(text[1..^1]);
        }

        var slash = text.IndexOf('/');
        if (slash < 0)
        {
            return PartialDate.IsValid(text) || IsPartOfYear(text);
        }

        var start = text[..slash];
        var end = text[(slash + 1)..];

        // Two ends that read alike are one date, unless a mask hides that they differ.
        return IsEnd(start) && IsEnd(end) && (HasDate(start) || HasDate(end)) && (!start.SequenceEqual(end) || start.Contains('X'));
    }

    private static bool IsSetBody(ReadOnlySpan<char> body)
    {
        var count = 0;
        foreach (var range in body.Split(','))
        {
            count++;
            if (!PartialDate.IsValid(body[range]))
            {
                return false;
            }
        }

        return count > 1;
    }

    private static bool IsPartOfYear(ReadOnlySpan<char> text)
    {
        text = text.EndsWith("?") ? text[..^1] : text;
        return text.Length == 7
            && text[4] == '-'
            && PartialDate.IsValid(text[..4])
            && ((text[5] == 'Q' && text[6] is >= '1' and <= '4') || (text[5] == 'S' && text[6] is '1' or '2'));
    }

    private static bool IsEnd(ReadOnlySpan<char> end) => !HasDate(end) || PartialDate.IsValid(end);

    private static bool HasDate(ReadOnlySpan<char> end) => end.Length > 0 && !end.SequenceEqual(Open);

    private LocalDate? Bound(bool latest)
    {
        if (_text is null || IsRecurring)
        {
            return null;
        }

        if (IsSet)
        {
            var dates = _text[1..^1].Split(',').Select(PartialDate.Parse).ToArray();
            return latest ? dates.Max(d => d.Latest) : dates.Min(d => d.Earliest);
        }

        var slash = _text.IndexOf('/');
        if (slash >= 0)
        {
            var end = latest ? _text.AsSpan(slash + 1) : _text.AsSpan(0, slash);
            return HasDate(end) && PartialDate.TryBoundOf(end, latest, out var bound) ? bound : null;
        }

        return PartialDate.TryBoundOf(_text, latest, out var date) ? date : PartOfYearBound(latest);
    }

    private LocalDate PartOfYearBound(bool latest)
    {
        var months = _text![5] == 'Q' ? 3 : 6;
        var first = ((_text[6] - '1') * months) + 1;
        _ = PartialDate.TryBoundOf(_text.AsSpan(0, 4), latest, out var year);
        var month = latest ? first + months - 1 : first;
        return new(year.Year, month, latest ? CalendarSystem.Iso.GetDaysInMonth(year.Year, month) : 1);
    }

    private static bool IsValid(ReadOnlySpan<char> text) => IsPeriod(text);

    // The years that figures are of, so that going back through them allocates nothing.
    private static class Years
    {
        public const int First = 1949;

        public const int Count = 152;

        public static string[] Texts { get; } = [.. Enumerable.Range(First, Count).Select(y => y.ToString(CultureInfo.InvariantCulture))];
    }
}
