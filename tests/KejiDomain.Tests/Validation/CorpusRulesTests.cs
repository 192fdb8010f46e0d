using System.Text;
using System.Text.Json.Nodes;
using KejiDomain.Json;
using KejiDomain.Validation;

namespace KejiDomain.Tests.Validation;

/// <summary>Every <c>Fixtures/corpora/x.jsonl</c>, one data set a line, gives exactly the issues across data sets of <c>x.issues.json</c>.</summary>
public sealed class CorpusRulesTests
{
    private static string Folder => Path.Combine(Repository.Fixtures, "corpora");

    public static TheoryData<string> Names() =>
        [.. Directory.GetFiles(Folder, "*.jsonl").Select(Path.GetFileNameWithoutExtension).OfType<string>().Order(StringComparer.Ordinal)];

    public static IEnumerable<Issue> All() => Names().SelectMany(row => Validator.Compare(Read(row.Data)).Issues);

    [Theory]
    [MemberData(nameof(Names))]
    public void Gives_the_issues_that_stand_beside_it(string name)
    {
        var found = new StringBuilder("[");
        foreach (var issue in Validator.Compare(Read(name)).Issues)
        {
            var place = new JsonObject
            {
                ["dataset"] = issue.Dataset.ToString(),
                ["code"] = issue.Code,
                ["path"] = issue.Path,
                ["related"] = new JsonArray([.. issue.Related.Select(r => JsonValue.Create(r))]),
                ["arguments"] = new JsonArray([.. issue.Arguments.Select(a => JsonValue.Create(a))]),
            };
            found.Append(found.Length == 1 ? "\n  " : ",\n  ").Append(place.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        }

        found.Append(found.Length == 1 ? "]\n" : "\n]\n");
        var path = Path.Combine(Folder, name + ".issues.json");
        if (Environment.GetEnvironmentVariable("VERIFY_ACCEPT") == "1" && Environment.GetEnvironmentVariable("CI") is null)
        {
            File.WriteAllText(path, found.ToString());
        }

        Assert.Equal(File.ReadAllText(path), found.ToString());
    }

    [Fact]
    public void What_one_data_set_shows_by_itself_is_said_once()
    {
        var ranks = Read("rank-contradicted");
        var joined = ranks[0] with { Series = [.. ranks[0].Series, .. ranks[1].Series] };
        Assert.Equal(IssueCodes.RankContradicted, Assert.Single(Validator.Validate(joined).Issues, i => i.Severity == Severity.Warning).Code);
        Assert.Empty(Validator.Compare([joined]).Issues);
        Assert.Single(Validator.Validate([joined]).Issues, i => i.Code == IssueCodes.RankContradicted && i.Dataset == joined.Id);
    }

    [Fact]
    public void Seeds_contradict_each_other_nowhere() =>
        Assert.Empty(Validator.Compare(Directory.GetFiles(Repository.Seeds, "*.json").Order(StringComparer.Ordinal).Select(f => KejiJson.Read(File.ReadAllBytes(f)).GetValueOrThrow())).Issues);

#if !MUTANTS
    [Fact]
    public void Ten_thousand_data_sets_are_compared_in_one_walk()
    {
        var one = Read("rank-contradicted")[0];
        var many = Enumerable.Range(0, 10_000).Select(i => one with { Id = DatasetId.Parse($"d{i}") });
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Assert.Empty(Validator.Compare(many).Issues);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"took {clock.Elapsed}");
    }
#endif

    private static PolicyDataset[] Read(string name) =>
        [.. File.ReadAllLines(Path.Combine(Folder, name + ".jsonl")).Select(line => KejiJson.Read(Encoding.UTF8.GetBytes(line)).GetValueOrThrow())];
}
