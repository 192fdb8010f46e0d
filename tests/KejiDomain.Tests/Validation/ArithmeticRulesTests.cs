using KejiDomain.Validation;

namespace KejiDomain.Tests.Validation;

public sealed class ArithmeticRulesTests
{
    private static Measure Money(decimal amount, int power) => Measure.Yuan(amount, power);

    [Theory]
    [InlineData(121, 34.4, 90)]
    [InlineData(327, 44.7, 226)]
    [InlineData(90, -10, 100)]
    public void Growth_implies_the_base_of_a_count(int value, decimal percent, int expected)
    {
        var derived = Assert.Single(Derive(Indicator.HighTechEnterprises, default, Samples.Observe("2022", Measure.Count(value), Claim.YearOnYear(percent))));
        Assert.Equal((DerivationKind.Base, expected, "2021"), (derived.Kind, derived.Value!.Value, derived.Period.ToString()));
        Assert.True(derived.Interval.Contains(value / (1 + (percent / 100))));
    }

    [Fact]
    public void Completion_implies_the_target()
    {
        var derived = Assert.Single(Derive(Indicator.UpperLevelFunds, default, Samples.Observe("2022", Money(3128.4m, 4), Claim.Completion(198))));
        Assert.Equal((DerivationKind.Target, 15_800_000m, "2022"), (derived.Kind, derived.Value!.Value, derived.Period.ToString()));
        Assert.Equal("1580万元", derived.ToMeasure().ToString());
    }

    [Fact]
    public void An_increment_with_its_rate_implies_the_stock_before()
    {
        var claim = new Claim { Against = ClaimReference.Unstated, Measure = Measure.Percent(10) };
        var derived = Assert.Single(Derive(Indicator.IncubatedEnterprises, Samples.Dimensions(Flow.NetNew), Samples.Observe("2024", Measure.Count(83), claim)));
        Assert.Equal(830, derived.Value);
        Assert.Equal("flow=stock", derived.Series.Dimensions.ToString());
    }

    [Theory]
    [InlineData("reaches", 42)]
    [InlineData("about", null)]
    [InlineData("exceeds", null)]
    public void A_rate_that_is_reached_names_a_value_and_a_vague_one_does_not(string qualifier, int? value)
    {
        var rate = new Measure { Amount = 14.3m, Unit = UnitOfMeasure.Percent, Qualifier = Qualifier.Parse(qualifier) };
        var claim = new Claim { Against = ClaimReference.Unstated, Measure = rate };
        var derived = Assert.Single(Derive(Indicator.GraduatedEnterprises, Samples.Dimensions(Flow.NetNew), Samples.Observe("2024", Measure.Count(6), claim)));
        Assert.Equal(value, derived.Value);
    }

    [Fact]
    public void A_doubling_at_least_bounds_the_base_and_names_no_value()
    {
        var claim = new Claim { Against = ClaimReference.PreviousYear, Measure = new() { Amount = 2, Unit = UnitOfMeasure.Times, Qualifier = Qualifier.AtLeast }, Run = new() { Years = 4 } };
        var derived = Assert.Single(Derive(Indicator.TechContractValue, default, Samples.Observe("2022", Money(7.44m, 8), claim)));
        Assert.Null(derived.Value);
        Assert.Equal(372_250_000m, derived.Interval.High);
    }

