namespace KejiDomain.Validation;

/// <summary>
/// The rules that set figures against each other. Each has two sinks: where both sides are printed it reports a contradiction, where one is not it derives it.
/// </summary>
/// <remarks>All tolerance is the interval that printed digits leave (<see cref="ValueInterval"/>). A redacted, lost or open operand skips the rule.</remarks>
internal sealed class ArithmeticRules(PolicyDataset dataset, Action<Issue> report, Action<DerivedObservation> derive, bool reportSkipped)
{
    private readonly ILookup<(Indicator Indicator, PlaceReference? Place, Reference? Subject), Figure> _figures = Figures(dataset);

    public void Run()
    {
        foreach (var group in _figures)
        {
            foreach (var figure in group)
            {
                CheckUnit(figure);
                CheckShare(figure);
                for (var k = 0; k < figure.Observation.Claims.Count; k++)
                {
                    CheckClaim(figure, k);
                }

                CheckRates(figure);
                CheckParts(figure, group);
            }
        }
    }

    private static ILookup<(Indicator Indicator, PlaceReference? Place, Reference? Subject), Figure> Figures(PolicyDataset dataset)
    {
        var figures = new List<Figure>();
        for (var i = 0; i < dataset.Series.Count; i++)
        {
            var series = dataset.Series[i];
            for (var j = 0; j < series.Observations.Count; j++)
            {
                figures.Add(new(series, series.Observations[j], i, j));
            }
        }

        return figures.ToLookup(f => (f.Series.Indicator, f.Series.Place, f.Series.Subject));
    }

    private void CheckUnit(Figure figure)
    {
        if (figure.Observation.Measure is { } measure
            && UnitOf(figure.Series.Indicator) is { } unit
            && Dimension(unit) is { } expected
            && Dimension(measure.Unit) is { } found
            && expected != found)
        {
            Report(IssueCodes.UnitsDoNotFit, figure.Path + ".measure.unit", measure.Unit.ToString(), figure.Series.Indicator.ToString(), unit.ToString());
        }
    }

    // A ratio of a part to its whole; a ratio of anything else has no denominator in its definition.
    private void CheckShare(Figure figure)
    {
        if (figure.Observation.Measure is { Interval.Low: > 100 } measure
            && measure.Unit == UnitOfMeasure.Percent
            && DenominatorOf(figure.Series.Indicator) is not null)
        {
            Report(IssueCodes.ShareOutOfRange, figure.Path + ".measure", measure.ToString());
        }
    }

    private void CheckClaim(Figure figure, int index)
    {
        var claim = figure.Observation.Claims[index];
        if (claim.Of is { } subject && subject != ClaimSubject.Value)
        {
            return;
        }

        if (claim.Against == ClaimReference.PreviousYear && Ratio(claim) is { } growth && IsComparable(figure))
        {
            var previous = figure.Observation.Period?.PreviousYear();
            Relate(figure, index, DerivationKind.Base, previous, growth, IssueCodes.GrowthMismatch, Modality.Actual);
        }
        else if (claim.Against == ClaimReference.EarlierPeriod && Ratio(claim) is { } times && IsComparable(figure))
        {
            Relate(figure, index, DerivationKind.Base, claim.Period, times, IssueCodes.GrowthMismatch, Modality.Actual);
        }
        else if (claim.Against == ClaimReference.Target && claim.Measure is { } completion && Fraction(completion) is { } share)
        {
            Relate(figure, index, DerivationKind.Target, figure.Observation.Period, share, IssueCodes.CompletionMismatch, null);
        }
        else if (claim.Against == ClaimReference.Unstated && claim.Measure is { } rate && IsIncrement(figure) && Fraction(rate) is { } increment)
        {
            // An increment and its rate: the stock that it was added to.
            Relate(figure, index, DerivationKind.Base, figure.Observation.Period?.PreviousYear(), increment, IssueCodes.GrowthMismatch, Modality.Actual);
        }
    }

