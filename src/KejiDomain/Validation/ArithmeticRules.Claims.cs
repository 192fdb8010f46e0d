using System.Runtime.InteropServices;

namespace KejiDomain.Validation;

/// <summary>The rules on what is claimed of a figure: growth, increase, completion, share, contribution, runs, records.</summary>
internal partial struct ArithmeticRules
{
    // How far back a run is followed: no printed one is longer, and a wrong one must not cost more.
    private const int LongestRun = 100;

    // How many statements of one figure are tried; of more nobody knows which is meant.
    private const int MostStatements = 16;

    private static readonly ValueInterval NotLess = new(1, null);

    private static readonly ValueInterval NotMore = new(0, 1);

    private void CheckClaim(SeriesFigure figure, int index)
    {
        var claim = figure.Observation.Claims[index];
        if (claim.Against == ClaimReference.Whole && claim.Of == ClaimSubject.Growth)
        {
            CheckContribution(figure, index);
        }

        if (claim.Of is { } subject && subject != ClaimSubject.Value)
        {
            return;
        }

        if (claim.Against == ClaimReference.PreviousYear || claim.Against == ClaimReference.EarlierPeriod)
        {
            CheckGrowth(figure, index);
            CheckRun(figure, index);
        }
        else if (claim.Against == ClaimReference.Target)
        {
            CheckCompletion(figure, index);
        }
        else if (claim.Against == ClaimReference.Whole || claim.Against == ClaimReference.Indicator)
        {
            CheckShare(figure, index);
        }
        else if (claim.Against == ClaimReference.Unstated)
        {
            CheckIncrementRate(figure, index);
        }
        else if (claim.Against == ClaimReference.OwnHistory)
        {
            CheckRecord(figure, index);
        }
        else if (claim.Against == ClaimReference.Peers)
        {
            CheckRankRun(figure, index);
        }
    }

    // 121, +34.4%: 90 before. 3.1%, +0.3 percentage points: 2.8% before. 121, 30 more: 91 before.
    private void CheckGrowth(SeriesFigure figure, int index)
    {
        var claim = figure.Observation.Claims[index];
        if (claim.Measure?.Missing is { } missing)
        {
            Skip(figure, index, IssueCodes.GrowthMismatch, missing);
            return;
        }

        var period = claim.Against == ClaimReference.PreviousYear ? figure.Observation.Period?.PreviousYear() : claim.Period;
        var key = FigureKey.Of(figure) with { Period = period };
        if (Ratio(claim) is { } ratio)
        {
            if (IsComparable(figure) && Operands(figure, index, IssueCodes.GrowthMismatch) is { } value && value.Over(ratio) is { } implied)
            {
                Relate(figure, index, DerivationKind.Base, key, Known, implied, claim.Measure is null ? null : Quotient(figure, claim, ratio, implied), IssueCodes.GrowthMismatch);
            }
        }
        else if (claim.Measure is { } difference && figure.Observation.Measure is { } measure && IsDifference(difference, measure)
            && Operands(figure, index, IssueCodes.IncrementMismatch) is { } value && difference.Interval is { } step)
        {
            var exact = IsVague(difference.Qualifier) || IsVague(measure.Qualifier) ? null : ValueInterval.Sum(measure.Value, -difference.Value);
            Relate(figure, index, DerivationKind.Base, key, Known, value.Minus(step), exact, IssueCodes.IncrementMismatch);
        }
    }

    // A ratio rises by percentage points; what is counted rises by as many.
    private static bool IsDifference(Measure difference, Measure measure) =>
        difference.Unit == UnitOfMeasure.PercentagePoint ? measure.Unit == UnitOfMeasure.Percent : IsAdditive(measure) && difference.Unit == measure.Unit;

    private void CheckCompletion(SeriesFigure figure, int index)
    {
        var claim = figure.Observation.Claims[index];
        var key = FigureKey.Of(figure) with { Period = claim.Period ?? figure.Observation.Period };
        if (Completion(claim) is { } share && Operands(figure, index, IssueCodes.CompletionMismatch) is { } value && value.Over(share) is { } implied && !FitsTarget(key, implied))
        {
            Relate(figure, index, DerivationKind.Target, key, Targets, implied, claim.Measure is null ? null : Quotient(figure, claim, share, implied), IssueCodes.CompletionMismatch);
        }
    }

