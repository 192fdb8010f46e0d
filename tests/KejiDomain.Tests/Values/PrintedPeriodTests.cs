using NodaTime;

namespace KejiDomain.Tests.Values;

public class PrintedPeriodTests
{
    private static readonly PartialDate Anchor = PartialDate.Parse("2023-07-11");

    [Theory]
    [InlineData("2022年", "2022")]
    [InlineData("2022年度", "2022")]
    [InlineData("\uFF12\uFF10\uFF12\uFF12年", "2022")]
    [InlineData("2022 年", "2022")]
    [InlineData("二〇二二年", "2022")]
    [InlineData("2018年3月", "2018-03")]
    [InlineData("2018年3月份", "2018-03")]
    [InlineData("2023年2月20日", "2023-02-20")]
    [InlineData("2023年2月20日上午", "2023-02-20")]
    [InlineData("2023年2月20日(星期一)", "2023-02-20")]
    [InlineData("2023年2月20日(星期二)", "2023-02-20?")]
    [InlineData("二○一一年十月二十四日", "2011-10-24")]
    [InlineData("二〇一一年十月二十四日", "2011-10-24")]
    [InlineData("二零二三年十二月三十一日", "2023-12-31")]
    [InlineData("12月17日", "XXXX-12-17")]
    [InlineData("3月8日", "XXXX-03-08")]
    [InlineData("2018-03-09", "2018-03-09")]
    [InlineData("2018-03-09 10:42:00", "2018-03-09T10:42:00")]
    [InlineData("2024-04-03 09:35", "2024-04-03T09:35")]
    [InlineData("2018/3/9", "2018-03-09")]
    [InlineData("2018.3.9", "2018-03-09")]
    [InlineData("1-9月", "XXXX-01/XXXX-09")]
    [InlineData("1—9月", "XXXX-01/XXXX-09")]
    [InlineData("2023年1-9月", "2023-01/2023-09")]
    [InlineData("2023年1至9月", "2023-01/2023-09")]
    [InlineData("2023年1月至9月", "2023-01/2023-09")]
    [InlineData("前三季度", "XXXX-01/XXXX-09")]
    [InlineData("2022年前三季度", "2022-01/2022-09")]
    [InlineData("2022年前8个月", "2022-01/2022-08")]
    [InlineData("一季度", "XXXX-Q1")]
    [InlineData("2023年一季度", "2023-Q1")]
    [InlineData("2023年第四季度", "2023-Q4")]
    [InlineData("2023年三季度末", "2023-09")]
    [InlineData("2023年上半年", "2023-S1")]
    [InlineData("下半年", "XXXX-S2")]
    [InlineData("2023年3月上旬", "2023-03-01/2023-03-10")]
    [InlineData("2024年2月下旬", "2024-02-21/2024-02-29")]
    [InlineData("2022-2024年", "2022/2024")]
    [InlineData("2022—2024年", "2022/2024")]
    [InlineData("2022年至2024年", "2022/2024")]
    [InlineData("2016-2017年度", "2016/2017")]
    [InlineData("2022年10月至2023年3月", "2022-10/2023-03")]
    [InlineData("5月9日-11日", "XXXX-05-09/XXXX-05-11")]
    [InlineData("5月9-11日", "XXXX-05-09/XXXX-05-11")]
    [InlineData("2014年、2017年", "{2014,2017}")]
    [InlineData("2014、2017年", "{2014,2017}")]
    [InlineData("2014年、2015年和2017年", "{2014,2015,2017}")]
    [InlineData("2022年底", "2022-12")]
    [InlineData("2022年末", "2022-12")]
    [InlineData("2022年初", "2022-01")]
    [InlineData("截至2022年底", "2022-12-31")]
    [InlineData("截至2023年6月底", "2023-06-30")]
    [InlineData("截至2023年2月20日", "2023-02-20")]
    [InlineData("截至*年底", "XXXX-12")]
    [InlineData("到2025年", "2025")]
    [InlineData("2021年以来", "2021/..")]
    [InlineData("2021年起", "2021/..")]
    [InlineData("2030年前", "/2030")]
    [InlineData("十四五", "2021/2025")]
    [InlineData("“十四五”", "2021/2025")]
    [InlineData("“十四五”时期", "2021/2025")]
    [InlineData("十三五期间", "2016/2020")]
    [InlineData("十四五末", "2025")]
    [InlineData("到“十四五”末", "2025")]
    [InlineData("十五五", "2026/2030")]
    [InlineData("“七五”期间", "1986/1990")]
    [InlineData("“十三五”以来", "2016/..")]
    [InlineData("每年", "R/P1Y")]
    [InlineData("每两年", "R/P2Y")]
    [InlineData("每月", "R/P1M")]
    [InlineData("每季度", "R/P3M")]
    [InlineData("每半年", "R/P6M")]
    [InlineData("*年", "XXXX")]
    [InlineData("20**年", "20XX")]
    [InlineData("201\uFF0A年", "201X")]
    [InlineData("2023年*月*日", "2023-XX-XX")]
    [InlineData("2019年?", "2019?")]
    public void Reads_printed_time(string text, string expected)
    {
        Assert.Equal(expected, ReportingPeriod.ParsePrinted(text).ToString());
        Assert.Equal(expected, ReportingPeriod.ParsePrinted(text, Anchor).ToString());
    }

