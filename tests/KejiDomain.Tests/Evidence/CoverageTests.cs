using System.Text;

namespace KejiDomain.Tests.Evidence;

public sealed class CoverageTests
{
    private const string Raw = "菜单|登录\n甲市召开会议,张三讲话。要奋力前行!技术合同成交额*亿;完。\n";

    [Fact]
    public void What_nothing_touches_is_told_clause_by_clause()
    {
        var coverage = Measure([], []);
        Assert.Equal(
            ["菜单|登录", "甲市召开会议", "张三讲话", "要奋力前行", "技术合同成交额*亿", "完"],
            coverage.Uncovered.Select(c => Text.Slice(c)));
        Assert.Equal((0, 0, 0, Text.Length), (coverage.Cited, coverage.Furniture, coverage.Exhortation, coverage.Length));
    }

    [Fact]
    public void A_citation_covers_the_clauses_it_touches_and_a_region_what_it_holds()
    {
        var coverage = Measure([Cite("会议,张")], [Region(RegionKind.Furniture, "菜单|登录"), Region(RegionKind.Exhortation, "要奋力"), Region(RegionKind.Exhortation, "完")]);
        Assert.Equal(["要奋力前行", "技术合同成交额*亿"], coverage.Uncovered.Select(c => Text.Slice(c)));
        Assert.Equal((4, 5, 4), (coverage.Cited, coverage.Furniture, coverage.Exhortation));
    }

    [Fact]
    public void The_passage_of_a_node_with_items_covers_nothing_by_itself()
    {
        OutlineNode leaf = new() { Text = "讲话", Evidence = [Cite("张三讲话")] };
        OutlineNode passage = new() { Items = [leaf], Evidence = [Cite("甲市召开会议,张三讲话。要奋力前行")] };
        Assert.Equal(["菜单|登录", "甲市召开会议", "要奋力前行", "技术合同成交额*亿", "完"], Measure([], [], passage).Uncovered.Select(c => Text.Slice(c)));
        var headed = passage with { Text = "召开会议", Evidence = [.. passage.Evidence, new() { Cite = [Cite("甲市召开会议")], Of = MemberPath.Parse("text") }] };
        Assert.DoesNotContain("甲市召开会议", Measure([], [], headed).Uncovered.Select(c => Text.Slice(c)));
    }

    private static SourceText Text { get; } = SourceText.FromBytes(Encoding.UTF8.GetBytes(Raw));

    private static Citation Cite(string printed) => Text.Cite(SourceId.Parse("s1"), printed);

    private static SourceRegion Region(RegionKind kind, string printed) => new() { Kind = kind, Cite = [Cite(printed)] };

    private static Coverage Measure(ValueList<Citation> cited, ValueList<SourceRegion> regions, params ReadOnlySpan<OutlineNode> outline)
    {
        var dataset = Samples.Minimal();
        var source = dataset.Sources[0] with { Regions = regions };
        var meeting = new Meeting
        {
            Id = MeetingId.Parse("m"),
            Kind = MeetingKind.WorkConference,
            Name = "会议",
            Outline = ValueList.Create(outline),
            Evidence = cited.Select(c => new KejiDomain.Evidence { Cite = [c] }).ToValueList(),
        };
        return Coverage.Of(dataset with { Sources = [source], Meetings = [meeting] }, source, Text);
    }
}
