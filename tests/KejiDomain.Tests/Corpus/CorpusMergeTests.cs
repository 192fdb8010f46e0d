using System.Text.RegularExpressions;
using KejiDomain.Json;
using KejiDomain.Validation;

namespace KejiDomain.Tests.Corpus;

/// <summary>Merging two data sets on one place.</summary>
public sealed partial class CorpusMergeTests
{
    private static readonly DatasetId Merged = DatasetId.Parse("merged");

    private static PolicyDataset Hebi => KejiDomain.Seeds.Hebi2023;

    private static PolicyDataset Other => Hebi with { Id = DatasetId.Parse("other") };

    // What shares an identifier from outside with itself is the same already.
    private static int Identified => Hebi.Organizations.Count(o => !o.Identifiers.IsEmpty);

    [Fact]
    public void Every_statement_keeps_its_source()
    {
        var result = PolicyCorpus.Merge(Hebi, Other, Merged);
        Assert.Equal(["s1", "s1-2"], result.Dataset.Sources.Select(s => s.Id.ToString()));
        Assert.Equal((2 * Hebi.Organizations.Count) - Identified, result.Dataset.Organizations.Count);
        Assert.Equal(2 * Hebi.Programs.Count, result.Dataset.Programs.Count);
        Assert.Empty(result.Conflicts);

        // Each citation is there once for either source, but the first title alone has words that say it.
        var one = Cited(KejiJson.Write(result.Dataset), "s1#");
        var two = Cited(KejiJson.Write(result.Dataset), "s1-2#");
        Assert.Equal(Cited(KejiJson.Write(Hebi), "s1#"), one);
        Assert.Empty(two.Except(one));
        Assert.Empty(Cited(KejiJson.Write(Hebi with { Evidence = [] }), "s1#").Except(two));
    }

    [Fact]
    public void The_result_is_valid_against_both_texts()
    {
        Assert.SkipWhen(Repository.Sources is null, "KEJI_SOURCES does not name the folder of the source texts.");
        var merged = PolicyCorpus.Merge(Hebi, Other, Merged).Dataset;
        var report = merged.Validate(new() { Texts = SourceTexts.Open(merged, Repository.Sources!) });
        Assert.True(report.IsValid, report.ToString());
    }

    [Fact]
    public void Equal_figures_become_one_with_the_evidence_of_both()
    {
        var figures = PolicyCorpus.Merge(Hebi, Other, Merged).Dataset.Observations(Indicator.HighTechEnterprises);
        var figure = Assert.Single(figures);
        Assert.Equal(121, figure.Measure?.Value);
        Assert.Contains(figure.Observation.Evidence, e => e.Cite.Any(c => c.Source.ToString() == "s1"));
        Assert.Contains(figure.Observation.Evidence, e => e.Cite.Any(c => c.Source.ToString() == "s1-2"));
        Assert.Single(figure.Observation.Claims);
    }

    [Fact]
    public void Different_figures_are_both_kept_and_reported_with_both_citations()
    {
        var result = PolicyCorpus.Merge(Hebi, With(Indicator.HighTechEnterprises, m => m with { Amount = 125, Printed = "125" }), Merged);
        var figures = result.Dataset.Observations(Indicator.HighTechEnterprises);
        Assert.Equal([121m, 125m], figures.Select(f => f.Measure!.Value.Amount!.Value));
        Assert.Equal([null, 2], figures.Select(f => f.Observation.Ordinal));
        var conflict = Assert.Single(result.Conflicts);
        Assert.Equal("measure", conflict.Member);
        Assert.Equal(("121家", "125家"), (conflict.First.Value, conflict.Second.Value));
        Assert.Equal(("hebi-2023", "other"), (conflict.First.Dataset.ToString(), conflict.Second.Dataset.ToString()));
        Assert.All(conflict.First.Citations, c => Assert.Equal("s1", c.Source.ToString()));
        Assert.All(conflict.Second.Citations, c => Assert.Equal("s1-2", c.Source.ToString()));
        Assert.NotEmpty(conflict.First.Citations);
        Assert.NotEmpty(conflict.Second.Citations);
    }

