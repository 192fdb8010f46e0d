using System.Diagnostics;
using System.Text.Json.Serialization;

namespace KejiDomain;

/// <summary>A slogan that counts (数字口号): 1472 is 1, 4, 7 and 2, 一核三城 is 1 核 and 3 城; never a quantity.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record NumberedSlogan
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
