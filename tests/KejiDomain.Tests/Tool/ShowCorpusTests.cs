using System.Globalization;

namespace KejiDomain.Tests.Tool;

/// <summary><c>keji show FOLDER</c>: figures of many data sets beside each other.</summary>
public sealed class ShowCorpusTests
{
    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    [InlineData(140)]
    public void No_line_is_wider_than_the_terminal(int width)
    {
        var output = ToolRun.Of("show", Repository.Seeds, "--width", width.ToString(CultureInfo.InvariantCulture)).Output;
        Assert.All(output.Split('\n'), line => Assert.True(KejiDomain.Tool.Rendering.Cells.Width(line) <= width, line));
    }

    [Fact]
    public void What_is_not_said_is_told_from_what_was_not_read()
    {
        using var folder = new TemporaryFolder();
        var hebi = File.ReadAllText(Path.Combine(Repository.Seeds, "hebi-2023.json"));
        File.WriteAllText(folder.File("a.json"), hebi);
        File.WriteAllText(folder.File("b.json"), File.ReadAllText(Path.Combine(Repository.Seeds, "jilin-2024.json")).Replace("        \"series\",\n", string.Empty, StringComparison.Ordinal));
        var row = ToolRun.Of("show", folder.Path, "--width", "200").Output.Split('\n').Single(l => l.Contains("57.7%", StringComparison.Ordinal));
        Assert.Equal(["2022", "?", "reaches 57.7%"], row.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[^3..]);
    }

    [Fact]
    public void Two_data_sets_on_one_city_share_its_column()
    {
        using var folder = new TemporaryFolder();
        var hebi = File.ReadAllText(Path.Combine(Repository.Seeds, "hebi-2023.json"));
        File.WriteAllText(folder.File("a.json"), hebi);
        File.WriteAllText(folder.File("b.json"), hebi.Replace("\"id\": \"hebi-2023\"", "\"id\": \"other\"", StringComparison.Ordinal));
        var output = ToolRun.Of("show", folder.Path).Output;
        Assert.StartsWith("2 data sets · 1 place · 25 series · 42 figures\n", output, StringComparison.Ordinal);
        Assert.Contains("(hebi-2023)", output, StringComparison.Ordinal);
        Assert.Contains("(other)", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Data_sets_that_cannot_stand_together_are_refused_in_one_line()
    {
        using var folder = new TemporaryFolder();
        File.Copy(ToolRun.SampleJson, folder.File("a.json"));
        File.Copy(ToolRun.SampleJson, folder.File("b.json"));
        var run = ToolRun.Of("show", folder.Path);
        Assert.Equal(1, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.StartsWith($"{folder.Path}: Two data sets have the identifier 'sample-2023'", run.ErrorLine(), StringComparison.Ordinal);
    }
}
