using System.Runtime.InteropServices;

namespace KejiDomain.Validation;

/// <summary>
/// The rules that set figures against each other. Each has two sinks: where both sides are printed it reports a contradiction, where one is not it derives it.
/// </summary>
/// <remarks>All tolerance is the interval that printed digits leave (<see cref="ValueInterval"/>). A redacted, lost or open operand skips the rule.</remarks>
// Its fields stand in two files, so that none is the first.
[StructLayout(LayoutKind.Auto)]
internal partial struct ArithmeticRules(PolicyDataset dataset, FigureIndex figures, Action<Issue> report, Action<DerivedObservation>? derive, bool reportSkipped)
{
    private readonly FigureIndex _figures = figures;

    private Dictionary<Indicator, IndicatorDefinition>? _local;

    // The parts of a whole by their code along one dimension, or along none by their place; made only where a text states both.
    private Dictionary<(int Series, int Observation, Dimension Dimension), List<(string Code, SeriesFigure Part)>>? _sums;

    // The place that was last found to have no series of a place above it.
    private string? _widest;

    // The names of places above those of the series, where there are series of both.
    private Dictionary<Division, PlaceReference>? _wider;

    // What was, as opposed to what is to be: the surest first.
    private static readonly Modality[] Known = [Modality.Actual, Modality.Preliminary];

    private static readonly Modality[] Targets = [Modality.Target, Modality.TargetFloor, Modality.TargetStretch];

    public void Run()
    {
        for (var i = 0; i < _figures.Count; i++)
        {
            var figure = _figures[i];
            var stated = figure.Observation.Measure;
            ref readonly var measure = ref Nullable.GetValueRefOrDefaultRef(in stated);
            if (stated.HasValue)
            {
                CheckUnit(figure, measure);
                CheckShareRange(figure, measure);
            }

            var claims = figure.Observation.Claims.Count;
            for (var k = 0; k < claims; k++)
            {
                CheckClaim(figure, k);
            }

            if (claims > 1)
            {
                CheckRates(figure);
            }

            if (stated.HasValue)
            {
                if (figure.Observation.Period is { } period && IsAdditive(measure))
                {
                    CheckWholes(figure, measure, i);
                    CheckClasses(figure, measure);
                    CheckFlow(figure, measure, period);
                }

                CheckTargets(figure, measure);
                CheckRatio(figure, measure);
            }
        }

        CheckSums();
        for (var i = 0; reportSkipped && i < dataset.Series.Count; i++)
        {
            if (!FigureIndex.IsSmall(dataset.Series[i]))
            {
                Report(IssueCodes.SeriesTooWide, JsonLocator.Item("$.series", i) + ".dimensions", (int)Math.Min(int.MaxValue, FigureIndex.Codes(dataset.Series[i])), FigureIndex.MaxCodes);
            }
        }
    }

    private void CheckUnit(SeriesFigure figure, in Measure measure)
    {
        // Mostly the unit is the very one that the indicator is in.
        if (UnitOf(figure.Series.Indicator) is { } unit
            && measure.Unit.ToString() != unit
            && KindOf(UnitOfMeasure.Parse(unit)) is { } expected
            && KindOf(measure.Unit) is { } found
            && expected != found
            && !(IsHeads(expected) && IsHeads(found)))
        {
            Report(IssueCodes.UnitsDoNotFit, figure.MeasurePath + ".unit", measure.Unit.ToString(), figure.Series.Indicator.ToString(), unit);
        }
    }

    // A ratio of a part to its whole; a ratio of anything else has no denominator in its definition.
    private void CheckShareRange(SeriesFigure figure, in Measure measure)
    {
        if (measure.PerWhole > 0
            && Fraction(measure) is { Low: > 1 }
            && DenominatorOf(figure.Series.Indicator) is not null)
        {
            Report(IssueCodes.ShareOutOfRange, figure.MeasurePath, measure.ToString());
        }
    }

    private static ValueInterval? ValueOf(SeriesFigure figure) => figure.Observation.Measure?.Interval;

    private static bool SameUnit(SeriesFigure one, SeriesFigure other) => one.Observation.Measure?.Unit == other.Observation.Measure?.Unit;

    private static bool Is(ValueList<DimensionCode> codes, Flow flow) => codes.Count == 1 && codes[0].ToString() == flow.ToString();

    private static int DimensionAt(SeriesDimensions dimensions, Dimension wanted)
    {
        for (var i = 0; i < dimensions.Count; i++)
        {
            if (dimensions[i].Dimension == wanted)
            {
                return i;
            }
        }

        return -1;
    }

    // The same figure with another flow: null where the series says none.
    private static FigureKey? WithFlow(FigureKey key, Flow flow) =>
        DimensionAt(key.Dimensions, Dimension.Flow) is >= 0 and var at ? key with { Flow = new(at, flow.ToString()) } : null;

    // 达到10% is 10%; every other qualifier leaves the figure open on one side or both.
    private static bool IsVague(Qualifier? qualifier) => qualifier is { } q && q != Qualifier.Reaches;

    private static string? KindOf(UnitOfMeasure unit) => unit.Definition?.GetExtra("dimension");

    // Of what is counted in 人 a text says 人次 as well, and the other way round.
    private static bool IsHeads(string kind) => kind is "count" or "person-time";

    private static bool IsAdditive(in Measure measure) => measure.Unit == UnitOfMeasure.Count || measure.Unit == UnitOfMeasure.CNY;

    private IndicatorDefinition? Local(Indicator indicator)
    {
        if (dataset.Indicators.IsEmpty)
        {
            return null;
        }

        if (_local is null)
        {
            _local = [];
            foreach (var definition in dataset.Indicators)
            {
                _local.TryAdd(definition.Id, definition);
            }
        }

        return _local.GetValueOrDefault(indicator);
    }

    private string? UnitOf(Indicator indicator) => Local(indicator)?.Unit.ToString() ?? indicator.Definition?.GetExtra("unit");

    private string? DenominatorOf(Indicator indicator) => Local(indicator)?.Denominator?.ToString() ?? indicator.Definition?.GetExtra("denominator");

    private bool IsNominal(Indicator indicator) => Local(indicator)?.Nominal ?? indicator.Definition?.GetExtra("nominal") == "true";

    private void Report(string code, string path, params ReadOnlySpan<IssueArgument> arguments) => report(Issue.Of(code, path, arguments));

    private void Report(string code, string path, SeriesFigure against, params ReadOnlySpan<IssueArgument> arguments) =>
        report(Issue.Of(code, path, arguments) with { Related = [against.MeasurePath] });

    private static string PeriodOf(SeriesFigure figure) => figure.Observation.Period?.ToString() ?? "?";

    private static string MeasureOf(SeriesFigure figure) => figure.Observation.Measure?.ToString() ?? "?";

    private void Skip(SeriesFigure figure, int? claim, string code, MissingReason? reason)
    {
        if (reportSkipped && reason is not null)
        {
            var rule = IssueDefinition.Get(code);
            Report(IssueCodes.OperandMissing, claim is { } index ? figure.ClaimPath(index) : figure.MeasurePath, (rule.Title, rule.TitleZh), RecordRules.Literal(reason.Value));
        }
    }
}
