using System.Globalization;

namespace KejiDomain.Validation;

/// <summary>The rules that hold names against dates and numbers: 十四五 against 2021-2025, 三年行动 against three years, 第五批 against batch 5.</summary>
internal static class NameRules
{
    // Only what cannot be read otherwise: 十五 alone is a number.
    private static readonly (string Words, int Number)[] FiveYearPlans =
    [
        ("十六五", 16), ("十五五", 15), ("十四五", 14), ("十三五", 13), ("十二五", 12), ("十一五", 11), ("“十五”", 10), ("“九五”", 9), ("“八五”", 8),
        ("第十六个五年", 16), ("第十五个五年", 15), ("第十四个五年", 14), ("第十三个五年", 13), ("第十二个五年", 12), ("第十一个五年", 11), ("第十个五年", 10),
    ];

    private static readonly (string Words, int Year)[] Foundings =
    [
        ("建党", 1921), ("共产党成立", 1921), ("新中国成立", 1949), ("共和国成立", 1949), ("建国", 1949), ("国庆", 1949), ("改革开放", 1978),
    ];

    // 第十四个五年规划和2035年远景目标纲要 is of the five years or of all until then; what prepares, looks back at or changes a plan is of other years.
    private static readonly string[] OtherTimes =
        ["远景", "编制", "前期", "谋划", "面向", "和中长期", "及中长期", "以来", "评估", "总结", "回顾", "延长", "延续", "修订", "修改", "废止", "终止"];

    // 第三次全国国土调查工作会议 may be the first one, 第二届进博会筹备会 the fourth.
    private static readonly string[] OtherEvents = ["精神", "筹备", "动员", "总结", "保障", "调查", "普查", "科考", "考察", "革命", "战争", "大战", "分配", "浪潮"];

    private static readonly string[] PlanWords = ["行动", "计划", "规划", "方案", "攻坚", "倍增"];

    /// <summary>The years and the number of years that a name gives.</summary>
    public static void CheckPlan(string name, string nameMember, ReportingPeriod? period, RecordPlace at, Action<Issue> report)
    {
        if (!name.AsSpan().ContainsAny('年', '五'))
        {
            return;
        }

        foreach (var word in OtherTimes)
        {
            if (name.Contains(word, StringComparison.Ordinal))
            {
                return;
            }
        }

        if (!TryYears(name, out var named))
        {
            return;
        }

        var span = SpanOf(name);
        if (span is { } years && named is { } range && range.Last > range.First && range.Last - range.First + 1 != years)
        {
            report(Issue.Of(IssueCodes.PlanYearsMismatch, at.Member(period is null ? nameMember : "period"), name, Years(years), Range(range.First, range.Last)));
        }

        if (period is not { IsMasked: false, Earliest: { } from, Latest: { } to } || from > to)
        {
            return;
        }

        if (FiveYearsOf(name) is { } plan && named is null
            && (from.Year < plan || to.Year > plan + 4 || (span is null && name.EndsWith("规划", StringComparison.Ordinal) && (from.Year != plan || to.Year != plan + 4))))
        {
            report(Issue.Of(IssueCodes.PlanYearsMismatch, at.Member("period"), name, Range(plan, plan + 4), period.Value.ToString()));
        }
        else if (named is { } said && (said.First == said.Last ? from.Year > said.First || to.Year < said.First : from.Year != said.First || to.Year != said.Last))
        {
            report(Issue.Of(IssueCodes.PlanYearsMismatch, at.Member("period"), name, Range(said.First, said.Last), period.Value.ToString()));
        }
        else if (span is { } count && !(named is not null && from.Year == to.Year) && to.Year - from.Year + 1 != count && NodaTime.Period.Between(from, to.PlusDays(1), NodaTime.PeriodUnits.Months).Months != count * 12)
        {
            report(Issue.Of(IssueCodes.PlanYearsMismatch, at.Member("period"), name, Years(count), period.Value.ToString()));
        }
    }

