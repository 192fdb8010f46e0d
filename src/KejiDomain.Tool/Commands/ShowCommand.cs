using System.CommandLine;
using System.Globalization;
using KejiDomain.Tool.Rendering;
using KejiDomain.Tool.Showing;

namespace KejiDomain.Tool.Commands;

internal sealed class ShowCommand : Command
{
    private const string Summary = """
        Shows one data set as a readable picture, or the figures of all data sets of a folder beside each other (显示数据集；文件夹则显示跨城市对照表).

        Exit codes: 0 shown; 1 a file is no valid data set, or two have one identifier; 2 usage or I/O.
        退出码：0 已显示；1 文件不是有效的数据集或标识重复；2 用法或读写错误。
        """;

    private readonly Terminal _terminal;

    private readonly Argument<string> _path = PathArgument.One("PATH", "The data set, or a folder of *.json (数据集文件或文件夹)");

    private readonly Option<string> _language = LanguageOption.Create();

    private readonly Option<int?> _width = WholeNumber.Option("--width", "The width in cells (显示宽度)", Terminal.MinWidth, Terminal.MaxWidth);

    public ShowCommand(Terminal terminal)
        : base("show", Summary)
    {
        _terminal = terminal;
        Add(_path);
        Add(_language);
        Add(_width);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        var path = parsed.GetRequiredValue(_path);
        var language = LanguageOption.Of(parsed.GetRequiredValue(_language));
        var datasets = Files.Expand([path]).Select(Read).ToArray();
        using var canvas = _terminal.Open(parsed.GetValue(_width));
        if (Directory.Exists(path))
        {
            new CorpusPicture(canvas.Console, Together(path, datasets), language).Write();
        }
        else
        {
            new DatasetPicture(canvas.Console, datasets[0], language).Write();
        }

        return ExitCodes.Success;
    }

    private PolicyDataset Read(string path)
    {
        var file = DatasetFile.Read(path, ReadMode.Lenient);
        var dataset = file.GetDataset(ExitCodes.Negative);
        if (file.Result.IsLossy)
        {
            var count = file.Result.Report.Issues.Count(i => i.Code == IssueCodes.UnknownMember);
            _terminal.Error(string.Create(CultureInfo.InvariantCulture, $"{file.Path}: {count} members that this version does not know are not shown"));
        }

        return dataset;
    }

    private static PolicyCorpus Together(string folder, IEnumerable<PolicyDataset> datasets)
    {
        try
        {
            return PolicyCorpus.Create(datasets);
        }
        catch (ArgumentException failure)
        {
            throw new CliException($"{folder}: {failure.Message}", ExitCodes.Negative);
        }
    }
}
