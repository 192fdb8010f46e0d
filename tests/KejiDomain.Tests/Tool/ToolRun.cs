using System.Runtime.CompilerServices;
using KejiDomain.Tool;

namespace KejiDomain.Tests.Tool;

/// <summary>One run of the command line in this process.</summary>
internal sealed record ToolRun(int ExitCode, string Output, string Error)
{
    public static string SampleJson { get; } = Fixture("sample.json");

    public static string SampleText { get; } = Fixture("sample.txt");

    public static string SampleFolder { get; } = System.IO.Path.GetDirectoryName(SampleJson)!;

    public static ToolRun Of(params string[] args) => Of(new CliHost(), args);

    public static ToolRun Of(CliHost host, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = Cli.Run(args, output, error, host);
        return new(exitCode, output.ToString(), error.ToString());
    }

    /// <summary>The one line of the error output; anything else fails.</summary>
    public string ErrorLine()
    {
        Assert.EndsWith("\n", Error, StringComparison.Ordinal);
        var line = Error[..^1];
        Assert.DoesNotContain('\n', line);
        Assert.StartsWith("keji: ", line, StringComparison.Ordinal);
        return line["keji: ".Length..];
    }

    private static string Fixture(string name, [CallerFilePath] string path = "") => System.IO.Path.Combine(System.IO.Path.GetDirectoryName(path)!, name);
}
