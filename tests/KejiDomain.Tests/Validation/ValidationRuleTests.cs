using KejiDomain.Json;
using KejiDomain.Validation;

namespace KejiDomain.Tests.Validation;

public sealed class ValidationRuleTests
{
    [Fact]
    public void A_rule_of_ones_own_takes_a_dozen_lines()
    {
        var nouns = new ValidationRule("ACME1", Severity.Warning, "{0} has no count noun.", "{0} 没有量词。", (dataset, find) =>
        {
            for (var i = 0; i < dataset.Series.Count; i++)
            {
                for (var j = 0; j < dataset.Series[i].Observations.Count; j++)
                {
                    if (dataset.Series[i].Observations[j].Measure is { Noun: null } measure && measure.Unit == UnitOfMeasure.Count)
                    {
                        find($"$.series[{i}].observations[{j}].measure", measure.ToString());
                    }
                }
            }
        });
        var issue = Assert.Single(Validator.Validate(Count(3), new() { Rules = [nouns] }).Issues);
        Assert.Equal("warning ACME1 $.series[0].observations[0].measure: 3 has no count noun.", issue.ToString());
        Assert.Equal("3 没有量词。", issue.MessageZh);
    }

    [Fact]
    public void Codes_are_ranked_anew_or_switched_off()
    {
        var dataset = Count(3) with { Place = PlaceReference.Parse("229900") };
        Assert.Equal([Severity.Warning], Severities(dataset, []));
        Assert.Equal([Severity.Error], Severities(dataset, new() { [IssueCodes.UnknownDivision] = Severity.Error }));
        Assert.Equal([], Severities(dataset, new() { [IssueCodes.UnknownDivision] = null }));
        Assert.False(Validator.Validate(dataset, new() { Severities = new Dictionary<string, Severity?> { [IssueCodes.UnknownDivision] = Severity.Error } }).IsValid);
        Assert.Throws<ArgumentException>(() => Severities(dataset, new() { ["KD9999"] = null }));
    }

    [Theory]
    [InlineData("KD7001")]
    [InlineData("acme1")]
    [InlineData("A1")]
    [InlineData("ACME")]
    [InlineData("ACME1234567")]
    public void A_code_has_a_prefix_of_its_own_and_a_number(string code) =>
        Assert.Throws<ArgumentException>(() => new ValidationRule(code, Severity.Info, "x", "x", (_, _) => { }));

    [Fact]
    public void A_rule_that_misuses_its_own_means_is_told_so()
    {
        Assert.Throws<FormatException>(() => new ValidationRule("ACME1", Severity.Info, "{x}", "x", (_, _) => { }));
        Assert.Throws<ArgumentException>(() => Validator.Validate(Count(3), new() { Rules = [new("ACME1", Severity.Info, "x", "x", (_, find) => find("series"))] }));
        var few = new ValidationRule("ACME1", Severity.Info, "{0} {1}", "{0}", (_, find) => find("$.nothing[7]x", "one"));
        Assert.Equal("one ", Assert.Single(Validator.Validate(Count(3), new() { Rules = [few] }).Issues).Message);
    }

    [Fact]
    public void A_baseline_accepts_what_is_known_and_fails_what_is_new()
    {
        var before = Growth(99);
        var baseline = IssueBaseline.Parse(IssueBaseline.Create(Validator.Validate(before)).ToString());
        Assert.Equal("KD7001\t$.series[high-tech-enterprises 410600].observations[2022 actual].claims[+34.4%]\n", baseline.ToString());

        // The file grows before the known issue, and after it.
        var grown = before with { Series = [Samples.Series(Indicator.TechSmes, default, Samples.Observe("2022", Measure.Count(5))), .. before.Series] };
        Assert.Empty(Validator.Validate(grown).Except(baseline).Issues);
        var wrong = grown with { Place = PlaceReference.Parse("229900") };
        Assert.Equal(IssueCodes.UnknownDivision, Assert.Single(Validator.Validate(wrong).Except(baseline).Issues).Code);

        Assert.Empty(baseline.Resolved(Validator.Validate(grown)));
        Assert.Single(baseline.Resolved(Validator.Validate(Growth(90))));
        Assert.Throws<FormatException>(() => IssueBaseline.Parse("KD7001"));
    }

    private static PolicyDataset Growth(int @base) => Samples.Minimal(
        [Samples.Series(Indicator.HighTechEnterprises, default, Samples.Observe("2022", Measure.Count(121), Claim.YearOnYear(34.4m)), Samples.Observe("2021", Measure.Count(@base)))]);

    private static PolicyDataset Count(int amount) => Samples.Minimal([Samples.Series(Indicator.HighTechEnterprises, default, Samples.Observe("2022", Measure.Count(amount)))]);

    private static IEnumerable<Severity> Severities(PolicyDataset dataset, Dictionary<string, Severity?> severities) =>
        Validator.Validate(dataset, new() { Severities = severities }).Issues.Select(i => i.Severity);

    [Fact]
    public void Errors_are_gathered_by_their_paths()
    {
        var report = KejiJson.Read("{ \"id\": \"Hebi\", \"id\": \"hebi\" }").Report;
        var errors = report.ErrorsByPath();
        Assert.Equal(report.Issues.Select(i => i.Path).Distinct(), errors.Keys);
        Assert.Equal(report.ErrorCount, errors.Values.Sum(e => e.Length));
        Assert.Contains("KD1007: The required member 'title' is absent.", errors["$"]);
        Assert.Equal(report.Issues.Where(i => i.Path == "$.id").Select(i => i.MessageZh), report.ErrorsByPath(i => i.MessageZh)["$.id"]);

        // A warning is no reason to refuse a data set.
        var doubtful = Samples.Minimal([Samples.Series(Indicator.Parse("unheard-of"), default, Samples.Observe("2022", Measure.Count(7)))]).Validate();
        Assert.True(doubtful.WarningCount > 0);
        Assert.Equal(doubtful.ErrorCount, doubtful.ErrorsByPath().Values.Sum(e => e.Length));
    }
}
