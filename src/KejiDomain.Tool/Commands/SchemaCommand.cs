using System.CommandLine;
using KejiDomain.Schema;
using KejiDomain.Tool.Rendering;

namespace KejiDomain.Tool.Commands;

internal sealed class SchemaCommand : Command
{
    private const string Summary = """
        Prints the JSON Schema of the format, dialect 2020-12 (打印 JSON 模式).

        Objects are open, so that a data set of a newer minor version is valid; with --closed an unknown member is an error.
        Exit codes: 0 done; 2 usage.
        退出码：0 完成；2 用法错误。
        """;

    private readonly Terminal _terminal;

    private readonly Option<bool> _closed = new("--closed") { Description = "Close every object, for authors (封闭各对象，供编写者使用)" };

    public SchemaCommand(Terminal terminal)
        : base("schema", Summary)
    {
        _terminal = terminal;
        Add(_closed);
        SetAction(Run);
    }

    // As it is, to the byte: it is our own text, and its descriptions hold what a terminal would see escaped.
    private int Run(ParseResult parsed)
    {
        _terminal.Document(parsed.GetValue(_closed) ? KejiSchema.ClosedText : KejiSchema.Text);
        return ExitCodes.Success;
    }
}
