using System.Globalization;
using System.Text;

namespace KejiDomain.Tests.Values;

/// <summary>One number at the beginning of a text: its figure, what is known of it, and where it ends.</summary>
public sealed class ChineseNumberTests
{
    [Theory]
    [InlineData("１０９家", "109", "家")]
    [InlineData("１,０２３", "1023", "")]
    [InlineData("１，２３４", "1234", "")]
    [InlineData("１，０２３", "1023", "")]
    [InlineData("１，９００，１０９", "1900109", "")]
    [InlineData("1，234", "1", "，234")]
    [InlineData("123,456", "123456", "")]
    [InlineData("1234,567", "1234 four-digits", ",567")]
    [InlineData("1,023", "1023", "")]
    [InlineData("1,203", "1203", "")]
    [InlineData("1,230", "1230", "")]
    [InlineData("1,家23", "1", ",家23")]
    [InlineData("1,2340", "1", ",2340")]
    [InlineData("1,234,567", "1234567", "")]
    [InlineData("1,234,56", "1234", ",56")]
    [InlineData("万元", "1 e4 bare-multiplier chinese", "元")]
    [InlineData("亿", "1 e8 bare-multiplier chinese", "")]
    [InlineData("3 元", "3", " 元")]
    [InlineData("3 万元", "3 e4", "元")]
    [InlineData("3\u3000亿", "3 e8", "")]
    [InlineData("1234万", "1234 e4", "")]
    [InlineData("*万5千", "0 e4 masked", "5千")]
    [InlineData("20多万5", "20 e4 多", "5")]
    [InlineData("20多个", "20", "多个")]
    [InlineData("20余亿", "20 e8 余", "")]
    [InlineData("十来万", "10 e4 chinese 来", "")]
    [InlineData("5千米", "5", "千米")]
    [InlineData("五千米", "5000 chinese", "米")]
    [InlineData("五百分点", "5 chinese", "百分点")]
    [InlineData("0.5", "0.5", "")]
    [InlineData("0", "0", "")]
    [InlineData("1234567890123456789012345678", "1234567890123456789012345678", "")]
    [InlineData("1234567890123456789", "1234567890123456789", "")]
    [InlineData("12345678901234567.891", "12345678901234567.891", "")]
    [InlineData("2千3百元", "2300 chinese", "元")]
    [InlineData("2千3百4十元", "2340 chinese", "元")]
    [InlineData("999999999999999千", "999999999999999000", "")]
    [InlineData("2022千", "2022000", "")]
    [InlineData("2022", "2022 four-digits", "")]
    [InlineData("2022.5", "2022.5", "")]
    [InlineData("2,022", "2022", "")]
    [InlineData("3.05", "3.05", "")]
    [InlineData("3.0", "3.0", "")]
    [InlineData("12.*", "0 masked", "")]
    [InlineData("12.*5", "0 masked", "")]
    [InlineData("3*0", "0 masked", "")]
    [InlineData("*.5", "0 masked", "")]
    [InlineData("*.0", "0 masked", "")]
    [InlineData("*.", "0 masked", ".")]
    [InlineData("*.*", "0 masked", "")]
    [InlineData("零", "0 chinese", "")]
    [InlineData("零点五", "0.5 chinese", "")]
    [InlineData("零点零", "0.0 chinese", "")]
    [InlineData("三点零五", "3.05 chinese", "")]
    [InlineData("三点五零", "3.50 chinese", "")]
    [InlineData("三点一二三四五六七八九零一二三四五六七八九零", "3.12345678901234567890 chinese", "")]
    [InlineData("一千0百", "1000 chinese", "0百")]
    [InlineData("一千5", "1000 chinese", "5")]
    [InlineData("一千2百", "1200 chinese", "")]
    [InlineData("一千25百", "1000 chinese", "25百")]
    [InlineData("五千克", "5 chinese", "千克")]
    [InlineData("一百五", "150 abbreviated chinese", "")]
    [InlineData("百千克", "100 bare chinese", "千克")]
    [InlineData("十千克", "10 chinese", "千克")]
    [InlineData("十十", "10 chinese", "十")]
    [InlineData("千百", "1000 bare chinese", "百")]
    [InlineData("一百十五", "115 chinese", "")]
    [InlineData("一百二十", "120 chinese", "")]
    [InlineData("一万五十十", "10050 chinese", "十")]
    [InlineData("一万五千3", "15000 chinese", "3")]
    [InlineData("13万0500", "130500", "")]
    [InlineData("三万零点五", "30000.5 chinese", "")]
    [InlineData("三万零点零五", "30000.05 chinese", "")]
    [InlineData("999999999999999万零点五", "9999999999999990000.5", "")]
    [InlineData("一万零五", "10005 chinese", "")]
    [InlineData("999999999999999万5千", "9999999999999995000 chinese", "")]
    [InlineData("1万2千", "12000 chinese", "")]
    [InlineData("1万五千", "15000 chinese", "")]
    [InlineData("三万五千二十点五", "35020.5 chinese", "")]
    [InlineData("三万五千二十点零五", "35020.05 chinese", "")]
    [InlineData("三万五千二十点", "35020 chinese", "点")]
    [InlineData("1亿2000多万", "12000 e4 多", "")]
    [InlineData("1亿2000万5千", "120005000 chinese", "")]
    [InlineData("1亿2000多万5千", "12000 e4 多", "5千")]
    [InlineData("两万三", "2.3 e4 abbreviated chinese", "")]
    [InlineData("1亿9999万", "19999 e4", "")]
    [InlineData("13万2", "13.2 e4 abbreviated", "")]
    [InlineData("13万2人", "13.2 e4 abbreviated", "人")]
    [InlineData("13万2000", "132000", "")]
    [InlineData("13万2000元", "132000", "元")]
    [InlineData("一万五千亿", "15000 e8 chinese", "")]
    [InlineData("三万亿", "3 e12 chinese", "")]
    [InlineData("1万亿5000亿", "15000 e8", "")]
    [InlineData("壹仟贰佰", "1200 chinese", "")]
    [InlineData("壹佰零伍", "105 chinese", "")]
    [InlineData("萬", "1 e4 bare-multiplier chinese", "")]
    [InlineData("億", "1 e8 bare-multiplier chinese", "")]
    [InlineData("■■", "0 masked", "")]
    [InlineData("X5", "0 masked", "")]
    [InlineData("百", "100 bare chinese", "")]
    [InlineData("百五", "150 bare abbreviated chinese", "")]
    [InlineData("百十", "110 bare chinese", "")]
    [InlineData("十万", "10 e4 chinese", "")]
    [InlineData("一万百", "1 e4 chinese", "百")]
    [InlineData("一万5百", "10500 chinese", "")]
    [InlineData("1万零5百", "10500 chinese", "")]
    [InlineData("五百分", "500 chinese", "分")]
    [InlineData("五百分二", "500 chinese", "分二")]
    [InlineData("百分之", "100 bare chinese", "分之")]
    [InlineData("十五", "15 chinese", "")]
    [InlineData("2百五十", "250 chinese", "")]
    [InlineData("5百五", "550 abbreviated chinese", "")]
    [InlineData("0千瓦", "0", "千瓦")]
    [InlineData("1亿2千万", "12000 e4 chinese", "")]
    [InlineData("1亿2千余万元", "12000 e4 chinese 余", "元")]
    [InlineData("一亿两千多万", "12000 e4 chinese 多", "")]
    public void Reads_as_far_as_the_number_goes(string text, string expected, string rest)
    {
        var number = new ChineseNumber(text, 0);
        Assert.True(number.TryRead());
        Assert.Equal((expected, rest), (Describe(number), text[number.Position..]));
    }

