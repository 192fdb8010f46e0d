using System.Diagnostics;
using System.Text.Json.Serialization;

namespace KejiDomain;

/// <summary>An organization (机构、单位): a party or government body, a firm, a university, a leading group, a consortium, a platform.</summary>
/// <remarks>An innovation platform is an organization that holds a <see cref="Recognition"/> of a platform class.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record Organization : IEntity
{
    private readonly Optional<PlaceReference> _place;

    private readonly Optional<AdministrativeLevel> _level;

    /// <summary>The identifier (标识) of the organization in the data set.</summary>
    [JsonPropertyName("id")]
    public required OrganizationId Id { get; init; }

    /// <summary>What kind of body it is (类别).</summary>
    [JsonPropertyName("kind")]
    public required OrganizationKind Kind { get; init; }

    /// <summary>The name (名称), without quotation marks.</summary>
    [JsonPropertyName("name")]
    public required LocalizedText Name { get; init; }

    /// <summary>Other names (别名) of the same thing, in the order of the text.</summary>
    [JsonPropertyName("aliases")]
    [JsonConverter(typeof(ValueListJsonConverter<LocalizedText>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<LocalizedText> Aliases { get; init; }

    /// <summary>The body it belongs to (上级单位).</summary>
    [JsonPropertyName("parent")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Party? Parent { get; init; }

    /// <summary>The place it belongs to (所在地).</summary>
    [JsonPropertyName("place")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PlaceReference? Place
    {
        get => _place;
        init => _place = value;
    }

    /// <summary>The level that the source gives it (级别).</summary>
    [JsonPropertyName("level")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AdministrativeLevel? Level
    {
        get => _level;
        init => _level = value;
    }

    /// <summary>Who makes it up (成员单位), for a consortium or an alliance.</summary>
    [JsonPropertyName("members")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PartyList? Members { get; init; }

    /// <summary>Identifiers (外部标识) in schemes of others.</summary>
    [JsonPropertyName("identifiers")]
    [JsonConverter(typeof(ValueListJsonConverter<ExternalIdentifier>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<ExternalIdentifier> Identifiers { get; init; }

    /// <summary>What has become of it (阶段), in the order of the text; stages that exclude each other are both kept.</summary>
    [JsonPropertyName("stages")]
    [JsonConverter(typeof(ValueListJsonConverter<Stage>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<Stage> Stages { get; init; }

    /// <summary>What is claimed of it (主张): growth, rank, record, share, completion.</summary>
    [JsonPropertyName("claims")]
    [JsonConverter(typeof(ValueListJsonConverter<Claim>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<Claim> Claims { get; init; }

    /// <summary>What is said and listed (提纲), as a tree.</summary>
    [JsonPropertyName("outline")]
    [JsonConverter(typeof(ValueListJsonConverter<OutlineNode>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<OutlineNode> Outline { get; init; }

    /// <summary>The words that say it (依据), each item an independent attestation.</summary>
    [JsonPropertyName("evidence")]
    [JsonConverter(typeof(EvidenceListJsonConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<Evidence> Evidence { get; init; }

    /// <summary>The name.</summary>
    public override string ToString() => Name.Zh;

    Reference IEntity.Key => Id;
}
