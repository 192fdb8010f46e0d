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

    private readonly Argument<string> _text = PathArgument.One("TEXT", "The text file of the source (原文文本文件)");

    private readonly Argument<string> _printed = new("PRINTED") { Description = "The words exactly as they are printed (原文字句)" };

    private readonly Option<int?> _nth = WholeNumber.Option("--nth", "Only the match of that number, from 1 (只取第几处)", 1, int.MaxValue);

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
        var text = Sources.Load(path);
        var matches = text.Find(source, printed).ToArray();
        if (matches.Length == 0)
        {
            var loosely = FindLoosely(text.Text, printed);
            throw new CliException(
                loosely is null ? $"{path}: '{printed}' does not stand there" : $"{path}: '{printed}' does not stand there exactly, but '{loosely}' does",
                ExitCodes.Negative);
        }

        if (nth > matches.Length)
        {
            throw new CliException(
                string.Create(CultureInfo.InvariantCulture, $"{path}: there is no match {nth} of '{printed}', the last one is {matches.Length}"), ExitCodes.Negative);
        }

        foreach (var match in nth is { } chosen ? [matches[chosen - 1]] : matches)
        {
            _terminal.Line(nth is null && matches.Length > 1 ? $"{match}  {InContext(text, match)}" : match.ToString());
        }

        return ExitCodes.Success;
    }

    private static string InContext(SourceText text, Citation match)
    {
        var from = Math.Max(0, match.Start - Context);
        var to = Math.Min(text.Length, match.End + Context);
        var before = from == match.Start ? string.Empty : text.Slice(Citation.Create(match.Source, from, match.Start));
        var after = to == match.End ? string.Empty : text.Slice(Citation.Create(match.Source, match.End, to));
        return $"{(from > 0 ? "…" : string.Empty)}{before}[{text.Slice(match)}]{after}{(to < text.Length ? "…" : string.Empty)}";
    }

    /// <summary>What stands where the words would if blanks and line breaks did not count, or null.</summary>
    private static string? FindLoosely(string text, string words)
    {
        var wanted = string.Concat(words.Where(c => !char.IsWhiteSpace(c)));
        var places = Enumerable.Range(0, text.Length).Where(i => !char.IsWhiteSpace(text[i])).ToArray();
        var index = wanted.Length == 0 ? -1 : string.Concat(places.Select(i => text[i])).IndexOf(wanted, StringComparison.Ordinal);
        return index < 0 ? null : text[places[index]..(places[index + wanted.Length - 1] + 1)];
    }
}
