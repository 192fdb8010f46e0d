using KejiDomain.Json;
using KejiDomain.Validation;

namespace KejiDomain.Tests.Validation;

/// <summary>Reports, baselines, options and limits: what stands around the rules.</summary>
public sealed class ValidationReportTests
{
    private static PolicyDataset Doubtful => Samples.Minimal([Samples.Series(Indicator.Parse("unheard-of"), default, Samples.Observe("2022", Measure.Count(7)))]);

    private static PolicyDataset Wrong => Samples.Minimal([Samples.Series(Indicator.HighTechEnterprises, default, Samples.Observe("2022", null))]) with { Place = PlaceReference.Parse("229900") };

    [Fact]
    public void Counts_are_said_on_one_line()
    {
        Assert.Equal("valid: 0 errors, 0 warnings, 0 notes", ValidationReport.Empty.Summary);
        Assert.Equal("valid: 0 errors, 1 warnings, 0 notes", Validator.Validate(Doubtful).Summary);
        var report = ValidationReport.Of(Issue("KD5001", "$.a"), Issue("KD7001", "$.b"), Issue("KD7010", "$.c"), Issue("KD7010", "$.d"));
        Assert.Equal("invalid: 1 errors, 1 warnings, 2 notes", report.Summary);
        Assert.Equal(5, report.ToString().Split('\n').Length);
        Assert.Throws<ArgumentNullException>("issues", () => ValidationReport.Of(null!));
        Assert.Throws<ArgumentNullException>("baseline", () => report.Except(null!));
    }

    [Fact]
    public void A_report_without_an_issue_is_the_empty_one()
    {
        Assert.Same(ValidationReport.Empty, Validator.Validate(Samples.Minimal()));
        Assert.Same(ValidationReport.Empty, Validator.Compare([Samples.Minimal()]));
    }

    [Fact]
    public void An_issue_of_a_data_set_names_it()
    {
        var issue = Issue("KD7010", "$.c");
        Assert.Equal("info KD7010 $.c: a is not checked, since an operand is b.", issue.ToString());
        Assert.Equal("info KD7010 hebi $.c: a is not checked, since an operand is b.", (issue with { Dataset = DatasetId.Parse("hebi") }).ToString());
        Assert.Equal("info KD7010 (3,4) $.c: a is not checked, since an operand is b.", (issue with { Line = 3, Column = 4 }).ToString());
    }

    [Fact]
    public void A_definition_makes_an_issue_with_safe_arguments()
    {
        var definition = IssueDefinition.Get("KD7010");
        var issue = definition.At("$.series[0]", "a\nb", "c");
        Assert.Equal(("KD7010", "$.series[0]", "a\\nb is not checked, since an operand is c."), (issue.Code, issue.Path, issue.Message));
        Assert.Equal(["a\\nb", "c"], issue.Arguments);
        Assert.Equal("KD7010 info: " + definition.Title, definition.ToString());
        Assert.Throws<ArgumentNullException>("path", () => definition.At(null!));
        Assert.Throws<FormatException>(() => definition.At("$", "a"));
        Assert.Throws<ArgumentException>(() => IssueDefinition.Get("KD9999"));
        Assert.Equal(IssueDefinition.All.Select(d => d.Code).Order(StringComparer.Ordinal), IssueDefinition.All.Select(d => d.Code));
        Assert.StartsWith("KD1", IssueDefinition.All[0].Code, StringComparison.Ordinal);
        Assert.True(IssueDefinition.All.Count > 80);
    }

    [Fact]
    public void A_baseline_counts_and_is_written_in_order()
    {
        var report = ValidationReport.Of(Issue("KD7010", "$.c"), Issue("KD7001", "$.b"), Issue("KD7010", "$.c"));
        var baseline = IssueBaseline.Create(report);
        Assert.Equal(3, baseline.Count);
        Assert.Equal(["KD7001\t$.b", "KD7010\t$.c", "KD7010\t$.c", string.Empty], baseline.ToString().Split('\n'));
        Assert.Empty(baseline.Resolved(report));
        Assert.Equal(["KD7001\t$.b", "KD7010\t$.c"], baseline.Resolved(ValidationReport.Of(Issue("KD7010", "$.c"))));
        Assert.Single(report.Except(IssueBaseline.Parse("# known\r\n\r\nKD7001\t$.b\r\nKD7010\t$.c\n")).Issues);
        Assert.Throws<ArgumentNullException>("report", () => IssueBaseline.Create(null!));
        Assert.Throws<ArgumentNullException>("text", () => IssueBaseline.Parse(null!));
        Assert.Throws<ArgumentNullException>("report", () => baseline.Resolved(null!));
    }