    // The figure divided by the ratio is the other figure: compared where the text has it, derived where it has not.
    private void Relate(
        Figure figure, int index, DerivationKind kind, ReportingPeriod? period, ValueInterval ratio, string code, Modality? modality)
    {
        var claim = figure.Observation.Claims[index];
        if (figure.Observation.Measure is not { } measure || measure.Interval is not { } value || claim.Measure?.Missing is not null)
        {
            Skip(figure, index, code, figure.Observation.Measure?.Missing ?? claim.Measure?.Missing);
            return;
        }

        if (Divide(value, ratio) is not { } implied)
        {
            return;
        }

        var other = _figures[(figure.Series.Indicator, figure.Series.Place, figure.Series.Subject)].FirstOrDefault(f =>
            !ReferenceEquals(f.Observation, figure.Observation)
            && f.Series.Dimensions == BaseDimensions(figure, claim)
            && f.Observation.Period == period
            && (modality is { } wanted ? f.Observation.Modality == wanted : IsTarget(f.Observation.Modality)));
        if (other?.Observation.Measure is { } stated)
        {
            if (stated.Interval is not { } interval)
            {
                Skip(figure, index, code, stated.Missing);
            }
            else if (!implied.Overlaps(interval))
            {
                var issue = code == IssueCodes.GrowthMismatch
                    ? Issue.Of(code, figure.ClaimPath(index), measure.ToString(), claim.ToString(), implied.ToString(), stated.ToString(), period?.ToString() ?? "?")
                    : Issue.Of(code, figure.ClaimPath(index), measure.ToString(), claim.ToString(), implied.ToString(), stated.ToString());
                report(issue with { Related = [other.Path + ".measure"] });
            }
        }
        else if (other is null)
        {
            derive(new()
            {
                Kind = kind,
                Series = figure.Series with { Dimensions = BaseDimensions(figure, claim), Observations = [] },
                Period = period,
                Value = Likeliest(measure, claim, ratio, implied),
                Interval = implied,
                Unit = measure.Unit,
                From = figure.ClaimPath(index),
            });
        }
    }

    // Two growth rates of one figure over the same base say the same ratio.
    private void CheckRates(Figure figure)
    {
        ValueInterval? first = null;
        for (var k = 0; k < figure.Observation.Claims.Count; k++)
        {
            var claim = figure.Observation.Claims[k];
            if (claim.Against != ClaimReference.PreviousYear || (claim.Of is { } of && of != ClaimSubject.Value) || Ratio(claim) is not { } ratio)
            {
                continue;
            }

            if (first is { } known && !known.Overlaps(ratio))
            {
                Report(IssueCodes.GrowthMismatch, figure.ClaimPath(k), figure.Observation.ToString(), claim.ToString(), ratio.ToString(), known.ToString(), figure.Observation.Period?.ToString() ?? "?");
            }

            first ??= ratio;
        }
    }

    // What is new is part of what there is; what has one dimension more is part of what has it less.
    private void CheckParts(Figure figure, IEnumerable<Figure> group)
    {
        if (figure.Observation.Measure is not { } measure || !IsAdditive(measure))
        {
            return;
        }

        var flow = figure.Series.Dimensions[KejiDomain.Dimension.Flow];
        foreach (var whole in group)
        {
            if (ReferenceEquals(whole, figure)
                || whole.Observation.Period != figure.Observation.Period
                || whole.Observation.Period is null
                || whole.Observation.Modality != figure.Observation.Modality
                || whole.Observation.Measure is not { } total
                || total.Unit != measure.Unit)
            {
                continue;
            }

            var wholeFlow = whole.Series.Dimensions[KejiDomain.Dimension.Flow];
            var isNew = Is(flow, Flow.New) && Is(wholeFlow, Flow.Stock);
            if ((!isNew && flow != wholeFlow) || !IsWholeOf(whole.Series.Dimensions, figure.Series.Dimensions, orEqual: isNew))
            {
                continue;
            }

            var code = isNew ? IssueCodes.NewExceedsStock : IssueCodes.PartExceedsWhole;
            if (measure.Interval is not { } part || total.Interval is not { } all)
            {
                Skip(figure, null, code, measure.Missing ?? total.Missing);
            }
            else if (part.Low > all.High)
            {
                var issue = isNew
                    ? Issue.Of(code, figure.Path + ".measure", measure.ToString(), figure.Observation.Period.ToString()!, total.ToString())
                    : Issue.Of(code, figure.Path + ".measure", figure.Series.Dimensions.ToString(), measure.ToString(), total.ToString());
                report(issue with { Related = [whole.Path + ".measure"] });
            }
        }
    }

    // Whether every dimension of the whole but flow is one of the part with the same codes, and the part has more of them.
    private static bool IsWholeOf(SeriesDimensions whole, SeriesDimensions part, bool orEqual)
    {
        foreach (var dimension in whole)
        {
            if (dimension.Dimension != KejiDomain.Dimension.Flow && part[dimension.Dimension] != dimension.Codes)
            {
                return false;
            }
        }

        return whole.Count < part.Count || (orEqual && whole.Count == part.Count);
    }

    private static bool Is(ValueList<DimensionCode> codes, Flow flow) => codes.Count == 1 && codes[0].ToString() == flow.ToString();

    // 增加83家,增幅10%: the increment is new or net new, the base is the stock.
    private static bool IsIncrement(Figure figure)
    {
        var flow = figure.Series.Dimensions[KejiDomain.Dimension.Flow];
        return Is(flow, Flow.NetNew) || Is(flow, Flow.New);
    }

