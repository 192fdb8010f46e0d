using System.Buffers;
using System.Text;

namespace KejiDomain;

/// <summary>Counts in words, from 1 to 9999 in their one proper form: 两, 十二, 一百零五; 百 and 千 alone are 100 and 1000.</summary>
/// <remarks>Stricter than <see cref="ChineseNumber"/>, which reads whatever a text prints as a figure.</remarks>
internal static class HanNumeral
{
    private static readonly SearchValues<char> Letters = SearchValues.Create("零〇一二三四五六七八九十百千两");

    /// <summary>The value of a digit from 1 to 9, or 0.</summary>
    public static int Digit(char c) => "一二三四五六七八九".IndexOf(c, StringComparison.Ordinal) + 1;

    public static bool IsLetter(char c) => Letters.Contains(c);

    public static bool TryParse(ReadOnlySpan<char> text, out int value)
    {
        if (text.Length == 1)
        {
            value = text[0] switch
            {
                '十' => 10,
                '百' => 100,
                '千' => 1000,
                '两' => 2,
                var c => Digit(c),
            };
            return value > 0;
        }

        if (text.ContainsAnyExcept(Letters) || !ChineseNumber.TryReadWhole(text, out value) || value is < 1 or > 9999)
        {
            value = 0;
            return false;
        }

        // One proper form is the one that is written; 〇 and 两 are other signs in it, and stand nowhere else in what was read.
        var proper = Format(value);
        var isProper = proper.Length == text.Length;
        for (var i = 0; isProper && i < proper.Length; i++)
        {
            isProper = text[i] == proper[i] || text[i] is '〇' or '两';
        }

        value = isProper ? value : 0;
        return isProper;
    }

    /// <summary>Writes a number from 1 to 9999 as the parser reads it.</summary>
    public static string Format(int value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 9999);
        var builder = new StringBuilder();
        ChineseNumber.Append(builder, value);
        return builder.ToString();
    }
}
