using System.Runtime.Intrinsics;

namespace KejiDomain.Json;

/// <summary>Gives one string for the short texts that a document repeats: identifiers, codes, years, count nouns. Of fixed size: a newcomer takes the place of what was there.</summary>
internal sealed class StringCache
{
    /// <summary>The longest text that is kept, in UTF-8.</summary>
    public const int MaxLength = 32;

    private const int Size = 1024;

    [ThreadStatic]
    private static StringCache? _current;

    private readonly Entry[] _entries = new Entry[Size];

    /// <summary>The cache of this thread.</summary>
    public static StringCache Current => _current ??= new();

    /// <summary>The text that a key stands for, or null where it is not there.</summary>
    public string? Find(in Key key)
    {
        ref readonly var entry = ref _entries[key.Slot];
        return entry.Value is not null && entry.Key.Equals(key) ? entry.Value : null;
    }

    public void Add(in Key key, string value) => _entries[key.Slot] = new() { Key = key, Value = value };

    /// <summary>The bytes of a short text, padded.</summary>
    public readonly struct Key : IEquatable<Key>
    {
        private readonly Vector256<byte> _bytes;

        private readonly int _length;

        public Key(ReadOnlySpan<byte> utf8)
        {
            Span<byte> padded = stackalloc byte[MaxLength];
            padded.Clear();
            utf8.CopyTo(padded);
            _bytes = Vector256.Create<byte>(padded);
            _length = utf8.Length;
        }

        public int Slot
        {
            get
            {
                var words = _bytes.AsUInt64();
                var mixed = unchecked(((words[0] * 0x9E3779B97F4A7C15) ^ (words[1] * 0xC2B2AE3D27D4EB4F) ^ (words[2] * 0x165667B19E3779F9) ^ (words[3] * 0x27D4EB2F165667C5)) + (ulong)_length);
                return (int)((mixed ^ (mixed >> 32) ^ (mixed >> 17)) & (Size - 1));
            }
        }

        public bool Equals(Key other) => _length == other._length && _bytes == other._bytes;

        public override bool Equals(object? obj) => obj is Key other && Equals(other);

        public override int GetHashCode() => Slot;
    }

    private struct Entry
    {
        public Key Key;

        public string? Value;
    }
}
