using System.Text;
using KejiDomain.Json;
using KejiDomain.Tests.Tool;
using KejiDomain.Validation;

namespace KejiDomain.Tests.Corpus;

/// <summary>Data sets that are checked together are held against each other, by whichever way.</summary>
public sealed class CorpusValidationTests
{
    private static PolicyDataset[] Pair =>
        [.. File.ReadAllLines(Path.Combine(Repository.Fixtures, "corpora", "stated-differently.jsonl")).Take(2).Select(line => KejiJson.Read(Encoding.UTF8.GetBytes(line)).GetValueOrThrow())];

    [Fact]
    public void A_corpus_reports_what_shows_between_its_data_sets()
    {
        var report = PolicyCorpus.Create(Pair).Validate();
        var issue = Assert.Single(report.Reports.SelectMany(r => r.Report.Issues), i => i.Code == IssueCodes.StatedDifferently);
        Assert.Contains(issue, report.Reports[1].Report.Issues);
        Assert.Equal(1, report.WarningCount);

        var off = new ValidationOptions { Severities = new Dictionary<string, Severity?> { [IssueCodes.StatedDifferently] = null } };
        Assert.Equal(0, PolicyCorpus.Create(Pair).Validate(_ => off).WarningCount);
    }

    [Fact]
    public void A_folder_is_checked_as_a_corpus_with_the_line_of_each_place()
    {
        using var folder = new TemporaryFolder();
        foreach (var (dataset, name) in Pair.Zip(["a.json", "b.json"]))
        {
            File.WriteAllText(folder.File(name), KejiJson.Write(dataset));
        }

        var run = ToolRun.Of("check", folder.Path);
        var line = Assert.Single(run.Output.Split('\n'), l => l.Contains("KD7021 $", StringComparison.Ordinal));
        Assert.Matches(@"b\.json\([0-9]+,[0-9]+\): warning KD7021 \$\.series\[0\]", line.Trim());
        Assert.Equal(0, run.ExitCode);

        Assert.DoesNotContain("KD7021 $", ToolRun.Of("check", folder.File("b.json")).Output, StringComparison.Ordinal);
        Assert.Contains("KD7021 $", ToolRun.Of("check", folder.File("a.json"), folder.File("b.json")).Output, StringComparison.Ordinal);
    }
}
