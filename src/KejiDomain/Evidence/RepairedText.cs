using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace KejiDomain;

/// <summary>A text as read after the damage that has a rule is undone (修复文本), with the raw place of every character.</summary>
/// <remarks>
/// On the raw text the replacements come first, the longest before the shorter, then brackets of pinyin go, then characters are mapped; what one rule has read no other touches.
/// Immutable, and safe to use from several threads.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class RepairedText
{
    // A reading of a mebibyte for every letter of a text would not fit into memory.
    private const int MaxGrowth = 16 * 1024 * 1024;

    private readonly SourceText _raw;

    // What is read for each raw code point, and where in the whole that begins.
    private readonly string[] _read;

    private readonly int[] _starts;

    private RepairedText(SourceText raw, string[] read)
    {
        _raw = raw;
        _read = read;
        _starts = new int[read.Length + 1];
        for (var i = 0; i < read.Length; i++)
        {
            _starts[i + 1] = _starts[i] + read[i].Length;
        }

        Text = string.Concat(read);
    }

    /// <summary>The whole text as read (全文).</summary>
    public string Text { get; }

    /// <summary>Undoes the damage of a source.</summary>
    /// <param name="raw">The raw text.</param>
    /// <param name="damage">The damage patterns; those without a rule change nothing.</param>
    /// <exception cref="InvalidDataException">What the patterns read is more than 16 million letters longer than the text.</exception>
    public static RepairedText Create(SourceText raw, ValueList<DamagePattern> damage) =>
        TryCreate(raw, damage) ?? throw new InvalidDataException($"The text as read is more than {MaxGrowth} letters longer than it is.");

    /// <summary>The text as read, or null where it would grow beyond measure.</summary>
    internal static RepairedText? TryCreate(SourceText raw, ValueList<DamagePattern> damage)
    {
        ArgumentNullException.ThrowIfNull(raw);
        var read = new string[raw.Length];
        for (var i = 0; i < read.Length; i++)
        {
            read[i] = raw.Text[raw.Unit(i)..raw.Unit(i + 1)];
        }

        var done = new bool[read.Length];
        foreach (var pattern in damage
            .Where(d => d.Rule == RepairRule.Replace && d.Printed is not null)
            .OrderByDescending(d => d.Printed!.Length))
        {
            foreach (var (start, end) in Occurrences(raw, pattern.Printed!, done))
            {
                Replace(read, done, start, end, pattern.Read ?? string.Empty);
            }
        }

        if (damage.Any(d => d.Rule == RepairRule.StripPinyin))
        {
            foreach (var (start, end) in PinyinBrackets(raw, done))
            {
                Replace(read, done, start, end, string.Empty);
            }
        }

        foreach (var pattern in damage.Where(d => d.Rule == RepairRule.CharacterMap && d.Printed is not null && d.Read is not null))
        {
            MapCharacters(read, done, pattern);
        }

        return read.Sum(r => (long)r.Length) > (long)raw.Text.Length + MaxGrowth ? null : new(raw, read);
    }

    /// <summary>How long the text is, raw and as read.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{_raw.Length} code points, read as {Text.Length} letters");

    /// <summary>A span as read, or null where it reaches beyond the end.</summary>
    /// <param name="citation">The span of the raw text; its source is not looked at.</param>
    public string? Slice(Citation citation) =>
        citation.End > _read.Length ? null : Text[_starts[citation.Start].._starts[citation.End]];

    /// <summary>The raw span of a part of the text as read (回溯): the whole of every raw character that the part was read from.</summary>
    /// <param name="source">The identifier that the citation names.</param>
    /// <param name="start">The UTF-16 position in <see cref="Text"/> before the part.</param>
    /// <param name="length">Its length, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The part is not in the text.</exception>
    public Citation RawSpan(SourceId source, int start, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, Text.Length - start);
        return Citation.Create(source, PointAt(start), PointAt(start + length - 1) + 1);
    }

    /// <summary>How often a pattern occurs in a text (次数): brackets of pinyin, places of a replacement, or mapped characters.</summary>
    internal static int Count(SourceText raw, DamagePattern pattern) => pattern.Rule switch
    {
        RepairRule.StripPinyin => PinyinBrackets(raw, new bool[raw.Length]).Count(),
        RepairRule.CharacterMap when pattern.Printed is { } printed => CountMapped(raw.Text, printed),
        _ when pattern.Printed is { } printed => Occurrences(raw, printed, new bool[raw.Length]).Count(),
        _ => 0,
    };

    // The last raw code point that begins at or before a position and reads as something.
    private int PointAt(int unit)
    {
        var at = Array.BinarySearch(_starts, unit);
        at = at >= 0 ? at : ~at - 1;
        while (_read[at].Length == 0)
        {
            at++;
        }

        return at;
    }

    private static int CountMapped(string text, string printed)
    {
        var mapped = printed.EnumerateRunes().ToHashSet();
        return text.EnumerateRunes().Count(mapped.Contains);
    }

    private static void Replace(string[] read, bool[] done, int start, int end, string reading)
    {
        for (var i = start; i < end; i++)
        {
            read[i] = i == start ? reading : string.Empty;
            done[i] = true;
        }
    }

    private static IEnumerable<(int Start, int End)> Occurrences(SourceText raw, string printed, bool[] done)
    {
        var at = printed.Length == 0 ? -1 : raw.Text.IndexOf(printed, StringComparison.Ordinal);
        while (at >= 0)
        {
            var start = raw.Point(at);
            var end = raw.Point(at + printed.Length);
            if (done.AsSpan(start, end - start).Contains(true))
            {
                at = raw.Text.IndexOf(printed, at + 1, StringComparison.Ordinal);
            }
            else
            {
                yield return (start, end);
                at = raw.Text.IndexOf(printed, at + printed.Length, StringComparison.Ordinal);
            }
        }
    }

    // A bracket with nothing but Latin letters in lower case, directly behind a Chinese character.
    private static IEnumerable<(int Start, int End)> PinyinBrackets(SourceText raw, bool[] done)
    {
        var text = raw.Text;
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] is not ('(' or '（') || !IsHan(text, i))
            {
                continue;
            }

            var close = i + 1;
            while (close < text.Length && IsPinyinLetter(text[close]))
            {
                close++;
            }

            var start = raw.Point(i);
            if (close > i + 1 && close < text.Length && text[close] is ')' or '）' && !done[start])
            {
                yield return (start, raw.Point(close) + 1);
            }
        }
    }

    private static bool IsHan(string text, int end) =>
        Rune.DecodeLastFromUtf16(text.AsSpan(0, end), out var rune, out _) == OperationStatus.Done
        && rune.Value is (>= 0x3400 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x323AF) or 0x3007;

    // Latin up to Extended-B, where ǎ and ü with its tones stand, and the combining tone marks.
    private static bool IsPinyinLetter(char c) =>
        c is (>= 'a' and <= 'z') or (>= '\u0300' and <= '\u036F')
        || (c is >= '\u00C0' and <= '\u024F' && CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.LowercaseLetter)
        || c is '\u0251' or '\u0261';

    private static void MapCharacters(string[] read, bool[] done, DamagePattern pattern)
    {
        var to = pattern.Read!.EnumerateRunes().ToArray();
        var from = pattern.Printed!.EnumerateRunes().ToArray();
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < Math.Min(from.Length, to.Length); i++)
        {
            map.TryAdd(from[i].ToString(), to[i].ToString());
        }

        for (var i = 0; i < read.Length; i++)
        {
            if (!done[i] && map.TryGetValue(read[i], out var reading))
            {
                read[i] = reading;
                done[i] = true;
            }
        }
    }
}
