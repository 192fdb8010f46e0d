using System.Text.Json;
using KejiDomain.Tool.Rendering;
using KejiDomain.Tool.Showing;

namespace KejiDomain.Tool.Checking;

/// <summary>What a check found, in the Static Analysis Results Interchange Format 2.1.0 (SARIF).</summary>
internal static class CheckSarif
{
    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    public static string Write(IReadOnlyList<CheckedFile> files, Language language, bool isRead) => JsonText.Write(writer =>
    {
        var rules = CodeCount.Of(files).Select(c => c.Definition).DistinctBy(d => d.Code).ToArray();
        var indexes = rules.Select((r, i) => (r.Code, i)).ToDictionary(r => r.Code, r => r.i, StringComparer.Ordinal);
        writer.WriteStartObject();
        writer.WriteString("$schema", Schema);
        writer.WriteString("version", "2.1.0");
        writer.WriteStartArray("runs");
        writer.WriteStartObject();
        writer.WriteStartObject("tool");
        writer.WriteStartObject("driver");
        writer.WriteString("name", "keji");
        writer.WriteString("semanticVersion", typeof(PolicyDataset).Assembly.GetName().Version!.ToString(3));
        writer.WriteString("language", language == Language.Chinese ? "zh-CN" : "en-US");
        writer.WriteStartArray("rules");
        foreach (var rule in rules)
        {
            Rule(writer, rule, language);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteStartArray("invocations");
        writer.WriteStartObject();
        writer.WriteBoolean("executionSuccessful", isRead);
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteString("columnKind", "utf16CodeUnits");
        writer.WriteStartArray("results");
        foreach (var file in files)
        {
            foreach (var issue in file.Report.Issues)
            {
                Result(writer, file, issue, indexes[issue.Code], language);
            }
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    private static void Rule(Utf8JsonWriter writer, IssueDefinition rule, Language language)
    {
        var isChinese = language == Language.Chinese;
        writer.WriteStartObject();
        writer.WriteString("id", rule.Code);
        Message(writer, "shortDescription", isChinese ? rule.TitleZh : rule.Title);
        if (rule.Help.Length > 0)
        {
            Message(writer, "help", isChinese ? rule.HelpZh : rule.Help);
        }

        writer.WriteStartObject("defaultConfiguration");
        writer.WriteString("level", Level(rule.Severity));
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void Result(Utf8JsonWriter writer, CheckedFile file, Issue issue, int rule, Language language)
    {
        writer.WriteStartObject();
        writer.WriteString("ruleId", issue.Code);
        writer.WriteNumber("ruleIndex", rule);
        writer.WriteString("level", Level(issue.Severity));
        Message(writer, "message", language == Language.Chinese ? issue.MessageZh : issue.Message);
        writer.WriteStartArray("locations");
        Location(writer, file, issue.Path, issue.Line, issue.Column);
        writer.WriteEndArray();
        if (!issue.Related.IsEmpty)
        {
            writer.WriteStartArray("relatedLocations");
            foreach (var related in issue.Related)
            {
                Location(writer, file, related, null, null);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void Location(Utf8JsonWriter writer, CheckedFile file, string path, int? line, int? column)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("physicalLocation");
        writer.WriteStartObject("artifactLocation");
        writer.WriteString("uri", JsonText.Uri(file.Path));
        writer.WriteEndObject();
        if (line is { } startLine && column is { } startColumn)
        {
            writer.WriteStartObject("region");
            writer.WriteNumber("startLine", startLine);
            writer.WriteNumber("startColumn", startColumn);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        writer.WriteStartArray("logicalLocations");
        writer.WriteStartObject();
        writer.WriteString("fullyQualifiedName", Terminal.Safe(path));
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Message(Utf8JsonWriter writer, string name, string text)
    {
        writer.WriteStartObject(name);
        writer.WriteString("text", Terminal.Safe(text));
        writer.WriteEndObject();
    }

    private static string Level(Severity severity) => severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "note" };
}
