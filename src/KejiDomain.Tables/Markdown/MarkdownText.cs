using System.Buffers;
using System.Globalization;
using System.Text;

namespace KejiDomain.Tables;

/// <summary>Makes Markdown of foreign text; nothing else in the library does.</summary>
internal static class MarkdownText
{
    // What starts markup anywhere in CommonMark and its GitHub dialect.
    private static readonly SearchValues<char> Markup = SearchValues.Create("\\`*_{}[]<>|&~$!^@");

    // What would hide or reorder the text around it.
    private static readonly SearchValues<char> Invisible = SearchValues.Create(
        "\u061C\u200B\u200C\u200D\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2060\u2066\u2067\u2068\u2069\uFEFF\uFFF9\uFFFA\uFFFB");

    /// <summary>The text so that it reads as itself in a paragraph, a heading, a list item or a cell: on one line, markup escaped, what cannot be seen as <c>U+202E</c>.</summary>
    public static string Escape(string text)
    {
        var builder = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            if (IsBlank(text[i]))
            {
                builder.Append(builder.Length == 0 || builder[^1] == ' ' ? string.Empty : " ");
            }
            else
            {
                builder.Append(Markup.Contains(text[i]) || StartsMarkup(text, i, builder) ? "\\" : string.Empty);
                AppendVisible(builder, text, ref i);
            }
        }

        return builder.ToString().TrimEnd(' ');
    }

    /// <summary>The text on one line, what cannot be seen as <c>U+202E</c>; for plain text.</summary>
    public static string Visible(string text)
    {
        var builder = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (IsBlank(text[i]))
            {
                builder.Append(' ');
            }
            else
            {
                AppendVisible(builder, text, ref i);
            }
        }

        return builder.ToString();
    }

    private static bool IsBlank(char c) => c is '\t' or '\n' or '\r' or ' ' or '\u0085' or '\u2028' or '\u2029';

    private static void AppendVisible(StringBuilder builder, string text, ref int i)
    {
        var c = text[i];
        if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
        {
            builder.Append(c).Append(text[++i]);
        }
        else if (char.IsControl(c) || char.IsSurrogate(c) || Invisible.Contains(c))
        {
            builder.Append(CultureInfo.InvariantCulture, $"U+{(int)c:X4}");
        }
        else
        {
            builder.Append(c);
        }
    }

    // Bullets, numbers and rules count only at the beginning; addresses and numbers of issues become links by themselves.
    private static bool StartsMarkup(string text, int at, StringBuilder before) => text[at] switch
    {
        '-' or '+' or '=' => before.Length == 0,
        '#' => before.Length == 0 || before[^1] == ' ' || (at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])),
        '.' when EndsWith(before, "www") => true,
        '.' or ')' => before.Length is > 0 and < 10 && IsNumber(before) && (at + 1 == text.Length || text[at + 1] is ' ' or '\t' or '\n' or '\r'),
        ':' => at + 2 < text.Length && text[at + 1] == '/' && text[at + 2] == '/',
        _ => false,
    };

    private static bool EndsWith(StringBuilder builder, string word) =>
        builder.Length >= word.Length && builder.ToString(builder.Length - word.Length, word.Length).Equals(word, StringComparison.OrdinalIgnoreCase);

    private static bool IsNumber(StringBuilder builder)
    {
        for (var i = 0; i < builder.Length; i++)
        {
            if (!char.IsAsciiDigit(builder[i]))
            {
                return false;
            }
        }

        return true;
    }
}
