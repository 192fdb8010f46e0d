using System.Diagnostics;
using System.Text.Json.Serialization;

namespace KejiDomain;

/// <summary>Something that somebody gives to a party (认定、奖励): a prize, an enterprise title, a platform, a city designation, a place on a list.</summary>
/// <remarks>A count of recognitions without a name is an observation; a count beside names is what the list declares.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record Recognition : IEntity
{
    private readonly Optional<AdministrativeLevel> _level;

    private readonly Optional<PlaceReference> _place;

    private readonly Optional<Grade> _grade;

    private readonly Optional<ReportingPeriod> _period;

    private readonly Optional<PartialDate> _on;

    private readonly Optional<RecognitionRole> _role;

    /// <summary>The identifier (标识) of the recognition in the data set.</summary>
    [JsonPropertyName("id")]
    public required RecognitionId Id { get; init; }

    /// <summary>What is given (类别).</summary>
    [JsonPropertyName("class")]
    public required RecognitionClass Class { get; init; }

    /// <summary>The title as printed (名称), where it says more than the class.</summary>
    [JsonPropertyName("name")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LocalizedText? Name { get; init; }

    /// <summary>The level the source gives it (级别).</summary>
    [JsonPropertyName("level")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AdministrativeLevel? Level
    {
        get => _level;
        init => _level = value;
    }

    /// <summary>The place it is given in or for (地域), where that is not the place of the recipients: inside a zone or outside it.</summary>
    [JsonPropertyName("place")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PlaceReference? Place
    {
        get => _place;
        init => _place = value;
    }

    /// <summary>Who gives it (授予单位).</summary>
    [JsonPropertyName("grantors")]
    [JsonConverter(typeof(ValueListJsonConverter<Party>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<Party> Grantors { get; init; }

    /// <summary>The grade (等级).</summary>
    [JsonPropertyName("grade")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Grade? Grade
    {
        get => _grade;
        init => _grade = value;
    }

    /// <summary>The edition (届次): 第十九届 is 19.</summary>
    [JsonPropertyName("edition")]
    [JsonConverter(typeof(OptionalJsonConverter<int, OrdinalJsonConverter>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Edition { get; init; }

    /// <summary>The batch (批次): 第五批 is 5.</summary>
    [JsonPropertyName("batch")]
    [JsonConverter(typeof(OptionalJsonConverter<int, OrdinalJsonConverter>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Batch { get; init; }

    /// <summary>The time it is given for (年度).</summary>
    [JsonPropertyName("period")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ReportingPeriod? Period
    {
        get => _period;
        init => _period = value;
    }

    /// <summary>When it was given (授予日期).</summary>
    [JsonPropertyName("on")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PartialDate? On
    {
        get => _on;
        init => _on = value;
    }

    /// <summary>The part the recipients had in it (参与方式).</summary>
    [JsonPropertyName("role")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RecognitionRole? Role
    {
        get => _role;
        init => _role = value;
    }

    /// <summary>Who receives it (获得者).</summary>
    [JsonPropertyName("recipients")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PartyList? Recipients { get; init; }

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

    /// <summary>The name or the class.</summary>
    public override string ToString() => Name?.Zh ?? Class.Definition?.Zh ?? Class.ToString();

    Reference IEntity.Key => Id;

    /// <summary>Whether the class is in a part of its list: award, enterprise-title, platform, designation, listing, personal-title.</summary>
    internal bool IsOf(string category) => Class.Definition?.GetExtra("category") == category;
}