    [Theory]
    [InlineData("一百五万", 3)]
    [InlineData("五百二点三", 3)]
    [InlineData("百分点", 0)]
    [InlineData("007", 1)]
    [InlineData("0百人", 0)]
    [InlineData("00", 1)]
    [InlineData("12345678901234567890123456789", 28)]
    [InlineData("1.2345678901234567890123456789", 29)]
    [InlineData("12十", 2)]
    [InlineData("1000000000000000千", 16)]
    [InlineData("零零", 1)]
    [InlineData("〇五", 1)]
    [InlineData("三点两", 2)]
    [InlineData("百点五", 1)]
    [InlineData("一百五点三", 3)]
    [InlineData("三点一二三四五六七八九零一二三四五六七八九零一", 22)]
    [InlineData("二十零五", 2)]
    [InlineData("一百零零五", 2)]
    [InlineData("一百零家", 2)]
    [InlineData("一百零十", 2)]
    [InlineData("一百二百", 2)]
    [InlineData("两十", 0)]
    [InlineData("四六", 0)]
    [InlineData("四零", 0)]
    [InlineData("四5", 0)]
    [InlineData("四0", 0)]
    [InlineData("二十两", 2)]
    [InlineData("千克", 0)]
    [InlineData("一亿二万三亿", 4)]
    [InlineData("13万0", 4)]
    [InlineData("三万零点", 2)]
    [InlineData("三万零点两", 4)]
    [InlineData("1.5万零点五", 4)]
    [InlineData("1000000000000000万零点五", 17)]
    [InlineData("万零点五", 1)]
    [InlineData("三万五点二", 3)]
    [InlineData("一万零零五", 3)]
    [InlineData("一万零", 2)]
    [InlineData("1.5万3", 4)]
    [InlineData("1000000000000000万5千", 17)]
    [InlineData("万五千", 1)]
    [InlineData("1亿2*万", 2)]
    [InlineData("1亿05万", 3)]
    [InlineData("一万四六", 2)]
    [InlineData("三万一百五点二", 5)]
    [InlineData("三万五十点两", 5)]
    [InlineData("一亿一百五万", 6)]
    [InlineData("一万二亿三万四亿", 6)]
    [InlineData("一亿二亿", 2)]
    [InlineData("1亿20000万", 8)]
    [InlineData("1亿10000万", 8)]
    [InlineData("1亿2.5万", 2)]
    [InlineData("1亿2.5千", 2)]
    [InlineData("1亿2.55555千", 2)]
    [InlineData("一亿二十点五万", 7)]
    [InlineData("13万2.", 3)]
    [InlineData("13万2．", 3)]
    [InlineData("13万2,", 3)]
    [InlineData("13万2，", 3)]
    [InlineData("13万2*", 3)]
    [InlineData("13万25", 3)]
    [InlineData("一万零百", 2)]
    [InlineData("1万零5", 3)]
    [InlineData("3百一点五", 3)]
    public void What_is_no_number_says_where_it_fails(string text, int position)
    {
        var number = new ChineseNumber(text, 0);
        Assert.False(number.TryRead());
        Assert.Equal(position, number.Position);
    }

