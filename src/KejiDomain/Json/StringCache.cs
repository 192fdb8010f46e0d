using System.Runtime.Intrinsics;

namespace KejiDomain.Json;

/// <summary>Gives one string for the short texts that a document repeats: identifiers, codes, years, count nouns. Of fixed size: a newcomer takes the place of what was there.</summary>
internal sealed class StringCache
{
    /// <summary>The longest text that is kept, in UTF-8.</summary>
    public const int MaxLength = 32;

    private const int Size = 1024;

    private const int ScratchLength = 2048;

    [ThreadStatic]
    private static StringCache? _current;

    private readonly Entry[] _entries = new Entry[Size];

    /// <summary>The cache of this thread.</summary>
    public static StringCache Current => _current ??= new();

    /// <summary>Room for the characters of one text.</summary>
    public char[] Scratch { get; } = new char[ScratchLength];

    /// <summary>The place of a text by its bytes, padded with zeros, which no text of a document has.</summary>
    public ref Entry EntryOf(Vector256<byte> key)
    {
        var words = key.AsUInt64();
        var mixed = unchecked((words[0] * 0x9E3779B97F4A7C15) ^ (words[1] * 0xC2B2AE3D27D4EB4F) ^ (words[2] * 0x165667B19E3779F9) ^ (words[3] * 0x27D4EB2F165667C5));
        return ref _entries[(int)((mixed ^ (mixed >> 32) ^ (mixed >> 17)) & (Size - 1))];
    }

    /// <summary>What stands at a place.</summary>
    public struct Entry(Vector256<byte> key, string text)
    {
        private readonly Vector256<byte> _key = key;

        public string? Text { get; } = text;

        /// <summary>What the text is known to be.</summary>
        public TextKinds Kinds { get; set; }

        public readonly bool Holds(Vector256<byte> key) => _key == key && Text is not null;
    }
}
