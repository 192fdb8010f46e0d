using System.Globalization;
using System.Text;

namespace KejiDomain.Properties.Indicators;

public class MeasureProperties
{
    private const int Runs = 20_000;

    private static readonly string[] Samples =
    [
        "7.44亿", "3128.4万元", "1.7亿元", "29笔", "34.4%", "5个百分点", "百支", "10余项", "400余人", "约200人", "50人以上", "突破100人", "近3年", "三万亿元", "一万五千亿",
        "十五", "两个", "1/4", "千分之三", "13万2", "104974.4万", "86.50亿元", "每万人3.1件", "60人(个)以上", "1-2名", "*万元", "*-*名", "达到以上", "1亿2000万元", "百分之三至五",
        "三个半月", "三成五", "翻了两番", "1,234,567元", "5000万元—1亿元", "人民币500万元", "30日内", "万分之二", "上亿元", "十三万零五十",
    ];

    private static readonly string[] Nouns = ["家", "户", "项", "人", "名", "个", "笔", "件", "场", "支"];

    private static readonly Gen<decimal> Amounts = Gen.Select(Gen.Frequency((3, Gen.Long[0, 999]), (2, Gen.Long[0, 9_999_999]), (1, Gen.Long[0, 999_999_999_999_999])), Gen.Int[0, 4])
        .Select((digits, scale) => new decimal(unchecked((int)digits), (int)(digits >> 32), 0, false, (byte)scale));

    private static readonly Gen<Qualifier?> Qualifiers = Gen.Frequency(
        (2, Gen.Const((Qualifier?)null)),
        (3, Gen.OneOf(Qualifier.CodeList.Definitions.Select(d => (Qualifier?)Qualifier.Parse(d.Code)).ToArray())));

    private static readonly Gen<Measure> Measures =
        from unit in Gen.OneOf(UnitOfMeasure.CodeList.Definitions.Select(d => UnitOfMeasure.Parse(d.Code)).ToArray())
        from noun in Gen.OneOf(Nouns)
        from amount in Amounts
        from width in Amounts
        from power in Gen.OneOf<int?>(null, 4, 8, 12)
        from qualifier in Qualifiers
        from shape in Gen.Int[0, 9]
        from negative in Gen.Int[0, 9]
        select Build(unit, noun, amount, width, power, qualifier, shape, negative == 0);

    private static readonly Gen<(string Text, Measure Expected)> PrintedFigures =
        from amount in Amounts
        from power in Gen.OneOf<int?>(null, 4, 8, 12)
        from style in Gen.Int[0, 3]
        from unit in Gen.OneOf(
            ("家", UnitOfMeasure.Count, "家"), ("人", UnitOfMeasure.Count, "人"), ("元", UnitOfMeasure.CNY, null), ("%", UnitOfMeasure.Percent, null),
            ("个百分点", UnitOfMeasure.PercentagePoint, null), ("倍", UnitOfMeasure.Times, (string?)null))
        from blank in Gen.OneOf(string.Empty, string.Empty, " ", "\u3000")
        from around in Gen.OneOf(
            ("", "", null), ("约", "", Qualifier.About), ("大约", "左右", Qualifier.About), ("", "上下", Qualifier.About), ("近", "", Qualifier.Nearly), ("将近", "", Qualifier.Nearly),
            ("超过", "", Qualifier.Exceeds), ("逾", "", Qualifier.Exceeds), ("突破", "", Qualifier.BreaksThrough), ("突破了", "", Qualifier.BreaksThrough), ("不低于", "", Qualifier.AtLeast),
            ("", "以上", Qualifier.AtLeast), ("至少", "以上", Qualifier.AtLeast), ("达到", "以上", Qualifier.AtLeast), ("不超过", "", Qualifier.AtMost), ("", "以内", Qualifier.AtMost),
            ("", "以下", Qualifier.AtMost), ("最高达", "", Qualifier.AtMost), ("不足", "", Qualifier.Below), ("达", "", Qualifier.Reaches), ("达到", "", (Qualifier?)Qualifier.Reaches))
        select (around.Item1 + PrintNumber(amount, power, style) + blank + unit.Item1 + around.Item2,
            new Measure { Amount = amount, Multiplier = power, Unit = unit.Item2, Noun = unit.Item3, Qualifier = around.Item3 });

