using System.Text;

namespace KejiDomain.Build;

/// <summary>Makes the table of all rules, in English and in Chinese, from the table of issues.</summary>
internal static class IssueTableSource
{
    private static readonly (char Digit, string En, string Zh)[] Families =
    [
        ('1', "Syntax and shape", "语法与结构"),
        ('2', "Literals", "字面值"),
        ('3', "Code lists", "代码表"),
        ('4', "Records", "记录"),
        ('5', "References and time", "引用与时间"),
        ('6', "Evidence", "依据"),
        ('7', "Arithmetic", "算术"),
    ];

    public static IEnumerable<GeneratedFile> Make(string root)
    {
        var table = Tsv.Read(Path.Combine(root, "src/KejiDomain/Validation/issues.tsv"));
        yield return new("src/KejiDomain/Validation/issues.md", Table(
            table,
            "# Issues",
            "Made from `issues.tsv`. An error says that the file is wrong, a warning that its source is wrong or doubtful, an info that a rule was skipped or that there is nothing to mend. Codes are permanent.",
            "| Code | Severity | What | Message | What to do |",
            f => f.En,
            r => [r["code"], r["severity"], r["title"], r["message"], r["help"]]));
        yield return new("src/KejiDomain/Validation/issues.zh.md", Table(
            table,
            "# 问题代码",
            "由 `issues.tsv` 生成。错误表示文件有误,警告表示来源有误或存疑,提示表示规则被跳过或无需处理。代码永久不变。",
            "| 代码 | 严重程度 | 问题 | 说明 | 处理办法 |",
            f => f.Zh,
            r => [r["code"], r["severity"] switch { "error" => "错误", "warning" => "警告", _ => "提示" }, r["title-zh"], r["message-zh"], r["help-zh"]]));
    }

    private static string Table(
        Tsv table, string title, string words, string header, Func<(char Digit, string En, string Zh), string> heading, Func<Tsv.Row, string[]> cells)
    {
        var text = new StringBuilder(title).Append("\n\n").Append(words).Append('\n');
        foreach (var family in Families)
        {
            text.Append("\n## ").Append(heading(family)).Append("\n\n").Append(header).Append("\n|---|---|---|---|---|\n");
            foreach (var row in table.Rows.Where(r => r["code"][2] == family.Digit))
            {
                text.Append("| ").AppendJoin(" | ", cells(row).Select(Escape)).Append(" |\n");
            }
        }

        return text.ToString();
    }

    private static string Escape(string cell) => cell.Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}
