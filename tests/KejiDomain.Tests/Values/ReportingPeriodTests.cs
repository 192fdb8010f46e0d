namespace KejiDomain.Tests.Values;

public sealed class ReportingPeriodTests
{
    [Theory]
    [InlineData("2022", "2022-01-01", "2022-12-31")]
    [InlineData("2023-Q1", "2023-01-01", "2023-03-31")]
    [InlineData("2023-Q4?", "2023-10-01", "2023-12-31")]
    [InlineData("2023-S1", "2023-01-01", "2023-06-30")]
    [InlineData("XXXX-S2", "0001-07-01", "9999-12-31")]
    [InlineData("2022/2024", "2022-01-01", "2024-12-31")]
    [InlineData("2023-01/2023-09", "2023-01-01", "2023-09-30")]
    [InlineData("2021/..", "2021-01-01", null)]
    [InlineData("../2021", null, "2021-12-31")]
    [InlineData("/2030", null, "2030-12-31")]
    [InlineData("XXXX/XXXX", "0001-01-01", "9999-12-31")]
    [InlineData("{2014,2017}", "2014-01-01", "2017-12-31")]
    [InlineData("R/P1Y", null, null)]
    [InlineData("R/P12M", null, null)]
    public void Means_the_days_from_earliest_to_latest(string text, string? earliest, string? latest)
    {
        var period = ReportingPeriod.Parse(text);
        Assert.Equal((earliest, latest), (Day(period.Earliest), Day(period.Latest)));
        Assert.Equal(text, period.ToString());
        Assert.Matches(ReportingPeriod.Format.Pattern, text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("../..")]
    [InlineData("..")]
    [InlineData("2022/2022")]
    [InlineData("2022/2023/2024")]
    [InlineData("2022-Q5")]
    [InlineData("2022-S3")]
    [InlineData("2022-Q1/2022-Q2")]
    [InlineData("{2014}")]
    [InlineData("{2014,}")]
    [InlineData("{2014,2017")]
    [InlineData("R/P")]
    [InlineData("R/P0Y")]
    [InlineData("R/1Y")]
    [InlineData("P1Y")]
    [InlineData("2022-2024")]
    [InlineData("2022年")]
    public void Anything_else_is_refused(string text)
    {
        Assert.False(ReportingPeriod.TryParse(text, null, out _));
        Assert.Throws<FormatException>(() => ReportingPeriod.Parse(text));
    }

    [Theory]
    [InlineData("2022", "2021")]
    [InlineData("2022-05", "2021-05")]
    [InlineData("2022-Q1", "2021-Q1")]
    [InlineData("2022?", "2021?")]
    [InlineData("0001", null)]
    [InlineData("XXXX", null)]
    [InlineData("2022/2024", null)]
    [InlineData("2022-05-09", null)]
    [InlineData("R/P1Y", null)]
    public void The_year_before_is_the_same_part_of_it(string text, string? previous) => Assert.Equal(previous, ReportingPeriod.Parse(text).PreviousYear()?.ToString());

    [Fact]
    public void A_reversed_range_can_be_stored() => Assert.True(ReportingPeriod.Parse("2024/2022").IsRange);

    [Fact]
    public void Order_is_by_earliest_then_latest() =>
        Assert.Equal(
            ["R/P1Y", "/2030", "2022-Q1", "2022", "2022/2024", "2022/..", "2023"],
            new[] { "2023", "2022/..", "2022/2024", "2022", "2022-Q1", "/2030", "R/P1Y" }.Select(ReportingPeriod.Parse).Order().Select(p => p.ToString()).OrderBy(p => p == "R/P1Y" ? 0 : 1));

    private static string? Day(NodaTime.LocalDate? date) => date is { } day ? PartialDate.FromDay(day).ToString() : null;
}
