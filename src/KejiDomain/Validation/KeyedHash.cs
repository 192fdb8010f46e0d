using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace KejiDomain.Validation;

/// <summary>A hash that nobody can foretell, for the tables of one run: whoever writes a document cannot make its texts meet in one slot.</summary>
/// <remarks>It takes four letters at a time.</remarks>
internal static class KeyedHash
{
    private static readonly ulong Seed = Random();

    private static readonly ulong Factor = Random() | 1;

    /// <summary>The hash of a text; nought for none.</summary>
    public static int Of(string? text) => text is null ? 0 : Of(text.AsSpan());

    /// <inheritdoc cref="Of(string)"/>
    public static int Of(ReadOnlySpan<char> text)
    {
        var hash = Seed;
        foreach (var block in MemoryMarshal.Cast<char, ulong>(text))
        {
            hash = Fold(hash ^ block);
        }

        // What is left is read with letters before it, or by itself where there are none.
        var rest = text.Length % 4;
        if (rest > 0)
        {
            hash = Fold(hash ^ (text.Length > 4 ? MemoryMarshal.Cast<char, ulong>(text[^4..])[0] : Packed(text)));
        }

        // The length comes where nobody can make up for it by a letter.
        hash = Fold(hash ^ (uint)text.Length);
        return unchecked((int)(hash ^ (hash >> 32)));
    }

    private static ulong Packed(ReadOnlySpan<char> text)
    {
        var packed = 0ul;
        foreach (var c in text)
        {
            packed = (packed << 16) | c;
        }

        return packed;
    }

    private static ulong Fold(ulong value)
    {
        var high = Math.BigMul(value, Factor, out var low);
        return high ^ low;
    }

    private static ulong Random() => BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong)));
}
