using System.Diagnostics;
using System.Text.Json.Serialization;

namespace KejiDomain;

/// <summary>How often something repeats on end (连续).</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record Run
{
    /// <summary>Over how many years (年数); absent where the count is missing.</summary>
    [JsonPropertyName("years")]
    [JsonConverter(typeof(OptionalJsonConverter<int, OrdinalJsonConverter>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Years { get; init; }

    /// <summary>The years.</summary>
    public override string ToString() => $"{Years} years";
}
