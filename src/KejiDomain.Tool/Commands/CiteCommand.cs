using System.CommandLine;
using System.Globalization;
using KejiDomain.Tool.Rendering;

namespace KejiDomain.Tool.Commands;

internal sealed class CiteCommand : Command
{
    private const int Context = 12;

    private const string Summary = """
        Prints where words stand in a text, as the literal of a citation (引文定位): s1#char=402,408.

        Positions count code points of the raw file, without a byte order mark. Words that stand more than once are all printed, each with what is around it.
        Exit codes: 0 found; 1 not found; 2 usage or I/O.
        退出码：0 已找到；1 未找到；2 用法或读写错误。
        """;

    private readonly Terminal _terminal;

    private readonly Argument<string> _text = new("TEXT") { Description = "The text file of the source (原文文本文件)" };

    private readonly Argument<string> _printed = new("PRINTED") { Description = "The words exactly as they are printed (原文字句)" };

    private readonly Option<int?> _nth = new("--nth") { Description = "Only the match of that number, from 1 (只取第几处)", HelpName = "N" };

    private readonly Option<string> _source = new("--source")
    {
        Description = "The identifier of the source in the data set (来源标识)",
        HelpName = "ID",
        DefaultValueFactory = _ => "s1",
    };

    public CiteCommand(Terminal terminal)
        : base("cite", Summary)
    {
        _terminal = terminal;
        Add(_text);
        Add(_printed);
        Add(_nth);
        Add(_source);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        var path = parsed.GetRequiredValue(_text);
        var printed = parsed.GetRequiredValue(_printed);
        if (!SourceId.TryParse(parsed.GetRequiredValue(_source), out var source))
        {
            throw new CliException($"--source: '{parsed.GetRequiredValue(_source)}' is no identifier of a source; one is 's1'");
        }

        if (printed.Length == 0 || !TextSafety.IsWellFormed(printed))
        {
            throw new CliException("PRINTED: is empty, or holds half of a surrogate pair");
        }

        var nth = parsed.GetValue(_nth);
        if (nth < 1)
        {
            throw new CliException("--nth: counts from 1");
        }

        var text = RawText.Read(path);
        var matches = text.Find(printed).ToArray();
        if (matches.Length == 0)
        {
            var loosely = text.FindLoosely(printed);
            throw new CliException(
                loosely is null ? $"{path}: '{printed}' does not stand there" : $"{path}: '{printed}' does not stand there exactly, but '{loosely}' does", ExitCodes.Negative);
        }

        if (nth > matches.Length)
        {
            throw new CliException(string.Create(CultureInfo.InvariantCulture, $"{path}: there is no match {nth}; it stands there {matches.Length} times"), ExitCodes.Negative);
        }

        foreach (var (index, start, end) in nth is { } chosen ? [matches[chosen - 1]] : matches)
        {
            var literal = Citation.Create(source, start, end).ToString();
            var (before, after) = text.Around(index, printed.Length, Context);
            _terminal.Line(nth is null && matches.Length > 1 ? $"{literal}  {before}[{printed}]{after}" : literal);
        }

        return ExitCodes.Success;
    }
}
