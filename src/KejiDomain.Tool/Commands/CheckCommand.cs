using System.CommandLine;
using KejiDomain.Tool.Checking;
using KejiDomain.Tool.Rendering;

namespace KejiDomain.Tool.Commands;

internal sealed class CheckCommand : Command
{
    private const string Summary = """
        Checks data sets: form, references, evidence and arithmetic, several of them against each other, and with the texts at hand every span (校验数据集).

        A data set is valid if no issue is an error; warnings speak of the source, not of the file.
        Exit codes: 0 all valid; 1 one is invalid; 2 usage or I/O.
        退出码：0 全部有效；1 有无效的数据集；2 用法或读写错误。
        """;

    private readonly Terminal _terminal;

    private readonly Argument<string[]> _paths = PathArgument.Many();

    private readonly Option<string> _format = new Option<string>("--format")
    {
        Description = "What is printed: text, json, annotations of GitHub, or SARIF 2.1.0 (输出格式)",
        HelpName = "text|json|github|sarif",
        DefaultValueFactory = _ => "text",
    }.AcceptOnlyFromAmong("text", "json", "github", "sarif");

    private readonly Option<string?> _sources = SourcesOption.Create();

    private readonly Option<string> _language = LanguageOption.Create();

    public CheckCommand(Terminal terminal)
        : base("check", Summary)
    {
        _terminal = terminal;
        Add(_paths);
        Add(_format);
        Add(_sources);
        Add(_language);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        var folder = Sources.Folder(parsed.GetValue(_sources), _terminal);
        var read = new List<CheckedFile>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var isRead = true;
        foreach (var path in parsed.GetRequiredValue(_paths))
        {
            try
            {
                foreach (var file in Files.Expand([path]).Where(seen.Add))
                {
                    Try(() => read.Add(CheckedFile.Check(file, folder)));
                }
            }
            catch (CliException failure)
            {
                Fail(failure);
            }
        }

        var checkedFiles = CheckedFile.Compare(read);
        var language = LanguageOption.Of(parsed.GetRequiredValue(_language));
        switch (parsed.GetRequiredValue(_format))
        {
            case "json":
                _terminal.Document(CheckJson.Write(checkedFiles, folder is not null, isRead));
                break;
            case "github":
                _terminal.Document(CheckGitHub.Write(checkedFiles, language));
                break;
            case "sarif":
                _terminal.Document(CheckSarif.Write(checkedFiles, language, isRead));
                break;
            case var _ when checkedFiles.Count > 0:
                using (var canvas = _terminal.Open())
                {
                    new CheckPicture(canvas.Console, language).Write(checkedFiles, folder is not null);
                }

                break;
            default:
                break;
        }

        return !isRead ? ExitCodes.Trouble : checkedFiles.All(f => f.IsValid) ? ExitCodes.Success : ExitCodes.Negative;

        // One bad file stops no other.
        void Try(Action check)
        {
            try
            {
                check();
            }
            catch (CliException failure)
            {
                Fail(failure);
            }
        }

        void Fail(CliException failure)
        {
            _terminal.Error(failure.Message);
            isRead = false;
        }
    }
}
