using System.Globalization;
using KejiDomain.Tool.Rendering;
using KejiDomain.Tool.Showing;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace KejiDomain.Tool.Checking;

/// <summary>What a check found: a table of the data sets, their issues, and a summary.</summary>
internal sealed class CheckPicture(IAnsiConsole console, Language language)
{
    public void Write(IReadOnlyList<CheckedFile> files, bool hasSources)
    {
        WriteTable(files);
        foreach (var file in files)
        {
            WriteIssues(file);
        }

        WriteCodes(files);
        console.WriteLine();
        var invalid = files.Count(f => !f.IsValid);
        Line(new Words(string.Create(CultureInfo.InvariantCulture, $"{files.Count} {Pick(files.Count == 1 ? "data set" : "data sets", "个数据集")}: "))
            .Add(invalid == 0 ? Pick("valid", "有效") : string.Create(CultureInfo.InvariantCulture, $"{invalid} {Pick("invalid", "个无效")}"), invalid == 0 ? Palette.Added : Palette.Removed)
            .Add(string.Create(
                CultureInfo.InvariantCulture,
                $"; {Count(files, Severity.Error, "error", "个错误")}, {Count(files, Severity.Warning, "warning", "个警告")}, {Count(files, Severity.Info, "note", "个提示")}")));
        if (!hasSources)
        {
            Line(new Words(
                Pick($"Spans were not checked: --sources or {Sources.Variable} names the folder of the texts.", $"未检查引文：请用 --sources 或 {Sources.Variable} 指明原文文件夹。"),
                Palette.Faint));
        }
    }

    private void WriteTable(IReadOnlyList<CheckedFile> files)
    {
        var table = TerminalTables.New(console);
        var headings = files.Select(f => f.Counts()).FirstOrDefault(c => c.Count > 0) ?? [];
        TerminalTables.Column(table, Pick("data set", "数据集"));
        foreach (var (_, heading, zh, _) in headings)
        {
            TerminalTables.Column(table, Pick(heading, zh)).Alignment = Justify.Right;
        }

        TerminalTables.Column(table, Pick("verdict", "结论"));
        foreach (var file in files)
        {
            var counts = file.Counts();
            table.AddRow(
            [
                new Words(file.Dataset is { } dataset && !dataset.Id.IsEmpty ? dataset.Id.ToString() : Path.GetFileName(file.Path)),
                .. headings.Select((_, i) => (IRenderable)new Words(counts.Count > i ? Labels.Number(counts[i].Count) : "–")),
                file.IsValid ? new Words(Pick("valid", "有效"), Palette.Added) : new Words(Pick("invalid", "无效"), Palette.Removed),
            ]);
        }

        TerminalTables.Write(console, table);
    }

    private void WriteIssues(CheckedFile file)
    {
        if (!file.Report.Issues.IsEmpty)
        {
            console.WriteLine();
        }

        foreach (var issue in file.Report.Issues)
        {
            var place = issue.Line is { } line ? string.Create(CultureInfo.InvariantCulture, $"({line},{issue.Column})") : string.Empty;
            var (severity, style) = Name(issue.Severity);
            Line(new Words($"{file.Path}{place}: ", indent: 2)
                .Add($"{severity} {issue.Code} ", style)
                .Add($"{issue.Path}: ", Palette.Faint)
                .Add(Pick(issue.Message, issue.MessageZh)));
        }
    }

    // How often each code occurs: what to look at first in a long report.
    private void WriteCodes(IReadOnlyList<CheckedFile> files)
    {
        var codes = CodeCount.Of(files);
        if (codes.Count == 0)
        {
            return;
        }

        console.WriteLine();
        var table = TerminalTables.New(console);
        TerminalTables.Column(table, Pick("code", "代码"));
        TerminalTables.Column(table, Pick("count", "次数")).Alignment = Justify.Right;
        TerminalTables.Column(table, Pick("severity", "严重程度"));
        TerminalTables.Column(table, Pick("title", "标题"));
        foreach (var (definition, severity, count) in codes)
        {
            var (name, style) = Name(severity);
            table.AddRow(new Words(definition.Code), new Words(Labels.Number(count)), new Words(name, style), new Words(Pick(definition.Title, definition.TitleZh)));
        }

        TerminalTables.Write(console, table);
    }

    private (string Name, Style Style) Name(Severity severity) => severity switch
    {
        Severity.Error => (Pick("error", "错误"), Palette.Removed),
        Severity.Warning => (Pick("warning", "警告"), Palette.Warning),
        _ => (Pick("note", "提示"), Palette.Faint),
    };

    private string Count(IReadOnlyList<CheckedFile> files, Severity severity, string en, string zh)
    {
        var count = files.Sum(f => f.Report.Issues.Count(i => i.Severity == severity));
        return string.Create(CultureInfo.InvariantCulture, $"{count} {Pick(count == 1 ? en : en + "s", zh)}");
    }

    private string Pick(string en, string zh) => language == Language.Chinese ? zh : en;

    private void Line(Words words)
    {
        // One issue, one line, where a program reads them.
        console.Write(console.Profile.Capabilities.Unicode ? words : words.OnOneLine());
        console.WriteLine();
    }
}
