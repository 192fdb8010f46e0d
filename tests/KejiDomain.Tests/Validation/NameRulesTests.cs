using KejiDomain.Validation;

namespace KejiDomain.Tests.Validation;

public sealed class NameRulesTests
{
    // Five years of a plan, years of a name and the number of them, each against the period of the record.
    [Theory]
    [InlineData("“十四五”科技创新规划", "2021/2025", null)]
    [InlineData("十四五科技创新规划", "2021/2024", "2021-2025; 2021/2024")]
    [InlineData("十四五科技创新规划", "2022/2025", "2021-2025; 2022/2025")]
    [InlineData("十四五科技创新规划", "2020/2026", "2021-2025; 2020/2026")]
    [InlineData("十四五科技创新方案", "2022/2024", null)]
    [InlineData("十四五科技创新方案", "2020/2024", "2021-2025; 2020/2024")]
    [InlineData("十四五科技创新方案", "2022/2026", "2021-2025; 2022/2026")]
    [InlineData("十四五科技三年规划", "2022/2024", null)]
    [InlineData("十四五规划和二〇三五年远景目标", "2021/2035", null)]
    [InlineData("“十四五”规划和2035年远景目标纲要", "2021/2025", null)]
    [InlineData("第十四个五年规划和2035年远景目标纲要", "2021/2025", null)]
    [InlineData("第十四个五年规划和2035年远景目标纲要", "2021/2035", null)]
    [InlineData("第十四个五年规划", "2021/2025", null)]
    [InlineData("第十三个五年规划", "2021/2025", "2016-2020; 2021/2025")]
    [InlineData("“十五五”规划编制工作方案", "2024/2025", null)]
    [InlineData("“十五五”规划工作方案", "2024/2025", "2026-2030; 2024/2025")]
    [InlineData("“十三五”以来科技工作", "2016/2023", null)]
    [InlineData("三年行动总结评估", "2023", null)]
    [InlineData("2030年前碳达峰行动方案", "2021/2025", null)]
    [InlineData("2030年碳达峰行动方案", "2021/2025", "2030; 2021/2025")]
    [InlineData("“十五”计划", "2006/2010", "2001-2005; 2006/2010")]
    [InlineData("十五计划", "2006/2010", null)]
    [InlineData("2022-2024年方案", "2022/2024", null)]
    [InlineData("2022-2024年方案", "2022/2025", "2022-2024; 2022/2025")]
    [InlineData("2022-2024年方案", "2021/2024", "2022-2024; 2021/2024")]
    [InlineData("2022——2024年方案", "2021/2024", "2022-2024; 2021/2024")]
    [InlineData("2022年至2024年方案", "2021/2024", "2022-2024; 2021/2024")]
    [InlineData("2022年方案", "2022", null)]
    [InlineData("2022年方案", "2021/2023", null)]
    [InlineData("2022年方案", "2023", "2022; 2023")]
    [InlineData("2022年方案", "2021", "2022; 2021")]
    [InlineData("2022年和2024年方案", "2021", null)]
    [InlineData("方案2022", "2021", null)]
    [InlineData("1899年方案", "2021", null)]
    [InlineData("2101年方案", "2021", null)]
    [InlineData("12022年方案", "2021", null)]
    [InlineData("三年行动", "2022/2024", null)]
    [InlineData("三年行动", "2022/2023", "3 years; 2022/2023")]
    [InlineData("三年行动", "2022-07/2025-06", null)]
    [InlineData("三年行动", "2022-07/2025-07", "3 years; 2022-07/2025-07")]
    [InlineData("3年行动", "2022/2023", "3 years; 2022/2023")]
    [InlineData("两年行动", "2022/2023", null)]
    [InlineData("两年行动", "2022/2024", "2 years; 2022/2024")]
    [InlineData("一年行动", "2022/2023", "1 year; 2022/2023")]
    [InlineData("十年规划", "2022/2023", "10 years; 2022/2023")]
    [InlineData("十三年规划", "2022/2023", null)]
    [InlineData("13年规划", "2022/2023", null)]
    [InlineData("第三年行动", "2022/2023", null)]
    [InlineData("三年会议", "2022/2023", null)]
    [InlineData("年行动", "2022/2023", null)]
    [InlineData("每年三年行动", "2022/2023", "3 years; 2022/2023")]
    [InlineData("年三年行动", "2022/2023", "3 years; 2022/2023")]
    [InlineData("三年行动", "2022-07/2024-06", null)]
    [InlineData("方案2022-202", "2021", null)]
    [InlineData("三年行动", null, null)]
    [InlineData("三年行动", "2022/..", null)]
    [InlineData("三年行动", "20XX", null)]
    [InlineData("三年行动", "2024/2022", null)]
    [InlineData("三年行动(2022-2025年)", null, "3 years; 2022-2025")]
    [InlineData("三年行动(2022-2024年)", null, null)]
    [InlineData("三年行动(2022年)", null, null)]
    [InlineData("三年行动(2022年)", "2022", null)]
    [InlineData("三年行动(2022年)", "2022/2023", "3 years; 2022/2023")]
    [InlineData("三年行动2023年工作方案", "2023", null)]
    [InlineData("三年行动(2021-2023年)2023年工作方案", "2023", null)]
    [InlineData("五年倍增十年跨越行动方案", "2021/2030", null)]
    [InlineData("三年行动第三年方案", "2022/2023", "3 years; 2022/2023")]
    [InlineData("规划纲要(2021—2025年)实施方案", "2023/2025", null)]
    [InlineData("规划纲要（2021—2025年）》三年行动", "2023/2025", null)]
    [InlineData("规划纲要(2021—2025年)", "2023/2025", "2021-2025; 2023/2025")]
    [InlineData("规划纲要（2021—2025年）", "2023/2025", "2021-2025; 2023/2025")]
    [InlineData("“十三五”“十四五”重点项目方案", "2016/2025", null)]
    [InlineData("“十四五”方案(第十四个五年)", "2020/2024", "2021-2025; 2020/2024")]
    [InlineData("面向“十五五”的科技规划", "2024/2030", null)]
    [InlineData("谋划“十五五”工作方案", "2024/2025", null)]
    [InlineData("“十四五”及中长期规划", "2021/2035", null)]
    [InlineData("“十四五”和中长期规划", "2021/2035", null)]
    [InlineData("关于延长三年行动的通知", "2021/2025", null)]
    [InlineData("关于延续三年行动的通知", "2021/2025", null)]
    [InlineData("关于终止三年行动的通知", "2021", null)]
    [InlineData("关于废止三年行动的通知", "2021", null)]
    [InlineData("关于修改三年行动的通知", "2021/2024", null)]
    [InlineData("2012年三年行动修订版", "2016/2018", null)]
    public void A_plan_is_held_against_its_period(string name, string? period, string? expected)
    {
        var found = new List<Issue>();
        NameRules.CheckPlan(name, "title", period is null ? null : ReportingPeriod.Parse(period), new("programs", 2), found.Add);
        Assert.Equal(expected is null ? null : $"$.programs[2].{(period is null ? "title" : "period")}: {name}; {expected}", Only(found));
    }

