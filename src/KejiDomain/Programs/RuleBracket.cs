using System.Diagnostics;
using System.Text.Json.Serialization;

namespace KejiDomain;

/// <summary>One bracket of a rule (分段).</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record RuleBracket
{
    /// <summary>From where on (起点), not included.</summary>
    [JsonPropertyName("over")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Measure? Over { get; init; }

    /// <summary>Up to where (终点), included.</summary>
    [JsonPropertyName("to")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Measure? To { get; init; }

    /// <summary>The rate in the bracket (比率).</summary>
    [JsonPropertyName("rate")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Measure? Rate { get; init; }

    /// <summary>The amount in the bracket (金额).</summary>
    [JsonPropertyName("amount")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Measure? Amount { get; init; }

    /// <summary>Whether the rate applies only to what lies in the bracket (超额部分).</summary>
    [JsonPropertyName("marginal")]
    [JsonConverter(typeof(OptionalJsonConverter<bool, FlagJsonConverter>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Marginal { get; init; }

    /// <summary>The bounds and the rate.</summary>
    public override string ToString() => $"{Over}..{To} {Rate ?? Amount}";
}
