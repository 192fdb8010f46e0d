using KejiDomain.Json;

namespace KejiDomain.Tests.Json;

public sealed class DatasetDiffTests
{
    private static readonly PolicyDataset Sample = KejiJson.Read(File.ReadAllBytes(Tool.ToolRun.SampleJson)).GetValueOrThrow();

    [Fact]
    public void A_data_set_equals_itself() => Assert.Empty(DatasetDiff.Compare(Sample, Sample));

    [Fact]
    public void Order_of_things_with_keys_and_of_evidence_does_not_count()
    {
        var series = Sample.Series[0];
        var observation = series.Observations[1];
        Assert.True(observation.Evidence.Count > 1);
        var other = Sample with
        {
            People = [.. Sample.People.Reverse()],
            Documents = [.. Sample.Documents.Reverse()],
            Series = [.. Sample.Series.Skip(1), series with { Observations = [observation with { Evidence = [.. observation.Evidence.Reverse()] }, series.Observations[0]] }],
        };
        Assert.NotEqual(Sample, other);
        Assert.Empty(DatasetDiff.Compare(Sample, other));
    }

    [Fact]
    public void A_changed_member_is_named_by_keys()
    {
        var series = Sample.Series[0];
        var first = series.Observations[0];
        var other = Sample with
        {
            Series = [series with { Observations = [first with { Measure = first.Measure!.Value with { Amount = 122 } }, series.Observations[1]] }, .. Sample.Series.Skip(1)],
        };
        var difference = Assert.Single(DatasetDiff.Compare(Sample, other));
        Assert.Equal(
            new DatasetDifference
            {
                Kind = DifferenceKind.Changed,
                Path = "$.series[high-tech-enterprises sample-city flow=stock].observations[2022 actual].measure.amount",
                Before = "121",
                After = "122",
            },
            difference);
    }

    [Fact]
    public void Numbers_are_compared_by_value()
    {
        var series = Sample.Series[1];
        var first = series.Observations[0];
        var other = Sample with
        {
            Series = [Sample.Series[0], series with { Observations = [first with { Measure = first.Measure!.Value with { Amount = 7.440m } }] }, Sample.Series[2]],
        };
        Assert.Empty(DatasetDiff.Compare(Sample, other));
    }

    [Fact]
    public void Comparing_backwards_exchanges_added_and_removed()
    {
        var other = Sample with { Works = [], Units = [.. Sample.Units, Sample.Units[0] with { Id = UnitId.Parse("town"), Name = "镇" }] };
        var there = DatasetDiff.Compare(Sample, other);
        var back = DatasetDiff.Compare(other, Sample);
        Assert.Equal([("$.units[town]", DifferenceKind.Added), ("$.works[chip]", DifferenceKind.Removed)], there.Select(d => (d.Path, d.Kind)));
        Assert.Equal(there.Select(d => (d.Path, d.Before, d.After)), back.Select(d => (d.Path, d.After, d.Before)));
    }

    [Fact]
    public void A_thing_with_another_identifier_is_found_by_its_name()
    {
        var other = Sample with { Works = [Sample.Works[0] with { Id = WorkId.Parse("silicon") }] };
        var difference = Assert.Single(DatasetDiff.Compare(Sample, other));
        Assert.Equal(("$.works[chip].id", "\"chip\"", "\"silicon\""), (difference.Path, difference.Before, difference.After));
    }

    [Fact]
    public void Outline_nodes_are_matched_along_the_text()
    {
        var program = Sample.Programs[1];
        var root = program.Outline[0];
        PolicyDataset With(params OutlineNode[] items) =>
            Sample with { Programs = [Sample.Programs[0], program with { Outline = [root with { Items = [.. items] }] }] };

        var node = Assert.Single(DatasetDiff.Compare(Sample, With([root.Items[0], new OutlineNode { Text = "新的一项" }, .. root.Items.Skip(1)])));
        Assert.Equal((DifferenceKind.Added, "$.programs[eight-projects].outline[0 八大工程].items[1 新的一项]"), (node.Kind, node.Path));

        var renamed = Assert.Single(DatasetDiff.Compare(Sample, With(root.Items[0], root.Items[1] with { Text = "创新载体" }, root.Items[2])));
        Assert.Equal((DifferenceKind.Changed, "$.programs[eight-projects].outline[0 八大工程].items[1 创新平台].text"), (renamed.Kind, renamed.Path));
    }

    [Fact]
    public void A_heading_with_other_words_is_matched_by_its_span()
    {
        var meeting = Sample.Meetings[0];
        var root = meeting.Outline[0];
        var other = Sample with
        {
            Meetings = [meeting with { Outline = [root with { Items = [root.Items[1] with { Text = "工程" }] }] }],
        };
        Assert.Equal(
            [(DifferenceKind.Removed, "$.meetings[conference].outline[0 布局与工程].items[0 “一核三城”布局]"), (DifferenceKind.Changed, "$.meetings[conference].outline[0 布局与工程].items[1 八大工程].text")],
            DatasetDiff.Compare(Sample, other).Select(d => (d.Kind, d.Path)));
    }

