using System.Diagnostics;
using System.Text.Json.Serialization;

namespace KejiDomain;

/// <summary>One way in which a text is damaged (损坏模式), said once and referred to by its identifier.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record DamagePattern : IStatement
{
    /// <summary>The identifier (标识), which <c>why</c> of evidence can name.</summary>
    [JsonPropertyName("id")]
    public required DamageId Id { get; init; }

    /// <summary>What kind of damage it is (类别).</summary>
    [JsonPropertyName("kind")]
    public required DamageKind Kind { get; init; }

    /// <summary>The rule by which the library undoes it (修复规则), if one can.</summary>
    [JsonPropertyName("rule")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RepairRule? Rule { get; init; }

    /// <summary>What stands in the text (原文); for a character map all characters it has, one after the other.</summary>
    [JsonPropertyName("printed")]
    [JsonConverter(typeof(TextJsonConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Printed { get; init; }

    /// <summary>What is read instead (读作), nothing where it is dropped; for a character map one character for each of <c>printed</c>.</summary>
    [JsonPropertyName("read")]
    [JsonConverter(typeof(TextJsonConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Read { get; init; }

    /// <summary>How often it occurs (次数).</summary>
    [JsonPropertyName("times")]
    [JsonConverter(typeof(OptionalJsonConverter<int, OrdinalJsonConverter>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Times { get; init; }

    /// <summary>Words on it (说明).</summary>
    [JsonPropertyName("note")]
    [JsonConverter(typeof(TextJsonConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Note { get; init; }

    /// <summary>The words that say it (依据); none where the record around it has them.</summary>
    [JsonPropertyName("evidence")]
    [JsonConverter(typeof(EvidenceListJsonConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<Evidence> Evidence { get; init; }

    /// <summary>Identifier and kind.</summary>
    public override string ToString() => $"{Id} {Kind}";
}
