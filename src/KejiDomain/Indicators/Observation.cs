using System.Diagnostics;
using System.Text.Json.Serialization;

namespace KejiDomain;

/// <summary>One figure of a series (观测值): for which period, actual or target, how much, and what is claimed of it.</summary>
/// <remarks>It has no identifier: indicator, place, dimensions, period, modality and ordinal are its key. It has a measure, a claim or both.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record Observation : IStatement
{
    private readonly Optional<ReportingPeriod> _period;

    private readonly Optional<EventId> _event;

    /// <summary>The time it belongs to (时期); absent where the text gives none.</summary>
    [JsonPropertyName("period")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ReportingPeriod? Period
    {
        get => _period;
        init => _period = value;
    }

    /// <summary>Actual, preliminary, forecast or target (性质).</summary>
    [JsonPropertyName("modality")]
    public required Modality Modality { get; init; }

    /// <summary>Which of several (序号), where a source states two for one key.</summary>
    [JsonPropertyName("ordinal")]
    [JsonConverter(typeof(OptionalJsonConverter<int, OrdinalJsonConverter>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Ordinal { get; init; }

    /// <summary>The figure (数值).</summary>
    [JsonPropertyName("measure")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Measure? Measure { get; init; }

    /// <summary>What is claimed of it (主张).</summary>
    [JsonPropertyName("claims")]
    [JsonConverter(typeof(ValueListJsonConverter<Claim>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<Claim> Claims { get; init; }

    /// <summary>The event whose measures belong together (事件).</summary>
    [JsonPropertyName("event")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public EventId? Event
    {
        get => _event;
        init => _event = value;
    }

    /// <summary>The words that say it (依据), each item an independent attestation.</summary>
    [JsonPropertyName("evidence")]
    [JsonConverter(typeof(EvidenceListJsonConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<Evidence> Evidence { get; init; }

    /// <summary>Period and figure.</summary>
    public override string ToString() => string.Join(", ", [$"{Period} {Measure}".Trim(), .. Claims.Select(c => c.ToString())]);
}