    [Fact]
    public void What_a_report_does_not_list_is_never_accepted()
    {
        var report = ValidationReport.Of(Issue("KD7001", "$.b"), Issue("KD1017", "$"));
        Assert.Equal("KD7001\t$.b\n", IssueBaseline.Create(report).ToString());
        Assert.Equal("KD1017", Assert.Single(report.Except(IssueBaseline.Create(report)).Issues).Code);
        Assert.Equal("KD1017", Assert.Single(report.Except(IssueBaseline.Parse("KD7001\t$.b\nKD1017\t$\n")).Issues).Code);
    }

    [Fact]
    public void Options_tell_what_is_given()
    {
        Assert.Equal("0 texts, 0 rules, 0 severities", new ValidationOptions().ToString());
        var rule = new ValidationRule("ACME1", Severity.Info, "x", "x", (_, find) => find("$"));
        var options = new ValidationOptions { ReportSkipped = true, Rules = [rule], Severities = new Dictionary<string, Severity?> { ["ACME1"] = Severity.Error } };
        Assert.Equal("0 texts, 1 rules, 1 severities, skipped rules reported", options.ToString());
        Assert.Equal(Severity.Error, Assert.Single(Validator.Validate(Samples.Minimal(), options).Issues, i => i.Code == "ACME1").Severity);
        Assert.Throws<ArgumentException>(() => Validator.Validate(Samples.Minimal(), options with { Rules = [] }));
        Assert.Throws<ArgumentException>(() => Validator.Compare([], options with { Rules = [] }));
    }

    [Theory]
    [InlineData("AC1")]
    [InlineData("ABCDEFGHIJ1")]
    [InlineData("ABCDEFGHIJ123456")]
    [InlineData("AB123456")]
    public void A_code_of_ones_own_has_two_to_ten_letters_and_one_to_six_digits(string code) =>
        Assert.Equal(code, new ValidationRule(code, Severity.Info, "x", "x", (_, _) => { }).Code);

    [Theory]
    [InlineData("A1")]
    [InlineData("ABCDEFGHIJK1")]
    [InlineData("AB1234567")]
    [InlineData("AB")]
    [InlineData("AB1a")]
    [InlineData("Ab1")]
    public void Any_other_code_is_refused(string code) =>
        Assert.Throws<ArgumentException>(() => new ValidationRule(code, Severity.Info, "x", "x", (_, _) => { }));

    [Fact]
    public void Nothing_is_no_argument()
    {
        Assert.Throws<ArgumentNullException>("code", () => new ValidationRule(null!, Severity.Info, "x", "x", (_, _) => { }));
        Assert.Throws<ArgumentNullException>("message", () => new ValidationRule("AB1", Severity.Info, null!, "x", (_, _) => { }));
        Assert.Throws<ArgumentNullException>("messageZh", () => new ValidationRule("AB1", Severity.Info, "x", null!, (_, _) => { }));
        Assert.Throws<ArgumentNullException>("run", () => new ValidationRule("AB1", Severity.Info, "x", "x", null!));
        Assert.Throws<ArgumentNullException>("dataset", () => Validator.Validate((PolicyDataset)null!));
        Assert.Throws<ArgumentNullException>("datasets", () => Validator.Validate((IEnumerable<PolicyDataset>)null!));
        Assert.Throws<ArgumentNullException>("datasets", () => Validator.Compare(null!));
        Assert.Throws<ArgumentNullException>("dataset", () => Validator.Derive(null!));
        Assert.Throws<ArgumentNullException>("dataset", () => SourceTexts.Open(null!, "."));
    }

    [Fact]
    public void Severities_hold_across_data_sets()
    {
        var one = Samples.Minimal([Samples.Series(Indicator.HighTechEnterprises, default, Samples.Observe("2022", Measure.Count(7)))]);
        var other = Samples.Minimal([Samples.Series(Indicator.HighTechEnterprises, default, Samples.Observe("2022", Measure.Count(8)))]) with { Id = DatasetId.Parse("other") };
        Assert.Equal(IssueCodes.StatedDifferently, Assert.Single(Validator.Compare([one, other]).Issues).Code);
        Assert.Empty(Validator.Compare([one, other], new() { Severities = new Dictionary<string, Severity?> { [IssueCodes.StatedDifferently] = null } }).Issues);
        Assert.False(Validator.Compare([one, other], new() { Severities = new Dictionary<string, Severity?> { [IssueCodes.StatedDifferently] = Severity.Error } }).IsValid);
    }

