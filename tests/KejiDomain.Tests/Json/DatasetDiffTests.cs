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
}
