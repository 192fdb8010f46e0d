using KejiDomain.Json;
using KejiDomain.Validation;

namespace KejiDomain.Tests.Validation;

/// <summary>Identifiers of every kind of record, and what points at them.</summary>
public sealed class RecordIndexTests
{
    private static PolicyDataset Everything
    {
        get
        {
            var dataset = Samples.Minimal();
            return dataset with
            {
                Sources = [dataset.Sources[0] with { Damage = [new() { Id = DamageId.Parse("smudge"), Kind = DamageKind.SpamString }] }, dataset.Sources[0] with { Id = SourceId.Parse("s2") }],
                Units = [new() { Id = UnitId.Parse("unit"), Kind = UnitKind.CodeList.Definitions.Select(d => UnitKind.Parse(d.Code)).First(), Name = "区", Evidence = Samples.Cited }],
                People = [new() { Id = PersonId.Parse("person"), Name = "张三", Evidence = Samples.Cited }],
                Organizations = [new() { Id = OrganizationId.Parse("office"), Kind = OrganizationKind.Parse("government-office"), Name = "局", Evidence = Samples.Cited }],
                Works = [new() { Id = WorkId.Parse("work"), Kind = WorkKind.CodeList.Definitions.Select(d => WorkKind.Parse(d.Code)).First(), Name = "成果", Evidence = Samples.Cited }],
                Documents = [new() { Id = DocumentId.Parse("document"), Kind = DocumentKind.Notice, Title = "通知", Evidence = Samples.Cited }],
                Meetings = [new() { Id = MeetingId.Parse("meeting"), Kind = MeetingKind.WorkConference, Name = "会议", Evidence = Samples.Cited }],
                Programs = [new() { Id = ProgramId.Parse("program"), Kind = ProgramKind.ActionPlan, Name = "计划", Evidence = Samples.Cited }],
                Recognitions = [new() { Id = RecognitionId.Parse("prize"), Class = RecognitionClass.HenanStAward, Evidence = Samples.Cited }],
            };
        }
    }

    [Fact]
    public void Every_record_is_found_by_its_kind()
    {
        var index = new RecordIndex(Everything, DroppedParts.None, issue => Assert.Fail(issue.Path));
        (string Id, RecordKind Kind)[] all =
        [
            ("s1", RecordKind.Source), ("s2", RecordKind.Source), ("unit", RecordKind.AdministrativeUnit), ("person", RecordKind.Person), ("office", RecordKind.Organization), ("work", RecordKind.Work),
            ("document", RecordKind.Document), ("meeting", RecordKind.Meeting), ("program", RecordKind.PolicyProgram), ("prize", RecordKind.Recognition),
        ];
        Assert.All(all, one => Assert.Equal(one.Kind, index.KindOf(one.Id)));
        Assert.All(all, one => Assert.Equal(one.Id == "s2" ? 1 : 0, index.PlaceOf(one.Id, one.Kind)));
        Assert.All(all, one => Assert.Null(index.PlaceOf(one.Id, RecordKind.Division)));
        Assert.Equal(RecordKind.None, index.KindOf("nobody"));
        Assert.Null(index.PlaceOf("nobody", RecordKind.None));
        Assert.False(index.HasDuplicates);
        Assert.Equal((true, true, false), (index.HasSource(SourceId.Parse("s1")), index.HasSource(SourceId.Parse("s2")), index.HasSource(SourceId.Parse("s3"))));
        Assert.Equal("s2", index.FindSource(SourceId.Parse("s2"))!.Id.ToString());
        Assert.Equal((true, false), (index.HasDamage("smudge"), index.HasDamage("s1")));
        var one = new RecordIndex(Samples.Minimal(), DroppedParts.None, issue => Assert.Fail(issue.Path));
        Assert.Equal((true, false), (one.HasSource(SourceId.Parse("s1")), one.HasSource(SourceId.Parse("s2"))));
    }

    [Fact]
    public void What_was_in_the_file_and_could_not_be_read_is_of_an_unknown_kind()
    {
        var dropped = new DroppedParts();
        dropped.Declare("lost");
        var index = new RecordIndex(Everything, dropped, issue => Assert.Fail(issue.Path));
        Assert.Null(index.KindOf("lost"));
        Assert.True(index.HasSource(SourceId.Parse("lost")));
        Assert.True(index.HasDamage("lost"));
    }

