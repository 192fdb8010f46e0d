namespace KejiDomain.Tests.Tool;

public sealed class CoverageCommandTests
{
    [Fact]
    public void A_complete_data_set_prints_nothing()
    {
        var run = ToolRun.Of("coverage", ToolRun.SampleJson, "--sources", ToolRun.SampleFolder);
        Assert.Equal((0, string.Empty, string.Empty), (run.ExitCode, run.Output, run.Error));
    }

    [Fact]
    public void Every_clause_that_nothing_touches_is_a_line_with_its_span()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("a.json");
        var dataset = KejiDomain.Json.KejiJson.Read(File.ReadAllBytes(ToolRun.SampleJson)).GetValueOrThrow();
        var source = dataset.Sources[0];
        File.WriteAllText(path, KejiDomain.Json.KejiJson.Write(dataset with
        {
            Sources = [source with { Regions = [.. source.Regions.Where(r => r.Kind == RegionKind.Exhortation)] }],
        }));
        var run = ToolRun.Of("coverage", path, "--sources", ToolRun.SampleFolder);
        Assert.Equal(1, run.ExitCode);
        Assert.Equal("s1#char=0,9  𠮷林科技😀网站首页\n", run.Output);
    }

    [Fact]
    public void Without_the_texts_there_is_no_answer()
    {
        Assert.Contains("KEJI_SOURCES", Trouble("coverage", ToolRun.SampleJson), StringComparison.Ordinal);
        using var folder = new TemporaryFolder();
        Assert.Equal($"{folder.File("sample.txt")}: no such text", Trouble("coverage", ToolRun.SampleJson, "--sources", folder.Path));
        File.WriteAllText(folder.File("sample.txt"), "another text");
        Assert.Equal($"{folder.File("sample.txt")}: is not the text that s1 cites (another SHA-256)", Trouble("coverage", ToolRun.SampleJson, "--sources", folder.Path));
    }

    private static string Trouble(params string[] args)
    {
        var run = ToolRun.Of(args);
        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Output);
        return run.ErrorLine();
    }
}
