using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.Intrinsics;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace KejiDomain.Json;

/// <summary>Goes through a document whose shape is known beforehand: the caller says what comes next, and whatever else comes is refused without a reason.</summary>
/// <remarks>
/// It takes what <see cref="Utf8JsonReader"/> takes, but for names that are written with escapes. It keeps within the limits that it is given. Bytes are looked at once:
/// a name is compared as a number, a text is looked up or made where its end is found.
/// </remarks>
internal ref struct JsonCursor
{
    private static readonly SearchValues<byte> Stops = SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(b => (byte)b), (byte)'"', (byte)'\\']);

    private static readonly Vector256<byte> Places = Vector256<byte>.Indices;

    private readonly ReadOnlySpan<byte> _utf8;

    private readonly StringCache _cache;

    private readonly int _textBytes;

    private readonly int _listItems;

    private int _at;

    private int _levels;

    // What the name of the next member begins with, its closing quote included, or 0 behind the last member.
    private ulong _name;

    private SourceId _source;

    private ReadOnlySpan<byte> _sourceName;

    public JsonCursor(ReadOnlySpan<byte> utf8, StringCache cache, ReadLimits limits)
    {
        _utf8 = utf8;
        _cache = cache;
        _textBytes = limits.TextBytes;
        _listItems = limits.ListItems;
        _levels = Math.Clamp(limits.Depth, 1, ReadLimits.DefaultDepth);
        SkipBlanks();
    }

    /// <summary>Where it stands, to be compared with <see cref="Moved"/>.</summary>
    public readonly int At => _at;

    /// <summary>Whether the object has a further member.</summary>
    public readonly bool HasMember => _name != 0;

    /// <summary>The first eight bytes behind the opening quote of the next member's name, the first lowest.</summary>
    public readonly ulong Name => _name;

    public readonly bool IsText => Next == '"';

    public readonly bool IsObject => Next == '{';

    /// <summary>What has not been passed yet, from the next token on.</summary>
    public readonly ReadOnlySpan<byte> Rest => _utf8[_at..];

    // No byte of a token is 0.
    private readonly byte Next => _at < _utf8.Length ? _utf8[_at] : (byte)0;

    public static JsonException Refused() => new("The document is not valid.");

    public void OpenObject()
    {
        Pass((byte)'{');
        Descend();
        SkipBlanks();
        if (Next == '}')
        {
            CloseObject();
        }
        else
        {
            LookAtName();
        }
    }

    /// <summary>Whether the next member has a name, given with its closing quote.</summary>
    public readonly bool IsName(ReadOnlySpan<byte> name) => _utf8[_at..].StartsWith(name);

    /// <summary>Passes the name of a member, of so many bytes; it must be the first of its kind.</summary>
    public void Enter(ref ulong seen, int member, int length)
    {
        var bit = 1UL << member;
        if ((seen & bit) != 0 || length > _textBytes)
        {
            throw Refused();
        }

        seen |= bit;
        PassColon(length + 1);
    }

    /// <summary>Passes the name of a member of an open map.</summary>
    public T EnterName<T>()
        where T : struct, ITextValue<T>, IKeptText<T>
    {
        // The quote is behind already.
        _at--;
        var start = _at + 1;
        var name = Raw(out var isEscaped);
        var key = isEscaped ? throw Refused() : Kept<T>(start, name);
        PassColon(0);
        return key;
    }

    /// <summary>Goes behind the value of a member, to the next one or out of the object.</summary>
    public void NextMember()
    {
        SkipBlanks();
        if (Next == ',')
        {
            _at++;
            SkipBlanks();
            LookAtName();
        }
        else
        {
            CloseObject();
        }
    }

    /// <summary>Refuses a member that nobody took.</summary>
    public readonly void Moved(int since)
    {
        if (_at == since)
        {
            throw Refused();
        }
    }

    /// <summary>Goes to the first item of a list; there is one.</summary>
    public void OpenList()
    {
        Pass((byte)'[');
        Descend();
        SkipBlanks();
        if (_listItems < 1)
        {
            throw Refused();
        }
    }

    /// <summary>Goes behind an item, the last of so many: to the next one or out of the list.</summary>
    public bool NextItem(int count)
    {
        SkipBlanks();
        if (Next == ',')
        {
            _at++;
            SkipBlanks();
            return count < _listItems ? true : throw Refused();
        }

        Pass((byte)']');
        _levels++;
        return false;
    }

    /// <summary>Refuses anything but blanks up to the end of the document.</summary>
    public void End()
    {
        SkipBlanks();
        if (_at < _utf8.Length)
        {
            throw Refused();
        }
    }

    /// <summary>A text, never empty.</summary>
    public string Text()
    {
        var start = _at + 1;
        var utf8 = Raw(out var isEscaped);
        if (isEscaped || utf8.Length > StringCache.MaxLength)
        {
            return isEscaped ? Unescaped(utf8) : Decoded(utf8);
        }

        var key = Key(start, utf8);
        ref var entry = ref _cache.EntryOf(key);
        if (!entry.Holds(key))
        {
            entry = new(key, Decoded(utf8));
        }

        return entry.Text!;
    }

    /// <summary>A value that is nothing but its text; the text is looked at only where it is not known to be one.</summary>
    public T Kept<T>()
        where T : struct, ITextValue<T>, IKeptText<T>
    {
        var start = _at + 1;
        var utf8 = Raw(out var isEscaped);
        return isEscaped ? Parsed<T>(Unescaped(utf8)) : Kept<T>(start, utf8);
    }

    /// <summary>Any other value that is one text.</summary>
    public T Value<T>()
        where T : struct, ITextValue<T> => Parsed<T>(Text());

    // Citations are many and seldom the same, so only the name of their source is worth a string, and it is mostly the last one's.
    public Citation Citation()
    {
        var start = _at + 1;
        var utf8 = Raw(out var isEscaped);
        if (isEscaped)
        {
            return Parsed<Citation>(Unescaped(utf8));
        }

        if (!(utf8.Length > _sourceName.Length && utf8[_sourceName.Length] == '#' && utf8.StartsWith(_sourceName)) || _source.IsEmpty)
        {
            var hash = utf8.IndexOf((byte)'#');
            _sourceName = hash > 0 ? utf8[..hash] : throw Refused();
            _source = Kept<SourceId>(start, _sourceName);
        }

        return KejiDomain.Citation.TryRead(_source, utf8[_sourceName.Length..], out var citation) ? citation : throw Refused();
    }

    /// <summary>One of the literals of a closed set.</summary>
    public T Literal<T>(EnumJsonConverter<T> literals)
        where T : struct, Enum
    {
        var utf8 = Raw(out var isEscaped);
        return literals.TryRead(isEscaped ? Encoding.UTF8.GetBytes(Unescaped(utf8)) : utf8, out var value) ? value : throw Refused();
    }

    public bool Flag()
    {
        var rest = Rest;
        if (rest.StartsWith("true"u8))
        {
            _at += 4;
            return true;
        }

        _at += rest.StartsWith("false"u8) ? 5 : throw Refused();
        return false;
    }

    /// <summary>A whole number from a minimum, which is not negative, to a maximum.</summary>
    public int Integer(int minimum, int maximum)
    {
        var rest = Rest;
        var length = 0;
        var value = 0L;
        while (length < rest.Length && length <= 10 && char.IsAsciiDigit((char)rest[length]))
        {
            value = (value * 10) + (rest[length] - '0');
            length++;
        }

        if (length is 0 or > 10 || (rest[0] == '0' && length > 1) || value < minimum || value > maximum)
        {
            throw Refused();
        }

        _at += length;
        return (int)value;
    }

    /// <summary>A decimal in plain digits.</summary>
    public decimal Decimal()
    {
        var rest = Rest;
        var at = rest.Length > 0 && rest[0] == '-' ? 1 : 0;
        var isNegative = at == 1;
        var first = at;
        var number = 0UL;
        var whole = Digits(rest, ref at, ref number);
        var scale = 0;
        if (at < rest.Length && rest[at] == '.')
        {
            at++;
            scale = Digits(rest, ref at, ref number);
            whole = scale == 0 ? 0 : whole;
        }

        if (whole == 0 || (whole > 1 && rest[first] == '0'))
        {
            throw Refused();
        }

        _at += at;

        // What fits into a word is put together here; zeros and more digits are the framework's matter.
        return number != 0 && whole + scale <= 18
            ? new(unchecked((int)number), unchecked((int)(number >> 32)), 0, isNegative, (byte)scale)
            : DecimalJsonConverter.TryRead(rest[..at], out var value) ? value : throw Refused();
    }

    private static int Digits(ReadOnlySpan<byte> rest, ref int at, ref ulong number)
    {
        var start = at;
        while (at < rest.Length && char.IsAsciiDigit((char)rest[at]))
        {
            // Of more digits than a word has the number is not used.
            number = unchecked((number * 10) + (ulong)(rest[at] - '0'));
            at++;
        }

        return at - start;
    }

    // Through the interface of strings alone: beside that of spans it is hidden, and the text would be copied.
    private static T Parsed<T>(string text)
        where T : struct, IParsable<T> =>
        T.TryParse(text, null, out var value) ? value : throw Refused();

    private readonly T Kept<T>(int start, ReadOnlySpan<byte> utf8)
        where T : struct, ITextValue<T>, IKeptText<T>
    {
        if (utf8.Length > StringCache.MaxLength)
        {
            return Parsed<T>(Decoded(utf8));
        }

        var key = Key(start, utf8);
        ref var entry = ref _cache.EntryOf(key);
        if (!entry.Holds(key))
        {
            // Of characters, not of a string: the table of a code has its string already.
            entry = new(key, T.TryParse(Characters(utf8), out var value) ? value.ToString()! : throw Refused()) { Kinds = T.Kind };
        }
        else if ((entry.Kinds & T.Kind) == 0)
        {
            _ = Parsed<T>(entry.Text!);
            entry.Kinds |= T.Kind;
        }

        return T.Keep(entry.Text!);
    }

    // The bytes of a text, not empty, as they stand between its quotes; it goes behind them.
    private ReadOnlySpan<byte> Raw(out bool isEscaped)
    {
        Pass((byte)'"');
        var rest = _utf8[_at..];
        var length = Stop(rest);
        isEscaped = false;
        while (rest[length] == '\\')
        {
            isEscaped = true;
            length += 2;
            length += length < rest.Length ? Stop(rest[length..]) : throw Refused();
        }

        if (rest[length] != '"' || length == 0 || length > _textBytes)
        {
            throw Refused();
        }

        _at += length + 1;
        return rest[..length];
    }

    // Where the first quote, backslash or control character is.
    private static int Stop(ReadOnlySpan<byte> utf8)
    {
        var at = 0;
        if (Vector256.IsHardwareAccelerated && utf8.Length >= Vector256<byte>.Count)
        {
            var block = Vector256.Create(utf8);
            var stops = Vector256.Equals(block, Vector256.Create((byte)'"')) | Vector256.Equals(block, Vector256.Create((byte)'\\')) | Vector256.LessThan(block, Vector256.Create((byte)' '));
            if (stops != Vector256<byte>.Zero)
            {
                return BitOperations.TrailingZeroCount(stops.ExtractMostSignificantBits());
            }

            at = Vector256<byte>.Count;
        }

        var further = utf8[at..].IndexOfAny(Stops);
        return further >= 0 ? at + further : throw Refused();
    }

    private readonly Vector256<byte> Key(int start, ReadOnlySpan<byte> utf8)
    {
        if (_utf8.Length - start >= Vector256<byte>.Count)
        {
            return Vector256.Create(_utf8[start..]) & Vector256.LessThan(Places, Vector256.Create((byte)utf8.Length));
        }

        Span<byte> padded = stackalloc byte[Vector256<byte>.Count];
        padded.Clear();
        utf8.CopyTo(padded);
        return Vector256.Create<byte>(padded);
    }

    private readonly string Decoded(ReadOnlySpan<byte> utf8) =>
        utf8.Length <= _cache.Scratch.Length ? new(Characters(utf8)) : Utf8.IsValid(utf8) ? Encoding.UTF8.GetString(utf8) : throw Refused();

    // Good until the next text, of no more bytes than there is room.
    private readonly ReadOnlySpan<char> Characters(ReadOnlySpan<byte> utf8) =>
        Utf8.ToUtf16(utf8, _cache.Scratch, out _, out var length, replaceInvalidSequences: false) == OperationStatus.Done
            ? _cache.Scratch.AsSpan(0, length)
            : throw Refused();

    // Escapes are seldom, and the framework knows them: half of a pair, a letter that is none.
    private readonly string Unescaped(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(_utf8.Slice(_at - utf8.Length - 2, utf8.Length + 2));
        reader.Read();
        return reader.GetString()!;
    }

    private void LookAtName()
    {
        Pass((byte)'"');
        var rest = _utf8[_at..];
        if (rest.Length >= sizeof(ulong))
        {
            _name = BinaryPrimitives.ReadUInt64LittleEndian(rest);
        }
        else
        {
            _name = 0;
            for (var i = rest.Length - 1; i >= 0; i--)
            {
                _name = (_name << 8) | rest[i];
            }
        }

        // Nothing of a name is below a blank; nothing at all must not be taken for the end of the object.
        if ((_name & 0xFF) < ' ')
        {
            throw Refused();
        }
    }

    private void PassColon(int length)
    {
        _at += length;
        SkipBlanks();
        Pass((byte)':');
        if (Next == ' ')
        {
            _at++;
        }

        SkipBlanks();
    }

    private void CloseObject()
    {
        Pass((byte)'}');
        _levels++;
        _name = 0;
    }

    private void Descend()
    {
        if (--_levels < 0)
        {
            throw Refused();
        }
    }

    private void Pass(byte token)
    {
        if (Next != token)
        {
            throw Refused();
        }

        _at++;
    }

    private void SkipBlanks()
    {
        if (Next <= ' ')
        {
            SkipIndentation();
        }
    }

    // Mostly a line feed and blanks.
    private void SkipIndentation()
    {
        var at = _at;
        if (Next == '\n')
        {
            at++;
            if (Vector256.IsHardwareAccelerated && _utf8.Length - at >= Vector256<byte>.Count)
            {
                at += BitOperations.TrailingZeroCount(~Vector256.Equals(Vector256.Create(_utf8[at..]), Vector256.Create((byte)' ')).ExtractMostSignificantBits());
            }
        }

        while (at < _utf8.Length && _utf8[at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
        {
            at++;
        }

        _at = at;
    }
}
