using NodaTime;

namespace KejiDomain.Tests.Values;

public sealed class PartialDateTests
{
    [Theory]
    [InlineData("2023", "2023-01-01", "2023-12-31", DatePrecision.Year)]
    [InlineData("2024-02", "2024-02-01", "2024-02-29", DatePrecision.Month)]
    [InlineData("2023-02-20", "2023-02-20", "2023-02-20", DatePrecision.Day)]
    [InlineData("2018-03-09T10:42:00", "2018-03-09", "2018-03-09", DatePrecision.Second)]
    [InlineData("2024-04-03T09:35", "2024-04-03", "2024-04-03", DatePrecision.Minute)]
    [InlineData("2019?", "2019-01-01", "2019-12-31", DatePrecision.Year)]
    [InlineData("XXXX", "0001-01-01", "9999-12-31", DatePrecision.Year)]
    [InlineData("XXXX-05-09", "0001-05-09", "9999-05-09", DatePrecision.Day)]
    [InlineData("XXXX-02-29", "0004-02-29", "9996-02-29", DatePrecision.Day)]
    [InlineData("202X", "2020-01-01", "2029-12-31", DatePrecision.Year)]
    [InlineData("20X3-1X", "2003-10-01", "2093-12-31", DatePrecision.Month)]
    [InlineData("2023-02-2X", "2023-02-20", "2023-02-28", DatePrecision.Day)]
    [InlineData("2023-XX-31", "2023-01-31", "2023-12-31", DatePrecision.Day)]
    public void Means_the_days_from_earliest_to_latest(string text, string earliest, string latest, DatePrecision precision)
    {
        var date = PartialDate.Parse(text);
        Assert.Equal((earliest, latest, precision), (PartialDate.FromDay(date.Earliest).ToString(), PartialDate.FromDay(date.Latest).ToString(), date.Precision));
        Assert.Equal(text, date.ToString());
        Assert.Matches(PartialDate.Format.Pattern, text);
        Assert.Equal(text.Contains('X'), date.IsMasked);
        Assert.Equal(text.EndsWith('?'), date.IsDoubtful);
    }

    [Theory]
    [InlineData("")]
    [InlineData("23")]
    [InlineData("0000")]
    [InlineData("2023-13")]
    [InlineData("2023-00")]
    [InlineData("2023-02-29")]
    [InlineData("2023-02-3X")]
    [InlineData("2023-2")]
    [InlineData("2023-02-20T24:00")]
    [InlineData("2023-02-20T10")]
    [InlineData("2023-02-20T10:60")]
    [InlineData("2023-02-20T10:59:60")]
    [InlineData("2023-02-2XT10:00")]
    [InlineData("2023-02T10:00")]
    [InlineData("2023??")]
    [InlineData("?")]
    [InlineData("2023年")]
    [InlineData("２０２３")]
    [InlineData("2023 ")]
    [InlineData("xxxx")]
    public void Anything_else_is_refused(string text)
    {
        Assert.False(PartialDate.TryParse(text, null, out _));
        Assert.Throws<FormatException>(() => PartialDate.Parse(text));
    }

    [Fact]
    public void Order_is_by_earliest_day_then_coarser_first() =>
        Assert.Equal(
            ["XXXX", "2022", "2022?", "2022-01", "2022-01-01", "2022-01-01T10:00", "2022-02", "2023"],
            new[] { "2023", "2022-02", "2022-01-01T10:00", "2022-01-01", "2022-01", "2022?", "2022", "XXXX" }.Select(PartialDate.Parse).Order().Select(d => d.ToString()));

    [Fact]
    public void Days_and_years_outside_the_range_are_bad_calls()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => PartialDate.FromYear(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => PartialDate.FromYear(10_000));
        Assert.Throws<ArgumentOutOfRangeException>(() => PartialDate.FromDay(new LocalDate(0, 1, 1)));
    }

    [Theory]
    [InlineData("2023-02", 2023)]
    [InlineData("0009?", 9)]
    [InlineData("2023-XX-31", 2023)]
    [InlineData("202X", null)]
    [InlineData("XXXX-05-09", null)]
    public void A_year_is_one_only_with_all_its_digits(string text, int? year)
    {
        Assert.Equal(year, PartialDate.Parse(text).Year);
        Assert.Null(default(PartialDate).Year);
    }

    [Fact]
    public void No_text_is_no_date()
    {
        Assert.False(PartialDate.TryParse(null, null, out var date));
        Assert.True(date.IsEmpty);
        Assert.True(PartialDate.TryParse("2023", null, out date));
        Assert.Equal(PartialDate.FromYear(2023), date);
    }
}
