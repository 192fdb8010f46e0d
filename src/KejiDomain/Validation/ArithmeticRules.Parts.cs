using System.Numerics;

namespace KejiDomain.Validation;

/// <summary>The rules that follow from the keys of series: parts and wholes, stocks and flows, targets, ratios.</summary>
internal partial struct ArithmeticRules
{
    // What has one dimension more, a narrower level, class, indicator or place, or an owner, is part of what has not.
    private void CheckWholes(SeriesFigure figure, in Measure measure, int number)
    {
        if (_figures.HasOthers(number, out var group))
        {
            CheckDimensions(figure, FigureKey.Of(figure), measure, group);
        }

        CheckPlaces(figure, figure.Series.Indicator, measure, isOwn: true);
        for (var definition = figure.Series.Indicator.Definition; definition?.Broader is { } broader;)
        {
            var indicator = Indicator.Parse(broader);
            if (_figures.MayHaveIndicator(indicator))
            {
                CheckPlaces(figure, indicator, measure, isOwn: false);
                if (figure.Series.Place is null)
                {
                    CheckOthers(figure, FigureKey.Of(figure) with { Indicator = indicator }, measure);
                }
            }

            definition = indicator.Definition;
        }
    }

    private void CheckPlaces(SeriesFigure figure, Indicator indicator, in Measure measure, bool isOwn)
    {
        if (figure.Series.Place is not { } own)
        {
            return;
        }

        // Of its own place a figure is no part but by its owner.
        if (!isOwn || figure.Series.Subject is not null)
        {
            CheckPlace(figure, FigureKey.Of(figure) with { Indicator = indicator }, measure, isOwn);
        }

        // Mostly all series are of one place.
        if (ReferenceEquals(own.ToString(), _widest))
        {
            return;
        }

        var isWidest = true;
        Span<char> code = stackalloc char[DivisionCode.Digits];
        for (var above = own.Division?.Parent; above is not null; above = above.Parent)
        {
            if (above.Code.TryFormat(code, out _) && _figures.MayHavePlace(code))
            {
                isWidest = false;
                CheckPlace(figure, FigureKey.Of(figure) with { Indicator = indicator, Place = Named(above) }, measure, isOwn: false);
            }
        }

        _widest = isWidest ? own.ToString() : _widest;
    }

    private void CheckPlace(SeriesFigure figure, in FigureKey whole, in Measure measure, bool isOwn)
    {
        if (!isOwn)
        {
            CheckOthers(figure, whole, measure);
        }

        if (whole.Subject is not null)
        {
            CheckOthers(figure, whole with { Subject = null }, measure);
        }
    }

    private PlaceReference Named(Division division)
    {
        _wider ??= [];
        if (!_wider.TryGetValue(division, out var place))
        {
            _wider.Add(division, place = division.Code);
        }

        return place;
    }

    private void CheckOthers(SeriesFigure figure, in FigureKey whole, in Measure measure)
    {
        if (_figures.MayHave(whole, out var group))
        {
            CheckDimensions(figure, whole, measure, group);
        }
    }

    private void CheckDimensions(SeriesFigure figure, in FigureKey whole, in Measure measure, int group)
    {
        Span<int> hashes = stackalloc int[32];
        var hash = group;
        var open = 0u;
        var flow = -1;
        for (var i = 0; i < whole.Dimensions.Count; i++)
        {
            var dimension = whole.Dimensions[i];
            var part = FigureKey.HashOf(dimension);
            hash ^= part;
            if (dimension.Dimension == Dimension.Flow)
            {
                flow = i;
            }
            else if (i < hashes.Length && dimension.Dimension != Dimension.Stage && dimension.Dimension.IsKnown)
            {
                open |= 1u << i;
                hashes[i] = part;
            }
        }

        Widen(figure, whole, measure, hash, hashes, open);
        if (flow >= 0 && Is(whole.Dimensions[flow].Codes, Flow.New))
        {
            foreach (var total in (ReadOnlySpan<Flow>)[Flow.Stock, Flow.Cumulative])
            {
                if (_figures.MayHaveCode(total.ToString()))
                {
                    var other = hash ^ FigureKey.HashOf(whole.Dimensions[flow]) ^ FigureKey.HashOf(Dimension.Flow, total.ToString());
                    Widen(figure, whole with { Flow = new(flow, total.ToString()) }, measure, other, hashes, open);
                }
            }
        }
    }