    // Where a text has a floor beside a plan, a claim may be on either.
    private bool FitsTarget(FigureKey key, ValueInterval implied)
    {
        foreach (var modality in Targets)
        {
            if (_figures.TryFind(key with { Modality = modality }, out var target) && ((BaseOf(target) is { } value && implied.Overlaps(value)) || FitsNext(target, implied, isTarget: true)))
            {
                return true;
            }
        }

        return false;
    }

    // What is completed of 100家以上 is completed of 100.
    private static ValueInterval? BaseOf(SeriesFigure figure) =>
        Targets.Contains(figure.Observation.Modality) && figure.Observation.Measure is { Qualifier: { } qualifier } measure
            && (qualifier == Qualifier.AtLeast || qualifier == Qualifier.Exceeds || qualifier == Qualifier.BreaksThrough)
            ? (measure with { Qualifier = null }).Interval
            : ValueOf(figure);

    // Where a text states a figure twice, a claim may be on either; a redacted one may be any.
    private bool FitsNext(SeriesFigure figure, ValueInterval implied, bool isTarget)
    {
        var kind = figure.Observation.Measure is { } first ? KindOf(first.Unit) : null;
        var number = _figures.Next(_figures.NumberOf(figure));
        for (var k = 0; number >= 0; k++)
        {
            var other = _figures[number];
            if (k == MostStatements || (other.Observation.Measure is { } measure && KindOf(measure.Unit) == kind && (isTarget ? BaseOf(other) : measure.Interval)?.Overlaps(implied) != false))
            {
                return true;
            }

            number = _figures.Next(number);
        }

        return false;
    }

    private static ValueInterval? Completion(Claim claim) =>
        claim.Measure is { } measure ? Fraction(measure)
        : claim.Word == ClaimWord.Completed || claim.Word == ClaimWord.Exceeded ? NotLess
        : claim.Word == ClaimWord.FellShort ? NotMore
        : null;

    // A part and its share: the whole.
    private void CheckShare(SeriesFigure figure, int index)
    {
        var claim = figure.Observation.Claims[index];
        if (claim.Measure is not { } measure || Fraction(measure) is not { } share)
        {
            return;
        }

        if (claim.Against == ClaimReference.Whole && share.Low > 1)
        {
            Report(IssueCodes.ShareOutOfRange, figure.ClaimPath(index), measure.ToString());
        }
        else if (Operands(figure, index, IssueCodes.ShareMismatch) is { } value && value.Over(share) is { } implied && WholeOf(figure, claim, figure.Observation.Period) is { } key)
        {
            Relate(figure, index, DerivationKind.Whole, key, [figure.Observation.Modality], implied, Quotient(figure, claim, share, implied), IssueCodes.ShareMismatch);
        }
    }

    // What a share is a share of: another indicator, the wider place, the owner's place, or the series without the one dimension that it has besides its flow.
    private FigureKey? WholeOf(SeriesFigure figure, Claim claim, ReportingPeriod? period)
    {
        var key = FigureKey.Of(figure) with { Period = period };
        if (claim.Indicator is { } indicator)
        {
            key = key with { Indicator = indicator, Place = claim.Scope ?? key.Place };
            return KindOf(figure.Observation.Measure!.Value.Unit) != (UnitOf(indicator) is { } unit ? KindOf(UnitOfMeasure.Parse(unit)) : null) ? null
                : _figures.TryFind(key, out _) ? key
                : key with { Dimensions = default };
        }

        if (claim.Scope is { } scope && scope != key.Place)
        {
            return key with { Place = scope, Subject = null };
        }

        if (key.Subject is not null)
        {
            return key with { Subject = null };
        }

        var flow = DimensionAt(key.Dimensions, Dimension.Flow);
        return key.Dimensions.Count - (flow >= 0 ? 1 : 0) == 1 ? key with { Omitted = 1u << (flow == 0 ? 1 : 0) } : null;
    }

