namespace KejiDomain.Tests.Values;

public sealed class PrintedTextTests
{
    [Theory]
    [InlineData('\uFF01', '!')]
    [InlineData('\uFF08', '(')]
    [InlineData('\uFF19', '9')]
    [InlineData('\uFF5E', '~')]
    [InlineData('\u3000', ' ')]
    [InlineData('\uFF00', '\uFF00')]
    [InlineData('\uFF5F', '\uFF5F')]
    [InlineData('a', 'a')]
    [InlineData('号', '号')]
    public void Full_width_signs_are_folded_and_no_others(char sign, char folded) => Assert.Equal(folded, PrintedText.Fold(sign));

    [Theory]
    [InlineData(' ', true)]
    [InlineData('\t', true)]
    [InlineData('\u00A0', true)]
    [InlineData('\u3000', true)]
    [InlineData('\u200B', true)]
    [InlineData('\uFEFF', true)]
    [InlineData('a', false)]
    [InlineData('号', false)]
    public void Blanks_are_those_of_Unicode_and_the_invisible_ones(char sign, bool isBlank) => Assert.Equal(isBlank, PrintedText.IsBlank(sign));

    [Theory]
    [InlineData("\u4E00", true)]
    [InlineData("\u9FFF", true)]
    [InlineData("\u3400", true)]
    [InlineData("\u4DBF", true)]
    [InlineData("〇", true)]
    [InlineData("\u33FF", false)]
    [InlineData("\u4DC0", false)]
    [InlineData("\u4DFF", false)]
    [InlineData("\uA000", false)]
    [InlineData("a", false)]
    [InlineData("", true)]
    [InlineData("鹤壁市", true)]
    [InlineData("鹤壁a", false)]
    [InlineData("a鹤壁", false)]
    public void Chinese_characters_are_those_of_the_two_blocks_of_the_basic_plane(string text, bool isHan) => Assert.Equal(isHan, PrintedText.IsHan(text));

    [Theory]
    [InlineData("\uFF11 号", 3, -1, "1号", "0,2")]
    [InlineData(" a\u3000b ", 2, -1, "ab", "1,3")]
    [InlineData("abc", 2, 2, "ab", "0,1")]
    [InlineData("ab c", 2, 3, "ab", "0,1")]
    [InlineData("", 0, -1, "", "")]
    [InlineData("a", 0, 0, "", "")]
    public void A_text_is_copied_without_blanks_and_each_letter_remembers_its_place(string text, int room, int end, string letters, string places)
    {
        var copied = new char[room];
        var from = new int[room];
        Assert.Equal(end, PrintedText.Compact(text, copied, from, out var length));
        Assert.Equal((letters, places), (new string(copied, 0, length), string.Join(',', from.Take(length))));
    }

    [Theory]
    [InlineData("国发", 0, "unexpected text at position 0")]
    [InlineData("国发", 1, "unexpected text at position 1")]
    [InlineData("国发", 2, "the text ends at position 2")]
    public void A_failure_says_where_reading_stopped(string text, int position, string expected) =>
        Assert.Equal(
            $"'国发' is not a valid period: {expected}; a valid one is '2022/2024'.",
            PrintedText.Failure(ReportingPeriod.Format, text, position).Message);
}
