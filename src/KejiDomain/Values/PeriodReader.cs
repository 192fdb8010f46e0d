using System.Globalization;
using System.Text;

namespace KejiDomain;

/// <summary>Reads the time that a Chinese text prints into EDTF, from left to right.</summary>
internal ref partial struct PeriodReader
{
    private const int MaxLength = 100;

    private readonly ReadOnlySpan<char> _text;

    private readonly PartialDate? _anchor;

    private int _at;

    private PeriodReader(ReadOnlySpan<char> text, PartialDate? anchor)
    {
        _text = text;
        _anchor = anchor;
    }

    private readonly bool AtEnd => _at == _text.Length;

    private readonly ReadOnlySpan<char> Rest => _text[_at..];

    private readonly char Current => _at < _text.Length ? _text[_at] : default;

    /// <summary>Reads a whole text.</summary>
    /// <param name="printed">The text.</param>
    /// <param name="anchor">The day, month or year that 去年 and its like are reckoned from.</param>
    /// <param name="period">The EDTF text.</param>
    /// <param name="position">Where reading stopped, in the text without its blanks.</param>
    public static bool TryRead(ReadOnlySpan<char> printed, PartialDate? anchor, out string period, out int position)
    {
        period = string.Empty;
        position = 0;
        if (printed.Length is 0 or > MaxLength || IsBlank(printed[0]) || IsBlank(printed[^1]))
        {
            return false;
        }

        Span<char> buffer = stackalloc char[MaxLength];
        var reader = new PeriodReader(Fold(printed, buffer), anchor is { IsEmpty: false, IsMasked: false } ? anchor : null);
        var found = reader.TryReadAll(out period) && ReportingPeriod.TryParse(period, out _);
        position = reader._at;
        return found;
    }

    // Full-width signs and masks in one form; blanks go, but for one between digits, which parts date and time.
    private static ReadOnlySpan<char> Fold(ReadOnlySpan<char> printed, Span<char> buffer)
    {
        var length = 0;
        for (var i = 0; i < printed.Length; i++)
        {
            var c = printed[i] is >= '\uFF01' and <= '\uFF5E' ? (char)(printed[i] - 0xFEE0) : printed[i];
            if (IsBlank(c))
            {
                if (char.IsAsciiDigit(buffer[length - 1]) && ChineseNumber.DigitOf(printed[i + 1]) >= 0)
                {
                    buffer[length++] = ' ';
                }

                continue;
            }

            buffer[length++] = ChineseNumber.IsMask(c) ? '*' : c is '–' or '—' or '―' or '~' or '〜' ? '-' : c;
        }

        return buffer[..length];
    }

    private static bool IsBlank(char c) => c is ' ' or '\u00A0' or '\u3000';

    private bool TryReadAll(out string period)
    {
        period = string.Empty;
        if (TryReadRecurrence(out period) || TryReadIso(out period))
        {
            return AtEnd;
        }

        _at = 0;
        return Skip("截至") || Skip("截止") ? TryReadStock(out period) : TryReadSpan(out period) && AtEnd;
    }

    private bool TryReadStock(out string period)
    {
        if (!TryReadSpan(out period) || !AtEnd || !ReportingPeriod.TryParse(period, out var span) || span.IsRecurring || span.IsSet || (span.IsRange && period.Contains("..", StringComparison.Ordinal)))
        {
            return false;
        }

        // The stock of a day: the last one of what is printed. With a mask the day cannot be told.
        if (!span.IsMasked && span.Latest is { } day)
        {
            period = PartialDate.FromDay(day).ToString();
        }

        return true;
    }

    private bool Skip(string word)
    {
        if (!Rest.StartsWith(word))
        {
            return false;
        }

        _at += word.Length;
        return true;
    }

    private bool TryReadRecurrence(out string period)
    {
        period = string.Empty;
        if (!Skip("每"))
        {
            return false;
        }

        var count = 1;
        if (Current != '年' && TryReadNumber(99, out var several))
        {
            count = several;
        }

        Skip("个");
        var half = Skip("半");
        var (unit, factor) = Skip("年度") || Skip("年") ? ('Y', 1) : Skip("季度") || Skip("季") ? ('M', 3) : Skip("月") ? ('M', 1)
            : Skip("周") || Skip("星期") ? ('W', 1) : Skip("天") || Skip("日") ? ('D', 1) : (default(char), 0);
        if (half && (unit != 'Y' || count != 1))
        {
            return false;
        }

        period = half ? "R/P6M" : string.Create(CultureInfo.InvariantCulture, $"R/P{count * factor}{unit}");
        return factor > 0 && count is > 0 and <= 33;
    }

    // 2018-03-09 10:42:00, 2018/3/9, 2018.3.9; four digits first, so that no other date is meant.
    private bool TryReadIso(out string period)
    {
        period = string.Empty;
        _at = 0;
        if (!TryReadDigits(4, 4, out var year) || Current is not ('-' or '/' or '.'))
        {
            return false;
        }

        var sign = Current;
        _at++;
        if (!TryReadDigits(1, 2, out var month) || month is 0 or > 12)
        {
            return false;
        }

        var text = string.Create(CultureInfo.InvariantCulture, $"{year:D4}-{month:D2}");
        if (Current == sign)
        {
            _at++;
            if (!TryReadDigits(1, 2, out var day))
            {
                return false;
            }

            text += string.Create(CultureInfo.InvariantCulture, $"-{day:D2}");
            if (Current is ' ' or 'T')
            {
                _at++;
                if (!TryReadTime(out var time))
                {
                    return false;
                }

                text += "T" + time;
            }
        }

        period = text;
        return AtEnd && PartialDate.TryParse(text, out _);
    }

    private bool TryReadTime(out string time)
    {
        time = string.Empty;
        if (!TryReadDigits(1, 2, out var hour) || Current is not ':')
        {
            return false;
        }

        _at++;
        if (!TryReadDigits(2, 2, out var minute))
        {
            return false;
        }

        time = string.Create(CultureInfo.InvariantCulture, $"{hour:D2}:{minute:D2}");
        if (Current != ':')
        {
            return true;
        }

        _at++;
        var found = TryReadDigits(2, 2, out var second);
        time += string.Create(CultureInfo.InvariantCulture, $":{second:D2}");
        return found;
    }

    private bool TryReadDigits(int least, int most, out int value)
    {
        value = 0;
        var start = _at;
        while (char.IsAsciiDigit(Current) && _at - start < most)
        {
            value = (value * 10) + (Current - '0');
            _at++;
        }

        return _at - start >= least && !char.IsAsciiDigit(Current);
    }

    // Digits or Chinese numerals, at most three of them.
    private bool TryReadNumber(int most, out int value)
    {
        var start = _at;
        var found = TryReadDigits(1, 2, out value);
        if (_at == start)
        {
            while (_at - start < 3 && (ChineseNumber.NumeralOf(Current) > 0 || Current == '十'))
            {
                _at++;
            }

            // 一季度 and 十个: the numeral ends before the word that follows.
            found = ChineseNumber.TryReadWhole(_text[start.._at], out value);
        }

        found = found && value > 0 && value <= most;
        _at = found ? _at : start;
        return found;
    }

    private bool TryReadSpan(out string period)
    {
        period = string.Empty;
        _ = Skip("到") || Skip("至") || Skip("于") || Skip("自") || Skip("从");
        if (TryReadPlan(out period) || TryReadRelative(out period))
        {
            return TryReadOpening(ref period);
        }

        if (!TryReadPoint(default, default, out var first, out var year, out var month))
        {
            return false;
        }

        if (Current is '、' or '和' or ',' && !first.Contains('/', StringComparison.Ordinal))
        {
            return TryReadSet(first, year, out period);
        }

        if (Current is not ('-' or '至' or '到'))
        {
            period = first;
            return TryReadDoubt(ref period) && TryReadOpening(ref period);
        }

        _at++;
        if (!TryReadPoint(year, month, out var second, out _, out _))
        {
            return false;
        }

        return TryJoin(first, second, out period) && TryReadDoubt(ref period);
    }

    private static bool TryJoin(string first, string second, out string period)
    {
        period = $"{first}/{second}";
        return ReportingPeriod.TryParse(period, out var range) && range.Earliest is { } earliest && range.Latest is { } latest && earliest < latest;
    }

    // 2014年、2017年; the years may share one 年, and months one year.
    private bool TryReadSet(string first, string? year, out string period)
    {
        var set = new StringBuilder("{").Append(first);
        period = string.Empty;
        while (Current is '、' or '和' or ',')
        {
            _at++;
            if (!TryReadPoint(default, default, out var next, out _, out _) || next.Length != first.Length)
            {
                return false;
            }

            set.Append(',').Append(next.StartsWith("XXXX-", StringComparison.Ordinal) ? (year ?? "XXXX") + next[4..] : next);
        }

        period = set.Append('}').ToString();
        return true;
    }

    private bool TryReadDoubt(ref string period)
    {
        if (!Skip("(?)") && !Skip("?"))
        {
            return true;
        }

        period += period.Contains('/', StringComparison.Ordinal) ? string.Empty : "?";
        return period[^1] == '?';
    }

    // 2021年以来 has an open end, 2030年前 an unknown beginning.
    private bool TryReadOpening(ref string period)
    {
        if (Skip("以来") || Skip("起") || Skip("开始") || Skip("以后"))
        {
            var start = period.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash ? period[..slash] : period;
            period = start + "/..";
        }
        else if (Skip("以前") || Skip("之前") || Skip("前"))
        {
            period = "/" + period;
        }

        return true;
    }

    // 十四五 is five years, 十四五末 the last of them.
    private bool TryReadPlan(out string period)
    {
        period = string.Empty;
        var start = _at;
        var isQuoted = Current is '“' or '"' or '‘' or '「';
        _at += isQuoted ? 1 : 0;
        var name = _at;
        while (_at - name < 4 && (ChineseNumber.NumeralOf(Current) > 0 || Current == '十'))
        {
            _at++;
        }

        var isPlan = FiveYearPlan.TryParse(_text[name.._at], out var plan);
        if (isQuoted)
        {
            isPlan &= Current is '”' or '"' or '’' or '」';
            _at++;
        }

        var isNamed = isPlan && (Skip("规划") || Skip("计划"));
        isNamed |= isPlan && (Skip("时期") || Skip("期间") || Skip("期"));
        var isLast = isPlan && (Skip("末") || Skip("收官之年"));
        var isFirst = isPlan && !isLast && (Skip("初") || Skip("开局之年"));

        // 十五 and 三五 are numbers first.
        if (!isPlan || (plan.Number <= 10 && !isQuoted && !isNamed && !isLast && !isFirst))
        {
            _at = start;
            return false;
        }

        period = isLast ? Year(plan.LastYear) : isFirst ? Year(plan.FirstYear) : plan.Period.ToString();
        return true;
    }

    private static string Year(int year) => year.ToString("D4", CultureInfo.InvariantCulture);
}
