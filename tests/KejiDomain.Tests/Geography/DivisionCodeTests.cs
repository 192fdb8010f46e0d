using System.Globalization;

namespace KejiDomain.Tests.Geography;

public class DivisionCodeTests
{
    public static TheoryData<string, AdministrativeLevel, string> Codes => new()
    {
        { "410000", AdministrativeLevel.Provincial, "" },
        { "410600", AdministrativeLevel.Prefecture, "410000" },
        { "410622", AdministrativeLevel.County, "410600" },
        { "110105", AdministrativeLevel.County, "110000" },
        { "500229", AdministrativeLevel.County, "500000" },
        { "110100", AdministrativeLevel.Prefecture, "110000" },
        { "419001", AdministrativeLevel.County, "410000" },
        { "429021", AdministrativeLevel.County, "420000" },
        { "419000", AdministrativeLevel.Prefecture, "410000" },
        { "441900", AdministrativeLevel.Prefecture, "440000" },
        { "410671", AdministrativeLevel.County, "410600" },
        { "460001", AdministrativeLevel.County, "460000" },
        { "710000", AdministrativeLevel.Provincial, "" },
        { "820000", AdministrativeLevel.Provincial, "" },
    };

    /// <summary>Texts that look like a code and are none.</summary>
    public static TheoryData<string> LookAlikes =>
    [
        "", " ", "0", "41", "4106", "41060", "4106000", "41060000", "410600000", "410600000000", " 410600", "410600 ", "410 600", "41-06-00", "4106OO",
        "41O600", "4l0600", "４１０６００", "４10600", "41060０", "٤١٠٦٠٠", "四一〇六〇〇", "鹤壁", "鹤壁市", "410600鹤壁", "000000", "000001", "010600", "100000",
        "100005", "160000", "160101", "170000", "200000", "202301", "202312", "199912", "240000", "250000", "290000", "300000", "301234", "380000", "390000",
        "400000", "401234", "470000", "480000", "490000", "550000", "560000", "600000", "660000", "700000", "701234", "720000", "790000", "800000", "830000",
        "830100", "900000", "910000", "990000", "999999", "123456789", "-41060", "+41060", "-410600", "+410600", "4.1060", "410.60", "410600.", "41,060",
        "410,600", "0x4106", "4E5   ", "41e004", "41060a", "a41060", "41060\0", "\0410600", "41060\n", "410600\n", "\t41060", "41060\u3000", "\u300041060",
        "\uFEFF41060", "41060\u200B", "4106\uD800\uDC00", "41060\uD83D", "\uDC0041060", "〔2023〕5", "豫政〔2023〕5号", "1472", "1+8", "7.44亿", "3128.4", "34.4%",
        "+34.4%", "2023-1", "20230220", "T09:35", "S1#char", "null", "41null",
    ];

    [Theory]
    [MemberData(nameof(Codes))]
    public void LevelAndParentFollowFromTheDigits(string text, AdministrativeLevel level, string parent)
    {
        var code = DivisionCode.Parse(text);
        Assert.Equal(level, code.Level);
        Assert.Equal(parent, code.Parent.ToString());
        Assert.Equal(text, code.ToString());
        Assert.Equal(int.Parse(text, CultureInfo.InvariantCulture), code.Number);
        Assert.Equal(code, DivisionCode.Create(code.Number));
        Assert.Equal(text[..2] + "0000", code.Province.ToString());
    }

