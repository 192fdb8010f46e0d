using System.Globalization;
using NodaTime;

namespace KejiDomain;

/// <summary>What means something only from an anchor: 近三年, 去年, 昨日.</summary>
internal ref partial struct PeriodReader
{
    // 近三年, 去年, 昨日 and their like mean something only from an anchor.
    private bool TryReadRelative(out string period)
    {
        period = string.Empty;
        if (_anchor is not { } anchor || anchor.Year is not { } year)
        {
            return false;
        }

        var start = _at;
        if ((anchor.Precision >= DatePrecision.Day && TryReadDay(anchor.Earliest, out period)) || (anchor.Precision >= DatePrecision.Month && TryReadMonth(anchor.Earliest, out period)))
        {
            return true;
        }

        // 前日 is a day, 前三年 are years.
        _at = start;
        var past = Skip("过去") || Skip("前");
        var recent = !past && (Skip("最近") || Skip("近"));
        var future = !past && !recent && (Skip("未来") || Skip("今后"));
        if ((past || recent || future) && TryReadNumber(50, out var years) && (Skip("年来") || Skip("年间") || Skip("年")) && years > 1)
        {
            // 近三年 ends with the anchor's year, 过去三年 before it.
            var last = recent ? year : past ? year - 1 : year + years;
            period = string.Create(CultureInfo.InvariantCulture, $"{last - years + 1:D4}/{last:D4}");
            return true;
        }

        _at = start;
        return false;
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
}
