using System.Diagnostics;
using System.Text.Json.Serialization;

namespace KejiDomain;

/// <summary>One bracket of a rule (分段).</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record RuleBracket
{
    private readonly Aside<Measure>? _over;

    private readonly Aside<Measure>? _to;

    private readonly Aside<Measure>? _rate;

    private readonly Aside<Measure>? _amount;

    /// <summary>From where on (起点), not included.</summary>
    [JsonPropertyName("over")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Measure? Over
    {
        get => _over?.Value;
        init => _over = Aside<Measure>.Of(value);
    }

    /// <summary>Up to where (终点), included.</summary>
    [JsonPropertyName("to")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Measure? To
    {
        get => _to?.Value;
        init => _to = Aside<Measure>.Of(value);
    }

    /// <summary>The rate in the bracket (比率).</summary>
    [JsonPropertyName("rate")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Measure? Rate
    {
        get => _rate?.Value;
        init => _rate = Aside<Measure>.Of(value);
    }

    /// <summary>The amount in the bracket (金额).</summary>
    [JsonPropertyName("amount")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Measure? Amount
    {
        get => _amount?.Value;
        init => _amount = Aside<Measure>.Of(value);
    }

    /// <summary>Whether the rate applies only to what lies in the bracket (超额部分).</summary>
    [JsonPropertyName("marginal")]
    [JsonConverter(typeof(OptionalJsonConverter<bool, FlagJsonConverter>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Marginal { get; init; }

    /// <summary>The bounds and the rate.</summary>
    public override string ToString() => $"{Over}..{To} {Rate ?? Amount}";
}
