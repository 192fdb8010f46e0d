using System.Buffers;
using System.CommandLine;
using KejiDomain.Tool.Rendering;

namespace KejiDomain.Tool.Commands;

internal sealed class FmtCommand : Command
{
    private const string Summary = """
        Writes data sets in their canonical form, in place (规范写法：原地改写).

        A file that has errors, or holds members that this version does not know, is left as it is.
        Exit codes: 0 all canonical now; 1 with --check, some would change, or a file was left as it is; 2 usage or I/O.
        退出码：0 均已规范；1 有文件将改变（--check）或未处理；2 用法或读写错误。
        """;

    private readonly Terminal _terminal;

    private readonly Argument<string[]> _paths = PathArgument.Many();

    private readonly Option<bool> _check = new("--check") { Description = "Change nothing, say what would change (只检查，不改写)" };

    public FmtCommand(Terminal terminal)
        : base("fmt", Summary)
    {
        _terminal = terminal;
        Add(_paths);
        Add(_check);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        var isCheck = parsed.GetValue(_check);
        var worst = ExitCodes.Success;
        foreach (var path in Files.Expand(parsed.GetRequiredValue(_paths)))
        {
            try
            {
                worst = Math.Max(worst, Format(path, isCheck));
            }
            catch (CliException failure)
            {
                _terminal.Error(failure.Message);
                worst = Math.Max(worst, failure.ExitCode);
            }
        }

        return worst;
    }

    private int Format(string path, bool isCheck)
    {
        var file = DatasetFile.Read(path, ReadMode.Lenient);
        var dataset = file.GetDataset(ExitCodes.Negative);
        if (file.Result.IsLossy)
        {
            throw new CliException($"{path}: left as it is, for it holds members that this version does not know and would drop", ExitCodes.Negative);
        }

        var canonical = new ArrayBufferWriter<byte>(file.Bytes.Length);
        KejiJson.Write(dataset, canonical);
        if (canonical.WrittenSpan.SequenceEqual(file.Bytes))
        {
            return ExitCodes.Success;
        }

        if (isCheck)
        {
            _terminal.Line($"would change {path}");
            return ExitCodes.Negative;
        }

        Files.Replace(path, file.Bytes, canonical.WrittenMemory);
        _terminal.Line($"formatted {path}");
        return ExitCodes.Success;
    }
}
