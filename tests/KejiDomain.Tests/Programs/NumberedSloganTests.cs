using CsCheck;
using KejiDomain.Tests.Values;

namespace KejiDomain.Tests.Programs;

public class NumberedSloganTests
{
    private static readonly string[] Nouns = ["核", "城", "解", "协调", "梁", "柱", "区", "园", "中心", "目标", "保障", "不愁", "翼", "创新带", "集群", "校", "果"];

    private static readonly Gen<int> Small = Gen.Int[1, 9];

    [Theory]
    [InlineData("1472", "1 4 7 2")]
    [InlineData("126", "1 2 6")]
    [InlineData("四六四五", "4 6 4 5")]
    [InlineData("1+8", "1 8")]
    [InlineData("*+*", "* *")]
    [InlineData("1+N", "1 N")]
    [InlineData("1+2+N", "1 2 N")]
    [InlineData("2+26", "2 26")]
    [InlineData("1核+3城", "1核 3城")]
    [InlineData("六个一", "6一")]
    [InlineData("一核三城", "1核 3城")]
    [InlineData("*核三城", "*核 3城")]
    [InlineData("一区四园", "1区 4园")]
    [InlineData("一区多园", "1区 N园")]
    [InlineData("一核两翼多点", "1核 2翼 N点")]
    [InlineData("一核一带一区", "1核 1带 1区")]
    [InlineData("九解一协调", "9解 1协调")]
    [InlineData("四梁八柱", "4梁 8柱")]
    [InlineData("两不愁三保障", "2不愁 3保障")]
    [InlineData("三去一降一补", "3去 1降 1补")]
    [InlineData("双随机一公开", "2随机 1公开")]
    [InlineData("百校千果", "100校 1000果")]
    [InlineData("八大工程", "8工程")]
    [InlineData("五大工程", "5工程")]
    [InlineData("8大工程", "8工程")]
    [InlineData("十大指标体系", "10指标体系")]
    [InlineData("一个中心、四个基地", "1中心 4基地")]
    [InlineData("一个中心四个基地", "1中心 4基地")]
    [InlineData("1个总体目标、2个建设重点、6个方面", "1总体目标 2建设重点 6方面")]
    [InlineData("两个关键", "2关键")]
    [InlineData("两个确保", "2确保")]
    [InlineData("四个面向", "4面向")]
    [InlineData("四个意识", "4意识")]
    [InlineData("九个方面", "9方面")]
    [InlineData("四张牌", "4牌")]
    [InlineData("两个一百年", "2一百年")]
    [InlineData("四个一批", "4一批")]
    [InlineData("双倍增", "2倍增")]
    [InlineData("双核", "2核")]
    [InlineData("三城", "3城")]
    [InlineData("五链", "5链")]
    [InlineData("“1472”", "1 4 7 2")]
    [InlineData("‘一核三城’", "1核 3城")]
    [InlineData("\uFF11\uFF0B\uFF18", "1 8")]
    [InlineData(" 1 + 8 ", "1 8")]
    [InlineData("一个中心\uFF0C四个基地", "1中心 4基地")]
    public void Printed_slogans(string text, string parts)
    {
        var slogan = NumberedSlogan.Parse(text);
        Assert.Equal(parts, Show(slogan));
        Assert.Equal(slogan, NumberedSlogan.Parse(text.AsSpan(), null));
        Assert.Equal(slogan, NumberedSlogan.Parse(slogan.Text));
        Assert.Equal(parts, Show(NumberedSlogan.Parse(slogan.ToDigitString())));
        Assert.Equal(parts, Show(NumberedSlogan.Parse(slogan.ToChineseString())));
    }

    [Theory]
    [InlineData("一核三城", "core city")]
    [InlineData("一个中心、四个基地", "center base")]
    [InlineData("两个关键", "focus")]
    [InlineData("八大工程", "project")]
    [InlineData("1个总体目标、2个建设重点、6个方面", "goal focus aspect")]
    [InlineData("九解一协调", "- -")]
    public void A_noun_that_names_a_role_gives_it(string text, string roles) =>
        Assert.Equal(roles, string.Join(' ', NumberedSlogan.Parse(text).Parts.AsSpan().ToArray().Select(part => part.Role?.ToString() ?? "-")));

