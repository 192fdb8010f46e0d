using System.Globalization;
using System.Text;
using KejiDomain.Tool.Rendering;
using KejiDomain.Tool.Showing;

namespace KejiDomain.Tool.Checking;

/// <summary>What a check found, as annotations of GitHub.</summary>
internal static class CheckGitHub
{
    public static string Write(IReadOnlyList<CheckedFile> files, Language language)
    {
        var text = new StringBuilder();
        foreach (var file in files)
        {
            foreach (var issue in file.Report.Issues)
            {
                var level = issue.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "notice" };
                var message = language == Language.Chinese ? issue.MessageZh : issue.Message;
                text.Append(WorkflowCommand.Annotation(level, file.Path, issue.Line, issue.Column, issue.Code, $"{issue.Path}: {message}"));
            }
        }

        foreach (var (definition, severity, count) in CodeCount.Of(files))
        {
            var title = language == Language.Chinese ? definition.TitleZh : definition.Title;
            text.Append(WorkflowCommand.Inert(Terminal.Safe(string.Create(CultureInfo.InvariantCulture, $"{definition.Code} {severity.ToString().ToLowerInvariant()} {count} {title}")))).Append('\n');
        }

        return text.ToString();
    }
}
