using System.Globalization;
using System.Text;
using NodaTime;

namespace KejiDomain.Properties.Values;

public class PeriodProperties
{
    private const int Runs = 20_000;

    private static readonly string[] Samples =
    [
        "1-9月", "前三季度", "十四五", "“十四五”末", "2022-2024年", "2016-2017年度", "截至2022年底", "12月17日", "二○一一年十月二十四日", "近三年", "去年", "昨日", "2018-03-09 10:42:00",
        "2023年2月20日上午", "2023年2月20日(星期一)", "2014年、2017年", "2021年以来", "2030年前", "每两年", "*年底", "20**年", "5月9-11日", "2024年2月下旬", "上周五", "去年前8个月", "2019年?", "到2025年",
    ];

    private static readonly Gen<string> Dates =
        from year in Gen.Int[1, 9999]
        from month in Gen.Int[1, 12]
        from day in Gen.Int[1, 31]
        from length in Gen.OneOf(4, 7, 10)
        from masks in Gen.Int[0, 1023]
        from doubt in Gen.OneOf(string.Empty, string.Empty, "?")
        let text = string.Create(CultureInfo.InvariantCulture, $"{year:D4}-{month:D2}-{Math.Min(day, CalendarSystem.Iso.GetDaysInMonth(year, month)):D2}")
        select string.Concat(text[..length].Select((c, i) => c != '-' && masks < 512 && (masks >> i & 1) == 1 ? 'X' : c)) + doubt;

    private static readonly Gen<ReportingPeriod> Periods = Gen.OneOf(
        Dates,
        Gen.Select(Gen.Int[1900, 2100], Gen.OneOf("Q1", "Q2", "Q3", "Q4", "S1", "S2"), (y, p) => string.Create(CultureInfo.InvariantCulture, $"{y}-{p}")),
        Gen.Select(Dates, Dates, (a, b) => $"{a}/{b}"),
        Dates.Select(d => d + "/.."),
        Dates.Select(d => "/" + d),
        Gen.Select(Dates, Dates, (a, b) => $"{{{a},{b}}}"),
        Gen.OneOf("R/P1Y", "R/P2Y", "R/P1M")).Where(t => ReportingPeriod.TryParse(t, null, out _)).Select(ReportingPeriod.Parse);

    [Fact]
    public void Every_day_reads_back_in_every_style() => Gen.Select(Gen.Int[1900, 2100], Gen.Int[1, 12], Gen.Int[1, 31], Gen.Int[0, 5]).Sample(
        (year, month, day, style) =>
        {
            day = Math.Min(day, CalendarSystem.Iso.GetDaysInMonth(year, month));
            var text = style switch
            {
                0 => string.Create(CultureInfo.InvariantCulture, $"{year}年{month}月{day}日"),
                1 => Mutation.ToFullWidth(string.Create(CultureInfo.InvariantCulture, $"{year}年{month}月{day}日")),
                2 => Numerals(year, '〇') + "年" + Chinese(month) + "月" + Chinese(day) + "日",
                3 => Numerals(year, '○') + "年" + Chinese(month) + "月" + Chinese(day) + "日",
                4 => string.Create(CultureInfo.InvariantCulture, $"{year}-{month:D2}-{day:D2}"),
                _ => string.Create(CultureInfo.InvariantCulture, $"{year} 年 {month} 月 {day} 日"),
            };
            Assert.Equal(PartialDate.FromDay(new LocalDate(year, month, day)), PartialDate.ParsePrinted(text));
        },
        iter: Runs);

    [Fact]
    public void Every_range_of_years_and_months_reads_back_in_every_style() => Gen.Select(Gen.Int[1900, 2098], Gen.Int[1, 50], Gen.Int[1, 11], Gen.Int[0, 4]).Sample(
        (year, span, month, style) =>
        {
            var last = year + span;
            var end = Math.Min(12, month + span);
            var dash = (style % 3) switch { 0 => "-", 1 => "—", _ => "至" };
            Assert.Equal(ReportingPeriod.FromYears(year, last), ReportingPeriod.ParsePrinted(string.Create(CultureInfo.InvariantCulture, $"{year}{(style > 2 ? "年" : "")}{dash}{last}年")));
            Assert.Equal(
                string.Create(CultureInfo.InvariantCulture, $"{year}-{month:D2}/{year}-{end:D2}"),
                ReportingPeriod.ParsePrinted(string.Create(CultureInfo.InvariantCulture, $"{year}年{month}{(style > 2 ? "月" : "")}{dash}{end}月")).ToString());
            Assert.Equal(
                string.Create(CultureInfo.InvariantCulture, $"XXXX-{month:D2}/XXXX-{end:D2}"),
                ReportingPeriod.ParsePrinted($"{Chinese(month)}月至{Chinese(end)}月").ToString());
        },
        iter: Runs);

