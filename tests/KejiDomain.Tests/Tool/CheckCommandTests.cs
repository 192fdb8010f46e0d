using System.Text.Json;
using KejiDomain.Tool;

namespace KejiDomain.Tests.Tool;

public sealed class CheckCommandTests
{
    [Fact]
    public void A_valid_data_set_exits_0_and_says_that_spans_were_not_checked()
    {
        var run = ToolRun.Of("check", ToolRun.SampleJson);
        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Error);
        Assert.Contains("1 data set: valid; 0 errors", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("Spans were not checked: --sources or KEJI_SOURCES names the folder of the texts.\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_table_counts_what_there_is()
    {
        var lines = ToolRun.Of("check", ToolRun.SampleJson).Output.Split('\n');
        await Verifier.Verify(string.Join('\n', lines[..3]) + "\n", extension: "txt");
    }

    [Fact]
    public void Texts_are_found_by_option_and_by_variable()
    {
        var host = new CliHost { Variable = name => name == "KEJI_SOURCES" ? ToolRun.SampleFolder : null };
        foreach (var run in new[] { ToolRun.Of("check", ToolRun.SampleJson, "--sources", ToolRun.SampleFolder), ToolRun.Of(host, "check", ToolRun.SampleJson) })
        {
            Assert.Equal(0, run.ExitCode);
            Assert.DoesNotContain("Spans were not checked", run.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void With_the_texts_a_wrong_span_is_an_error()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("a.json");
        File.WriteAllText(path, File.ReadAllText(ToolRun.SampleJson).Replace("\"printed\": \"力争\"", "\"printed\": \"争取\"", StringComparison.Ordinal));
        Assert.Equal(0, ToolRun.Of("check", path).ExitCode);
        var run = ToolRun.Of("check", path, "--sources", ToolRun.SampleFolder);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("error KD6004", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Issues_have_file_line_column_code_and_path()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("a.json");
        File.WriteAllText(path, "{\n  \"id\": \"𠮷\", \"x\": 1\n}\n");
        var run = ToolRun.Of("check", path);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"\n{path}(2,9): error KD2001 $.id: ", run.Output, StringComparison.Ordinal);
        Assert.Contains($"\n{path}(2,15): error KD1006 $.x: ", run.Output, StringComparison.Ordinal);
        var chinese = ToolRun.Of("check", path, "--lang", "zh");
        Assert.Contains($"\n{path}(2,9): 错误 KD2001 $.id: ", chinese.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_exits_2_and_the_others_are_checked()
    {
        var run = ToolRun.Of("check", "/no/such.json", ToolRun.SampleJson);
        Assert.Equal(2, run.ExitCode);
        Assert.Equal("/no/such.json: no such file or folder", run.ErrorLine());
        Assert.Contains("1 data set: valid", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_folder_of_texts_is_one_line()
    {
        var run = ToolRun.Of("check", ToolRun.SampleJson, "--sources", "/no/such/folder");
        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Equal("/no/such/folder: no such folder of texts (--sources)", run.ErrorLine());
    }

    [Fact]
    public void Json_says_the_same_to_a_program()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("a.json");
        File.WriteAllText(path, "{\n  \"id\": \"𠮷\", \"x\": 1\n}\n");
        var run = ToolRun.Of("check", path, ToolRun.SampleJson, "--format", "json");
        Assert.Equal(1, run.ExitCode);
        Assert.Empty(run.Error);
        using var document = JsonDocument.Parse(run.Output);
        var root = document.RootElement;
        Assert.False(root.GetProperty("valid").GetBoolean());
        Assert.False(root.GetProperty("spansChecked").GetBoolean());
        var bad = root.GetProperty("files")[0];
        Assert.Equal(path, bad.GetProperty("path").GetString());
        Assert.False(bad.GetProperty("valid").GetBoolean());
        var issue = bad.GetProperty("issues").EnumerateArray().Single(i => i.GetProperty("code").GetString() == "KD2001");
        Assert.Equal(("error", "$.id", 2, 9), (
            issue.GetProperty("severity").GetString(), issue.GetProperty("path").GetString(), issue.GetProperty("line").GetInt32(), issue.GetProperty("column").GetInt32()));
        var good = root.GetProperty("files")[1];
        Assert.True(good.GetProperty("valid").GetBoolean());
        Assert.Equal("sample-2023", good.GetProperty("id").GetString());
        Assert.Equal((2, 4, 7), (
            good.GetProperty("counts").GetProperty("people").GetInt32(),
            good.GetProperty("counts").GetProperty("observations").GetInt32(),
            good.GetProperty("counts").GetProperty("outlineNodes").GetInt32()));
    }

    [Fact]
    public void What_could_not_be_read_is_not_valid()
    {
        using var folder = new TemporaryFolder();
        var run = ToolRun.Of("check", folder.File("nobody.json"), ToolRun.SampleJson, "--format", "json");
        Assert.Equal(2, run.ExitCode);
        using var document = JsonDocument.Parse(run.Output);
        Assert.False(document.RootElement.GetProperty("valid").GetBoolean());
        Assert.True(Assert.Single(document.RootElement.GetProperty("files").EnumerateArray()).GetProperty("valid").GetBoolean());
    }
}
