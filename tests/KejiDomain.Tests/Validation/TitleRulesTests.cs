using KejiDomain.Validation;

namespace KejiDomain.Tests.Validation;

public sealed class TitleRulesTests
{
    [Theory]
    [InlineData("副市长", "mayor", "vice-mayor")]
    [InlineData("市长", "vice-mayor", "mayor")]
    [InlineData("市长", "county-mayor", "mayor")]
    [InlineData("市长助理", "mayor", "assistant-mayor")]
    [InlineData("市委副书记、市长", "secretary", "deputy-secretary mayor")]
    [InlineData("市委书记", "deputy-secretary", "secretary")]
    [InlineData("局长", "division-chief", "bureau-director")]
    public void A_title_excludes_what_it_does_not_name(string title, string post, string read)
    {
        Assert.True(TitleRules.Excludes(title, OfficialPost.Parse(post), out var posts));
        Assert.Equal(read, string.Join(' ', posts.Select(p => p.Post)));
    }

    [Theory]
    [InlineData("副市长", "vice-mayor")]
    [InlineData("市委副书记、市长", "mayor")]
    [InlineData("市委副书记、市长", "deputy-secretary")]
    [InlineData("副市长、市长", "mayor")]
    [InlineData("市长助理、市长", "mayor")]
    [InlineData("代市长", "mayor")]
    [InlineData("厅长", "bureau-director")]
    public void What_a_title_names_is_its_own(string title, string post) => Assert.False(TitleRules.Excludes(title, OfficialPost.Parse(post), out _));

    [Theory]
    [InlineData("副秘书长", "deputy-secretary-general-gov")]
    [InlineData("主任", "congress-chairman")]
    [InlineData("部长", "organization-head")]
    [InlineData("市委常委、秘书长", "government-secretary-general")]
    public void A_short_title_may_stand_for_a_longer_label(string title, string post) => Assert.False(TitleRules.Excludes(title, OfficialPost.Parse(post), out _));

    [Theory]
    [InlineData("常务副市长", "vice-mayor")]
    [InlineData("副市长", "executive-vice-mayor")]
    [InlineData("首席专家", "chief-technical-expert")]
    public void A_broader_post_is_not_excluded(string title, string post) => Assert.False(TitleRules.Excludes(title, OfficialPost.Parse(post), out _));

    [Theory]
    [InlineData("张三副市长", "mayor")]
    [InlineData("总负责人", "mayor")]
    [InlineData("副市长", "made-up")]
    public void What_cannot_be_read_excludes_nothing(string title, string post) => Assert.False(TitleRules.Excludes(title, OfficialPost.Parse(post), out _));

    [Theory]
    [InlineData("分管副市长", "deputy-head")]
    [InlineData("局长", "head")]
    [InlineData("主任", "bureau-director")]
    [InlineData("市发改委副主任", "deputy-bureau-director")]
    [InlineData("正副组长", "group-leader")]
    public void A_role_and_a_director_go_by_many_titles(string title, string post) => Assert.False(TitleRules.Excludes(title, OfficialPost.Parse(post), out _));

    [Theory]
    [InlineData("主任", "deputy-bureau-director")]
    [InlineData("副主任", "bureau-director")]
    [InlineData("主任", "mayor")]
    public void But_no_director_is_a_deputy(string title, string post) => Assert.True(TitleRules.Excludes(title, OfficialPost.Parse(post), out _));

    [Fact]
    public void What_is_longer_than_a_title_is_not_looked_at()
    {
        Assert.True(TitleRules.Excludes(string.Join('、', Enumerable.Repeat("副市长", 50)) + " ", OfficialPost.Mayor, out _));
        Assert.False(TitleRules.Excludes(string.Join('、', Enumerable.Repeat("副市长", 51)), OfficialPost.Mayor, out _));
    }
}
