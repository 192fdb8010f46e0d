using System.Diagnostics;
using System.Text.Json.Serialization;

namespace KejiDomain;

/// <summary>A name or title (名称) in Chinese, with its English and its pinyin where somebody gave them.</summary>
/// <example><c>{ "zh": "鹤壁市科技创新委员会", "en": "Hebi S&amp;T Innovation Commission" }</c></example>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record LocalizedText
{
    /// <summary>The Chinese text (中文), as read: simplified characters, damage repaired.</summary>
    [JsonPropertyName("zh")]
    [JsonConverter(typeof(TextJsonConverter))]
    public required string Zh { get; init; }

    /// <summary>The English text (英文), usually the project's own translation.</summary>
    [JsonPropertyName("en")]
    [JsonConverter(typeof(TextJsonConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? En { get; init; }

    /// <summary>The reading in Hanyu Pinyin (拼音, GB/T 16159), for example <c>Hèbì</c>.</summary>
    [JsonPropertyName("pinyin")]
    [JsonConverter(typeof(TextJsonConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Pinyin { get; init; }

    /// <summary>A text that is known in Chinese only.</summary>
    /// <param name="zh">The Chinese text.</param>
    public static implicit operator LocalizedText(string zh) => FromZh(zh);

    /// <summary>A text that is known in Chinese only.</summary>
    /// <param name="zh">The Chinese text.</param>
    public static LocalizedText FromZh(string zh) => new() { Zh = zh };

    /// <summary>The Chinese text.</summary>
    public override string ToString() => Zh;
}
