using System.Diagnostics;
using System.Text.Json.Serialization;

namespace KejiDomain;

/// <summary>How a document relates to another, or to what it reports, implements or lays down (文件关系).</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record DocumentLink : IStatement
{
    /// <summary>The relation (关系).</summary>
    [JsonPropertyName("kind")]
    public required DocumentRelation Kind { get; init; }

    /// <summary>The other document (文件), or the meeting, program or work that it is about.</summary>
    [JsonPropertyName("to")]
    public required Reference To { get; init; }

    /// <summary>The words that say it (依据); none where the record around it has them.</summary>
    [JsonPropertyName("evidence")]
    [JsonConverter(typeof(EvidenceListJsonConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<Evidence> Evidence { get; init; }

    /// <summary>Relation and document.</summary>
    public override string ToString() => $"{Kind} {To}";
}
