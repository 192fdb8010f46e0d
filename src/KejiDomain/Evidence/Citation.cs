using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Serialization;

namespace KejiDomain;

/// <summary>A span of the raw text of a source (引文) in the form of RFC 5147: <c>s1#char=402,408</c>.</summary>
/// <remarks>
/// Positions lie between the Unicode code points of the raw file, so a character outside the basic plane counts one and a carriage return with its line feed two; a byte order mark does not count.
/// The start is included, the end is not, and a span is never empty. <c>default</c> is empty: the writer refuses it.
/// </remarks>
[JsonConverter(typeof(TextValueJsonConverter<Citation>))]
[DebuggerDisplay("{ToString(),nq}")]
public readonly record struct Citation : ITextValue<Citation>
{
    /// <summary>The greatest length of the literal.</summary>
    internal const int MaxLength = 96;

    private const string Infix = "#char=";

    private Citation(SourceId source, int start, int end)
    {
        Source = source;
        Start = start;
        End = end;
    }

    /// <inheritdoc/>
    public static TextFormat Format { get; } =
        new("citation", "引文", "^[a-z][a-z0-9]*(-[a-z0-9]+)*#char=(0|[1-9][0-9]{0,8}),[1-9][0-9]{0,8}$", "s1#char=402,408", IssueCodes.InvalidCitation);

    /// <summary>The source (来源) whose text is cited.</summary>
    public SourceId Source { get; }

    /// <summary>The position before the first code point (起点), from 0.</summary>
    public int Start { get; }

    /// <summary>The position after the last code point (终点), greater than <see cref="Start"/>.</summary>
    public int End { get; }

    /// <summary>The number of code points (长度).</summary>
    public int Length => End - Start;

    /// <inheritdoc/>
    public bool IsEmpty => Source.IsEmpty;

    /// <summary>Makes a citation.</summary>
    /// <param name="source">The source.</param>
    /// <param name="start">The position before the first code point, from 0.</param>
    /// <param name="end">The position after the last code point, at most 999,999,999.</param>
    /// <exception cref="ArgumentException">The source is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The start is negative, or the end is not after it, or is too great.</exception>
    public static Citation Create(SourceId source, int start, int end)
    {
        if (source.IsEmpty)
        {
            throw new ArgumentException("The source is empty.", nameof(source));
        }

        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(end, start);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(end, 999_999_999);
        return new(source, start, end);
    }

    /// <summary>Reads a citation.</summary>
    /// <param name="text">A text such as <c>s1#char=402,408</c>.</param>
    /// <exception cref="FormatException">The text is not a citation.</exception>
    public static Citation Parse(string text) => TextFormat.Parse<Citation>(text);

    /// <inheritdoc/>
    public static Citation Parse(string s, IFormatProvider? provider) => TextFormat.Parse<Citation>(s);

    /// <inheritdoc/>
    public static Citation Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => TextFormat.Parse<Citation>(s);

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> text, out Citation value)
    {
        var hash = text.IndexOf('#');
        if (hash < 0 || !SourceId.TryParse(text[..hash], out var source))
        {
            value = default;
            return false;
        }

        return TryParse(source, text[hash..], out value);
    }

    /// <summary>Reads what stands behind the source of a citation.</summary>
    internal static bool TryRead(SourceId source, ReadOnlySpan<byte> rest, out Citation value)
    {
        value = default;
        if (!rest.StartsWith("#char="u8))
        {
            return false;
        }

        rest = rest[Infix.Length..];
        if (!TryPosition(ref rest, out var start) || rest.IsEmpty || rest[0] != ',')
        {
            return false;
        }

        rest = rest[1..];
        if (!TryPosition(ref rest, out var end) || !rest.IsEmpty || end <= start)
        {
            return false;
        }

        value = new(source, start, end);
        return true;
    }

    private static bool TryParse(SourceId source, ReadOnlySpan<char> rest, out Citation value)
    {
        value = default;
        if (!rest.StartsWith(Infix))
        {
            return false;
        }

        var positions = rest[Infix.Length..];
        var comma = positions.IndexOf(',');
        if (comma < 0 || !TryPosition(positions[..comma], out var start) || !TryPosition(positions[(comma + 1)..], out var end) || end <= start)
        {
            return false;
        }

        value = new(source, start, end);
        return true;
    }

    /// <inheritdoc/>
    public static bool TryParse(string? s, IFormatProvider? provider, out Citation result) => TryParse(s.AsSpan(), out result);

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Citation result) => TryParse(s, out result);

    /// <summary>Whether the other span lies wholly inside this one, in the same source.</summary>
    /// <param name="other">The other span.</param>
    public bool Contains(Citation other) => Source == other.Source && Start <= other.Start && other.End <= End;

    /// <summary>Whether the two spans share a code point of the same source.</summary>
    /// <param name="other">The other span.</param>
    public bool Overlaps(Citation other) => Source == other.Source && Start < other.End && other.Start < End;

    /// <summary>Compares by source, then start, then end.</summary>
    public int CompareTo(Citation other)
    {
        var order = Source.CompareTo(other.Source);
        order = order != 0 ? order : Start.CompareTo(other.Start);
        return order != 0 ? order : End.CompareTo(other.End);
    }

    /// <summary>The literal, for example <c>s1#char=402,408</c>; nothing for the empty value.</summary>
    public override string ToString() =>
        IsEmpty ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"{Source}{Infix}{Start},{End}");

    private static bool TryPosition(ref ReadOnlySpan<byte> text, out int position)
    {
        position = 0;
        var length = 0;
        for (; length < text.Length && length <= 9 && char.IsAsciiDigit((char)text[length]); length++)
        {
            position = unchecked((position * 10) + (text[length] - '0'));
        }

        var isPosition = length is > 0 and <= 9 && (length == 1 || text[0] != '0');
        text = text[length..];
        return isPosition;
    }

    private static bool TryPosition(ReadOnlySpan<char> digits, out int position)
    {
        position = 0;
        return digits.Length is > 0 and <= 9
            && (digits.Length == 1 || digits[0] != '0')
            && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out position);
    }
}