    /// <summary>The one 党的二十大, 第…届, 第…次 or 第…批 of a name against the number of the record.</summary>
    public static void CheckOrdinal(string name, int? number, ReadOnlySpan<char> nouns, RecordPlace at, string member, Action<Issue> report)
    {
        if (number is not { } stated)
        {
            return;
        }

        int? found = null;
        for (var i = 0; i < name.Length - 1; i++)
        {
            var end = i + 1;
            var isCongress = name[i] == '的' && i > 0 && name[i - 1] == '党';
            int? read = name[i] == '首' ? 1 : name[i] == '第' || isCongress ? NumberAt(name, ref end) : null;
            if (read is null || end >= name.Length || !(isCongress ? name[end] == '大' : nouns.Contains(name[end])))
            {
                continue;
            }

            // 第十届五次全会 has two numbers, and either may be meant.
            var next = end + 1;
            if (found is not null || IsOfAnother(name.AsSpan(end + 1), isCongress) || (name[end] == '届' && NumberAt(name, ref next) is not null && next < name.Length && name[next] == '次'))
            {
                return;
            }

            found = read;
        }

        if (found is { } named && named != stated)
        {
            report(Issue.Of(IssueCodes.OrdinalMismatch, at.Member(member), name, named, stated));
        }
    }

