using System.Diagnostics;
using System.Text;
using System.Text.Json;
using KejiDomain.Json;
using KejiDomain.Validation;

namespace KejiDomain.Properties.Json;

/// <summary>Documents and data sets that are made to cost time, memory or stack. Each would take minutes, or end the process, if anything were quadratic or without a bound.</summary>
public sealed class ScaleTests
{
    private const int Many = 30_000;

    // Generous: the machine may be busy. What is quadratic takes many times as long.
    private const int Seconds = 20;

    private const string Head = """
        {"formatVersion":"1.0","id":"x","title":{"zh":"x"},"sources":[{"id":"s1","file":{"name":"a.txt","sha256":"0000000000000000000000000000000000000000000000000000000000000000","length":10},"script":"Hans"}],
        """;

    [Fact]
    public void A_list_of_more_than_a_million_is_an_issue()
    {
        var document = Head + "\"people\":[" + string.Join(',', Enumerable.Repeat("1", 1_000_001)) + "]}";
        var report = InTime(() => Check(document));
        Assert.Contains(report.Issues, i => i.Code == IssueCodes.ListTooLong || i.Code == IssueCodes.FurtherIssues);
        Assert.InRange(report.Issues.Count, 1, ReadLimits.Default.Issues + 1);
        Assert.Equal(Severity.Error, report.Issues.Single(i => i.Code == IssueCodes.FurtherIssues).Severity);
    }

