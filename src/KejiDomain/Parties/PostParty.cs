using System.Diagnostics;
using System.Text.Json.Serialization;

namespace KejiDomain;

/// <summary>A post without a person (职务主体): *省长.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record PostParty : Party
{
    /// <summary>The post (职务).</summary>
    [JsonPropertyName("post")]
    public required OfficialPost Post { get; init; }

    /// <summary>The body or place in which it is held (任职单位).</summary>
    [JsonPropertyName("body")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Party? Body { get; init; }

    /// <summary>The title as printed (职务原文).</summary>
    [JsonPropertyName("title")]
    [JsonConverter(typeof(TextJsonConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Title { get; init; }

    /// <summary>The title or the post.</summary>
    public override string ToString() => Title ?? Post.Definition?.Zh ?? Post.ToString();
}
