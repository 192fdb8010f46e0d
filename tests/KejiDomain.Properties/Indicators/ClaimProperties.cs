using System.Globalization;

namespace KejiDomain.Properties.Indicators;

public class ClaimProperties
{
    private static readonly string[] Samples =
    [
        "同比增长34.4%", "下降7.5%", "增长412%", "翻番", "连续四年翻番", "是2016年的3倍", "年均增长9.8%", "提高0.3个百分点", "高于全省平均1.2个百分点", "增幅达到10%", "居全市第二", "在30个城市中排第9位",
        "居全省前列", "第一方阵", "历年最多", "首家也是唯一一家", "首次突破", "占全市的四分之一", "完成全年目标的198%", "较“十三五”末提高5个百分点", "占地区生产总值比重达到以上", "居全省前三位", "再创新高",
    ];

    private static readonly ClaimContext Context = new() { Place = PlaceReference.Parse("410600"), Anchor = PartialDate.Parse("2023-02-21") };

    [Fact]
    public void Every_growth_reads_back_in_every_style() => Gen.Select(
        Gen.Int[1, 99_999],
        Gen.OneOf(("同比", ClaimReference.PreviousYear), ("较上年", ClaimReference.PreviousYear), ("环比", ClaimReference.PreviousPeriod), ("年均", ClaimReference.AnnualAverage), ("", ClaimReference.Unstated)),
        Gen.OneOf(("增长", 1), ("增长了", 1), ("提高", 1), ("上升", 1), ("下降", -1), ("降低", -1), ("回落", -1)),
        Gen.OneOf(("%", UnitOfMeasure.Percent), ("个百分点", UnitOfMeasure.PercentagePoint)),
        Gen.OneOf(("", "", (Qualifier?)null), ("约", "", Qualifier.About), ("", "左右", Qualifier.About))).Sample(
        (tenths, basis, verb, unit, around) =>
        {
            var figure = (tenths / 10m).ToString("0.0", CultureInfo.InvariantCulture);
            var claim = Claim.Parse(basis.Item1 + verb.Item1 + around.Item1 + figure + unit.Item1 + around.Item2);
            Assert.Equal(basis.Item2, claim.Against);
            Assert.Equal((verb.Item2 * tenths / 10m, unit.Item2, around.Item3), (claim.Measure!.Value.Amount, claim.Measure.Value.Unit, claim.Measure.Value.Qualifier));
            Assert.Equal(around.Item1 + figure + unit.Item1 + around.Item2, claim.Measure.Value.Printed);
        },
        iter: 20_000);

    [Fact]
    public void Every_rank_reads_back_in_every_style() => Gen.Select(Gen.Int[1, 999], Gen.Int[2, 999], Gen.OneOf("居", "位居", "排名", "位列", ""), Gen.OneOf("", "位", "名"), Gen.Bool).Sample(
        (position, field, verb, word, chinese) =>
        {
            var number = position.ToString(CultureInfo.InvariantCulture);
            if (chinese)
            {
                var text = new System.Text.StringBuilder();
                ChineseNumber.Append(text, position);
                number = text.ToString();
            }

            Assert.Equal(position, Claim.Parse($"{verb}全省第{number}{word}").Position);
            var ranked = Claim.Parse(string.Create(CultureInfo.InvariantCulture, $"在全国{field}个城市中{verb}第{number}{word}"));
            Assert.Equal((position, (decimal)field), (ranked.Position, ranked.Field!.Value.Value));
        },
        iter: 10_000);

    [Fact]
    public void Random_and_broken_words_are_claims_or_refused() => Mutation.Texts(Samples, "同比较增长下降提高居排第位名前列首家唯一占的完成目标全省市国年均翻番连续倍是高于平均最历").Sample(
        text =>
        {
            if (Claim.TryParseAll(text, Context, out var claims))
            {
                Assert.NotEmpty(claims);
                Assert.All(claims, c => Assert.True(c.Measure is not null || c.Position is not null || c.Band is not null || c.Word is not null, text));
                _ = claims.Select(c => c.ToString()).ToArray();
            }
            else
            {
                Assert.Contains("position", Assert.Throws<FormatException>(() => Claim.ParseAll(text, Context)).Message, StringComparison.Ordinal);
            }
        },
        iter: 100_000);
}
