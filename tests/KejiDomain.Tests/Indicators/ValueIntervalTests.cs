namespace KejiDomain.Tests.Indicators;

public sealed class ValueIntervalTests
{
    [Fact]
    public void An_end_that_no_decimal_holds_is_open()
    {
        var most = new Measure { Amount = decimal.MaxValue, Unit = UnitOfMeasure.CNY };
        var about = most with { Qualifier = Qualifier.About };
        Assert.Null(about.Interval!.Value.High);
        Assert.NotNull(about.Interval.Value.Low);
        Assert.Equal(decimal.MaxValue, (most with { Qualifier = Qualifier.Nearly }).Interval!.Value.High);
        Assert.Null((about with { Amount = decimal.MinValue }).Interval!.Value.Low);
        Assert.NotNull((about with { Amount = decimal.MinValue }).Interval!.Value.High);
    }

    [Theory]
    [InlineData(12000, "1.2万", 11500, 12500)]
    [InlineData(12000, "1.20万", 11950, 12050)]
    [InlineData(-12000, "-1.2万", -12500, -11500)]
    [InlineData(500000000, "5亿", 450000000, 550000000)]
    [InlineData(12000, "12000", 12000, 12000)]
    [InlineData(12000, "1.3万", 12000, 12000)]
    [InlineData(12000, null, 12000, 12000)]
    public void What_is_written_out_is_as_exact_as_it_is_printed(int amount, string? printed, int low, int high) =>
        Assert.Equal(new ValueInterval(low, high), (Measure.Count(amount, "家") with { Printed = printed }).Interval);

    [Theory]
    [InlineData(12000, 4, "1.2亿元", 115_000_000, 125_000_000)]
    [InlineData(12000, 4, "12000万元", 119_995_000, 120_005_000)]
    [InlineData(12000, 4, "1.3亿元", 119_995_000, 120_005_000)]
    public void So_is_what_is_written_in_a_smaller_word(int amount, int multiplier, string printed, int low, int high) =>
        Assert.Equal(new ValueInterval(low, high), (Measure.Yuan(amount, multiplier) with { Printed = printed }).Interval);
}
