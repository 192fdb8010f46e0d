using System.Text;
using System.Text.Json.Nodes;
using KejiDomain.Json;
using KejiDomain.Validation;

namespace KejiDomain.Tests.Validation;

/// <summary>
/// Every <c>Fixtures/issues/x.json</c> gives exactly the issues of <c>x.issues.json</c>. The pairs name codes and places alone, so that a reader in
/// another language can prove itself by them.
/// </summary>
public sealed class IssueFixtureTests
{
    // What is said of each fixture, by its name: code, key, message in both languages, related places.
    private static readonly Lazy<ILookup<string, string>> KnownMessages = new(() => File.ReadAllLines(Messages).Skip(1).ToLookup(l => l[..l.IndexOf('\t', StringComparison.Ordinal)]));

    private static string Messages => Path.Combine(Repository.Root, "tests", "KejiDomain.Tests", "Validation", "issue-messages.tsv");

    private static string Folder => Path.Combine(Repository.Fixtures, "issues");

    public static TheoryData<string> Names() =>
        [.. Directory.GetFiles(Folder, "*.json").Select(Path.GetFileNameWithoutExtension).OfType<string>().Where(n => !n.EndsWith(".issues", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Gives_the_issues_that_stand_beside_it(string name)
    {
        var result = Check(name);
        var found = Describe(result);
        var path = Path.Combine(Folder, name + ".issues.json");
        var messages = result.Report.Issues.Select(i => string.Join('\t', name, i.Code, i.Key, i.Message, i.MessageZh, string.Join(' ', i.Related))).ToArray();
        if (Environment.GetEnvironmentVariable("VERIFY_ACCEPT") == "1" && Environment.GetEnvironmentVariable("CI") is null)
        {
            File.WriteAllText(path, found);
            var table = File.ReadAllLines(Messages);
            var others = table.Skip(1).Where(l => !l.StartsWith(name + "\t", StringComparison.Ordinal));
            File.WriteAllText(Messages, string.Concat([table[0] + "\n", .. others.Concat(messages).Order(StringComparer.Ordinal).Select(l => l + "\n")]));
            return;
        }

        Assert.Equal(File.ReadAllText(path), found);
        Assert.Equal(KnownMessages.Value[name].Order(StringComparer.Ordinal), messages.Order(StringComparer.Ordinal));
    }

#if !MUTANTS
    [Theory]
    [MemberData(nameof(Names))]
    public void Leaves_the_file_untouched_and_says_the_same_twice(string name)
    {
        var before = File.ReadAllBytes(Path.Combine(Folder, name + ".json"));
        Assert.Equal(Describe(Check(name)), Describe(Check(name)));
        Assert.Equal(before, File.ReadAllBytes(Path.Combine(Folder, name + ".json")));
    }
#endif

    [Fact]
    public void The_valid_one_gives_nothing() => Assert.Equal("[]\n", Describe(Check("valid")));

#if !MUTANTS
    [Fact]
    public void Every_code_is_produced_by_a_fixture_or_has_a_test_of_its_own()
    {
        // These need limits, a missing text, a fault of the library itself or csv; ReadLimitsTests, RecordRulesTests and CsvTests hold all but the third.
        string[] elsewhere =
        [
            IssueCodes.DocumentTooLarge, IssueCodes.TextTooLong, IssueCodes.ListTooLong, IssueCodes.FurtherIssues, IssueCodes.TextNotAtHand, IssueCodes.ReaderDisagreement, IssueCodes.TooMuchToCompare,
            IssueCodes.CsvSyntax, IssueCodes.CsvColumnMissing, IssueCodes.CsvCell, IssueCodes.CsvOrphan,
        ];
        var produced = Names().Select(row => row.Data).SelectMany(name => Check(name).Report.Issues.Select(i => i.Code)).Concat(CorpusRulesTests.All().Select(i => i.Code)).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(elsewhere.Order(StringComparer.Ordinal), IssueDefinition.All.Select(d => d.Code).Where(c => !produced.Contains(c)).Order(StringComparer.Ordinal));
    }
#endif

    private static ReadResult Check(string name) => Validator.Check(
        File.ReadAllBytes(Path.Combine(Folder, name + ".json")),
        options: d => new ValidationOptions { Texts = SourceTexts.Open(d, Path.Combine(Repository.Fixtures, "texts")), ReportSkipped = true });

    private static string Describe(ReadResult result)
    {
        var text = new StringBuilder("[");
        foreach (var issue in result.Report.Issues)
        {
            var place = new JsonObject { ["code"] = issue.Code, ["path"] = issue.Path, ["line"] = issue.Line, ["column"] = issue.Column };
            text.Append(text.Length == 1 ? "\n  " : ",\n  ").Append(place.ToJsonString());
        }

        return text.Append(text.Length == 1 ? "]\n" : "\n]\n").ToString();
    }
}
