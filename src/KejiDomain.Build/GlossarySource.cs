using System.Text;

namespace KejiDomain.Build;

/// <summary>Makes the glossary, Chinese and English, from the words of the model and the code lists.</summary>
internal static class GlossarySource
{
    public static IEnumerable<GeneratedFile> Make(string root)
    {
        var library = Path.Combine(root, "src", "KejiDomain");
        var text = new StringBuilder("# 术语表 Glossary\n\n")
            .Append("Made from `Schema/descriptions.tsv` and the tables `*/*.codes.tsv`, which name the certainty of each row as well. The lists are open: a code that is not here is kept and reported.\n\n")
            .Append("由 `Schema/descriptions.tsv` 与各代码表 `*/*.codes.tsv` 生成,各行的可靠程度见代码表。代码表是开放的:表外代码会原样保留并给出提示。\n\n")
            .Append("## 模型 Model\n\n| 中文 | C# |\n|---|---|\n");
        foreach (var row in Tsv.Read(Path.Combine(library, "Schema", "descriptions.tsv")).Rows.Where(r => r["member"].Length == 0))
        {
            text.Append($"| {Cell(row["zh"].Split('：')[0].TrimEnd('。'))} | `{row["type"]}` |\n");
        }

        foreach (var list in Tsv.Read(Path.Combine(library, "Values", "code-lists.tsv")).Rows)
        {
            text.Append($"\n## {list["zh"]} {list["type"]}\n\n{list["doc"]}\n\n| 中文 | English | code | 又作 also | 来源 source |\n|---|---|---|---|---|\n");
            foreach (var row in Tsv.Read(Path.Combine(library, list["folder"], list["list"] + ".codes.tsv")).Rows)
            {
                text.Append("| ").AppendJoin(" | ", [Cell(row["zh"]), Cell(row["en"]), $"`{row["code"]}`", Cell(row["alt"].Replace("|", "、", StringComparison.Ordinal)), Cell(row["source"])]).Append(" |\n");
            }
        }

        yield return new("src/KejiDomain/GLOSSARY.md", text.ToString());
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}