    // Every open dimension as it is, left out, or with each broader code: at most as many ways as there are dimensions of the library allow.
    private void Widen(SeriesFigure figure, in FigureKey whole, in Measure measure, int hash, ReadOnlySpan<int> hashes, uint open)
    {
        while (open != 0)
        {
            var i = BitOperations.TrailingZeroCount(open);
            open &= open - 1;
            var without = hash ^ hashes[i];
            Widen(figure, whole with { Omitted = whole.Omitted | (1u << i) }, measure, without, hashes, open);
            var dimension = whole.Dimensions[i];
            if (dimension.Codes.Count != 1 || !(dimension.Dimension == Dimension.Level || dimension.Dimension == Dimension.Class))
            {
                continue;
            }

            var list = dimension.Dimension == Dimension.Level ? AdministrativeLevel.CodeList : RecognitionClass.CodeList;
            var code = list.Find(dimension.Codes[0].ToString())?.Broader;
            for (var steps = 0; code is not null && steps < 4; steps++)
            {
                if (_figures.MayHaveCode(code))
                {
                    var replacement = new FigureKey.Replacement(i, code);
                    var broader = dimension.Dimension == Dimension.Level ? whole with { Level = replacement } : whole with { Class = replacement };
                    Widen(figure, broader, measure, without ^ FigureKey.HashOf(dimension.Dimension, code), hashes, open);
                }

                code = list.Find(code)?.Broader;
            }
        }

        if (!whole.IsOf(figure) && _figures.TryFind(whole, hash, out var found) && !ReferenceEquals(found.Observation, figure.Observation))
        {
            CheckPart(figure, found, whole, measure);
        }
    }

    // What is tied to an event is part of nothing outside it.
    private void CheckPart(SeriesFigure part, SeriesFigure whole, in FigureKey key, in Measure measure)
    {
        if (whole.Observation.Measure is not { } total || total.Unit != measure.Unit || (whole.Observation.Event is { } tied && tied != part.Observation.Event))
        {
            return;
        }

        var isNew = key.Flow.Code is not null;
        var code = isNew ? IssueCodes.NewExceedsStock : IssueCodes.PartExceedsWhole;
        if (measure.Interval is not { } some || total.Interval is not { } all)
        {
            Skip(part, null, code, measure.Missing ?? total.Missing);
        }
        else if (some.Low > all.High && isNew)
        {
            Report(code, part.MeasurePath, whole, measure.ToString(), PeriodOf(part), total.ToString());
        }
        else if (some.Low > all.High)
        {
            Report(code, part.MeasurePath, whole, part.Series.ToString(), measure.ToString(), total.ToString());
        }
        else if (!isNew && key.Indicator == part.Series.Indicator && key.Subject == part.Series.Subject)
        {
            if (key.Place == part.Series.Place)
            {
                AddPart(part, whole, key);
            }
            else if (key is { Omitted: 0, Level.Code: null, Class.Code: null })
            {
                AddPlace(part, whole);
            }
        }
    }

    // What lies side by side in a place adds up to no more than it; a zone may lie across districts.
    private void AddPlace(SeriesFigure part, SeriesFigure whole)
    {
        if (part.Series.Place?.Division is { IsFunctionalZone: false, Parent: { } parent } place && parent == whole.Series.Place?.Division
            && part.Series.Indicator.Definition?.GetExtra("aggregation") == "sum")
        {
            Add(part, whole, default, place.Code.ToString());
        }
    }

    // A part along a dimension whose codes exclude each other; along two at once it is a part of a part.
    private void AddPart(SeriesFigure part, SeriesFigure whole, in FigureKey key)
    {
        var at = -1;
        for (var i = 0; i < key.Dimensions.Count; i++)
        {
            if (key.IsOmitted(i) || key.Replaced(i) is not null)
            {
                if (at >= 0 && key.IsOmitted(i))
                {
                    return;
                }

                at = at < 0 || key.IsOmitted(i) ? i : at;
            }
        }

        if (at < 0 || key.Dimensions[at] is not { Codes.Count: 1 } dimension || !Excludes(dimension, part))
        {
            return;
        }

        Add(part, whole, dimension.Dimension, dimension.Codes[0].ToString());
    }

    private void Add(SeriesFigure part, SeriesFigure whole, Dimension dimension, string code)
    {
        _sums ??= [];
        var sum = (whole.SeriesIndex, whole.Index, dimension);
        if (!_sums.TryGetValue(sum, out var parts))
        {
            _sums.Add(sum, parts = []);
        }

        parts.Add((code, part));
    }

    // An enterprise may hold two titles, and a body two levels; a platform and a prize are of one class each, and so is a prize of one level. Money is not given twice. One zone may lie in another.
    private static bool Excludes(DimensionValue dimension, SeriesFigure part) =>
        dimension.Dimension == Dimension.Class ? CategoryOf(dimension.Codes) is "platform" or "award"
        : dimension.Dimension == Dimension.Level ? part.Observation.Measure?.Unit == UnitOfMeasure.CNY || CategoryOf(part.Series.Dimensions[Dimension.Class]) == "award"
        : dimension.Dimension != Dimension.Zone;

