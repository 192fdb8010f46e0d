using System.Globalization;
using System.Text;

namespace KejiDomain;

// Writing figures.
public readonly partial record struct Measure
{
    /// <summary>The figure in its canonical form (规范写法): digits, 万 or 亿, unit; <c>约200人</c>, <c>1-2名</c>, <c>*万元</c>.</summary>
    /// <remarks>It does not depend on <see cref="Printed"/>, and <see cref="Parse(string)"/> reads it back to the same members, where unit, qualifier and noun are of the tables and the multiplier is 万, 亿 or 万亿.
    /// A figure that is lost, blank or unknown has no form of its own and reads 达到…以上 without a number.</remarks>
    /// <example><code>
    /// Console.WriteLine(Measure.Yuan(7.44m, 8).ToCanonicalString());     // 7.44亿元
    /// </code></example>
    public string ToCanonicalString() => Write(chinese: false);

    /// <summary>The figure in Chinese numerals (汉字数字): 七点四四亿元, 百分之三十四点四, 约二百人.</summary>
    /// <remarks>Scores (分) keep their digits. <see cref="Parse(string)"/> reads it back to the same value, unit, noun and qualifier where <see cref="ToCanonicalString"/> would and no figure has more than sixteen digits before its point.</remarks>
    /// <example><code>
    /// Console.WriteLine(Measure.Percent(34.4m).ToChineseString());     // 百分之三十四点四
    /// </code></example>
    public string ToChineseString() => Write(chinese: true);

    private static string PrefixOf(Qualifier? qualifier) => (qualifier?.ToString()) switch
    {
        "about" => "约",
        "nearly" => "近",
        "exceeds" => "超",
        "breaks-through" => "突破",
        "below" => "不足",
        "reaches" => "达",
        _ => string.Empty,
    };

    private static string SuffixOf(Qualifier? qualifier) => (qualifier?.ToString()) switch
    {
        "at-least" => "以上",
        "at-most" => "以内",
        _ => string.Empty,
    };

    private string Write(bool chinese)
    {
        // 十分 is a word and no score.
        chinese &= Unit != UnitOfMeasure.ScorePoint;
        var text = new StringBuilder();
        if (Missing is not (null or MissingReason.Redacted))
        {
            return text.Append("达到").Append(UnitText()).Append("以上").ToString();
        }

        text.Append(PrefixOf(Qualifier));
        text.Append(Unit.ToString() switch
        {
            "per-10000-persons" => "每万人",
            "CNY-per-person" => "每人",
            "CNY-per-mu" => "每亩",
            _ => string.Empty,
        });
        if (Low is null && High is null)
        {
            AppendFigure(text, Amount, chinese);
        }
        else
        {
            var isShort = !chinese && Unit != UnitOfMeasure.Fraction;
            AppendFigure(text, Low, chinese, isShort);
            text.Append(chinese || Low < 0 || High < 0 ? '至' : '-');
            AppendFigure(text, High, chinese);
        }

        return text.Append(SuffixOf(Qualifier)).ToString();
    }

    private void AppendFigure(StringBuilder text, decimal? figure, bool chinese, bool withoutUnit = false)
    {
        // 一万二千万 is no number: from 万 on the numerals say the power of ten themselves.
        const decimal Wan = 10_000m;
        var said = WordOf(Multiplier);
        var isSaid = said is not null && !(chinese && Math.Abs(figure ?? 0) >= Wan);
        var power = isSaid ? 0 : Multiplier ?? 0;
        var fits = Math.Abs(figure ?? 0) < 1_000_000_000_000m;
        var value = figure is { } plain && fits ? ChineseNumber.Shift(plain, power) : figure;

        var sign = value < 0;
        var amount = Math.Abs(value ?? 0);
        var isFraction = Unit == UnitOfMeasure.Fraction;
        if (chinese && value is not null)
        {
            text.Append(sign ? "负" : string.Empty);
            text.Append(Unit.ToString() switch { "percent" => "百分之", "permille" => "千分之", _ => string.Empty });
            if (isFraction)
            {
                AppendFraction(text, amount, chinese: true);
            }
            else
            {
                ChineseNumber.Append(text, amount);
            }
        }
        else if (isFraction && value is not null)
        {
            text.Append(sign ? "-" : string.Empty);
            AppendFraction(text, amount, chinese: false);
        }
        else
        {
            // Four plain digits before 年 would be a date.
            var isDate = Unit == UnitOfMeasure.Year && value is { Scale: 0 } && amount is >= 1000 and <= 9999;
            text.Append(value is null ? "*" : value.Value.ToString(isDate ? "#,0" : null, CultureInfo.InvariantCulture));
        }

        if (withoutUnit)
        {
            return;
        }

        if (isSaid)
        {
            text.Append(said);
        }
        else if (power > 0 && !fits)
        {
            text.Append(CultureInfo.InvariantCulture, $"e{power}");
        }

        var hasUnit = !(isFraction && value is not null) && !(chinese && value is not null && Unit.ToString() is "percent" or "permille");
        text.Append(Qualifier == KejiDomain.Qualifier.Over ? "余" : string.Empty);
        text.Append(hasUnit ? UnitText() : string.Empty);
    }

    /// <summary>The word of a power of ten, null for those that have none.</summary>
    internal static string? WordOf(int? multiplier) => multiplier switch
    {
        4 => "万",
        8 => "亿",
        12 => "万亿",
        _ => null,
    };

    // The denominator says how many places there are, so that they are kept: 0.250 is 250 of 1000.
    private static void AppendFraction(StringBuilder text, decimal amount, bool chinese)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(amount, bits);
        var numerator = new decimal(bits[0], bits[1], bits[2], false, 0);
        if (!chinese)
        {
            text.Append('1').Append('0', amount.Scale).Append("分之").Append(numerator.ToString(CultureInfo.InvariantCulture));
            return;
        }

        // 百分之 and 千分之 are units of their own.
        var denominator = 1m;
        for (var i = 0; i < amount.Scale && i < 27; i++)
        {
            denominator *= 10;
        }

        if (amount.Scale is 2 or 3)
        {
            denominator *= 10;
            numerator *= 10;
        }

        ChineseNumber.Append(text, denominator);
        text.Append("分之");
        ChineseNumber.Append(text, numerator);
    }

    private string UnitText() => Unit.ToString() switch
    {
        "" => string.Empty,
        "count" or "per-10000-persons" => Noun ?? string.Empty,
        "percent" => "%",
        "percentage-point" => "个百分点",
        "CNY-per-person" or "CNY-per-mu" => "元",
        "month" => "个月",
        "quarter" => "个季度",
        "day" => "天",
        "fraction" => "成",
        "rank-place" => "个位次",
        _ => Unit.Definition?.Zh ?? Unit.ToString(),
    };
}
