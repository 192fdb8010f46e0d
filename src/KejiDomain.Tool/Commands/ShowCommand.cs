using System.CommandLine;
using System.Globalization;
using KejiDomain.Tool.Rendering;
using KejiDomain.Tool.Showing;

namespace KejiDomain.Tool.Commands;

internal sealed class ShowCommand : Command
{
    private const string Summary = """
        Shows one data set as a readable picture (显示数据集).

        Exit codes: 0 shown; 1 the file is no valid data set; 2 usage or I/O.
        退出码：0 已显示；1 文件不是有效的数据集；2 用法或读写错误。
        """;

    private readonly Terminal _terminal;

    private readonly Argument<string> _file = PathArgument.One("FILE", "The data set (数据集文件)");

    private readonly Option<string> _language = LanguageOption.Create();

    private readonly Option<int?> _width = WholeNumber.Option("--width", "The width in cells (显示宽度)", Terminal.MinWidth, Terminal.MaxWidth);

    public ShowCommand(Terminal terminal)
        : base("show", Summary)
    {
        _terminal = terminal;
        Add(_file);
        Add(_language);
        Add(_width);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        var file = DatasetFile.Read(parsed.GetRequiredValue(_file), ReadMode.Lenient);
        var dataset = file.GetDataset(ExitCodes.Negative);
        if (file.Result.IsLossy)
        {
            var count = file.Result.Report.Issues.Count(i => i.Code == IssueCodes.UnknownMember);
            _terminal.Error(string.Create(CultureInfo.InvariantCulture, $"{file.Path}: {count} members that this version does not know are not shown"));
        }

        using var canvas = _terminal.Open(parsed.GetValue(_width));
        new DatasetPicture(canvas.Console, dataset, LanguageOption.Of(parsed.GetRequiredValue(_language))).Write();
        return ExitCodes.Success;
    }
}