    private static string? CategoryOf(ValueList<DimensionCode> classes) =>
        classes.IsEmpty ? null : RecognitionClass.CodeList.Find(classes[0].ToString())?.GetExtra("category");

    // Parts that exclude each other add up to no more than the whole.
    private void CheckSums()
    {
        if (_sums is null)
        {
            return;
        }

        foreach (var ((series, observation, dimension), parts) in _sums)
        {
            if (parts.Count < 2)
            {
                continue;
            }

            var whole = dataset.Series[series].Observations[observation];
            var sum = new ValueInterval(0, 0);
            var codes = new Dictionary<string, SeriesFigure>(StringComparer.Ordinal);
            foreach (var (code, part) in parts)
            {
                // The same code twice is one part seen twice, once narrower; the first stands.
                sum = codes.TryAdd(code, part) ? sum.Plus(ValueOf(part) ?? new(0, null)) : sum;
            }

            if (codes.Count > 1 && !IsNested(codes, dimension) && whole.Measure?.Interval is { } all && sum.Low > all.High)
            {
                var figure = new SeriesFigure(dataset.Series[series], whole, series, observation);
                ReportSum(figure, codes.Values, sum);
            }
        }
    }

    private void ReportSum(SeriesFigure whole, IEnumerable<SeriesFigure> parts, ValueInterval sum) => report(
        Issue.Of(IssueCodes.SumMismatch, whole.MeasurePath, sum.ToString(whole.Observation.Measure!.Value), MeasureOf(whole)) with { Related = parts.Select(p => p.MeasurePath).ToValueList() });

    private static bool IsNested(Dictionary<string, SeriesFigure> codes, Dimension dimension)
    {
        var list = dimension == Dimension.Level ? AdministrativeLevel.CodeList : dimension == Dimension.Class ? RecognitionClass.CodeList : null;
        foreach (var code in codes.Keys)
        {
            var above = list?.Find(code)?.Broader;
            for (var steps = 0; above is not null && steps < 4; steps++)
            {
                if (codes.ContainsKey(above))
                {
                    return true;
                }

                above = list!.Find(above)?.Broader;
            }
        }

        return false;
    }

    // One figure over several codes: each alone is part of it, and all of them together are not less.
    private void CheckClasses(SeriesFigure figure, in Measure measure)
    {
        for (var i = 0; i < figure.Series.Dimensions.Count; i++)
        {
            var dimension = figure.Series.Dimensions[i];
            if (dimension.Codes.Count < 2 || measure.Interval is not { } all)
            {
                continue;
            }

            List<SeriesFigure>? parts = null;
            var sum = new ValueInterval(0, 0);
            var exceeds = false;
            foreach (var code in dimension.Codes)
            {
                var key = FigureKey.Of(figure) with { Class = new(i, code.ToString()) };
                if (_figures.TryFind(key, out var part) && SameUnit(part, figure) && ValueOf(part) is { } value)
                {
                    (parts ??= []).Add(part);
                    sum = sum.Plus(value);
                    if (value.Low > all.High)
                    {
                        exceeds = true;
                        Report(IssueCodes.PartExceedsWhole, part.MeasurePath, figure, part.Series.ToString(), MeasureOf(part), measure.ToString());
                    }
                }
            }

            if (parts?.Count == dimension.Codes.Count && (all.Low > sum.High || (sum.Low > all.High && !exceeds && Excludes(dimension, figure))))
            {
                ReportSum(figure, parts, sum);
            }
        }
    }

    // Stock before and net increase make the stock after; what is new alone makes it at most; a cumulative total grows by what is new.
    private void CheckFlow(SeriesFigure figure, in Measure measure, ReportingPeriod period)
    {
        var flow = figure.Series.Dimensions[Dimension.Flow];
        var isStock = Is(flow, Flow.Stock);
        if (isStock || Is(flow, Flow.Cumulative) || (derive is not null && Is(flow, Flow.NetNew)))
        {
            CheckFlow(figure, measure, period, isStock, isNew: Is(flow, Flow.NetNew));
        }
    }