    // 对全市增长的贡献率60%, 拉动2.3个百分点: four figures say the same.
    private void CheckContribution(SeriesFigure figure, int index)
    {
        var claim = figure.Observation.Claims[index];
        if (claim.Measure is not { } measure || measure.Interval is not { } stated || figure.Observation.Period?.PreviousYear() is not { } before)
        {
            return;
        }

        if (WholeOf(figure, claim, figure.Observation.Period) is not { } key
            || !_figures.TryFind(FigureKey.Of(figure) with { Period = before }, figure, Known, out var partBefore)
            || !_figures.TryFind(key, figure, Known, out var whole)
            || !_figures.TryFind(key with { Period = before }, figure, Known, out var wholeBefore)
            || ValueOf(figure) is not { } part || ValueOf(partBefore) is not { } partWas || ValueOf(whole) is not { } all || ValueOf(wholeBefore) is not { } allWas
            || !SameUnit(figure, whole) || !SameUnit(figure, partBefore) || !SameUnit(whole, wholeBefore))
        {
            return;
        }

        // A share is one of the growth of the whole, points are of what the whole was.
        var parts = measure.Unit == UnitOfMeasure.PercentagePoint ? 100 : measure.PerWhole;
        if (parts > 0 && part.Minus(partWas).Over(measure.PerWhole > 0 ? all.Minus(allWas) : allWas) is { } implied && !implied.Overlaps(stated.DividedBy(parts)))
        {
            Report(IssueCodes.ContributionMismatch, figure.ClaimPath(index), whole, measure.ToString(), implied.MultipliedBy(parts).ToString());
        }
    }

    // 净增83家,增幅10%: the stock that it was added to, 830, from the stock printed before or from the one printed after.
    // Of 新增83家,增幅10% nobody knows whether the stock or the number of new ones has grown.
    private void CheckIncrementRate(SeriesFigure figure, int index)
    {
        var claim = figure.Observation.Claims[index];
        if (claim.Measure is not { } rate || Fraction(rate) is not { } increment || !Is(figure.Series.Dimensions[Dimension.Flow], Flow.NetNew)
            || WithFlow(FigureKey.Of(figure), Flow.Stock) is not { } stock
            || Operands(figure, index, IssueCodes.GrowthMismatch) is not { } value || value.Over(increment) is not { } implied)
        {
            return;
        }

        var measure = figure.Observation.Measure!.Value;
        var key = stock with { Period = figure.Observation.Period?.PreviousYear() };
        if (!_figures.TryFind(key, figure, Known, out _)
            && _figures.TryFind(stock, out var after) && SameUnit(figure, after) && ValueOf(after) is { } total)
        {
            var before = total.Minus(value);
            if (!before.Overlaps(implied))
            {
                Report(IssueCodes.GrowthMismatch, figure.ClaimPath(index), after, MeasureOf(figure), claim.ToString(), implied.ToString(measure), before.ToString(measure), key.Period?.ToString() ?? "?");
            }
        }
        else
        {
            Relate(figure, index, DerivationKind.Base, key, Known, implied, Quotient(figure, claim, increment, implied), IssueCodes.GrowthMismatch);
        }
    }

    // 连续四年翻番: every two years in a row, and the years further back by what has multiplied since.
    private void CheckRun(SeriesFigure figure, int index)
    {
        var claim = figure.Observation.Claims[index];
        if (claim.Run?.Years is not > 1 || claim.Against != ClaimReference.PreviousYear || RunRatio(claim) is not { } step || !IsComparable(figure) || ValueOf(figure) is not { } implied)
        {
            return;
        }

        var period = figure.Observation.Period;
        for (var k = 1; k <= Math.Min(claim.Run.Years.Value, LongestRun); k++)
        {
            period = period?.PreviousYear();
            if (period is null || implied.Over(step) is not { } next)
            {
                return;
            }

            implied = next;
            if (!_figures.TryFind(FigureKey.Of(figure) with { Period = period }, figure, Known, out var before) || !SameUnit(before, figure) || ValueOf(before) is not { } value)
            {
                continue;
            }

            // The last pair is the growth of the year itself, which a rule of its own holds.
            if (k > 1 && !implied.Overlaps(value))
            {
                Report(IssueCodes.RunMismatch, figure.ClaimPath(index), before, claim.ToString(), implied.ToString(figure.Observation.Measure!.Value), MeasureOf(before), period.Value.ToString());
                return;
            }

            implied = value;
        }
    }