    [Theory]
    [MemberData(nameof(LookAlikes))]
    public void LookAlikesAreRefused(string text)
    {
        Assert.False(DivisionCode.TryParse(text, out var code));
        Assert.True(code.IsEmpty);
        Assert.Contains($"'{text}'", Assert.Throws<FormatException>(() => DivisionCode.Parse(text)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("4106", 4)]
    [InlineData("41O600", 2)]
    [InlineData("4106001", 6)]
    [InlineData("990000", 0)]
    public void TheExceptionNamesThePosition(string text, int position)
    {
        var message = Assert.Throws<FormatException>(() => DivisionCode.Parse(text)).Message;
        Assert.EndsWith($"position {position}.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void HeadingsDirectUnitsAndZonesAreToldFromTheDigits()
    {
        string[] headings = ["110100", "110200", "120100", "310100", "310200", "500100", "500200", "419000", "429000", "469000", "659000"];
        Assert.All(headings, text => Assert.True(DivisionCode.Parse(text).IsSummary, text));
        Assert.All((string[])["410600", "410100", "410000", "419001", "110101"], text => Assert.False(DivisionCode.Parse(text).IsSummary, text));
        Assert.True(DivisionCode.Parse("659012").IsDirectlyAdministered);
        Assert.False(DivisionCode.Parse("419000").IsDirectlyAdministered);
        Assert.False(DivisionCode.Parse("410622").IsDirectlyAdministered);
        Assert.True(DivisionCode.Parse("410671").IsStatisticalZone);
        Assert.True(DivisionCode.Parse("340180").IsStatisticalZone);
        Assert.False(DivisionCode.Parse("410781").IsStatisticalZone);
        Assert.False(DivisionCode.Parse("410622").IsStatisticalZone);
    }

    [Fact]
    public void TheDefaultIsEmpty()
    {
        DivisionCode empty = default;
        Assert.True(empty.IsEmpty);
        Assert.Equal("", empty.ToString());
        Assert.Equal("", $"{empty}");
        Assert.True(empty.Parent.IsEmpty);
        Assert.True(empty.Province.IsEmpty);
        Assert.False(empty.IsWithin(empty));
        Assert.False(DivisionCode.Parse("410600").IsWithin(empty));
        Assert.True(empty.Level.IsEmpty);
        Assert.False(DivisionCode.TryParse((string?)null, out _));
        Assert.Throws<ArgumentNullException>(() => DivisionCode.Parse((string)null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => DivisionCode.Create(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => DivisionCode.Create(-410600));
        Assert.Throws<ArgumentOutOfRangeException>(() => DivisionCode.Create(int.MaxValue));
    }

    [Fact]
    public void CodesAreOrderedByNumber()
    {
        var codes = Gazetteer.All.Select(unit => unit.Code).Reverse().ToList();
        codes.Sort();
        Assert.Equal(codes.Select(code => code.ToString()).Order(StringComparer.Ordinal), codes.Select(code => code.ToString()));
        var (small, large) = (DivisionCode.Parse("410600"), DivisionCode.Parse("410700"));
        Assert.True(small < large && small <= large && large > small && large >= small && default(DivisionCode) < small);
        Assert.Equal(1, small.CompareTo(null));
        Assert.Equal(0, small.CompareTo((object)DivisionCode.Parse("410600")));
        Assert.Throws<ArgumentException>(() => small.CompareTo("410600"));
    }

    [Fact]
    public void WithinReachesOverAllLevels()
    {
        var county = DivisionCode.Parse("410622");
        Assert.True(county.IsWithin(DivisionCode.Parse("410600")));
        Assert.True(county.IsWithin(DivisionCode.Parse("410000")));
        Assert.False(county.IsWithin(county));
        Assert.False(county.IsWithin(DivisionCode.Parse("410700")));
        Assert.False(DivisionCode.Parse("410600").IsWithin(county));
        Assert.True(DivisionCode.Parse("419001").IsWithin(DivisionCode.Parse("410000")));
    }

    [Fact]
    public void FormatsIntoASpan()
    {
        Span<char> room = stackalloc char[6];
        Assert.True(DivisionCode.Parse("410600").TryFormat(room, out var written));
        Assert.Equal("410600", room[..written]);
        Assert.False(DivisionCode.Parse("410600").TryFormat(room[..5], out _));
        Assert.True(default(DivisionCode).TryFormat([], out written));
        Assert.Equal(0, written);
        Assert.Equal("410600", DivisionCode.Parse("410600").ToString("X", CultureInfo.InvariantCulture));
    }

    [Fact]
    public void RandomAndMutatedTextsGiveACodeOrNothing()
    {
        var source = new TextSource(2260);
        for (var i = 0; i < 100_000; i++)
        {
            var text = source.Next();
            var parsed = DivisionCode.TryParse(text, out var code);
            Assert.Equal(!parsed, code.IsEmpty);
            if (parsed)
            {
                Assert.Equal(text, code.ToString());
                Assert.True(code.Parent.IsEmpty || code.IsWithin(code.Parent));
            }
            else
            {
                Assert.Throws<FormatException>(() => DivisionCode.Parse(text));
            }
        }
    }
}