    [Fact]
    public void What_is_beyond_the_limit_of_issues_is_counted_with_the_gravest_severity()
    {
        var text = KejiJson.Write(Wrong);
        var utf8 = System.Text.Encoding.UTF8.GetBytes(text);
        var all = Validator.Check(utf8).Report.Issues;
        Assert.Equal([Severity.Warning, Severity.Error], all.Select(i => i.Severity));
        Assert.Equal(2, Validator.Check(utf8, limits: new() { Issues = 2 }).Report.Issues.Count);
        var few = Validator.Check(utf8, limits: new() { Issues = 1 }).Report.Issues;
        var further = Assert.Single(few, i => i.Code == IssueCodes.FurtherIssues);
        Assert.Equal((2, Severity.Error, "1"), (few.Count, further.Severity, further.Arguments[0]));
        Assert.Equal("2", Assert.Single(Validator.Check(utf8, limits: new() { Issues = 0 }).Report.Issues).Arguments[0]);
    }

    [Fact]
    public void The_gravest_severity_may_come_first()
    {
        var dataset = Figures.Of("high-tech-enterprises 410600 2022 121家 同比增长34.4%", "high-tech-enterprises 410600 2021 99家") with { People = [new() { Id = PersonId.Parse("a"), Name = "张三" }] };
        var utf8 = System.Text.Encoding.UTF8.GetBytes(KejiJson.Write(dataset));
        Assert.Equal([Severity.Error, Severity.Warning], Validator.Check(utf8).Report.Issues.Select(i => i.Severity));
        Assert.Equal(Severity.Error, Assert.Single(Validator.Check(utf8, limits: new() { Issues = 0 }).Report.Issues).Severity);
    }

    [Theory]
    [InlineData("$", "$")]
    [InlineData("$.series[0]", "$.series[high-tech-enterprises 410600]")]
    [InlineData("$.series[0].observations[0]", "$.series[high-tech-enterprises 410600].observations[2022 actual]")]
    [InlineData("$.series[1]", "$.series[1]")]
    [InlineData("$.series[7].observations[3]", "$.series[7].observations[3]")]
    [InlineData("$.nothing[7].more", "$.nothing[7].more")]
    [InlineData("$.title.zh.more", "$.title.zh.more")]
    [InlineData("$.place.more", "$.place.more")]
    [InlineData("$.series[0].observations[0].measure.amount.more", "$.series[high-tech-enterprises 410600].observations[2022 actual].measure.amount.more")]
    [InlineData("$.series[x]", "$.series[x]")]
    [InlineData("$.series[-1]", "$.series[-1]")]
    [InlineData("$x.series[0]", "$x.series[0]")]
    [InlineData("$.series[0", "$.series[0")]
    [InlineData("$.sources[0]", "$.sources[s1]")]
    public void A_place_is_named_by_the_keys_of_its_records(string path, string key) => Assert.Equal(key, IssueKeys.Of(Wrong with { Title = "题" }, path));

    [Theory]
    [InlineData("aa", 200, "")]
    [InlineData("aa", 201, "…")]
    public void A_long_key_is_cut(string unit, int length, string end)
    {
        var text = string.Concat(Enumerable.Repeat(unit, length))[..length];
        var program = Program() with { Outline = [new() { Text = text, Evidence = Samples.Cited }] };
        Assert.Equal($"$.programs[p].outline[{text[..Math.Min(length, 200)]}{end}]", IssueKeys.Of(Samples.Minimal(programs: [program]), "$.programs[0].outline[0]"));
    }

    [Fact]
    public void A_long_key_is_not_cut_inside_a_pair()
    {
        string Of(OutlineNode node) => IssueKeys.Of(Samples.Minimal(programs: [Program() with { Outline = [node] }]), "$.programs[0].outline[0]");
        var text = new string('a', 199);
        Assert.Equal($"$.programs[p].outline[{text}…]", Of(new() { Text = text + "😀b" }));
        Assert.Equal($"$.programs[p].outline[{text}b…]", Of(new() { Text = text + "b😀" }));
        Assert.Equal("$.programs[p].outline[1.]", Of(new() { No = "1." }));
        Assert.Equal("$.programs[p].outline[0]", Of(new()));
    }

    [Theory]
    [InlineData(64, false)]
    [InlineData(65, true)]
    public void A_series_of_very_many_dimensions_is_named_by_its_place(int count, bool byPlace)
    {
        var dimensions = SeriesDimensions.Create(Enumerable.Range(0, count).Select(i => new DimensionValue { Dimension = Dimension.Parse($"d{i:D2}"), Codes = [DimensionCode.Parse("x")] }));
        var dataset = Samples.Minimal([new() { Indicator = Indicator.HighTechEnterprises, Dimensions = dimensions, Observations = [] }]);
        Assert.Equal(byPlace, IssueKeys.Of(dataset, "$.series[0]") == "$.series[0]");
    }

    private static PolicyProgram Program() => new() { Id = ProgramId.Parse("p"), Kind = ProgramKind.ActionPlan, Name = "计划", Evidence = Samples.Cited };

    private static Issue Issue(string code, string path) => IssueDefinition.Get(code).At(path, "a", "b", "c", "d", "e");
}
