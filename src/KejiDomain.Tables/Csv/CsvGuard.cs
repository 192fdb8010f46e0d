using System.Buffers;

namespace KejiDomain.Tables;

/// <summary>Keeps spreadsheets from taking a text for a formula: one apostrophe in front, and exactly one taken off in reading.</summary>
internal static class CsvGuard
{
    private const char Guard = '\'';

    // ASCII and full-width: Excel in Chinese and Japanese takes a full-width sign for the plain one.
    private static readonly SearchValues<char> Dangerous = SearchValues.Create("'=+-@\t\r\uFF07\uFF1D\uFF0B\uFF0D\uFF20");

    public static string Protect(string text) => text.Length > 0 && Dangerous.Contains(text[0]) ? Guard + text : text;

    public static string Unprotect(string text) => text.Length > 0 && text[0] == Guard ? text[1..] : text;

    /// <summary>The text itself: the csv and JSON writers beneath would put a replacement character where a half of a surrogate pair stands.</summary>
    /// <exception cref="InvalidDataException">It holds half of a surrogate pair.</exception>
    public static string RequireWellFormed(string text, string where)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && !(i + 1 < text.Length && char.IsSurrogatePair(text[i], text[++i])))
            {
                throw new InvalidDataException($"{where}: a text holds half of a surrogate pair.");
            }
        }

        return text;
    }
}
