using System.Diagnostics;
using System.Text;
using System.Text.Json;
using KejiDomain.Json;
using KejiDomain.Tool;
using KejiDomain.Tool.Rendering;

namespace KejiDomain.Tests.Tool;

/// <summary>One data set with every attack in every text goes through every command: nothing that it prints is more than text.</summary>
public sealed class HostileInputTests : IDisposable
{
    private static readonly string Committed = Path.Combine(Repository.Fixtures, "hostile.json");

    private readonly TemporaryFolder _folder = new();

    private readonly string _file;

    public HostileInputTests()
    {
        _file = _folder.File("[red]=1+1 ##[error]x%0A,a.json");
        File.Copy(Committed, _file);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_fixture_holds_every_record_and_attack()
    {
        var made = HostileDocument.Write();
        if (Environment.GetEnvironmentVariable("VERIFY_ACCEPT") == "1" && Environment.GetEnvironmentVariable("CI") is null)
        {
            File.WriteAllText(Committed, made);
        }

        Assert.Equal(made, File.ReadAllText(Committed));
        var result = KejiJson.Read(made);
        Assert.True(result.IsSuccess, result.Report.ToString());
        Assert.Equal(result.Value, KejiJson.Read(KejiJson.Write(result.Value)).Value);
    }

    public static TheoryData<string> Commands() =>
    [
        "check", "check --lang zh", "check --format json", "check --format github", "check --format sarif", "check --format github --lang zh", "check --sources", "show", "show --lang zh", "show --width 40",
        "fmt --check", "fmt", "diff", "diff --full", "diff back", "cite", "coverage", "coverage texts", "explain", "codes", "schema", "export csv", "export jsonl", "export markdown", "export sdmx-csv", "unknown", "missing",
    ];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Nothing_that_is_printed_is_obeyed(string command)
    {
        var text = _folder.File("text.txt");
        File.WriteAllText(text, HostileDocument.Attack);
        string[] arguments = command switch
        {
            "check --sources" => ["check", _file, "--sources", _folder.Path],
            "diff" => ["diff", ToolRun.SampleJson, _file],
            "diff --full" => ["diff", ToolRun.SampleJson, _file, "--full"],
            "diff back" => ["diff", _file, ToolRun.SampleJson],
            "cite" => ["cite", text, "x"],
            "coverage" => ["coverage", _file, "--sources", _folder.Path],
            "coverage texts" => ["coverage", Covering(), "--sources", _folder.Path],
            "explain" => ["explain", HostileDocument.Attack],
            "codes" => ["codes", HostileDocument.Attack],
            "schema" => ["schema"],
            "export csv" or "export jsonl" or "export markdown" or "export sdmx-csv" => ["export", _file, "--to", command.Split(' ')[1], "--out", _folder.File("out"), "--force"],
            "unknown" => ["frobnicate" + HostileDocument.Attack, "::error::x"],
            "missing" => ["check", "/no/" + HostileDocument.Attack],
            _ => [command.Split(' ')[0], _file, .. command.Split(' ')[1..]],
        };
        foreach (var host in new[] { new CliHost(), new CliHost { IsTerminal = true, Variable = n => n == "NO_COLOR" ? "1" : null } })
        {
            File.Copy(Committed, _file, overwrite: true);
            var run = ToolRun.Of(host, arguments);
            Assert.NotEqual(string.Empty, run.Output + run.Error);
            Assert.DoesNotContain("unexpected", run.Error, StringComparison.Ordinal);
            Harmless(run.Error, mayCommand: false);
            Harmless(run.Output, mayCommand: command.Contains("github", StringComparison.Ordinal));

            // A pipe gets the bytes of an export as they are; a terminal does not.
            if (command is "export csv" or "export jsonl" or "export markdown")
            {
                Harmless(ToolRun.Of(host with { IsTerminal = true }, arguments[..4]).Output, mayCommand: false);
            }
        }
    }

    [Fact]
    public void Every_command_is_attacked()
    {
        using var output = new StringWriter();
        var commands = Cli.Commands(new Terminal(output, output, new())).Subcommands.Select(c => c.Name).Order(StringComparer.Ordinal);
        Assert.Equal(commands, Commands().Select(c => c.Data.Split(' ')[0]).Except(["unknown", "missing"]).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("json")]
    [InlineData("sarif")]
    public void What_programs_read_is_json(string format)
    {
        using var document = JsonDocument.Parse(ToolRun.Of("check", _file, "--format", format).Output);
        Assert.Equal(JsonValueKind.Object, document.RootElement.ValueKind);
    }

    [Fact]
    public void Formatting_keeps_what_it_was_given()
    {
        var before = KejiJson.Read(File.ReadAllBytes(_file)).Value;
        Assert.Equal(0, ToolRun.Of("fmt", _file).ExitCode);
        Assert.Equal(before, KejiJson.Read(File.ReadAllBytes(_file)).Value);
    }

    [Fact]
    public void Texts_are_regular_files_of_the_folder_and_nothing_else()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links and pipes need rights there.");
        using var outside = new TemporaryFolder();
        File.Copy(ToolRun.SampleText, outside.File("sample.txt"));
        var name = Path.GetFileName(ToolRun.SampleText);
        var text = _folder.File(name);
        var sample = _folder.File("sample.json");
        File.Copy(ToolRun.SampleJson, sample);
        foreach (var make in new Action[]
        {
            () => File.CreateSymbolicLink(text, outside.File("sample.txt")),
            () => File.CreateSymbolicLink(text, "/dev/zero"),
            () => Directory.CreateSymbolicLink(text, outside.Path),
            () => Directory.CreateDirectory(text),
            () => Pipe(text),
            () => File.CreateSymbolicLink(text, _folder.File("nowhere")),
        })
        {
            make();
            var run = InTime("check", sample, "--sources", _folder.Path);

            // A pipe is an empty text, which is another one.
            Assert.Matches("KD600[56]", run.Output);
            Assert.DoesNotContain("KD6004", run.Output, StringComparison.Ordinal);
            Assert.Equal(2, InTime("coverage", sample, "--sources", _folder.Path).ExitCode);
            if (Directory.Exists(text) && new DirectoryInfo(text).LinkTarget is null)
            {
                Directory.Delete(text);
            }
            else
            {
                File.Delete(text);
            }
        }

        File.Copy(ToolRun.SampleText, text);
        Assert.DoesNotMatch("KD600[56]", InTime("check", sample, "--sources", _folder.Path).Output);
    }

    [Fact]
    public void A_pipe_is_not_waited_for()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such pipes.");
        var pipe = _folder.File("a.json");
        var link = _folder.File("b.json");
        var lines = _folder.File("a.jsonl");
        Pipe(pipe);
        File.CreateSymbolicLink(link, pipe);
        Pipe(lines);
        foreach (var arguments in new string[][]
        {
            ["check", _folder.Path], ["check", pipe], ["check", link], ["fmt", _folder.Path], ["fmt", "--check", pipe], ["show", pipe], ["diff", pipe, ToolRun.SampleJson],
            ["diff", ToolRun.SampleJson, link], ["coverage", pipe, "--sources", ToolRun.SampleFolder], ["cite", pipe, "x"], ["export", pipe, "--to", "csv", "--out", _folder.File("out")],
            ["export", lines, "--to", "csv", "--out", _folder.File("out")],
        })
        {
            var run = InTime(arguments);
            Assert.Equal(2, run.ExitCode);
            Assert.Contains("is empty, or no regular file (文件为空，或不是普通文件)", run.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_private_file_stays_private_and_leaves_nothing_beside_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such rights.");
#pragma warning disable CA1416 // Skipped there.
        foreach (var mode in new[] { UnixFileMode.UserRead | UnixFileMode.UserWrite, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead })
        {
            File.WriteAllText(_file, KejiJson.Write(KejiJson.Read(File.ReadAllBytes(Committed)).GetValueOrThrow()) + "\n");
            File.SetUnixFileMode(_file, mode);
            Assert.StartsWith("formatted", ToolRun.Of("fmt", _file).Output, StringComparison.Ordinal);
            Assert.Equal(mode, File.GetUnixFileMode(_file));
            Assert.Equal([_file], Directory.GetFiles(_folder.Path));
        }
#pragma warning restore CA1416
    }

    [Fact]
    public void A_file_that_somebody_changed_meanwhile_is_left_as_it_is()
    {
        var failure = Assert.Throws<CliException>(() => Files.Replace(_file, "what was read"u8.ToArray(), "what is new"u8.ToArray()));
        Assert.Contains("changed it meanwhile", failure.Message, StringComparison.Ordinal);
        Assert.Equal(File.ReadAllBytes(Committed), File.ReadAllBytes(_file));
        Assert.Equal([_file], Directory.GetFiles(_folder.Path));
    }

    private static void Harmless(string text, bool mayCommand)
    {
        Assert.DoesNotContain(text, c => (char.IsControl(c) && c != '\n') || c is '\u202E' or '\u2066' or '\u2028' or '\u200B' or '\uFEFF');
        Assert.DoesNotContain("##[", text, StringComparison.Ordinal);
        foreach (var line in text.Split('\n').Select(l => l.TrimStart()).Where(l => l.StartsWith("::", StringComparison.Ordinal)))
        {
            // level, file, line, column and title: nothing foreign can end a property or the command.
            Assert.True(mayCommand, line);
            Assert.Matches("^::(error|warning|notice) file=[^:,\r\n]*,line=[0-9]+,col=[0-9]+,title=KD[0-9]{4}::[^\r\n]*$", line);
        }
    }

    // A data set of the attacking text that cites none of it, so that coverage prints its clauses.
    private string Covering()
    {
        var dataset = KejiJson.Read(File.ReadAllBytes(Committed)).GetValueOrThrow();
        var text = SourceText.FromBytes(Encoding.UTF8.GetBytes(HostileDocument.Attack));
        var file = new SourceFile { Name = FileName.Parse("text.txt"), Sha256 = text.Sha256, Length = text.Length };
        var path = _folder.File("covering.json");
        File.WriteAllText(path, KejiJson.Write(new PolicyDataset
        {
            FormatVersion = PolicyDataset.CurrentVersion,
            Id = DatasetId.Parse("x"),
            Title = "x",
            Sources = [new() { Id = dataset.Sources[0].Id, File = file, Script = Script.Hans }],
        }));
        return path;
    }

    private static ToolRun InTime(params string[] arguments)
    {
        var run = Task.Run(() => ToolRun.Of(arguments));
        Assert.True(run.Wait(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken), "still waiting");
        return run.Result;
    }

    private static void Pipe(string path)
    {
        using var process = Process.Start("mkfifo", [path]);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
