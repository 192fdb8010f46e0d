using System.Globalization;

namespace KejiDomain.Tests.Indicators;

public class MeasureParsingTests
{
    [Theory]
    [InlineData("7.44亿", "7.44 e8 count")]
    [InlineData("3128.4万元", "3128.4 e4 CNY")]
    [InlineData("1.7亿元", "1.7 e8 CNY")]
    [InlineData("5亿元", "5 e8 CNY")]
    [InlineData("16.4亿", "16.4 e8 count")]
    [InlineData("86.50亿元", "86.50 e8 CNY")]
    [InlineData("104974.4万", "104974.4 e4 count")]
    [InlineData("500万元人民币", "500 e4 CNY")]
    [InlineData("人民币500万元", "500 e4 CNY")]
    [InlineData("¥1,234.50", "1234.50 CNY")]
    [InlineData("3亿美元", "3 e8 USD")]
    [InlineData("31284000元", "31284000 CNY")]
    [InlineData("1,234,567人", "1234567 count 人")]
    [InlineData("3128.4 万元", "3128.4 e4 CNY")]
    [InlineData("29笔", "29 count 笔")]
    [InlineData("327家", "327 count 家")]
    [InlineData("108户", "108 count 户")]
    [InlineData("百支", "100 count 支")]
    [InlineData("千人", "1000 count 人")]
    [InlineData("两个", "2 count 个")]
    [InlineData("十五", "15 count")]
    [InlineData("二十四", "24 count")]
    [InlineData("一百零五", "105 count")]
    [InlineData("一百五", "150 count")]
    [InlineData("两千三百零四", "2304 count")]
    [InlineData("三点一四", "3.14 count")]
    [InlineData("壹仟贰佰元", "1200 CNY")]
    [InlineData("三万亿元", "3 e12 CNY")]
    [InlineData("1.5万亿元", "1.5 e12 CNY")]
    [InlineData("一万五千亿", "15000 e8 count")]
    [InlineData("1万亿5000亿元", "15000 e8 CNY")]
    [InlineData("1亿2000万元", "12000 e4 CNY")]
    [InlineData("三亿五千万", "35000 e4 count")]
    [InlineData("一亿零五百万", "10500 e4 count")]
    [InlineData("13万2", "13.2 e4 count")]
    [InlineData("两万三", "2.3 e4 count")]
    [InlineData("13万2000元", "132000 CNY")]
    [InlineData("十三万零五十", "130050 count")]
    [InlineData("十三万零五", "130005 count")]
    [InlineData("5百万元", "500 e4 CNY")]
    [InlineData("2.5千万元", "2500 e4 CNY")]
    [InlineData("2千人", "2000 count 人")]
    [InlineData("5千米", "5 kilometre")]
    [InlineData("200千瓦", "200 kilowatt")]
    [InlineData("百万元", "100 e4 CNY")]
    [InlineData("34.4%", "34.4 percent")]
    [InlineData("185.3 %", "185.3 percent")]
    [InlineData("-7.5%", "-7.5 percent")]
    [InlineData("负百分之三", "-3 percent")]
    [InlineData("百分之三十四点四", "34.4 percent")]
    [InlineData("百分之34.4", "34.4 percent")]
    [InlineData("百分之百", "100 percent")]
    [InlineData("千分之三", "3 permille")]
    [InlineData("2.5‰", "2.5 permille")]
    [InlineData("5个百分点", "5 percentage-point")]
    [InlineData("0.3个百分点", "0.3 percentage-point")]
    [InlineData("零点三个百分点", "0.3 percentage-point")]
    [InlineData("1/4", "0.25 fraction")]
    [InlineData("四分之一", "0.25 fraction")]
    [InlineData("万分之二", "0.0002 fraction")]
    [InlineData("三分之一", "0.333333..0.333334 fraction")]
    [InlineData("三成", "0.3 fraction")]
    [InlineData("三成五", "0.35 fraction")]
    [InlineData("一半", "0.5 fraction")]
    [InlineData("2.3倍", "2.3 times")]
    [InlineData("翻番", "2 times at-least")]
    [InlineData("翻一番", "2 times at-least")]
    [InlineData("翻了两番", "4 times at-least")]
    [InlineData("10余项", "10 count 项 over")]
    [InlineData("400余人", "400 count 人 over")]
    [InlineData("30余项", "30 count 项 over")]
    [InlineData("20多万元", "20 e4 CNY over")]
    [InlineData("1.5万余人", "1.5 e4 count 人 over")]
    [InlineData("三十多家", "30 count 家 over")]
    [InlineData("十来家", "10 count 家 about")]
    [InlineData("约200人", "200 count 人 about")]
    [InlineData("约10余人", "10 count 人 about")]
    [InlineData("500家左右", "500 count 家 about")]
    [InlineData("约500家左右", "500 count 家 about")]
    [InlineData("50人以上", "50 count 人 at-least")]
    [InlineData("10次以上", "10 count 次 at-least")]
    [InlineData("达到50人以上", "50 count 人 at-least")]
    [InlineData("60人(个)以上", "60 count 人 at-least")]
    [InlineData("60人\uFF08个\uFF09以上", "60 count 人 at-least")]
    [InlineData("不低于30%", "30 percent at-least")]
    [InlineData("突破100人", "100 count 人 breaks-through")]
    [InlineData("超过100余家", "100 count 家 exceeds")]
    [InlineData("超亿元", "1 e8 CNY exceeds")]
    [InlineData("近万人", "1 e4 count 人 nearly")]
    [InlineData("上百家", "100 count 家 reaches")]
    [InlineData("近百家", "100 count 家 nearly")]
    [InlineData("最高不超过500万元", "500 e4 CNY at-most")]
    [InlineData("20%以内", "20 percent at-most")]
    [InlineData("不足1%", "1 percent below")]
    [InlineData("达121家", "121 count 家 reaches")]
    [InlineData("近3年", "3 year nearly")]
    [InlineData("两年半", "2.5 year")]
    [InlineData("三个半月", "3.5 month")]
    [InlineData("3个月", "3 month")]
    [InlineData("两个多月", "2 month over")]
    [InlineData("半年", "0.5 year")]
    [InlineData("2000余年", "2000 year over")]
    [InlineData("30日内", "30 day at-most")]
    [InlineData("5个工作日", "5 day")]
    [InlineData("40天", "40 day")]
    [InlineData("1.2万人次", "1.2 e4 person-time")]
    [InlineData("3000人年", "3000 person-year")]
    [InlineData("每万人3.1件", "3.1 per-10000-persons 件")]
    [InlineData("3.1件/万人", "3.1 per-10000-persons 件")]
    [InlineData("每万人口超过12件", "12 per-10000-persons 件 exceeds")]
    [InlineData("每亩500元", "500 CNY-per-mu")]
    [InlineData("1200元/人", "1200 CNY-per-person")]
    [InlineData("0.5吨标准煤/万元", "0.5 tce-per-10000-CNY")]
    [InlineData("1-2名", "1..2 count 名")]
    [InlineData("1\uFF0D2名", "1..2 count 名")]
    [InlineData("3至5年", "3..5 year")]
    [InlineData("三到五年", "3..5 year")]
    [InlineData("10-20万元", "10..20 e4 CNY")]
    [InlineData("10万-20万元", "10..20 e4 CNY")]
    [InlineData("5000万元—1亿元", "5000..10000 e4 CNY")]
    [InlineData("3%~5%", "3..5 percent")]
    [InlineData("百分之三至百分之五", "3..5 percent")]
    [InlineData("百分之三至五", "3..5 percent")]
    [InlineData("*万元", "? e4 CNY redacted")]
    [InlineData("\uFF0A家", "? count 家 redacted")]
    [InlineData("近*个", "? count 个 nearly redacted")]
    [InlineData("*余项", "? count 项 over redacted")]
    [InlineData("*多亿元", "? e8 CNY over redacted")]
    [InlineData("突破*家", "? count 家 breaks-through redacted")]
    [InlineData("最高*万元", "? e4 CNY at-most redacted")]
    [InlineData("*万元以内", "? e4 CNY at-most redacted")]
    [InlineData("*%", "? percent redacted")]
    [InlineData("*-*名", "? count 名 redacted")]
    [InlineData("XX万元", "? e4 CNY redacted")]
    [InlineData("3**家", "? count 家 redacted")]
    [InlineData("达到以上", "? count at-least lost")]
    [InlineData("达到%以上", "? percent at-least lost")]
    [InlineData("超过家以上", "? count 家 exceeds lost")]
    [InlineData("\uFF13\uFF11\uFF12\uFF18\uFF0E\uFF14万元", "3128.4 e4 CNY")]
    [InlineData("\uFF13\uFF14.\uFF14\uFF05", "34.4 percent")]
    [InlineData("9999999999999999999999999999元", "9999999999999999999999999999 CNY")]
    public void Reads_printed_figures(string text, string expected)
    {
        var measure = Measure.Parse(text);
        Assert.Equal(expected, Describe(measure));
        Assert.Same(text, measure.Printed);
        Assert.True(Measure.TryParse(text.AsSpan(), out var fromSpan));
        Assert.Equal(measure, fromSpan);
    }