    [Fact]
    public void An_identifier_given_twice_is_told_where_it_is_given_again()
    {
        var dataset = Everything with { Programs = [Everything.Programs[0], Everything.Programs[0] with { Id = ProgramId.Parse("person") }, Everything.Programs[0]] };
        var told = new List<string>();
        var index = new RecordIndex(dataset, DroppedParts.None, issue => told.Add($"{issue.Path} {issue.Arguments[0]}"));
        Assert.Equal(["$.programs[1].id person", "$.programs[2].id program"], told);
        Assert.True(index.HasDuplicates);
        Assert.Equal(RecordKind.Person, index.KindOf("person"));
        told.Clear();
        _ = new RecordIndex(dataset with { Programs = [Everything.Programs[0] with { Id = default }, Everything.Programs[0] with { Id = default }] }, DroppedParts.None, issue => told.Add(issue.Path));
        Assert.Empty(told);
    }

    [Theory]
    [InlineData("programs")]
    [InlineData("organizations")]
    [InlineData("units")]
    public void Nothing_is_its_own_ancestor(string list)
    {
        Reference To(string id) => Reference.Parse(id);
        var dataset = Everything;
        dataset = list switch
        {
            "programs" => dataset with { Programs = [dataset.Programs[0] with { Id = ProgramId.Parse("a"), Parent = ProgramId.Parse("b") }, dataset.Programs[0] with { Id = ProgramId.Parse("b"), Parent = ProgramId.Parse("a") }] },
            "organizations" => dataset with { Organizations = [dataset.Organizations[0] with { Id = OrganizationId.Parse("a"), Parent = To("b") }, dataset.Organizations[0] with { Id = OrganizationId.Parse("b"), Parent = To("a") }] },
            _ => dataset with { Units = [dataset.Units[0] with { Id = UnitId.Parse("a"), Parent = PlaceReference.Parse("b") }, dataset.Units[0] with { Id = UnitId.Parse("b"), Parent = PlaceReference.Parse("a") }] },
        };
        Assert.Equal([$"$.{list}[0].parent"], Validator.Validate(dataset).Issues.Where(i => i.Code == IssueCodes.ReferenceCycle).Select(i => i.Path));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(3, false)]
    public void An_event_ties_several_figures(int figures, bool isAlone)
    {
        var observations = Enumerable.Range(2020, figures).Select(y => Samples.Observe($"{y}", Measure.Count(1)) with { Event = EventId.Parse("opening") });
        var dataset = Samples.Minimal([Samples.Series(Indicator.HighTechEnterprises, default, [.. observations])]);
        Assert.Equal(isAlone, Validator.Validate(dataset).Issues.Any(i => i.Code == IssueCodes.EventOfOne));
    }

    [Fact]
    public void The_figures_that_an_event_does_not_tie_are_told_in_their_order()
    {
        Observation At(int year, string? @event) => Samples.Observe($"{year}", Measure.Count(1)) with { Event = @event is null ? null : EventId.Parse(@event) };
        var dataset = Samples.Minimal(
        [
            Samples.Series(Indicator.HighTechEnterprises, default, At(2020, "a"), At(2021, "b"), At(2022, null)),
            Samples.Series(Indicator.RdExpenditure, default),
            Samples.Series(Indicator.RdInstitutions, default, At(2020, "c"), At(2021, "a"), At(2022, "d"), At(2023, "e"), At(2024, "e")),
            Samples.Series(Indicator.RdPersonnel, default, At(2020, "f"), At(2021, "a")),
        ]);
        Assert.Equal(
            ["$.series[0].observations[1].event b", "$.series[2].observations[0].event c", "$.series[2].observations[2].event d", "$.series[3].observations[0].event f"],
            Validator.Validate(dataset).Issues.Where(i => i.Code == IssueCodes.EventOfOne).Select(i => $"{i.Path} {i.Arguments[0]}"));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(40)]
    public void A_figure_that_stands_twice_in_its_series_is_told_where_it_stands_again(int figures)
    {
        Observation[] observations = [.. Enumerable.Range(1980, figures - 1).Select(y => Samples.Observe($"{y}", Measure.Count(1)))];
        IEnumerable<string> Twice(Observation last) => Validator.Validate(Samples.Minimal([Samples.Series(Indicator.HighTechEnterprises, default, [.. observations, last])])).Issues
            .Where(i => i.Code == IssueCodes.DuplicateObservation).Select(i => i.Path);
        Assert.Equal([$"$.series[0].observations[{figures - 1}]"], Twice(observations[0]));
        Assert.Empty(Twice(observations[0] with { Ordinal = 2 }));
        Assert.Empty(Twice(observations[0] with { Modality = Modality.Target }));
        Assert.Empty(Twice(observations[0] with { Period = ReportingPeriod.Parse("1979") }));
    }

