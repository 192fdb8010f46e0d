using System.Diagnostics;
using System.Text;
using System.Text.Json.Serialization;

namespace KejiDomain;

/// <summary>The title of a document (文件标题), with the titles that it cites inside it: 关于印发《河南省科技创新平台建设与管理办法》的通知.</summary>
/// <remarks>
/// <para>Canonical is the bare title, without marks around it: titles it cites stand in 《》, what those cite in 〈〉, and so in turn. In quotation (<see cref="ToQuotedString"/>) the whole stands in 《》
/// and every level inside changes its marks, as GB/T 15834 prescribes. The printed forms that are read: bare or in marks; any of 《》 〈〉 and half-width and full-width angle brackets at any level,
/// if they are balanced; blanks around it.</para>
/// <para>Two titles side by side (《甲》《乙》) are no title, and neither is one with its number behind it. In JSON only the canonical form stands. Order: ordinal by text.
/// <c>default</c> is empty: the writer refuses it.</para>
/// </remarks>
/// <example><code>
/// var title = DocumentTitle.Parse("《关于印发〈河南省专利奖励办法〉的通知》");
/// title.ToString()            // 关于印发《河南省专利奖励办法》的通知
/// title.ToQuotedString()      // 《关于印发〈河南省专利奖励办法〉的通知》
/// title.Cited[0].ToString()   // 河南省专利奖励办法
/// title.ImpliedKind           // notice
/// </code></example>
[JsonConverter(typeof(TextValueJsonConverter<DocumentTitle>))]
[DebuggerDisplay("{ToString(),nq}")]
public readonly record struct DocumentTitle : ITextValue<DocumentTitle>
{
    /// <summary>The greatest length of a title in UTF-16 units (最大长度).</summary>
    public const int MaxLength = 500;

    private const int MaxDepth = 16;

    private const string Marks = "《》〈〉";

    private readonly string? _text;

    private DocumentTitle(string text) => _text = text;

    /// <inheritdoc/>
    public static TextFormat Format { get; } =
        new("document title", "文件标题", "^[^\\u0000-\\u0020\\u007f<>〈〉]([^\\u0000-\\u001f\\u007f]*[^\\u0000-\\u0020\\u007f<>〈])?$", "关于印发《工作规则》的通知", IssueCodes.InvalidLiteral, MaxLength);

    /// <inheritdoc/>
    public bool IsEmpty => _text is null;

    /// <summary>The titles that this one cites directly (所引文件), in order; what they cite in turn, they say.</summary>
    public ValueList<DocumentTitle> Cited
    {
        get
        {
            if (_text is null || !_text.Contains('《'))
            {
                return [];
            }

            var cited = new List<DocumentTitle>();
            var depth = 0;
            var start = 0;
            for (var i = 0; i < _text.Length; i++)
            {
                if (IsOpener(_text[i]) && depth++ == 0)
                {
                    start = i + 1;
                }
                else if (IsCloser(_text[i]) && --depth == 0)
                {
                    cited.Add(new(Alternate(_text.AsSpan(start, i - start), outer: 0)));
                }
            }

            return cited.ToValueList();
        }
    }

    /// <summary>The kind of document (文种) that the last words name, or null where they name none; a remark in round brackets at the end is passed over.</summary>
    /// <example>…的通知 is <c>notice</c>, …管理办法(试行) <c>trial-measures</c>, …三年行动方案(2022-2024年) <c>action-plan</c>.</example>
    public DocumentKind? ImpliedKind => _text is null ? null : Kinds.Of(_text);

    /// <summary>Reads a printed title.</summary>
    /// <param name="text">A title, bare or in 《》.</param>
    /// <exception cref="FormatException">The text is not a title; the message says where it fails.</exception>
    public static DocumentTitle Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Parse(text.AsSpan(), null);
    }

    /// <inheritdoc/>
    public static DocumentTitle Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc/>
    public static DocumentTitle Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        Read(s, null, out var value) is >= 0 and var position ? throw PrintedText.Failure(Format, s, position) : value;

    /// <summary>Reads a printed title, if the text is one.</summary>
    /// <param name="text">The text; one that is canonical is kept and nothing allocated.</param>
    /// <param name="value">The title, or <c>default</c>.</param>
    public static bool TryParse(string? text, out DocumentTitle value) => Read(text, text, out value) < 0;

    /// <summary>Reads a printed title, if the text is one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The title, or <c>default</c>.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out DocumentTitle value) => Read(text, null, out value) < 0;

    /// <inheritdoc/>
    public static bool TryParse(string? s, IFormatProvider? provider, out DocumentTitle result) => TryParse(s, out result);

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out DocumentTitle result) => TryParse(s, out result);

    static bool ITextValue<DocumentTitle>.TryParse(ReadOnlySpan<char> text, out DocumentTitle value)
    {
        if (TryParse(text, out value) && text.SequenceEqual(value._text))
        {
            return true;
        }

        value = default;
        return false;
    }

    /// <summary>The title in quotation (加书名号): 《…》 around it, 〈〉 around what it cites.</summary>
    public string ToQuotedString() => _text is null ? string.Empty : $"《{Alternate(_text, outer: 1)}》";

    /// <summary>Compares by the ordinal order of the texts; the empty value comes first.</summary>
    public int CompareTo(DocumentTitle other) => string.CompareOrdinal(_text, other._text);

    /// <summary>The bare title; nothing for the empty value.</summary>
    public override string ToString() => _text ?? string.Empty;

    private static bool IsOpener(char c) => c is '《' or '〈' or '<' or '\uFF1C';

    private static bool IsCloser(char c) => c is '》' or '〉' or '>' or '\uFF1E';

    // -1 for a title, else the position at which the text stops being one.
    private static int Read(ReadOnlySpan<char> text, string? whole, out DocumentTitle value)
    {
        value = default;
        var start = 0;
        var end = text.Length;
        while (start < end && PrintedText.IsBlank(text[start]))
        {
            start++;
        }

        while (end > start && PrintedText.IsBlank(text[end - 1]))
        {
            end--;
        }

        if (start == end)
        {
            return text.Length;
        }

        if (end - start > MaxLength)
        {
            return start + MaxLength;
        }

        var fault = Check(text, start, end, out var closesAt, out var hasWords);
        if (fault >= 0)
        {
            return fault;
        }

        var isQuoted = IsOpener(text[start]) && closesAt == end - 1;
        if (!isQuoted && !hasWords)
        {
            return start;
        }

        var canonical = Alternate(isQuoted ? text[(start + 1)..(end - 1)] : text[start..end], outer: 0);
        value = new(canonical == whole ? whole : canonical);
        return -1;
    }

    // -1 where marks are balanced, every level has words of its own and every letter may stand in a title; closesAt is where the first mark is closed.
    private static int Check(ReadOnlySpan<char> text, int start, int end, out int closesAt, out bool hasWords)
    {
        closesAt = -1;
        hasWords = false;
        Span<bool> words = stackalloc bool[MaxDepth + 1];
        words.Clear();
        var depth = 0;
        for (var i = start; i < end; i++)
        {
            var c = text[i];
            if (IsOpener(c))
            {
                if (++depth > MaxDepth || i + 1 == end || PrintedText.IsBlank(text[i + 1]))
                {
                    return Math.Min(i + (depth > MaxDepth ? 0 : 1), text.Length);
                }

                words[depth] = false;
            }
            else if (IsCloser(c))
            {
                if (depth == 0 || !words[depth] || PrintedText.IsBlank(text[i - 1]))
                {
                    return i;
                }

                depth--;
                closesAt = depth == 0 && closesAt < 0 ? i : closesAt;
            }
            else if (char.IsControl(c) || c is '\u2028' or '\u2029' || (char.IsSurrogate(c) && !IsPaired(text, i)))
            {
                return i;
            }
            else
            {
                words[depth] |= char.IsLetterOrDigit(c) || char.IsSurrogate(c);
            }
        }

        hasWords = words[0];
        return depth == 0 ? -1 : end;
    }

    private static bool IsPaired(ReadOnlySpan<char> text, int at) => char.IsHighSurrogate(text[at])
        ? at + 1 < text.Length && char.IsLowSurrogate(text[at + 1])
        : at > 0 && char.IsHighSurrogate(text[at - 1]);

    // Levels take 《》 and 〈〉 in turn, beginning with the level given.
    private static string Alternate(ReadOnlySpan<char> text, int outer)
    {
        var builder = new StringBuilder(text.Length);
        var depth = outer;
        foreach (var c in text)
        {
            builder.Append(IsOpener(c) ? Marks[depth++ % 2 * 2] : IsCloser(c) ? Marks[(--depth % 2 * 2) + 1] : c);
        }

        return builder.ToString();
    }

    private static class Kinds
    {
        private static readonly (string Label, DocumentKind Kind)[] Labels = [.. DocumentKind.CodeList.Definitions.AsSpan().ToArray()
            .SelectMany(d => d.Alternatives.AsSpan().ToArray().Prepend(d.Zh).Select(label => (Normal(label), DocumentKind.Parse(d.Code))))
            .Where(entry => entry.Item1.Length > 1)
            .OrderByDescending(entry => entry.Item1.Length)];

        public static DocumentKind? Of(string title)
        {
            var text = Normal(title);
            var words = text.EndsWith(')') && text.LastIndexOf('(') is > 0 and var remark ? text[..remark] : text;
            foreach (var (label, kind) in Labels)
            {
                if (text.EndsWith(label, StringComparison.Ordinal) || words.EndsWith(label, StringComparison.Ordinal))
                {
                    return kind;
                }
            }

            return null;
        }

        private static string Normal(string label) => label.Replace('\uFF08', '(').Replace('\uFF09', ')');
    }
}
