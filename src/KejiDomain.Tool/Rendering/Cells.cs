using System.Globalization;
using KejiDomain.Tables;

namespace KejiDomain.Tool.Rendering;

/// <summary>Cells of a terminal: Chinese takes two. The widths are those by which tables are aligned.</summary>
internal static class Cells
{
    // No line begins with these, and none ends with those.
    private const string Closing = "，。、；：？！）》」』】〉”’…—％,.;:?!)]}%·～";

    private const string Opening = "（《「『【〈“‘([{";

    public static int Width(string text) => TextWidth.Of(text);

    /// <summary>The pieces of a text between which a line may be broken; blanks stay at the end of a piece.</summary>
    public static IEnumerable<string> Pieces(string text)
    {
        var start = 0;
        var previous = string.Empty;
        for (var at = 0; at < text.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(text, at);
            var element = text.Substring(at, length);
            if (at > start && MayBreak(previous, element))
            {
                yield return text[start..at];
                start = at;
            }

            previous = element;
            at += length;
        }

        if (start < text.Length)
        {
            yield return text[start..];
        }
    }

    private static bool MayBreak(string before, string after) =>
        after != " "
        && (before is " "
            || (before is "-" or "+" && char.IsAsciiLetter(after[0]))
            || ((Width(before) > 1 || Width(after) > 1)
                && !Closing.Contains(after, StringComparison.Ordinal)
                && !Opening.Contains(before, StringComparison.Ordinal)));
}
