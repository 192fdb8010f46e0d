using System.Diagnostics;
using System.Text.Json.Serialization;

namespace KejiDomain;

/// <summary>One post of a printed title (职务): what post, in which body, on which line.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record HeldPost
{
    /// <summary>The post (职务).</summary>
    [JsonPropertyName("post")]
    public required OfficialPost Post { get; init; }

    /// <summary>The body or the place in which it is held (任职单位).</summary>
    [JsonPropertyName("body")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Party? Body { get; init; }

    /// <summary>The line (条线), only where the post alone does not tell it.</summary>
    [JsonPropertyName("line")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PostLine? Line { get; init; }

    /// <summary>The post.</summary>
    public override string ToString() => Post.Definition?.Zh ?? Post.ToString();
}
