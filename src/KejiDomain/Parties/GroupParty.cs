using System.Diagnostics;
using System.Text.Json.Serialization;

namespace KejiDomain;

/// <summary>A group in words (群体), with a head count where one is printed: 市直有关部门分管领导.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record GroupParty : Party
{
    private readonly Aside<Measure>? _count;

    /// <summary>Who they are (群体), in a few words.</summary>
    [JsonPropertyName("group")]
    [JsonConverter(typeof(TextJsonConverter))]
    public required string Group { get; init; }

    /// <summary>How many they are (人数).</summary>
    [JsonPropertyName("count")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Measure? Count
    {
        get => _count?.Value;
        init => _count = Aside<Measure>.Of(value);
    }

    /// <summary>The words.</summary>
    public override string ToString() => Group;
}
