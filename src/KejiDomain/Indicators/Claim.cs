using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Serialization;

namespace KejiDomain;

/// <summary>Sets a figure or a thing against something (主张): growth, rank, record, share, completion and contribution are all claims.</summary>
/// <remarks>It stands on an observation, a recognition, an organization or a program, and says a measure, a position, a band or a word.</remarks>
/// <example>同比增长34.4% is against the previous year with a measure of 34.4 percent; 居全市第二 is against peers, position 2.</example>
[DebuggerDisplay("{ToString(),nq}")]
public sealed partial record Claim : IStatement
{
    private readonly Optional<ClaimSubject> _of;

    private readonly Optional<ReportingPeriod> _period;

    private readonly Optional<PlaceReference> _scope;

    private readonly Optional<Indicator> _indicator;

    private readonly Optional<Band> _band;

    private readonly Optional<ClaimWord> _word;

    private readonly Aside<Measure>? _measure;

    private readonly Aside<Measure>? _field;

    /// <summary>What it is set against (参照): an earlier period, the own history, a target, a whole, peers, or nothing stated.</summary>
    [JsonPropertyName("against")]
    public required ClaimReference Against { get; init; }

    /// <summary>What is set against it (所述): the value, its growth, or either where the text does not tell; absent means the value.</summary>
    [JsonPropertyName("of")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ClaimSubject? Of
    {
        get => _of;
        init => _of = value;
    }

    /// <summary>The earlier period (基期), where it is stated: 是2016年的3倍.</summary>
    [JsonPropertyName("period")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ReportingPeriod? Period
    {
        get => _period;
        init => _period = value;
    }

    /// <summary>The place over which whole or peers extend (范围): 全省, 全市.</summary>
    [JsonPropertyName("scope")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PlaceReference? Scope
    {
        get => _scope;
        init => _scope = value;
    }

    /// <summary>How many peers there are (参评数): 30个城市.</summary>
    [JsonPropertyName("field")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Measure? Field
    {
        get => _field?.Value;
        init => _field = Aside<Measure>.Of(value);
    }

    /// <summary>The other indicator (参照指标), for a share or a ratio.</summary>
    [JsonPropertyName("indicator")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Indicator? Indicator
    {
        get => _indicator;
        init => _indicator = value;
    }

    /// <summary>How much (幅度): per cent, percentage points or times; a fall is negative.</summary>
    [JsonPropertyName("measure")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Measure? Measure
    {
        get => _measure?.Value;
        init => _measure = Aside<Measure>.Of(value);
    }

    /// <summary>The rank (位次), from 1.</summary>
    [JsonPropertyName("position")]
    [JsonConverter(typeof(OptionalJsonConverter<int, OrdinalJsonConverter>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Position { get; init; }

    /// <summary>The band (档次), where no rank is given: 第一方阵, 前列.</summary>
    [JsonPropertyName("band")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Band? Band
    {
        get => _band;
        init => _band = value;
    }

    /// <summary>The word (用语): first, only, most.</summary>
    [JsonPropertyName("word")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ClaimWord? Word
    {
        get => _word;
        init => _word = value;
    }

    /// <summary>How often it repeats on end (连续): 连续四年.</summary>
    [JsonPropertyName("run")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Run? Run { get; init; }

    /// <summary>The words that say it (依据); none where the record around it has them.</summary>
    [JsonPropertyName("evidence")]
    [JsonConverter(typeof(EvidenceListJsonConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<Evidence> Evidence { get; init; }

    /// <summary>Growth over the same period of the year before (同比增长).</summary>
    /// <param name="percent">Per cent; a fall is negative.</param>
    public static Claim YearOnYear(decimal percent) => new() { Against = ClaimReference.PreviousYear, Measure = KejiDomain.Measure.Percent(percent) };

    /// <summary>A rank among peers (位次).</summary>
    /// <param name="position">The rank, from 1.</param>
    /// <param name="of">How many peers there are, or null.</param>
    /// <param name="scope">The place over which they extend, or null.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rank is below 1.</exception>
    public static Claim Rank(int position, int? of = null, PlaceReference? scope = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(position, 1);
        return new()
        {
            Against = ClaimReference.Peers,
            Scope = scope,
            Field = of is { } count ? KejiDomain.Measure.Count(count) : null,
            Position = position,
        };
    }

    /// <summary>How much of a target is met (完成率).</summary>
    /// <param name="percent">Per cent of the target.</param>
    public static Claim Completion(decimal percent) => new() { Against = ClaimReference.Target, Measure = KejiDomain.Measure.Percent(percent) };

    /// <summary>A share of a whole (占比).</summary>
    /// <param name="percent">Per cent of the whole.</param>
    /// <param name="scope">The place that the whole extends over, or null.</param>
    public static Claim Share(decimal percent, PlaceReference? scope = null) =>
        new() { Against = ClaimReference.Whole, Scope = scope, Measure = KejiDomain.Measure.Percent(percent) };

    /// <summary>The claim in a few signs, for example <c>+185.3%</c>, <c>#2/17</c>.</summary>
    public override string ToString()
    {
        var said = (Measure, Position, Band, Word) switch
        {
            ({ } measure, _, _, _) when Against == ClaimReference.PreviousYear && measure.Unit == UnitOfMeasure.Percent && measure.Amount is { } amount =>
                string.Create(CultureInfo.InvariantCulture, $"{(amount < 0 ? string.Empty : "+")}{amount}%"),
            ({ } measure, _, _, _) => $"{measure} ({Against})",
            (_, { } position, _, _) => Field?.Value is { } size
                ? string.Create(CultureInfo.InvariantCulture, $"#{position}/{size}")
                : string.Create(CultureInfo.InvariantCulture, $"#{position}"),
            (_, _, { } band, _) => band.Definition?.Zh ?? band.ToString(),
            (_, _, _, { } word) => word.Definition?.Zh ?? word.ToString(),
            _ => Against.ToString(),
        };
        return Run?.Years is { } years ? string.Create(CultureInfo.InvariantCulture, $"{said} x{years}") : said;
    }
}
