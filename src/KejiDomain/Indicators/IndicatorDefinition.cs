using System.Diagnostics;
using System.Text.Json.Serialization;

namespace KejiDomain;

/// <summary>What an indicator of this data set counts (指标定义), where the library's list lacks it.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record IndicatorDefinition : IStatement
{
    private readonly Optional<Indicator> _denominator;

    /// <summary>The indicator's code (指标).</summary>
    [JsonPropertyName("id")]
    public required Indicator Id { get; init; }

    /// <summary>The name (名称), without quotation marks.</summary>
    [JsonPropertyName("name")]
    public required LocalizedText Name { get; init; }

    /// <summary>The unit in which it is counted (单位).</summary>
    [JsonPropertyName("unit")]
    public required UnitOfMeasure Unit { get; init; }

    /// <summary>What a ratio divides by (分母).</summary>
    [JsonPropertyName("denominator")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Indicator? Denominator
    {
        get => _denominator;
        init => _denominator = value;
    }

    /// <summary>Whether money is counted at the prices of the day (现价).</summary>
    [JsonPropertyName("nominal")]
    [JsonConverter(typeof(OptionalJsonConverter<bool, FlagJsonConverter>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Nominal { get; init; }

    /// <summary>The words that say it (依据); none where the record around it has them.</summary>
    [JsonPropertyName("evidence")]
    [JsonConverter(typeof(EvidenceListJsonConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<Evidence> Evidence { get; init; }

    /// <summary>The name.</summary>
    public override string ToString() => Name.Zh;
}
