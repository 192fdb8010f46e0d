using System.Globalization;

namespace KejiDomain.Tool.Rendering;

/// <summary>Workflow commands, by which a job's output gives orders to GitHub's runner: the one function that writes them, and the one that takes foreign text their force.</summary>
internal static class WorkflowCommand
{
    private const string Mark = "::";

    private const string OldMark = "##[";

    /// <summary>An annotation of a file.</summary>
    public static string Annotation(string level, string file, int? line, int? column, string title, string message)
    {
        var place = line is null ? string.Empty : string.Create(CultureInfo.InvariantCulture, $",line={line},col={column}");
        return $"{Mark}{level} file={Property(file.Replace('\\', '/'))}{place},title={Property(title)}{Mark}{Data(message)}\n";
    }

    /// <summary>A line of output that the runner only prints: a command begins a line behind blanks; one of the old form stands anywhere.</summary>
    public static string Inert(string line)
    {
        var start = line.AsSpan().IndexOfAnyExcept(' ', '\t');
        var isCommand = start >= 0 && line.AsSpan(start).StartsWith(Mark, StringComparison.Ordinal);
        var text = isCommand ? string.Concat(line.AsSpan(0, start), "\\u003A", line.AsSpan(start + 1)) : line;
        return text.Replace(OldMark, "##\\u005B", StringComparison.Ordinal);
    }

    private static string Data(string text) => Inert(Terminal.Safe(text)).Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