    [Fact]
    public void The_canonical_form_reads_back() => Measures.Sample(
        measure =>
        {
            var text = measure.ToCanonicalString();
            Assert.True(Measure.TryParse(text, out var back), text);
            Assert.Equal(measure, back with { Printed = null });
            Assert.Equal(text, back.ToCanonicalString());
            Assert.Equal(measure.Amount?.Scale, back.Amount?.Scale);
        },
        iter: Runs);

    [Fact]
    public void The_chinese_form_reads_back_to_the_same_value() => Measures.Where(m => m.Missing is null && (m.Unit != UnitOfMeasure.Fraction || (m.High ?? m.Amount) < 1_000_000) && m.Scale(Math.Abs(m.High ?? m.Amount ?? 0)) < 10_000_000_000_000_000m).Sample(
        measure =>
        {
            var text = measure.ToChineseString();
            Assert.True(Measure.TryParse(text, out var back), text);
            Assert.Equal(measure.Value, back.Value);
            Assert.Equal(measure.Scale(measure.Low), back.Scale(back.Low));
            Assert.Equal(measure.Scale(measure.High), back.Scale(back.High));
            Assert.Equal((measure.Unit, measure.Noun, measure.Qualifier), (back.Unit, back.Noun, back.Qualifier));
        },
        iter: Runs);

    [Fact]
    public void Every_style_of_printing_reads_back() => PrintedFigures.Sample(
        printed =>
        {
            Assert.True(Measure.TryParse(printed.Text, out var read), printed.Text);
            Assert.Equal(printed.Expected with { Printed = printed.Text }, read);
            Assert.Equal(printed.Expected.Value, read.Value);
        },
        iter: Runs);

    [Fact]
    public void Splits_by_yi_and_wan_add_up() =>
        Gen.Select(Gen.Int[1, 9999], Gen.Int[1, 9999], Gen.Int[0, 9999], Gen.Bool).Sample(
            (yi, wan, rest, chinese) =>
            {
                var text = new StringBuilder();
                AppendWhole(text, yi, chinese).Append('亿');
                AppendWhole(text.Append(chinese && wan < 1000 ? "零" : string.Empty), wan, chinese).Append('万');
                if (rest > 0)
                {
                    text.Append(chinese ? rest < 1000 ? "零" : string.Empty : string.Empty);
                    _ = chinese ? AppendWhole(text, rest, chinese) : text.Append(rest.ToString("D4", CultureInfo.InvariantCulture));
                }

                Assert.Equal((yi * 100_000_000m) + (wan * 10_000m) + rest, Measure.Parse(text.Append('元').ToString()).Value);
            },
            iter: Runs);

    [Fact]
    public void Whatever_is_read_is_kept_as_printed_and_reads_back_from_its_canonical_form() => Mutation.Texts(Samples, "零一二两三四五六七八九十百千万亿点分之余多约近超达以上下内左右成半个年月日%元人家/每(),至到翻番X").Sample(
        text =>
        {
            if (!Measure.TryParse(text, out var measure))
            {
                Assert.Equal(default, measure);
                Assert.Contains("position", Assert.Throws<FormatException>(() => Measure.Parse(text)).Message, StringComparison.Ordinal);
                return;
            }

            Assert.Same(text, measure.Printed);
            Assert.Equal(text, measure.ToString());
            Assert.True(measure.Amount is not null ^ measure.Low is not null ^ measure.Missing is not null, text);
            _ = measure.Interval;
            _ = measure.ToChineseString();
            var canonical = measure.ToCanonicalString();
            if (measure.Missing is null or MissingReason.Redacted)
            {
                Assert.True(Measure.TryParse(canonical, out var back), $"{text} > {canonical}");
                Assert.Equal(measure with { Printed = null }, back with { Printed = null });
            }
        },
        iter: 100_000);

