using System.Text;

namespace KejiDomain.Tests.Evidence;

public sealed class RepairedTextTests
{
    private static readonly SourceId S1 = SourceId.Parse("s1");

    private static readonly DamagePattern Pinyin = Pattern(RepairRule.StripPinyin, null, null);

    [Theory]
    [InlineData("本報(bào)訊", "本報訊")]
    [InlineData("書(shū)記", "書記")]
    [InlineData("學(xué)習(xí)", "學習")]
    [InlineData("長（zhǎng）", "長")]
    [InlineData("女(nǚ)", "女")]
    [InlineData("𠮷(jí)林", "𠮷林")]
    [InlineData("本報訊(記者柴錦玉)", "本報訊(記者柴錦玉)")]
    [InlineData("60人(个)以上", "60人(个)以上")]
    [InlineData("农田(NBS)", "农田(NBS)")]
    [InlineData("abc(def)", "abc(def)")]
    [InlineData("人() ", "人() ")]
    [InlineData("长(zhang", "长(zhang")]
    public void Only_pinyin_in_brackets_behind_a_Chinese_character_goes(string raw, string read) => Assert.Equal(read, Repair(raw, Pinyin).Text);

    [Fact]
    public void The_longest_replacement_comes_first_and_is_not_touched_again()
    {
        var repaired = Repair(
            "坏网站-在线*平台副市长,坏网站:市科技局",
            Pattern(RepairRule.Replace, "坏网站:", "吉林"),
            Pattern(RepairRule.Replace, "坏网站-在线*平台", "吉林市人民政府"),
            Pattern(RepairRule.Replace, "林市", "XX"),
            Pattern(RepairRule.CharacterMap, "林技", "琳枝"));
        Assert.Equal("吉林市人民政府副市长,吉林市科枝局", repaired.Text);
    }

    [Fact]
    public void Characters_are_mapped_one_by_one() =>
        Assert.Equal("沿着创新驱动", Repair("沿著創新驅動", Pattern(RepairRule.CharacterMap, "著創驅動", "着创驱动")).Text);

    [Fact]
    public void Offsets_lead_both_ways()
    {
        const string Raw = "😀市委書(shū)記劉(liú)南昌";
        var text = SourceText.FromBytes(Encoding.UTF8.GetBytes(Raw));
        var repaired = RepairedText.Create(text, [Pinyin, Pattern(RepairRule.CharacterMap, "書記劉", "书记刘")]);
        Assert.Equal("😀市委书记刘南昌", repaired.Text);
        var at = repaired.Text.IndexOf("书记刘南昌", StringComparison.Ordinal);
        var span = repaired.RawSpan(S1, at, "书记刘南昌".Length);
        Assert.Equal("書(shū)記劉(liú)南昌", text.Slice(span));
        Assert.Equal("书记刘南昌", repaired.Slice(span));
        Assert.Null(repaired.Slice(Citation.Create(S1, 0, 100)));
        Assert.Throws<ArgumentOutOfRangeException>(() => repaired.RawSpan(S1, 0, 100));
    }

    [Fact]
    public void A_replacement_by_nothing_drops_the_text() => Assert.Equal("建设第二章", Repair("建设3、第二章", Pattern(RepairRule.Replace, "3、", null)).Text);

    [Fact]
    public void Without_rules_the_text_stays() => Assert.Equal("a*b", Repair("a*b", Pattern(null, "*", null)).Text);

    private static RepairedText Repair(string raw, params ReadOnlySpan<DamagePattern> damage) =>
        RepairedText.Create(SourceText.FromBytes(Encoding.UTF8.GetBytes(raw)), ValueList.Create(damage));

    private static DamagePattern Pattern(RepairRule? rule, string? printed, string? read) =>
        new() { Id = DamageId.Parse("d"), Kind = DamageKind.SpamString, Rule = rule, Printed = printed, Read = read };
}