    // Behind 党的二十大 anything else is about the congress.
    private static bool IsOfAnother(ReadOnlySpan<char> rest, bool isCongress)
    {
        if (isCongress)
        {
            return !rest.IsEmpty;
        }

        foreach (var word in OtherEvents)
        {
            if (rest.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>建党100周年 against the date; what prepares it may be a year ahead.</summary>
    public static void CheckAnniversary(string name, ReportingPeriod? on, RecordPlace at, string member, Action<Issue> report, int ahead = 0)
    {
        var mark = name.IndexOf("周年", StringComparison.Ordinal);
        if (mark < 0 || on is not { IsMasked: false, Earliest: { } from, Latest: { } to })
        {
            return;
        }

        foreach (var (words, year) in Foundings)
        {
            var start = name.IndexOf(words, StringComparison.Ordinal);
            var end = start + words.Length;
            if (start >= 0 && NumberAt(name, ref end) is { } number && end == mark && (year + number < from.Year || year + number > to.Year + ahead))
            {
                report(Issue.Of(IssueCodes.AnniversaryMismatch, at.Member(member), name, (year + number).ToString(CultureInfo.InvariantCulture), on.Value.ToString()));
            }
        }
    }

    /// <summary>The day of the week that is printed beside a date and that of the date, where they differ.</summary>
    public static (IssueArgument Printed, IssueArgument Actual)? WeekdayMismatch(string printed, ReportingPeriod date)
    {
        var letter = printed.IndexOf("星期", StringComparison.Ordinal);
        letter = letter >= 0 ? letter + 2 : printed.IndexOf('周') is >= 0 and var week ? week + 1 : -1;
        if (letter < 0 || letter >= printed.Length || date.IsMasked)
        {
            return null;
        }

        var number = printed[letter] is '日' or '天' ? 7 : HanNumeral.Digit(printed[letter]);
        return number is >= 1 and <= 7 && date.Earliest is { } day && day == date.Latest && number != (int)day.DayOfWeek
            ? (Day(number), Day((int)day.DayOfWeek))
            : null;
    }

    /// <summary>Whether 豫政〔2023〕5号 reads as a number at all, and its year against the date of the document.</summary>
    public static void CheckNumber(Document document, RecordPlace at, Action<Issue> report)
    {
        if (document.Number is not { } number)
        {
            return;
        }

        if (!DocumentNumber.TryParse(number, null, out var parsed))
        {
            if (!MemberValue.HasMask(number) && !document.Evidence.Any(e => e.Of?.ToString() == "number" && e.Basis is not (null or EvidenceBasis.Stated)))
            {
                report(Issue.Of(IssueCodes.NumberNotRead, at.Member("number"), number));
            }
        }
        else if ((document.SignedOn ?? document.IssuedOn ?? document.PublishedOn) is { Year: { } year } date && parsed.Year is { } named && named != year
            && !(named < year ? IsNumberedBefore(document, date, year - named) : IsNumberedAfter(document, date, named - year)))
        {
            report(Issue.Of(
                IssueCodes.NumberYearMismatch, at.Member("number"), number, named.ToString(CultureInfo.InvariantCulture), year.ToString(CultureInfo.InvariantCulture)));
        }
    }

    // What was numbered in December may be signed and issued in January, and be published in any year.
    private static bool IsNumberedBefore(Document document, PartialDate date, int years) =>
        (document.SignedOn ?? document.IssuedOn) is null || (years == 1 && date.Earliest.Month == 1);

    // What was signed in December may be numbered in January.
    private static bool IsNumberedAfter(Document document, PartialDate date, int years) => document.SignedOn is not null && years == 1 && date.Latest.Month == 12;

    private static IssueArgument Day(int number) => (((NodaTime.IsoDayOfWeek)number).ToString(), number == 7 ? "星期日" : "星期" + "一二三四五六"[number - 1]);

    private static IssueArgument Years(int count) => (count == 1 ? "1 year" : $"{count} years", $"{count} 年");

    private static IssueArgument Range(int first, int last) => first == last ? first.ToString(CultureInfo.InvariantCulture) : $"{first}-{last}";

    private static int? FiveYearsOf(string name)
    {
        if (!name.Contains('五', StringComparison.Ordinal))
        {
            return null;
        }

        int? found = null;
        foreach (var (words, number) in FiveYearPlans)
        {
            if (name.Contains(words, StringComparison.Ordinal))
            {
                if (found is not null && found != number)
                {
                    return null;
                }

                found = number;
            }
        }

        // The third plan began in 1966.
        return 1966 + (5 * (found - 3));
    }

    // 2022-2024年, 2016—2017年度, 2018年, but not 2030年前. Of a name that gives more than one, or that of a plan within it, nobody knows whose they are.
    private static bool TryYears(string name, out (int First, int Last)? found)
    {
        found = null;
        for (var i = 0; i + 4 < name.Length; i++)
        {
            if (YearAt(name, i) is not { } first || (i > 0 && char.IsAsciiDigit(name[i - 1])))
            {
                continue;
            }

            var end = i + 4;
            var dash = name[end] == '年' && end + 1 < name.Length ? end + 1 : end;
            var isRange = name[dash] is '-' or '—' or '–' or '~' or '~' or '至' or '到';
            while (isRange && dash + 1 < name.Length && name[dash + 1] is '-' or '—')
            {
                dash++;
            }

            var last = isRange ? YearAt(name, dash + 1) : null;
            end = last is null ? end : dash + 5;
            if (end >= name.Length || name[end] != '年' || (end + 1 < name.Length && name[end + 1] == '前'))
            {
                continue;
            }

            if (found is not null || (end + 2 < name.Length && name[end + 1] is ')' or '）'))
            {
                return false;
            }

            found = (first, last ?? first);
            i = end;
        }

        return true;
    }

    // 三年行动, 五年规划, 3年行动; null where another number of years stands beside it.
    private static int? SpanOf(string name)
    {
        int? found = null;
        var spans = 0;
        for (var at = name.IndexOf('年', StringComparison.Ordinal); at >= 0; at = name.IndexOf('年', at + 1))
        {
            var before = at > 0 ? name[at - 1] : ' ';
            var count = char.IsAsciiDigit(before) ? before - '0' : before == '十' ? 10 : before == '两' ? 2 : HanNumeral.Digit(before);
            if (count == 0 || (at > 1 && (char.IsAsciiDigit(name[at - 2]) || HanNumeral.IsLetter(name[at - 2]) || name[at - 2] == '第')))
            {
                continue;
            }

            spans++;
            foreach (var word in PlanWords)
            {
                if (name.AsSpan(at + 1).StartsWith(word))
                {
                    found = count;
                }
            }
        }

        return spans == 1 ? found : null;
    }

    private static int? YearAt(string text, int at)
    {
        if (at + 4 > text.Length)
        {
            return null;
        }

        foreach (var c in text.AsSpan(at, 4))
        {
            if (!char.IsAsciiDigit(c))
            {
                return null;
            }
        }

        return int.Parse(text.AsSpan(at, 4), NumberStyles.None, CultureInfo.InvariantCulture) is >= 1900 and <= 2100 and var year ? year : null;
    }

    // A number in Arabic or Chinese digits; the place moves behind it.
    private static int? NumberAt(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && at - start < 7 && (char.IsAsciiDigit(text[at]) || HanNumeral.IsLetter(text[at])))
        {
            at++;
        }

        var digits = text.AsSpan(start, at - start);
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || HanNumeral.TryParse(digits, out number) ? number : null;
    }
}

/// <summary>A record of one of the data set's lists; its path is made only for an issue.</summary>
internal readonly record struct RecordPlace(string List, int Index)
{
    public string Path => JsonLocator.Item("$." + List, Index);

    public string Member(string member) => $"{Path}.{member}";
}
