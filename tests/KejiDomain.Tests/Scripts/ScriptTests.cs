using System.Diagnostics;

namespace KejiDomain.Tests.Scripts;

/// <summary>The scripts of <c>src/samples</c>, each run from top to bottom by the SDK where KEJI_SAMPLES=1: it takes minutes.</summary>
public sealed class ScriptTests
{
    private const string Variable = "KEJI_SAMPLES";

    private static readonly string[] WithCharts = ["compare-cities", "data-quality", "first-look", "officials"];

    private static string Folder => Path.Combine(Repository.Root, "src", "samples");

    public static TheoryData<string> Names() =>
        [.. Directory.GetFiles(Folder, "*.cs").Select(Path.GetFileNameWithoutExtension).OfType<string>().Where(n => n != "charts").Order(StringComparer.Ordinal)];

    [Fact]
    public void Every_script_is_in_the_README_and_begins_by_saying_what_it_shows()
    {
        var readme = File.ReadAllText(Path.Combine(Folder, "README.md"));
        foreach (var name in Names().Select(row => row.Data))
        {
            Assert.Contains($"| `{name}.cs` |", readme, StringComparison.Ordinal);
            var lines = File.ReadAllLines(Path.Combine(Folder, name + ".cs"));
            Assert.Equal("#!/usr/bin/env -S dotnet run", lines[0]);
            Assert.StartsWith("// ", lines[1], StringComparison.Ordinal);
            Assert.Contains("#:property PublishAot=false", lines);
            Assert.Equal(WithCharts.Contains(name), lines.Contains("#:include charts.cs"));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Prints_its_tables_and_draws_its_charts(string name)
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable(Variable) == "1", $"{Variable} is not 1.");
        using var folder = new TemporaryFolder();
        var (output, notes) = await RunAsync(name, folder, font: null);

        // A machine has a font with Chinese or it has none; the tables are the same.
        if (WithCharts.Contains(name) && !notes.Contains("no font with Chinese", StringComparison.Ordinal))
        {
            Assert.Equal([0x89, .. "PNG"u8], (await File.ReadAllBytesAsync(folder.File($"charts/{name}.png"), TestContext.Current.CancellationToken))[..4]);
            Assert.Contains("<text", await File.ReadAllTextAsync(folder.File($"charts/{name}.svg"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }

        await Verifier.Verify(output, "txt");
    }

    [Fact]
    public async Task Without_a_font_a_script_says_so_and_goes_on()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable(Variable) == "1", $"{Variable} is not 1.");
        using var folder = new TemporaryFolder();
        var (output, notes) = await RunAsync("officials", folder, font: folder.File("none.ttf"));
        Assert.Contains("officials: no chart, for no font with Chinese was found.", notes, StringComparison.Ordinal);
        Assert.Contains("KEJI_FONT", notes, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.File("charts")));
        Assert.Contains("市委常委、常务副市长", output, StringComparison.Ordinal);
    }

    private static async Task<(string Output, string Notes)> RunAsync(string name, TemporaryFolder folder, string? font)
    {
        var start = new ProcessStartInfo("dotnet", ["run", Path.Combine(Folder, name + ".cs"), "--", folder.File("own.json")])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
            StandardErrorEncoding = System.Text.Encoding.UTF8,
        };
        start.Environment.Remove("KEJI_SOURCES");
        start.Environment["KEJI_FONT"] = font;
        using var process = Process.Start(start)!;
        var notes = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, output + await notes);
        return (output.ReplaceLineEndings("\n"), await notes);
    }
}
