using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;

namespace KejiDomain.Json;

/// <summary>Escapes what JSON demands and nothing else, as <c>JSON.stringify</c> does: Chinese, U+3000, rare ideographs and emoji stay as they are.</summary>
/// <remarks>None of the framework's encoders leaves U+3000 or a character outside the basic plane alone.</remarks>
internal sealed unsafe class CanonicalEncoder : JavaScriptEncoder
{
    private static readonly SearchValues<char> Escaped = SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(c => (char)c), '"', '\\']);

    public static CanonicalEncoder Instance { get; } = new();

    public override int MaxOutputCharactersPerInputCharacter => 6;

    public override bool WillEncode(int unicodeScalar) => unicodeScalar is < 0x20 or '"' or '\\' || !Rune.IsValid(unicodeScalar);

    public override int FindFirstCharacterToEncode(char* text, int textLength)
    {
        var span = new ReadOnlySpan<char>(text, textLength);
        if (!span.ContainsAnyInRange('\uD800', '\uDFFF'))
        {
            return span.IndexOfAny(Escaped);
        }

        for (var i = 0; i < span.Length; i++)
        {
            var c = span[i];
            if (char.IsHighSurrogate(c) && i + 1 < span.Length && char.IsLowSurrogate(span[i + 1]))
            {
                i++;
            }
            else if (WillEncode(c))
            {
                return i;
            }
        }

        return -1;
    }

    public override bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten)
    {
        var target = new Span<char>(buffer, bufferLength);
        var shorthand = unicodeScalar switch
        {
            '"' => '"',
            '\\' => '\\',
            '\n' => 'n',
            '\r' => 'r',
            '\t' => 't',
            '\b' => 'b',
            '\f' => 'f',
            _ => '\0',
        };
        numberOfCharactersWritten = shorthand != '\0' ? 2 : WillEncode(unicodeScalar) ? 6 : unicodeScalar > 0xFFFF ? 2 : 1;
        if (target.Length < numberOfCharactersWritten)
        {
            numberOfCharactersWritten = 0;
            return false;
        }

        if (shorthand != '\0')
        {
            target[0] = '\\';
            target[1] = shorthand;
        }
        else if (numberOfCharactersWritten == 6)
        {
            "\\u".CopyTo(target);
            for (var i = 0; i < 4; i++)
            {
                target[2 + i] = "0123456789abcdef"[(unicodeScalar >> (12 - (4 * i))) & 15];
            }
        }
        else
        {
            new Rune(unicodeScalar).EncodeToUtf16(target);
        }

        return true;
    }
}