    private void CheckFlow(SeriesFigure figure, in Measure measure, ReportingPeriod period, bool isStock, bool isNew)
    {
        if (period.PreviousYear() is not { } before || measure.Interval is not { } after)
        {
            return;
        }

        var key = FigureKey.Of(figure);
        if (!isNew)
        {
            if (!_figures.TryFind(key with { Period = before }, figure, Known, out var earlier) || !SameUnit(earlier, figure) || ValueOf(earlier) is not { } was)
            {
                return;
            }

            if (!isStock && after.High < was.Low)
            {
                Report(IssueCodes.FlowMismatch, figure.MeasurePath, earlier, MeasureOf(earlier), "0", was.ToString(measure), measure.ToString());
            }

            CheckIncrease(figure, earlier, key, isStock ? Flow.NetNew : Flow.New, after, was, isExact: true);
            if (isStock)
            {
                CheckIncrease(figure, earlier, key, Flow.New, after, was, isExact: false);
            }
        }
        else if (WithFlow(key, Flow.Stock) is { } stock
            && _figures.TryFind(stock, out var total) && SameUnit(total, figure) && ValueOf(total) is { } sum
            && !_figures.TryFind(stock with { Period = before }, figure, Known, out _))
        {
            derive!(new()
            {
                Kind = DerivationKind.Base,
                Series = total.Series with { Observations = [], Evidence = [] },
                Period = before,
                Value = IsVague(measure.Qualifier) || IsVague(total.Observation.Measure?.Qualifier) ? null : ValueInterval.Sum(total.Observation.Measure?.Value, -measure.Value),
                Interval = sum.Minus(after),
                Unit = measure.Unit,
                From = figure.MeasurePath,
            });
        }
    }

    private void CheckIncrease(SeriesFigure figure, SeriesFigure earlier, FigureKey key, Flow flow, ValueInterval after, ValueInterval was, bool isExact)
    {
        if (WithFlow(key, flow) is { } increase && _figures.TryFind(increase, out var added) && SameUnit(added, figure) && ValueOf(added) is { } value)
        {
            var sum = was.Plus(value);
            if (isExact ? !sum.Overlaps(after) : after.Low > sum.High)
            {
                report(Issue.Of(IssueCodes.FlowMismatch, figure.MeasurePath, MeasureOf(earlier), MeasureOf(added), sum.ToString(figure.Observation.Measure!.Value), MeasureOf(figure))
                    with
                { Related = [earlier.MeasurePath, added.MeasurePath] });
            }
        }
    }

    // A floor is not above the plan, nor the plan above what is striven for.
    private void CheckTargets(SeriesFigure figure, in Measure measure)
    {
        var modality = figure.Observation.Modality;
        if ((modality != Modality.TargetFloor && modality != Modality.Target) || measure.Interval is not { Low: { } low })
        {
            return;
        }

        CheckHigher(figure, Modality.TargetStretch, low);
        if (modality == Modality.TargetFloor)
        {
            CheckHigher(figure, Modality.Target, low);
        }
    }

    private void CheckHigher(SeriesFigure figure, Modality modality, decimal low)
    {
        if (_figures.TryFind(FigureKey.Of(figure) with { Modality = modality }, out var higher) && SameUnit(figure, higher)
            && IsAdditive(figure.Observation.Measure!.Value) && ValueOf(higher) is { High: { } high } && low > high)
        {
            Report(IssueCodes.TargetsOutOfOrder, figure.MeasurePath, higher, MeasureOf(figure), MeasureOf(higher));
        }
    }

    // 研发投入强度, 每万人有效发明专利拥有量: what its definition divides, where the text has all three. Population is often that of the year before.
    private void CheckRatio(SeriesFigure figure, in Measure measure)
    {
        var parts = measure.Unit == UnitOfMeasure.Per10000Persons ? 10_000 : measure.PerWhole;
        if (parts != 0 && DenominatorOf(figure.Series.Indicator) is { } denominator
            && figure.Series.Indicator.Definition?.GetExtra("numerator") is { } numerator && measure.Interval?.DividedBy(parts) is { } ratio)
        {
            CheckRatio(figure, measure, numerator, denominator, ratio, parts);
        }
    }

    private void CheckRatio(SeriesFigure figure, in Measure measure, string numerator, string denominator, ValueInterval ratio, int parts)
    {
        var key = FigureKey.Of(figure);
        var divisor = key with { Indicator = Indicator.Parse(denominator) };
        if (!_figures.TryFind(key with { Indicator = Indicator.Parse(numerator) }, out var part) || ValueOf(part) is not { } some
            || !_figures.TryFind(divisor, out var whole) || Quotient(some, part, whole) is not { } implied || implied.Overlaps(ratio))
        {
            return;
        }

        if (measure.Unit == UnitOfMeasure.Per10000Persons && _figures.TryFind(divisor with { Period = key.Period?.PreviousYear() }, part, Known, out var before) && Quotient(some, part, before) is { } other && other.Overlaps(ratio))
        {
            return;
        }

        report(Issue.Of(IssueCodes.RatioMismatch, figure.MeasurePath, MeasureOf(part), MeasureOf(whole), implied.MultipliedBy(parts).ToString(), measure.ToString())
            with
        { Related = [part.MeasurePath, whole.MeasurePath] });
    }

    private static ValueInterval? Quotient(ValueInterval some, SeriesFigure part, SeriesFigure whole) =>
        SameUnit(part, whole) && ValueOf(whole) is { } all ? some.Over(all) : null;
}
