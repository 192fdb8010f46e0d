using System.CommandLine;
using KejiDomain.Tool.Explaining;
using KejiDomain.Tool.Rendering;
using KejiDomain.Tool.Showing;
using Spectre.Console;

namespace KejiDomain.Tool.Commands;

internal sealed class ExplainCommand : Command
{
    private const string Summary = """
        Tells what a code of an issue means, how grave it is and what to do, with an example (问题代码说明).

        Exit codes: 0 told; 1 there is no such code; 2 usage or I/O.
        退出码：0 已说明；1 没有此代码；2 用法或读写错误。
        """;

    private readonly Terminal _terminal;

    private readonly Argument<string> _code = new("CODE") { Description = "The code, for example KD7004 (问题代码)" };

    private readonly Option<string> _language = LanguageOption.Create();

    public ExplainCommand(Terminal terminal)
        : base("explain", Summary)
    {
        _terminal = terminal;
        Add(_code);
        Add(_language);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        var code = parsed.GetRequiredValue(_code);
        var definition = IssueDefinition.Find(code.ToUpperInvariant())
            ?? throw new CliException($"there is no code '{code}'; the first is {IssueDefinition.All[0].Code}, the last {IssueDefinition.All[^1].Code}", ExitCodes.Negative);
        using var canvas = _terminal.Open();
        Write(canvas.Console, definition, LanguageOption.Of(parsed.GetRequiredValue(_language)) == Language.Chinese);
        return ExitCodes.Success;
    }

    private static void Write(IAnsiConsole console, IssueDefinition definition, bool isChinese)
    {
        string Pick(string en, string zh) => isChinese ? zh : en;
        var (severity, style) = definition.Severity switch
        {
            Severity.Error => (Pick("error: the file is wrong", "错误：文件有误"), Palette.Removed),
            Severity.Warning => (Pick("warning: the source is wrong or doubtful, the file stays valid", "警告：原文有误或存疑，文件仍然有效"), Palette.Warning),
            _ => (Pick("note: nothing is wrong", "提示：并无错误"), Palette.Faint),
        };
        Line(new Words($"{definition.Code} ", Palette.Strong).Add(Pick(definition.Title, definition.TitleZh), Palette.Strong));
        Line(new Words(severity, style));
        console.WriteLine();
        Line(new Words(Pick("Message: ", "消息："), Palette.Faint).Add(Pick(definition.Message, definition.MessageZh)));
        Line(new Words(Pick("What to do: ", "处理："), Palette.Faint).Add(Pick(definition.Help, definition.HelpZh)));
        console.WriteLine();
        if (Example.Of(definition.Code) is not { } example)
        {
            Line(new Words(Pick("There is no example: it depends on limits, or on what is at hand.", "没有示例：取决于限额或手头的文件。"), Palette.Faint));
            return;
        }

        Line(new Words(Pick("Example: ", "示例："), Palette.Faint).Add(Pick(example.Issue.Message, example.Issue.MessageZh)));
        Line(new Words($"{example.Issue.Path} ", Palette.Faint));
        foreach (var (number, text) in example.Lines)
        {
            Line(new Words($"{Labels.Number(number),5}  ", Palette.Faint).Add(text, number == example.Issue.Line ? style : Palette.Faint));
        }

        void Line(Words words)
        {
            console.Write(words);
            console.WriteLine();
        }
    }
}