    [Theory]
    [InlineData("16.4亿", "1640000000")]
    [InlineData("3128.4万元", "31284000")]
    [InlineData("三万亿元", "3000000000000")]
    [InlineData("13万2", "132000")]
    [InlineData("104974.4万", "1049744000")]
    [InlineData("一万五千亿", "1500000000000")]
    public void The_value_is_exact(string text, string expected) =>
        Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), Measure.Parse(text).Value);

    [Theory]
    [InlineData("86.50亿元", 2)]
    [InlineData("7.440%", 3)]
    [InlineData("2.50千万元", 0)]
    public void Printed_places_are_kept(string text, int places) => Assert.Equal(places, Measure.Parse(text).Amount!.Value.Scale);

    [Theory]
    [MemberData(nameof(LookAlikes))]
    public void A_look_alike_is_no_figure(string text)
    {
        Assert.False(Measure.TryParse(text, out var measure), Describe(measure));
        Assert.Equal(default, measure);
        Assert.False(Measure.TryParse(text.AsSpan(), out _));
        var failure = Assert.Throws<FormatException>(() => Measure.Parse(text));
        Assert.Contains(text, failure.Message, StringComparison.Ordinal);
        Assert.Contains("position", failure.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string> LookAlikes { get; } =
    [
        "十分重要", "一带一路", "三农", "百强", "万象", "5G", "A股", "第一方阵", "双碳", "十分",
        "十三五", "十四五", "十五五", "四六四五", "一核三城", "1+8", "*+*", "双倍增", "六个一", "四梁八柱",
        "2.0版", "4N", "三门峡", "五一", "八一", "六一", "一汽", "三星", "百度", "万科",
        "一批", "一些", "一把手", "一体化", "一站式", "一网通办", "一次性", "一家独大", "一律", "一致",
        "千人计划", "万人计划", "百校千果", "千企千亿", "千家万户", "百家争鸣", "千方百计", "万众一心", "三令五申", "五位一体",
        "两会", "两山", "两新", "双创", "双一流", "双组长", "两个确保", "四个意识", "三个代表", "八大工程",
        "2023年", "2022-2024年", "2022-2024", "二〇二三年", "9月", "1-9月", "20日", "三季度", "2023年2月", "2018-03-09",
        "第二", "第5位", "前列", "前三名", "首家", "第十九届", "第一次会议", "75后", "66号", "3A级",
        "万元", "亿元", "百", "千", "亿", "万", "家", "元", "以上", "约",
        "达人", "超人", "多人", "数百家", "几十项", "若干项", "半导体", "过半", "24/7", "1:3",
        "10:42", "192.168.0.1", "1.2.3", "007", "1,23家", "12,3456元", "5.", ".5", "--5%", "5%%",
        "3家4家", "10家-5家", "5家-6户", "13万25", "四六", "两十", "千百", "一百千", "亿万", "三万五亿六亿",
        "百万", "七上八下", "九牛一毛", "三方", "二类", "一期", "十点", "二维码", "三甲", "百日攻坚",
        "人才20条", "A4", "G20", "X", "*", "*年", "近多半", " 5家", "5家 ",
    ];

    [Fact]
    public void A_bare_number_is_a_figure() => Assert.Equal("66 count", Describe(Measure.Parse("66")));

    [Fact]
    public void Null_is_a_wrong_call_for_Parse_and_no_figure_for_TryParse()
    {
        Assert.Throws<ArgumentNullException>(() => Measure.Parse(null!));
        Assert.False(Measure.TryParse((string?)null, out _));
        Assert.False(Measure.TryParse(string.Empty, out _));
    }

    [Fact]
    public void Every_label_of_a_unit_is_read_after_a_figure_or_is_a_known_exception()
    {
        string[] notAfterFigure = ["百分之", "百分比", "千分之", "分之", "一半", "每万人", "翻番", "翻一番", "翻两番", "人民币", "度", "方", "名次", "月", "季度", "日"];
        foreach (var definition in UnitOfMeasure.CodeList.Definitions)
        {
            foreach (var label in definition.Alternatives.Prepend(definition.Zh).Except(notAfterFigure))
            {
                Assert.True(Measure.TryParse("5" + label, out var measure), label);
                Assert.True(measure.Unit.ToString() == definition.Code || (label == "位" && measure.Unit == UnitOfMeasure.Count), label);
            }
        }
    }

    [Fact]
    public void Every_label_of_a_qualifier_is_read_before_or_after_a_figure()
    {
        foreach (var definition in Qualifier.CodeList.Definitions)
        {
            foreach (var label in definition.Alternatives.Prepend(definition.Zh))
            {
                var found = Measure.TryParse(label + "5家", out var measure) || Measure.TryParse("5家" + label, out measure) || Measure.TryParse("5" + label, out measure);
                Assert.True(found && measure.Qualifier.ToString() == definition.Code, label);
            }
        }
    }

    [Fact]
    public void The_string_overload_allocates_nothing_and_the_span_overload_the_printed_text_only()
    {
        string[] texts = ["7.44亿", "3128.4万元", "约200人", "1-2名", "*万元", "百分之三十四点四", "十分重要", "三分之一", "每万人3.1件"];
        var found = 0;
        foreach (var text in texts)
        {
            found += Measure.TryParse(text, out _) ? 1 : 0;
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            foreach (var text in texts)
            {
                found += Measure.TryParse(text, out _) ? 1 : 0;
            }
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(101 * (texts.Length - 1), found);

        const string Long = "3128.4万元";
        Assert.True(Measure.TryParse(Long.AsSpan(), out _));
        before = GC.GetAllocatedBytesForCurrentThread();
        var copy = new string(Long.AsSpan());
        var ofText = GC.GetAllocatedBytesForCurrentThread() - before;
        before = GC.GetAllocatedBytesForCurrentThread();
        var isFigure = Measure.TryParse(Long.AsSpan(), out var measure);
        Assert.Equal(ofText, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(isFigure);
        Assert.Equal(copy, measure.Printed);
    }

    internal static string Describe(Measure measure)
    {
        var figure = measure.Missing is not null ? "?" : measure.Amount is { } amount
            ? amount.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{measure.Low}..{measure.High}");
        string?[] parts =
        [
            figure, measure.Multiplier is { } power ? string.Create(CultureInfo.InvariantCulture, $"e{power}") : null, measure.Unit.ToString(), measure.Noun,
            measure.Qualifier?.ToString(), measure.Missing?.ToString().ToLowerInvariant(),
        ];
        return string.Join(' ', parts.Where(p => p is not null));
    }

    // *年 is a year as well as a number of years; so is what stands beside it.
    [Theory]
    [InlineData("*年", false)]
    [InlineData("*-十年", false)]
    [InlineData("*—10年", false)]
    [InlineData("十-*年", false)]
    [InlineData("3-5年", true)]
    [InlineData("*-十个", true)]
    public void Years_that_are_hidden_are_no_number_of_years(string text, bool isRead) => Assert.Equal(isRead, Measure.TryParse(text, out _));
}
