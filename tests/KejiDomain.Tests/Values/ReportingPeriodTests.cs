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
    [InlineData("R/P1D", null, null)]
    [InlineData("R/P9W", null, null)]
    [InlineData("2024-S1", "2024-01-01", "2024-06-30")]
    [InlineData("{2017-05,2014}", "2014-01-01", "2017-05-31")]
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
    [InlineData("R/P:Y")]
    [InlineData("R/P1")]
    [InlineData("R/P1X")]
    [InlineData("R/P1AY")]
    [InlineData("R/P100Y")]
    [InlineData("RXP1Y")]
    [InlineData("2022-Q0")]
    [InlineData("2022-S0")]
    [InlineData("2022/Q1")]
    [InlineData("2022/2022-13")]
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
    [InlineData("2022-05?", "2021-05?")]
    [InlineData("2022-S2?", "2021-S2?")]
    [InlineData("1950", "1949")]
    [InlineData("1949", "1948")]
    [InlineData("2101", "2100")]
    [InlineData("2102", "2101")]
    [InlineData("0002", "0001")]
    [InlineData("{2014,2017}", null)]
    [InlineData("/2030", null)]
    [InlineData("0001", null)]
    [InlineData("XXXX", null)]
    [InlineData("2022-01/2022-09", "2021-01/2021-09")]
    [InlineData("0001-01/0001-09", null)]
    [InlineData("2022-10/2023-03", null)]
    [InlineData("20XX-01/20XX-09", null)]
    [InlineData("2022-01-01/2022", null)]
    [InlineData("2022/2022-05-09", null)]
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

    // Each with the next: an earlier beginning, then an earlier end, then the text.
    [Theory]
    [InlineData("/2030", "2021")]
    [InlineData("../2021", "../2022")]
    [InlineData("2022-Q1", "2022-S1")]
    [InlineData("2022-S1", "2022")]
    [InlineData("2022", "2022/2024")]
    [InlineData("2022/2024", "2022/..")]
    [InlineData("2022", "2022-01/2022-12")]
    [InlineData("2022", "2022?")]
    [InlineData("2022/..", "2023")]
    public void Comes_before(string first, string second)
    {
        var (one, other) = (ReportingPeriod.Parse(first), ReportingPeriod.Parse(second));
        Assert.True(one.CompareTo(other) < 0);
        Assert.True(other.CompareTo(one) > 0);
        Assert.Equal(0, one.CompareTo(ReportingPeriod.Parse(first)));
    }

    [Theory]
    [InlineData("2022", false, false, false, false, false, 2022)]
    [InlineData("2022?", false, false, false, false, true, 2022)]
    [InlineData("2022-Q1", false, false, false, false, false, null)]
    [InlineData("20XX", false, false, false, true, false, null)]
    [InlineData("2022/2024", true, false, false, false, false, null)]
    [InlineData("2021/..", true, false, false, false, false, null)]
    [InlineData("{2014,2017}", false, true, false, false, false, null)]
    [InlineData("R/P1Y", false, false, true, false, false, null)]
    [InlineData("", false, false, false, false, false, null)]
    public void Tells_its_kind(string text, bool isRange, bool isSet, bool isRecurring, bool isMasked, bool isDoubtful, int? year)
    {
        ReportingPeriod.TryParse(text, null, out var period);
        Assert.Equal((isRange, isSet, isRecurring, isMasked, isDoubtful, year), (period.IsRange, period.IsSet, period.IsRecurring, period.IsMasked, period.IsDoubtful, period.Year));
    }

    [Fact]
    public void Years_and_dates_become_periods()
    {
        Assert.Equal("2021/2025", ReportingPeriod.FromYears(2021, 2025).ToString());
        Assert.Equal("2021", ReportingPeriod.FromYears(2021, 2021).ToString());
        Assert.Throws<ArgumentOutOfRangeException>(() => ReportingPeriod.FromYears(2022, 2021));
        Assert.Throws<ArgumentOutOfRangeException>(() => ReportingPeriod.FromYears(0, 2021));
        ReportingPeriod day = PartialDate.Parse("2022-05-09");
        Assert.Equal(ReportingPeriod.Parse("2022-05-09"), day);
        ReportingPeriod none = default(PartialDate);
        Assert.True(none.IsEmpty);
    }

    [Fact]
    public void No_text_is_no_period()
    {
        Assert.False(ReportingPeriod.TryParse(null, null, out var period));
        Assert.True(period.IsEmpty);
        Assert.True(ReportingPeriod.TryParse("2022", null, out period));
        Assert.Equal(ReportingPeriod.FromYear(2022), period);
    }

    [Fact]
    public void A_set_has_at_most_four_hundred_signs()
    {
        var years = "{" + string.Join(",", Enumerable.Range(1900, 79)) + "}";
        Assert.Equal(396, years.Length);
        Assert.True(ReportingPeriod.TryParse(years[..^1] + "-10}", null, out _));
        Assert.True(ReportingPeriod.TryParse(years[..^1] + "-10?}", null, out _));
        Assert.False(ReportingPeriod.TryParse(years[..^1] + ",2000}", null, out _));
    }

    private static string? Day(NodaTime.LocalDate? date) => date is { } day ? PartialDate.FromDay(day).ToString() : null;
}
