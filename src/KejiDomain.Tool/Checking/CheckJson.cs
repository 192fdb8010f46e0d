using System.Text.Json;
using KejiDomain.Tool.Rendering;

namespace KejiDomain.Tool.Checking;

/// <summary>What a check found, for programs.</summary>
internal static class CheckJson
{
    public static string Write(IReadOnlyList<CheckedFile> files, bool hasSources, bool isRead) => JsonText.Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteBoolean("valid", isRead && files.All(f => f.IsValid));
        writer.WriteBoolean("spansChecked", hasSources);
        writer.WriteStartArray("codes");
        foreach (var (definition, severity, count) in CodeCount.Of(files))
        {
            writer.WriteStartObject();
            writer.WriteString("code", definition.Code);
            writer.WriteString("severity", severity.ToString().ToLowerInvariant());
            writer.WriteNumber("count", count);
            writer.WriteString("title", definition.Title);
            writer.WriteString("titleZh", definition.TitleZh);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("files");
        foreach (var file in files)
        {
            Write(writer, file);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter writer, CheckedFile file)
    {
        writer.WriteStartObject();
        writer.WriteString("path", Terminal.Safe(file.Path));
        if (file.Dataset is { } dataset && !dataset.Id.IsEmpty)
        {
            writer.WriteString("id", dataset.Id.ToString());
        }

        writer.WriteBoolean("valid", file.IsValid);
        writer.WriteStartObject("counts");
        foreach (var (name, _, _, count) in file.Counts())
        {
            writer.WriteNumber(name, count);
        }

        writer.WriteEndObject();
        writer.WriteStartArray("issues");
        foreach (var issue in file.Report.Issues)
        {
            writer.WriteStartObject();
            writer.WriteString("code", issue.Code);
            writer.WriteString("severity", issue.Severity.ToString().ToLowerInvariant());
            writer.WriteString("path", issue.Path);
            if (issue is { Line: { } line, Column: { } column })
            {
                writer.WriteNumber("line", line);
                writer.WriteNumber("column", column);
            }

            writer.WriteString("message", issue.Message);
            writer.WriteString("messageZh", issue.MessageZh);
            if (!issue.Related.IsEmpty)
            {
                writer.WriteStartArray("related");
                foreach (var related in issue.Related)
                {
                    writer.WriteStringValue(related);
                }

                writer.WriteEndArray();
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
