using System.Diagnostics;
using System.Text.Json.Serialization;

namespace KejiDomain;

/// <summary>A place without a GB/T 2260 code that the data set declares (地域单元): a functional zone, a region across provinces, a town, an unnamed city.</summary>
/// <remarks>A division that has a GB/T 2260 code is never declared: its code says what it is.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record AdministrativeUnit : IEntity
{
    private readonly Optional<PlaceReference> _parent;

    private readonly Optional<PlaceReference> _governedBy;

    private readonly Optional<AdministrativeLevel> _level;

    /// <summary>The identifier (标识) of the unit in the data set.</summary>
    [JsonPropertyName("id")]
    public required UnitId Id { get; init; }

    /// <summary>What kind of place it is (类别).</summary>
    [JsonPropertyName("kind")]
    public required UnitKind Kind { get; init; }

    /// <summary>The name (名称), without quotation marks.</summary>
    [JsonPropertyName("name")]
    public required LocalizedText Name { get; init; }

    /// <summary>Other names (别名) of the same thing, in the order of the text.</summary>
    [JsonPropertyName("aliases")]
    [JsonConverter(typeof(ValueListJsonConverter<LocalizedText>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<LocalizedText> Aliases { get; init; }

    /// <summary>The place it lies in (上级地域); a region across provinces has members instead.</summary>
    [JsonPropertyName("parent")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PlaceReference? Parent
    {
        get => _parent;
        init => _parent = value;
    }

    /// <summary>The place whose government runs it (管辖地), where that is not the parent.</summary>
    [JsonPropertyName("governedBy")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PlaceReference? GovernedBy
    {
        get => _governedBy;
        init => _governedBy = value;
    }

    /// <summary>The places that make it up (成员), as an “one zone, four parks” lists its parks.</summary>
    [JsonPropertyName("members")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PartyList? Members { get; init; }

    /// <summary>The level that the source gives it (级别), a claim that may be disputed.</summary>
    [JsonPropertyName("level")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AdministrativeLevel? Level
    {
        get => _level;
        init => _level = value;
    }

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

    /// <summary>The words that say it (依据), each item an independent attestation.</summary>
    [JsonPropertyName("evidence")]
    [JsonConverter(typeof(EvidenceListJsonConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<Evidence> Evidence { get; init; }

    /// <summary>The name.</summary>
    public override string ToString() => Name.Zh;

    Reference IEntity.Key => Id;
}