    [Fact]
    public void One_span_or_several_are_compared_as_lists()
    {
        var source = Sample.Sources[0];
        PolicyDataset With(params ReadOnlySpan<string> spans) =>
            Sample with { Sources = [source with { Regions = [source.Regions[0] with { Cite = ValueList.Create([.. spans.ToArray().Select(s => Citation.Parse(s))]) }, .. source.Regions.Skip(1)] }] };
        var path = "$.sources[s1].regions[0 furniture].cite";
        Assert.Equal([$"+ {path}[1]: \"s1#char=20,29\""], Differences(With("s1#char=0,9"), With("s1#char=0,9", "s1#char=20,29")));
        Assert.Equal([$"- {path}[1]: \"s1#char=20,29\""], Differences(With("s1#char=0,9", "s1#char=20,29"), With("s1#char=0,9")));
        Assert.Equal([$"~ {path}: \"s1#char=0,9\" -> \"s1#char=0,8\""], Differences(With("s1#char=0,9"), With("s1#char=0,8")));
        Assert.Equal(
            [$"- {path}[0]: \"s1#char=0,9\"", $"+ {path}[1]: \"s1#char=0,9\""],
            Differences(With("s1#char=0,9", "s1#char=20,29"), With("s1#char=20,29", "s1#char=0,9")));
    }

    [Fact]
    public void The_order_of_codes_along_a_dimension_is_a_difference_though_the_key_is_the_same()
    {
        PolicyDataset With(params ReadOnlySpan<string> codes) => Samples.Minimal(
            [Samples.Series(Indicator.HighTechEnterprises, SeriesDimensions.Create(new DimensionValue { Dimension = Dimension.Flow, Codes = ValueList.Create([.. codes.ToArray().Select(c => DimensionCode.Parse(c))]) }), Samples.Observe("2022", Measure.Count(1)))]);
        const string path = "$.series[high-tech-enterprises 410600 flow=new+stock].dimensions.flow";
        Assert.Equal([$"- {path}[0]: \"new\"", $"+ {path}[1]: \"new\""], Differences(With("new", "stock"), With("stock", "new")));
    }

    [Fact]
    public void Evidence_of_its_own_words_is_compared_as_a_set_too()
    {
        var person = Samples.Valid.People[0];
        PolicyDataset With(params ReadOnlySpan<KejiDomain.Evidence> evidence) => Samples.Minimal() with { People = [person with { Evidence = ValueList.Create(evidence) }] };
        KejiDomain.Evidence one = Citation.Parse("s1#char=0,3");
        var other = new KejiDomain.Evidence { Of = MemberPath.Parse("name"), Why = "x" };
        Assert.Empty(Differences(With(one, other), With(other, one, one)));
        Assert.Equal(["- $.people[wang].evidence[1]: {\"of\":\"name\",\"why\":\"x\"}"], Differences(With(one, other), With(one)));
    }

    [Fact]
    public void A_party_is_a_reference_or_a_record_and_never_compared_inside()
    {
        var meeting = Sample.Meetings[0];
        PolicyDataset With(Party party) => Sample with { Meetings = [meeting with { Participants = [meeting.Participants[0] with { Parties = new() { Items = [party] } }, .. meeting.Participants.Skip(1)] }] };
        const string path = "$.meetings[conference].participants[0 chair].parties.items[0]";
        Assert.Equal(
            [$"+ {path}: {{\"group\":\"乙\"}}", $"- {path}: {{\"group\":\"甲\"}}"],
            Differences(With(new GroupParty { Group = "甲" }), With(new GroupParty { Group = "乙" })));
        Assert.Equal([$"+ {path}: {{\"group\":\"乙\"}}", $"- {path}: \"ji-tian\""], Differences(Sample, With(new GroupParty { Group = "乙" })));
    }

    [Fact]
    public void What_has_no_key_is_found_by_what_it_says_wherever_it_stands()
    {
        var series = Samples.Valid.Series[2];
        var observation = series.Observations[0];
        Assert.Equal(2, observation.Claims.Count);
        PolicyDataset With(params ReadOnlySpan<Claim> claims) => Samples.Minimal([series with { Observations = [observation with { Claims = ValueList.Create(claims) }] }]);
        var (target, rank) = (observation.Claims[0], observation.Claims[1]);
        Assert.Empty(Differences(With(target, rank), With(rank, target)));
        Assert.Equal(
            ["~ $.series[tech-contract-value 220200].observations[2022 actual].claims[1 peers].position: 2 -> 3"],
            Differences(With(target, rank), With(rank with { Position = 3 }, target)));
    }

    [Fact]
    public void Data_sets_as_deep_as_they_can_be_are_compared()
    {
        PolicyDataset Nested(string text)
        {
            var node = new OutlineNode { Text = text };
            for (var i = 1; i < (ReadLimits.DefaultDepth - 3) / 2; i++)
            {
                node = new() { Text = "层", Items = [node] };
            }

            return Sample with { Meetings = [Sample.Meetings[0] with { Outline = [node] }] };
        }

        Assert.EndsWith(".text: \"底\" -> \"顶\"", Assert.Single(Differences(Nested("底"), Nested("顶"))), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_member_of_the_contract_takes_part()
    {
        // Each member of the root that the sample has is taken away, or altered, in turn.
        var json = System.Text.Json.Nodes.JsonNode.Parse(File.ReadAllText(Tool.ToolRun.SampleJson))!.AsObject();
        foreach (var member in JsonContract.Of(typeof(PolicyDataset)).Members.Where(m => !m.IsRequired && json.ContainsKey(m.Name)))
        {
            var less = json.DeepClone().AsObject();
            less.Remove(member.Name);
            var other = KejiJson.Read(less.ToJsonString()).GetValueOrThrow();
            var differences = DatasetDiff.Compare(Sample, other);
            Assert.NotEmpty(differences);
            Assert.All(differences, d => Assert.Equal(DifferenceKind.Removed, d.Kind));
            Assert.All(differences, d => Assert.StartsWith($"$.{member.Name}", d.Path, StringComparison.Ordinal));
        }
    }

    private static IEnumerable<string> Differences(PolicyDataset before, PolicyDataset after) => DatasetDiff.Compare(before, after).Select(d => d.ToString());
}
