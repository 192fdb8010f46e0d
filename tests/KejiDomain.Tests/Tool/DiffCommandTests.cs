namespace KejiDomain.Tests.Tool;

public sealed class DiffCommandTests
{
    [Fact]
    public void Equal_data_sets_print_nothing_and_exit_0()
    {
        var run = ToolRun.Of("diff", ToolRun.SampleJson, ToolRun.SampleJson);
        Assert.Equal((0, string.Empty, string.Empty), (run.ExitCode, run.Output, run.Error));
    }

    [Fact]
    public async Task Differences_are_grouped_by_thing()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("b.json");
        File.WriteAllText(path, File.ReadAllText(ToolRun.SampleJson)
            .Replace("\"amount\": 121,", "\"amount\": 122,", StringComparison.Ordinal)
            .Replace("\"pinyin\": \"Ji Tian\"", "\"en\": \"Ji Tian\"", StringComparison.Ordinal)
            .Replace("\"text\": \"创新平台\"", "\"text\": \"创新载体\"", StringComparison.Ordinal));
        var run = ToolRun.Of("diff", ToolRun.SampleJson, path);
        Assert.Equal(1, run.ExitCode);
        Assert.Empty(run.Error);
        await Verifier.Verify(run.Output, extension: "txt");
    }

    [Fact]
    public void Long_values_are_cut_unless_asked_for()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("b.json");
        var dataset = KejiDomain.Json.KejiJson.Read(File.ReadAllBytes(ToolRun.SampleJson)).GetValueOrThrow();
        File.WriteAllText(path, KejiDomain.Json.KejiJson.Write(dataset with { Meetings = [] }));
        Assert.Contains("…\n", ToolRun.Of("diff", ToolRun.SampleJson, path).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("…\n", ToolRun.Of("diff", ToolRun.SampleJson, path, "--full").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_exits_2() => Assert.Equal(2, ToolRun.Of("diff", ToolRun.SampleJson, "/no/such.json").ExitCode);
}
