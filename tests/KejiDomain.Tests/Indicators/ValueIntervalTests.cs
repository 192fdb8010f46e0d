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
}
