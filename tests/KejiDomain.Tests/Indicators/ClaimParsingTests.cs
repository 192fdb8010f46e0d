using System.Globalization;

namespace KejiDomain.Tests.Indicators;

public class ClaimParsingTests
{
    private static readonly ClaimContext Hebi = new() { Place = PlaceReference.Parse("410600"), Anchor = PartialDate.Parse("2023-02-21") };

    [Theory]
    [InlineData("同比增长34.4%", "previous-year 34.4 percent")]
    [InlineData("同比增长185.3%", "previous-year 185.3 percent")]
    [InlineData("同比增长约10%", "previous-year 10 percent about")]
    [InlineData("同比下降7.5%", "previous-year -7.5 percent")]
    [InlineData("下降7.5%", "unstated -7.5 percent")]
    [InlineData("下降10%以上", "unstated -10 percent at-most")]
    [InlineData("下降3%-5%", "unstated -5..-3 percent")]
    [InlineData("增长412%", "unstated 412 percent")]
    [InlineData("比上年增长9.8%", "previous-year 9.8 percent")]
    [InlineData("较去年同期提高0.3个百分点", "previous-year 0.3 percentage-point")]
    [InlineData("环比增长2.1%", "previous-period 2.1 percent")]
    [InlineData("较上月下降1.2%", "previous-period -1.2 percent")]
    [InlineData("年均增长9.8%", "annual-average 9.8 percent")]
    [InlineData("提高0.3个百分点", "unstated 0.3 percentage-point")]
    [InlineData("增幅达到10%", "unstated 10 percent reaches")]
    [InlineData("增幅达到14.3%", "unstated 14.3 percent reaches")]
    [InlineData("增速为8%", "unstated 8 percent")]
    [InlineData("增速同比回落1.2个百分点", "previous-year of=growth -1.2 percentage-point")]
    [InlineData("同比增加83家", "previous-year increased 83 count 家")]
    [InlineData("减少6家", "unstated decreased -6 count 家")]
    [InlineData("同比增长2.3倍", "previous-year increased 2.3 times")]
    [InlineData("比2016年增长3倍", "earlier-period period=2016 increased 3 times")]
    [InlineData("较“十三五”末提高5个百分点", "earlier-period period=2020 5 percentage-point")]
    [InlineData("较上年提升3位", "previous-year 3 rank-place")]
    [InlineData("上升5个位次", "unstated 5 rank-place")]
    [InlineData("翻番", "unstated 2 times at-least")]
    [InlineData("连续四年翻番", "previous-year run=4 2 times at-least")]
    [InlineData("连续四年实现翻番增长", "previous-year run=4 2 times at-least")]
    [InlineData("连续5年保持增长", "previous-year run=5 increased")]
    [InlineData("比2020年翻一番", "earlier-period period=2020 2 times at-least")]
    [InlineData("同比持平", "previous-year unchanged")]
    [InlineData("与上年基本持平", "previous-year unchanged")]
    [InlineData("是2016年的3倍", "earlier-period period=2016 3 times")]
    [InlineData("是上年的1.5倍", "previous-year 1.5 times")]
    [InlineData("是全省平均水平的2倍", "peer-mean scope=410000 2 times")]
    [InlineData("是全省平均水平的120%", "peer-mean scope=410000 120 percent")]
    [InlineData("高于全省平均1.2个百分点", "peer-mean scope=410000 1.2 percentage-point")]
    [InlineData("低于全国平均水平0.5个百分点", "peer-mean -0.5 percentage-point")]
    [InlineData("高于全省平均水平", "peer-mean scope=410000 above")]
    [InlineData("比全省平均高1.2个百分点", "peer-mean scope=410000 1.2 percentage-point")]
    [InlineData("居全市第二", "peers scope=410600 #2")]
    [InlineData("均居全市第二", "peers scope=410600 #2")]
    [InlineData("位居全省第3位", "peers scope=410000 #3")]
    [InlineData("全国第十五", "peers #15")]
    [InlineData("居全省首位", "peers scope=410000 #1")]
    [InlineData("连续三年居全省第一", "peers scope=410000 run=3 #1")]
    [InlineData("增速居全省第二", "peers of=growth scope=410000 #2")]
    [InlineData("在30个城市中排第9位", "peers field=30 #9")]
    [InlineData("在全省18个省辖市中居第3位", "peers scope=410000 field=18 #3")]
    [InlineData("居全省前列", "peers scope=410000 front-rank")]
    [InlineData("第一方阵", "peers first-tier")]
    [InlineData("位居全省第一方阵", "peers scope=410000 first-tier")]
    [InlineData("达到国际先进水平", "peers world-advanced")]
    [InlineData("进入全国百强", "peers top")]
    [InlineData("居全省前三位", "peers scope=410000 top 3 rank-place at-most")]
    [InlineData("历年最多", "own-history most")]
    [InlineData("为历年最多", "own-history most")]
    [InlineData("为历年之最", "own-history most")]
    [InlineData("创历史新高", "own-history record-high")]
    [InlineData("再创新高", "own-history record-high")]
    [InlineData("历史最好水平", "own-history best")]
    [InlineData("全省最多", "peers scope=410000 most")]
    [InlineData("首家", "peers first")]
    [InlineData("全省首家", "peers scope=410000 first")]
    [InlineData("全市唯一", "peers scope=410600 only")]
    [InlineData("首次突破", "own-history first")]
    [InlineData("首次突破100亿元", "own-history first 100 e8 CNY breaks-through")]
    [InlineData("实现零的突破", "own-history breakthrough")]
    [InlineData("占全市的四分之一", "whole scope=410600 0.25 fraction")]
    [InlineData("占全省的34.4%", "whole scope=410000 34.4 percent")]
    [InlineData("占比达57.7%", "whole 57.7 percent reaches")]
    [InlineData("占地区生产总值比重达到以上", "indicator indicator=gdp ? count at-least lost")]
    [InlineData("占地区生产总值的2.5%", "indicator indicator=gdp 2.5 percent")]
    [InlineData("完成全年目标的198%", "target 198 percent")]
    [InlineData("完成全年目标任务的198%", "target 198 percent")]
    [InlineData("超额完成年度目标", "target exceeded")]
    [InlineData("完成率达110%", "target 110 percent reaches")]
    [InlineData("同比增长*%", "previous-year ? percent redacted")]
    public void Reads_claims_in_words(string text, string expected)
    {
        Assert.Equal(expected, Describe(Claim.Parse(text, Hebi)));
        Assert.True(Claim.TryParse(text, Hebi, out _));
    }

