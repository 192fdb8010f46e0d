using CsCheck;
using KejiDomain.Tests.Values;

namespace KejiDomain.Tests.Parties;

public class OfficialTitleTests
{
    private static readonly TitlePlace Hebi = TitlePlace.Of(Gazetteer.Get("410600"));

    private static readonly PartialDate Day = PartialDate.Parse("2023-02-20");

    // Post, body and line as P, G, O or -.
    [Theory]
    [InlineData("市委书记", "secretary 市委 P")]
    [InlineData("市委副书记、市长", "deputy-secretary 市委 P|mayor 市政府 G")]
    [InlineData("市委常委、秘书长", "member-of-standing-committee 市委 P|secretary-general 市委 P")]
    [InlineData("市委常委、统战部长", "member-of-standing-committee 市委 P|united-front-head 市委统战部 P")]
    [InlineData("市委常委 统战部长", "member-of-standing-committee 市委 P|united-front-head 市委统战部 P")]
    [InlineData("市委常委、常务副市长", "member-of-standing-committee 市委 P|executive-vice-mayor 市政府 G")]
    [InlineData("常务副市长", "executive-vice-mayor 市政府 G")]
    [InlineData("副市长", "vice-mayor 市政府 G")]
    [InlineData("市科技局局长", "bureau-director 市科技局 G")]
    [InlineData("市科技局长", "bureau-director 市科技局 G")]
    [InlineData("市科技局党组书记、局长", "party-group-secretary 市科技局党组 P|bureau-director 市科技局 G")]
    [InlineData("副秘书长", "deputy-secretary-general - -")]
    [InlineData("市委副秘书长", "deputy-secretary-general 市委 P")]
    [InlineData("市政府副秘书长", "deputy-secretary-general-gov 市政府 G")]
    [InlineData("鹤壁市人民政府副秘书长", "deputy-secretary-general-gov 鹤壁市人民政府 G")]
    [InlineData("副市长、秘书长", "vice-mayor 市政府 G|government-secretary-general 市政府 G")]
    [InlineData("双组长", "group-leader - -")]
    [InlineData("书记、市长", "secretary - P|mayor 市政府 G")]
    [InlineData("校长", "university-president - O")]
    [InlineData("河南师范大学校长", "university-president 河南师范大学 O")]
    [InlineData("河南师范大学党委书记、校长", "secretary 河南师范大学党委 P|university-president - O")]
    [InlineData("记者", "reporter - O")]
    [InlineData("本报记者", "reporter 本报 O")]
    [InlineData("*省长", "governor *省政府 G")]
    [InlineData("省长", "governor 省政府 G")]
    [InlineData("省委书记、省长", "secretary 省委 P|governor 省政府 G")]
    [InlineData("市委组织部部长", "organization-head 市委组织部 P")]
    [InlineData("市委常委、市纪委书记", "member-of-standing-committee 市委 P|discipline-secretary 市纪委 P")]
    [InlineData("市委书记、市人大常委会主任", "secretary 市委 P|congress-chairman 市人大常委会 O")]
    [InlineData("市政协主席", "cppcc-chairman 市政协 O")]
    [InlineData("高新区党工委书记、管委会主任", "work-committee-secretary 高新区党工委 P|zone-director 管委会 G")]
    [InlineData("高新区管委会主任", "zone-director 高新区管委会 G")]
    [InlineData("副市长兼市公安局局长", "vice-mayor 市政府 G|bureau-director 市公安局 G")]
    [InlineData("中共鹤壁市委副书记、市长", "deputy-secretary 中共鹤壁市委 P|mayor 鹤壁市政府 G")]
    [InlineData("鹤壁市委常委、统战部部长", "member-of-standing-committee 鹤壁市委 P|united-front-head 鹤壁市委统战部 P")]
    [InlineData("鹤壁市市长", "mayor 鹤壁市政府 G")]
    [InlineData("浚县县委书记", "secretary 浚县县委 P")]
    [InlineData("县委副书记、县长", "deputy-secretary 县委 P|county-mayor 县政府 G")]
    [InlineData("区长", "district-mayor 区政府 G")]
    [InlineData("乡长", "town-mayor 乡政府 G")]
    [InlineData("市科技创新委员会主任", "director 市科技创新委员会 -")]
    [InlineData("市长助理", "assistant-mayor 市政府 G")]
    [InlineData("中共中央总书记、国家主席", "general-secretary 中共中央 P|state-president - G")]
    [InlineData("国务院副总理", "vice-premier 国务院 G")]
    [InlineData("河南自由贸易试验区管委会主任", "zone-director 河南自由贸易试验区管委会 G")]
    [InlineData("中国工程院院士", "academician 中国工程院 O")]
    [InlineData("主要负责同志", "head - -")]
    public void Printed_titles(string text, string posts)
    {
        var title = OfficialTitle.Parse(text);
        Assert.Equal(posts, Show(title));
        Assert.Equal(title, OfficialTitle.Parse(title.ToString()));
        Assert.Equal(title, OfficialTitle.Parse(text.AsSpan(), null));
    }