    [Theory]
    [InlineData("'meetings':[{'id':'m','kind':'forum','name':{'zh':'x'},'outline':[", "{'items':[", "]}", "]}]")]
    [InlineData("'programs':[{'id':'p','kind':'action-plan','name':{'zh':'x'},'rules':[", "{'brackets':[", "]}", "]}]")]
    [InlineData("'programs':[", "{'id':'p','kind':'action-plan','name':{'zh':'x'},'rules':[", "]}", "]")]
    [InlineData("'programs':[", "{'id':'p','kind':'action-plan','name':{'zh':'x'},'slogan':{'text':'x','parts':[", "]}}", "]")]
    [InlineData("'people':[", "{'id':'p','name':{'zh':'x'},'evidence':[", "]}", "]")]
    public void The_dearest_documents_within_the_limits_take_less_than_a_gigabyte(string head, string open, string close, string end)
    {
        // Empty records take the most memory for their bytes; the fault at the end has everything read twice.
        (head, open, end) = (head.Replace('\'', '"'), open.Replace('\'', '"'), end + ",\"mood\":1}");
        var document = new StringBuilder(Head + head);
        while (document.Length < ReadLimits.Default.DocumentBytes - end.Length - 200)
        {
            var room = (ReadLimits.Default.DocumentBytes - end.Length - 120 - document.Length) / 3;
            document.Append(document[^1] == '}' ? "," : string.Empty).Append(open).Append("{}").Insert(document.Length, ",{}", Math.Clamp(room, 0, ReadLimits.Default.ListItems - 1)).Append(close);
        }

        document.Append(end);
        var utf8 = Encoding.UTF8.GetBytes(document.ToString());
        Assert.InRange(utf8.Length, ReadLimits.Default.DocumentBytes * 9 / 10, ReadLimits.Default.DocumentBytes);
        document.Clear();
        var live = GC.GetTotalMemory(forceFullCollection: true);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var result = KejiJson.Read(utf8);
        Assert.Equal(IssueCodes.UnknownMember, Assert.Single(result.Report.Issues).Code);
        Assert.NotNull(result.Partial);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - allocated < 4_000_000_000);
        Assert.True(GC.GetTotalMemory(forceFullCollection: true) - live < 1_000_000_000);
        GC.KeepAlive(result);
        Assert.Equal(IssueCodes.DocumentTooLarge, Assert.Single(KejiJson.Read(new byte[ReadLimits.Default.DocumentBytes + 1]).Report.Issues).Code);
    }

    [Fact]
    public void A_million_citations_are_read_and_reported_as_a_count()
    {
        var document = Head + "\"people\":[{\"id\":\"p\",\"name\":{\"zh\":\"x\"},\"evidence\":["
            + string.Join(',', Enumerable.Repeat("\"s9#char=0,1\"", 1_000_000)) + "]}]}";
        var report = InTime(() => Check(document), seconds: 60);
        Assert.Equal(ReadLimits.Default.Issues + 1, report.Issues.Count);
        Assert.Equal("999000", report.Issues.Single(i => i.Code == IssueCodes.FurtherIssues).Arguments[0]);
    }

    [Fact]
    public void More_warnings_than_are_listed_leave_a_file_valid()
    {
        var members = string.Concat(Enumerable.Range(0, 1_500).Select(i => $"\"new{i}\":1,"));
        var result = KejiJson.Read(Head[..1] + members + Head[1..].TrimEnd().TrimEnd(',') + "}", ReadMode.Lenient);
        Assert.True(result.IsSuccess, result.Report.Summary);
        Assert.Equal(Severity.Warning, result.Report.Issues.Single(i => i.Code == IssueCodes.FurtherIssues).Severity);
        Assert.True(result.IsLossy);
    }

    [Fact]
    public void Halves_of_surrogate_pairs_cost_no_exception_each()
    {
        var document = Head + "\"place\":\"\\ud800\",\"x\":[" + string.Join(',', Enumerable.Repeat("\"\\ud800\"", 500_000)) + "]}";
        Assert.False(InTime(() => Check(document), seconds: 10).IsValid);
    }

    [Fact]
    public void A_slogan_of_many_parts_over_many_nodes_is_counted_in_one_walk()
    {
        var parts = string.Join(',', Enumerable.Repeat("{\"count\":1}", Many));
        var nodes = string.Join(',', Enumerable.Range(0, Many).Select(i => $"{{\"text\":\"a\",\"part\":{i}}}"));
        var document = Head + $$"""
            "programs":[{"id":"p","kind":"action-plan","name":{"zh":"x"},"slogan":{"text":"1","parts":[{{parts}}]},"outline":[{"text":"b","items":[{{nodes}}]}],"evidence":["s1#char=0,1"]}]}
            """;
        Assert.DoesNotContain(InTime(() => Check(document)).Issues, i => i.Severity != Severity.Info);
    }

    [Fact]
    public void Many_observations_of_one_series_are_related_without_comparing_each_with_each()
    {
        var observations = string.Join(',', Enumerable.Range(0, Many).Select(i =>
            $"{{\"period\":\"2022\",\"modality\":\"actual\",\"ordinal\":{i + 1},\"measure\":{{\"amount\":1,\"unit\":\"count\"}},\"claims\":[{{\"against\":\"previous-year\",\"measure\":{{\"amount\":1,\"unit\":\"percent\"}}}}],\"evidence\":[\"s1#char=0,1\"]}}"));
        var document = Head + $"\"series\":[{{\"indicator\":\"high-tech-enterprises\",\"place\":\"410600\",\"observations\":[{observations}]}}]}}";
        InTime(() => Check(document));
    }

    [Fact]
    public void Many_series_of_one_indicator_are_related_without_comparing_each_with_each()
    {
        var series = string.Join(',', Enumerable.Range(0, Many).Select(i =>
            $"{{\"indicator\":\"high-tech-enterprises\",\"place\":\"410600\",\"dimensions\":{{\"class\":\"c{i}\",\"x{i % 100}\":\"y\"}},\"observations\":[{{\"period\":\"2022\",\"modality\":\"actual\",\"measure\":{{\"amount\":1,\"unit\":\"count\"}},\"evidence\":[\"s1#char=0,1\"]}}]}}"));
        InTime(() => Check(Head + $"\"series\":[{series}]}}"));
    }

    [Fact]
    public void Many_events_of_one_figure_each_are_told_in_one_walk()
    {
        var series = string.Join(',', Enumerable.Range(0, Many).Select(i =>
            $"{{\"indicator\":\"high-tech-enterprises\",\"subject\":\"p{i}\",\"observations\":[{{\"modality\":\"actual\",\"event\":\"e{i}\",\"measure\":{{\"amount\":1,\"unit\":\"count\"}},\"evidence\":[\"s1#char=0,1\"]}}]}}"));
        var people = string.Join(',', Enumerable.Range(0, Many).Select(i => $"{{\"id\":\"p{i}\",\"name\":{{\"zh\":\"x\"}},\"evidence\":[\"s1#char=0,1\"]}}"));
        Assert.Contains(InTime(() => Check(Head + $"\"people\":[{people}],\"series\":[{series}]}}")).Issues, i => i.Code == IssueCodes.EventOfOne);
    }

    [Fact]
    public void Many_reasons_are_looked_for_in_many_sources_without_damage()
    {
        var sources = string.Join(',', Enumerable.Range(2, Many).Select(i => Head[(Head.IndexOf('[', StringComparison.Ordinal) + 1)..Head.LastIndexOf(']')].Replace("\"s1\"", $"\"s{i}\"", StringComparison.Ordinal)));
        var evidence = string.Join(',', Enumerable.Range(0, 4 * Many).Select(i => $"{{\"cite\":\"s1#char=0,1\",\"why\":\"x{i}\"}}"));
        var document = Head.Replace("],", $",{sources}],", StringComparison.Ordinal) + $"\"people\":[{{\"id\":\"p\",\"name\":{{\"zh\":\"x\"}},\"evidence\":[{evidence}]}}]}}";
        Assert.Contains(InTime(() => Check(document)).Issues, i => i.Code == IssueCodes.UnknownDamage);
    }

    [Fact]
    public void Many_dimensions_of_one_series_are_found_without_looking_at_each()
    {
        var dimensions = string.Join(',', Enumerable.Range(0, Many).Select(i => $"\"x{i}\":\"y\""));
        string Series(string class_) => $"{{\"indicator\":\"high-tech-enterprises\",\"place\":\"410600\",\"dimensions\":{{\"class\":\"{class_}\",{dimensions}}},\"observations\":[{{\"period\":\"2022\",\"modality\":\"actual\",\"measure\":{{\"amount\":1,\"unit\":\"count\"}},\"evidence\":[\"s1#char=0,1\"]}}]}}";
        var document = Head + $"\"series\":[{Series("a")},{Series("b")}]}}";
        InTime(() => Check(document));
        var dataset = KejiJson.Read(document).GetValueOrThrow();
        var other = dataset with { Series = [dataset.Series[0] with { Dimensions = dataset.Series[1].Dimensions }, dataset.Series[1] with { Dimensions = [] }] };
        InTime(() => DatasetDiff.Compare(dataset, other));
    }

    [Fact]
    public void Many_codes_of_one_dimension_are_not_hashed_for_every_observation()
    {
        var codes = string.Join(',', Enumerable.Range(0, Many).Select(i => $"\"y{i}\""));
        var observations = string.Join(',', Enumerable.Range(0, 5_000).Select(i => $"{{\"period\":\"2022\",\"modality\":\"actual\",\"ordinal\":{i + 1},\"measure\":{{\"amount\":1,\"unit\":\"count\"}},\"evidence\":[\"s1#char=0,1\"]}}"));
        InTime(() => Check(Head + $"\"series\":[{{\"indicator\":\"high-tech-enterprises\",\"place\":\"410600\",\"dimensions\":{{\"class\":[{codes}]}},\"observations\":[{observations}]}}]}}"));
    }

    [Fact]
    public void Lists_without_keys_are_compared_within_a_budget()
    {
        string Document(int from) => Head + "\"programs\":[{\"id\":\"p\",\"kind\":\"action-plan\",\"name\":{\"zh\":\"x\"},\"outline\":["
            + string.Join(',', Enumerable.Range(from, 60).Select(i => $"{{\"text\":\"t{i}\",\"items\":[" + string.Join(',', Enumerable.Range(from + i, 900).Select(j => $"{{\"text\":\"n{j}\",\"evidence\":[\"s1#char={j},{j + 3}\"]}}")) + "]}"))
            + "],\"evidence\":[\"s1#char=0,1\"]}]}";
        var before = KejiJson.Read(Document(0)).GetValueOrThrow();
        var after = KejiJson.Read(Document(1)).GetValueOrThrow();
        Assert.NotEmpty(InTime(() => DatasetDiff.Compare(before, after)));
    }

    [Fact]
    public void Appointments_whose_titles_look_like_our_numbers_are_compared()
    {
        string Document(string last) => Head + "\"people\":[{\"id\":\"p\",\"name\":{\"zh\":\"x\"},\"evidence\":[\"s1#char=0,1\"]}],\"appointments\":["
            + string.Join(',', new[] { "x", "x", "x #2", "x #3", last }.Select(t => $"{{\"person\":\"p\",\"title\":\"{t}\",\"posts\":[{{\"post\":\"mayor\"}}],\"evidence\":[\"s1#char=0,1\"]}}")) + "]}";
        Assert.NotEmpty(DatasetDiff.Compare(KejiJson.Read(Document("x")).GetValueOrThrow(), KejiJson.Read(Document("y")).GetValueOrThrow()));
    }

    [Fact]
    public void An_outline_deeper_than_the_stack_is_an_issue_and_cannot_be_written()
    {
        var node = new OutlineNode { Text = "a" };
        for (var i = 0; i < 200_000; i++)
        {
            node = new() { Text = "a", Items = [node] };
        }

        Deep(Minimal(node));
    }

    [Fact]
    public void A_post_at_a_post_at_a_post_is_an_issue_and_cannot_be_written()
    {
        Party party = new PostParty { Post = OfficialPost.Mayor };
        for (var i = 0; i < 200_000; i++)
        {
            party = new PostParty { Post = OfficialPost.Mayor, Body = party };
        }

        Deep(Minimal(new() { Text = "a", By = party }));
    }

    [Fact]
    public void What_is_as_deep_as_can_be_is_valid_and_written_and_read_back()
    {
        var deepest = 0;
        var node = new OutlineNode { Text = "a", Evidence = [Citation.Parse("s1#char=0,1")] };
        for (var i = 1; i < 40; i++)
        {
            node = new() { Text = "a", Items = [node] };
            var dataset = Minimal(node);
            string? text = null;
            try
            {
                text = KejiJson.Write(dataset);
            }
            catch (JsonException)
            {
                Assert.Contains(Validator.Validate(dataset).Issues, issue => issue.Code == IssueCodes.TooDeep);
            }

            if (text is not null)
            {
                deepest = i;
                Assert.True(Validator.Validate(dataset).IsValid);
                Assert.Equal(dataset, KejiJson.Read(text).GetValueOrThrow());
            }
        }

        // Root, list, program and its list are four; each node is two, and the list of evidence one.
        Assert.InRange(deepest, 27, 30);
    }

    [Fact]
    public void Many_citations_of_a_whole_text_are_marked_in_one_walk()
    {
        var text = SourceText.FromBytes(Encoding.UTF8.GetBytes(new string('文', 200_000)));
        var node = new OutlineNode { Text = "a", Evidence = [.. Enumerable.Range(0, Many).Select(i => new Evidence { Cite = [Citation.Create(SourceId.Parse("s1"), i, 200_000)] })] };
        var dataset = Minimal(node);
        Assert.Equal(200_000, InTime(() => Coverage.Of(dataset, dataset.Sources[0], text)).Cited);
    }

    [Fact]
    public void A_repair_that_would_fill_the_memory_is_an_issue()
    {
        var bytes = Encoding.UTF8.GetBytes(new string('文', 5_000));
        var text = SourceText.FromBytes(bytes);
        var dataset = WithText(text, [new() { Id = DamageId.Parse("d"), Kind = DamageKind.Parse("ocr-confusion"), Rule = RepairRule.Replace, Printed = "文", Read = new string('x', 1_000_000) }], default);
        var report = InTime(() => Validator.Validate(dataset, new() { Texts = new Dictionary<SourceId, SourceText> { [SourceId.Parse("s1")] = text } }));
        Assert.Contains(report.Issues, i => i.Code == IssueCodes.TextTooLong);
        Assert.Throws<InvalidDataException>(() => RepairedText.Create(text, dataset.Sources[0].Damage));
    }

    [Fact]
    public void Printed_texts_times_spans_are_compared_within_a_bound()
    {
        var text = SourceText.FromBytes(Encoding.UTF8.GetBytes(new string('文', 5_000)));
        var observation = new Observation
        {
            Period = ReportingPeriod.Parse("2022"),
            Modality = Modality.Actual,
            Claims = [.. Enumerable.Range(0, Many).Select(i => new Claim { Against = ClaimReference.Unstated, Measure = new Measure { Amount = i, Unit = UnitOfMeasure.Percent, Printed = "无" } })],
            Evidence = [.. Enumerable.Range(0, Many).Select(i => new Evidence { Cite = [Citation.Create(SourceId.Parse("s1"), i % 4_000, 5_000)] })],
        };
        var dataset = WithText(text, default, observation);
        var report = InTime(() => Validator.Validate(dataset, new() { Texts = new Dictionary<SourceId, SourceText> { [SourceId.Parse("s1")] = text } }), seconds: 60);
        Assert.Contains(report.Issues, i => i.Code is IssueCodes.TooMuchToCompare or IssueCodes.FurtherIssues);
        Assert.False(report.IsValid);

        // Without the text nothing is compared, and nothing is looked for.
        InTime(() => Validator.Validate(dataset));
    }

    [Fact]
    public void Parents_in_one_long_row_or_circle_are_walked_once()
    {
        var programs = string.Join(',', Enumerable.Range(0, Many).Select(i =>
            $"{{\"id\":\"p{i}\",\"kind\":\"action-plan\",\"name\":{{\"zh\":\"x\"}},\"parent\":\"p{(i + 1) % Many}\",\"evidence\":[\"s1#char=0,1\"]}}"));
        var report = InTime(() => Check(Head + $"\"programs\":[{programs}]}}"));
        Assert.Single(report.Issues, i => i.Code == IssueCodes.ReferenceCycle);
    }

    [Fact]
    public void A_long_name_full_of_dots_is_placed()
    {
        var document = Head + $"\"{new string('.', 500_000)}\":1,\"place\":\"000000\"}}";
        var report = InTime(() => Check(document));
        Assert.All(report.Issues, i => Assert.NotNull(i.Line));
    }

    [Fact]
    public void A_text_larger_than_a_document_may_be_is_not_copied_first()
    {
        var result = KejiJson.Read(new string(' ', 5_000), limits: new() { DocumentBytes = 4_999 });
        Assert.Equal(IssueCodes.DocumentTooLarge, Assert.Single(result.Report.Issues).Code);
    }

    [Fact]
    public void No_document_changes_how_the_next_one_is_read()
    {
        // Three letters before the sign, three bytes of the first: the name of the source would be kept as what those bytes say.
        Assert.False(KejiJson.Read(Head + "\"people\":[{\"id\":\"p\",\"name\":{\"zh\":\"x\"},\"evidence\":[\"甲乙丙#char=0,1\"]}]}").IsSuccess);
        var next = KejiJson.Read(Head + "\"people\":[{\"id\":\"p\",\"name\":{\"zh\":\"甲\"},\"evidence\":[\"s1#char=0,1\"]}]}").GetValueOrThrow();
        Assert.Equal("甲", next.People[0].Name.Zh);
    }

    private static ValidationReport Check(string document) => Validator.Check(Encoding.UTF8.GetBytes(document)).Report;

    private static T InTime<T>(Func<T> action, int seconds = Seconds)
    {
        var watch = Stopwatch.StartNew();
        var result = Task.Run(action);
        Assert.True(result.Wait(TimeSpan.FromSeconds(seconds), TestContext.Current.CancellationToken), $"still not done after {watch.Elapsed}");
        return result.Result;
    }

    private static void Deep(PolicyDataset dataset)
    {
        var report = InTime(() => Validator.Validate(dataset));
        Assert.Equal(IssueCodes.TooDeep, Assert.Single(report.Issues, i => i.Severity == Severity.Error).Code);
        Assert.Throws<JsonException>(() => KejiJson.Write(dataset));
        Assert.Throws<JsonException>(() => DatasetDiff.Compare(dataset, dataset));
        var text = SourceText.FromBytes("0123456789"u8);
        _ = Coverage.Of(dataset, dataset.Sources[0], text);
        _ = Validator.Derive(dataset);
    }

    private static PolicyDataset Minimal(OutlineNode node) => KejiJson.Read(Head.TrimEnd().TrimEnd(',') + "}").GetValueOrThrow() with
    {
        Programs =
        [
            new()
            {
                Id = ProgramId.Parse("p"), Kind = ProgramKind.Parse("action-plan"), Name = new() { Zh = "x" }, Outline = [node], Evidence = [Citation.Parse("s1#char=0,1")],
                Slogan = new() { Text = "1", Parts = [new() { Count = 1 }] },
            },
        ],
    };

    private static PolicyDataset WithText(SourceText text, ValueList<DamagePattern> damage, Observation? observation)
    {
        var dataset = KejiJson.Read(Head.TrimEnd().TrimEnd(',') + "}").GetValueOrThrow();
        return dataset with
        {
            Sources = [dataset.Sources[0] with { File = new() { Name = FileName.Parse("a.txt"), Sha256 = text.Sha256, Length = text.Length }, Damage = damage }],
            Series = observation is null ? [] : [new() { Indicator = Indicator.Parse("high-tech-enterprises"), Place = PlaceReference.Parse("410600"), Observations = [observation] }],
        };
    }
}
