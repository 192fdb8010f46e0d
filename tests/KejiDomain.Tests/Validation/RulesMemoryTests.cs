using KejiDomain.Validation;

namespace KejiDomain.Tests.Validation;

/// <summary>What checking leaves behind: of a valid data set no more the larger it is, and of the last one nothing.</summary>
public sealed class RulesMemoryTests
{
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
