using System.CommandLine;
using KejiDomain.Tool.Rendering;
using KejiDomain.Tool.Showing;
using Spectre.Console;

namespace KejiDomain.Tool.Commands;

internal sealed class CodesCommand : Command
{
    private const string Summary = """
        Prints a code list as a table, or without an argument the list of the lists (代码表).

        Exit codes: 0 printed; 1 there is no such list; 2 usage or I/O.
        退出码：0 已输出；1 没有此代码表；2 用法或读写错误。
        """;

    private readonly Terminal _terminal;

    private readonly Argument<string?> _list = new("LIST") { Description = "The list's name, for example program-kind (代码表名称)", Arity = ArgumentArity.ZeroOrOne };

    private readonly Option<string> _language = LanguageOption.Create();

    public CodesCommand(Terminal terminal)
        : base("codes", Summary)
    {
        _terminal = terminal;
        Add(_list);
        Add(_language);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        var isChinese = LanguageOption.Of(parsed.GetRequiredValue(_language)) == Language.Chinese;
        var name = parsed.GetValue(_list);
        if (name is not null && !CodeList.Names.Contains(name))
        {
            throw new CliException($"there is no code list '{name}'; keji codes names them all", ExitCodes.Negative);
        }

        using var canvas = _terminal.Open();
        if (name is null)
        {
            Write(canvas.Console, Lists(isChinese));
        }
        else
        {
            Write(canvas.Console, Codes(CodeList.Get(name), isChinese));
        }

        return ExitCodes.Success;
    }

    private static List<Column> Lists(bool isChinese)
    {
        var lists = EmbeddedTable.Rows("code-lists.tsv").Skip(1).Select(cells => (Name: cells[0], Zh: cells[3], En: cells[4], CodeList.Get(cells[0]).Definitions.Count)).ToArray();
        return
        [
            new(isChinese ? "代码表" : "list", [.. lists.Select(l => l.Name)]),
            new(isChinese ? "条数" : "codes", [.. lists.Select(l => Labels.Number(l.Count))], IsNumber: true),
            new(isChinese ? "中文" : "Chinese", [.. lists.Select(l => l.Zh)]),
            new(isChinese ? "英文" : "English", [.. lists.Select(l => l.En)]),
        ];
    }

    // A column that no code fills says nothing.
    private static List<Column> Codes(CodeList list, bool isChinese)
    {
        var codes = list.Definitions;
        Column Of(string en, string zh, Func<CodeDefinition, string?> cell) => new(isChinese ? zh : en, [.. codes.Select(c => cell(c) ?? string.Empty)]);
        List<Column> columns =
        [
            Of("code", "代码", c => c.Code),
            Of("Chinese", "中文", c => c.Zh),
            Of("English", "英文", c => c.En),
            Of("also", "别称", c => string.Join('、', c.Alternatives)),
            Of("since", "起始", c => c.Since?.ToString()),
            Of("until", "终止", c => c.Until?.ToString()),
            Of("issuer", "发布机关", c => string.Join('、', c.Issuers)),
            Of("broader", "上位", c => c.Broader),
            .. codes.SelectMany(c => c.Extra.Keys).Distinct(StringComparer.Ordinal).Select(key => Of(key, key, c => c.GetExtra(key))),
        ];
        return [.. columns.Where(c => c.Cells.Any(cell => cell.Length > 0))];
    }

    private static void Write(IAnsiConsole console, List<Column> columns)
    {
        var table = TerminalTables.New(console);
        foreach (var column in columns)
        {
            TerminalTables.Column(table, column.Heading).Alignment = column.IsNumber ? Justify.Right : Justify.Left;
        }

        for (var i = 0; i < columns[0].Cells.Count; i++)
        {
            table.AddRow(columns.Select(c => new Words(c.Cells[i])));
        }

        TerminalTables.Write(console, table);
    }

    private sealed record Column(string Heading, IReadOnlyList<string> Cells, bool IsNumber = false);
}
