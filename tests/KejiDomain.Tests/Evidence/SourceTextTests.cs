using System.Text;

namespace KejiDomain.Tests.Evidence;

public sealed class SourceTextTests
{
    private static readonly SourceId S1 = SourceId.Parse("s1");

    [Theory]
    [InlineData("鹤壁121家", "121", 2, 5)]
    [InlineData("𠮷林121家", "121", 2, 5)]
    [InlineData("😀😀121家", "121", 2, 5)]
    [InlineData("\r\n121家", "121", 2, 5)]
    [InlineData("\uFEFF鹤壁121家", "121", 2, 5)]
    [InlineData("a\u0301b121", "121", 3, 6)]
    public void Positions_lie_between_code_points(string raw, string printed, int start, int end)
    {
        var text = SourceText.FromBytes(Encoding.UTF8.GetBytes(raw));
        var citation = text.Cite(S1, printed);
        Assert.Equal((start, end), (citation.Start, citation.End));
        Assert.Equal(printed, text.Slice(citation));
    }

    [Fact]
    public void A_text_without_code_points_outside_the_plane_and_one_with_count_alike()
    {
        var text = SourceText.FromBytes("𠮷a😀b"u8);
        Assert.Equal(4, text.Length);
        Assert.Equal("a😀", text.Slice(Citation.Create(S1, 1, 3)));
        Assert.Equal("😀b", text.Slice(Citation.Create(S1, 2, 4)));
        Assert.Null(text.Slice(Citation.Create(S1, 2, 5)));
    }

    [Fact]
    public void Every_match_is_found_and_one_of_several_must_be_chosen()
    {
        var text = SourceText.FromBytes("科技科技科技"u8);
        Assert.Equal(3, text.Find(S1, "科技").Count());
        Assert.Equal(2, text.Cite(S1, "科技", 2).Start);
        Assert.Throws<ArgumentException>(() => text.Cite(S1, "科技"));
        Assert.Throws<ArgumentException>(() => text.Cite(S1, "科技", 4));
        Assert.Throws<ArgumentException>(() => text.Cite(S1, "农业"));
        Assert.Equal(2, SourceText.FromBytes("aaa"u8).Find(S1, "aa").Count());
    }

    [Fact]
    public void The_digest_is_that_of_the_bytes()
    {
        Assert.Equal("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", SourceText.FromBytes([]).Sha256.ToString());
        Assert.NotEqual(SourceText.FromBytes("a"u8).Sha256, SourceText.FromBytes("\uFEFFa"u8).Sha256);
    }

    [Fact]
    public void Invalid_bytes_are_refused_and_not_replaced() => Assert.Throws<InvalidDataException>(() => SourceText.FromBytes([0xE9, 0xB9]));
}
