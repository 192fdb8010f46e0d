using System.Diagnostics;
using System.Text.Json.Serialization;

namespace KejiDomain;

/// <summary>A slogan that counts (数字口号): 1472 is 1, 4, 7 and 2, 一核三城 is 1 核 and 3 城; never a quantity.</summary>
/// <remarks>
/// <para>What the text alone tells is read: digits one by one (1472, 126, 四六四五; three or more, without zero), sums (1+8, 1+N, *+*), counted nouns in a row or joined by 、
/// (一核三城, 九解一协调, 一区多园, 一个中心、四个基地), one counted noun with 大 or 个 (八大工程, 两个关键, 六个一) or of a spatial layout and its like (三城, 双倍增). Quotation marks around it, full width
/// and blanks are read over. A redacted count is <see cref="MissingReason.Redacted"/>, N and 多 are <see cref="MissingReason.Unknown"/>. A part has a role where its noun names one.</para>
/// <para>The numeral of a plan, a grade, a version, an edition, a year, an anniversary or a quantity is no count of parts (十三五, 4N, 2.0版, 第一次会议, 75周年, 人才20条), and neither is an idiom (五湖四海)
/// or a distributive (一企一策): such a text is refused, and so is one that does not tell (三农, 863). Where it is a slogan nevertheless, <see cref="Create"/> takes the parts.</para>
/// </remarks>
/// <example><code>
/// NumberedSlogan.Parse("一核三城").Parts      // [1核, 3城]
/// NumberedSlogan.Parse("1472").Parts          // [1, 4, 7, 2]
/// NumberedSlogan.TryParse("十三五", out _)    // false
/// NumberedSlogan.Create("一企一策", SloganPart.Of(1, "企"), SloganPart.Of(1, "策"))
/// </code></example>
[DebuggerDisplay("{ToString(),nq}")]
public sealed partial record NumberedSlogan
{
    /// <summary>The slogan as read (口号), without quotation marks.</summary>
    [JsonPropertyName("text")]
    [JsonConverter(typeof(TextJsonConverter))]
    public required string Text { get; init; }

    /// <summary>Its parts in order (部分).</summary>
    [JsonPropertyName("parts")]
    [JsonConverter(typeof(ValueListJsonConverter<SloganPart>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<SloganPart> Parts { get; init; }

    /// <summary>The text.</summary>
    public override string ToString() => Text;
}
