using System.Diagnostics;
using System.Text.Json.Serialization;

namespace KejiDomain;

/// <summary>Points (引用) to a record of any kind in the same data set by its identifier, or to an administrative division by its GB/T 2260 code.</summary>
/// <example><c>p1472</c>, <c>410600</c></example>
[JsonConverter(typeof(TextValueJsonConverter<Reference>))]
[DebuggerDisplay("{ToString(),nq}")]
public readonly record struct Reference : ITextValue<Reference>, IKeptText<Reference>
{
    internal const string Pattern = "^([1-9][0-9]{5}|[a-z][a-z0-9]*(-[a-z0-9]+)*)$";

    private readonly string? _text;

    private Reference(string text) => _text = text;

    static TextKinds IKeptText<Reference>.Kind => TextKinds.Reference;

    static Reference IKeptText<Reference>.Keep(string text) => new(text);

    // Every identifier has the form of a reference.
    internal static Reference Of(string identifier) => new(identifier);

    /// <inheritdoc/>
    public static TextFormat Format { get; } = new("reference", "引用", Pattern, "p1472", IssueCodes.InvalidReference, TextFormat.SlugLength);

    /// <inheritdoc/>
    public bool IsEmpty => _text is null;

    /// <summary>Whether this is a GB/T 2260 code (行政区划代码) and not an identifier.</summary>
    public bool IsDivision => _text is not null && char.IsAsciiDigit(_text[0]);

    /// <summary>A place as a reference.</summary>
    /// <param name="place">The place.</param>
    public static implicit operator Reference(PlaceReference place) => place.IsEmpty ? default : new(place.ToString());

    /// <summary>Reads a reference.</summary>
    /// <param name="text">An identifier or a six-digit code.</param>
    /// <exception cref="FormatException">The text is neither.</exception>
    public static Reference Parse(string text) => TextFormat.Parse<Reference>(text);

    /// <inheritdoc/>
    public static Reference Parse(string s, IFormatProvider? provider) => TextFormat.Parse<Reference>(s);

    /// <inheritdoc/>
    public static Reference Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => TextFormat.Parse<Reference>(s);

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> text, out Reference value)
    {
        value = IsValid(text) ? new(text.ToString()) : default;
        return value._text is not null;
    }

    /// <inheritdoc/>
    public static bool TryParse(string? s, IFormatProvider? provider, out Reference result)
    {
        // A string that is at hand is kept, so that nothing is allocated.
        result = s is not null && IsValid(s) ? new(s) : default;
        return result._text is not null;
    }

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Reference result) => TryParse(s, out result);

    /// <summary>Compares by the ordinal order of the texts.</summary>
    public int CompareTo(Reference other) => string.CompareOrdinal(_text, other._text);

    /// <summary>The identifier or code itself.</summary>
    public override string ToString() => _text ?? string.Empty;

    private static bool IsValid(ReadOnlySpan<char> text) => TextFormat.IsSlug(text) || PlaceReference.IsDivisionCode(text);
}