    [Fact]
    public void Masks_are_redacted_and_open_counts_unknown()
    {
        Assert.Equal([MissingReason.Redacted, MissingReason.Redacted], NumberedSlogan.Parse("×+*").Parts.AsSpan().ToArray().Select(part => part.Missing!.Value));
        Assert.Equal(MissingReason.Unknown, NumberedSlogan.Parse("1+N").Parts[1].Missing);
        Assert.Equal(MissingReason.Unknown, NumberedSlogan.Parse("一区多园").Parts[1].Missing);
    }

    [Theory]
    [InlineData("1472", "1472", "一四七二")]
    [InlineData("1+8", "1+8", "一+八")]
    [InlineData("一核三城", "1核3城", "一核三城")]
    [InlineData("两翼三城", "2翼3城", "两翼三城")]
    [InlineData("一个中心、四个基地", "1个中心、4个基地", "一个中心、四个基地")]
    [InlineData("八大工程", "8大工程", "八大工程")]
    [InlineData("六个一", "6个一", "六个一")]
    public void Formats(string text, string digits, string chinese)
    {
        var slogan = NumberedSlogan.Parse(text);
        Assert.Equal(text, slogan.ToString());
        Assert.Equal(digits, slogan.ToDigitString());
        Assert.Equal(chinese, slogan.ToChineseString());
    }

    [Theory]
    [MemberData(nameof(LookAlikes))]
    public void Look_alikes_are_no_slogans(string text)
    {
        Assert.False(NumberedSlogan.TryParse(text, out var slogan), $"{text} was read as {(slogan is null ? null : Show(slogan))}");
        Assert.Null(slogan);
        Assert.Throws<FormatException>(() => NumberedSlogan.Parse(text));
    }

    [Fact]
    public void There_are_at_least_a_hundred_look_alikes() => Assert.InRange(LookAlikes().Select(row => row.Data).Distinct().Count(), 100, int.MaxValue);

    public static IEnumerable<TheoryDataRow<string>> LookAlikes() =>
        """
        十三五 十四五 十五五 十四五规划 十三五末 一五 二五 4N 5A 3A 2.0版 3.0 5G 6G A股 K12 人才20条 科创30条 二十条 75周年 40周年 七十五周年 第一次会议 第九届 第十九届 第五批 第一方阵 第一 二等奖 一等奖 三等奖
        一带一路 一企一策 一事一议 一人一策 一县一业 一村一品 一区一策 一院一所 一心一意 一石二鸟 一国两制 三农 三农工作 三公经费 三中全会 三届二次全会 十九届三中全会 十八大 十九大 二十大 二十大报告 二十大精神 两会 两院院士 两化融合 两山理论 两岸
        百强 百强县 百年大计 百花齐放 百分之三十 十分重要 十分 千分之三 千方百计 千家万户 千军万马 万象 万众创新 千企千亿 双碳 双创 双一流 双减 双高 双赢 双管齐下 双向奔赴 双十一 五星党支部 五四青年节 五一 六一 七一 八一 三八妇女节 九一八 一二九 三一五
        2023 2023年 1949 1999 2030 100 5000 360 863 973 985 211 315 12345 12 35 0 007 1-9月 1:2 50% 3人 121家 29笔 7.44亿 1.7亿元 百余项 十余项 400余人 三个月 五个百分点 两个小时 一个 一个中心 一个平台 5个项目 80个研发中心 7家单位 三年行动 三年行动计划 五年规划 三天 二次创业
        四面八方 五湖四海 七上八下 三心二意 四舍五入 三番五次 五颜六色 九牛一毛 十全十美 四通八达 五花八门 七嘴八舌 三令五申 三三制 二八定律 四六级 一二三产业 二三线城市 一季度 上半年 前三季度 四季度 三方 八方 四方 三方联动 华山一条路 四是培育一流创新 一要二要三要 首家 唯一 第二 半数 多个 多点 N 1+1 5+2 互联网+ 5G+ 1+ +1 1++2 N+N 2022+2023 0+1 3年+2年 *号 *市 *** * 一核三城创新空间布局体系 总体思路 “” 、 一、二、三 1、4、7、2
        """.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(text => new TheoryDataRow<string>(text));