    [Fact]
    public void Order_agrees_with_the_values_where_units_are_equal() => Gen.Select(Measures, Measures).Sample(
        (a, b) =>
        {
            var other = b with { Unit = a.Unit };
            var compares = a.TryCompareTo(other, out var order);
            Assert.Equal(compares, other.TryCompareTo(a, out var back));
            Assert.Equal(Math.Sign(order), compares ? -Math.Sign(back) : Math.Sign(order));
            if (a.Value is { } x && other.Value is { } y)
            {
                Assert.True(compares);
                Assert.Equal(Math.Sign(x.CompareTo(y)), Math.Sign(order));
            }

            Assert.Equal(a.Unit == b.Unit && compares, a.TryCompareTo(b, out _));
        },
        iter: Runs);

    [Fact]
    public void Converting_there_and_back_gives_the_same_value() => Gen.Select(Amounts, Gen.OneOf(0, 4, 8), Gen.OneOf(
        (UnitOfMeasure.CNY, UnitOfMeasure.CNY), (UnitOfMeasure.Percent, UnitOfMeasure.Permille), (UnitOfMeasure.Percent, UnitOfMeasure.Fraction),
        (UnitOfMeasure.Permille, UnitOfMeasure.Fraction), (UnitOfMeasure.Year, UnitOfMeasure.Month), (UnitOfMeasure.Hectare, UnitOfMeasure.Mu))).Sample(
        (amount, power, units) =>
        {
            var measure = new Measure { Amount = amount, Multiplier = 4, Unit = units.Item1 };
            var back = measure.InUnit(units.Item2, power).InUnit(units.Item1);
            Assert.Equal(measure.Value, back.Value);
            Assert.Null(back.Multiplier);
        },
        iter: Runs);

    private static Measure Build(UnitOfMeasure unit, string noun, decimal amount, decimal width, int? power, Qualifier? qualifier, int shape, bool negative)
    {
        var isCounted = unit == UnitOfMeasure.Count || unit == UnitOfMeasure.Per10000Persons;
        var measure = new Measure { Unit = unit, Noun = isCounted ? noun : null, Multiplier = unit == UnitOfMeasure.Fraction ? null : power, Qualifier = qualifier };
        var signed = negative && unit == UnitOfMeasure.Percent && amount > 0 ? -amount : amount;
        return shape switch
        {
            0 or 1 when unit != UnitOfMeasure.Fraction || qualifier is not null => measure with { Missing = MissingReason.Redacted, Qualifier = unit == UnitOfMeasure.Year ? KejiDomain.Qualifier.About : qualifier },
            2 or 3 => measure with { Low = signed, High = signed + width },
            _ => measure with { Amount = signed },
        };
    }

    private static string PrintNumber(decimal amount, int? power, int style)
    {
        var text = new StringBuilder();
        switch (style)
        {
            case 0:
                text.Append(amount.ToString(CultureInfo.InvariantCulture));
                break;
            case 1:
                text.Append(Mutation.ToFullWidth(amount.ToString(CultureInfo.InvariantCulture)));
                break;
            case 2:
                text.Append(amount.ToString("#,0." + new string('0', amount.Scale), CultureInfo.InvariantCulture));
                break;
            default:
                // Chinese numerals from 万 on say their own power of ten.
                _ = amount < 10_000 ? AppendChinese(text, amount) : text.Append(amount.ToString(CultureInfo.InvariantCulture));
                break;
        }

        return text.Append(power switch { 4 => "万", 8 => "亿", 12 => "万亿", _ => string.Empty }).ToString();
    }

    private static StringBuilder AppendChinese(StringBuilder text, decimal amount)
    {
        ChineseNumber.Append(text, amount);
        return text;
    }

    private static StringBuilder AppendWhole(StringBuilder text, int number, bool chinese) =>
        chinese ? AppendChinese(text, number) : text.Append(number.ToString(CultureInfo.InvariantCulture));
}
