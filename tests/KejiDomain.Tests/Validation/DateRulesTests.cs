using KejiDomain.Json;
using KejiDomain.Validation;

namespace KejiDomain.Tests.Validation;

public sealed class DateRulesTests
{
    [Theory]
    [InlineData("cites", true)]
    [InlineData("conveys", true)]
    [InlineData("implements", true)]
    [InlineData("based-on", true)]
    [InlineData("forwards", true)]
    [InlineData("interprets", true)]
    [InlineData("summarizes", true)]
    [InlineData("replies-to", true)]
    [InlineData("reprints", true)]
    [InlineData("repeals", true)]
    [InlineData("amends", true)]
    [InlineData("supersedes", true)]
    [InlineData("deepens", true)]
    [InlineData("reads-out", true)]
    [InlineData("supports", false)]
    [InlineData("drafts", false)]
    [InlineData("annex-of", false)]
    [InlineData("same-as", false)]
    [InlineData("part-of", false)]
    [InlineData("presented-at", false)]
    [InlineData("issues", false)]
    [InlineData("reports-on", false)]
    public void What_is_used_was_there_before(string relation, bool isUse)
    {
        var link = new DocumentLink { Kind = DocumentRelation.Parse(relation), To = Reference.Parse("b"), Evidence = Samples.Cited };
        Document[] documents = [Document("a") with { SignedOn = Day("2022-05-01"), Relations = [link] }, Document("b", "后来的通知") with { SignedOn = Day("2022-05-02") }];
        Assert.Equal(isUse ? ["$.documents[0].relations[0]: 后来的通知; 2022-05-02; 2022-05-01"] : [], Run(Samples.Minimal() with { Documents = [.. documents] }));
        documents[1] = documents[1] with { SignedOn = Day("2022-05-01") };
        Assert.Empty(Run(Samples.Minimal() with { Documents = [.. documents] }));
    }

    [Theory]
    [InlineData("2022-05-02", null, null, "2022-05-02")]
    [InlineData(null, "2022-05-02", null, "2022-05-02")]
    [InlineData(null, null, "2022-05-02", null)]
    [InlineData("2022-04-01", "2022-05-02", null, "2022-05-02")]
    [InlineData("2022-05-02", "2022-04-01", null, null)]
    [InlineData("2022-05-02", "2022-05-02", null, "2022-05-02")]
    [InlineData(null, "2022-04-01", "2022-05-02", null)]
    [InlineData(null, null, null, null)]
    public void A_document_can_be_used_from_the_day_of_signing_on_else_of_issue_and_nobody_knows_by_its_publication(string? issuedOn, string? signedOn, string? publishedOn, string? day)
    {
        var link = new DocumentLink { Kind = DocumentRelation.Cites, To = Reference.Parse("b"), Evidence = Samples.Cited };
        var citing = Document("a") with { IssuedOn = Day("2022-05-01"), Relations = [link] };
        var cited = Document("b") with { IssuedOn = Day(issuedOn), SignedOn = Day(signedOn), PublishedOn = Day(publishedOn) };
        Assert.Equal(day, Found(Samples.Minimal() with { Documents = [citing, cited] }).SingleOrDefault(i => i.Path.Contains("relations", StringComparison.Ordinal))?.Arguments[1]);
    }

    [Theory]
    [InlineData("2022-05-01", "2022-05-03", null, "2022-05-01")]
    [InlineData("2022-05-03", "2022-05-01", "2022-05-01", null)]
    [InlineData(null, "2022-05-01", "2022-05-03", "2022-05-01")]
    [InlineData(null, null, "2022-05-01", "2022-05-01")]
    [InlineData(null, null, "2022-05-02", null)]
    [InlineData(null, null, null, null)]
    public void A_document_uses_others_on_the_day_of_issue_else_of_signing_else_of_publication(string? issuedOn, string? signedOn, string? publishedOn, string? day)
    {
        var link = new DocumentLink { Kind = DocumentRelation.Cites, To = Reference.Parse("b"), Evidence = Samples.Cited };
        var citing = Document("a") with { IssuedOn = Day(issuedOn), SignedOn = Day(signedOn), PublishedOn = Day(publishedOn), Relations = [link] };
        var cited = Document("b") with { IssuedOn = Day("2022-05-02") };
        Assert.Equal(day, Found(Samples.Minimal() with { Documents = [citing, cited] }).SingleOrDefault(i => i.Path.Contains("relations", StringComparison.Ordinal))?.Arguments[2]);
    }