    [Theory]
    [InlineData("市委副书记、市长", "中共鹤壁市委副书记、市长", "deputy-secretary 中共鹤壁市委 P|mayor 鹤壁市政府 G")]
    [InlineData("鹤壁市委副书记、市长", "中共鹤壁市委副书记、市长", "deputy-secretary 中共鹤壁市委 P|mayor 鹤壁市政府 G")]
    [InlineData("鹤壁市长", "鹤壁市市长", "mayor 鹤壁市政府 G")]
    [InlineData("常务副市长", "鹤壁市常务副市长", "executive-vice-mayor 鹤壁市政府 G")]
    [InlineData("市科技局局长", "鹤壁市科技局局长", "bureau-director 鹤壁市科技局 G")]
    [InlineData("市场监督管理局局长", "市场监督管理局局长", "bureau-director 市场监督管理局 G")]
    [InlineData("省委书记", "省委书记", "secretary 省委 P")]
    public void Short_and_full_forms(string text, string full, string posts)
    {
        var title = OfficialTitle.ParseIn(text, Hebi);
        Assert.Equal(posts, Show(title));
        Assert.Equal(full, title.ToString());
        Assert.Equal(title, title.ToShort(Hebi).ToFull(Hebi));
        Assert.Equal(title, OfficialTitle.ParseIn(title.ToShort(Hebi).ToString(), Hebi));
    }

