using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text.Json;
using System.Text.Unicode;

namespace KejiDomain.Json;

/// <summary>Writes canonical JSON straight into a buffer: the bytes that <see cref="Utf8JsonWriter"/> writes with the canonical options.</summary>
/// <remarks>The caller opens, names and closes in order; what cannot be in a document throws. A text is looked at once, as it is turned into UTF-8.</remarks>
internal ref struct CanonicalWriter
{
    private const int Chunk = 4096;

    // A comma, a line feed and the deepest indentation.
    private const int Separation = 2 + (2 * ReadLimits.DefaultDepth);

    private static readonly SearchValues<byte> Escaped = SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(b => (byte)b), (byte)'"', (byte)'\\']);

    private readonly IBufferWriter<byte> _output;

    private readonly bool _isIndented;

    private Span<byte> _buffer;

    private int _at;

    private int _depth;

    private bool _isFirst;

    public CanonicalWriter(IBufferWriter<byte> output, bool isIndented)
    {
        _output = output;
        _isIndented = isIndented;
        _buffer = output.GetSpan(Chunk);
    }

    public void OpenObject() => Open((byte)'{');

    public void CloseObject() => Close((byte)'}');

    public void OpenList() => Open((byte)'[');

    public void CloseList() => Close((byte)']');

    /// <summary>The name of the next member, in quotes and with its colon.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Name(ReadOnlySpan<byte> quoted)
    {
        Separate(quoted.Length + 1);
        quoted.CopyTo(_buffer[_at..]);
        _at += quoted.Length;
        if (_isIndented)
        {
            _buffer[_at++] = (byte)' ';
        }
    }

    /// <summary>The name of the next member of an open map.</summary>
    public void Name(string name)
    {
        Separate(0);
        Text(name);
        Reserve(2);
        _buffer[_at++] = (byte)':';
        if (_isIndented)
        {
            _buffer[_at++] = (byte)' ';
        }
    }

    /// <summary>Goes to the next item of a list.</summary>
    public void Item() => Separate(0);

    public void Text(string text)
    {
        if (string.IsNullOrEmpty(text))
        {
            throw NoText();
        }

        // A unit of UTF-16 is three bytes at most; a whole vector of them is looked at.
        Reserve((text.Length * 3) + 2 + Vector256<byte>.Count);
        _buffer[_at++] = (byte)'"';
        var length = Encode(text, _buffer[_at..]);
        var escape = FirstEscaped(_buffer[_at..], length);
        if (escape < 0)
        {
            _at += length;
        }
        else
        {
            Escape(escape, length);
        }

        _buffer[_at++] = (byte)'"';
    }

    public void Citation(Citation citation)
    {
        if (citation.IsEmpty)
        {
            throw new JsonException("An empty citation cannot be written.");
        }

        // The name of a source is ASCII that needs no escapes.
        Reserve(KejiDomain.Citation.MaxLength + 2);
        _buffer[_at++] = (byte)'"';
        _at += Encode(citation.Source.ToString(), _buffer[_at..]);
        Copy("#char="u8);
        Digits(citation.Start);
        _buffer[_at++] = (byte)',';
        Digits(citation.End);
        _buffer[_at++] = (byte)'"';
    }

    /// <summary>One of the literals of a closed set, which need no escapes.</summary>
    public void Literal(ReadOnlySpan<byte> literal)
    {
        Reserve(literal.Length + 2);
        _buffer[_at++] = (byte)'"';
        Copy(literal);
        _buffer[_at++] = (byte)'"';
    }

    public void Number(decimal value)
    {
        // A computed decimal can hold 29 digits, which the reader would not take back.
        Reserve(64);
        Utf8Formatter.TryFormat(value, _buffer[_at..], out var length);
        if (!DecimalJsonConverter.HasPrecision(_buffer.Slice(_at, length)))
        {
            throw new JsonException("A number of more than 28 significant digits cannot be written.");
        }

        _at += length;
    }

    public void Integer(int value, int minimum, int maximum)
    {
        if (value < minimum || value > maximum)
        {
            throw new JsonException(string.Create(CultureInfo.InvariantCulture, $"{value} is not between {minimum} and {maximum}."));
        }

        Reserve(16);
        Digits(value);
    }

    public void Flag(bool value)
    {
        Reserve(8);
        Copy(value ? "true"u8 : "false"u8);
    }

    /// <summary>Hands over what is written.</summary>
    public void End()
    {
        _output.Advance(_at);
        _buffer = default;
        _at = 0;
    }

    private static JsonException NoText() => new("A text that is empty or holds half of a surrogate pair cannot be written.");

    private static int Encode(string text, Span<byte> utf8)
    {
        var at = 0;
        ref var units = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text.AsSpan()));
        for (; text.Length - at >= Vector128<ushort>.Count; at += Vector128<ushort>.Count)
        {
            var block = Vector128.LoadUnsafe(ref units, (nuint)at);
            if ((block & Vector128.Create((ushort)0xFF80)) != Vector128<ushort>.Zero)
            {
                break;
            }

            Vector128.Narrow(block, block).GetLower().CopyTo(utf8[at..]);
        }

        for (; at < text.Length && text[at] < 0x80; at++)
        {
            utf8[at] = (byte)text[at];
        }

        return at == text.Length ? at
            : Utf8.FromUtf16(text.AsSpan(at), utf8[at..], out _, out var length, replaceInvalidSequences: false) == OperationStatus.Done ? at + length
            : throw NoText();
    }

    private static int FirstEscaped(ReadOnlySpan<byte> utf8, int length)
    {
        if (!Vector256.IsHardwareAccelerated || length > Vector256<byte>.Count)
        {
            return utf8[..length].IndexOfAny(Escaped);
        }

        // What is behind the text does not count.
        var block = Vector256.Create(utf8);
        var found = Vector256.Equals(block, Vector256.Create((byte)'"')) | Vector256.Equals(block, Vector256.Create((byte)'\\')) | Vector256.LessThan(block, Vector256.Create((byte)' '));
        var first = BitOperations.TrailingZeroCount(found.ExtractMostSignificantBits());
        return first < length ? first : -1;
    }

    // Writes the rest of a text once more; it stands at the end of the buffer already.
    private void Escape(int first, int length)
    {
        var rented = ArrayPool<byte>.Shared.Rent(length - first);
        var rest = rented.AsSpan(0, length - first);
        _buffer.Slice(_at + first, rest.Length).CopyTo(rest);
        _at += first;
        Reserve((rest.Length * 6) + 1);
        foreach (var unit in rest)
        {
            var letter = unit switch
            {
                (byte)'"' => '"',
                (byte)'\\' => '\\',
                (byte)'\n' => 'n',
                (byte)'\r' => 'r',
                (byte)'\t' => 't',
                (byte)'\b' => 'b',
                (byte)'\f' => 'f',
                _ => '\0',
            };
            if (letter != '\0')
            {
                _buffer[_at++] = (byte)'\\';
                _buffer[_at++] = (byte)letter;
            }
            else if (unit < 0x20)
            {
                Copy("\\u00"u8);
                _buffer[_at++] = "01"u8[unit >> 4];
                _buffer[_at++] = "0123456789abcdef"u8[unit & 15];
            }
            else
            {
                _buffer[_at++] = unit;
            }
        }

        ArrayPool<byte>.Shared.Return(rented);
    }

    private void Digits(int value)
    {
        Utf8Formatter.TryFormat(value, _buffer[_at..], out var length);
        _at += length;
    }

    private void Copy(ReadOnlySpan<byte> utf8)
    {
        utf8.CopyTo(_buffer[_at..]);
        _at += utf8.Length;
    }

    private void Open(byte bracket)
    {
        if (_depth == ReadLimits.DefaultDepth)
        {
            throw new JsonException($"What is nested more than {ReadLimits.DefaultDepth} levels deep cannot be written.");
        }

        Reserve(1);
        _buffer[_at++] = bracket;
        _depth++;
        _isFirst = true;
    }

    private void Close(byte bracket)
    {
        _depth--;
        Reserve(Separation + Vector256<byte>.Count);
        if (!_isFirst)
        {
            Indent();
        }

        _buffer[_at++] = bracket;
        _isFirst = false;
    }

    // Goes to where the next member or item begins, with room for it.
    private void Separate(int room)
    {
        Reserve(Separation + Vector256<byte>.Count + room);
        if (!_isFirst)
        {
            _buffer[_at++] = (byte)',';
        }

        _isFirst = false;
        Indent();
    }

    private void Indent()
    {
        if (!_isIndented)
        {
            return;
        }

        _buffer[_at++] = (byte)'\n';
        var blanks = 2 * _depth;
        if (blanks <= Vector256<byte>.Count)
        {
            Vector256.Create((byte)' ').CopyTo(_buffer[_at..]);
        }
        else
        {
            _buffer.Slice(_at, blanks).Fill((byte)' ');
        }

        _at += blanks;
    }

    private void Reserve(int count)
    {
        if (_buffer.Length - _at < count)
        {
            _output.Advance(_at);
            _at = 0;
            _buffer = _output.GetSpan(Math.Max(count, Chunk));
        }
    }
}
