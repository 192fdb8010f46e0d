using System.Diagnostics;
using System.Text;

namespace KejiDomain.PackageTests;

/// <summary>Runs programs as a user would from a shell, with no trace of the build that started the tests.</summary>
internal static class Command
{
    /// <summary>Runs a program to its end; a failure is the test's, with all that was printed.</summary>
    public static string Run(string folder, string program, params string[] arguments) => RunWith(folder, [], program, arguments);

    public static string RunWith(string folder, IEnumerable<(string Name, string Value)> environment, string program, params string[] arguments)
    {
        var (code, output) = Try(folder, environment, program, arguments);
        Assert.True(code == 0, $"{program} {string.Join(' ', arguments)} ended with {code}:\n{output}");
        return output;
    }

    public static (int Code, string Output) Try(string folder, IEnumerable<(string Name, string Value)> environment, string program, params string[] arguments)
    {
        using var process = new Process { StartInfo = StartInfo(folder, environment, program, arguments) };
        var output = new StringBuilder();
        process.OutputDataReceived += (_, line) => Append(line.Data);
        process.ErrorDataReceived += (_, line) => Append(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (!process.WaitForExit(TimeSpan.FromMinutes(4)))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{program} {string.Join(' ', arguments)} did not end:\n{output}");
        }

        process.WaitForExit();
        return (process.ExitCode, output.ToString());

        void Append(string? line)
        {
            if (line is not null)
            {
                lock (output)
                {
                    output.Append(line).Append('\n');
                }
            }
        }
    }

    public static ProcessStartInfo StartInfo(string folder, IEnumerable<(string Name, string Value)> environment, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var name in start.Environment.Keys.Where(n => n.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || n is "DOTNET_HOST_PATH" or "KEJI_SOURCES").ToArray())
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";

        // A build server would keep the pipes open after its command has ended.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["UseSharedCompilation"] = "false";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }
}
