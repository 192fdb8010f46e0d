using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using NodaTime;

namespace KejiDomain;

/// <summary>The loaded gazetteer: the units, two hash tables made for them, and the scanner of running text.</summary>
internal sealed class GazetteerIndex
{
    /// <summary>The first bytes of the data, which <c>KejiDomain.Build</c> writes.</summary>
    internal const int Magic = 0x31474A4B;

    /// <summary>In place of the characters that may not stand before a name: it counts only after a unit that holds it.</summary>
    internal const string OnlyInside = "*";

    internal const int CurrentSuccessor = 0;

    internal const int FormerSuccessor = 1;

    internal const int NoSuccessor = 2;

    /// <summary>The kinds as the data numbers them.</summary>
    internal static readonly UnitKind[] Kinds =
    [
        UnitKind.Province, UnitKind.AutonomousRegion, UnitKind.Municipality, UnitKind.Sar, UnitKind.PrefectureCity, UnitKind.Prefecture,
        UnitKind.AutonomousPrefecture, UnitKind.League, UnitKind.District, UnitKind.CountyCity, UnitKind.County, UnitKind.AutonomousCounty,
        UnitKind.Banner, UnitKind.AutonomousBanner, UnitKind.ForestryDistrict, UnitKind.SpecialDistrict, UnitKind.FunctionalZone,
    ];

    private const int CodeSlots = 1 << 13;
    private const int CodeShift = 12;
    private const int NameSlotBits = 14;
    private const int PairSlots = 1 << 13;

    private readonly Division[] _all;
    private readonly Division[] _units;
    private readonly Division[] _provinces;
    private readonly Division[] _zones;
    private readonly Division[] _former;
    private readonly Division[] _below;

    // code << 12 | position in _all: a code has 20 bits, so both fit.
    private readonly uint[] _codeSlots = new uint[CodeSlots];

    // Position in _keys and _entries + 1. A key holds the first and the last four characters, which for most names is all.
    private readonly ushort[] _nameSlots = new ushort[1 << NameSlotBits];
    private readonly Key[] _keys;
    private readonly Entry[] _entries;
    private readonly Division[] _candidates;

    // The first two characters of every name: a filter, then the names that begin so, the longest first.
    private readonly ulong[] _pairFilter = new ulong[1 << 10];
    private readonly Group[] _pairs = new Group[PairSlots];
    private readonly ushort[] _byPair;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private GazetteerIndex(ReadOnlySpan<byte> data)
    {
        var reader = new Reader(data);
        if (reader.Int32() != Magic)
            throw new InvalidDataException("The embedded gazetteer is not of the known form.");
        Source = reader.Text(reader.Number());
        ListedOn = reader.Day()!.Value;

        var total = reader.Number();
        var guards = new string?[total];
        _all = new Division[total];
        var code = 0;
        var zoneCount = 0;
        var provinceCount = 0;
        for (var i = 0; i < _all.Length; i++)
        {
            code += reader.Number();
            var unit = _all[i] = ReadUnit(ref reader, code, out guards[i]);
            InsertCode(code, i);
            zoneCount += unit.IsFunctionalZone ? 1 : 0;
            provinceCount += unit.Code.Depth == 1 ? 1 : 0;
        }

        _zones = new Division[zoneCount];
        _provinces = new Division[provinceCount];
        _units = new Division[_all.Length - zoneCount];
        Split();

        _former = new Division[reader.Number()];
        for (var i = 0; i < _former.Length; i++)
        {
            var unit = _former[i] = ReadUnit(ref reader, reader.Number(), out _);
            unit.Life = new DivisionLife { Since = reader.Day(), Until = reader.Day() };
        }

        foreach (var unit in _former)
        {
            var kind = reader.Number();
            if (kind == NoSuccessor)
                continue;
            var successor = kind == FormerSuccessor ? _former[reader.Number()] : Find(reader.Number())!;
            unit.Life!.Successor = successor;
            successor.Life ??= new DivisionLife { Since = unit.Until };
            successor.Life.Predecessor = unit;
        }

        for (var left = reader.Number(); left > 0; left--)
            Find(reader.Number())!.Life = new DivisionLife { Since = reader.Day() };

        LinkParents();
        _below = LinkChildren();
        (_keys, _entries, _candidates) = IndexNames(guards);
        _byPair = IndexPairs();
    }

    public static GazetteerIndex Shared => Holder.Instance;

    public string Source { get; }

    public LocalDate ListedOn { get; }

    public DivisionList Units => new(_units, 0, _units.Length);

