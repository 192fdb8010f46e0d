namespace KejiDomain.Tests.Tool;

public sealed class ShowCommandTests
{
    [Theory]
    [InlineData("en", 100)]
    [InlineData("zh", 100)]
    [InlineData("en", 60)]
    public async Task The_sample_is_shown(string language, int width)
    {
        var run = ToolRun.Of("show", ToolRun.SampleJson, "--lang", language, "--width", width.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Error);
        await Verifier.Verify(run.Output, extension: "txt");
    }

    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    [InlineData(140)]
    public void No_line_is_wider_than_the_terminal(int width)
    {
        var output = ToolRun.Of("show", ToolRun.SampleJson, "--width", width.ToString(System.Globalization.CultureInfo.InvariantCulture)).Output;
        Assert.All(output.Split('\n'), line => Assert.True(KejiDomain.Tool.Rendering.Cells.Width(line) <= width, line));
    }

    [Fact]
    public void Unknown_members_are_told_of_and_the_rest_is_shown()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("newer.json");
        File.WriteAllText(path, File.ReadAllText(ToolRun.SampleJson).Replace("\"id\": \"sample-2023\",", "\"id\": \"sample-2023\", \"novelty\": 1,", StringComparison.Ordinal));
        var run = ToolRun.Of("show", path);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal($"{path}: 1 members that this version does not know are not shown", run.ErrorLine());
        Assert.Equal(ToolRun.Of("show", ToolRun.SampleJson).Output, run.Output);
    }
}
