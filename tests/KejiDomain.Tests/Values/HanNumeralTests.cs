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
    [InlineData("千", 1000)]
    [InlineData("两千二百零二", 2202)]
    [InlineData("一百〇五", 105)]
    [InlineData("九千九百九十九", 9999)]
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
    [InlineData("一千零一百十")]
    [InlineData("一百十五")]
    [InlineData("一千零一百")]
    [InlineData("百五")]
    [InlineData("一万")]
    [InlineData("壹佰")]
    public void What_is_no_number(string text)
    {
        Assert.False(HanNumeral.TryParse(text, out var value));
        Assert.Equal(0, value);
    }

    [Theory]
    [InlineData('〇', 0)]
    [InlineData('零', 0)]
    [InlineData('一', 1)]
    [InlineData('九', 9)]
    [InlineData('十', 0)]
    [InlineData('两', 0)]
    public void A_digit_has_its_value_and_any_other_sign_none(char sign, int value) => Assert.Equal(value, HanNumeral.Digit(sign));

    [Fact]
    public void Only_numbers_from_1_to_9999_are_written()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => HanNumeral.Format(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => HanNumeral.Format(10_000));
    }
}
