using KejiDomain.Validation;

namespace KejiDomain.Tests.Validation;

/// <summary>The table of identifiers, and that what rules keep for the next data set is nothing of the last.</summary>
public sealed class IdTableTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1_000)]
    [InlineData(10_000)]
    public void Numbers_are_found_by_their_identifiers_however_many_there_are(int count)
    {
        var table = new IdTable(3);
        for (var i = 0; i < count; i++)
        {
            ref var number = ref table.NumberOf($"id-{i}", out var isNew);
            Assert.Equal((true, 0), (isNew, number));
            number = i * 7;
            Assert.Equal(i * 7, table.NumberOf($"id-{i}", out isNew));
            Assert.False(isNew);
        }

        Assert.Equal(count, table.Count);
        Assert.Equal(Enumerable.Range(0, count).Select(i => i * 7), table.Numbers.ToArray());
        for (var i = 0; i < count; i++)
        {
            Assert.Equal((true, i * 7), (table.TryFind($"id-{i}", out var found), found));
        }

        Assert.Equal((false, 0), (table.TryFind($"id-{count}", out var none), none));
        table.Dispose();
        Assert.Equal((0, false), (table.Count, table.TryFind("id-0", out _)));
        table.Dispose();
    }

    [Fact]
    public void Memory_that_was_lent_before_says_nothing()
    {
        for (var round = 0; round < 3; round++)
        {
            var table = default(IdTable);
            Assert.False(table.TryFind("a", out _));
            Assert.True(table.Numbers.IsEmpty);
            table.NumberOf("a", out var isNew) = 5;
            Assert.True(isNew);
            Assert.False(table.TryFind("b", out _));
            Assert.Equal(0, table.NumberOf("b", out isNew));
            Assert.True(isNew);
            table.Dispose();
        }
    }

    [Fact]
    public void A_valid_data_set_costs_the_same_however_large_it_is()
    {
        static PolicyDataset Of(int records) => Samples.Minimal(
            [.. Enumerable.Range(0, records).Select(i => Samples.Series(Indicator.HighTechEnterprises, default, Samples.Observe("2023", Measure.Count(i))) with { Subject = Reference.Parse($"p{i}") })],
            [.. Enumerable.Range(0, records).Select(i => new PolicyProgram
            {
                Id = ProgramId.Parse($"p{i}"),
                Kind = ProgramKind.ActionPlan,
                Name = "计划",
                Slogan = NumberedSlogan.Parse("126"),
                Outline = [new() { Text = "a", Verb = "宣读", Items = [new() { Text = "b" }] }],
                Evidence = [.. Samples.Cited, new() { Of = MemberPath.Parse("slogan"), Why = "as it stands" }],
            })]);
        static long CostOf(PolicyDataset dataset)
        {
            // A collection may take back what is to be lent.
            var least = long.MaxValue;
            for (var i = 0; i < 8; i++)
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                Assert.Same(ValidationReport.Empty, Validator.Validate(dataset));
                least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
            }

            return least;
        }

        // The sink, the rules' table of what there is, and what runs them.
        var cost = CostOf(Of(1));
        Assert.InRange(cost, 1, 600);
        Assert.Equal(cost, CostOf(Of(40)));
    }

    [Fact]
    public void A_data_set_that_was_checked_is_kept_alive_by_nothing()
    {
        static WeakReference Checked()
        {
            var dataset = Samples.Minimal();
            Assert.Empty(Validator.Validate(dataset).Issues);
            return new(dataset);
        }

        var reference = Checked();
        GC.Collect();
        Assert.False(reference.IsAlive);
    }
}
