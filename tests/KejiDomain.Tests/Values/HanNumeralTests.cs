namespace KejiDomain.Tests.Values;

public class HanNumeralTests
{
    [Fact]
    public void Every_number_reads_back()
    {
        for (var number = 1; number <= 9999; number++)
        {
            var text = HanNumeral.Format(number);
            Assert.True(HanNumeral.TryParse(text, out var read), text);
            Assert.Equal(number, read);
        }
    }

    [Theory]
    [InlineData("两", 2)]
    [InlineData("十二", 12)]
    [InlineData("一百零五", 105)]
    [InlineData("七百三十一", 731)]
    [InlineData("两千零一十", 2010)]
    [InlineData("百", 100)]
    public void Printed_numerals(string text, int number)
    {
        Assert.True(HanNumeral.TryParse(text, out var read));
        Assert.Equal(number, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("零")]
    [InlineData("十三五")]
    [InlineData("一一")]
    [InlineData("一十十")]
    [InlineData("十百")]
    [InlineData("一百五")]
    [InlineData("一百零")]
    [InlineData("一千五十")]
    [InlineData("两十")]
    [InlineData("十两")]
    [InlineData("一百零零五")]
    public void What_is_no_number(string text) => Assert.False(HanNumeral.TryParse(text, out _));
}
