namespace KejiDomain.Tests.Evidence;

public sealed class CitationTests
{
    [Theory]
    [InlineData("s1#char=0,1", "s1", 0, 1)]
    [InlineData("my-source-2#char=402,408", "my-source-2", 402, 408)]
    [InlineData("s#char=0,999999999", "s", 0, 999_999_999)]
    public void Reads_and_writes_the_literal(string text, string source, int start, int end)
    {
        var citation = Citation.Parse(text);
        Assert.Equal((source, start, end, end - start), (citation.Source.ToString(), citation.Start, citation.End, citation.Length));
        Assert.Equal(text, citation.ToString());
        Assert.Equal(citation, Citation.Create(SourceId.Parse(source), start, end));
        Assert.Matches(Citation.Format.Pattern, text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("s1")]
    [InlineData("s1#char=")]
    [InlineData("s1#char=5,5")]
    [InlineData("s1#char=6,5")]
    [InlineData("s1#char=01,5")]
    [InlineData("s1#char=-1,5")]
    [InlineData("s1#char=1,1000000000")]
    [InlineData("s1#char=1,5 ")]
    [InlineData("s1#char=1, 5")]
    [InlineData("s1#char=1,5,6")]
    [InlineData("S1#char=1,5")]
    [InlineData("#char=1,5")]
    [InlineData("s1#line=1,5")]
    [InlineData("s1#char=１,５")]
    public void Anything_else_is_refused(string text)
    {
        Assert.False(Citation.TryParse(text, null, out var none));
        Assert.True(none.IsEmpty);
        Assert.Throws<FormatException>(() => Citation.Parse(text));
    }

    [Fact]
    public void Bad_calls_throw()
    {
        var source = SourceId.Parse("s1");
        Assert.Throws<ArgumentException>(() => Citation.Create(default, 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Citation.Create(source, -1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Citation.Create(source, 1, 1));
    }

    [Theory]
    [InlineData(0, 10, 2, 5, true, true)]
    [InlineData(0, 10, 0, 10, true, true)]
    [InlineData(0, 10, 5, 15, false, true)]
    [InlineData(0, 10, 10, 15, false, false)]
    public void Spans_hold_and_share(int start, int end, int otherStart, int otherEnd, bool contains, bool overlaps)
    {
        var one = Citation.Create(SourceId.Parse("s1"), start, end);
        var other = Citation.Create(SourceId.Parse("s1"), otherStart, otherEnd);
        Assert.Equal(contains, one.Contains(other));
        Assert.Equal(overlaps, one.Overlaps(other));
        Assert.Equal(overlaps, other.Overlaps(one));
        Assert.False(one.Overlaps(Citation.Create(SourceId.Parse("s2"), otherStart, otherEnd)));
    }

    [Fact]
    public void Order_is_by_source_then_place() =>
        Assert.Equal(
            ["s1#char=2,9", "s1#char=10,11", "s1#char=10,12", "s2#char=0,1"],
            new[] { "s2#char=0,1", "s1#char=10,12", "s1#char=2,9", "s1#char=10,11" }.Select(Citation.Parse).Order().Select(c => c.ToString()));
}
