using System.Diagnostics;
using System.Text.Json.Serialization;

namespace KejiDomain;

/// <summary>A node of what is said and listed (提纲): a section, an agenda item, a speech, a member of a slogan.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record OutlineNode : IStatement
{
    // Most nodes are a heading; what else there can be is aside, and no two nodes share it, so that it can be set member by member.
    private Details? _details;

    /// <summary>A node of which nothing is said yet.</summary>
    public OutlineNode()
    {
    }

    private OutlineNode(OutlineNode original)
    {
        Text = original.Text;
        Items = original.Items;
        Evidence = original.Evidence;
        _details = original._details is { } details ? details with { } : null;
    }

    /// <summary>The number as printed (序号): 一, 1, 第二.</summary>
    [JsonPropertyName("no")]
    [JsonConverter(typeof(TextJsonConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? No
    {
        get => _details?.No;
        init => DetailsIf(value is not null)?.No = value;
    }

    /// <summary>A heading of a few words (标题), never the sentence.</summary>
    [JsonPropertyName("text")]
    [JsonConverter(typeof(TextJsonConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Text { get; init; }

    /// <summary>The numbers it is known by (数字口号), where no program stands behind them.</summary>
    [JsonPropertyName("slogan")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public NumberedSlogan? Slogan
    {
        get => _details?.Slogan;
        init => DetailsIf(value is not null)?.Slogan = value;
    }

    /// <summary>How it is said (动词): 指出, 强调, 要求, 审议通过, 听取, 宣读; it holds for the node and all below it.</summary>
    [JsonPropertyName("verb")]
    [JsonConverter(typeof(TextJsonConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Verb
    {
        get => _details?.Verb;
        init => DetailsIf(value is not null)?.Verb = value;
    }

    /// <summary>Who says it (发言者); it holds for the node and all below it.</summary>
    [JsonPropertyName("by")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Party? By
    {
        get => _details?.By;
        init => DetailsIf(value is not null)?.By = value;
    }

    /// <summary>Whom it is said to (对象), where the text names them: 要求全市科技系统.</summary>
    [JsonPropertyName("to")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Party? To
    {
        get => _details?.To;
        init => DetailsIf(value is not null)?.To = value;
    }

    /// <summary>Which part of the nearest slogan above it belongs to (所属部分), from zero: of a node around it, or of the program.</summary>
    [JsonPropertyName("part")]
    [JsonConverter(typeof(OptionalJsonConverter<int, CountJsonConverter>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Part
    {
        get => _details?.Part;
        init => DetailsIf(value is not null)?.Part = value;
    }

    /// <summary>The records that it speaks of (所涉).</summary>
    [JsonPropertyName("about")]
    [JsonConverter(typeof(ValueListJsonConverter<Reference>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<Reference> About
    {
        get => _details?.About ?? default;
        init => DetailsIf(!value.IsEmpty)?.About = value;
    }

    /// <summary>How many items there are said to be (所称数目).</summary>
    [JsonPropertyName("declared")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Measure? Declared
    {
        get => _details?.Declared?.Value;
        init => DetailsIf(value is not null)?.Declared = Aside<Measure>.Of(value);
    }

    /// <summary>The mark that leaves the items open (开放标记).</summary>
    [JsonPropertyName("open")]
    [JsonConverter(typeof(TextJsonConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Open
    {
        get => _details?.Open;
        init => DetailsIf(value is not null)?.Open = value;
    }

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
    public ListCompleteness Completeness => ListCompletenesses.Of(_details?.Declared, Open, Items.Count);

    /// <summary>Whether more than a heading, items and evidence may be there.</summary>
    internal bool HasDetails => _details is not null;

    /// <summary>Whether all that is said of the nodes, their items and their evidence are equal.</summary>
    /// <param name="other">The other node.</param>
    public bool Equals(OutlineNode? other) =>
        other is not null && (ReferenceEquals(this, other)
            || (Text == other.Text && (_details ?? Details.None) == (other._details ?? Details.None) && Items == other.Items && Evidence == other.Evidence));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Text, _details ?? Details.None, Items, Evidence);

    /// <summary>Number and heading.</summary>
    public override string ToString() => $"{No} {Text ?? Slogan?.Text}".Trim();

    // Those that there are, or new ones where one is to be set.
    private Details? DetailsIf(bool isSet) => isSet ? _details ??= new() : _details;

    private sealed record Details
    {
        public static readonly Details None = new();

        public string? No { get; set; }

        public NumberedSlogan? Slogan { get; set; }

        public string? Verb { get; set; }

        public Party? By { get; set; }

        public Party? To { get; set; }

        public int? Part { get; set; }

        public ValueList<Reference> About { get; set; }

        public Aside<Measure>? Declared { get; set; }

        public string? Open { get; set; }
    }
}
