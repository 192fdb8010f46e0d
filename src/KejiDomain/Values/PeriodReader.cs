using System.Globalization;
using System.Text;
using NodaTime;

namespace KejiDomain;

/// <summary>Reads the time that a Chinese text prints into EDTF, from left to right.</summary>
internal ref struct PeriodReader
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
        if (printed.Length is 0 or > MaxLength || printed[0] is ' ' or '\u3000' || printed[^1] is ' ' or '\u3000')
        {
            return false;
        }

        Span<char> buffer = stackalloc char[MaxLength];
        var reader = new PeriodReader(Fold(printed, buffer), anchor is { IsEmpty: false, IsMasked: false } ? anchor : null);
        var found = reader.TryReadAll(out period) && ReportingPeriod.TryParse(period, out _);
        position = reader._at;
        period = found ? period : string.Empty;
        return found;
    }

    // Full-width signs and masks in one form; blanks go, but for one between digits, which parts date and time.
    private static ReadOnlySpan<char> Fold(ReadOnlySpan<char> printed, Span<char> buffer)
    {
        var length = 0;
        for (var i = 0; i < printed.Length; i++)
        {
            var c = printed[i] is >= '\uFF01' and <= '\uFF5E' ? (char)(printed[i] - 0xFEE0) : printed[i];
            if (c is ' ' or '\u00A0' or '\u3000')
            {
                if (length > 0 && char.IsAsciiDigit(buffer[length - 1]) && i + 1 < printed.Length && ChineseNumber.DigitOf(printed[i + 1]) >= 0)
                {
                    buffer[length++] = ' ';
                }

                continue;
            }

            buffer[length++] = ChineseNumber.IsMask(c) ? '*' : c is '–' or '—' or '―' or '~' or '〜' ? '-' : c;
        }

        return buffer[..length];
    }

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
        if (char.IsAsciiDigit(Current))
        {
            return TryReadDigits(1, 2, out value) && value > 0 && value <= most;
        }

        while (_at - start < 3 && (ChineseNumber.NumeralOf(Current) > 0 || Current == '十'))
        {
            _at++;
        }

        // 一季度 and 十个: the numeral ends before the word that follows.
        var found = ChineseNumber.TryReadWhole(_text[start.._at], out value) && value > 0 && value <= most;
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
            return TryReadSet(first, out period);
        }

        if (Current is not ('-' or '至' or '到'))
        {
            period = first;
            return TryReadDoubt(ref period) && TryReadOpening(ref period);
        }

        _at++;
        if (!TryReadPoint(year, month, out var second, out _, out _) || first.Contains('/', StringComparison.Ordinal) || second.Contains('/', StringComparison.Ordinal))
        {
            return false;
        }

        return TryJoin(first, second, out period) && TryReadDoubt(ref period);
    }

    private static bool TryJoin(string first, string second, out string period)
    {
        period = $"{first}/{second}";
        var isPart = first.Contains('Q', StringComparison.Ordinal) || first.Contains('S', StringComparison.Ordinal) || second.Contains('Q', StringComparison.Ordinal) || second.Contains('S', StringComparison.Ordinal);
        return !isPart && ReportingPeriod.TryParse(period, out var range) && range.Earliest is { } earliest && range.Latest is { } latest && earliest < latest;
    }

    // 2014年、2017年; the years may share one 年.
    private bool TryReadSet(string first, out string period)
    {
        var set = new StringBuilder("{").Append(first);
        period = string.Empty;
        while (Current is '、' or '和' or ',')
        {
            _at++;
            if (!TryReadPoint(default, default, out var next, out _, out _) || next.Contains('/', StringComparison.Ordinal) || next.Length != first.Length)
            {
                return false;
            }

            set.Append(',').Append(next);
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
        var isPoint = !period.Contains('/', StringComparison.Ordinal) && !period.Contains('Q', StringComparison.Ordinal) && !period.Contains('S', StringComparison.Ordinal);
        if (Skip("以来") || Skip("起") || Skip("开始") || Skip("以后"))
        {
            var start = period.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash ? period[..slash] : period;
            period = start + "/..";
            return isPoint || start.Length < period.Length;
        }

        if (Skip("以前") || Skip("之前") || Skip("前"))
        {
            period = "/" + period;
            return isPoint;
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
            _at += AtEnd ? 0 : 1;
        }

        var isNamed = isPlan && (Skip("规划") || Skip("计划") || Skip("时期") || Skip("期间"));
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

    // 近三年, 去年, 昨日 and their like mean something only from an anchor.
    private bool TryReadRelative(out string period)
    {
        period = string.Empty;
        if (_anchor is not { } anchor || anchor.Year is not { } year)
        {
            return false;
        }

        var start = _at;
        var past = Skip("过去") || Skip("前");
        var recent = !past && (Skip("最近") || Skip("近"));
        var future = !past && !recent && (Skip("未来") || Skip("今后"));
        if (past || recent || future)
        {
            var first = _at;
            if (TryReadNumber(50, out var years) && (Skip("年来") || Skip("年") || Skip("年间")) && years > 1 && _at > first && year - years > 0 && year + years <= 9999)
            {
                // 近三年 ends with the anchor's year, 过去三年 before it.
                var last = recent ? year : past ? year - 1 : year + years;
                period = string.Create(CultureInfo.InvariantCulture, $"{last - years + 1:D4}/{last:D4}");
                return true;
            }

            _at = start;
            return false;
        }

        var found = anchor.Precision >= DatePrecision.Day && TryReadDay(anchor.Earliest, out period);
        found = found || (anchor.Precision >= DatePrecision.Month && TryReadMonth(anchor.Earliest, out period));
        _at = found ? _at : start;
        return found;
    }

    private bool TryReadMonth(LocalDate day, out string period)
    {
        var shift = Skip("本月") || Skip("当月") ? 0 : Skip("上月") || Skip("上个月") ? -1 : Skip("下月") || Skip("下个月") ? 1 : 9;
        period = string.Empty;
        if (shift == 9 || !TryShift(day, months: shift, days: 0, out var month))
        {
            return false;
        }

        period = string.Create(CultureInfo.InvariantCulture, $"{month.Year:D4}-{month.Month:D2}");
        return true;
    }

    private static bool TryShift(LocalDate day, int months, int days, out LocalDate shifted)
    {
        // The ends of the calendar are the only days that cannot be moved.
        var isInside = day.Year is > 1 and < 9999;
        shifted = isInside ? day.PlusMonths(months).PlusDays(days) : day;
        return isInside;
    }

    private bool TryReadDay(LocalDate anchor, out string period)
    {
        period = string.Empty;
        int? days = Skip("昨日") || Skip("昨天") ? -1
            : Skip("今日") || Skip("今天") || Skip("当日") ? 0
            : Skip("前日") || Skip("前天") ? -2
            : Skip("明日") || Skip("明天") ? 1
            : null;
        if (days is { } shift)
        {
            var isDay = TryShift(anchor, 0, shift, out var day);
            period = PartialDate.FromDay(day).ToString();
            return isDay;
        }

        int? weeks = Skip("上周") || Skip("上星期") ? -1 : Skip("本周") || Skip("这周") ? 0 : Skip("下周") || Skip("下星期") ? 1 : null;
        if (weeks is not { } week || !TryShift(anchor, 0, (7 * week) - ((int)anchor.DayOfWeek - 1), out var monday))
        {
            return false;
        }

        var weekday = WeekdayOf(Current);
        if (weekday > 0)
        {
            _at++;
            period = PartialDate.FromDay(monday.PlusDays(weekday - 1)).ToString();
            return true;
        }

        period = $"{PartialDate.FromDay(monday)}/{PartialDate.FromDay(monday.PlusDays(6))}";
        return true;
    }

    private static int WeekdayOf(char c) => c switch { '一' => 1, '二' => 2, '三' => 3, '四' => 4, '五' => 5, '六' => 6, '日' or '天' => 7, _ => 0 };

    // A year and a part of it; what is not printed of the second end of a range is taken from the first.
    private bool TryReadPoint(string? givenYear, int? givenMonth, out string point, out string? year, out int? month)
    {
        point = string.Empty;
        month = null;
        var isPrinted = TryReadYear(givenYear, out year, out var isWhole);
        if (!isPrinted)
        {
            year = givenYear;
        }

        var prefix = year ?? "XXXX";
        if (TryReadPart(prefix, out point))
        {
            return true;
        }

        if (TryReadMonths(prefix, isPrinted ? null : givenMonth, ref month, out point))
        {
            return true;
        }

        point = prefix;
        if (!isPrinted)
        {
            return false;
        }

        if (Skip("年底") || Skip("年末") || (!isWhole && (Skip("底") || Skip("末"))))
        {
            point += "-12";
        }
        else if (Skip("年初") || (!isWhole && Skip("初")))
        {
            point += "-01";
        }

        return true;
    }

    private bool TryReadYear(string? given, out string? year, out bool isWhole)
    {
        var start = _at;
        isWhole = false;
        year = null;
        if (_anchor?.Year is { } anchor && TryReadRelativeYear(anchor, out var reckoned))
        {
            year = Year(reckoned);
            return true;
        }

        Span<char> digits = stackalloc char[4];
        var count = 0;
        var stars = 0;
        while (count < 4 && (char.IsAsciiDigit(Current) || Current == '*' || (ChineseNumber.NumeralOf(Current) >= 0 && Current != '两')))
        {
            stars += Current == '*' ? 1 : 0;
            digits[count++] = Current == '*' ? 'X' : char.IsAsciiDigit(Current) ? Current : (char)('0' + ChineseNumber.NumeralOf(Current));
            _at++;
        }

        // One or two signs hide a whole year (*年); else there are four places.
        if (count is 1 or 2 && stars == count)
        {
            year = "XXXX";
        }
        else if (count == 4 && (stars > 0 || digits[0] != '0') && !char.IsAsciiDigit(Current))
        {
            year = digits.ToString();
        }

        // 2022-2024年, 2014、2017年: the 年 of the last year serves the others.
        var hasWord = Rest.StartsWith("年底") || Rest.StartsWith("年末") || Rest.StartsWith("年初");
        isWhole = hasWord;
        var borrows = given is null && Current is '-' or '至' or '到' or '、' or '和' && count == 4 && HasYearAhead();
        if (year is not null && (hasWord || Skip("年度") || Skip("年") || borrows))
        {
            return true;
        }

        _at = start;
        year = null;
        return false;
    }

    private readonly bool HasYearAhead()
    {
        var rest = _text[(_at + 1)..];
        var digits = 0;
        while (digits < rest.Length && digits < 4 && (char.IsAsciiDigit(rest[digits]) || rest[digits] == '*' || ChineseNumber.NumeralOf(rest[digits]) >= 0))
        {
            digits++;
        }

        return digits is 4 or 1 && digits < rest.Length && rest[digits] is '年' or '、' or '和';
    }

    private bool TryReadRelativeYear(int anchor, out int year)
    {
        int? shift = Skip("今年") || Skip("本年度") || Skip("本年") || Skip("当年") ? 0
            : Skip("去年") || Skip("上年度") || Skip("上年") ? -1
            : Skip("前年") ? -2
            : Skip("明年") || Skip("下年度") ? 1
            : Skip("后年") ? 2
            : null;
        year = anchor + (shift ?? 0);
        return shift is not null && year is > 0 and <= 9999;
    }

    private bool TryReadPart(string year, out string part)
    {
        part = string.Empty;
        var start = _at;
        if (Skip("上半年"))
        {
            part = year + "-S1";
            return true;
        }

        if (Skip("下半年"))
        {
            part = year + "-S2";
            return true;
        }

        var isFirst = Skip("前");
        _ = !isFirst && Skip("第");
        if (Current == '首' && Rest.StartsWith("首季"))
        {
            _at++;
            Skip("季度");
            part = year + "-Q1";
            return true;
        }

        if (TryReadNumber(12, out var number))
        {
            if (Skip("季度"))
            {
                if (number > 4)
                {
                    return false;
                }

                part = isFirst
                    ? string.Create(CultureInfo.InvariantCulture, $"{year}-01/{year}-{3 * number:D2}")
                    : Skip("末") || Skip("底") ? string.Create(CultureInfo.InvariantCulture, $"{year}-{3 * number:D2}") : string.Create(CultureInfo.InvariantCulture, $"{year}-Q{number}");
                return !isFirst || number > 1;
            }

            if (isFirst && (Skip("个月") || Skip("月")) && number > 1)
            {
                part = string.Create(CultureInfo.InvariantCulture, $"{year}-01/{year}-{number:D2}");
                return true;
            }
        }

        _at = start;
        return false;
    }

    private bool TryReadMonths(string year, int? givenMonth, ref int? month, out string point)
    {
        point = string.Empty;
        var start = _at;
        var isMasked = Current == '*' && SkipStars();
        if (!isMasked && !TryReadNumber(31, out _))
        {
            return false;
        }

        _at = isMasked ? _at : start;
        var number = 0;
        _ = !isMasked && TryReadNumber(31, out number);
        var isMonth = Rest.StartsWith("月") && number <= 12;

        // 1-9月: the 月 of the last month serves the first.
        var borrows = !isMonth && !isMasked && number <= 12 && givenMonth is null && Current is '-' or '至' or '到' or '、' && HasMonthAhead();
        if (!isMonth && !borrows)
        {
            if (givenMonth is null || !(Skip("日") || Skip("号")))
            {
                _at = start;
                return false;
            }

            // 5月9-11日 and 5月9日-11日: the second day is of the same month.
            month = givenMonth;
            point = string.Create(CultureInfo.InvariantCulture, $"{year}-{givenMonth:D2}-") + (isMasked ? "XX" : number.ToString("D2", CultureInfo.InvariantCulture));
            return true;
        }

        month = isMasked ? null : number;
        point = year + "-" + (isMasked ? "XX" : number.ToString("D2", CultureInfo.InvariantCulture));
        if (borrows)
        {
            return true;
        }

        _at++;
        if (Skip("份") || TryReadThird(year, month, ref point) || Skip("底") || Skip("末") || Skip("初"))
        {
            return true;
        }

        start = _at;
        isMasked = Current == '*' && SkipStars();
        number = 0;
        if (!isMasked && !TryReadNumber(31, out number))
        {
            return true;
        }

        var hasDay = Skip("日") || Skip("号");
        var shares = !hasDay && Current is '-' or '至' or '到' && !isMasked;
        if (!hasDay && !shares)
        {
            _at = start;
            return false;
        }

        point += "-" + (isMasked ? "XX" : number.ToString("D2", CultureInfo.InvariantCulture));
        return TryReadDayEnd(ref point);
    }

    private bool SkipStars()
    {
        while (Current == '*')
        {
            _at++;
        }

        return true;
    }

    private readonly bool HasMonthAhead()
    {
        var rest = _text[(_at + 1)..];
        var signs = 0;
        while (signs < rest.Length && signs < 3 && (char.IsAsciiDigit(rest[signs]) || rest[signs] == '十' || ChineseNumber.NumeralOf(rest[signs]) > 0))
        {
            signs++;
        }

        return signs > 0 && signs < rest.Length && rest[signs] is '月';
    }

    private bool TryReadThird(string year, int? month, ref string point)
    {
        var third = Skip("上旬") ? 1 : Skip("中旬") ? 11 : Skip("下旬") ? 21 : 0;
        if (third == 0 || month is not { } number || year.Contains('X', StringComparison.Ordinal))
        {
            return false;
        }

        var last = third == 21 ? CalendarSystem.Iso.GetDaysInMonth(int.Parse(year, NumberStyles.None, CultureInfo.InvariantCulture), number) : third + 9;
        point = string.Create(CultureInfo.InvariantCulture, $"{point}-{third:D2}/{point}-{last:D2}");
        return true;
    }

    // 上午 says less than a time and is left to the words; a weekday that is not that day's makes the date doubtful.
    private bool TryReadDayEnd(ref string point)
    {
        _ = Skip("上午") || Skip("下午") || Skip("晚上") || Skip("晚");
        if (!Skip("(星期") && !Skip("(周") && !Skip("星期"))
        {
            return true;
        }

        var isBracket = _text[.._at].LastIndexOf('(') >= 0;
        var weekday = WeekdayOf(Current);
        _at += weekday > 0 ? 1 : 0;
        if (weekday == 0 || (isBracket && !Skip(")")))
        {
            return false;
        }

        if (!PartialDate.TryParse(point, out var date))
        {
            return false;
        }

        point += date.DayOfWeek is { } actual && (int)actual != weekday ? "?" : string.Empty;
        return true;
    }
}