    [Fact]
    public void A_rounder_figure_is_kept_and_is_no_conflict()
    {
        var result = PolicyCorpus.Merge(Hebi, With(Indicator.TechContractValue, m => m with { Amount = 7.4m, Printed = "7.4亿" }), Merged);
        Assert.Equal(2, result.Dataset.Observations(Indicator.TechContractValue).Count);
        Assert.Empty(result.Conflicts);
    }

    [Fact]
    public void Figures_without_a_period_are_never_taken_for_one()
    {
        PolicyDataset Undated(decimal amount) => Samples.Minimal(
            series: [Samples.Series(Indicator.HighTechEnterprises, [], Samples.Observe(null, Measure.Count(amount)))]) with
        { Place = PlaceReference.Parse("410600") };
        var result = PolicyCorpus.Merge(Undated(1), Undated(2) with { Id = DatasetId.Parse("other") }, Merged);
        Assert.Equal(2, result.Dataset.Observations().Count);
        Assert.Empty(result.Conflicts);
        Assert.True(result.Dataset.Validate().IsValid);
    }

    [Fact]
    public void Equal_identifiers_and_names_are_candidates_and_not_the_same()
    {
        var result = PolicyCorpus.Merge(Hebi, Other, Merged);
        Assert.Contains(result.Candidates, c => c is { First: var a, Second: var b } && a.ToString() == "hebi-stb" && b.ToString() == "hebi-stb");
        Assert.Contains(result.Renamed, r => r.First.ToString() == "hebi-stb" && r.Second.ToString() == "hebi-stb-2");
        Assert.NotNull(result.Dataset.Find("hebi-stb-2"));
    }

    [Fact]
    public void What_shares_an_external_identifier_or_is_given_as_a_match_is_the_same()
    {
        var matched = PolicyCorpus.Merge(Hebi, Other, Merged, matches: [new(Reference.Parse("hebi-stb"), Reference.Parse("hebi-stb"))]);
        Assert.Null(matched.Dataset.Find("hebi-stb-2"));
        Assert.Equal((2 * Hebi.Organizations.Count) - Identified - 1, matched.Dataset.Organizations.Count);
        Assert.DoesNotContain(matched.Candidates, c => c.First.ToString() == "hebi-stb");

        PolicyDataset Known(PolicyDataset dataset) => dataset with
        {
            Organizations = dataset.Organizations
                .Select(o => o.Id.ToString() == "hebi-stb" ? o with { Identifiers = [new() { Scheme = IdentifierScheme.Parse("uscc"), Value = "11410600005721555X" }] } : o)
                .ToValueList(),
        };
        var shared = PolicyCorpus.Merge(Known(Hebi), Known(Other), Merged);
        Assert.Null(shared.Dataset.Find("hebi-stb-2"));
        Assert.Single(((Organization)shared.Dataset.Find("hebi-stb")!).Identifiers);
    }

    [Fact]
    public void Members_that_differ_are_reported_and_the_other_words_are_doubted()
    {
        var renamed = Other with
        {
            Organizations = Hebi.Organizations.Select(o => o.Id.ToString() == "hebi-stb" ? o with { Kind = OrganizationKind.Parse("enterprise") } : o).ToValueList(),
        };
        var result = PolicyCorpus.Merge(Hebi, renamed, Merged, matches: [new(Reference.Parse("hebi-stb"), Reference.Parse("hebi-stb"))]);
        var conflict = Assert.Single(result.Conflicts);
        Assert.Equal(("hebi-stb", "kind", "government-office", "enterprise"), (conflict.Subject, conflict.Member, conflict.First.Value, conflict.Second.Value));
        var bureau = (Organization)result.Dataset.Find("hebi-stb")!;
        Assert.Equal("government-office", bureau.Kind.ToString());
        Assert.Contains(bureau.Evidence, e => e.Doubt == "kind: enterprise" && e.Cite.All(c => c.Source.ToString() == "s1-2"));
    }