    // An exact rate is that of the last year; what it repeats is the direction.
    private static ValueInterval? RunRatio(Claim claim) =>
        Ratio(claim) is not { } ratio ? null
        : ratio.High is null || ratio.Low is null or 0 ? ratio
        : ratio.Low >= 1 ? NotLess
        : ratio.High <= 1 ? NotMore
        : null;

    // 连续五年居首位: where an earlier year has a rank among the same peers, it is the same.
    private void CheckRankRun(SeriesFigure figure, int index)
    {
        var claim = figure.Observation.Claims[index];
        if (claim.Position is not { } position || claim.Run?.Years is not > 1)
        {
            return;
        }

        var period = figure.Observation.Period?.PreviousYear();
        for (var k = 1; k < Math.Min(claim.Run.Years.Value, LongestRun) && period is not null; k++, period = period?.PreviousYear())
        {
            if (!_figures.TryFind(FigureKey.Of(figure) with { Period = period }, figure, Known, out var before))
            {
                continue;
            }

            foreach (var other in before.Observation.Claims)
            {
                if (other.Against == ClaimReference.Peers && other.Position is { } rank && rank != position && other.Scope == claim.Scope && other.Of == claim.Of)
                {
                    report(Issue.Of(IssueCodes.RunMismatch, figure.ClaimPath(index), claim.ToString(), position, other.ToString(), period.Value.ToString()) with { Related = [before.Path] });
                    return;
                }
            }
        }
    }

    // 历年最多: no earlier figure of the series is greater; 历史新低: none is less.
    private void CheckRecord(SeriesFigure figure, int index)
    {
        if (figure.Observation.Claims[index].Word is not { } word || figure.Series.Observations.Count < 2)
        {
            return;
        }

        if (word == ClaimWord.Most || word == ClaimWord.Highest || word == ClaimWord.Largest || word == ClaimWord.RecordHigh)
        {
            CheckRecord(figure, index, word, ref _highs, isLow: false);
        }
        else if (word == ClaimWord.Fewest || word == ClaimWord.Lowest || word == ClaimWord.RecordLow)
        {
            CheckRecord(figure, index, word, ref _lows, isLow: true);
        }
    }

    // One walk over the series for each claim would be quadratic, so the greatest is kept; the least is the greatest of what is below nought.
    private void CheckRecord(SeriesFigure figure, int index, ClaimWord word, ref SeriesRecords kept, bool isLow)
    {
        if (figure.Observation.Period?.Latest is not { } on || ValueOf(figure) is not { } interval || (isLow ? -interval.Low : interval.High) is not { } value)
        {
            return;
        }

        if (kept.Ranked is null || kept.Series != figure.SeriesIndex)
        {
            kept = Records(figure, isLow);
        }

        if (!kept.Ranked!.TryGetValue(PeersOf(figure.Series, figure.Observation), out var records))
        {
            return;
        }

        var (low, high) = (0, records.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = records[middle].Until < on ? (middle + 1, high) : (low, middle);
        }

        if (low > 0 && records[low - 1] is var best && best.Low > value)
        {
            var other = figure with { Observation = figure.Series.Observations[best.Index], Index = best.Index };
            Report(IssueCodes.RecordContradicted, figure.ClaimPath(index), other, MeasureOf(figure), word.Definition is { } d ? (d.En, d.Zh) : word.ToString(), MeasureOf(other), PeriodOf(other));
        }
    }

    private SeriesRecords _highs;

    private SeriesRecords _lows;

