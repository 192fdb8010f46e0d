using System.Buffers;
using System.Globalization;
using System.Text;

namespace KejiDomain;

/// <summary>What foreign text must pass before a message, a file or a terminal shows it.</summary>
internal static class TextSafety
{
    private const int ExcerptLength = 80;

    // Letters that would end, hide or reorder what stands around them: C0, DEL, C1, bidi controls, line separators, zero width.
    private static readonly SearchValues<char> Unsafe = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(c => (char)c), .. Enumerable.Range(0x7F, 0x21).Select(c => (char)c),
            '\u061C', '\u200B', '\u200C', '\u200D', '\u200E', '\u200F', '\u2028', '\u2029', '\u202A', '\u202B', '\u202C', '\u202D', '\u202E',
            '\u2060', '\u2066', '\u2067', '\u2068', '\u2069', '\uFEFF', '\uFFF9', '\uFFFA', '\uFFFB']);

    /// <summary>The text on one line with every control, bidirectional or invisible letter as a <c>\u</c> escape.</summary>
    public static string Escape(ReadOnlySpan<char> text)
    {
        if (text.IndexOfAny(Unsafe) < 0 && IsWellFormed(text))
        {
            return text.ToString();
        }

        var builder = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                builder.Append(c).Append(text[++i]);
            }
            else if (char.IsSurrogate(c) || Unsafe.Contains(c))
            {
                builder.Append(c switch { '\n' => "\\n", '\r' => "\\r", '\t' => "\\t", _ => "\\u" + ((int)c).ToString("X4", CultureInfo.InvariantCulture) });
            }
            else
            {
                builder.Append(c);
            }
        }

        return builder.ToString();
    }

    /// <summary>The escaped beginning of a text, for messages.</summary>
    public static string Excerpt(ReadOnlySpan<char> text)
    {
        if (text.Length <= ExcerptLength)
        {
            return Escape(text);
        }

        var end = char.IsHighSurrogate(text[ExcerptLength - 1]) ? ExcerptLength - 1 : ExcerptLength;
        return Escape(text[..end]) + "…";
    }

    /// <summary>Whether a text holds no half of a surrogate pair.</summary>
    public static bool IsWellFormed(ReadOnlySpan<char> text)
    {
        var at = text.IndexOfAnyInRange('\uD800', '\uDFFF');
        while (at >= 0)
        {
            if (at + 1 >= text.Length || !char.IsSurrogatePair(text[at], text[at + 1]))
            {
                return false;
            }

            text = text[(at + 2)..];
            at = text.IndexOfAnyInRange('\uD800', '\uDFFF');
        }

        return true;
    }
}
