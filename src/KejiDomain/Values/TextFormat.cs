using System.Buffers;
using System.Diagnostics;

namespace KejiDomain;

/// <summary>The lexical form (格式) of one kind of text value, as the schema and the issues describe it.</summary>
/// <param name="name">The kind's name in English, as a message uses it.</param>
/// <param name="nameZh">The kind's name in Chinese.</param>
/// <param name="pattern">An anchored regular expression that means the same in JavaScript, Python and .NET.</param>
/// <param name="example">A text that matches.</param>
/// <param name="issueCode">The code of the issue that a text of the wrong form gives.</param>
/// <param name="maxLength">The greatest length in UTF-16 units, or null where the pattern bounds it.</param>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class TextFormat(string name, string nameZh, string pattern, string example, string issueCode, int? maxLength = null)
{
    internal const string SlugPattern = "^[a-z][a-z0-9]*(-[a-z0-9]+)*$";

    internal const int SlugLength = 64;

    internal const string SchemaPrefix = "urn:keji-domain:schema:policy-dataset:";

    private const int FileNameLength = 255;

    private static readonly SearchValues<char> LowerHexadecimal = SearchValues.Create("0123456789abcdef");

    private static readonly SearchValues<char> OfSlugs = SearchValues.Create("-0123456789abcdefghijklmnopqrstuvwxyz");

    private static readonly SearchValues<char> OfUnits = SearchValues.Create("-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>The kind's name in English, for example <c>identifier</c>.</summary>
    public string Name { get; } = name;

    /// <summary>The kind's name in Chinese (名称).</summary>
    public string NameZh { get; } = nameZh;

    /// <summary>An anchored regular expression (正则表达式) that means the same in JavaScript, Python and .NET.</summary>
    public string Pattern { get; } = pattern;

    /// <summary>A text that matches the pattern (示例).</summary>
    public string Example { get; } = example;

    /// <summary>The permanent code of the issue that a text of the wrong form gives, for example <c>KD2001</c>.</summary>
    public string IssueCode { get; } = issueCode;

    /// <summary>The greatest length in UTF-16 units (最大长度), or null where the pattern bounds it.</summary>
    public int? MaxLength { get; } = maxLength;

    /// <summary>The format of the values of a type (类型的格式), where it is known only at run time, as in the making of an OpenAPI document.</summary>
    /// <param name="type">The type, or its nullable form.</param>
    /// <returns>The format, or null where the type is not always one text on the wire.</returns>
    public static TextFormat? Of(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return KejiJson.TypeInfoResolver.GetTypeInfo(Nullable.GetUnderlyingType(type) ?? type, KejiJson.Options)?.Converter is IShapedConverter { Shape: JsonShape.Text text } ? text.Format : null;
    }

    internal static TextFormat Identifier { get; } =
        new("identifier", "标识", SlugPattern, "p1472", IssueCodes.InvalidIdentifier, SlugLength);

    internal static TextFormat Code { get; } =
        new("code", "代码", SlugPattern, "action-plan", IssueCodes.InvalidCode, SlugLength);

    internal static TextFormat Digest { get; } =
        new("SHA-256 digest", "SHA-256 摘要", "^[0-9a-f]{64}$", new string('0', 64), IssueCodes.InvalidDigest);

    internal static TextFormat FileName { get; } =
        new("file name", "文件名", "^(\\.{0,2}[^./\\\\:\\u0000-\\u001f][^/\\\\:\\u0000-\\u001f]*|\\.{3}[^/\\\\:\\u0000-\\u001f]*)$", "002_ff652e3518f754e5.txt", IssueCodes.InvalidFileName, FileNameLength);

    internal static TextFormat Version { get; } =
        new("format version", "格式版本", "^[1-9][0-9]{0,3}\\.(0|[1-9][0-9]{0,3})$", "1.0", IssueCodes.InvalidVersion);

    internal static TextFormat SchemaName { get; } = new(
        "schema name", "模式名称", "^urn:keji-domain:schema:policy-dataset:[1-9][0-9]{0,3}\\.(0|[1-9][0-9]{0,3})$", SchemaPrefix + "1.0", IssueCodes.InvalidSchemaName);

    // SDMX and ISO 4217 write CNY in capitals.
    internal static TextFormat UnitCode { get; } =
        new("unit code", "单位代码", "^[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$", "CNY", IssueCodes.InvalidCode, SlugLength);

    /// <summary>Name and pattern.</summary>
    public override string ToString() => $"{Name} {Pattern}";

    internal static bool IsUnitCode(ReadOnlySpan<char> text) => IsWords(text, OfUnits);

    /// <summary>Whether a text is lower-case ASCII words joined by single hyphens, at most 64 long.</summary>
    internal static bool IsSlug(ReadOnlySpan<char> text) => IsWords(text, OfSlugs);

    internal static bool IsDigest(ReadOnlySpan<char> text) => text.Length == 64 && !text.ContainsAnyExcept(LowerHexadecimal);

    // A name that reaches no other folder on any system; `.` and `..` are folders.
    internal static bool IsFileName(ReadOnlySpan<char> text) =>
        text.Length is > 0 and <= FileNameLength
        && text is not "." and not ".."
        && !text.ContainsAny('/', '\\', ':')
        && !text.ContainsAnyInRange('\u0000', '\u001f')
        && TextSafety.IsWellFormed(text);

    internal static bool IsVersion(ReadOnlySpan<char> text)
    {
        var dot = text.IndexOf('.');
        return dot > 0 && IsWholeNumber(text[..dot]) && text[0] != '0' && IsWholeNumber(text[(dot + 1)..]);
    }

    internal static bool IsSchemaName(ReadOnlySpan<char> text) => text.StartsWith(SchemaPrefix) && IsVersion(text[SchemaPrefix.Length..]);

    internal static T Parse<T>(ReadOnlySpan<char> text)
        where T : struct, ITextValue<T> =>
        T.TryParse(text, out var value)
            ? value
            : throw new FormatException($"'{TextSafety.Excerpt(text)}' is not a valid {T.Format.Name}; a valid one is '{T.Format.Example}'.");

    private static bool IsWholeNumber(ReadOnlySpan<char> digits) =>
        digits.Length is > 0 and <= 4 && (digits.Length == 1 || digits[0] != '0') && !digits.ContainsAnyExceptInRange('0', '9');

    // Letters and digits in words that single hyphens join; a letter comes first.
    private static bool IsWords(ReadOnlySpan<char> text, SearchValues<char> allowed) =>
        text.Length is > 0 and <= SlugLength
        && !text.ContainsAnyExcept(allowed)
        && char.IsAsciiLetter(text[0])
        && text[^1] != '-'
        && text.IndexOf("--") < 0;
}
