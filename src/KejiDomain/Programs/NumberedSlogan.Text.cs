using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace KejiDomain;

public sealed partial record NumberedSlogan : ISpanParsable<NumberedSlogan>
{
    /// <summary>The greatest length of a slogan that is read, in UTF-16 units without blanks (最大长度).</summary>
    public const int MaxLength = 64;

    private const string What = "numbered slogan";

    private const string Example = "一核三城";

    /// <summary>Makes a slogan whose parts the text alone does not tell (逐项给出): 一企一策, 863.</summary>
    /// <param name="text">The slogan, without quotation marks.</param>
    /// <param name="parts">Its parts in order, at least one.</param>
    /// <exception cref="ArgumentException">The text is blank or there are no parts.</exception>
    /// <example><code>NumberedSlogan.Create("一企一策", SloganPart.Of(1, "企"), SloganPart.Of(1, "策"))</code></example>
    public static NumberedSlogan Create(string text, params ReadOnlySpan<SloganPart> parts)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        return parts.IsEmpty
            ? throw new ArgumentException("A slogan has at least one part.", nameof(parts))
            : new() { Text = text, Parts = ValueList.Create(parts) };
    }

    /// <summary>Reads a slogan and its parts.</summary>
    /// <param name="text">A text such as 一核三城, 1472 or 1+8.</param>
    /// <exception cref="FormatException">The text is no slogan, or does not tell its parts; the message says where it fails.</exception>
    public static NumberedSlogan Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Parse(text.AsSpan(), null);
    }

    /// <inheritdoc/>
    public static NumberedSlogan Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc/>
    public static NumberedSlogan Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        SloganGrammar.Read(s, out var slogan) is >= 0 and var position ? throw PrintedText.Failure(What, Example, s, position) : slogan!;

    /// <summary>Reads a slogan and its parts, if the text tells them.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The slogan, or null.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out NumberedSlogan? value) => TryParse(text.AsSpan(), out value);

    /// <summary>Reads a slogan and its parts, if the text tells them.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The slogan, or null.</param>
    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out NumberedSlogan? value) => SloganGrammar.Read(text, out value) < 0;

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out NumberedSlogan result) => TryParse(s, out result);

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, [MaybeNullWhen(false)] out NumberedSlogan result) => TryParse(s, out result);

    /// <summary>The parts in Arabic digits (数字形式), in a form that reads back as the same parts wherever there is one: 1472, 1+8, 1核3城, 1个中心、4个基地.</summary>
    public string ToDigitString() => Format(static count => count.ToString(CultureInfo.InvariantCulture));

    /// <summary>The parts in Chinese numerals (汉字形式), in a form that reads back as the same parts wherever there is one: 一四七二, 一+八, 一核三城, 一个中心、四个基地.</summary>
    public string ToChineseString() => Format(static count => count is 2 ? "两" : HanNumeral.Format(count));

    private string Format(Func<int, string> numeral)
    {
        var own = Text.Contains('个', StringComparison.Ordinal) ? "个" : Text.Contains('大', StringComparison.Ordinal) ? "大" : string.Empty;
        foreach (var (classifier, separator) in (ReadOnlySpan<(string, string)>)[(own, own == "个" ? "、" : string.Empty), (string.Empty, string.Empty), (string.Empty, "、"), ("大", string.Empty), ("个", "、")])
        {
            var text = Join(numeral, classifier, separator);
            if (SloganGrammar.Read(text, out var read) < 0 && SameParts(read!.Parts, Parts))
            {
                return text;
            }
        }

        return Join(numeral, string.Empty, "+");
    }

    private string Join(Func<int, string> numeral, string classifier, string separator)
    {
        var builder = new StringBuilder();
        var isRun = separator.Length == 0 && Parts.AsSpan().ToArray().All(part => part.Noun is null && part.Count is > 0 and < 10);
        foreach (var part in Parts)
        {
            builder.Append(builder.Length > 0 ? separator : string.Empty)
                .Append(part switch
                {
                    { Count: { } digit } when isRun && digit is 2 => numeral(1) is "1" ? "2" : "二",
                    { Count: { } count } => count > 0 ? numeral(Math.Min(count, 9999)) : count.ToString(CultureInfo.InvariantCulture),
                    { Missing: MissingReason.Unknown } => "N",
                    { Missing: not null } => "*",
                    _ => string.Empty,
                })
                .Append(part.Noun is null ? string.Empty : classifier)
                .Append(part.Noun);
        }

        return builder.ToString();
    }

    // The role is the reader's judgement and not in the text.
    private static bool SameParts(ValueList<SloganPart> left, ValueList<SloganPart> right)
    {
        if (left.Count != right.Count)
        {
            return false;
        }

        for (var i = 0; i < left.Count; i++)
        {
            if (left[i] with { Role = null } != right[i] with { Role = null })
            {
                return false;
            }
        }

        return true;
    }
}
