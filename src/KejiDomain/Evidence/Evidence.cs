using System.Diagnostics;
using System.Text.Json.Serialization;

namespace KejiDomain;

/// <summary>How a record or one of its members was read (依据): where the words stand, and why the reading is what it is.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record Evidence
{
    /// <summary>The words (引文): one span, or several that only together say it.</summary>
    [JsonPropertyName("cite")]
    [JsonConverter(typeof(OneOrManyJsonConverter<Citation>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<Citation> Cite { get; init; }

    /// <summary>The member that it speaks for (所指成员); absent for the whole record.</summary>
    [JsonPropertyName("of")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public MemberPath? Of { get; init; }

    /// <summary>What is printed there (原文): an exact part of the text cited, or of the record's own spans.</summary>
    [JsonPropertyName("printed")]
    [JsonConverter(typeof(TextJsonConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Printed { get; init; }

    /// <summary>How the reading came about (读法依据); absent means stated.</summary>
    [JsonPropertyName("basis")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public EvidenceBasis? Basis { get; init; }

    /// <summary>Why the member is not there (缺失原因).</summary>
    [JsonPropertyName("missing")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public MissingReason? Missing { get; init; }

    /// <summary>The reason (理由), in words or as the identifier of a damage pattern.</summary>
    [JsonPropertyName("why")]
    [JsonConverter(typeof(TextJsonConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Why { get; init; }

    /// <summary>What speaks against the reading (存疑), in words.</summary>
    [JsonPropertyName("doubt")]
    [JsonConverter(typeof(TextJsonConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Doubt { get; init; }

    /// <summary>The evidence that a span states the whole record.</summary>
    /// <param name="citation">The span.</param>
    public static implicit operator Evidence(Citation citation) => FromCitation(citation);

    /// <summary>Whether it is one citation and nothing else (单纯引文), written as the bare literal.</summary>
    [JsonIgnore]
    public bool IsBareCitation =>
        Cite.Count == 1 && Of is null && Printed is null && Basis is null && Missing is null && Why is null && Doubt is null;

    /// <summary>The evidence that a span states the whole record.</summary>
    /// <param name="citation">The span.</param>
    public static Evidence FromCitation(Citation citation) => new() { Cite = [citation] };

    /// <summary>The spans and the member.</summary>
    public override string ToString() => $"{Cite} {Of}".Trim();
}
