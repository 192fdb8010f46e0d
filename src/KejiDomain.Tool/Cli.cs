using System.CommandLine;
using KejiDomain.Tool.Commands;
using KejiDomain.Tool.Rendering;

namespace KejiDomain.Tool;

/// <summary>The command line: everything from the arguments to the exit code, on the writers it is given.</summary>
internal static class Cli
{
    private const string Description = """
        Reads, checks, shows and writes data sets of China's municipal science and technology policy (科技政策数据集).

        Exit codes: 0 yes or done; 1 no (invalid, different, not found, not complete); 2 wrong usage, or a file that cannot be read or written.
        退出码：0 成功；1 结果为否（无效、有差异、未找到、不完整）；2 用法错误或文件无法读写。
        """;

    public static int Run(IReadOnlyList<string> args, TextWriter output, TextWriter error, CliHost? host = null)
    {
        var terminal = new Terminal(output, error, host ?? new());
        try
        {
            return Invoke(args, terminal);
        }
        catch (CliException failure)
        {
            terminal.Error(failure.Message);
            return failure.ExitCode;
        }
#pragma warning disable CA1031 // Whatever is left here would be a stack trace on somebody's screen.
        catch (Exception failure)
        {
            terminal.Error($"unexpected {failure.GetType().Name}: {failure.Message.Split('\n')[0].TrimEnd()}");
            return ExitCodes.Trouble;
        }
#pragma warning restore CA1031
    }

    /// <summary>The command line as it is described to users.</summary>
    public static RootCommand Commands(Terminal terminal) =>
        new(Description)
        {
            new CheckCommand(terminal),
            new ShowCommand(terminal),
            new FmtCommand(terminal),
            new CiteCommand(terminal),
            new DiffCommand(terminal),
            new CoverageCommand(terminal),
            new ExportCommand(terminal),
            new SchemaCommand(terminal),
            new ExplainCommand(terminal),
            new CodesCommand(terminal),
        };

    private static int Invoke(IReadOnlyList<string> args, Terminal terminal)
    {
        var root = Commands(terminal);

        // A printed text may begin with @: it never names a file of arguments.
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            foreach (var message in parsed.Errors.Select(e => string.Join(' ', e.Message.Split(['\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries))).Distinct())
            {
                terminal.Error(message);
            }

            var name = parsed.CommandResult.Command == root ? "keji" : $"keji {parsed.CommandResult.Command.Name}";
            terminal.Error($"{name} --help says more.");
            return ExitCodes.Trouble;
        }

        return parsed.Invoke(new InvocationConfiguration { Output = terminal.Output, Error = terminal.Errors, EnableDefaultExceptionHandler = false });
    }
}
