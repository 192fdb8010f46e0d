using System.Diagnostics;
using System.Text.Json.Serialization;

namespace KejiDomain;

/// <summary>All observations of one indicator for one place, or for one subject in it, along the same dimensions (指标序列).</summary>
/// <remarks>The whole of a part is the series with one dimension less; that is never stored.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record IndicatorSeries : IStatement
{
    private readonly Optional<PlaceReference> _place;

    private readonly Optional<Reference> _subject;

    /// <summary>What is counted (指标).</summary>
    [JsonPropertyName("indicator")]
    public required Indicator Indicator { get; init; }

    /// <summary>For which place (地域).</summary>
    [JsonPropertyName("place")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PlaceReference? Place
    {
        get => _place;
        init => _place = value;
    }

    /// <summary>Whose figure it is (主体), where it is not that of the whole place: an organization, a program, a platform.</summary>
    [JsonPropertyName("subject")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Reference? Subject
    {
        get => _subject;
        init => _subject = value;
    }

    /// <summary>Along which dimensions (维度): flow, level, class.</summary>
    [JsonPropertyName("dimensions")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public SeriesDimensions Dimensions { get; init; }

    /// <summary>The observations in the order of the text (观测).</summary>
    [JsonPropertyName("observations")]
    [JsonConverter(typeof(ValueListJsonConverter<Observation>))]
    public required ValueList<Observation> Observations { get; init; }

    /// <summary>How indicator, place or dimensions were read (依据); each observation has evidence of its own.</summary>
    [JsonPropertyName("evidence")]
    [JsonConverter(typeof(EvidenceListJsonConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<Evidence> Evidence { get; init; }

    /// <summary>The key.</summary>
    public override string ToString() => string.Join(' ', new[] { Indicator.ToString(), Place?.ToString(), Subject?.ToString(), Dimensions.ToString() }.Where(s => !string.IsNullOrEmpty(s)));
}