    private readonly record struct SeriesRecords(
        int Series, Dictionary<(Modality, UnitOfMeasure?, int), List<(NodaTime.LocalDate Until, decimal Low, int Index)>>? Ranked);

    // The figures of a series that can be records of each other, by the end of their periods, each with the greatest one up to it.
    private static SeriesRecords Records(SeriesFigure figure, bool isLow)
    {
        var all = new Dictionary<(Modality, UnitOfMeasure?, int), List<(NodaTime.LocalDate Until, decimal Low, int Index)>>();
        for (var i = 0; i < figure.Series.Observations.Count; i++)
        {
            var other = figure.Series.Observations[i];
            if (other.Period?.Latest is { } until && other.Measure?.Interval is { } interval && (isLow ? -interval.High : interval.Low) is { } low)
            {
                ref var records = ref CollectionsMarshal.GetValueRefOrAddDefault(all, PeersOf(figure.Series, other), out _);
                (records ??= []).Add((until, low, i));
            }
        }

        foreach (var records in all.Values)
        {
            records.Sort();
            for (var i = 1; i < records.Count; i++)
            {
                if (records[i - 1].Low > records[i].Low)
                {
                    records[i] = records[i] with { Low = records[i - 1].Low, Index = records[i - 1].Index };
                }
            }
        }

        return new(figure.SeriesIndex, all);
    }

    // What flows in half a year is no record of years, nor are five years together; what stands at the end of a period may be any.
    private static (Modality Modality, UnitOfMeasure? Unit, int Months) PeersOf(IndicatorSeries series, Observation observation)
    {
        var flow = series.Dimensions[Dimension.Flow];
        var months = Is(flow, Flow.Stock) || Is(flow, Flow.Cumulative) ? 0
            : observation.Period is { Earliest: { } from, Latest: { } to } ? (12 * (to.Year - from.Year)) + to.Month - from.Month + 1
            : -1;
        return (observation.Modality, observation.Measure?.Unit, months);
    }

    // 121 after 31 more is 121 to 90.
    private ValueInterval? Increased(SeriesFigure figure, Claim claim) =>
        claim.Measure is { } step && figure.Observation.Measure is { } measure && IsAdditive(measure) && step.Unit == measure.Unit && IsComparable(figure)
        && step.Interval is { } more && measure.Interval is { } value
            ? value.Over(value.Minus(more))
            : null;

    // Two growth rates of one figure over the same base say the same ratio, and so does an increase.
    private void CheckRates(SeriesFigure figure)
    {
        ValueInterval? first = null;
        for (var k = 0; k < figure.Observation.Claims.Count; k++)
        {
            var claim = figure.Observation.Claims[k];
            if (claim.Against != ClaimReference.PreviousYear || (claim.Of is { } of && of != ClaimSubject.Value) || (Ratio(claim) ?? Increased(figure, claim)) is not { } ratio)
            {
                continue;
            }

            if (first is { } known && !known.Overlaps(ratio))
            {
                Report(IssueCodes.GrowthMismatch, figure.ClaimPath(k), figure.Observation.ToString(), claim.ToString(), ratio.ToString(), known.ToString(), PeriodOf(figure));
            }

            first ??= ratio;
        }
    }

    // The value of the figure, or a note on what is missing.
    private ValueInterval? Operands(SeriesFigure figure, int index, string code)
    {
        if (ValueOf(figure) is { } value && figure.Observation.Claims[index].Measure?.Missing is null)
        {
            return value;
        }

        Skip(figure, index, code, figure.Observation.Measure?.Missing ?? figure.Observation.Claims[index].Measure?.Missing);
        return null;
    }