    private static SeriesDimensions BaseDimensions(Figure figure, Claim claim) =>
        claim.Against == ClaimReference.Unstated
            ? figure.Series.Dimensions.With(KejiDomain.Dimension.Flow, DimensionCode.Parse(Flow.Stock.ToString()))
            : figure.Series.Dimensions;

    // The ratio of the figure to the earlier one that a claim states: 34.4% growth is 1.344, 3 times is 3.
    private static ValueInterval? Ratio(Claim claim)
    {
        if (claim.Measure is not { } measure || measure.Interval is not { } interval)
        {
            return null;
        }

        return measure.Unit == UnitOfMeasure.Percent ? new(1 + (interval.Low / 100), 1 + (interval.High / 100))
            : measure.Unit == UnitOfMeasure.Times ? interval
            : null;
    }

    private static ValueInterval? Fraction(Measure measure) =>
        measure.Unit == UnitOfMeasure.Percent && measure.Interval is { } interval ? new(interval.Low / 100, interval.High / 100) : null;

    // Both positive; an end that is open, or a divisor that can be nothing, leaves an end open.
    private static ValueInterval? Divide(ValueInterval value, ValueInterval by)
    {
        if (value.Low is < 0 || by.High is <= 0 || by.Low is < 0)
        {
            return null;
        }

        try
        {
            return new(by.High is { } most ? value.Low / most : value.Low is null ? null : 0, by.Low is > 0 and var least ? value.High / least : null);
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    // The quotient of the printed figures, to as many digits as the interval bears; a whole number where things are counted.
    private static decimal? Likeliest(Measure measure, Claim claim, ValueInterval ratio, ValueInterval implied)
    {
        if (IsVague(claim.Measure?.Qualifier) || IsVague(measure.Qualifier) || implied.Low is not { } low || implied.High is not { } high || measure.Value is not { } value)
        {
            return null;
        }

        var middle = value / ((ratio.Low!.Value + ratio.High!.Value) / 2);
        if (measure.Unit == UnitOfMeasure.Count)
        {
            return Math.Round(middle);
        }

        var step = 1m;
        while (step * 10 <= high - low)
        {
            step *= 10;
        }

        while (step > high - low && step > 0.0001m)
        {
            step /= 10;
        }

        return Math.Round(middle / step) * step;
    }

    // 达到10% is 10%; every other qualifier leaves the figure open on one side or both.
    private static bool IsVague(Qualifier? qualifier) => qualifier is { } q && q != Qualifier.Reaches;

    private static string? Dimension(UnitOfMeasure unit) => unit.Definition?.GetExtra("dimension");

    private static bool IsTarget(Modality modality) => modality == Modality.Target || modality == Modality.TargetFloor || modality == Modality.TargetStretch;

    private static bool IsAdditive(Measure measure) => measure.Unit == UnitOfMeasure.Count || measure.Unit == UnitOfMeasure.CNY;

    // Growth in real terms or of a ratio says nothing about the figures printed.
    private bool IsComparable(Figure figure) =>
        figure.Observation.Measure is null
        || figure.Observation.Measure?.Unit == UnitOfMeasure.Count
        || IsNominal(figure.Series.Indicator);

    private IndicatorDefinition? Local(Indicator indicator) => dataset.Indicators.FirstOrDefault(d => d.Id == indicator);

    private UnitOfMeasure? UnitOf(Indicator indicator) =>
        Local(indicator)?.Unit ?? (indicator.Definition?.GetExtra("unit") is { } unit ? UnitOfMeasure.Parse(unit) : null);

    private string? DenominatorOf(Indicator indicator) => Local(indicator)?.Denominator?.ToString() ?? indicator.Definition?.GetExtra("denominator");

    private bool IsNominal(Indicator indicator) => Local(indicator)?.Nominal ?? indicator.Definition?.GetExtra("nominal") == "true";

    private void Report(string code, string path, params ReadOnlySpan<IssueArgument> arguments) => report(Issue.Of(code, path, arguments));

    private void Skip(Figure figure, int? claim, string code, MissingReason? reason)
    {
        if (reportSkipped && reason is not null)
        {
            var rule = IssueDefinition.Get(code);
            Report(IssueCodes.OperandMissing, claim is { } index ? figure.ClaimPath(index) : figure.Path + ".measure", (rule.Title, rule.TitleZh), RecordRules.Literal(reason.Value));
        }
    }

    // Paths are made only for an issue: a data set without one pays nothing for them.
    private sealed record Figure(IndicatorSeries Series, Observation Observation, int SeriesIndex, int Index)
    {
        public string Path => JsonLocator.Item(JsonLocator.Item("$.series", SeriesIndex) + ".observations", Index);

        public string ClaimPath(int claim) => JsonLocator.Item(Path + ".claims", claim);
    }
}
