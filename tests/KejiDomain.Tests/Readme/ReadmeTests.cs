using System.Text.RegularExpressions;
using KejiDomain.Json;
using KejiDomain.Validation;

namespace KejiDomain.Tests.Readme;

/// <summary>The samples of README.md and its Chinese edition are these methods, to the letter, and print what stands behind <c>=&gt;</c>.</summary>
[Collection(nameof(WholeProcess))]
public sealed partial class ReadmeTests
{
    private static readonly Dictionary<string, Action> Samples = new() { ["ThirtySeconds"] = ThirtySeconds, ["OwnRule"] = OwnRule, ["ManyCities"] = ManyCities };

    public static TheoryData<string> Editions => ["README.md", "src/KejiDomain/README.zh.md"];

    public static TheoryData<string> Names => [.. Samples.Keys];

    private static void ThirtySeconds()
    {
        // sample: ThirtySeconds
        var read = KejiJson.Read(File.ReadAllBytes("seeds/hebi-2023.json"));
        var hebi = read.GetValueOrThrow();                                  // or read.Report: every issue with code, path, line, column

        Console.WriteLine(hebi.Title);                                      // => 鹤壁市召开2023年全市科技工作会议
        foreach (var series in hebi.Series.Where(s => s.Indicator == Indicator.HighTechEnterprises))
        {
            Console.WriteLine(series.Observations[0]);                      // => 2022 121家, +34.4%
        }

        foreach (var implied in Validator.Derive(hebi).Take(1))
        {
            Console.WriteLine(implied);                                     // => Base high-tech-enterprises 2021: 90 [89.9963, 90.0633]
        }

        Console.WriteLine(hebi.Series[0].Observations[0].Evidence[0]);      // where it stands: spans of the raw text
        Console.WriteLine(Validator.Validate(hebi).Summary);                // => valid: 0 errors, 0 warnings, 0 notes
        // end
    }

    private static void OwnRule()
    {
        // sample: OwnRule
        var nouns = new ValidationRule("ACME1", Severity.Warning, "{0} has no count noun.", "{0} 没有量词。", (dataset, find) =>
        {
            for (var i = 0; i < dataset.Series.Count; i++)
            {
                for (var j = 0; j < dataset.Series[i].Observations.Count; j++)
                {
                    if (dataset.Series[i].Observations[j].Measure is { Noun: null } measure && measure.Unit == UnitOfMeasure.Count)
                    {
                        find($"$.series[{i}].observations[{j}].measure", measure.ToString());
                    }
                }
            }
        });
        var jilin = KejiJson.Read(File.ReadAllBytes("seeds/jilin-2024.json")).GetValueOrThrow();
        var silent = new Dictionary<string, Severity?> { [IssueCodes.UnknownDivision] = null };
        var report = Validator.Validate(jilin, new() { Rules = [nouns], Severities = silent });
        Console.WriteLine(report.Summary);                                  // => valid: 0 errors, 0 warnings, 0 notes
        // end
    }

    private static void ManyCities()
    {
        // sample: ManyCities
        var corpus = PolicyCorpus.Load("seeds");                            // PolicyCorpus.ReadLines takes JSON Lines of any length
        foreach (var figure in corpus.Observations(Indicator.HighTechEnterprises, DivisionCode.Parse("410600")))
        {
            Console.WriteLine(figure);                                      // => 高新技术企业 [总量] 2022: 121家, +34.4%
        }

        var hebi = corpus.Derive().Where(d => d.Dataset.Id == DatasetId.Parse("hebi-2023"));
        Console.WriteLine(hebi.First());                                    // => hebi-2023 Base high-tech-enterprises 2021: 90 [89.9963, 90.0633]
        // end
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_sample_prints_what_it_says(string name)
    {
        var printed = Capture(Samples[name]);
        var expected = Body(name).Split('\n').Where(l => l.Contains("WriteLine", StringComparison.Ordinal)).Select(l => l.Split("// => ") is [_, var text] ? text : null).ToArray();
        Assert.Equal(expected.Length, printed.Length);
        Assert.Equal(expected.Zip(printed, (e, p) => e ?? p), printed);
        Assert.Contains(expected, e => e is not null);
    }

    [Theory]
    [MemberData(nameof(Editions))]
    public void Every_sample_is_compiled_here(string edition)
    {
        var text = Text(edition);
        var names = SampleName().Matches(text).Select(m => m.Groups[1].Value).ToArray();
        Assert.Equal(names.Length, Regex.Count(text, "```csharp"));
        Assert.Equal(Samples.Keys.Order(StringComparer.Ordinal), names.Order(StringComparer.Ordinal));
        foreach (var name in names)
        {
            Assert.Equal(Body(name), text.Split($"<!-- sample: {name} -->\n```csharp\n")[1].Split("```")[0]);
        }
    }

    [Theory]
    [MemberData(nameof(Editions))]
    public void The_two_commands_stand_in_it(string edition) =>
        Assert.Contains("    dotnet run --project src/KejiDomain.Tool -- check seeds\n    dotnet test\n", Text(edition), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Editions))]
    [InlineData("src/README.md")]
    public void Every_link_leads_somewhere(string edition)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Repository.Root, edition))!;
        var links = Link().Matches(Text(edition)).Select(m => m.Groups[1].Value.Split('#')[0]).Where(l => l.Length > 0).ToArray();
        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.True(Path.Exists(Path.Combine(folder, link)), link));
    }

    [Fact]
    public void Both_editions_have_the_same_chapters()
    {
        static int[] Chapters(string edition) => [.. Text(edition).Split('\n').Where(l => l.StartsWith('#')).Select(l => l.TakeWhile(c => c == '#').Count())];
        Assert.Equal(Chapters("README.md"), Chapters("src/KejiDomain/README.zh.md"));
    }

    private static string Text(string edition) => File.ReadAllText(Path.Combine(Repository.Root, edition));

    private static string Body(string name)
    {
        var body = Text("tests/KejiDomain.Tests/Readme/ReadmeTests.cs").Split($"// sample: {name}\n")[1].Split("// end")[0];
        var indent = body.TakeWhile(c => c == ' ').Count();
        return string.Join('\n', body.Split('\n').Select(l => l.Length >= indent ? l[indent..] : l.Trim())).TrimEnd() + "\n";
    }

    private static string[] Capture(Action sample)
    {
        var (console, folder) = (Console.Out, Directory.GetCurrentDirectory());
        using var writer = new StringWriter { NewLine = "\n" };
        try
        {
            Directory.SetCurrentDirectory(Repository.Root);
            Console.SetOut(writer);
            sample();
        }
        finally
        {
            Console.SetOut(console);
            Directory.SetCurrentDirectory(folder);
        }

        return writer.ToString().TrimEnd('\n').Split('\n');
    }

    [GeneratedRegex("<!-- sample: ([A-Za-z]+) -->")]
    private static partial Regex SampleName();

    [GeneratedRegex(@"\]\((?!https?:)([^)]*)\)")]
    private static partial Regex Link();
}

/// <summary>Tests that change what belongs to the whole process: its folder, its console.</summary>
[CollectionDefinition(nameof(WholeProcess), DisableParallelization = true)]
public sealed class WholeProcess;
