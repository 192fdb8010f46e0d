using System.Diagnostics;
using System.Text.Json.Serialization;

namespace KejiDomain;

/// <summary>Parts of a text that state nothing (区域).</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record SourceRegion
{
    /// <summary>Furniture of the site or exhortation (类别).</summary>
    [JsonPropertyName("kind")]
    public required RegionKind Kind { get; init; }

    /// <summary>The spans (引文), each for itself.</summary>
    [JsonPropertyName("cite")]
    [JsonConverter(typeof(OneOrManyJsonConverter<Citation>))]
    public required ValueList<Citation> Cite { get; init; }

    /// <summary>What it is (说明), for example a menu.</summary>
    [JsonPropertyName("why")]
    [JsonConverter(typeof(TextJsonConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Why { get; init; }

    /// <summary>Kind and spans.</summary>
    public override string ToString() => $"{Kind} {Cite}";
}