    [Theory]
    [InlineData("2022-05-02", "2022-05-01", null, "signedOn: Signing; 2022-05-02; issue; 2022-05-01")]
    [InlineData("2022-05-01", "2022-05-01", null, null)]
    [InlineData(null, "2022-05-02", "2022-05-01", "issuedOn: Issue; 2022-05-02; publication; 2022-05-01")]
    [InlineData("2022-05-02", null, "2022-05-01", "issuedOn: Issue; 2022-05-02; publication; 2022-05-01")]
    [InlineData("2022-04-01", "2022-05-02", "2022-05-01", "issuedOn: Issue; 2022-05-02; publication; 2022-05-01")]
    [InlineData("2022-05", "2022-05-01", null, null)]
    [InlineData("2022-05-01", "2022-05-02", "2022-05-03", null)]
    public void Signing_issue_and_publication_follow_each_other(string? signedOn, string? issuedOn, string? publishedOn, string? expected)
    {
        var document = Document("a") with { SignedOn = Day(signedOn), IssuedOn = Day(issuedOn), PublishedOn = Day(publishedOn) };
        var found = Found(Samples.Minimal() with { Documents = [document] });
        Assert.Equal(expected is null ? null : "$.documents[0]." + expected, found.SingleOrDefault() is { } issue ? $"{issue.Path}: {string.Join("; ", issue.Arguments)}" : null);
    }

    // What prepares it may be of the year before.
    [Theory]
    [InlineData("2021", "2023", null)]
    [InlineData("2020-12-20", null, null)]
    [InlineData("2019", null, "issuedOn")]
    [InlineData("2023", "2023", "issuedOn")]
    [InlineData(null, "2023", "publishedOn")]
    [InlineData(null, "2021", null)]
    [InlineData("2023", null, "issuedOn")]
    public void An_anniversary_is_that_of_the_issue(string? issuedOn, string? publishedOn, string? member) =>
        Assert.Equal(
            member is null ? null : $"$.documents[0].{member}",
            Found(Samples.Minimal() with { Documents = [Document("a", "建党100周年方案") with { IssuedOn = Day(issuedOn), PublishedOn = Day(publishedOn) }] }).SingleOrDefault(i => i.Code == IssueCodes.AnniversaryMismatch)?.Path);

    [Theory]
    [InlineData("2020", false)]
    [InlineData("2019", true)]
    [InlineData("2022", true)]
    public void A_program_may_prepare_an_anniversary(string period, bool isWrong)
    {
        var program = new PolicyProgram { Id = ProgramId.Parse("p"), Kind = ProgramKind.ActionPlan, Name = "建党100周年筹备", Period = ReportingPeriod.Parse(period), Evidence = Samples.Cited };
        Assert.Equal(isWrong, Run(Samples.Minimal() with { Programs = [program] }).Any());
    }

    [Fact]
    public void What_is_read_out_at_a_meeting_had_been_issued()
    {
        OutlineNode Leaf(string? verb, string about) => new() { Text = "文件", Verb = verb, About = [Reference.Parse(about)], Evidence = Samples.Cited };
        OutlineNode Around(params ReadOnlySpan<OutlineNode> items) => new() { Text = "议程", Items = ValueList.Create(items), Evidence = Samples.Cited };
        var meeting = Meeting() with
        {
            On = ReportingPeriod.Parse("2022-05-01"),
            Outline =
            [
                Leaf("宣读", "early"),
                Around(Leaf(null, "late"), Leaf(null, "late"), Around(Leaf("传达学习", "late"), Leaf("学习", "late"), Leaf("宣读", "nobody")), Leaf("宣读", "late")),
                Leaf("宣读", "late"),
            ],
        };
        var dataset = Samples.Minimal(meetings: [Meeting() with { Id = MeetingId.Parse("other") }, meeting]) with
        {
            Documents = [Document("early") with { IssuedOn = Day("2022-05-01") }, Document("late", "后来的通知") with { IssuedOn = Day("2022-05-02") }],
        };
        Assert.Equal(
            [
                "$.meetings[1].outline[1].items[2].items[0]: 后来的通知; 2022-05-02; 2022-05-01",
                "$.meetings[1].outline[1].items[3]: 后来的通知; 2022-05-02; 2022-05-01",
                "$.meetings[1].outline[2]: 后来的通知; 2022-05-02; 2022-05-01",
            ],
            Run(dataset));
        Assert.Empty(Run(dataset with { Meetings = [meeting with { On = null }] }));
    }

