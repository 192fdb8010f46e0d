using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace KejiDomain;

/// <summary>The raw text of a source (原始文本), addressed by Unicode code points as citations are.</summary>
/// <remarks>It is never part of a data set; with it at hand digests are verified and spans resolved. Immutable, and safe to use from several threads.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class SourceText
{
    // Null where every code point is one UTF-16 unit, so that both positions are the same.
    private readonly int[]? _units;

    private SourceText(string text, Sha256Digest sha256)
    {
        Text = text;
        Sha256 = sha256;
        Length = text.Length;
        if (text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
        {
            _units = Positions(text);
            Length = _units.Length - 1;
        }
    }

    /// <summary>The whole text (全文), without a byte order mark.</summary>
    public string Text { get; }

    /// <summary>The SHA-256 digest of the file's bytes (摘要).</summary>
    public Sha256Digest Sha256 { get; }

    /// <summary>The length in code points (字符数), without a byte order mark.</summary>
    public int Length { get; }

    /// <summary>The text of a file's bytes.</summary>
    /// <param name="utf8">The bytes, UTF-8, with or without a byte order mark.</param>
    /// <exception cref="InvalidDataException">The bytes are not valid UTF-8.</exception>
    public static SourceText FromBytes(ReadOnlySpan<byte> utf8)
    {
        var digest = Sha256Digest.Parse(Convert.ToHexStringLower(SHA256.HashData(utf8)));
        try
        {
            var strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
            return new(strict.GetString(utf8.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8), digest);
        }
        catch (DecoderFallbackException failure)
        {
            throw new InvalidDataException("The text is not valid UTF-8.", failure);
        }
    }

    /// <summary>The text of a file.</summary>
    /// <param name="path">The file's path.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">The file is not valid UTF-8.</exception>
    public static SourceText Load(string path) => FromBytes(File.ReadAllBytes(path));

    /// <summary>The text of a span, or null where the span reaches beyond the end.</summary>
    /// <param name="citation">The span; its source is not looked at.</param>
    public string? Slice(Citation citation) => citation.End > Length ? null : Text[Unit(citation.Start)..Unit(citation.End)];

    /// <summary>Every place where a text is printed (查找), in the order of the text; matches may overlap.</summary>
    /// <param name="source">The identifier that the citations name.</param>
    /// <param name="printed">What to look for, to the letter.</param>
    /// <exception cref="ArgumentException">The text to look for is empty.</exception>
    public IEnumerable<Citation> Find(SourceId source, string printed)
    {
        ArgumentException.ThrowIfNullOrEmpty(printed);
        for (var at = Text.IndexOf(printed, StringComparison.Ordinal); at >= 0; at = Text.IndexOf(printed, at + 1, StringComparison.Ordinal))
        {
            yield return Citation.Create(source, Point(at), Point(at + printed.Length));
        }
    }

    /// <summary>The citation of the one place where a text is printed (引用).</summary>
    /// <param name="source">The identifier that the citation names.</param>
    /// <param name="printed">What to look for, to the letter.</param>
    /// <param name="nth">Which match, from 1, or null where there must be only one.</param>
    /// <exception cref="ArgumentException">There is no such match, or there are several and none is chosen.</exception>
    public Citation Cite(SourceId source, string printed, int? nth = null)
    {
        var found = Find(source, printed).Take(nth ?? 2).ToArray();
        return found.Length == (nth ?? 1)
            ? found[^1]
            : throw new ArgumentException(
                found.Length < (nth ?? 1) ? $"'{TextSafety.Excerpt(printed)}' is not printed there." : $"'{TextSafety.Excerpt(printed)}' is printed more than once.",
                nameof(printed));
    }

    /// <summary>Length and digest.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Length} code points, {Sha256}");

    /// <summary>The UTF-16 position of a code-point position.</summary>
    internal int Unit(int point) => _units is null ? point : _units[point];

    /// <summary>The code-point position of a UTF-16 position.</summary>
    internal int Point(int unit)
    {
        if (_units is null)
        {
            return unit;
        }

        var at = Array.BinarySearch(_units, unit);
        return at >= 0 ? at : ~at;
    }

    private static int[] Positions(string text)
    {
        var positions = new List<int>(text.Length + 1);
        for (var i = 0; i < text.Length; i += char.IsHighSurrogate(text[i]) && i + 1 < text.Length ? 2 : 1)
        {
            positions.Add(i);
        }

        positions.Add(text.Length);
        return [.. positions];
    }
}
