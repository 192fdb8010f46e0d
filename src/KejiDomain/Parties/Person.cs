using System.Diagnostics;
using System.Text.Json.Serialization;

namespace KejiDomain;

/// <summary>A person (人物) whom the source names.</summary>
/// <remarks>What posts somebody held is said by an <see cref="Appointment"/>; whoever is named without a title has none.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record Person : IEntity
{
    /// <summary>The identifier (标识) of the person in the data set.</summary>
    [JsonPropertyName("id")]
    public required PersonId Id { get; init; }

    /// <summary>The name (名称), without quotation marks.</summary>
    [JsonPropertyName("name")]
    public required LocalizedText Name { get; init; }

    /// <summary>Other names (别名) of the same thing, in the order of the text.</summary>
    [JsonPropertyName("aliases")]
    [JsonConverter(typeof(ValueListJsonConverter<LocalizedText>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<LocalizedText> Aliases { get; init; }

    /// <summary>Identifiers (外部标识) in schemes of others.</summary>
    [JsonPropertyName("identifiers")]
    [JsonConverter(typeof(ValueListJsonConverter<ExternalIdentifier>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<ExternalIdentifier> Identifiers { get; init; }

    /// <summary>The words that say it (依据), each item an independent attestation.</summary>
    [JsonPropertyName("evidence")]
    [JsonConverter(typeof(EvidenceListJsonConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<Evidence> Evidence { get; init; }

    /// <summary>The name.</summary>
    public override string ToString() => Name.Zh;

    Reference IEntity.Key => Id;
}
