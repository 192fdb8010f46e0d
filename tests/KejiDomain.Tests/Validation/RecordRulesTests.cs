using KejiDomain.Validation;

namespace KejiDomain.Tests.Validation;

public sealed class RecordRulesTests
{
    [Fact]
    public void A_text_that_is_not_at_hand_is_noted_on_request()
    {
        Assert.Empty(Validator.Validate(Samples.Valid).Issues);
        Assert.Contains(Validator.Validate(Samples.Valid, new() { ReportSkipped = true }).Issues, i => i.Code == IssueCodes.TextNotAtHand);
    }

    [Fact]
    public void Characters_outside_the_basic_plane_move_no_span_line_or_column()
    {
        // 𠮷 and 😀 stand before every cited figure of the fixture's text; here they stand in a name before a fault on the same line too.
        var text = System.Text.Encoding.UTF8.GetString(Samples.ValidJson).Replace("\"zh\": \"王小明\"", "\"zh\": \"𠮷😀王小明\", \"hz\": 1", StringComparison.Ordinal);
        var issue = Assert.Single(Validator.Check(System.Text.Encoding.UTF8.GetBytes(text)).Report.Issues);
        var line = text.Split('\n')[issue.Line!.Value - 1];
        Assert.Equal(line.IndexOf("\"hz\"", StringComparison.Ordinal) + 1, issue.Column);
    }

    [Fact]
    public void Paths_mean_the_file_even_where_items_before_could_not_be_read()
    {
        var text = System.Text.Encoding.UTF8.GetString(Samples.ValidJson)
            .Replace("\"people\": [", "\"people\": [ { \"id\": 7 }, { \"id\": \"nobody\" },", StringComparison.Ordinal)
            .Replace("\"zh\": \"王小明\"", "\"zh\": \"王小明\", \"pinyin\": \"\"", StringComparison.Ordinal)
            .Replace("\"person\": \"wang\"", "\"person\": \"nobody\"", StringComparison.Ordinal)
            .Replace("\"kind\": \"action-plan\"", "\"kind\": \"grand-design\"", StringComparison.Ordinal);
        var issues = Validator.Check(System.Text.Encoding.UTF8.GetBytes(text)).Report.Issues;
        Assert.Contains(issues, i => i is { Code: IssueCodes.EmptyText, Path: "$.people[2].name.pinyin" });
        Assert.Contains(issues, i => i is { Code: IssueCodes.UnknownCode, Path: "$.programs[0].kind" });
        Assert.DoesNotContain(issues, i => i.Code == IssueCodes.DanglingReference);
    }

    [Theory]
    [InlineData("410600", "2023-03-01", null)]
    [InlineData("410671", "2023-03-01", IssueCodes.UnknownDivision)]
    [InlineData("410671", null, IssueCodes.UnknownDivision)]
    [InlineData("229900", null, IssueCodes.UnknownDivision)]
    [InlineData("411222", "2014-03-01", null)]
    [InlineData("411222", "2020-03-01", IssueCodes.DivisionNotInForce)]
    [InlineData("411222", null, null)]
    [InlineData("411203", "2014-03-01", IssueCodes.DivisionNotInForce)]
    [InlineData("411203", "2020-03-01", null)]
    [InlineData("410381", "2018-03-01", null)]
    [InlineData("410381", null, null)]
    [InlineData("410381", "2023-07-01", IssueCodes.DivisionNotInForce)]
    [InlineData("110118", "2015-09-30", IssueCodes.DivisionNotInForce)]
    [InlineData("110118", "2015-10-01", null)]
    [InlineData("411203", null, null)]
    public void A_division_is_one_of_the_day_of_publication(string code, string? publishedOn, string? expected)
    {
        var dataset = Samples.Minimal();
        var place = PlaceReference.Parse(code);
        var body = new Organization { Id = OrganizationId.Parse("o"), Kind = OrganizationKind.Parse("government-office"), Name = "政府", Place = place, Evidence = Samples.Cited };
        var found = Validator.Validate(dataset with
        {
            Place = place,
            Sources = [dataset.Sources[0] with { PublishedOn = publishedOn is null ? null : PartialDate.Parse(publishedOn) }],
            Organizations = [body, body with { Id = OrganizationId.Parse("p") }],
        }).Issues;

        // Each place that names it is told, by whichever string.
        Assert.Equal(expected is null ? [] : [$"$.place {expected}", $"$.organizations[0].place {expected}", $"$.organizations[1].place {expected}"], found.Select(i => $"{i.Path} {i.Code}"));
    }

