using System.Globalization;

namespace KejiDomain.Tests.Indicators;

public class MeasureConversionTests
{
    [Theory]
    [InlineData("1.7亿元", "CNY", 0, "170000000")]
    [InlineData("1.7亿元", "CNY", 4, "17000")]
    [InlineData("3128.4万元", "CNY", 8, "0.31284")]
    [InlineData("34.4%", "permille", 0, "344")]
    [InlineData("34.4%", "fraction", 0, "0.344")]
    [InlineData("四分之一", "percent", 0, "25")]
    [InlineData("-7.5%", "fraction", 0, "-0.075")]
    [InlineData("两年半", "month", 0, "30")]
    [InlineData("3天", "hour", 0, "72")]
    [InlineData("2公顷", "mu", 0, "30")]
    [InlineData("30亩", "hectare", 0, "2")]
    [InlineData("1.5吨", "kilogram", 0, "1500")]
    public void Converts_exactly(string text, string unit, int multiplier, string expected)
    {
        var measure = Measure.Parse(text).InUnit(UnitOfMeasure.Parse(unit), multiplier);
        Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), measure.Amount);
        Assert.Equal(unit, measure.Unit.ToString());
        Assert.Null(measure.Printed);
    }

    [Fact]
    public void Range_qualifier_and_missing_reason_are_kept()
    {
        Assert.Equal(new Measure { Low = 100000, High = 200000, Unit = UnitOfMeasure.CNY }, Measure.Parse("10-20万元").InUnit(UnitOfMeasure.CNY));
        Assert.Equal(new Measure { Missing = MissingReason.Redacted, Unit = UnitOfMeasure.CNY, Qualifier = Qualifier.AtMost }, Measure.Parse("最高*万元").InUnit(UnitOfMeasure.CNY));
    }

    [Theory]
    [InlineData("1元", "USD")]
    [InlineData("1个月", "day")]
    [InlineData("121家", "percent")]
    [InlineData("1亩", "hectare")]
    public void What_has_no_exact_form_is_refused(string text, string unit) =>
        Assert.Throws<InvalidOperationException>(() => Measure.Parse(text).InUnit(UnitOfMeasure.Parse(unit)));

    [Theory]
    [InlineData("7000万元", "1.7亿元", -1)]
    [InlineData("121家", "108户", 1)]
    [InlineData("1-2名", "3名", -1)]
    [InlineData("1-2名", "1-2人", 0)]
    [InlineData("1.50%", "1.5%", 0)]
    public void Figures_of_equal_unit_compare(string left, string right, int expected)
    {
        Assert.True(Measure.Parse(left).TryCompareTo(Measure.Parse(right), out var order));
        Assert.Equal(expected, Math.Sign(order));
    }

    [Theory]
    [InlineData("121家", "34.4%")]
    [InlineData("34.4%", "344‰")]
    [InlineData("1-3名", "2名")]
    [InlineData("*家", "3家")]
    public void Others_do_not_compare(string left, string right) => Assert.False(Measure.Parse(left).TryCompareTo(Measure.Parse(right), out _));

    [Theory]
    [InlineData("1亿2000万元", "12000万元", "一亿二千万元")]
    [InlineData("约200人", "约200人", "约二百人")]
    [InlineData("1—2名", "1-2名", "一名至二名")]
    [InlineData("百分之三十四点四", "34.4%", "百分之三十四点四")]
    [InlineData("不低于30%", "30%以上", "百分之三十以上")]
    [InlineData("60人(个)以上", "60人以上", "六十人以上")]
    [InlineData("*余项", "*余项", "*余项")]
    [InlineData("达到以上", "达到以上", "达到以上")]
    [InlineData("三成", "10分之3", "十分之三")]
    [InlineData("每万人3.1件", "每万人3.1件", "每万人三点一件")]
    public void Figures_are_written_in_digits_and_in_chinese(string text, string canonical, string chinese)
    {
        var measure = Measure.Parse(text);
        Assert.Equal(canonical, measure.ToCanonicalString());
        Assert.Equal(chinese, measure.ToChineseString());
        Assert.Equal(text, measure.ToString());
        Assert.Equal(canonical, (measure with { Printed = null }).ToString());
    }

    [Fact]
    public void A_noun_that_is_printed_elsewhere_is_added_for_a_reader() =>
        Assert.Equal("121家", new Measure { Amount = 121, Unit = UnitOfMeasure.Count, Noun = "家", Printed = "121" }.ToString());

    [Fact]
    public void Nearly_and_a_fall_leave_the_smaller_fall() =>
        Assert.Equal(new ValueInterval(-10, -9), (Measure.Percent(-10) with { Qualifier = Qualifier.Nearly }).Interval);
}
