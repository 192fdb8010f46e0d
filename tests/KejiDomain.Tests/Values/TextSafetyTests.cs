namespace KejiDomain.Tests.Values;

public sealed class TextSafetyTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("鹤壁 a", "鹤壁 a")]
    [InlineData("\n", "\\n")]
    [InlineData("\nab", "\\nab")]
    [InlineData("ab\r\tcd", "ab\\r\\tcd")]
    [InlineData("a\u0000b", "a\\u0000b")]
    [InlineData("\u001F ~\u007F", "\\u001F ~\\u007F")]
    [InlineData("\u009F\u00A0", "\\u009F\u00A0")]
    [InlineData("a\u202Eb", "a\\u202Eb")]
    [InlineData("\uFEFFa", "\\uFEFFa")]
    [InlineData("😀", "😀")]
    [InlineData("😀\n😀", "😀\\n😀")]
    [InlineData("\n😀", "\\n😀")]
    public void What_would_hide_or_move_a_text_is_shown_as_an_escape(string text, string expected) => Assert.Equal(expected, TextSafety.Escape(text));

    // Halves of pairs cannot be written into a test's arguments: they are put in here.
    [Theory]
    [InlineData("h", "\\uD83D", false)]
    [InlineData("ah", "a\\uD83D", false)]
    [InlineData("l", "\\uDE00", false)]
    [InlineData("lh", "\\uDE00\\uD83D", false)]
    [InlineData("hhl", "\\uD83D😀", false)]
    [InlineData("hll", "😀\\uDE00", false)]
    [InlineData("ha", "\\uD83Da", false)]
    [InlineData("hl", "😀", true)]
    [InlineData("ahlahl", "a😀a😀", true)]
    [InlineData("hlhla", "😀😀a", true)]
    [InlineData("hlah", "😀a\\uD83D", false)]
    public void Half_a_pair_is_escaped_and_no_text_is_well_formed_with_it(string pattern, string expected, bool isWellFormed)
    {
        var text = pattern.Replace('h', '\uD83D').Replace('l', '\uDE00');
        Assert.Equal(expected, TextSafety.Escape(text));
        Assert.Equal(isWellFormed, TextSafety.IsWellFormed(text));
    }

    [Fact]
    public void An_excerpt_ends_after_80_units_and_never_inside_a_pair()
    {
        var text = new string('a', 79);
        Assert.Equal(text + "b", TextSafety.Excerpt(text + "b"));
        Assert.Equal(text + "b…", TextSafety.Excerpt(text + "bc"));
        Assert.Equal(text + "…", TextSafety.Excerpt(text + "😀"));
        Assert.Equal(text[..78] + "😀…", TextSafety.Excerpt(text[..78] + "😀c"));
        Assert.Equal(text + "\\n…", TextSafety.Excerpt(text + "\nc"));
    }
}