    [Fact]
    public void A_local_indicator_is_known()
    {
        var local = new IndicatorDefinition { Id = Indicator.Parse("pandas"), Name = "熊猫", Unit = UnitOfMeasure.Count };
        var dataset = Samples.Minimal([Samples.Series(local.Id, default, Samples.Observe("2022", Measure.Count(3)))]);
        Assert.Equal(IssueCodes.UnknownCode, Assert.Single(Validator.Validate(dataset).Issues).Code);
        Assert.Empty(Validator.Validate(dataset with { Indicators = [local] }).Issues);
    }

    [Theory]
    [InlineData(8, 8, "等", false)]
    [InlineData(8, 7, null, true)]
    [InlineData(8, 7, "等", false)]
    [InlineData(8, 9, "等", true)]
    [InlineData(8, 0, null, false)]
    public void A_slogan_is_held_against_its_members(int declared, int listed, string? open, bool wrong)
    {
        var nodes = Enumerable.Range(0, listed).Select(i => new OutlineNode { Text = $"工程{i}", Part = 0 }).ToValueList();
        var program = new PolicyProgram
        {
            Id = ProgramId.Parse("eight"),
            Kind = ProgramKind.ProjectSet,
            Name = "八大工程",
            Slogan = new() { Text = "八大工程", Parts = [new() { Count = declared, Noun = "工程" }] },
            Outline = nodes.IsEmpty ? [] : [new OutlineNode { Items = nodes, Open = open }],
            Evidence = Samples.Cited,
        };
        Assert.Equal(wrong, Validator.Validate(Samples.Minimal(programs: [program])).Issues.Any(i => i.Code == IssueCodes.SloganMismatch));
    }

    [Theory]
    [InlineData("10余名", 12, null, ListCompleteness.Complete)]
    [InlineData("10余名", 12, "等", ListCompleteness.Open)]
    [InlineData("10余名", 8, null, ListCompleteness.Partial)]
    [InlineData("约10名", 11, null, ListCompleteness.Complete)]
    [InlineData("约10名", 12, null, ListCompleteness.Excess)]
    [InlineData("近10名", 11, null, ListCompleteness.Excess)]
    [InlineData("不超过10名", 11, "等", ListCompleteness.Excess)]
    [InlineData("10名", 11, "等", ListCompleteness.Excess)]
    public void A_vague_count_allows_what_it_says(string declared, int listed, string? open, ListCompleteness expected) =>
        Assert.Equal(expected, new PartyList { Declared = Measure.Parse(declared), Open = open, Items = Enumerable.Repeat(Party.FromGroup("代表"), listed).ToValueList() }.Completeness);

    [Theory]
    [InlineData(8, 8, "等", ListCompleteness.Complete)]
    [InlineData(8, 3, null, ListCompleteness.Partial)]
    [InlineData(null, 3, "等", ListCompleteness.Open)]
    [InlineData(null, 3, null, ListCompleteness.Unstated)]
    [InlineData(8, 0, "等", ListCompleteness.None)]
    [InlineData(2, 3, null, ListCompleteness.Excess)]
    public void Completeness_follows_from_count_mark_and_items(int? declared, int listed, string? open, ListCompleteness expected) =>
        Assert.Equal(expected, new PartyList
        {
            Declared = declared is { } count ? Measure.Count(count) : null,
            Open = open,
            Items = Enumerable.Range(0, listed).Select(i => Party.FromGroup($"组{i}")).ToValueList(),
        }.Completeness);

#if !MUTANTS
    [Fact]
    public void A_long_chain_of_parents_is_walked_once()
    {
        var programs = Enumerable.Range(0, 20_000).Select(i => new PolicyProgram
        {
            Id = ProgramId.Parse($"p{i}"),
            Kind = ProgramKind.ActionPlan,
            Name = "计划",
            Parent = i == 0 ? null : ProgramId.Parse($"p{i - 1}"),
            Evidence = Samples.Cited,
        }).ToValueList();
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Assert.Empty(Validator.Validate(Samples.Minimal(programs: programs)).Issues);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"took {clock.Elapsed}");
    }
