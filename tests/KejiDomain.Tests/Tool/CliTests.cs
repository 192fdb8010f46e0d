using KejiDomain.Tool;

namespace KejiDomain.Tests.Tool;

public sealed class CliTests
{
    private static readonly string[] Commands = ["check", "show", "fmt", "cite", "diff", "coverage", "export", "schema", "explain", "codes"];

    [Fact]
    public void Help_names_every_command_and_the_exit_codes()
    {
        var run = ToolRun.Of("--help");
        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Error);
        Assert.Contains("Exit codes: 0", run.Output, StringComparison.Ordinal);
        Assert.Contains("退出码", run.Output, StringComparison.Ordinal);
        Assert.All(Commands, c => Assert.Contains($"\n  {c} ", run.Output, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_command_documents_its_exit_codes_in_both_languages() => Assert.All(Commands, command =>
    {
        var run = ToolRun.Of(command, "--help");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Exit codes: 0", run.Output, StringComparison.Ordinal);
        Assert.Contains("退出码：0", run.Output, StringComparison.Ordinal);
    });

    [Theory]
    [InlineData("")]
    [InlineData("frobnicate")]
    [InlineData("check")]
    [InlineData("show")]
    [InlineData("show a --lang fr")]
    [InlineData("show a --width wide")]
    [InlineData("show a --width 5")]
    [InlineData("check a --format xml")]
    [InlineData("cite a")]
    [InlineData("cite a b --nth 0")]
    [InlineData("diff a")]
    [InlineData("fmt --frob a")]
    public void Wrong_usage_says_so_and_exits_2(string arguments)
    {
        var run = ToolRun.Of(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Output);
        var lines = run.Error.TrimEnd('\n').Split('\n');
        Assert.All(lines, l => Assert.StartsWith("keji: ", l, StringComparison.Ordinal));
        Assert.EndsWith("--help says more.", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void An_unexpected_failure_is_one_line_and_exits_2()
    {
        using var broken = new BrokenWriter();
        using var error = new StringWriter();
        Assert.Equal(2, Cli.Run(["show", ToolRun.SampleJson], broken, error));
        Assert.Equal("keji: unexpected InvalidOperationException: first line\n", error.ToString());
    }

    [Theory]
    [InlineData("show")]
    [InlineData("fmt")]
    [InlineData("check")]
    public void A_missing_path_is_one_line(string command)
    {
        var run = ToolRun.Of(command, "/no/such/file.json");
        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Equal("/no/such/file.json: no such file or folder", run.ErrorLine());
    }

    [Theory]
    [InlineData("fmt")]
    [InlineData("check")]
    public void A_folder_without_data_sets_is_one_line(string command)
    {
        using var folder = new TemporaryFolder();
        var run = ToolRun.Of(command, folder.Path);
        Assert.Equal(2, run.ExitCode);
        Assert.Equal($"{folder.Path}: no data set (*.json) in this folder", run.ErrorLine());
    }

    [Fact]
    public void An_empty_folder_has_nothing_to_show()
    {
        using var folder = new TemporaryFolder();
        var run = ToolRun.Of("show", folder.Path);
        Assert.Equal(2, run.ExitCode);
        Assert.Equal($"{folder.Path}: no data set (*.json) in this folder", run.ErrorLine());
    }

    [Fact]
    public void An_empty_file_is_told_as_such()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("a.json");
        File.WriteAllBytes(path, []);
        foreach (var arguments in new string[][] { ["show", path], ["fmt", path], ["check", path], ["diff", path, path], ["coverage", path, "--sources", folder.Path] })
        {
            var run = ToolRun.Of(arguments);
            Assert.Equal(2, run.ExitCode);
            Assert.Equal($"{path}: is empty, or no regular file (文件为空，或不是普通文件)", run.ErrorLine());
        }
    }

    [Theory]
    [InlineData("truncated", "KD1002")]
    [InlineData("binary", "KD1003")]
    [InlineData("text", "KD1001")]
    [InlineData("version", "KD1018")]
    [InlineData("list", "KD1009")]
    public void A_bad_file_is_one_line_with_its_code_and_place(string kind, string code)
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("bad.json");
        var sample = File.ReadAllBytes(ToolRun.SampleJson);
        File.WriteAllBytes(path, kind switch
        {
            "truncated" => sample[..1000],
            "binary" => [0xFF, 0x00, 0xFE, 0x80, 0x81],
            "text" => "不是 JSON"u8.ToArray(),
            "version" => System.Text.Encoding.UTF8.GetBytes(File.ReadAllText(ToolRun.SampleJson).Replace("\"1.0\"", "\"2.0\"", StringComparison.Ordinal)),
            _ => "[]"u8.ToArray(),
        });
        var before = File.ReadAllBytes(path);
        foreach (var (arguments, exitCode) in new[]
        {
            (new[] { "show", path }, 1), (["fmt", path], 1), (["diff", path, path], 2), (["coverage", path, "--sources", folder.Path], 2),
        })
        {
            var run = ToolRun.Of(arguments);
            Assert.Equal(exitCode, run.ExitCode);
            Assert.Empty(run.Output);
            var line = run.ErrorLine();
            Assert.StartsWith($"{path}(", line, StringComparison.Ordinal);
            Assert.Contains(code, line, StringComparison.Ordinal);
        }

        Assert.Equal(before, File.ReadAllBytes(path));
    }

    [Fact]
    public void Foreign_text_never_reaches_the_terminal_raw()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("evil.json");
        File.WriteAllText(path, File.ReadAllText(ToolRun.SampleJson)
            .Replace("样政〔2023〕5号", "[2023]\\u001b[31m\\u202e[/]\\u0007", StringComparison.Ordinal)
            .Replace("S&T work", "[red]S&T\\u200b work", StringComparison.Ordinal));
        foreach (var host in new[] { new CliHost(), new CliHost { IsTerminal = true } })
        {
            foreach (var language in new[] { "en", "zh" })
            {
                var run = ToolRun.Of(host, "show", path, "--lang", language);
                Assert.Equal(0, run.ExitCode);
                Assert.Contains("[2023]\\u001B[31m\\u202E[/]\\u0007", run.Output, StringComparison.Ordinal);
                Assert.Contains("[red]S&T\\u200B work", run.Output, StringComparison.Ordinal);
                Assert.DoesNotContain("\u001b[31m", run.Output, StringComparison.Ordinal);
                Assert.DoesNotContain('\u202e', run.Output);
            }
        }

        Assert.DoesNotContain('\u001b', ToolRun.Of("show", "no\u001b[31m\u202esuch").Error);
        foreach (var format in new[] { "text", "json" })
        {
            var run = ToolRun.Of("check", path, "--format", format);
            Assert.DoesNotContain('\u001b', run.Output);
            Assert.DoesNotContain('\u202e', run.Output);
        }

        var diff = ToolRun.Of("diff", ToolRun.SampleJson, path);
        Assert.Equal(1, diff.ExitCode);
        Assert.DoesNotContain('\u001b', diff.Output);
        Assert.DoesNotContain('\u202e', diff.Output);
    }

    [Fact]
    public void Colours_and_lines_are_for_a_terminal_that_wants_them()
    {
        var terminal = new CliHost { IsTerminal = true };
        var silent = terminal with { Variable = name => name == "NO_COLOR" ? "1" : null };
        var piped = ToolRun.Of("show", ToolRun.SampleJson).Output;
        Assert.DoesNotContain('\u001b', piped);
        Assert.DoesNotContain('├', piped);
        Assert.DoesNotContain('─', piped);
        var plain = ToolRun.Of(silent, "show", ToolRun.SampleJson).Output;
        Assert.DoesNotContain('\u001b', plain);
        Assert.Contains('├', plain);
        Assert.Contains('\u001b', ToolRun.Of(terminal, "show", ToolRun.SampleJson).Output);
    }

    private sealed class BrokenWriter : StringWriter
    {
        public override void Write(char value) => throw new InvalidOperationException("first line\nsecond line");

        public override void Write(string? value) => throw new InvalidOperationException("first line\nsecond line");
    }
}
