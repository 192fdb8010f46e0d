using System.Text.RegularExpressions;
using CsCheck;

namespace KejiDomain.Tests.Values;

/// <summary>Random and mutated texts for readers of printed forms, and the only two outcomes they may have.</summary>
internal static partial class Noise
{
    public const int Count = 30_000;

    /// <summary>How many values a generator of printed styles tries.</summary>
    public const int Styles = 10_000;

    private const string Letters =
        "0123456789+*×NXABCDEFGHJKLMNPQRTUWXYIOSVZ-. \t\n\u3000\u200B\uFEFF\uD800\uDC00\uD83D\uDE00\u0000\u202E\uFF10\uFF11\uFF15\uFF19\uFF0B\uFF08\uFF09《》〈〉<>〔〕【】[]()\uFF3B\uFF3D‘’“”、\uFF0C\uFF1B,;/:"
        + "〇零一二三四五六七八九十百千万亿双两多个大张第号令年公告通市省县区委政府局长书记副常秘统战部核城园解协调中心基地工程豫国科发的关于印兼*";

    /// <summary>Texts of any letters, and valid texts with letters dropped, doubled, exchanged and put in.</summary>
    public static Gen<string> Texts(params string[] valid)
    {
        var letter = Gen.Frequency((9, Gen.OneOf(Letters.ToCharArray())), (1, Gen.Char));
        var random = letter.Array[0, 80].Select(letters => new string(letters));
        var mutation = Gen.Select(Gen.Int[0, 4], Gen.Double.Unit, letter);
        var mutated = Gen.Select(Gen.OneOf(valid), mutation.Array[1, 4], (text, mutations) => mutations.Aggregate(text, Mutate));
        return Gen.Frequency((1, random), (3, mutated));
    }

    /// <summary>Holds that a reader returns false and throws a format exception that names text and position, or returns true and the value reads back from its text.</summary>
    public static void IsReadOrRefused<T>(string text, Func<string, T> parse, TryParse<T> tryParse)
    {
        if (tryParse(text, out var value))
        {
            Assert.Equal(value, parse(text));
            return;
        }

        var failure = Assert.Throws<FormatException>(() => parse(text));
        var position = int.Parse(Position().Match(failure.Message).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(position, 0, text.Length);
        Assert.StartsWith("'" + TextSafety.Excerpt(text) + "'", failure.Message, StringComparison.Ordinal);
    }

    private static string Mutate(string text, (int Kind, double Where, char Letter) mutation)
    {
        var at = (int)(mutation.Where * text.Length);
        return text.Length == 0 ? mutation.Letter.ToString() : mutation.Kind switch
        {
            0 => text.Remove(at, 1),
            1 => text.Insert(at, text[at].ToString()),
            2 => text.Insert(at, mutation.Letter.ToString()),
            3 => text.Remove(at, 1).Insert(at, mutation.Letter.ToString()),
            _ => text[at..] + text[..at],
        };
    }

    [GeneratedRegex(" at position ([0-9]+); a valid one is '[^']+'\\.$")]
    private static partial Regex Position();
}

internal delegate bool TryParse<T>(string text, out T? value);