    // Every operand at the end of what a decimal holds, in each rule that reckons: nothing throws.
    [Fact]
    public void Figures_that_a_decimal_hardly_holds_are_checked_and_derived()
    {
        decimal[] ends = [decimal.MaxValue, decimal.MinValue, 30_000_000_000_000_000_000_000_000_000m, 1, 0, 0.0000000000000000000000000001m];
        var checkedPairs = 0;
        foreach (var (one, other) in ends.SelectMany(a => ends.Select(b => (a, b))))
        {
            Claim[] claims =
            [
                .. new[] { UnitOfMeasure.Times, UnitOfMeasure.Percent, UnitOfMeasure.CNY, UnitOfMeasure.PercentagePoint }.SelectMany(unit => new[]
                {
                    new Claim { Against = ClaimReference.PreviousYear, Measure = new Measure { Amount = other, Unit = unit } },
                    new Claim { Against = ClaimReference.PreviousYear, Word = ClaimWord.Increased, Measure = new Measure { Amount = other, Unit = unit } },
                    new Claim { Against = ClaimReference.Target, Measure = new Measure { Amount = other, Unit = unit } },
                    new Claim { Against = ClaimReference.Whole, Of = ClaimSubject.Growth, Indicator = Indicator.GeneralBudgetRevenue, Measure = new Measure { Amount = 3, Unit = unit } },
                    new Claim { Against = ClaimReference.Unstated, Measure = new Measure { Amount = other, Unit = unit } },
                }),
                new Claim { Against = ClaimReference.Indicator, Indicator = Indicator.GeneralBudgetRevenue, Measure = Measure.Percent(other) },
                new Claim { Against = ClaimReference.PreviousYear, Measure = new Measure { Low = 1, High = other, Unit = UnitOfMeasure.Times } },
            ];
            IndicatorSeries Of(Indicator indicator, decimal before, decimal after, SeriesDimensions dimensions = default) =>
                Samples.Series(indicator, dimensions, Samples.Observe("2021", Measure.Yuan(before)), Samples.Observe("2022", Measure.Yuan(after), claims));
            var flows = new[] { Flow.Stock, Flow.New, Flow.NetNew, Flow.Cumulative };
            var dataset = Samples.Minimal(
            [
                Of(Indicator.RdExpenditure, other, one), Of(Indicator.Gdp, one, other), Of(Indicator.GeneralBudgetRevenue, 1, 2),
                Samples.Series(Indicator.RdIntensity, default, Samples.Observe("2022", Measure.Percent(3))),
                .. flows.Select(flow => Of(Indicator.UpperLevelFunds, other, one, Samples.Dimensions(flow))),
                Samples.Series(Indicator.ProjectFunding, Samples.Dimensions(Flow.Stock), Samples.Observe("2022", Measure.Yuan(one))),
                Samples.Series(Indicator.ProjectFunding, Samples.Dimensions(Flow.NetNew), Samples.Observe("2022", Measure.Yuan(other))),
            ]);
            Assert.NotNull(Validator.Validate(dataset));
            Assert.All(Validator.Derive(dataset), d => Assert.NotNull(d.ToString()));
            checkedPairs++;
        }

        Assert.Equal(ends.Length * ends.Length, checkedPairs);
    }

    [Fact]
    public void Two_claims_on_one_figure_imply_one_base()
    {
        var doubled = new Claim { Against = ClaimReference.PreviousYear, Measure = new() { Amount = 2, Unit = UnitOfMeasure.Times, Qualifier = Qualifier.AtLeast } };
        foreach (Claim[] claims in (Claim[][])[[doubled, Claim.YearOnYear(185.3m)], [Claim.YearOnYear(185.3m), doubled]])
        {
            var derived = Assert.Single(Derive(Indicator.TechContractValue, default, Samples.Observe("2022", Money(7.44m, 8), claims)));
            Assert.Equal(260_800_000m, derived.Value);
            Assert.True(derived.Interval.Low > 260_000_000m && derived.Interval.High < 261_000_000m);
        }
    }

    [Theory]
    [InlineData(90, false)]
    [InlineData(91, true)]
    [InlineData(99, true)]
    public void A_printed_base_is_held_against_the_growth(int @base, bool wrong) =>
        Assert.Equal(wrong, Codes(Indicator.HighTechEnterprises, Samples.Observe("2022", Measure.Count(121), Claim.YearOnYear(34.4m)), Samples.Observe("2021", Measure.Count(@base)))
            .Contains(IssueCodes.GrowthMismatch));

    [Theory]
    [InlineData(16, true)]
    [InlineData(17, false)]
    public void A_base_that_is_stated_ever_again_is_tried_a_while(int statements, bool wrong)
    {
        var bases = Enumerable.Range(0, statements + 1).Select(i => Samples.Observe("2021", Measure.Count(99)) with { Ordinal = i + 1 });
        Assert.Equal(wrong, Codes(Indicator.HighTechEnterprises, [Samples.Observe("2022", Measure.Count(121), Claim.YearOnYear(34.4m)), .. bases]).Contains(IssueCodes.GrowthMismatch));
    }

    [Theory]
    [InlineData(185.3, false)]
    [InlineData(85.3, true)]
    public void Two_rates_over_one_base_are_held_against_each_other(decimal percent, bool wrong)
    {
        var doubled = new Claim { Against = ClaimReference.PreviousYear, Measure = new() { Amount = 2, Unit = UnitOfMeasure.Times, Qualifier = Qualifier.AtLeast } };
        Assert.Equal(wrong, Codes(Indicator.TechContractValue, Samples.Observe("2022", Money(7.44m, 8), Claim.YearOnYear(percent), doubled)).Contains(IssueCodes.GrowthMismatch));
    }

    [Fact]
    public void Growth_of_a_ratio_or_in_real_terms_says_nothing_of_the_base()
    {
        Assert.Empty(Derive(Indicator.RdIntensity, default, Samples.Observe("2022", Measure.Percent(3.1m), Claim.YearOnYear(5))));
        Assert.Empty(Derive(Indicator.HighTechEnterprises, default, Samples.Observe("2022", Measure.Count(121), Claim.YearOnYear(34.4m) with { Of = ClaimSubject.Growth })));
    }

