using System.Diagnostics;
using System.Text.Json.Serialization;

namespace KejiDomain;

/// <summary>One stage in the life of anything (阶段): planned, applied for, granted, in force, ended.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record Stage : IStatement
{
    private readonly Optional<ReportingPeriod> _on;

    /// <summary>The printed word (动词): 谋划, 获批, 揭牌, 入库.</summary>
    [JsonPropertyName("verb")]
    [JsonConverter(typeof(TextJsonConverter))]
    public required string Verb { get; init; }

    /// <summary>What it means (阶段).</summary>
    [JsonPropertyName("phase")]
    public required StagePhase Phase { get; init; }

    /// <summary>When (时间).</summary>
    [JsonPropertyName("on")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ReportingPeriod? On
    {
        get => _on;
        init => _on = value;
    }

    /// <summary>By whom (主体).</summary>
    [JsonPropertyName("by")]
    [JsonConverter(typeof(ValueListJsonConverter<Party>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<Party> By { get; init; }

    /// <summary>The words that say it (依据); none where the record around it has them.</summary>
    [JsonPropertyName("evidence")]
    [JsonConverter(typeof(EvidenceListJsonConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<Evidence> Evidence { get; init; }

    /// <summary>The word and the phase.</summary>
    public override string ToString() => $"{Verb} ({Phase})";
}