    [Theory]
    [InlineData("五千克", false, 0)]
    [InlineData("一百五", false, 0)]
    [InlineData("百", false, 0)]
    [InlineData("五万", false, 0)]
    [InlineData("三点五", false, 0)]
    [InlineData("24", false, 0)]
    [InlineData("*", false, 0)]
    [InlineData("两十", false, 0)]
    [InlineData("二十四", true, 24)]
    public void A_whole_text_is_a_numeral_or_none(string text, bool isNumeral, int value)
    {
        Assert.Equal(isNumeral, ChineseNumber.TryReadWhole(text, out var read));
        Assert.Equal(value, read);
    }

    [Theory]
    [InlineData("0", "零")]
    [InlineData("0.3", "零点三")]
    [InlineData("3.14", "三点一四")]
    [InlineData("10.50", "十点五零")]
    [InlineData("10", "十")]
    [InlineData("19", "十九")]
    [InlineData("115", "一百一十五")]
    [InlineData("1010", "一千零一十")]
    [InlineData("10000", "一万")]
    [InlineData("10500", "一万零五百")]
    [InlineData("11000", "一万一千")]
    [InlineData("15000", "一万五千")]
    [InlineData("30000.5", "三万零点五")]
    [InlineData("100000", "十万")]
    [InlineData("100000000", "一亿")]
    [InlineData("100000005", "一亿零五")]
    [InlineData("100010000", "一亿零一万")]
    [InlineData("100100000", "一亿零一十万")]
    [InlineData("510000000", "五亿一千万")]
    [InlineData("510005000", "五亿一千万五千")]
    [InlineData("123456789", "一亿二千三百四十五万六千七百八十九")]
    [InlineData("15000000000000", "十五万亿")]
    public void Writes_numerals(string value, string expected)
    {
        var builder = new StringBuilder();
        ChineseNumber.Append(builder, decimal.Parse(value, CultureInfo.InvariantCulture));
        Assert.Equal(expected, builder.ToString());
    }

    [Fact]
    public void Nothing_is_not_negative()
    {
        var number = new ChineseNumber("零点零", 0);
        Assert.True(number.TryRead());
        Assert.False(decimal.IsNegative(number.Value));
    }

    private static string Describe(ChineseNumber number)
    {
        var text = new StringBuilder(number.Value.ToString(CultureInfo.InvariantCulture));
        text.Append(number.Multiplier > 0 ? string.Create(CultureInfo.InvariantCulture, $" e{number.Multiplier}") : string.Empty);
        foreach (var (holds, word) in (ReadOnlySpan<(bool, string)>)
            [
                (number.IsMasked, "masked"), (number.IsBare, "bare"), (number.IsBareMultiplier, "bare-multiplier"),
                (number.IsAbbreviated, "abbreviated"), (number.IsChinese, "chinese"), (number.IsFourDigits, "four-digits"),
            ])
        {
            text.Append(holds ? " " + word : string.Empty);
        }

        return text.Append(number.Infix == default ? string.Empty : " " + number.Infix).ToString();
    }
}
