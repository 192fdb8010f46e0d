using System.Diagnostics;
using System.Text.Json.Serialization;

namespace KejiDomain;

/// <summary>A node of what is said and listed (提纲): a section, an agenda item, a speech, a member of a slogan.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record OutlineNode : IStatement
{
    private readonly Aside<Measure>? _declared;

    /// <summary>The number as printed (序号): 一, 1, 第二.</summary>
    [JsonPropertyName("no")]
    [JsonConverter(typeof(TextJsonConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? No { get; init; }

    /// <summary>A heading of a few words (标题), never the sentence.</summary>
    [JsonPropertyName("text")]
    [JsonConverter(typeof(TextJsonConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Text { get; init; }

    /// <summary>The numbers it is known by (数字口号), where no program stands behind them.</summary>
    [JsonPropertyName("slogan")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public NumberedSlogan? Slogan { get; init; }

    /// <summary>How it is said (动词): 指出, 强调, 要求, 审议通过, 听取, 宣读; it holds for the node and all below it.</summary>
    [JsonPropertyName("verb")]
    [JsonConverter(typeof(TextJsonConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Verb { get; init; }

    /// <summary>Who says it (发言者); it holds for the node and all below it.</summary>
    [JsonPropertyName("by")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Party? By { get; init; }

    /// <summary>Whom it is said to (对象), where the text names them: 要求全市科技系统.</summary>
    [JsonPropertyName("to")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Party? To { get; init; }

    /// <summary>Which part of the nearest slogan above it belongs to (所属部分), from zero: of a node around it, or of the program.</summary>
    [JsonPropertyName("part")]
    [JsonConverter(typeof(OptionalJsonConverter<int, CountJsonConverter>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Part { get; init; }

    /// <summary>The records that it speaks of (所涉).</summary>
    [JsonPropertyName("about")]
    [JsonConverter(typeof(ValueListJsonConverter<Reference>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<Reference> About { get; init; }

    /// <summary>How many items there are said to be (所称数目).</summary>
    [JsonPropertyName("declared")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Measure? Declared
    {
        get => _declared?.Value;
        init => _declared = Aside<Measure>.Of(value);
    }

    /// <summary>The mark that leaves the items open (开放标记).</summary>
    [JsonPropertyName("open")]
    [JsonConverter(typeof(TextJsonConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Open { get; init; }

    /// <summary>The nodes below it (下级), in the order of the text.</summary>
    [JsonPropertyName("items")]
    [JsonConverter(typeof(ValueListJsonConverter<OutlineNode>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<OutlineNode> Items { get; init; }

    /// <summary>The words that say it (依据); none where the record around it has them.</summary>
    [JsonPropertyName("evidence")]
    [JsonConverter(typeof(EvidenceListJsonConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<Evidence> Evidence { get; init; }

    /// <summary>Whether the items are complete (完整性), from their count, their mark and the items.</summary>
    [JsonIgnore]
    public ListCompleteness Completeness => ListCompletenesses.Of(_declared, Open, Items.Count);

    /// <summary>Number and heading.</summary>
    public override string ToString() => $"{No} {Text ?? Slogan?.Text}".Trim();
}
