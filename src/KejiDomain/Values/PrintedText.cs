using System.Globalization;

namespace KejiDomain;

/// <summary>What the readers of printed forms share: letters folded to one width, blanks left out, and a failure that names text and position.</summary>
internal static class PrintedText
{
    private const char IdeographicSpace = '\u3000';

    /// <summary>The letter in its plain width: full-width ASCII and the ideographic space become ASCII.</summary>
    public static char Fold(char c) => c switch
    {
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        IdeographicSpace => ' ',
        _ => c,
    };

    public static bool IsBlank(char c) => c is IdeographicSpace or '\u200B' or '\uFEFF' || char.IsWhiteSpace(c);

    /// <summary>Whether a letter is a Chinese character of the basic plane.</summary>
    public static bool IsHan(char c) => c is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF') or '〇';

    public static bool IsHan(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!IsHan(c))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Copies a text folded and without blanks, and for each letter copied the place it had.</summary>
    /// <returns>-1, or the position of the first letter for which there was no room.</returns>
    public static int Compact(ReadOnlySpan<char> text, Span<char> letters, Span<int> places, out int length)
    {
        length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (IsBlank(text[i]))
            {
                continue;
            }

            if (length == letters.Length)
            {
                return i;
            }

            places[length] = i;
            letters[length++] = Fold(text[i]);
        }

        return -1;
    }

    public static FormatException Failure(TextFormat format, ReadOnlySpan<char> text, int position) =>
        Failure(format.Name, format.Example, text, position);

    public static FormatException Failure(string what, string example, ReadOnlySpan<char> text, int position) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"'{TextSafety.Excerpt(text)}' is not a valid {what}: {(position < text.Length ? "unexpected text" : "the text ends")} at position {position}; a valid one is '{example}'."));
}
