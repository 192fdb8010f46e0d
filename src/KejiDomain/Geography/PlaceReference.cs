using System.Diagnostics;
using System.Text.Json.Serialization;

namespace KejiDomain;

/// <summary>Points to a place (地域): a GB/T 2260 division by its code, or a unit that the data set declares by its identifier.</summary>
/// <example><c>410600</c> (鹤壁市), <c>zhengluoxin</c></example>
[JsonConverter(typeof(TextValueJsonConverter<PlaceReference>))]
[DebuggerDisplay("{ToString(),nq}")]
public readonly record struct PlaceReference : ITextValue<PlaceReference>, IKeptText<PlaceReference>
{
    private readonly string? _text;

    private PlaceReference(string text) => _text = text;

    static TextKinds IKeptText<PlaceReference>.Kind => TextKinds.Reference;

    static PlaceReference IKeptText<PlaceReference>.Keep(string text) => new(text);

    /// <inheritdoc/>
    public static TextFormat Format { get; } = new("place", "地域", Reference.Pattern, "410600", IssueCodes.InvalidPlace, TextFormat.SlugLength);

    /// <inheritdoc/>
    public bool IsEmpty => _text is null;

    /// <summary>Whether this is a GB/T 2260 code (行政区划代码) and not the identifier of a declared unit.</summary>
    public bool IsDivision => _text is { Length: > 0 } && char.IsAsciiDigit(_text[0]);

    /// <summary>The division that has the code or had it last (行政区划), or null for a declared unit or a code that the gazetteer does not have.</summary>
    public Division? Division => IsDivision && Gazetteer.TryGetLast(_text, out var division) ? division : null;

    /// <summary>A division as a place.</summary>
    /// <param name="code">The division's code.</param>
    public static implicit operator PlaceReference(DivisionCode code) => code.IsEmpty ? default : new(code.ToString());

    /// <summary>A declared unit as a place.</summary>
    /// <param name="unit">The unit's identifier.</param>
    public static implicit operator PlaceReference(UnitId unit) => unit.IsEmpty ? default : new(unit.ToString());

    /// <summary>Reads a place.</summary>
    /// <param name="text">A six-digit code or the identifier of a unit.</param>
    /// <exception cref="FormatException">The text is neither.</exception>
    public static PlaceReference Parse(string text) => TextFormat.Parse<PlaceReference>(text);

    /// <inheritdoc/>
    public static PlaceReference Parse(string s, IFormatProvider? provider) => TextFormat.Parse<PlaceReference>(s);

    /// <inheritdoc/>
    public static PlaceReference Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => TextFormat.Parse<PlaceReference>(s);

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> text, out PlaceReference value)
    {
        value = IsValid(text) ? new(text.ToString()) : default;
        return value._text is not null;
    }

    /// <inheritdoc/>
    public static bool TryParse(string? s, IFormatProvider? provider, out PlaceReference result)
    {
        // A string that is at hand is kept, so that nothing is allocated.
        result = s is not null && IsValid(s) ? new(s) : default;
        return result._text is not null;
    }

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out PlaceReference result) => TryParse(s, out result);

    /// <summary>Compares by the ordinal order of the texts: codes before identifiers.</summary>
    public int CompareTo(PlaceReference other) => string.CompareOrdinal(_text, other._text);

    /// <summary>The code or identifier itself.</summary>
    public override string ToString() => _text ?? string.Empty;

    internal static bool IsDivisionCode(ReadOnlySpan<char> text) =>
        text.Length == 6 && text[0] is >= '1' and <= '9' && !text.ContainsAnyExceptInRange('0', '9');

    private static bool IsValid(ReadOnlySpan<char> text) => TextFormat.IsSlug(text) || IsDivisionCode(text);
}
