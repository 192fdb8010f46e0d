using System.Diagnostics;
using System.Text.Json.Serialization;

namespace KejiDomain;

/// <summary>How one document relates to another (文件关系).</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record DocumentLink : IStatement
{
    /// <summary>The relation (关系).</summary>
    [JsonPropertyName("kind")]
    public required DocumentRelation Kind { get; init; }

    /// <summary>The other document (文件).</summary>
    [JsonPropertyName("to")]
    public required DocumentId To { get; init; }

    /// <summary>The words that say it (依据); none where the record around it has them.</summary>
    [JsonPropertyName("evidence")]
    [JsonConverter(typeof(EvidenceListJsonConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<Evidence> Evidence { get; init; }

    /// <summary>Relation and document.</summary>
    public override string ToString() => $"{Kind} {To}";
}