    [Fact]
    public void An_autonomous_region_is_its_own_word()
    {
        var place = TitlePlace.Of(Gazetteer.Get("450000"));
        Assert.Equal("广西壮族自治区党委", OfficialTitle.ParseIn("自治区党委书记", place).Posts[0].Body);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("张国伟", 3)]
    [InlineData("市委书记张国伟", 7)]
    [InlineData("常俊标校长", 0)]
    [InlineData("李小莉副市长", 0)]
    [InlineData("施春敏局长", 0)]
    [InlineData("鹤壁市长", 0)]
    [InlineData("河南省市长", 0)]
    [InlineData("市委书记、", 5)]
    [InlineData("、市长", 0)]
    [InlineData("市委、市政府", 2)]
    [InlineData("市领导", 3)]
    [InlineData("书记处", 3)]
    [InlineData("局长办公会", 5)]
    [InlineData("同比增长", 4)]
    [InlineData("市长热线", 4)]
    [InlineData("市委书记、李小莉副市长", 5)]
    [InlineData("《市长》", 4)]
    [InlineData("会议由市委常委、统战部长", 0)]
    [InlineData("先后聘请中国工程院院士", 0)]
    public void What_is_no_title(string text, int position)
    {
        Assert.False(OfficialTitle.TryParse(text, out _));
        var failure = Assert.Throws<FormatException>(() => OfficialTitle.Parse(text));
        Assert.Contains($"at position {position};", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("市委书记", "410600", "厅局级正职")]
    [InlineData("市委副书记、市长", "410600", "厅局级正职")]
    [InlineData("市委常委、秘书长", "410600", "厅局级副职")]
    [InlineData("市委常委、统战部长", "410600", "厅局级副职")]
    [InlineData("常务副市长", "410600", "厅局级副职")]
    [InlineData("市科技局局长", "410600", "县处级正职")]
    [InlineData("市人大常委会主任", "410600", "厅局级正职")]
    [InlineData("市长", "420100", "省部级副职")]
    [InlineData("副市长", "420100", "厅局级正职")]
    [InlineData("市科技局局长", "420100", "厅局级副职")]
    [InlineData("市长", "110000", "省部级正职")]
    [InlineData("区长", "110105", "厅局级正职")]
    [InlineData("县长", "410621", "县处级正职")]
    [InlineData("副县长", "410621", "县处级副职")]
    [InlineData("省长", "410000", "省部级正职")]
    [InlineData("省科技厅厅长", "410000", "厅局级正职")]
    [InlineData("省委书记", "410600", "省部级正职")]
    [InlineData("武汉市市长", "410600", "省部级副职")]
    [InlineData("副秘书长", "410600", null)]
    [InlineData("统战部长", "410600", null)]
    [InlineData("校长", "410600", null)]
    [InlineData("河南师范大学党委书记", "410600", null)]
    [InlineData("县长", "410600", null)]
    [InlineData("市长", "419001", null)]
    [InlineData("区长", "420102", null)]
    public void Ranks(string text, string place, string? rank) =>
        Assert.Equal(rank, OfficialTitle.Parse(text).GetRank(TitlePlace.Of(Gazetteer.Get(place)), Day) is { } derived ? CadreRanks.GetLabel(derived) : null);

    [Fact]
    public void Rank_depends_on_the_date()
    {
        var mayor = OfficialTitle.Parse("市长");
        var wuhan = TitlePlace.Of(Gazetteer.Get("420100"));
        Assert.Null(mayor.GetRank(wuhan, PartialDate.Parse("1994-02-24")));
        Assert.Equal(CadreRank.MinisterialDeputy, mayor.GetRank(wuhan, PartialDate.Parse("1994-02-25")));
        Assert.Null(mayor.GetRank(Hebi, PartialDate.Parse("1993-09-30")));
        Assert.Equal(CadreRank.BureauChief, mayor.GetRank(Hebi, PartialDate.Parse("1993-10-01")));
        Assert.Null(mayor.GetRank(null, Day));
        Assert.Equal(CadreRank.DivisionChief, mayor.GetRank(TitlePlace.Create("*市", AdministrativeLevel.County), Day));
    }

    [Fact]
    public void Ranks_are_ordered_and_named()
    {
        Assert.True(CadreRank.BureauDeputy > CadreRank.DivisionChief);
        foreach (var rank in Enum.GetValues<CadreRank>())
        {
            Assert.True(CadreRanks.TryParse(CadreRanks.GetLabel(rank), out var read));
            Assert.Equal(rank, read);
        }

        Assert.True(CadreRanks.TryParse("正厅级", out var bureau) && bureau == CadreRank.BureauChief);
        Assert.True(CadreRanks.TryParse("副县级", out var division) && division == CadreRank.DivisionDeputy);
        Assert.True(CadreRanks.TryParse("副省级", out var ministerial) && ministerial == CadreRank.MinisterialDeputy);
        Assert.False(CadreRanks.TryParse("省级", out _));
        Assert.False(CadreRanks.TryParse("", out _));
        Assert.Throws<ArgumentOutOfRangeException>(() => CadreRanks.GetLabel(default));
    }

    [Fact]
    public void A_record_holds_the_line_only_where_the_post_does_not_tell_it()
    {
        var held = OfficialTitle.Parse("市委副书记、市科技局主任").ToHeldPosts(words => words == "市委" ? Party.FromGroup(words) : null);
        Assert.Equal(new HeldPost { Post = OfficialPost.DeputySecretary, Body = Party.FromGroup("市委") }, held[0]);
        Assert.Equal(new HeldPost { Post = OfficialPost.Director, Line = PostLine.Government }, held[1]);
    }

    [Fact]
    public void Every_title_reads_back_in_every_style() => Gen.Select(
        Gen.OneOf("市委", "省委", "鹤壁市委", "中共鹤壁市委", "浚县县委"),
        Gen.OneOf("书记", "副书记", "常委", "秘书长", "副秘书长").Array[1, 3],
        Gen.OneOf("", "鹤壁市", "三门峡市"),
        Gen.OneOf("市长", "副市长", "常务副市长"),
        Gen.OneOf("市科技局", "鹤壁市财政局", "河南省科学技术厅"),
        Gen.OneOf("、", " ", "兼", "、兼", "\uFF0C", "兼任"),
        Gen.Int[0, 3]).Sample((committee, posts, area, head, department, separator, cut) =>
        {
            var chief = department[^1] + "长";
            string[] words = [committee + posts[0], .. posts.Skip(1), area + head, department + chief, department + "党组书记", "副" + chief];
            words = words[..^cut];
            var title = OfficialTitle.Parse(string.Join(separator, words));
            Assert.Equal(words.Length, title.Posts.Count);
            Assert.All(title.Posts.AsSpan()[..posts.Length].ToArray(), post => Assert.Equal((committee, PostLine.Party), (post.Body, post.Line)));
            if (cut < 3)
            {
                Assert.Equal((department, PostLine.Government), (title.Posts[posts.Length + 1].Body, title.Posts[posts.Length + 1].Line));
            }

            Assert.Equal(title, OfficialTitle.Parse(title.ToString()));
            var full = title.ToFull(Hebi);
            Assert.Equal(full, OfficialTitle.Parse(full.ToString()));
            Assert.Equal(full, full.ToShort(Hebi).ToFull(Hebi));
        }, iter: Noise.Styles);

    [Fact]
    public void Every_post_of_the_list_is_printed_and_read_back()
    {
        foreach (var definition in OfficialPost.CodeList.Definitions)
        {
            var title = OfficialTitle.Parse(definition.Zh);
            Assert.Equal(definition.Code, Assert.Single(title.Posts).Post.ToString());
            Assert.Equal(definition.Zh, title.ToString());
        }
    }

    [Fact]
    public void Noise_is_read_or_refused() => Noise.Texts("市委副书记、市长", "市委常委、统战部长", "市科技局党组书记、局长", "鹤壁市委常委、常务副市长", "*省长", "副秘书长", "高新区管委会主任").Sample(
        text =>
        {
            Noise.IsReadOrRefused(text, OfficialTitle.Parse, (string s, out OfficialTitle? value) => OfficialTitle.TryParse(s, out value));
            if (OfficialTitle.TryParse(text, out var title))
            {
                Assert.Equal(title, OfficialTitle.Parse(title.ToString()));
                _ = title.GetRank(Hebi, Day);
            }
        },
        iter: Noise.Count);

    private static string Show(OfficialTitle title) => string.Join('|', title.Posts.AsSpan().ToArray().Select(post =>
        $"{post.Post} {post.Body ?? "-"} {post.Line switch { PostLine.Party => "P", PostLine.Government => "G", PostLine.Other => "O", _ => "-" }}"));
}
