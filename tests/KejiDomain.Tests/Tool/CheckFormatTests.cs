using System.Text.Json;

namespace KejiDomain.Tests.Tool;

public sealed class CheckFormatTests
{
    private static string Folder => Path.Combine(Repository.Fixtures, "issues");

    [Fact]
    public void Annotations_name_file_line_column_and_code()
    {
        var path = Path.Combine(Folder, "dangling-reference.json");
        var run = ToolRun.Of("check", path, "--format", "github");
        Assert.Equal(1, run.ExitCode);
        var lines = run.Output.TrimEnd('\n').Split('\n');
        Assert.Matches("^::error file=[^:,]*dangling-reference.json,line=[0-9]+,col=[0-9]+,title=KD5001::\\$\\..*", lines[0]);
        Assert.Matches("^KD5001 error 1 ", lines[^1]);
        Assert.Contains("::warning file=", ToolRun.Of("check", Path.Combine(Folder, "growth-mismatch.json"), "--format", "github").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public void Sarif_says_what_the_report_says(string language)
    {
        string[] files = [Path.Combine(Folder, "dangling-reference.json"), Path.Combine(Folder, "growth-mismatch.json"), Path.Combine(Folder, "not-json.json")];
        using var json = JsonDocument.Parse(ToolRun.Of(["check", .. files, "--format", "json"]).Output);
        using var sarif = JsonDocument.Parse(ToolRun.Of(["check", .. files, "--format", "sarif", "--lang", language]).Output);
        Assert.Equal("2.1.0", sarif.RootElement.GetProperty("version").GetString());
        var run = Assert.Single(sarif.RootElement.GetProperty("runs").EnumerateArray());
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().ToArray();
        var results = run.GetProperty("results").EnumerateArray().ToArray();
        var expected = json.RootElement.GetProperty("files").EnumerateArray().SelectMany(f => f.GetProperty("issues").EnumerateArray().Select(i => (File: f, Issue: i))).ToArray();
        Assert.Equal(expected.Length, results.Length);
        foreach (var ((file, issue), result) in expected.Zip(results))
        {
            var code = issue.GetProperty("code").GetString();
            Assert.Equal(code, result.GetProperty("ruleId").GetString());
            Assert.Equal(code, rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString());
            Assert.Equal(issue.GetProperty(language == "zh" ? "messageZh" : "message").GetString(), result.GetProperty("message").GetProperty("text").GetString());
            var place = result.GetProperty("locations")[0];
            var physical = place.GetProperty("physicalLocation");
            Assert.Equal(issue.GetProperty("line").GetInt32(), physical.GetProperty("region").GetProperty("startLine").GetInt32());
            Assert.Equal(issue.GetProperty("column").GetInt32(), physical.GetProperty("region").GetProperty("startColumn").GetInt32());
            Assert.Equal(file.GetProperty("path").GetString(), new Uri(physical.GetProperty("artifactLocation").GetProperty("uri").GetString()!).LocalPath);
            Assert.Equal(issue.GetProperty("path").GetString(), place.GetProperty("logicalLocations")[0].GetProperty("fullyQualifiedName").GetString());
        }
    }

    [Fact]
    public void A_report_ends_with_how_often_each_code_occurs()
    {
        var run = ToolRun.Of("check", Folder);
        Assert.Matches("\nKD5001 +[0-9]+ +error +Dangling reference\n", run.Output);
        using var json = JsonDocument.Parse(ToolRun.Of("check", Folder, "--format", "json").Output);
        var counts = json.RootElement.GetProperty("codes").EnumerateArray().Sum(c => c.GetProperty("count").GetInt32());
        Assert.Equal(json.RootElement.GetProperty("files").EnumerateArray().Sum(f => f.GetProperty("issues").GetArrayLength()), counts);
        Assert.True(counts > 100);
    }
}
