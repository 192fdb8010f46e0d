using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Serialization;

namespace KejiDomain;

/// <summary>A document number (发文字号, 文号): the issuer's code, the year in 〔〕 and the serial number, or the number of an order.</summary>
/// <remarks>
/// <para>Canonical is what GB/T 9704 prescribes: the year in full in 〔〕, the serial number in Arabic digits without leading zeros and without 第: 豫政〔2023〕5号. The printed forms that are read:
/// any pair of brackets or single quotes around the year, full width, stray blanks and line breaks, 第 before the serial number, leading zeros; orders, announcements and public notices
/// (国务院令第731号, 国务院第731号令, 主席令第八十二号, 财政部公告2023年第7号). Issuers of one order are joined by 、.</para>
/// <para>Words that lead to a number (根据, 按照, 印发) are no part of it: a text that has them is refused and not cut. So is a year of two digits, a mask in place of a digit,
/// and blanks inside the name of who gives an order, which may part two names. Such a number stays storable as the text of <see cref="Document.Number"/>.</para>
/// <para>In JSON only the canonical form stands. Order: by issuer, form, year, serial number. <c>default</c> is empty: the writer refuses it.</para>
/// </remarks>
/// <example><code>
/// var number = DocumentNumber.Parse("豫政 【2023】 5号");
/// number.ToString()     // 豫政〔2023〕5号
/// number.Issuer         // 豫政
/// number.Year           // 2023
/// number.Serial         // 5
/// </code></example>
[JsonConverter(typeof(TextValueJsonConverter<DocumentNumber>))]
[DebuggerDisplay("{ToString(),nq}")]
public readonly record struct DocumentNumber : ITextValue<DocumentNumber>
{
    private const int MaxLength = 64;

    private const int MaxCodeLength = 16;

    private const int MaxNameLength = 40;

    private const int MaxSerialDigits = 6;

    private const string Openers = "〔【[({〈《<〖〚‘'";

    private const string Closers = "〕】])}〉》>〗〛’'";

    // In the order of DocumentNumberForm.
    private static readonly string[] Words = [string.Empty, "令", "公告", "通告"];

    private static readonly string[] LeadIns = ["根据", "按照", "依据", "依照", "参照", "遵照", "印发", "关于", "依", "见", "按", "即", "如", "与", "和", "及"];

    private readonly string? _text;

    private readonly byte _issuerLength;

    private readonly byte _form;

    private readonly short _year;

    private DocumentNumber(string text, int issuerLength, DocumentNumberForm form, int year, int serial)
    {
        _text = text;
        _issuerLength = (byte)issuerLength;
        _form = (byte)form;
        _year = (short)year;
        Serial = serial;
    }

    /// <inheritdoc/>
    public static TextFormat Format { get; } = new(
        "document number",
        "发文字号",
        "^[\\u3007\\u3400-\\u4dbf\\u4e00-\\u9fff、]{2,40}(〔(19|20)[0-9]{2}〕|(令|公告|通告)((19|20)[0-9]{2}年)?第)[1-9][0-9]{0,5}号$",
        "豫政〔2023〕5号",
        IssueCodes.InvalidLiteral);

    /// <inheritdoc/>
    public bool IsEmpty => _text is null;

    /// <summary>How the number is built (形式).</summary>
    public DocumentNumberForm Form => (DocumentNumberForm)_form;

    /// <summary>The issuer's code (发文机关代字), as 豫政, or the issuer's name before 令, 公告 or 通告; nothing when empty.</summary>
    public string Issuer => _text?[.._issuerLength] ?? string.Empty;

    /// <summary>The year (年份), or null for an order that has none.</summary>
    /// <value>1900 to 2099.</value>
    public int? Year => _year == 0 ? null : _year;

    /// <summary>The serial number (发文顺序号) within the year, or of the order; 0 when empty.</summary>
    /// <value>1 to 999999.</value>
    public int Serial { get; }

    /// <summary>Makes a number of the ordinary form.</summary>
    /// <param name="issuer">The issuer's code, 2 to 16 Chinese characters.</param>
    /// <param name="year">1900 to 2099.</param>
    /// <param name="serial">1 to 999999.</param>
    /// <exception cref="ArgumentException">The parts do not make a number that reads back the same.</exception>
    public static DocumentNumber Create(string issuer, int year, int serial) => Create(issuer, DocumentNumberForm.Bracketed, year, serial);

    /// <summary>Makes a number of any form.</summary>
    /// <param name="issuer">The issuer's code, or name without 令, 公告 or 通告.</param>
    /// <param name="form">How it is built.</param>
    /// <param name="year">1900 to 2099; may be null but in the bracketed form.</param>
    /// <param name="serial">1 to 999999.</param>
    /// <exception cref="ArgumentException">The parts do not make a number that reads back the same.</exception>
    public static DocumentNumber Create(string issuer, DocumentNumberForm form, int? year, int serial)
    {
        ArgumentNullException.ThrowIfNull(issuer);
        var text = form is >= DocumentNumberForm.Bracketed and <= DocumentNumberForm.PublicNotice ? Compose(issuer, form, year ?? 0, serial) : string.Empty;
        return Read(text, text, out var value) < 0 && value._text == text && value.Form == form && value.Issuer == issuer
            ? value
            : throw new ArgumentException($"'{TextSafety.Excerpt(text)}' is not a valid {Format.Name}.", nameof(issuer));
    }

    /// <summary>Reads a printed number.</summary>
    /// <param name="text">A text such as 豫政〔2023〕5号, clean or dirty.</param>
    /// <exception cref="FormatException">The text is not a number; the message says where it fails.</exception>
    public static DocumentNumber Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Parse(text.AsSpan(), null);
    }

    /// <inheritdoc/>
    public static DocumentNumber Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc/>
    public static DocumentNumber Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        Read(s, null, out var value) is >= 0 and var position ? throw PrintedText.Failure(Format, s, position) : value;

    /// <summary>Reads a printed number, if the text is one.</summary>
    /// <param name="text">The text; one that is canonical is kept.</param>
    /// <param name="value">The number, or <c>default</c>.</param>
    public static bool TryParse(string? text, out DocumentNumber value) => Read(text, text, out value) < 0;

    /// <summary>Reads a printed number, if the text is one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The number, or <c>default</c>.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out DocumentNumber value) => Read(text, null, out value) < 0;

    /// <inheritdoc/>
    public static bool TryParse(string? s, IFormatProvider? provider, out DocumentNumber result) => TryParse(s, out result);

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out DocumentNumber result) => TryParse(s, out result);

    static bool ITextValue<DocumentNumber>.TryParse(ReadOnlySpan<char> text, out DocumentNumber value)
    {
        if (TryParse(text, out value) && text.SequenceEqual(value._text))
        {
            return true;
        }

        value = default;
        return false;
    }

    /// <summary>Compares by issuer, form, year and serial number; the empty value comes first.</summary>
    public int CompareTo(DocumentNumber other)
    {
        var order = _text.AsSpan(0, _issuerLength).CompareTo(other._text.AsSpan(0, other._issuerLength), StringComparison.Ordinal);
        order = order != 0 ? order : _form.CompareTo(other._form);
        order = order != 0 ? order : _year.CompareTo(other._year);
        return order != 0 ? order : Serial.CompareTo(other.Serial);
    }

    /// <summary>The canonical text, for example 豫政〔2023〕5号; nothing for the empty value.</summary>
    public override string ToString() => _text ?? string.Empty;

    private static string Compose(ReadOnlySpan<char> issuer, DocumentNumberForm form, int year, int serial) => (form, year) switch
    {
        (DocumentNumberForm.Bracketed, _) => string.Create(CultureInfo.InvariantCulture, $"{issuer}〔{year}〕{serial}号"),
        (_, 0) => string.Create(CultureInfo.InvariantCulture, $"{issuer}{Words[(int)form]}第{serial}号"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{issuer}{Words[(int)form]}{year}年第{serial}号"),
    };

    // -1 for a number, else the position at which the text stops being one.
    private static int Read(ReadOnlySpan<char> text, string? whole, out DocumentNumber value)
    {
        value = default;
        Span<char> letters = stackalloc char[MaxLength];
        Span<int> places = stackalloc int[MaxLength];
        var beyond = PrintedText.Compact(text, letters, places, out var length);
        if (beyond >= 0)
        {
            return beyond;
        }

        var reader = new Reader(letters[..length]);
        if (!reader.Read())
        {
            return reader.Position < length ? places[reader.Position] : text.Length;
        }

        if (reader.Form != DocumentNumberForm.Bracketed)
        {
            for (var i = 1; i < reader.IssuerLength; i++)
            {
                if (places[i] != places[i - 1] + 1)
                {
                    return places[i - 1] + 1;
                }
            }
        }

        var canonical = Compose(letters[..reader.IssuerLength], reader.Form, reader.Year, reader.Serial);
        value = new(canonical == whole ? whole : canonical, reader.IssuerLength, reader.Form, reader.Year, reader.Serial);
        return -1;
    }

    private ref struct Reader(ReadOnlySpan<char> letters)
    {
        private readonly ReadOnlySpan<char> _letters = letters;

        public int Position { get; private set; }

        public int IssuerLength { get; private set; }

        public DocumentNumberForm Form { get; private set; }

        public int Year { get; private set; }

        public int Serial { get; private set; }

        public bool Read()
        {
            while (Position < _letters.Length && (PrintedText.IsHan(_letters[Position]) || _letters[Position] == '、'))
            {
                Position++;
            }

            var run = _letters[..Position];
            if (run.IsEmpty)
            {
                return false;
            }

            var isCounted = Position < _letters.Length && char.IsAsciiDigit(_letters[Position]);
            return Position < _letters.Length && Openers.Contains(_letters[Position], StringComparison.Ordinal)
                ? ReadBracketed()
                : isCounted && run.EndsWith("第") ? ReadSerialThenWord(run[..^1])
                : isCounted && TryWord(run, out var form) ? ReadAfterWord(form, run.Length)
                : isCounted ? ReadYearThenWord(run.Length)
                : Position == _letters.Length && ReadInHan();
        }

        private bool ReadBracketed()
        {
            var issuer = Position;
            var closer = Closers[Openers.IndexOf(_letters[Position++], StringComparison.Ordinal)];
            return ReadYear() && Expect(closer) && ReadSerial() && Expect('号') && End() && Accept(issuer, DocumentNumberForm.Bracketed, MaxCodeLength);
        }

        // 国务院令第731号, 国务院第731号令.
        private bool ReadSerialThenWord(ReadOnlySpan<char> head)
        {
            if (!ReadSerial() || !Expect('号'))
            {
                return false;
            }

            return TryWord(head, out var form)
                ? End() && Accept(head.Length - Words[(int)form].Length, form, MaxNameLength)
                : TryLastWord(out form) && Accept(head.Length, form, MaxNameLength);
        }

        // 财政部公告2023年第7号, 国务院令731号.
        private bool ReadAfterWord(DocumentNumberForm form, int length)
        {
            var issuer = length - Words[(int)form].Length;
            if (HasYear() && (!ReadYear() || !Expect('年') || !Expect('第', consume: false)))
            {
                return false;
            }

            return ReadSerial() && Expect('号') && End() && Accept(issuer, form, MaxNameLength);
        }

        // 财政部2023年第7号公告.
        private bool ReadYearThenWord(int issuer) =>
            ReadYear() && Expect('年') && Expect('第', consume: false) && ReadSerial() && Expect('号') && TryLastWord(out var form) && Accept(issuer, form, MaxNameLength);

        // 八十二, and 一〇三 from a hundred on.
        private static bool TryHan(ReadOnlySpan<char> text, out int serial)
        {
            if (HanNumeral.TryParse(text, out serial))
            {
                return true;
            }

            serial = 0;
            foreach (var c in text.Length is >= 3 and <= MaxSerialDigits ? text : [])
            {
                if (HanNumeral.Digit(c) is var digit && digit == 0 && (c != '〇' || serial == 0))
                {
                    return false;
                }

                serial = (10 * serial) + digit;
            }

            return serial > 0;
        }

        // 主席令第八十二号.
        private bool ReadInHan()
        {
            var start = _letters.LastIndexOf('第');
            var end = _letters.LastIndexOf('号');
            Position = start < 0 || end < start ? _letters.Length : start + 1;
            if (start < 0 || end < start || !TryHan(_letters[(start + 1)..end], out var serial) || end - start == 2 && _letters[end - 1] is '百' or '千')
            {
                return false;
            }

            Serial = serial;
            Position = end + 1;
            return TryWord(_letters[..start], out var form)
                ? End() && Accept(start - Words[(int)form].Length, form, MaxNameLength)
                : TryLastWord(out form) && Accept(start, form, MaxNameLength);
        }

        private readonly bool HasYear() => Position + 4 < _letters.Length && _letters[Position + 4] == '年';

        private bool ReadYear()
        {
            if (!ReadDigits(4, out var year))
            {
                return false;
            }

            if (year is < 1900 or > 2099)
            {
                Position -= 4;
                return false;
            }

            Year = year;
            return true;
        }

        private bool ReadSerial()
        {
            if (Position < _letters.Length && _letters[Position] == '第')
            {
                Position++;
            }

            while (Position + 1 < _letters.Length && _letters[Position] == '0' && char.IsAsciiDigit(_letters[Position + 1]))
            {
                Position++;
            }

            var length = 0;
            while (length < MaxSerialDigits && Position + length < _letters.Length && char.IsAsciiDigit(_letters[Position + length]))
            {
                length++;
            }

            if (length == 0 || _letters[Position] == '0')
            {
                return false;
            }

            ReadDigits(length, out var serial);
            Serial = serial;
            return true;
        }

        private bool ReadDigits(int count, out int number)
        {
            number = 0;
            for (var i = 0; i < count; i++)
            {
                if (Position == _letters.Length || !char.IsAsciiDigit(_letters[Position]))
                {
                    return false;
                }

                number = (number * 10) + (_letters[Position++] - '0');
            }

            return true;
        }

        private bool Expect(char letter, bool consume = true)
        {
            if (Position == _letters.Length || _letters[Position] != letter)
            {
                return false;
            }

            Position += consume ? 1 : 0;
            return true;
        }

        private readonly bool End() => Position == _letters.Length;

        private static bool TryWord(ReadOnlySpan<char> run, out DocumentNumberForm form)
        {
            for (form = DocumentNumberForm.Order; form <= DocumentNumberForm.PublicNotice; form++)
            {
                if (run.EndsWith(Words[(int)form]))
                {
                    return true;
                }
            }

            return false;
        }

        private bool TryLastWord(out DocumentNumberForm form)
        {
            for (form = DocumentNumberForm.Order; form <= DocumentNumberForm.PublicNotice; form++)
            {
                if (_letters[Position..].SequenceEqual(Words[(int)form]))
                {
                    Position = _letters.Length;
                    return true;
                }
            }

            return false;
        }

        private bool Accept(int issuer, DocumentNumberForm form, int maximum)
        {
            Position = 0;
            var name = _letters[..issuer];
            if (issuer < 2 || name[0] == '、')
            {
                return false;
            }

            foreach (var word in LeadIns)
            {
                if (name.StartsWith(word))
                {
                    return false;
                }
            }

            // Such letters come from running words before the number.
            if (name.IndexOfAny("的号第") is >= 0 and var stray)
            {
                Position = stray;
                return false;
            }

            if (issuer > maximum || name[^1] == '、' || (form == DocumentNumberForm.Bracketed && name.Contains('、')))
            {
                Position = issuer - 1;
                return false;
            }

            IssuerLength = issuer;
            Form = form;
            return true;
        }
    }
}
