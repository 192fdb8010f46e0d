using System.Diagnostics;
using System.Text.Json.Serialization;

namespace KejiDomain;

/// <summary>What is granted or demanded in figures (规则): for whom, when, on which base, how much.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record Rule : IStatement
{
    private readonly Aside<Measure>? _amount;

    private readonly Aside<Measure>? _rate;

    private readonly Aside<Measure>? _cap;

    private readonly Optional<ReportingPeriod> _period;

    private readonly Optional<ReportingPeriod> _every;

    /// <summary>For whom or what (对象), in words.</summary>
    [JsonPropertyName("for")]
    [JsonConverter(typeof(TextJsonConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? For { get; init; }

    /// <summary>Under which condition (条件), in words.</summary>
    [JsonPropertyName("when")]
    [JsonConverter(typeof(TextJsonConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? When { get; init; }

    /// <summary>What the rate applies to (基数), in words.</summary>
    [JsonPropertyName("base")]
    [JsonConverter(typeof(TextJsonConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Base { get; init; }

    /// <summary>The time for which it holds (时期).</summary>
    [JsonPropertyName("period")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ReportingPeriod? Period
    {
        get => _period;
        init => _period = value;
    }

    /// <summary>Over how many years on end (连续).</summary>
    [JsonPropertyName("run")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Run? Run { get; init; }

    /// <summary>How often (周期): <c>R/P1Y</c> is every year.</summary>
    [JsonPropertyName("every")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ReportingPeriod? Every
    {
        get => _every;
        init => _every = value;
    }

    /// <summary>How much (金额).</summary>
    [JsonPropertyName("amount")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Measure? Amount
    {
        get => _amount?.Value;
        init => _amount = Aside<Measure>.Of(value);
    }

    /// <summary>At which rate (比率).</summary>
    [JsonPropertyName("rate")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Measure? Rate
    {
        get => _rate?.Value;
        init => _rate = Aside<Measure>.Of(value);
    }

    /// <summary>The brackets in order (分段).</summary>
    [JsonPropertyName("brackets")]
    [JsonConverter(typeof(ValueListJsonConverter<RuleBracket>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<RuleBracket> Brackets { get; init; }

    /// <summary>The most there can be (上限).</summary>
    [JsonPropertyName("cap")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Measure? Cap
    {
        get => _cap?.Value;
        init => _cap = Aside<Measure>.Of(value);
    }

    /// <summary>The words that say it (依据); none where the record around it has them.</summary>
    [JsonPropertyName("evidence")]
    [JsonConverter(typeof(EvidenceListJsonConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<Evidence> Evidence { get; init; }

    /// <summary>For whom and how much.</summary>
    public override string ToString() => $"{For} {Amount ?? Rate ?? Cap}";
}
