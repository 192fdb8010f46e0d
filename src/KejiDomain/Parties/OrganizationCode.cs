using System.Diagnostics;
using System.Text.Json.Serialization;

namespace KejiDomain;

/// <summary>An organization code (组织机构代码) of GB 11714: eight letters or digits, a hyphen and a check digit that may be <c>X</c>.</summary>
/// <remarks>
/// <para>The printed forms that are read: with or without the hyphen, in full width, in small letters, with stray blanks. What is kept is the form with the hyphen.
/// A code whose check digit is wrong is no value; where a source prints one, <see cref="ExternalIdentifier"/> stores it as text.</para>
/// <para>In JSON only the canonical form stands. Order: ordinal by text. <c>default</c> is empty: the writer refuses it.</para>
/// </remarks>
/// <example><code>
/// OrganizationCode.Parse("594672399").ToString()      // 59467239-9
/// OrganizationCode.ComputeCheckDigit("59467239")      // 9
/// </code></example>
[JsonConverter(typeof(TextValueJsonConverter<OrganizationCode>))]
[DebuggerDisplay("{ToString(),nq}")]
public readonly record struct OrganizationCode : ITextValue<OrganizationCode>
{
    private const int BodyLength = 8;

    private const int CompactLength = 9;

    private readonly string? _text;

    private OrganizationCode(string text) => _text = text;

    /// <inheritdoc/>
    public static TextFormat Format { get; } =
        new("organization code", "组织机构代码", "^[0-9A-Z]{8}-[0-9X]$", "59467239-9", IssueCodes.InvalidIdentifier);

    /// <inheritdoc/>
    public bool IsEmpty => _text is null;

    private static ReadOnlySpan<int> Weights => [3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>Reads a printed code.</summary>
    /// <param name="text">A text such as <c>59467239-9</c> or <c>594672399</c>.</param>
    /// <exception cref="FormatException">The text is not a code; the message says where it fails.</exception>
    public static OrganizationCode Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Parse(text.AsSpan(), null);
    }

    /// <inheritdoc/>
    public static OrganizationCode Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc/>
    public static OrganizationCode Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        Read(s, null, out var value) is >= 0 and var position ? throw PrintedText.Failure(Format, s, position) : value;

    /// <summary>Reads a printed code, if the text is one.</summary>
    /// <param name="text">The text; one that is canonical is kept and nothing allocated.</param>
    /// <param name="value">The code, or <c>default</c>.</param>
    public static bool TryParse(string? text, out OrganizationCode value) => Read(text, text, out value) < 0;

    /// <summary>Reads a printed code, if the text is one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The code, or <c>default</c>.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out OrganizationCode value) => Read(text, null, out value) < 0;

    /// <inheritdoc/>
    public static bool TryParse(string? s, IFormatProvider? provider, out OrganizationCode result) => TryParse(s, out result);

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out OrganizationCode result) => TryParse(s, out result);

    static bool ITextValue<OrganizationCode>.TryParse(ReadOnlySpan<char> text, out OrganizationCode value)
    {
        if (TryParse(text, out value) && text.SequenceEqual(value._text))
        {
            return true;
        }

        value = default;
        return false;
    }

    /// <summary>The check digit (校验码) that GB 11714 gives to eight letters or digits.</summary>
    /// <param name="body">Eight of <c>0-9</c> and <c>A-Z</c>.</param>
    /// <exception cref="ArgumentException">The text is not of that form.</exception>
    public static char ComputeCheckDigit(ReadOnlySpan<char> body) =>
        TryComputeCheckDigit(body, out var digit) ? digit : throw new ArgumentException("Eight letters or digits are needed.", nameof(body));

    /// <summary>The code without its hyphen (九位形式), as a unified social credit code holds it.</summary>
    public string ToCompactString() => _text is null ? string.Empty : string.Concat(_text.AsSpan(0, BodyLength), _text.AsSpan(CompactLength));

    /// <summary>Compares by the ordinal order of the texts; the empty value comes first.</summary>
    public int CompareTo(OrganizationCode other) => string.CompareOrdinal(_text, other._text);

    /// <summary>The canonical text, for example <c>59467239-9</c>; nothing for the empty value.</summary>
    public override string ToString() => _text ?? string.Empty;

    private static int Read(ReadOnlySpan<char> text, string? whole, out OrganizationCode value)
    {
        value = default;
        Span<char> letters = stackalloc char[CompactLength + 1];
        Span<int> places = stackalloc int[CompactLength + 1];
        var beyond = PrintedText.Compact(text, letters, places, out var length);
        if (beyond >= 0)
        {
            return beyond;
        }

        if (length == CompactLength + 1)
        {
            if (letters[BodyLength] != '-')
            {
                return places[BodyLength];
            }

            letters[CompactLength..length].CopyTo(letters[BodyLength..]);
            places[BodyLength] = places[CompactLength];
            length--;
        }

        for (var i = 0; i < length; i++)
        {
            letters[i] = char.ToUpperInvariant(letters[i]);
            if (!char.IsAsciiLetterUpper(letters[i]) && !char.IsAsciiDigit(letters[i]))
            {
                return places[i];
            }
        }

        if (length < CompactLength)
        {
            return text.Length;
        }

        if (!TryComputeCheckDigit(letters[..BodyLength], out var digit) || digit != letters[BodyLength])
        {
            return places[BodyLength];
        }

        ReadOnlySpan<char> canonical = [.. letters[..BodyLength], '-', digit];
        value = new(whole is not null && canonical.SequenceEqual(whole) ? whole : canonical.ToString());
        return -1;
    }

    private static bool TryComputeCheckDigit(ReadOnlySpan<char> body, out char digit)
    {
        digit = default;
        if (body.Length != BodyLength)
        {
            return false;
        }

        var sum = 0;
        for (var i = 0; i < BodyLength; i++)
        {
            var c = body[i];
            if (!char.IsAsciiDigit(c) && !char.IsAsciiLetterUpper(c))
            {
                return false;
            }

            sum += (char.IsAsciiDigit(c) ? c - '0' : c - 'A' + 10) * Weights[i];
        }

        digit = (11 - (sum % 11)) switch { 11 => '0', 10 => 'X', var rest => (char)('0' + rest) };
        return true;
    }
}
