using System.Diagnostics;
using System.Text.Json.Serialization;

namespace KejiDomain;

/// <summary>One copy of a document (来源): a file or page with its publisher, its dates, its damage and what was read of it.</summary>
/// <remarks>The text itself is never part of a data set; with the file at hand its digest is verified and every citation resolved.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record Source : IStatement
{
    private readonly Optional<SourceRole> _role;

    private readonly Optional<DocumentId> _document;

    private readonly Optional<PartialDate> _publishedOn;

    /// <summary>The identifier (标识), by which citations name the source.</summary>
    [JsonPropertyName("id")]
    public required SourceId Id { get; init; }

    /// <summary>What kind of copy it is (版本性质): original, reprint, upload.</summary>
    [JsonPropertyName("role")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SourceRole? Role
    {
        get => _role;
        init => _role = value;
    }

    /// <summary>The document of which this is a copy (所载文件).</summary>
    [JsonPropertyName("document")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DocumentId? Document
    {
        get => _document;
        init => _document = value;
    }

    /// <summary>Who published the copy (发布者).</summary>
    [JsonPropertyName("publisher")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Party? Publisher { get; init; }

    /// <summary>Who uploaded it (上传者).</summary>
    [JsonPropertyName("uploader")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Party? Uploader { get; init; }

    /// <summary>When the copy was published (发布日期).</summary>
    [JsonPropertyName("publishedOn")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PartialDate? PublishedOn
    {
        get => _publishedOn;
        init => _publishedOn = value;
    }

    /// <summary>The file that was transcribed (文件).</summary>
    [JsonPropertyName("file")]
    public required SourceFile File { get; init; }

    /// <summary>The script of the text (字形): simplified or traditional.</summary>
    [JsonPropertyName("script")]
    public required Script Script { get; init; }

    /// <summary>What is damaged in the text (损坏), each pattern once.</summary>
    [JsonPropertyName("damage")]
    [JsonConverter(typeof(ValueListJsonConverter<DamagePattern>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<DamagePattern> Damage { get; init; }

    /// <summary>Parts of the text that state nothing (区域): furniture and exhortation.</summary>
    [JsonPropertyName("regions")]
    [JsonConverter(typeof(ValueListJsonConverter<SourceRegion>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<SourceRegion> Regions { get; init; }

    /// <summary>The families read to the end (覆盖范围): covered and absent means that the text has none.</summary>
    [JsonPropertyName("covers")]
    [JsonConverter(typeof(ValueListJsonConverter<RecordFamily>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<RecordFamily> Covers { get; init; }

    /// <summary>The words that say it (依据), each item an independent attestation.</summary>
    [JsonPropertyName("evidence")]
    [JsonConverter(typeof(EvidenceListJsonConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<Evidence> Evidence { get; init; }

    /// <summary>The file's name.</summary>
    public override string ToString() => $"{Id} {File.Name}";
}