    [Fact]
    public void A_missing_figure_skips_the_rule_and_says_so_on_request()
    {
        var dataset = Samples.Minimal([Samples.Series(
            Indicator.HighTechEnterprises, default, Samples.Observe("2022", new Measure { Unit = UnitOfMeasure.Count, Missing = MissingReason.Redacted }, Claim.YearOnYear(34.4m)))]);
        Assert.Empty(Validator.Derive(dataset));
        Assert.Empty(Validator.Validate(dataset).Issues);
        Assert.Contains(Validator.Validate(dataset, new() { ReportSkipped = true }).Issues, i => i.Code == IssueCodes.OperandMissing && i.Severity == Severity.Info);
    }

    [Fact]
    public void A_range_of_a_decimal_is_not_an_overflow()
    {
        var huge = new Measure { Amount = 9999999999999999999999999999m, Multiplier = 16, Unit = UnitOfMeasure.CNY };
        Assert.Null(huge.Value);
        Assert.Empty(Derive(Indicator.TechContractValue, default, Samples.Observe("2022", huge, Claim.YearOnYear(34.4m))));
        Assert.Empty(Derive(Indicator.TechContractValue, default, Samples.Observe("2022", Money(9999999999999999999999999999m, 1), Claim.YearOnYear(-99.99999999999m))));
    }

#if !MUTANTS
    [Fact]
    public void Ten_times_the_figures_take_no_hundred_times_as_long()
    {
        var parts = Enumerable.Range(0, 20_000).Select(i => Samples.Series(
            Indicator.InnovationPlatforms,
            SeriesDimensions.Create(
                new DimensionValue { Dimension = Dimension.Class, Codes = [DimensionCode.Parse($"c{i}")] },
                new DimensionValue { Dimension = Dimension.Flow, Codes = [DimensionCode.Parse("new")] },
                new DimensionValue { Dimension = Dimension.Level, Codes = [DimensionCode.Parse("provincial")] }),
            Samples.Observe("2022", Measure.Count(1))));
        var run = Claim.YearOnYear(10) with { Run = new() { Years = int.MaxValue } };
        var record = new Claim { Against = ClaimReference.OwnHistory, Word = ClaimWord.Most };
        var rank = Claim.Rank(1, scope: PlaceReference.Parse("410000")) with { Run = new() { Years = int.MaxValue } };
        var years = Enumerable.Range(0, 20_000).Select(i => Samples.Observe($"{2000 + (i % 20)}-{1 + (i % 12):D2}-{1 + (i % 28):D2}", Measure.Count(i), run, record, rank)).ToArray();
        var dataset = Samples.Minimal([Samples.Series(Indicator.InnovationPlatforms, Samples.Dimensions(Flow.New), Samples.Observe("2022", Measure.Count(5))), .. parts, Samples.Series(Indicator.TechSmes, default, years)]);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Assert.Contains(Validator.Validate(dataset, new() { Severities = new Dictionary<string, Severity?> { [IssueCodes.UnknownCode] = null, [IssueCodes.DuplicateObservation] = null } }).Issues, i => i.Code == IssueCodes.RecordContradicted);
        Validator.Derive(dataset);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), $"took {clock.Elapsed}");
    }
#endif

    [Theory]
    [InlineData(35, 0)]
    [InlineData(13, 1)]
    public void Parts_two_dimensions_below_a_whole_add_up_to_no_more(int whole, int issues)
    {
        DimensionValue Value(Dimension dimension, string code) => new() { Dimension = dimension, Codes = [DimensionCode.Parse(code)] };
        IndicatorSeries Platforms(int count, params ReadOnlySpan<DimensionValue> dimensions) =>
            Samples.Series(Indicator.InnovationPlatforms, SeriesDimensions.Create(dimensions), Samples.Observe("2022", Measure.Count(count)));
        var dataset = Samples.Minimal(
        [
            Platforms(2, Value(Dimension.Class, "pilot-base"), Value(Dimension.Flow, "new"), Value(Dimension.Level, "provincial")),
            Platforms(12, Value(Dimension.Class, "engineering-tech-research-center"), Value(Dimension.Flow, "new"), Value(Dimension.Level, "provincial")),
            Platforms(whole, Value(Dimension.Flow, "new"), Value(Dimension.Level, "provincial-or-above")),
        ]);
        Assert.Equal(issues, Validator.Validate(dataset).Issues.Count(i => i.Code == IssueCodes.SumMismatch));
    }

    private static ValueList<DerivedObservation> Derive(Indicator indicator, SeriesDimensions dimensions, params ReadOnlySpan<Observation> observations) =>
        Validator.Derive(Samples.Minimal([Samples.Series(indicator, dimensions, observations)]));

    private static IEnumerable<string> Codes(Indicator indicator, params ReadOnlySpan<Observation> observations) =>
        Validator.Validate(Samples.Minimal([Samples.Series(indicator, default, observations)])).Issues.Select(i => i.Code);
}