    [Fact]
    public void Periods_have_a_total_order_that_agrees_with_equality() => Gen.Select(Periods, Periods, Periods).Sample(
        (a, b, c) =>
        {
            Assert.Equal(Math.Sign(a.CompareTo(b)), -Math.Sign(b.CompareTo(a)));
            Assert.Equal(a == b, a.CompareTo(b) == 0);
            if (a.CompareTo(b) <= 0 && b.CompareTo(c) <= 0)
            {
                Assert.True(a.CompareTo(c) <= 0);
            }

            Assert.True(default(ReportingPeriod).CompareTo(a) < 0 || a.Earliest is null);
            Assert.Equal(a, ReportingPeriod.Parse(a.ToString()));
        },
        iter: Runs);

    [Fact]
    public void Dates_have_a_total_order_that_agrees_with_equality() => Gen.Select(Dates, Dates, Dates).Where((a, b, c) => IsDate(a) && IsDate(b) && IsDate(c)).Sample(
        (x, y, z) =>
        {
            var (a, b, c) = (PartialDate.Parse(x), PartialDate.Parse(y), PartialDate.Parse(z));
            Assert.Equal(Math.Sign(a.CompareTo(b)), -Math.Sign(b.CompareTo(a)));
            Assert.Equal(a == b, a.CompareTo(b) == 0);
            Assert.True(a.Earliest <= a.Latest);
            if (a.CompareTo(b) <= 0 && b.CompareTo(c) <= 0)
            {
                Assert.True(a.CompareTo(c) <= 0);
            }
        },
        iter: Runs);

    [Fact]
    public void Whatever_is_read_is_a_period_of_the_wire() => Gen.Select(Mutation.Texts(Samples, "〇○零一二三四五六七八九十年月日底末初前后季度上中下旬至到-、和截自每近去今昨周星期半个“”*?()0123456789 "), Gen.Bool).Sample(
        (text, anchored) =>
        {
            PartialDate? anchor = anchored ? PartialDate.Parse("2023-07-11") : null;
            if (ReportingPeriod.TryParsePrinted(text, anchor, out var period))
            {
                Assert.Equal(period, ReportingPeriod.Parse(period.ToString()));
                Assert.False(period.Earliest > period.Latest, text);
            }
            else
            {
                Assert.True(period.IsEmpty);
                Assert.Contains("position", Assert.Throws<FormatException>(() => ReportingPeriod.ParsePrinted(text, anchor)).Message, StringComparison.Ordinal);
            }
        },
        iter: 100_000);

    [Fact]
    public void Random_texts_are_a_wire_date_or_refused() => Mutation.Texts(["2023", "2023-02", "2023-02-20", "XXXX-12-17", "2018-03-09T10:42:00", "2023-Q1", "2022/2024", "{2014,2017}", "2021/..", "R/P1Y"], "0123456789X-/.?{},TRPYQS:").Sample(
        text =>
        {
            Assert.Equal(ReportingPeriod.TryParse(text, null, out var period), !period.IsEmpty);
            Assert.Equal(PartialDate.TryParse(text.AsSpan(), out var date), !date.IsEmpty);
            _ = (period.Earliest, period.Latest, date.Earliest, date.Latest, date.DayOfWeek);
        },
        iter: 100_000);

    private static bool IsDate(string text) => PartialDate.TryParse(text.AsSpan(), out _);

    private static string Chinese(int number)
    {
        var text = new StringBuilder();
        ChineseNumber.Append(text, number);
        return text.ToString();
    }

    private static string Numerals(int year, char zero) =>
        string.Concat(year.ToString(CultureInfo.InvariantCulture).Select(c => c == '0' ? zero : "零一二三四五六七八九"[c - '0']));
}
