using System.Diagnostics;
using System.Text.Json.Serialization;

namespace KejiDomain;

/// <summary>A document (文件): a plan, a notice, a speech, a news article, with its issuers, dates and outline.</summary>
/// <remarks>Marks such as 《》 are evidence that something is a document, not proof.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record Document : IEntity
{
    private readonly Optional<PartialDate> _signedOn;

    private readonly Optional<PartialDate> _issuedOn;

    private readonly Optional<PartialDate> _publishedOn;

    private readonly Optional<ReportingPeriod> _period;

    private readonly Optional<PlaceReference> _place;

    /// <summary>The identifier (标识) of the document in the data set.</summary>
    [JsonPropertyName("id")]
    public required DocumentId Id { get; init; }

    /// <summary>What kind of document it is (文种).</summary>
    [JsonPropertyName("kind")]
    public required DocumentKind Kind { get; init; }

    /// <summary>The title (标题), without 《》.</summary>
    [JsonPropertyName("title")]
    public required LocalizedText Title { get; init; }

    /// <summary>Other names (别名) of the same thing, in the order of the text.</summary>
    [JsonPropertyName("aliases")]
    [JsonConverter(typeof(ValueListJsonConverter<LocalizedText>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<LocalizedText> Aliases { get; init; }

    /// <summary>Who issued it (发文机关).</summary>
    [JsonPropertyName("issuers")]
    [JsonConverter(typeof(ValueListJsonConverter<Party>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<Party> Issuers { get; init; }

    /// <summary>The document number (文号), for example 豫政〔2023〕5号; as text, so that one no reader understands can be stored.</summary>
    [JsonPropertyName("number")]
    [JsonConverter(typeof(TextJsonConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Number { get; init; }

    /// <summary>When it was signed (成文日期).</summary>
    [JsonPropertyName("signedOn")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PartialDate? SignedOn
    {
        get => _signedOn;
        init => _signedOn = value;
    }

    /// <summary>When it was issued (印发日期).</summary>
    [JsonPropertyName("issuedOn")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PartialDate? IssuedOn
    {
        get => _issuedOn;
        init => _issuedOn = value;
    }

    /// <summary>When it was published (发布日期).</summary>
    [JsonPropertyName("publishedOn")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PartialDate? PublishedOn
    {
        get => _publishedOn;
        init => _publishedOn = value;
    }

    /// <summary>The time it plans for or reports on (所涉时期).</summary>
    [JsonPropertyName("period")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ReportingPeriod? Period
    {
        get => _period;
        init => _period = value;
    }

    /// <summary>The place it applies to (适用地域).</summary>
    [JsonPropertyName("place")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PlaceReference? Place
    {
        get => _place;
        init => _place = value;
    }

    /// <summary>How it relates to other documents (关系).</summary>
    [JsonPropertyName("relations")]
    [JsonConverter(typeof(ValueListJsonConverter<DocumentLink>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<DocumentLink> Relations { get; init; }

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

    /// <summary>The number as a value (文号), or null where there is none or it cannot be read as one.</summary>
    public DocumentNumber? ReadNumber() => DocumentNumber.TryParse(Number, out var number) ? number : null;

    /// <summary>The title.</summary>
    public override string ToString() => Title.Zh;

    Reference IEntity.Key => Id;
}
