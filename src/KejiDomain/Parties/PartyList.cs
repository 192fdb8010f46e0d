using System.Diagnostics;
using System.Text.Json.Serialization;

namespace KejiDomain;

/// <summary>A list of parties as printed (名单): its items, how many there are said to be, and whether it is left open.</summary>
/// <remarks>Completeness is computed (<see cref="Completeness"/>), never stored.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record PartyList
{
    private readonly Aside<Measure>? _declared;

    /// <summary>How many there are said to be (所称数目).</summary>
    [JsonPropertyName("declared")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Measure? Declared
    {
        get => _declared?.Value;
        init => _declared = Aside<Measure>.Of(value);
    }

    /// <summary>The mark that leaves the list open (开放标记): 等, 部分, 代表, 其中.</summary>
    [JsonPropertyName("open")]
    [JsonConverter(typeof(TextJsonConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Open { get; init; }

    /// <summary>Those listed (所列), in the order of the text.</summary>
    [JsonPropertyName("items")]
    [JsonConverter(typeof(ValueListJsonConverter<Party>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<Party> Items { get; init; }

    /// <summary>Whether the list is complete (完整性), from its count, its mark and its items.</summary>
    [JsonIgnore]
    public ListCompleteness Completeness => ListCompletenesses.Of(_declared, Open, Items.Count);

    /// <summary>The items.</summary>
    public override string ToString() => Items.ToString();
}
