using System.Diagnostics;
using System.Text.Json.Serialization;

namespace KejiDomain;

/// <summary>A meeting (会议): when, where, who in which role, and what was said.</summary>
/// <remarks>A written instruction of somebody absent (批示) is an outline node by its author, not a participation.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record Meeting : IEntity
{
    private readonly Optional<ReportingPeriod> _on;

    private readonly Optional<PlaceReference> _place;

    private readonly Optional<MeetingMode> _mode;

    private readonly Aside<Measure>? _attendance;

    /// <summary>The identifier (标识) of the meeting in the data set.</summary>
    [JsonPropertyName("id")]
    public required MeetingId Id { get; init; }

    /// <summary>What kind of meeting it is (类别).</summary>
    [JsonPropertyName("kind")]
    public required MeetingKind Kind { get; init; }

    /// <summary>The name (名称), without quotation marks.</summary>
    [JsonPropertyName("name")]
    public required LocalizedText Name { get; init; }

    /// <summary>Other names (别名) of the same thing, in the order of the text.</summary>
    [JsonPropertyName("aliases")]
    [JsonConverter(typeof(ValueListJsonConverter<LocalizedText>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<LocalizedText> Aliases { get; init; }

    /// <summary>Which one of its series it is (届次): 第一次会议 is 1.</summary>
    [JsonPropertyName("edition")]
    [JsonConverter(typeof(OptionalJsonConverter<int, OrdinalJsonConverter>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Edition { get; init; }

    /// <summary>When it was held (时间).</summary>
    [JsonPropertyName("on")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ReportingPeriod? On
    {
        get => _on;
        init => _on = value;
    }

    /// <summary>The place it was held for or in (地点).</summary>
    [JsonPropertyName("place")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PlaceReference? Place
    {
        get => _place;
        init => _place = value;
    }

    /// <summary>How it was held (形式).</summary>
    [JsonPropertyName("mode")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public MeetingMode? Mode
    {
        get => _mode;
        init => _mode = value;
    }

    /// <summary>Who called it (主办单位).</summary>
    [JsonPropertyName("organizers")]
    [JsonConverter(typeof(ValueListJsonConverter<Party>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<Party> Organizers { get; init; }

    /// <summary>Who took part in which role (参会人员).</summary>
    [JsonPropertyName("participants")]
    [JsonConverter(typeof(ValueListJsonConverter<Participation>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<Participation> Participants { get; init; }

    /// <summary>How many took part (参会人数).</summary>
    [JsonPropertyName("attendance")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Measure? Attendance
    {
        get => _attendance?.Value;
        init => _attendance = Aside<Measure>.Of(value);
    }

    /// <summary>What is said and listed (提纲), as a tree.</summary>
    [JsonPropertyName("outline")]
    [JsonConverter(typeof(ValueListJsonConverter<OutlineNode>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<OutlineNode> Outline { get; init; }

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
