using System.CommandLine;
using KejiDomain.Tool.Rendering;

namespace KejiDomain.Tool.Commands;

internal sealed class CoverageCommand : Command
{
    private const string Summary = """
        Prints every clause of the texts that the data set does not account for (未覆盖分句): no citation touches it, and it is neither furniture nor exhortation.

        Exit codes: 0 complete, and nothing is printed; 1 not complete; 2 usage or I/O, an invalid data set, or a text that is not the one that was cited.
        退出码：0 完整且无输出；1 不完整；2 用法或读写错误、数据集无效或文本不符。
        """;

    private readonly Terminal _terminal;

    private readonly Argument<string> _file = PathArgument.One("FILE", "The data set (数据集文件)");

    private readonly Option<string?> _sources = SourcesOption.Create();

    public CoverageCommand(Terminal terminal)
        : base("coverage", Summary)
    {
        _terminal = terminal;
        Add(_file);
        Add(_sources);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        var dataset = DatasetFile.Read(parsed.GetRequiredValue(_file), ReadMode.Strict).GetDataset(ExitCodes.Trouble);
        var folder = Sources.Folder(parsed.GetValue(_sources), _terminal)
            ?? throw new CliException($"coverage needs the texts: name their folder with --sources or {Sources.Variable}");
        var texts = Sources.Open(dataset, folder);
        var isComplete = true;
        foreach (var source in dataset.Sources)
        {
            if (!texts.TryGetValue(source.Id, out var text))
            {
                throw new CliException($"{Path.Combine(folder, source.File.Name.ToString())}: no such text");
            }

            if (text.Sha256 != source.File.Sha256)
            {
                throw new CliException($"{Path.Combine(folder, source.File.Name.ToString())}: is not the text that {source.Id} cites (another SHA-256)");
            }

            foreach (var clause in Coverage.Of(dataset, source, text).Uncovered)
            {
                isComplete = false;
                _terminal.Line($"{clause}  {text.Slice(clause)}");
            }
        }

        return isComplete ? ExitCodes.Success : ExitCodes.Negative;
    }
}