    // Compared where the text has the other figure, derived where it has not.
    private void Relate(
        SeriesFigure figure, int index, DerivationKind kind, FigureKey key, ReadOnlySpan<Modality> modalities, ValueInterval implied, decimal? likely, string code)
    {
        var measure = figure.Observation.Measure!.Value;
        if (!_figures.TryFind(key, figure, modalities, out var other))
        {
            if (derive is not null && figure.Observation.Claims[index].Measure is not null)
            {
                derive(new()
                {
                    Kind = kind,
                    Series = new() { Indicator = key.Indicator, Place = key.Place, Subject = key.Subject, Dimensions = Dimensions(key), Observations = [] },
                    Period = key.Period,
                    Value = likely,
                    Interval = implied,
                    Unit = measure.Unit,
                    From = figure.ClaimPath(index),
                });
            }
        }
        else if (other.Observation.Measure is { } stated && KindOf(stated.Unit) == KindOf(measure.Unit))
        {
            if ((kind == DerivationKind.Target ? BaseOf(other) : stated.Interval) is not { } interval)
            {
                Skip(figure, index, code, stated.Missing);
            }
            else if (!implied.Overlaps(interval) && !FitsNext(other, implied, kind == DerivationKind.Target))
            {
                Report(code, figure.ClaimPath(index), other, measure.ToString(), figure.Observation.Claims[index].ToString(), implied.ToString(measure), stated.ToString(), key.Period?.ToString() ?? "?");
            }
        }
    }

    private static SeriesDimensions Dimensions(FigureKey key)
    {
        var dimensions = key.Dimensions;
        for (var i = key.Dimensions.Count - 1; i >= 0; i--)
        {
            var dimension = key.Dimensions[i].Dimension;
            dimensions = key.IsOmitted(i) ? dimensions.With(dimension)
                : key.Replaced(i) is { } code ? dimensions.With(dimension, DimensionCode.Parse(code))
                : dimensions;
        }

        return dimensions;
    }

    // The ratio of the figure to the earlier one that a claim states: 34.4% growth is 1.344, 3 times is 3.
    private static ValueInterval? Ratio(Claim claim)
    {
        if (claim.Measure is not { } measure)
        {
            return claim.Word == ClaimWord.Doubled ? new(2, null)
                : claim.Word == ClaimWord.Quadrupled ? new(4, null)
                : claim.Word == ClaimWord.Increased ? NotLess
                : claim.Word == ClaimWord.Decreased ? NotMore
                : null;
        }

        return measure.Interval is not { } interval ? null
            : Fraction(measure) is { } share ? share.Plus(new(1, 1))
            : measure.Unit != UnitOfMeasure.Times ? null
            : IsIncreaseByTimes(claim) ? interval.Plus(new(0, 1))
            : interval;
    }

    // 增长3倍 is four times as much by the book, and three in many a text.
    private static bool IsIncreaseByTimes(Claim claim) => claim.Word == ClaimWord.Increased && claim.Measure?.Unit == UnitOfMeasure.Times;

    private static ValueInterval? Fraction(in Measure measure) => measure.PerWhole is > 0 and var parts ? measure.Interval?.DividedBy(parts) : null;

    // The quotient of the printed figures, to as many digits as the interval bears; a whole number where things are counted.
    private static decimal? Quotient(SeriesFigure figure, Claim claim, ValueInterval ratio, ValueInterval implied)
    {
        var measure = figure.Observation.Measure!.Value;
        if (IsVague(claim.Measure?.Qualifier) || IsVague(measure.Qualifier) || IsIncreaseByTimes(claim)
            || implied.Low is not { } low || implied.High is not { } high || ratio.Low is not { } least || ratio.High is not { } most || measure.Value is not { } value)
        {
            return null;
        }

        try
        {
            var middle = value / (least + ((most - least) / 2));
            if (measure.Unit == UnitOfMeasure.Count)
            {
                return Math.Round(middle);
            }

            var step = 1m;
            while (step <= (high - low) / 10)
            {
                step *= 10;
            }

            while (step > high - low && step > 0.0001m)
            {
                step /= 10;
            }

            return Math.Round(middle / step) * step;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    // Growth in real terms or of a ratio says nothing about the figures printed.
    private bool IsComparable(SeriesFigure figure) =>
        figure.Observation.Measure is null
        || figure.Observation.Measure?.Unit == UnitOfMeasure.Count
        || IsNominal(figure.Series.Indicator);
}
