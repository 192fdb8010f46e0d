using System.Collections.Concurrent;
using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace KejiDomain;

/// <summary>An open code list (代码表): a table of codes with labels, validity and source, the same that other teams get.</summary>
/// <remarks>A table is read from the assembly when it is first asked for. Safe to use from several threads.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class CodeList
{
    private static readonly ConcurrentDictionary<string, CodeList> Loaded = new(StringComparer.Ordinal);

    private static readonly string[] Common = ["code", "zh", "en", "alt", "since", "until", "issuer", "broader", "source", "certainty"];

    // Every code by its length and three of its letters, or in the next place that is free: what is read and checked asks more often than anything else.
    private readonly CodeDefinition?[] _slots;

    // The codes alone, in the same places.
    private readonly string?[] _codes;

    private CodeList(string name)
    {
        Name = name;
        Definitions = Load(name);
        _codes = new string?[BitOperations.RoundUpToPowerOf2((uint)(Definitions.Count * 2) + 1)];
        _slots = new CodeDefinition?[_codes.Length];
        foreach (var definition in Definitions)
        {
            var slot = SlotOf(definition.Code);
            (_codes[slot], _slots[slot]) = (definition.Code, definition);
        }
    }

    /// <summary>The names of all lists (表名), in the order of the library's index.</summary>
    public static ValueList<string> Names => Catalogue.Names;

    /// <summary>The list's name, for example <c>program-kind</c>.</summary>
    public string Name { get; }

    /// <summary>The codes in the order of the table (代码条目).</summary>
    public ValueList<CodeDefinition> Definitions { get; }

    /// <summary>The list of a name.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <exception cref="ArgumentException">There is no list of that name.</exception>
    public static CodeList Get(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Loaded.TryGetValue(name, out var list)
            ? list
            : Names.Contains(name)
                ? Loaded.GetOrAdd(name, static n => new CodeList(n))
                : throw new ArgumentException($"There is no code list '{TextSafety.Excerpt(name)}'.", nameof(name));
    }

    /// <summary>The list that the codes of a dimension are of (维度的代码表), or null where they are of none.</summary>
    /// <param name="dimension">The dimension, for example <c>level</c>.</param>
    /// <example><code>
    /// Console.WriteLine(CodeList.Of(Dimension.Flow)?.Find("new")?.Zh);     // 新增
    /// </code></example>
    public static CodeList? Of(Dimension dimension) => dimension.Definition?.Values;

    /// <summary>Whether the list has a code.</summary>
    /// <param name="code">The code's literal.</param>
    public bool Contains(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return ReferenceEquals(_codes[FirstSlotOf(code)], code) || _codes[SlotOf(code)] is not null;
    }

    /// <summary>What the list says of a code, or null.</summary>
    /// <param name="code">The code's literal.</param>
    public CodeDefinition? Find(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return _slots[SlotOf(code)];
    }

    /// <summary>The list's name.</summary>
    public override string ToString() => Name;

    /// <summary>The literal itself, as the table's own string where the code is known, so that reading allocates nothing for it.</summary>
    internal string Intern(ReadOnlySpan<char> code) => _codes[SlotOf(code)] ?? code.ToString();

    // Where a code stands, or the free place where it would.
    private int SlotOf(ReadOnlySpan<char> code)
    {
        var slot = FirstSlotOf(code);
        while (_codes[slot] is { } found && !found.AsSpan().SequenceEqual(code))
        {
            slot = (slot + 1) & (_codes.Length - 1);
        }

        return slot;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int FirstSlotOf(ReadOnlySpan<char> code)
    {
        var hash = code.IsEmpty ? 0 : unchecked((uint)(code.Length + (code[0] * 31) + (code[code.Length >>> 1] * 961) + (code[^1] * 29791)) * 0x9E3779B1);
        return (int)(hash >> 16) & (_codes.Length - 1);
    }

    private static ValueList<CodeDefinition> Load(string name)
    {
        var definitions = new List<CodeDefinition>();
        string[] header = [];
        foreach (var cells in EmbeddedTable.Rows(name + ".codes.tsv"))
        {
            if (header.Length == 0)
            {
                header = cells;
                continue;
            }

            Dictionary<string, string>? extra = null;
            for (var i = Common.Length; i < cells.Length; i++)
            {
                (extra ??= new(StringComparer.Ordinal)).Add(header[i], cells[i]);
            }

            definitions.Add(new()
            {
                Code = cells[0],
                Zh = cells[1],
                En = cells[2],
                Alternatives = EmbeddedTable.Split(cells[3]),
                Since = cells[4].Length == 0 ? null : PartialDate.Parse(cells[4]),
                Until = cells[5].Length == 0 ? null : PartialDate.Parse(cells[5]),
                Issuers = EmbeddedTable.Split(cells[6]),
                Broader = cells[7].Length == 0 ? null : cells[7],
                Source = cells[8],
                Certainty = cells[9],
                Extra = extra ?? [],
            });
        }

        return definitions.ToValueList();
    }

    private static class Catalogue
    {
        public static ValueList<string> Names { get; } = EmbeddedTable.Rows("code-lists.tsv").Skip(1).Select(cells => cells[0]).ToValueList();
    }
}
