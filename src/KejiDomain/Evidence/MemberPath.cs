using System.Diagnostics;
using System.Text.Json.Serialization;

namespace KejiDomain;

/// <summary>Names a member of the record that the evidence stands on (成员路径): wire names and zero-based places joined by dots.</summary>
/// <example><c>measure.unit</c>, <c>posts.1.body</c></example>
[JsonConverter(typeof(TextValueJsonConverter<MemberPath>))]
[DebuggerDisplay("{ToString(),nq}")]
public readonly record struct MemberPath : ITextValue<MemberPath>, IKeptText<MemberPath>
{
    private const int MaxLength = 200;

    private readonly string? _text;

    private MemberPath(string text) => _text = text;

    static TextKinds IKeptText<MemberPath>.Kind => TextKinds.MemberPath;

    static MemberPath IKeptText<MemberPath>.Keep(string text) => new(text);

    /// <inheritdoc/>
    public static TextFormat Format { get; } =
        new("member path", "成员路径", "^[a-z][A-Za-z0-9]*(\\.([a-z][A-Za-z0-9]*|0|[1-9][0-9]{0,5}))*$", "posts.1.body", IssueCodes.InvalidMemberPath, MaxLength);

    /// <inheritdoc/>
    public bool IsEmpty => _text is null;

    /// <summary>Reads a member path.</summary>
    /// <param name="text">Wire names and zero-based places joined by dots.</param>
    /// <exception cref="FormatException">The text is not a member path.</exception>
    public static MemberPath Parse(string text) => TextFormat.Parse<MemberPath>(text);

    /// <inheritdoc/>
    public static MemberPath Parse(string s, IFormatProvider? provider) => TextFormat.Parse<MemberPath>(s);

    /// <inheritdoc/>
    public static MemberPath Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => TextFormat.Parse<MemberPath>(s);

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> text, out MemberPath value)
    {
        value = IsValid(text) ? new(text.ToString()) : default;
        return value._text is not null;
    }

    /// <inheritdoc/>
    public static bool TryParse(string? s, IFormatProvider? provider, out MemberPath result)
    {
        // A string that is at hand is kept, so that nothing is allocated.
        result = s is not null && IsValid(s) ? new(s) : default;
        return result._text is not null;
    }

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out MemberPath result) => TryParse(s, out result);

    /// <summary>Compares by the ordinal order of the texts.</summary>
    public int CompareTo(MemberPath other) => string.CompareOrdinal(_text, other._text);

    /// <summary>The path itself.</summary>
    public override string ToString() => _text ?? string.Empty;

    /// <summary>Whether the path is this one or leads through it.</summary>
    internal bool IsAtOrBelow(string path) =>
        _text is not null && _text.StartsWith(path, StringComparison.Ordinal) && (_text.Length == path.Length || _text[path.Length] == '.');

    private static bool IsPath(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > MaxLength || !char.IsAsciiLetterLower(text[0]))
        {
            return false;
        }

        foreach (var range in text.Split('.'))
        {
            var part = text[range];
            var fits = part.Length > 0 && (char.IsAsciiLetterLower(part[0])
                ? IsName(part)
                : part.Length <= 6 && (part.Length == 1 || part[0] != '0') && !part.ContainsAnyExceptInRange('0', '9'));
            if (!fits)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsName(ReadOnlySpan<char> part)
    {
        foreach (var c in part)
        {
            if (!char.IsAsciiLetterOrDigit(c))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsValid(ReadOnlySpan<char> text) => IsPath(text);
}
