using System.Diagnostics;
using System.Text.Json.Serialization;

namespace KejiDomain;

/// <summary>A policy program (政策项目): a strategy, an action plan, a set of projects, a mechanism, a positioning.</summary>
/// <remarks>Targets are observations; those whose spans lie in the outline belong to the program.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record PolicyProgram : IEntity
{
    private readonly Optional<ProgramId> _parent;

    private readonly Optional<PlaceReference> _place;

    private readonly Optional<ReportingPeriod> _period;

    /// <summary>The identifier (标识) of the program in the data set.</summary>
    [JsonPropertyName("id")]
    public required ProgramId Id { get; init; }

    /// <summary>What kind of program it is (类别).</summary>
    [JsonPropertyName("kind")]
    public required ProgramKind Kind { get; init; }

    /// <summary>The name (名称), without quotation marks.</summary>
    [JsonPropertyName("name")]
    public required LocalizedText Name { get; init; }

    /// <summary>Other names (别名) of the same thing, in the order of the text.</summary>
    [JsonPropertyName("aliases")]
    [JsonConverter(typeof(ValueListJsonConverter<LocalizedText>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<LocalizedText> Aliases { get; init; }

    /// <summary>The numbers it is known by (数字口号), as 1472 or 八大工程.</summary>
    [JsonPropertyName("slogan")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public NumberedSlogan? Slogan { get; init; }

    /// <summary>The program it is a part of (上级项目).</summary>
    [JsonPropertyName("parent")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ProgramId? Parent
    {
        get => _parent;
        init => _parent = value;
    }

    /// <summary>The place it is for (地域).</summary>
    [JsonPropertyName("place")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PlaceReference? Place
    {
        get => _place;
        init => _place = value;
    }

    /// <summary>The time it is for (时期).</summary>
    [JsonPropertyName("period")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ReportingPeriod? Period
    {
        get => _period;
        init => _period = value;
    }

    /// <summary>Who issued or runs it (发布单位).</summary>
    [JsonPropertyName("issuers")]
    [JsonConverter(typeof(ValueListJsonConverter<Party>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<Party> Issuers { get; init; }

    /// <summary>The documents that lay it down (文件).</summary>
    [JsonPropertyName("documents")]
    [JsonConverter(typeof(ValueListJsonConverter<DocumentId>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<DocumentId> Documents { get; init; }

    /// <summary>The policy instruments it uses (政策工具), as codes of OECD STIP Compass.</summary>
    [JsonPropertyName("instruments")]
    [JsonConverter(typeof(ValueListJsonConverter<PolicyInstrument>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<PolicyInstrument> Instruments { get; init; }

    /// <summary>What is said and listed (提纲), as a tree.</summary>
    [JsonPropertyName("outline")]
    [JsonConverter(typeof(ValueListJsonConverter<OutlineNode>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<OutlineNode> Outline { get; init; }

    /// <summary>What it grants or demands in figures (规则).</summary>
    [JsonPropertyName("rules")]
    [JsonConverter(typeof(ValueListJsonConverter<Rule>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<Rule> Rules { get; init; }

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
