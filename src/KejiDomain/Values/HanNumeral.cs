using System.Globalization;
using System.Text;

namespace KejiDomain;

/// <summary>Whole numbers from 1 to 9999 in Chinese numerals: 两, 十二, 一百零五, 七百三十一.</summary>
internal static class HanNumeral
{
    private const string Digits = "〇一二三四五六七八九";

    /// <summary>The value of a digit from 1 to 9, or 0.</summary>
    public static int Digit(char c) => Math.Max(0, Digits.IndexOf(c, StringComparison.Ordinal));

    public static bool IsLetter(char c) => Digit(c) > 0 || c is '十' or '百' or '千' or '两' or '零' or '〇';

    /// <summary>Reads a numeral in its one proper form; 百 and 千 alone are 100 and 1000.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        if (text is "百" or "千")
        {
            value = text[0] == '百' ? 100 : 1000;
            return true;
        }

        var below = 10_000;
        var i = 0;
        while (i < text.Length)
        {
            var zero = text[i] is '零' or '〇';
            if (zero && (value == 0 || ++i == text.Length))
            {
                return false;
            }

            var digit = text[i] == '两' ? 2 : Digit(text[i]);
            var two = text[i] == '两';
            if (digit > 0)
            {
                i++;
            }
            else if (text[i] != '十' || (value > 0 && !zero))
            {
                return false;
            }

            var unit = i == text.Length ? 1 : text[i] switch { '十' => 10, '百' => 100, '千' => 1000, _ => 0 };
            if (unit == 0 || (two && (unit == 10 || (unit == 1 && text.Length > 1))) || unit >= below || (value > 0 && zero != unit < below / 10))
            {
                return false;
            }

            value += Math.Max(1, digit) * unit;
            below = unit;
            i++;
        }

        return value > 0;
    }

    /// <summary>Writes a number from 1 to 9999 as the parser reads it.</summary>
    public static string Format(int value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 9999);
        var builder = new StringBuilder();
        var gap = false;
        foreach (var (unit, letter) in ((int, string)[])[(1000, "千"), (100, "百"), (10, "十"), (1, string.Empty)])
        {
            var digit = value / unit % 10;
            if (digit == 0)
            {
                gap = builder.Length > 0;
                continue;
            }

            if (gap)
            {
                builder.Append('零');
                gap = false;
            }

            builder.Append(unit == 10 && digit == 1 && builder.Length == 0 ? string.Empty : Digits[digit].ToString(CultureInfo.InvariantCulture)).Append(letter);
        }

        return builder.ToString();
    }
}