    [Fact]
    public void What_is_nested_keeps_the_words_that_it_had_from_the_record_around_it()
    {
        static PolicyDataset With(string id, string verb) => Samples.Minimal(programs:
        [
            new()
            {
                Id = ProgramId.Parse("plan"),
                Kind = ProgramKind.ActionPlan,
                Name = "行动计划",
                Stages =
                [
                    new() { Verb = "部署", Phase = StagePhase.Planned },
                    new() { Verb = verb, Phase = StagePhase.InForce, By = [Party.FromReference(Reference.Parse("410600"))] },
                ],
                Evidence = [Citation.Parse("s1#char=0,10"), new() { Of = MemberPath.Parse("stages.1.by"), Cite = [Citation.Parse("s1#char=20,30")] }],
            },
        ]) with
        { Id = DatasetId.Parse(id), Place = PlaceReference.Parse("410600") };
        var plan = Reference.Parse("plan");
        var program = (PolicyProgram)PolicyCorpus.Merge(With("one", "出台"), With("two", "实施"), Merged, matches: [new(plan, plan)]).Dataset.Find("plan")!;
        Assert.Equal(["部署", "出台", "实施"], program.Stages.Select(s => s.Verb));
        Assert.Equal(
            ["s1#char=0,10 s1-2#char=0,10", "s1#char=0,10", "s1-2#char=0,10"],
            program.Stages.Select(s => string.Join(' ', s.Evidence.SelectMany(e => e.Cite))));

        // The path into the second list follows its item to where it is now.
        Assert.Equal(
            ["s1#char=20,30 stages.1.by", "s1-2#char=20,30 stages.2.by"],
            program.Evidence.Where(e => e.Of is not null).Select(e => $"{e.Cite[0]} {e.Of}"));
    }

    [Fact]
    public void Only_one_place_can_be_merged_and_only_things_that_are_there()
    {
        Assert.Throws<ArgumentException>(() => PolicyCorpus.Merge(Hebi, KejiDomain.Seeds.Jilin2024, Merged));
        Assert.Throws<ArgumentException>(() => PolicyCorpus.Merge(Hebi, Other, Merged, matches: [new(Reference.Parse("nobody"), Reference.Parse("hebi-stb"))]));
        Assert.Throws<ArgumentException>(() => PolicyCorpus.Merge(Hebi, Other, Merged, matches: [new(Reference.Parse("p1472"), Reference.Parse("hebi-stb"))]));
    }

    [Fact]
    public void Patterns_of_damage_and_events_get_names_of_their_own()
    {
        var anonymous = KejiDomain.Seeds.Anonymous2023;
        var merged = PolicyCorpus.Merge(anonymous, anonymous with { Id = DatasetId.Parse("other") }, Merged).Dataset;
        Assert.Equal(
            merged.Sources.SelectMany(s => s.Damage).Count(),
            merged.Sources.SelectMany(s => s.Damage).Select(d => d.Id).Distinct().Count());
        Assert.True(merged.Validate().IsValid, merged.Validate().ToString());
        var events = PolicyCorpus.Merge(Hebi, With(Indicator.TechLoanValue, m => m with { Amount = 1.8m, Printed = "1.8亿元" }), Merged).Dataset
            .Observations().Where(f => f.Observation.Event is not null).Select(f => f.Observation.Event!.Value.ToString()).Distinct();
        Assert.Equal(["tech-loan-issue-2022", "tech-loan-issue-2022-2"], events.Order(StringComparer.Ordinal));
    }

    private static PolicyDataset With(Indicator indicator, Func<Measure, Measure> change) => Other with
    {
        Series = Hebi.Series.Select(s => s.Indicator != indicator ? s : s with
        {
            Observations = s.Observations.Select(o => o with { Measure = change(o.Measure!.Value) }).ToValueList(),
        }).ToValueList(),
    };

    private static SortedSet<string> Cited(string json, string source) =>
        new(Citations().Matches(json).Select(m => m.Value.Trim('"')).Where(c => c.StartsWith(source, StringComparison.Ordinal)).Select(c => c.Split('#')[1]), StringComparer.Ordinal);

    [GeneratedRegex("\"[a-z0-9-]+#char=[0-9]+,[0-9]+\"")]
    private static partial Regex Citations();
}
