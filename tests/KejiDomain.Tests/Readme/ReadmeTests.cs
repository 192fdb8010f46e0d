using System.Text.RegularExpressions;
using KejiDomain.Json;
using KejiDomain.Validation;

namespace KejiDomain.Tests.Readme;

/// <summary>The samples of README.md are these methods, to the letter, and print what their comments say.</summary>
[Collection(nameof(WholeProcess))]
public sealed partial class ReadmeTests
{
    [Fact]
    public void Thirty_seconds()
    {
        var printed = Capture(() =>
        {
            // sample: ThirtySeconds
            var read = KejiJson.Read(File.ReadAllBytes("seeds/hebi-2023.json"));
            var hebi = read.GetValueOrThrow();                                  // or read.Report: every issue with code, path, line, column

            Console.WriteLine(hebi.Title);                                      // 鹤壁市召开2023年全市科技工作会议
            foreach (var series in hebi.Series.Where(s => s.Indicator == Indicator.HighTechEnterprises))
            {
                Console.WriteLine(series.Observations[0]);                      // 2022 121家, +34.4%
            }

            foreach (var implied in Validator.Derive(hebi).Take(1))
            {
                Console.WriteLine(implied);                                     // Base high-tech-enterprises 2021: 90 [89.9963, 90.0633]
            }

            Console.WriteLine(hebi.Series[0].Observations[0].Evidence[0]);      // where it stands: spans of the raw text
            Console.WriteLine(Validator.Validate(hebi).Summary);                // valid: 0 errors, 0 warnings, 0 notes
            // end
        });
        var expected = Sample("ThirtySeconds").Split('\n').Where(l => l.Contains("WriteLine", StringComparison.Ordinal)).Select(l => l.Split("// ")[1].Trim());
        Assert.All(printed.Zip(expected), pair => Assert.True(pair.First == pair.Second || pair is { First: ['[', 's', '1', ..], Second: ['w', ..] }, $"{pair.First} is not {pair.Second}"));
        Assert.Equal(expected.Count(), printed.Length);
    }

    [Fact]
    public void Every_sample_of_the_README_is_compiled_here()
    {
        var here = File.ReadAllText(Path.Combine(Repository.Root, "tests", "KejiDomain.Tests", "Readme", "ReadmeTests.cs"));
        var names = SampleName().Matches(Readme).Select(m => m.Groups[1].Value).ToArray();
        Assert.NotEmpty(names);
        Assert.Equal(names.Length, Regex.Count(Readme, "```csharp"));
        foreach (var name in names)
        {
            var body = here.Split($"// sample: {name}\n")[1].Split("// end")[0];
            var indent = body.TakeWhile(c => c == ' ').Count();
            Assert.Equal(Sample(name), string.Join('\n', body.Split('\n').Select(l => l.Length >= indent ? l[indent..] : l.Trim())).TrimEnd() + "\n");
        }
    }

    [Fact]
    public void The_two_commands_stand_in_the_README() =>
        Assert.Contains("    dotnet run --project src/KejiDomain.Tool -- check seeds\n    dotnet test\n", Readme, StringComparison.Ordinal);

    private static string Readme { get; } = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

    private static string Sample(string name) => Readme.Split($"<!-- sample: {name} -->\n```csharp\n")[1].Split("```")[0];

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
}

/// <summary>Tests that change what belongs to the whole process: its folder, its console.</summary>
[CollectionDefinition(nameof(WholeProcess), DisableParallelization = true)]
public sealed class WholeProcess;