    [Theory]
    [InlineData("", 0)]
    [InlineData("十三五", 0)]
    [InlineData("一核三城 创新空间布局体系", 3)]
    [InlineData("1+8 +", 5)]
    [InlineData("1+零", 2)]
    [InlineData("一个中心、四个基地、", 10)]
    [InlineData("1+8年", 3)]
    public void A_failure_names_text_and_position(string text, int position)
    {
        var failure = Assert.Throws<FormatException>(() => NumberedSlogan.Parse(text));
        Assert.Contains($"'{text}'", failure.Message, StringComparison.Ordinal);
        Assert.Contains($"at position {position};", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_text_does_not_tell_the_caller_passes()
    {
        var slogan = NumberedSlogan.Create("一企一策", SloganPart.Of(1, "企"), SloganPart.Of(1, "策"));
        Assert.Equal("1企 1策", Show(slogan));
        Assert.Throws<ArgumentException>(() => NumberedSlogan.Create("一企一策"));
        Assert.Throws<ArgumentException>(() => NumberedSlogan.Create(" ", SloganPart.Of(1)));
    }

    [Fact]
    public void Rows_of_digits_read_back_in_every_style() => Gen.Select(Small.Array[3, 8], Gen.Int[0, 2], Gen.Int[0, 3]).Sample((counts, script, frame) =>
    {
        // Years and numbers that are names are not told by the text.
        if ((counts is [1, 9, _, _] or [9, 1, 1]) || !NumberedSlogan.TryParse(Join(counts, 0), out _) || !NumberedSlogan.TryParse(Join(counts, 2), out _))
        {
            return;
        }

        var slogan = NumberedSlogan.Parse(Framed(Join(counts, script), frame));
        Assert.Equal(counts, slogan.Parts.AsSpan().ToArray().Select(part => part.Count!.Value));
    }, iter: Noise.Styles);

    [Fact]
    public void Few_rows_of_digits_are_refused()
    {
        var refused = new List<string>();
        for (var number = 111; number <= 9999; number++)
        {
            var text = number.ToString(System.Globalization.CultureInfo.InvariantCulture);
            if (!text.Contains('0') && !(number is >= 1900 and <= 1999) && !NumberedSlogan.TryParse(text, out _))
            {
                refused.Add(text);
            }
        }

        Assert.InRange(refused.Count, 1, 25);
    }

    [Fact]
    public void Sums_read_back_in_every_style() => Gen.Select(Parts(Gen.Int[1, 999], withNoun: false).Array[2, 6], Gen.Int[0, 2], Gen.Int[0, 3]).Sample((parts, script, frame) =>
    {
        if (parts.All(part => part.Missing == MissingReason.Unknown))
        {
            return;
        }

        var text = string.Join('+', parts.Select(part => Print(part, script, string.Empty)));
        if (text is "1+1" or "5+2" or "1+1+1")
        {
            return;
        }

        Assert.Equal(parts, Plain(NumberedSlogan.Parse(Framed(text, frame))));
    }, iter: Noise.Styles);

    [Fact]
    public void Counted_nouns_read_back_in_every_style() =>
        Gen.Select(Parts(Gen.Int[2, 9], withNoun: true).Array[2, 5], Gen.Int[0, 2], Gen.Int[0, 3], Gen.Bool, Gen.Bool, Gen.Bool).Sample((parts, script, frame, classified, listed, summed) =>
        {
            if (parts[0].Missing is not null || parts.Select(part => part.Noun).Distinct().Count() < parts.Length)
            {
                return;
            }

            var text = string.Join(summed ? "+" : listed ? "、" : string.Empty, parts.Select(part => Print(part, script, classified ? "个" : string.Empty)));
            Assert.Equal(parts, Plain(NumberedSlogan.Parse(Framed(text, frame))));
        }, iter: Noise.Styles);

    [Fact]
    public void One_counted_noun_reads_back() => Gen.Select(Gen.Int[2, 10], Gen.OneOf("大", "个"), Gen.OneOf(Nouns), Gen.Int[0, 3]).Sample((count, classifier, noun, frame) =>
    {
        var part = SloganPart.Of(count, noun);
        Assert.Equal([part], Plain(NumberedSlogan.Parse(Framed(Print(part, 2, classifier), frame))));
    }, iter: Noise.Styles);

    [Fact]
    public void Any_parts_are_printed_so_that_they_read_back() => Parts(Gen.Int[2, 99], withNoun: true).Array[2, 4].Sample(parts =>
    {
        var slogan = NumberedSlogan.Create("x", parts);
        if (parts[0].Missing is null)
        {
            Assert.Equal(parts, Plain(NumberedSlogan.Parse(slogan.ToDigitString())));
            Assert.Equal(parts, Plain(NumberedSlogan.Parse(slogan.ToChineseString())));
        }
    }, iter: Noise.Styles);

    [Fact]
    public void Printing_never_fails() => Gen.Select(Gen.Int[0, int.MaxValue].Nullable(), Gen.Enum<MissingReason>().Nullable(), Gen.String.Null()).Array[1, 3].Sample(rows =>
    {
        var slogan = NumberedSlogan.Create("x", [.. rows.Select(row => new SloganPart { Count = row.Item1, Missing = row.Item2, Noun = row.Item3 })]);
        Assert.NotNull(slogan.ToDigitString());
        Assert.NotNull(slogan.ToChineseString());
    }, iter: Noise.Styles);

    [Fact]
    public void Noise_is_read_or_refused() => Noise.Texts("1472", "1+8", "四六四五", "一核三城", "九解一协调", "一个中心、四个基地", "八大工程", "*+*", "双倍增", "一区多园").Sample(
        text =>
        {
            Noise.IsReadOrRefused(text, NumberedSlogan.Parse, (string s, out NumberedSlogan? value) => NumberedSlogan.TryParse(s, out value));
            if (NumberedSlogan.TryParse(text, out var slogan))
            {
                Assert.Equal(slogan, NumberedSlogan.Parse(slogan.Text));
            }
        },
        iter: Noise.Count);

    private static Gen<SloganPart> Parts(Gen<int> count, bool withNoun) => Gen.Select(
        count,
        Gen.Frequency((8, (MissingReason?)null), (1, MissingReason.Redacted), (1, MissingReason.Unknown)),
        Gen.OneOf(Nouns),
        (number, missing, noun) => new SloganPart { Count = missing is null ? number : null, Missing = missing, Noun = withNoun ? noun : null });

    private static string Print(SloganPart part, int script, string classifier) =>
        (part.Missing switch { MissingReason.Redacted => "*", MissingReason.Unknown => "N", _ => Numeral(part.Count!.Value, script) }) + (part.Noun is null ? string.Empty : classifier) + part.Noun;

    private static string Numeral(int count, int script)
    {
        var digits = count.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return script switch { 0 => digits, 1 => string.Concat(digits.Select(c => (char)(c + 0xFEE0))), _ => count == 2 ? "两" : HanNumeral.Format(count) };
    }

    private static string Join(int[] counts, int script) => string.Concat(counts.Select(count => script == 2 ? HanNumeral.Format(count) : Numeral(count, script)));

    private static string Framed(string text, int frame) => frame switch { 0 => text, 1 => $"“{text}”", 2 => $" 「{text}」\u3000", _ => $"\"{text}\"\n" };

    private static SloganPart[] Plain(NumberedSlogan slogan) => [.. slogan.Parts.AsSpan().ToArray().Select(part => part with { Role = null })];

    private static string Show(NumberedSlogan slogan) =>
        string.Join(' ', slogan.Parts.AsSpan().ToArray().Select(part => (part.Missing == MissingReason.Unknown ? "N" : part.Missing is null ? part.Count?.ToString(System.Globalization.CultureInfo.InvariantCulture) : "*") + part.Noun));
}