    public DivisionList Provinces => new(_provinces, 0, _provinces.Length);

    public DivisionList Zones => new(_zones, 0, _zones.Length);

    public DivisionList Former => new(_former, 0, _former.Length);

    public static GazetteerIndex Load()
    {
        using var stream = typeof(GazetteerIndex).Assembly.GetManifestResourceStream("divisions.bin")
            ?? throw new InvalidOperationException("The gazetteer is not embedded in the assembly.");
        var data = new byte[stream.Length];
        stream.ReadExactly(data);
        return new GazetteerIndex(data);
    }

    public DivisionList ChildrenOf(Division unit) => new(_below, unit.ChildStart, unit.ChildCount);

    public DivisionList ZonesOf(Division unit) => new(_below, unit.ChildStart + unit.ChildCount, unit.ZoneCount);

    public Division? Find(int code)
    {
        var slots = _codeSlots;
        for (var slot = CodeSlot(code); ; slot = (slot + 1) & (CodeSlots - 1))
        {
            var held = slots[slot];
            if (held >> CodeShift == (uint)code)
                return held == 0 ? null : _all[held & ((1 << CodeShift) - 1)];
            if (held == 0)
                return null;
        }
    }

    /// <summary>The former units of a code, the oldest first.</summary>
    public DivisionList FormerOf(int code)
    {
        var (low, high) = (0, _former.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_former[middle].Code.Number < code)
                low = middle + 1;
            else
                high = middle;
        }

