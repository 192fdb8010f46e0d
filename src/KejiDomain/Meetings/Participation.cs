using System.Diagnostics;
using System.Text.Json.Serialization;

namespace KejiDomain;

/// <summary>Who took part in a meeting in one role (参会).</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record Participation : IStatement
{
    /// <summary>The role (角色).</summary>
    [JsonPropertyName("role")]
    public required ParticipantRole Role { get; init; }

    /// <summary>Who had it (人员、单位).</summary>
    [JsonPropertyName("parties")]
    public required PartyList Parties { get; init; }

    /// <summary>The words that say it (依据); none where the record around it has them.</summary>
    [JsonPropertyName("evidence")]
    [JsonConverter(typeof(EvidenceListJsonConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<Evidence> Evidence { get; init; }

    /// <summary>Role and parties.</summary>
    public override string ToString() => $"{Role} {Parties}";
}