    [Fact]
    public void A_document_that_reads_out_or_reports_on_a_meeting_is_of_its_time()
    {
        DocumentLink Link(DocumentRelation kind) => new() { Kind = kind, To = Reference.Parse("m"), Evidence = Samples.Cited };
        IEnumerable<string> Of(DocumentRelation kind, string day) => Run(Samples.Minimal(meetings: [Meeting() with { On = ReportingPeriod.Parse("2022-05-01") }]) with
        {
            Documents = [Document("a") with { IssuedOn = kind == DocumentRelation.ReadsOut ? Day(day) : null, PublishedOn = Day(day), Relations = [Link(kind)] }],
        });
        Assert.Equal(["$.documents[0].publishedOn: 2022-05-01; a; 2022-04-30"], Of(DocumentRelation.ReportsOn, "2022-04-30"));
        Assert.Empty(Of(DocumentRelation.ReportsOn, "2022-05-01"));
        Assert.Equal(["$.documents[0].relations[0]: 通知; 2022-05-02; 2022-05-01"], Of(DocumentRelation.ReadsOut, "2022-05-02"));
        Assert.Empty(Of(DocumentRelation.ReadsOut, "2022-05-01"));
    }

    [Fact]
    public void Numbers_of_meetings_and_recognitions_are_held_against_their_names()
    {
        var recognition = new Recognition { Id = RecognitionId.Parse("r"), Class = RecognitionClass.HenanStAward, Name = "第三届第五批名单", Edition = 4, Batch = 6, Evidence = Samples.Cited };
        Assert.Equal(
            ["$.meetings[0].edition: 第三次会议; 3; 4", "$.recognitions[0].edition: 第三届第五批名单; 3; 4", "$.recognitions[0].batch: 第三届第五批名单; 5; 6"],
            Run(Samples.Minimal(meetings: [Meeting() with { Name = "第三次会议", Edition = 4 }]) with { Recognitions = [recognition] }));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void No_more_people_are_listed_than_attended(int attendance, bool isWrong)
    {
        Party[] parties = [PersonId.Parse("a"), PersonId.Parse("b"), PersonId.Parse("a"), PlaceReference.Parse("410600"), OrganizationId.Parse("o"), Party.FromGroup("代表")];
        var meeting = Meeting() with
        {
            Attendance = Measure.Count(attendance),
            Participants = [new() { Role = ParticipantRole.Attend, Parties = new() { Items = [.. parties] }, Evidence = Samples.Cited }],
        };
        var people = new[] { "a", "b" }.Select(id => new Person { Id = PersonId.Parse(id), Name = "人", Evidence = Samples.Cited });
        var body = new Organization { Id = OrganizationId.Parse("o"), Kind = OrganizationKind.Enterprise, Name = "企业", Evidence = Samples.Cited };
        Assert.Equal(isWrong ? ["$.meetings[0].attendance: 1; 2"] : [], Run(Samples.Minimal(meetings: [meeting]) with { People = [.. people], Organizations = [body] }));
    }

    private static List<Issue> Found(PolicyDataset dataset)
    {
        var found = new List<Issue>();
        new DateRules(dataset, new(dataset, DroppedParts.None, static _ => { }), found.Add).Run();
        return found;
    }

    private static IEnumerable<string> Run(PolicyDataset dataset) => Found(dataset).Select(i => $"{i.Path}: {string.Join("; ", i.Arguments)}");

    private static Document Document(string id, string title = "通知") => new() { Id = DocumentId.Parse(id), Kind = DocumentKind.Notice, Title = title, Evidence = Samples.Cited };

    private static Meeting Meeting() => new() { Id = MeetingId.Parse("m"), Kind = MeetingKind.WorkConference, Name = "会议", Evidence = Samples.Cited };

    private static PartialDate? Day(string? text) => text is null ? null : PartialDate.Parse(text);
}
