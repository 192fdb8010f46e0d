using System.Text.Json;
using CsCheck;
using KejiDomain.Tests.Values;

namespace KejiDomain.Tests.Documents;

public class DocumentTitleTests
{
    private static readonly Gen<string> Words = Gen.OneOf("关于印发管理办法的通知创新平台(试行)、2024年ABC𠀀 ".EnumerateRunes().Select(r => r.ToString()).ToArray())
        .Array[1, 8].Select(words => "题" + string.Concat(words) + "文");

    [Theory]
    [InlineData("《关于印发〈河南省专利奖励办法〉的通知》", "关于印发《河南省专利奖励办法》的通知", "notice", "河南省专利奖励办法")]
    [InlineData("《关于印发《河南省专利奖励办法》的通知》", "关于印发《河南省专利奖励办法》的通知", "notice", "河南省专利奖励办法")]
    [InlineData("关于印发<河南省专利奖励办法>的通知", "关于印发《河南省专利奖励办法》的通知", "notice", "河南省专利奖励办法")]
    [InlineData(" 《规上企业研发活动全覆盖》 ", "规上企业研发活动全覆盖", null)]
    [InlineData("《鹤壁市科技创新平台体系建设三年行动方案(2022-2024年)》", "鹤壁市科技创新平台体系建设三年行动方案(2022-2024年)", "action-plan")]
    [InlineData("《新乡自创区2018年建设推进计划》", "新乡自创区2018年建设推进计划", "progress-plan")]
    [InlineData("《吉林省科技创新平台管理办法(试行)》", "吉林省科技创新平台管理办法(试行)", "trial-measures")]
    [InlineData("《科学技术进步法》实施细则", "《科学技术进步法》实施细则", "implementing-rules", "科学技术进步法")]
    [InlineData("转发《关于学习〈甲〉和〈乙〉的意见》的函和《丙》的附件", "转发《关于学习〈甲〉和〈乙〉的意见》的函和《丙》的附件", null, "关于学习《甲》和《乙》的意见", "丙")]
    public void Printed_titles(string text, string canonical, string? kind, params string[] cited)
    {
        var title = DocumentTitle.Parse(text);
        Assert.Equal(canonical, title.ToString());
        Assert.Equal(kind, title.ImpliedKind?.ToString());
        Assert.Equal(cited, title.Cited.AsSpan().ToArray().Select(c => c.ToString()));
        Assert.Equal(title, DocumentTitle.Parse(title.ToQuotedString()));
        Assert.Equal(title, DocumentTitle.Parse(title.ToString()));
    }

    [Fact]
    public void Quotation_changes_the_marks_of_every_level()
    {
        var title = DocumentTitle.Parse("转发《关于学习〈甲《乙》丙〉的意见》的函");
        Assert.Equal("《转发〈关于学习《甲〈乙〉丙》的意见〉的函》", title.ToQuotedString());
        Assert.Equal("甲《乙》丙", title.Cited[0].Cited[0].ToString());
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("   ", 3)]
    [InlineData("《》", 1)]
    [InlineData("《 》", 1)]
    [InlineData("《甲》《乙》", 0)]
    [InlineData("《甲》、《乙》", 0)]
    [InlineData("《甲", 2)]
    [InlineData("甲》", 1)]
    [InlineData("《《甲》》", 4)]
    [InlineData("关于《甲〈乙》", 7)]
    [InlineData("关于《、》的通知", 4)]
    [InlineData("甲\n乙", 1)]
    [InlineData("——", 0)]
    public void What_is_no_title(string text, int position)
    {
        Assert.False(DocumentTitle.TryParse(text, out _));
        var failure = Assert.Throws<FormatException>(() => DocumentTitle.Parse(text));
        Assert.Contains($"at position {position};", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_title_reads_back_in_every_style() => Gen.Select(Words, Words, Words, Gen.Int[0, 3], Gen.Int[0, 3], Gen.Bool).Sample((head, inner, deepest, outerMarks, innerMarks, quoted) =>
    {
        var canonical = $"{head}《{inner}〈{deepest}〉》{head}";
        var marks = (ReadOnlySpan<string>)["《》", "〈〉", "<>", "\uFF1C\uFF1E"];
        var printed = $"{head}{marks[outerMarks][0]}{inner}{marks[innerMarks][0]}{deepest}{marks[innerMarks][1]}{marks[outerMarks][1]}{head}";
        var title = DocumentTitle.Parse(quoted ? $" 《{printed}》" : printed);
        Assert.Equal(canonical, title.ToString());
        Assert.Equal($"{inner}《{deepest}》", title.Cited[0].ToString());
        Assert.Equal(deepest, title.Cited[0].Cited[0].ToString());
        Assert.Equal(title, DocumentTitle.Parse(title.ToQuotedString()));
        Assert.Matches(DocumentTitle.Format.Pattern, title.ToString());
        Assert.Equal(title, JsonSerializer.Deserialize<DocumentTitle>(JsonSerializer.Serialize(title)));
    }, iter: Noise.Styles);

    [Fact]
    public void Deep_nesting_is_refused_where_it_grows_too_deep()
    {
        var text = string.Concat(Enumerable.Repeat("甲《", 200)) + "乙" + string.Concat(Enumerable.Repeat("》丙", 200));
        Assert.False(DocumentTitle.TryParse(text, out _));
    }

    [Fact]
    public void What_was_read_is_stable() => Noise.Texts("《关于印发〈办法〉的通知》", "《甲》实施细则").Sample(text =>
    {
        if (DocumentTitle.TryParse(text, out var title))
        {
            Assert.Equal(title, DocumentTitle.Parse(title.ToString()));
            Assert.Equal(title, DocumentTitle.Parse(title.ToQuotedString()));
            Assert.All(title.Cited, cited => Assert.Equal(cited, DocumentTitle.Parse(cited.ToString())));
        }
    }, iter: Noise.Styles);

    [Fact]
    public void Noise_is_read_or_refused() => Noise.Texts("《关于印发〈办法〉的通知》", "《甲》实施细则", "关于印发<办法>的通知").Sample(
        text => Noise.IsReadOrRefused(text, DocumentTitle.Parse, (string s, out DocumentTitle value) => DocumentTitle.TryParse(s, out value)),
        iter: Noise.Count);
}