    [Theory]
    [InlineData("首家也是唯一一家", "peers first", "peers only")]
    [InlineData("全省首家也是唯一一家", "peers scope=410000 first", "peers scope=410000 only")]
    public void Some_words_make_two_claims(string text, string first, string second)
    {
        Assert.Equal([first, second], Claim.ParseAll(text, Hebi).Select(Describe));
        Assert.False(Claim.TryParse(text, Hebi, out _));
        Assert.Throws<FormatException>(() => Claim.Parse(text, Hebi));
    }

    [Fact]
    public void A_place_gives_a_scope_only_where_the_context_tells()
    {
        Assert.Null(Claim.Parse("居全市第二").Scope);
        Assert.Null(Claim.Parse("居河南省第二", Hebi).Scope);
        var named = Hebi with { Places = name => name == "河南省" ? PlaceReference.Parse("410000") : null };
        Assert.Equal("410000", Claim.Parse("居河南省第二", named).Scope.ToString());
    }

    [Theory]
    [InlineData("410600", "全市", "410600")]
    [InlineData("410600", "全省", "410000")]
    [InlineData("410600", "全县", null)]
    [InlineData("410622", "全县", "410622")]
    [InlineData("410622", "全市", "410600")]
    [InlineData("410602", "全区", "410602")]
    [InlineData("410482", "全市", "410482")]
    [InlineData("419001", "全市", "419001")]
    [InlineData("110101", "全市", "110000")]
    [InlineData("110000", "全省", null)]
    [InlineData("410000", "全市", null)]
    [InlineData("650100", "全区", "650000")]
    [InlineData("410600", "全国", null)]
    [InlineData("zhengluoxin", "全区", null)]
    public void Words_of_scope_mean_a_place_of_the_context(string place, string word, string? expected) =>
        Assert.Equal(expected, new ClaimContext { Place = PlaceReference.Parse(place) }.Resolve(word)?.ToString());

    [Theory]
    [InlineData("十分重要")]
    [InlineData("是上年的120%")]
    [InlineData("相当于2016年的120%")]
    [InlineData("增长")]
    [InlineData("增长点")]
    [InlineData("增长极")]
    [InlineData("第二产业")]
    [InlineData("第一次会议")]
    [InlineData("首要任务")]
    [InlineData("首席专家")]
    [InlineData("完成")]
    [InlineData("完成交易")]
    [InlineData("占用耕地")]
    [InlineData("占地500亩")]
    [InlineData("居民")]
    [InlineData("居委会")]
    [InlineData("排水")]
    [InlineData("列车")]
    [InlineData("是关键")]
    [InlineData("比学赶超")]
    [InlineData("比翼双飞")]
    [InlineData("连续性")]
    [InlineData("连续四年")]
    [InlineData("提高认识")]
    [InlineData("下降通道")]
    [InlineData("平均")]
    [InlineData("最多")]
    [InlineData("唯一性")]
    [InlineData("历史")]
    [InlineData("翻身")]
    [InlineData("高于一切")]
    [InlineData("同比")]
    [InlineData("34.4%")]
    [InlineData("")]
    public void A_look_alike_is_no_claim(string text)
    {
        var isClaim = Claim.TryParseAll(text, Hebi, out var claims);
        Assert.False(isClaim, string.Join(',', claims.Select(Describe)));
        if (!isClaim)
        {
            Assert.Contains("position", Assert.Throws<FormatException>(() => Claim.ParseAll(text, Hebi)).Message, StringComparison.Ordinal);
        }
    }

    private static string Describe(Claim claim)
    {
        string?[] parts =
        [
            claim.Against.ToString(), claim.Of is { } of ? $"of={of}" : null, claim.Period is { } period ? $"period={period}" : null, claim.Scope is { } scope ? $"scope={scope}" : null,
            claim.Indicator is { } indicator ? $"indicator={indicator}" : null, claim.Field is { } field ? string.Create(CultureInfo.InvariantCulture, $"field={field.Value}") : null,
            claim.Run is { } run ? string.Create(CultureInfo.InvariantCulture, $"run={run.Years}") : null, claim.Word?.ToString(), claim.Band?.ToString(),
            claim.Position is { } position ? string.Create(CultureInfo.InvariantCulture, $"#{position}") : null, claim.Measure is { } measure ? MeasureParsingTests.Describe(measure) : null,
        ];
        return string.Join(' ', parts.Where(p => p is not null));
    }
}
