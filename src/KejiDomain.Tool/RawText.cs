using System.Text;

namespace KejiDomain.Tool;

/// <summary>The raw text of a source; places in it count code points, and a byte order mark does not count.</summary>
internal sealed class RawText
{
    private const int MaxBytes = 256 * 1024 * 1024;

    private readonly string _text;

    private RawText(string text) => _text = text;

    public static RawText Read(string path)
    {
        var bytes = Files.ReadBytes(path, MaxBytes);
        if (bytes.Length > MaxBytes)
        {
            throw new CliException($"{path}: is larger than any text that is taken in");
        }

        try
        {
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
            return new(text.StartsWith('\uFEFF') ? text[1..] : text);
        }
        catch (DecoderFallbackException failure)
        {
            throw new CliException($"{path}: is not UTF-8 text (byte {failure.Index})");
        }
    }

    /// <summary>Every place where words stand exactly, overlapping ones too, in UTF-16 units and in code points.</summary>
    public IEnumerable<(int Index, int Start, int End)> Find(string words)
    {
        var length = CodePoints(words);
        var at = 0;
        var start = 0;
        for (var index = _text.IndexOf(words, StringComparison.Ordinal); index >= 0; index = Next(words, index))
        {
            start += CodePoints(_text.AsSpan(at, index - at));
            at = index;
            yield return (index, start, start + length);
        }
    }

    /// <summary>What stands before and after a place, so many code points each.</summary>
    public (string Before, string After) Around(int index, int length, int codePoints)
    {
        var from = index;
        for (var i = 0; i < codePoints && from > 0; i++)
        {
            from -= from > 1 && char.IsSurrogatePair(_text[from - 2], _text[from - 1]) ? 2 : 1;
        }

        var end = index + length;
        var to = end;
        for (var i = 0; i < codePoints && to < _text.Length; i++)
        {
            to += char.IsHighSurrogate(_text[to]) ? 2 : 1;
        }

        return ((from > 0 ? "…" : string.Empty) + _text[from..index], _text[end..to] + (to < _text.Length ? "…" : string.Empty));
    }

    /// <summary>The first place where the words stand if blanks and line breaks do not count, as they stand there; or null.</summary>
    public string? FindLoosely(string words)
    {
        var wanted = string.Concat(words.Where(c => !char.IsWhiteSpace(c)));
        var places = Enumerable.Range(0, _text.Length).Where(i => !char.IsWhiteSpace(_text[i])).ToArray();
        var index = wanted.Length == 0 ? -1 : string.Concat(places.Select(i => _text[i])).IndexOf(wanted, StringComparison.Ordinal);
        return index < 0 ? null : _text[places[index]..(places[index + wanted.Length - 1] + 1)];
    }

    private int Next(string words, int index)
    {
        var from = index + (char.IsHighSurrogate(_text[index]) ? 2 : 1);
        return from < _text.Length ? _text.IndexOf(words, from, StringComparison.Ordinal) : -1;
    }

    private static int CodePoints(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var c in text)
        {
            count += char.IsLowSurrogate(c) ? 0 : 1;
        }

        return count;
    }
}