    [Fact]
    public void A_name_that_contradicts_itself_is_told_at_the_period_where_there_is_one()
    {
        var found = new List<Issue>();
        NameRules.CheckPlan("三年行动(2022-2025年)", "name", ReportingPeriod.Parse("2022/2025"), new("programs", 0), found.Add);
        Assert.Equal(["$.programs[0].period 2022-2025", "$.programs[0].period 2022/2025"], found.Select(i => $"{i.Path} {i.Arguments[2]}"));
    }

    [Fact]
    public void Years_are_said_in_both_languages()
    {
        var found = new List<Issue>();
        NameRules.CheckPlan("一年行动", "name", ReportingPeriod.Parse("2022/2023"), new("programs", 0), found.Add);
        NameRules.CheckPlan("三年行动", "name", ReportingPeriod.Parse("2022/2023"), new("programs", 0), found.Add);
        Assert.Contains("1 年", found[0].MessageZh, StringComparison.Ordinal);
        Assert.Contains("1 year", found[0].Message, StringComparison.Ordinal);
        Assert.Contains("3 年", found[1].MessageZh, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("第五批名单", 5, null)]
    [InlineData("第五批名单", 6, "5; 6")]
    [InlineData("第12批名单", 6, "12; 6")]
    [InlineData("首批名单", 2, "1; 2")]
    [InlineData("首批名单", 1, null)]
    [InlineData("第五批名单", null, null)]
    [InlineData("第五次名单", 6, null)]
    [InlineData("第批名单", 6, null)]
    [InlineData("五批名单", 6, null)]
    [InlineData("第五批和第六批名单", 7, null)]
    [InlineData("名单第五", 6, null)]
    [InlineData("名单第五批", 6, "5; 6")]
    [InlineData("党的二十大", 19, "20; 19")]
    [InlineData("党的二十大", 20, null)]
    [InlineData("党的二十大专题培训班", 2, null)]
    [InlineData("党的十八大、十九大", 19, null)]
    [InlineData("第二批主题教育总结", 5, null)]
    [InlineData("第二批主题教育", 5, "2; 5")]
    [InlineData("的二十大", 19, null)]
    [InlineData("我的二十大", 19, null)]
    [InlineData("党的二十批", 19, null)]
    [InlineData("第二十大", 19, null)]
    [InlineData("首", 19, null)]
    [InlineData("", 19, null)]
    public void An_ordinal_is_held_against_the_number(string name, int? number, string? expected)
    {
        var found = new List<Issue>();
        NameRules.CheckOrdinal(name, number, "批", new("recognitions", 1), "batch", found.Add);
        Assert.Equal(expected is null ? null : $"$.recognitions[1].batch: {name}; {expected}", Only(found));
    }

    [Theory]
    [InlineData("市委第十届五次全会", 5, null)]
    [InlineData("市委第十届五次全会", 10, null)]
    [InlineData("第十届五方会谈", 5, "10; 5")]
    [InlineData("第十届五", 5, "10; 5")]
    [InlineData("第一百零五次常务会议", 105, null)]
    [InlineData("第一百零五次常务会议", 150, "105; 150")]
    [InlineData("第三次全国国土调查工作会议", 1, null)]
    [InlineData("第四次工业革命论坛", 2, null)]
    [InlineData("第二届进博会筹备会", 4, null)]
    [InlineData("第二次全国代表大会", 4, "2; 4")]
    public void A_session_within_a_term_is_numbered_twice(string name, int edition, string? expected)
    {
        var found = new List<Issue>();
        NameRules.CheckOrdinal(name, edition, "届次", new("meetings", 0), "edition", found.Add);
        Assert.Equal(expected is null ? null : $"$.meetings[0].edition: {name}; {expected}", Only(found));
    }

    [Theory]
    [InlineData("建党100周年大会", "2021-07-01", null)]
    [InlineData("建党100周年大会", "2022-07-01", "2021; 2022-07-01")]
    [InlineData("建党100周年大会", "2020-07-01", "2021; 2020-07-01")]
    [InlineData("庆祝建党一百周年大会", "2022", "2021; 2022")]
    [InlineData("新中国成立70周年", "2018/2020", null)]
    [InlineData("改革开放40周年", "2019", "2018; 2019")]
    [InlineData("建校100周年", "2022", null)]
    [InlineData("建党以来100周年", "2022", null)]
    [InlineData("建党100年", "2022", null)]
    [InlineData("周年建党100", "2022", null)]
    [InlineData("建党100周年大会", "20XX", null)]
    [InlineData("建党100周年大会", null, null)]
    [InlineData("建党100周年大会", "2022/..", null)]
    public void An_anniversary_is_held_against_the_date(string name, string? on, string? expected)
    {
        var found = new List<Issue>();
        NameRules.CheckAnniversary(name, on is null ? null : ReportingPeriod.Parse(on), new("meetings", 0), "on", found.Add);
        Assert.Equal(expected is null ? null : $"$.meetings[0].on: {name}; {expected}", Only(found));
    }

    [Theory]
    [InlineData("2月20日(星期二)", "2023-02-20", "Tuesday/星期二, Monday/星期一")]
    [InlineData("星期日", "2023-02-20", "Sunday/星期日, Monday/星期一")]
    [InlineData("星期天", "2023-02-20", "Sunday/星期日, Monday/星期一")]
    [InlineData("星期六", "2023-02-20", "Saturday/星期六, Monday/星期一")]
    [InlineData("周二", "2023-02-20", "Tuesday/星期二, Monday/星期一")]
    [InlineData("星期一", "2023-02-20", null)]
    [InlineData("星期一", "2023-02-21", "Monday/星期一, Tuesday/星期二")]
    [InlineData("周一", "2023-02-20", null)]
    [InlineData("一", "2023-02-21", null)]
    [InlineData("二月", "2023-02-20", null)]
    [InlineData("一二", "2023-02-20", null)]
    [InlineData("星期", "2023-02-20", null)]
    [InlineData("周", "2023-02-20", null)]
    [InlineData("星期八", "2023-02-20", null)]
    [InlineData("星期零", "2023-02-20", null)]
    [InlineData("周年", "2023-02-20", null)]
    [InlineData("星期二", "2023-02", null)]
    [InlineData("星期二", "2023-02-2X", null)]
    [InlineData("星期二", "XXXX-02-20", null)]
    public void A_weekday_is_held_against_the_date(string printed, string date, string? expected) =>
        Assert.Equal(expected, NameRules.WeekdayMismatch(printed, ReportingPeriod.Parse(date)) is var (said, actual) ? $"{said.En}/{said.Zh}, {actual.En}/{actual.Zh}" : null);

    [Theory]
    [InlineData("豫政〔2023〕5号", "2023-05-01", null, null)]
    [InlineData("豫政〔2022〕5号", "2023-05-01", null, "KD 豫政〔2022〕5号; 2022; 2023")]
    [InlineData("豫政〔2022〕5号", null, "2023-05-01", "KD 豫政〔2022〕5号; 2022; 2023")]
    [InlineData("豫政〔2022〕5号", "2022-12-31", "2023-01-05", null)]
    [InlineData("豫政〔2022〕5号", "2023-02-05", "2022-12-31", "KD 豫政〔2022〕5号; 2022; 2023")]
    [InlineData("豫政〔2022〕5号", null, "2023-01-05", null)]
    [InlineData("豫政〔2022〕5号", "2023-01-05", null, null)]
    [InlineData("豫政〔2022〕5号", null, "2023", null)]
    [InlineData("豫政〔2021〕5号", null, "2023-01-05", "KD 豫政〔2021〕5号; 2021; 2023")]
    [InlineData("豫政〔2023〕1号", "2022-12-31", "2023-01-05", null)]
    [InlineData("豫政〔2023〕1号", "2022", null, null)]
    [InlineData("豫政〔2023〕1号", "2022-11-30", null, "KD 豫政〔2023〕1号; 2023; 2022")]
    [InlineData("豫政〔2024〕1号", "2022-12-31", null, "KD 豫政〔2024〕1号; 2024; 2022")]
    [InlineData("豫政〔2023〕1号", null, "2022-12-31", "KD 豫政〔2023〕1号; 2023; 2022")]
    [InlineData("豫政〔2022〕5号", null, null, null)]
    [InlineData("没有文号", null, null, "KD 没有文号")]
    [InlineData("豫政〔202*〕5号", null, null, null)]
    [InlineData(null, null, null, null)]
    public void A_number_is_read_and_held_against_the_date(string? number, string? signedOn, string? issuedOn, string? expected)
    {
        var found = new List<Issue>();
        NameRules.CheckNumber(Document(number) with { SignedOn = Day(signedOn), IssuedOn = Day(issuedOn) }, new("documents", 0), found.Add);
        Assert.Equal(expected, found.Count == 0 ? null : "KD " + string.Join("; ", Assert.Single(found).Arguments));
    }

    [Theory]
    [InlineData("豫政〔2023〕5号", "2023-01-05", null)]
    [InlineData("豫政〔2019〕5号", "2023-05-01", null)]
    [InlineData("豫政〔2023〕5号", "2022-12-31", "2022")]
    [InlineData("豫政〔2023〕5号", "20XX-12-31", null)]
    public void A_number_is_of_no_year_after_the_publication(string number, string publishedOn, string? expected)
    {
        var found = new List<Issue>();
        NameRules.CheckNumber(Document(number) with { PublishedOn = Day(publishedOn) }, new("documents", 0), found.Add);
        Assert.Equal(expected, found.SingleOrDefault()?.Arguments[2]);
    }

    [Theory]
    [InlineData("number", EvidenceBasis.Restored, false)]
    [InlineData("number", EvidenceBasis.Stated, true)]
    [InlineData("number", null, true)]
    [InlineData("title", EvidenceBasis.Restored, true)]
    public void A_number_that_is_said_to_be_read_otherwise_may_be_none(string member, EvidenceBasis? basis, bool isReported)
    {
        var found = new List<Issue>();
        var document = Document("没有文号") with { Evidence = [.. Samples.Cited, new() { Of = MemberPath.Parse(member), Basis = basis }] };
        NameRules.CheckNumber(document, new("documents", 0), found.Add);
        Assert.Equal(isReported, found.Count == 1);
    }

    private static Document Document(string? number) => new() { Id = DocumentId.Parse("d"), Kind = DocumentKind.Notice, Title = "通知", Number = number, Evidence = Samples.Cited };

    private static PartialDate? Day(string? text) => text is null ? null : PartialDate.Parse(text);

    private static string? Only(List<Issue> found) => found.Count == 0 ? null : $"{Assert.Single(found).Path}: {string.Join("; ", found[0].Arguments)}";
}
