using System.Diagnostics;
using System.Text.Json.Serialization;

namespace KejiDomain;

/// <summary>The file that was transcribed (源文件).</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record SourceFile
{
    /// <summary>The bare file name (文件名).</summary>
    [JsonPropertyName("name")]
    public required FileName Name { get; init; }

    /// <summary>The SHA-256 digest of its bytes (摘要).</summary>
    [JsonPropertyName("sha256")]
    public required Sha256Digest Sha256 { get; init; }

    /// <summary>Its length in Unicode code points (字符数), without a byte order mark.</summary>
    [JsonPropertyName("length")]
    [JsonConverter(typeof(OrdinalJsonConverter))]
    public required int Length { get; init; }

    /// <summary>The name.</summary>
    public override string ToString() => Name.ToString();
}