    [Theory]
    [InlineData("去年", "2022")]
    [InlineData("今年", "2023")]
    [InlineData("前年", "2021")]
    [InlineData("明年", "2024")]
    [InlineData("去年前三季度", "2022-01/2022-09")]
    [InlineData("今年上半年", "2023-S1")]
    [InlineData("去年底", "2022-12")]
    [InlineData("截至去年底", "2022-12-31")]
    [InlineData("近三年", "2021/2023")]
    [InlineData("近3年", "2021/2023")]
    [InlineData("最近五年", "2019/2023")]
    [InlineData("过去三年", "2020/2022")]
    [InlineData("未来三年", "2024/2026")]
    [InlineData("昨日", "2023-07-10")]
    [InlineData("今天", "2023-07-11")]
    [InlineData("本月", "2023-07")]
    [InlineData("上个月", "2023-06")]
    [InlineData("上周五", "2023-07-07")]
    [InlineData("本周", "2023-07-10/2023-07-16")]
    [InlineData("本周一", "2023-07-10")]
    public void What_is_reckoned_needs_an_anchor(string text, string expected)
    {
        Assert.Equal(expected, ReportingPeriod.ParsePrinted(text, Anchor).ToString());
        Assert.False(ReportingPeriod.TryParsePrinted(text, null, out var none));
        Assert.True(none.IsEmpty);
    }

    [Fact]
    public void A_year_anchors_years_but_no_days()
    {
        Assert.Equal("2022", ReportingPeriod.ParsePrinted("去年", PartialDate.Parse("2023")).ToString());
        Assert.False(ReportingPeriod.TryParsePrinted("昨日", PartialDate.Parse("2023"), out _));
        Assert.False(ReportingPeriod.TryParsePrinted("去年", PartialDate.Parse("202X"), out _));
    }

    [Theory]
    [InlineData("十分重要")]
    [InlineData("近年来")]
    [InlineData("第十九届")]
    [InlineData("40周年")]
    [InlineData("三年行动")]
    [InlineData("3年")]
    [InlineData("13月")]
    [InlineData("2023年13月")]
    [InlineData("2023年2月30日")]
    [InlineData("五季度")]
    [InlineData("2024-2022年")]
    [InlineData("2022-2024")]
    [InlineData("2022")]
    [InlineData("97年")]
    [InlineData("20230年")]
    [InlineData("十五")]
    [InlineData("三五")]
    [InlineData("三月三")]
    [InlineData("五一")]
    [InlineData("9·3")]
    [InlineData("24小时")]
    [InlineData("2018-13-09")]
    [InlineData("2018-03-09 25:00")]
    [InlineData("每人")]
    [InlineData("每四十年")]
    [InlineData("1/4")]
    [InlineData("2023年 ")]
    [InlineData("")]
    [InlineData("2023年2月20日(星期八)")]
    [InlineData("一季度、二季度")]
    public void A_look_alike_is_no_time(string text)
    {
        Assert.False(ReportingPeriod.TryParsePrinted(text, Anchor, out var period), period.ToString());
        Assert.Contains("position", Assert.Throws<FormatException>(() => ReportingPeriod.ParsePrinted(text, Anchor)).Message, StringComparison.Ordinal);
        Assert.Throws<FormatException>(() => PartialDate.ParsePrinted(text, Anchor));
    }

    [Fact]
    public void A_date_is_one_date_and_no_period()
    {
        Assert.Equal("XXXX-12-17", PartialDate.ParsePrinted("12月17日").ToString());
        Assert.False(PartialDate.TryParsePrinted("2022-2024年", null, out _));
        Assert.Throws<FormatException>(() => PartialDate.ParsePrinted("前三季度"));
        Assert.Equal(IsoDayOfWeek.Monday, PartialDate.Parse("2023-02-20").DayOfWeek);
        Assert.Null(PartialDate.Parse("2023-02").DayOfWeek);
        Assert.Null(PartialDate.Parse("XXXX-12-17").DayOfWeek);
        Assert.Null(default(PartialDate).DayOfWeek);
    }

    [Fact]
    public void A_mask_that_no_year_fits_is_refused_at_once()
    {
        Assert.False(PartialDate.TryParse("XXXX-02-30".AsSpan(), out _));
        Assert.False(PartialDate.TryParse("XXX1-02-29".AsSpan(), out _));
        Assert.Equal(new LocalDate(4, 2, 29), PartialDate.Parse("XXXX-02-29").Earliest);
    }
}
