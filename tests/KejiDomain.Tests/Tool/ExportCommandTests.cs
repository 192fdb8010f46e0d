using KejiDomain.Json;
using KejiDomain.Tables;
using KejiDomain.Tool;

namespace KejiDomain.Tests.Tool;

public sealed class ExportCommandTests
{
    public static TheoryData<string, string[]> Formats => new()
    {
        { "csv", [.. KejiTables.All.Select(t => t.FileName).Append(KejiTables.ColumnsFileName).Order(StringComparer.Ordinal)] },
        { "jsonl", ["datasets.jsonl"] },
        { "markdown", ["410600.md"] },
        { "sdmx-csv", ["observations.csv", "structure.json", "undated.csv"] },
    };

    private static string Hebi => Path.Combine(Repository.Seeds, "hebi-2023.json");

    [Theory]
    [MemberData(nameof(Formats))]
    public void Each_format_has_its_files_and_nothing_is_overwritten_without_being_told(string format, string[] files)
    {
        using var folder = new TemporaryFolder();
        var target = Path.Combine(folder.Path, "deep", "out");
        var run = ToolRun.Of("export", Hebi, "--to", format, "--out", target);
        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.Equal(files, Names(target));
        Assert.Equal(files.Length, run.Output.Split('\n').Count(line => line.StartsWith("wrote ", StringComparison.Ordinal)));

        var first = Path.Combine(target, files[0]);
        var bytes = File.ReadAllBytes(first);
        File.WriteAllText(first, "mine");
        var again = ToolRun.Of("export", Hebi, "--to", format, "--out", target);
        Assert.Equal(2, again.ExitCode);
        Assert.Contains("--force overwrites it", again.ErrorLine(), StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(first));
        Assert.Equal(files, Names(target));

        Assert.Equal(0, ToolRun.Of("export", Hebi, "--to", format, "--out", target, "--force").ExitCode);
        Assert.Equal(bytes, File.ReadAllBytes(first));
        Assert.Equal(files, Names(target));
    }

    [Fact]
    public void The_csv_set_of_all_seeds_reads_back()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(0, ToolRun.Of("export", Repository.Seeds, "--to", "csv", "--bom", "--out", folder.Path).ExitCode);
        var seeds = Directory.GetFiles(Repository.Seeds, "*.json").Order(StringComparer.Ordinal).Select(f => KejiJson.Read(File.ReadAllBytes(f)).GetValueOrThrow());
        Assert.Equal(seeds.Select(s => (s.Id, s.Series)), KejiTables.ReadCsv(folder.Path).GetValueOrThrow().Select(s => (s.Dataset, s.Series)));
        Assert.Equal([0xEF, 0xBB, 0xBF], File.ReadAllBytes(folder.File("claims.csv"))[..3]);
    }

    [Fact]
    public void Without_a_folder_the_long_table_goes_to_the_output()
    {
        var run = ToolRun.Of("export", Hebi, "--to", "csv");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(KejiTables.ToCsv("observations", KejiJson.Read(File.ReadAllBytes(Hebi)).GetValueOrThrow()), run.Output);
        Assert.Equal(KejiTables.ToMarkdown(KejiJson.Read(File.ReadAllBytes(Hebi)).GetValueOrThrow()), ToolRun.Of("export", Hebi, "--to", "markdown").Output);
        Assert.Single(ToolRun.Of("export", Hebi, "--to", "jsonl").Output.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public void A_terminal_never_gets_what_could_command_it()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("a.json");
        File.WriteAllText(path, File.ReadAllText(Hebi).Replace("\"noun\": \"家\"", "\"noun\": \"\\u001b[2J\"", StringComparison.Ordinal));
        var seen = ToolRun.Of(new CliHost { IsTerminal = true }, "export", path, "--to", "csv").Output;
        Assert.DoesNotContain('\u001b', seen);
        Assert.Contains("\\u001B[2J", seen, StringComparison.Ordinal);
        Assert.Contains('\u001b', ToolRun.Of("export", path, "--to", "csv").Output);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("jsonl")]
    [InlineData("markdown")]
    [InlineData("sdmx-csv")]
    public void A_bad_file_leaves_nothing_behind_and_stops_no_other(string format)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("bad.json"), "{");
        var run = ToolRun.Of("export", folder.Path, folder.File("none.json"), Hebi, "--to", format, "--out", folder.File("out"));
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("bad.json", run.Error, StringComparison.Ordinal);
        Assert.Contains("none.json", run.Error, StringComparison.Ordinal);
        Assert.Contains("nothing written", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.File("out")));
    }

    [Fact]
    public void A_data_set_that_comes_twice_is_told()
    {
        using var folder = new TemporaryFolder();
        File.Copy(Hebi, folder.File("copy.json"));
        var run = ToolRun.Of("export", folder.File("copy.json"), Hebi, "--to", "jsonl", "--out", folder.File("out"));
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("the data set hebi-2023 is in", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.File("out")));
    }

    [Theory]
    [InlineData("--bom is for csv only.", "--to", "jsonl", "--bom")]
    [InlineData("--out DIR is needed.", "--to", "sdmx-csv")]
    [InlineData("--out DIR is needed.", "--to", "csv", "--force")]
    [InlineData("xlsx", "--to", "xlsx")]
    [InlineData("--to", "--bom")]
    public void Wrong_usage_is_told(string said, params string[] options)
    {
        var run = ToolRun.Of(["export", Hebi, .. options]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public void Two_cities_have_two_reports()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(0, ToolRun.Of("export", Hebi, Path.Combine(Repository.Seeds, "jilin-2024.json"), "--to", "markdown", "--out", folder.Path).ExitCode);
        Assert.Equal(["220200.md", "410600.md"], Names(folder.Path));
    }

    private static string[] Names(string folder) => [.. Directory.GetFileSystemEntries(folder).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];
}