        while (high < _former.Length && _former[high].Code.Number == code)
            high++;
        return new(_former, low, high - low);
    }

    public DivisionList Find(ReadOnlySpan<char> name)
    {
        var entry = EntryOf(name);
        if (entry < 0)
            return default;
        ref readonly var found = ref _keys[entry];
        return new(_candidates, found.Start, found.Current);
    }

    public DivisionList Find(ReadOnlySpan<char> name, LocalDate day)
    {
        var entry = EntryOf(name);
        return entry < 0 ? default : InForce(entry, day);
    }

    public Division? Find(ReadOnlySpan<char> name, DivisionCode parent)
    {
        var all = Find(name);
        Division? deep = null;
        Division? direct = null;
        var deepCount = 0;
        var directCount = 0;
        foreach (var unit in all.AsSpan())
        {
            if (unit.Code.Parent == parent && !parent.IsEmpty)
            {
                direct = unit;
                directCount++;
            }
            else if (unit.Code.IsWithin(parent))
            {
                deep = unit;
                deepCount++;
            }
        }

        return directCount switch
        {
            1 => direct,
            0 when deepCount == 1 => deep,
            _ => null,
        };
    }

    public List<DivisionMatch> FindAll(ReadOnlySpan<char> text, bool shortNames, LocalDate? day)
    {
        var found = new List<DivisionMatch>();
        DivisionMatch prior = default;
        for (var i = 0; i < text.Length - 1;)
        {
            if (!MayBegin(text[i], text[i + 1]) || !TryMatch(text, i, shortNames, day, in prior, out var match))
            {
                i++;
                continue;
            }

            if (shortNames || match.Form != DivisionNameForm.ShortName)
                found.Add(match);
            prior = match;
            i = match.End;
        }

        return found;
    }

    private static int CodeSlot(int code) => unchecked((int)(((uint)code * 2654435769u) >> (32 - 13)));

    private static Key KeyOf(ReadOnlySpan<char> name)
    {
        ref var start = ref Unsafe.As<char, byte>(ref MemoryMarshal.GetReference(name));
        return name.Length >= 4
            ? new Key
            {
                Head = Unsafe.ReadUnaligned<ulong>(ref start),
                Tail = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref start, (name.Length - 4) * sizeof(char))),
                Length = name.Length,
            }
            : new Key
            {
                Head = Unsafe.ReadUnaligned<uint>(ref start),
                Tail = Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref start, (name.Length - 2) * sizeof(char))),
                Length = name.Length,
            };
    }

    private static int NameSlot(in Key key) => unchecked((int)(
        ((key.Head ^ BitOperations.RotateLeft(key.Tail, 25) ^ (uint)key.Length) * 0x9E3779B97F4A7C15UL) >> (64 - NameSlotBits)));

    private static int HashPair(char first, char second) => unchecked((int)((((uint)first << 16 | second) * 2654435769u) >> 16));

    private static bool HasBadEnd(ReadOnlySpan<char> text, int end)
    {
        if (end >= text.Length)
            return false;
        var next = text[end];
        return text[end - 1] switch
        {
            '区' => next is '域' or '间' or '块',
            '市' => next is '场' or '圈' or '值',
            '县' => next is '级',
            '旗' => next is '下' or '帜' or '舰' or '袍' or '号',
            '盟' => next is '友' or '主' or '军' or '约',
            _ => false,
        };
    }

    private static bool LiesInside(Division unit, DivisionList larger)
    {
        foreach (var above in larger.AsSpan())
        {
            if (unit.Code.IsWithin(above.Code))
                return true;
        }

        return false;
    }

    private static bool IsContradicted(DivisionList units, DivisionList before)
    {
        foreach (var above in before.AsSpan())
        {
            foreach (var unit in units.AsSpan())
            {
                if (above.Code.Depth >= unit.Code.Depth)
                    return false;
            }
        }

        return true;
    }

    private static Division ReadUnit(ref Reader reader, int code, GazetteerIndex index, out string? guard)
    {
        var kind = Kinds[reader.Number()];
        var nameLength = reader.Number();
        var shortLength = reader.Number();
        var guardLength = reader.Number();
        var name = reader.Text(nameLength);
        guard = guardLength == 0 ? null : reader.Text(guardLength);
        var shortName = shortLength == 0 ? name : name[..shortLength];
        return new Division(index, DivisionCode.Create(code), kind, name, shortName);
    }

    private Division ReadUnit(ref Reader reader, int code, out string? guard) => ReadUnit(ref reader, code, this, out guard);

    private void InsertCode(int code, int position)
    {
        var slot = CodeSlot(code);
        while (_codeSlots[slot] != 0)
            slot = (slot + 1) & (CodeSlots - 1);
        _codeSlots[slot] = ((uint)code << CodeShift) | (uint)position;
    }

    private void Split()
    {
        var units = 0;
        var zones = 0;
        var provinces = 0;
        foreach (var unit in _all)
        {
            if (unit.IsFunctionalZone)
                _zones[zones++] = unit;
            else
                _units[units++] = unit;
            if (unit.Code.Depth == 1)
                _provinces[provinces++] = unit;
        }
    }

    private void LinkParents()
    {
        foreach (var unit in _all)
            unit.Parent = Find(unit.Code.Parent.Number);
        foreach (var unit in _former)
            unit.Parent = Find(unit.Code.Parent.Number) ?? Find(unit.Code.Province.Number);
    }

    private Division[] LinkChildren()
    {
        foreach (var unit in _all)
        {
            if (unit.Parent is { } parent)
            {
                parent.ChildCount += unit.IsFunctionalZone ? 0 : 1;
                parent.ZoneCount += unit.IsFunctionalZone ? 1 : 0;
            }
        }

        var next = 0;
        foreach (var unit in _all)
        {
            unit.ChildStart = next;
            next += unit.ChildCount + unit.ZoneCount;
        }

        var below = new Division[next];
        foreach (var unit in (ReadOnlySpan<Division>)[.. _units, .. _zones])
        {
            if (unit.Parent is { } parent)
            {
                var place = parent.ChildStart;
                while (below[place] is not null)
                    place++;
                below[place] = unit;
            }
        }

        return below;
    }

    private (Key[] Keys, Entry[] Entries, Division[] Candidates) IndexNames(string?[] guards)
    {
        var names = new NameTable(_nameSlots, _all.Length * 2);
        for (var i = 0; i < _all.Length; i++)
            AddNames(_all[i], guards[i], names);
        foreach (var unit in _former)
            AddNames(unit, null, names);
        var candidates = names.Candidates();
        return (names.Keys.ToArray(), names.Entries.ToArray(), candidates);
    }

    private static bool IsAutonomous(Division unit) =>
        unit.Kind == UnitKind.AutonomousPrefecture || unit.Kind == UnitKind.AutonomousCounty || unit.Kind == UnitKind.AutonomousBanner;

    private static void AddNames(Division unit, string? guard, NameTable names)
    {
        names.Add(unit.Name, DivisionNameForm.FullName, unit, guard);
        if (unit.ShortName.Length == unit.Name.Length)
            return;
        names.Add(unit.ShortName, DivisionNameForm.ShortName, unit, null);
        if (IsAutonomous(unit))
            names.Add(unit.ShortName + unit.Name[^1], DivisionNameForm.AbbreviatedName, unit, null);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private ushort[] IndexPairs()
    {
        var keys = new ulong[_entries.Length];
        var order = new ushort[_entries.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            var name = _entries[i].Name;
            keys[i] = ((ulong)(((uint)name[0] << 16) | name[1]) << 8) | (byte)(byte.MaxValue - name.Length);
            order[i] = (ushort)i;
        }

        Array.Sort(keys, order);
        for (var i = 0; i < order.Length;)
        {
            var pair = (uint)(keys[i] >> 8);
            var start = i;
            while (i < order.Length && (uint)(keys[i] >> 8) == pair)
                i++;
            var hash = HashPair((char)(pair >> 16), (char)(pair & 0xFFFF));
            _pairFilter[hash >> 6] |= 1UL << (hash & 63);
            var slot = hash & (PairSlots - 1);
            while (_pairs[slot].Count != 0)
                slot = (slot + 1) & (PairSlots - 1);
            _pairs[slot] = new Group { Pair = pair, Start = (ushort)start, Count = (ushort)(i - start) };
        }

        return order;
    }

    private int EntryOf(ReadOnlySpan<char> name)
    {
        if (name.Length < 2)
            return -1;
        var key = KeyOf(name);
        var slots = _nameSlots;
        for (var slot = NameSlot(in key); ; slot = (slot + 1) & ((1 << NameSlotBits) - 1))
        {
            var entry = slots[slot] - 1;
            if (entry < 0)
                return -1;
            ref readonly var held = ref _keys[entry];
            if (held.Head == key.Head && held.Tail == key.Tail && held.Length == key.Length
                && (name.Length <= 8 || name.SequenceEqual(_entries[entry].Name)))
            {
                return entry;
            }
        }
    }

    private DivisionList InForce(int position, LocalDate day)
    {
        ref readonly var key = ref _keys[position];
        var all = _candidates.AsSpan(key.Start, key.Current + key.Former);
        var count = 0;
        var last = -1;
        for (var i = 0; i < all.Length; i++)
        {
            if (all[i].IsInForce(day))
            {
                count++;
                last = i;
            }
        }

        if (count == 0 || last == count - 1)
            return new(_candidates, key.Start, count);
        var found = new List<Division>(count);
        foreach (var unit in all)
        {
            if (unit.IsInForce(day))
                found.Add(unit);
        }

        found.Sort(static (x, y) => x.Code.CompareTo(y.Code));
        return new([.. found], 0, count);
    }

    private bool MayBegin(char first, char second)
    {
        var hash = HashPair(first, second);
        return (_pairFilter[hash >> 6] >> (hash & 63) & 1) != 0;
    }

    private bool TryMatch(
        ReadOnlySpan<char> text, int start, bool shortNames, LocalDate? day, in DivisionMatch prior, out DivisionMatch match)
    {
        var pair = ((uint)text[start] << 16) | text[start + 1];
        var slot = HashPair(text[start], text[start + 1]) & (PairSlots - 1);
        while (_pairs[slot].Count != 0 && _pairs[slot].Pair != pair)
            slot = (slot + 1) & (PairSlots - 1);
        var group = _pairs[slot];
        foreach (var position in _byPair.AsSpan(group.Start, group.Count))
        {
            ref readonly var entry = ref _entries[position];
            if (!text[start..].StartsWith(entry.Name))
                continue;
            if (entry.Form == DivisionNameForm.ShortName && !TakesShort(text, start, in entry, shortNames, day))
                continue;
            var units = day is { } date ? InForce(position, date) : new(_candidates, _keys[position].Start, _keys[position].Current);
            if (units.IsEmpty)
                continue;
            var inside = prior.Length > 0 && prior.End == start ? Inside(units, prior.Divisions) : default;
            if (entry.Form != DivisionNameForm.ShortName && inside.IsEmpty && IsRefused(text, start, in entry, units, in prior))
                continue;
            if (entry.Form != DivisionNameForm.ShortName && HasBadEnd(text, start + entry.Name.Length))
                continue;
            match = new(start, entry.Name.Length, entry.Form, inside.IsEmpty ? units : inside);
            return true;
        }

        match = default;
        return false;
    }

    // The short name of a province or prefecture takes its place even when short names are not asked for, so that 上海城市
    // does not give 海城市. That of a county may be a plain word: 和平顶山市 is 和 and 平顶山市.
    private bool TakesShort(ReadOnlySpan<char> text, int start, ref readonly Entry entry, bool shortNames, LocalDate? day)
    {
        if (entry.IsLarge)
            return true;
        if (!shortNames)
            return false;
        var end = start + entry.Name.Length;
        for (var i = start + 1; i < end && i < text.Length - 1; i++)
        {
            if (MayBegin(text[i], text[i + 1]) && TryMatch(text, i, false, day, default, out var later)
                && later.Form != DivisionNameForm.ShortName && later.End > end)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsRefused(ReadOnlySpan<char> text, int start, ref readonly Entry entry, DivisionList units, in DivisionMatch prior)
    {
        if (entry.Guard is { } guard && (guard == OnlyInside || (start > 0 && guard.Contains(text[start - 1], StringComparison.Ordinal))))
            return true;
        return prior.Length > 0 && prior.End == start && IsContradicted(units, prior.Divisions);
    }

    private static DivisionList Inside(DivisionList units, DivisionList larger)
    {
        var count = 0;
        foreach (var unit in units.AsSpan())
            count += LiesInside(unit, larger) ? 1 : 0;
        if (count == 0 || count == units.Count)
            return count == 0 ? default : units;
        var found = new List<Division>(count);
        foreach (var unit in units.AsSpan())
        {
            if (LiesInside(unit, larger))
                found.Add(unit);
        }

        return new([.. found], 0, count);
    }

    [StructLayout(LayoutKind.Auto)]
    private struct Entry
    {
        public string Name;
        public string? Guard;
        public DivisionNameForm Form;
        public bool IsLarge;
    }

    [StructLayout(LayoutKind.Auto)]
    private struct Key
    {
        public ulong Head;
        public ulong Tail;
        public int Length;
        public int Start;
        public ushort Current;
        public ushort Former;
    }

    /// <summary>Collects the names while loading.</summary>
    private sealed class NameTable(ushort[] slots, int capacity)
    {
        private readonly Key[] _keys = new Key[capacity + (capacity / 4)];
        private readonly Entry[] _entries = new Entry[capacity + (capacity / 4)];
        private readonly List<(int Entry, Division Unit)> _uses = new(capacity + (capacity / 4));
        private int _count;

        public ReadOnlySpan<Key> Keys => _keys.AsSpan(0, _count);

        public ReadOnlySpan<Entry> Entries => _entries.AsSpan(0, _count);

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Add(string name, DivisionNameForm form, Division unit, string? guard)
        {
            var position = PositionOf(name);
            ref var key = ref _keys[position];
            ref var entry = ref _entries[position];
            entry.Form = entry.Name is null || form < entry.Form ? form : entry.Form;
            entry.Name ??= name;
            entry.Guard ??= guard;
            entry.IsLarge |= unit.Code.Depth < 3;
            if (unit.IsCurrent)
                key.Current++;
            else
                key.Former++;
            _uses.Add((position, unit));
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public Division[] Candidates()
        {
            var candidates = new Division[_uses.Count];
            var next = new int[_count];
            var start = 0;
            for (var i = 0; i < _count; i++)
            {
                next[i] = _keys[i].Start = start;
                start += _keys[i].Current + _keys[i].Former;
            }

            foreach (var (entry, unit) in _uses)
                candidates[next[entry]++] = unit;
            return candidates;
        }

        private int PositionOf(string name)
        {
            var key = KeyOf(name);
            var slot = NameSlot(in key);
            for (; slots[slot] != 0; slot = (slot + 1) & ((1 << NameSlotBits) - 1))
            {
                if (_entries[slots[slot] - 1].Name == name)
                    return slots[slot] - 1;
            }

            _keys[_count] = key;
            slots[slot] = (ushort)++_count;
            return _count - 1;
        }
    }

    [StructLayout(LayoutKind.Auto)]
    private struct Group
    {
        public uint Pair;
        public ushort Start;
        public ushort Count;
    }

    private ref struct Reader(ReadOnlySpan<byte> data)
    {
        private ReadOnlySpan<byte> _rest = data;

        public int Int32()
        {
            var value = BinaryPrimitives.ReadInt32LittleEndian(_rest);
            _rest = _rest[sizeof(int)..];
            return value;
        }

        public int Number()
        {
            var value = 0;
            for (var shift = 0; ; shift += 7)
            {
                var next = _rest[0];
                _rest = _rest[1..];
                value |= (next & 0x7F) << shift;
                if (next < 0x80)
                    return value;
            }
        }

        public LocalDate? Day()
        {
            var value = Number();
            return value == 0 ? null : new LocalDate(value / 10_000, value / 100 % 100, value % 100);
        }

        public string Text(int length)
        {
            var text = Encoding.Unicode.GetString(_rest[..(length * sizeof(char))]);
            _rest = _rest[(length * sizeof(char))..];
            return text;
        }
    }

    private static class Holder
    {
        public static readonly GazetteerIndex Instance = Load();
    }
}
