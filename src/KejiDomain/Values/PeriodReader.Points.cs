using System.Globalization;
using NodaTime;

namespace KejiDomain;

/// <summary>One point or part of time: a year, its quarter, month, third and day.</summary>
internal ref partial struct PeriodReader
{
    // A year and a part of it; what is not printed of the second end of a range is taken from the first.
    private bool TryReadPoint(string? givenYear, int? givenMonth, out string point, out string? year, out int? month)
    {
        point = string.Empty;
        month = null;
        var isPrinted = TryReadYear(givenYear, out year);
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

        if (Skip("年底") || Skip("年末") || Skip("底") || Skip("末"))
        {
            point += "-12";
        }
        else if (Skip("年初") || Skip("初"))
        {
            point += "-01";
        }

        return true;
    }

    private bool TryReadYear(string? given, out string? year)
    {
        var start = _at;
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
        else if (count == 4 && digits[0] != '0' && !char.IsAsciiDigit(Current))
        {
            year = digits.ToString();
        }

        // 2022-2024年, 2014、2017年: the 年 of the last year serves the others.
        var borrows = given is null && Current is '-' or '至' or '到' or '、' or '和' && count == 4 && HasYearAhead();
        if (year is not null && (Skip("年度") || Skip("年") || borrows))
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
        if (Skip("首季度") || Skip("首季"))
        {
            part = year + "-Q1";
            return true;
        }

        if (TryReadNumber(12, out var number))
        {
            if (Skip("季度"))
            {
                if (number > 4 || (isFirst && number == 1))
                {
                    _at = start;
                    return false;
                }

                part = isFirst
                    ? string.Create(CultureInfo.InvariantCulture, $"{year}-01/{year}-{3 * number:D2}")
                    : Skip("末") || Skip("底") ? string.Create(CultureInfo.InvariantCulture, $"{year}-{3 * number:D2}") : string.Create(CultureInfo.InvariantCulture, $"{year}-Q{number}");
                return true;
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
        var isDay = TryReadDayEnd(ref point);
        _at = isDay ? _at : start;
        return isDay;
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