#endif

    [Fact]
    public void Valid_means_no_error()
    {
        var warned = Validator.Validate(Samples.Valid with { Place = PlaceReference.Parse("229900") });
        Assert.True(warned.IsValid);
        Assert.Equal(1, warned.WarningCount);
        warned.ThrowIfInvalid();
        var wrong = Validator.Validate(Samples.Valid with { People = [] });
        Assert.False(wrong.IsValid);
        Assert.Contains("KD5001", Assert.Throws<InvalidDataException>(wrong.ThrowIfInvalid).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Messages_are_in_both_languages()
    {
        var issue = Validator.Validate(Samples.Valid with { Place = PlaceReference.Parse("229900") }).Issues[0];
        Assert.Equal("No division has the code 229900 in the list of 2023-06-30.", issue.Message);
        Assert.Equal("2023-06-30 的行政区划表中没有代码 229900。", issue.MessageZh);
    }

    [Theory]
    [InlineData("p1 p2", "")]
    [InlineData("p1 p1", "1")]
    [InlineData("p1 g p2 g", "")]
    [InlineData("p1 g p2 p1 p2 p2", "3 4 5")]
    [InlineData("p1 p2 p3 p4 p5 p6 p7 p8 p9 p10 p11 p12 p13 p14 p15 p1", "15")]
    [InlineData("p1 p2 p3 p4 p5 p6 p7 p8 p9 p10 p11 p12 p13 p14 p15 p16 p1", "16")]
    [InlineData("p1 p2 p3 p4 p5 p6 p7 p8 p9 p10 p11 p12 p13 p14 p15 p16 g g p17", "")]
    public void A_record_is_listed_once(string items, string twice)
    {
        var participation = new Participation
        {
            Role = ParticipantRole.Attend,
            Parties = new() { Items = items.Split(' ').Select(item => item == "g" ? Party.FromGroup("有关单位") : new ReferredParty { To = Reference.Parse(item) }).ToValueList() },
            Evidence = Samples.Cited,
        };
        var meeting = new Meeting { Id = MeetingId.Parse("m"), Kind = MeetingKind.Parse("work-conference"), Name = "会议", Participants = [participation], Evidence = Samples.Cited };
        var people = Enumerable.Range(1, 17).Select(n => new Person { Id = PersonId.Parse($"p{n}"), Name = $"某{n}", Evidence = Samples.Cited }).ToValueList();
        var issues = Validator.Validate(Samples.Minimal(meetings: [meeting]) with { People = people }).Issues;
        Assert.Equal(twice, string.Join(' ', issues.Select(i => i.Path.Split('[', ']')[^2])));
        Assert.All(issues, i => Assert.Equal(IssueCodes.ListedTwice, i.Code));
    }

    [Theory]
    [InlineData("posts.0.post", true)]
    [InlineData("posts.0", true)]
    [InlineData("posts", true)]
    [InlineData("posts.1.post", false)]
    [InlineData("title", false)]
    public void Evidence_of_a_post_says_why_it_is_not_that_of_the_title(string of, bool isExplained)
    {
        var person = new Person { Id = PersonId.Parse("wang"), Name = "王小明", Evidence = Samples.Cited };
        var appointment = new Appointment
        {
            Person = person.Id,
            Title = "副市长",
            Posts = [new() { Post = OfficialPost.Mayor }, new() { Post = OfficialPost.ViceMayor }],
            Evidence = [.. Samples.Cited, new() { Of = MemberPath.Parse(of), Basis = EvidenceBasis.Inferred, Why = "次年任市长" }],
        };
        var issues = Validator.Validate(Samples.Minimal() with { People = [person], Appointments = [appointment] }).Issues;
        Assert.Equal(isExplained ? [] : [IssueCodes.PostNotOfTitle], issues.Select(i => i.Code));
    }
}