    [Theory]
    [InlineData("2023-03-02", null, true)]
    [InlineData("2023-03-01", null, false)]
    [InlineData("2023-03-02", "planned", false)]
    [InlineData("2023-03-02", "completed", true)]
    public void A_meeting_that_is_reported_was_held(string on, string? phase, bool isWrong)
    {
        var dataset = Samples.Minimal();
        var meeting = Everything.Meetings[0] with { On = ReportingPeriod.Parse(on), Stages = phase is null ? [] : [new() { Verb = "召开", Phase = StagePhase.Parse(phase) }] };
        dataset = dataset with { Sources = [dataset.Sources[0] with { PublishedOn = PartialDate.Parse("2023-03-01") }], Meetings = [meeting] };
        Assert.Equal(isWrong, Validator.Validate(dataset).Issues.Any(i => i.Code == IssueCodes.MeetingAfterPublication));
    }

    [Fact]
    public void What_lies_too_deep_is_told_and_not_walked()
    {
        OutlineNode Nested(int depth) => depth == 0 ? new() { Text = "a" } : new() { Text = "a", Items = [Nested(depth - 1)] };
        IEnumerable<Issue> Of(int depth) => Validator.Validate(Samples.Minimal(programs: [Everything.Programs[0] with { Outline = [Nested(depth)] }])).Issues.Where(i => i.Code == IssueCodes.TooDeep);
        var deepest = Enumerable.Range(0, ReadLimits.DefaultDepth).Last(d => !Of(d).Any());

        // The root, and a list and an item for the program and for every node.
        Assert.Equal(ReadLimits.DefaultDepth, 1 + (2 * (deepest + 2)) + ((ReadLimits.DefaultDepth - 1) % 2));
        var issue = Assert.Single(Of(deepest + 1));
        Assert.Equal("$.programs[0].outline[0]" + string.Concat(Enumerable.Repeat(".items[0]", deepest + 1)), issue.Path);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(100_000)]
    public void The_outline_of_a_meeting_may_be_deeper_than_the_stack(int depth)
    {
        var node = new OutlineNode { Text = "a" };
        for (var i = 0; i < depth; i++)
        {
            node = new() { Text = "a", Items = [node] };
        }

        var dataset = Samples.Minimal(meetings: [Everything.Meetings[0] with { On = ReportingPeriod.Parse("2023-03-01"), Outline = [node] }]);
        Assert.Equal(depth > ReadLimits.DefaultDepth ? [IssueCodes.TooDeep] : [], Validator.Validate(dataset).Issues.Select(i => i.Code));
    }

    [Theory]
    [InlineData("dimensions", true, true)]
    [InlineData("dimensions.level", true, true)]
    [InlineData("dimensions.level.0", true, true)]
    [InlineData("dimensions.level.1", false, false)]
    [InlineData("dimensions.level.0.x", false, false)]
    [InlineData("dimensions.class", true, false)]
    [InlineData("dimensions.class.0", false, false)]
    [InlineData("dimensions.level.x", false, false)]
    public void A_dimension_is_a_member(string path, bool isKnown, bool isThere)
    {
        var series = Samples.Series(Indicator.InnovationPlatforms, SeriesDimensions.Create(new DimensionValue { Dimension = Dimension.Level, Codes = [DimensionCode.Parse("national")] }));
        Assert.Equal(isKnown, MemberResolver.TryResolve(series, MemberPath.Parse(path), out var value));
        Assert.Equal(isThere, isKnown && value.IsThere);
    }

    [Fact]
    public void A_member_says_itself_that_something_is_not_there()
    {
        var observation = Samples.Observe("2022", Measure.Count(1));
        Assert.False(Masked(observation, "measure"));
        Assert.True(Masked(observation with { Measure = Measure.Parse("*家") }, "measure"));
        Assert.False(Masked(observation, "period"));
        Assert.True(Masked(observation with { Period = ReportingPeriod.Parse("20XX") }, "period"));
        var program = Everything.Programs[0] with { Slogan = new() { Text = "八大工程", Parts = [new() { Count = 8 }, new() { Missing = MissingReason.Redacted }] } };
        Assert.Equal((false, false, true), (Masked(program, "slogan"), Masked(program, "slogan.parts.0"), Masked(program, "slogan.parts.1")));
        Assert.False(Masked(program, "name"));
        Assert.True(Masked(program with { Name = "*计划" }, "name"));

        static bool Masked(IStatement record, string path) => MemberResolver.TryResolve(record, MemberPath.Parse(path), out var value) && value.IsMasked;
    }
}
