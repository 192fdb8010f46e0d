using System.Diagnostics;
using System.Text.Json.Serialization;

namespace KejiDomain;

/// <summary>A data set (数据集): what one or more sources say, as they say it, about at most one place.</summary>
/// <remarks>Identifiers of all kinds share one space; a list keeps the order of the text. Immutable, and safe to use from several threads.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed partial record PolicyDataset : IStatement
{
    private readonly Optional<SchemaName> _schema;

    private readonly Optional<PlaceReference> _place;

    /// <summary>The format version that this library writes (格式版本).</summary>
    public static FormatVersion CurrentVersion { get; } = FormatVersion.Parse("1.0");

    /// <summary>The schema that the data set follows (模式).</summary>
    [JsonPropertyName("$schema")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SchemaName? Schema
    {
        get => _schema;
        init => _schema = value;
    }

    /// <summary>The version of the format (格式版本), apart from the package's: <c>1.0</c>.</summary>
    [JsonPropertyName("formatVersion")]
    public required FormatVersion FormatVersion { get; init; }

    /// <summary>The identifier of the data set (标识), for example <c>hebi-2023</c>.</summary>
    [JsonPropertyName("id")]
    public required DatasetId Id { get; init; }

    /// <summary>What the data set is about (标题).</summary>
    [JsonPropertyName("title")]
    public required LocalizedText Title { get; init; }

    /// <summary>The place that the sources speak for (地域), stated, restored or inferred; a place in a comparison or a menu is never it.</summary>
    [JsonPropertyName("place")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PlaceReference? Place
    {
        get => _place;
        init => _place = value;
    }

    /// <summary>The copies that were read (来源), at least one.</summary>
    [JsonPropertyName("sources")]
    [JsonConverter(typeof(ValueListJsonConverter<Source>))]
    public required ValueList<Source> Sources { get; init; }

    /// <summary>Places without a GB/T 2260 code (地域单元).</summary>
    [JsonPropertyName("units")]
    [JsonConverter(typeof(ValueListJsonConverter<AdministrativeUnit>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<AdministrativeUnit> Units { get; init; }

    /// <summary>People (人物).</summary>
    [JsonPropertyName("people")]
    [JsonConverter(typeof(ValueListJsonConverter<Person>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<Person> People { get; init; }

    /// <summary>Organizations (机构).</summary>
    [JsonPropertyName("organizations")]
    [JsonConverter(typeof(ValueListJsonConverter<Organization>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<Organization> Organizations { get; init; }

    /// <summary>Titles of people as attested (任职).</summary>
    [JsonPropertyName("appointments")]
    [JsonConverter(typeof(ValueListJsonConverter<Appointment>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<Appointment> Appointments { get; init; }

    /// <summary>Achievements, projects and products (成果).</summary>
    [JsonPropertyName("works")]
    [JsonConverter(typeof(ValueListJsonConverter<Work>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<Work> Works { get; init; }

    /// <summary>Documents (文件).</summary>
    [JsonPropertyName("documents")]
    [JsonConverter(typeof(ValueListJsonConverter<Document>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<Document> Documents { get; init; }

    /// <summary>Meetings (会议).</summary>
    [JsonPropertyName("meetings")]
    [JsonConverter(typeof(ValueListJsonConverter<Meeting>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<Meeting> Meetings { get; init; }

    /// <summary>Policy programs (政策项目).</summary>
    [JsonPropertyName("programs")]
    [JsonConverter(typeof(ValueListJsonConverter<PolicyProgram>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<PolicyProgram> Programs { get; init; }

    /// <summary>Prizes, titles, platforms, designations (认定、奖励).</summary>
    [JsonPropertyName("recognitions")]
    [JsonConverter(typeof(ValueListJsonConverter<Recognition>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<Recognition> Recognitions { get; init; }

    /// <summary>Indicators that the library's list lacks (指标定义).</summary>
    [JsonPropertyName("indicators")]
    [JsonConverter(typeof(ValueListJsonConverter<IndicatorDefinition>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<IndicatorDefinition> Indicators { get; init; }

    /// <summary>Figures (指标序列).</summary>
    [JsonPropertyName("series")]
    [JsonConverter(typeof(ValueListJsonConverter<IndicatorSeries>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<IndicatorSeries> Series { get; init; }

    /// <summary>The words that say place and title (依据).</summary>
    [JsonPropertyName("evidence")]
    [JsonConverter(typeof(EvidenceListJsonConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<Evidence> Evidence { get; init; }

    /// <summary>Identifier and title.</summary>
    public override string ToString() => $"{Id} {Title}";
}
