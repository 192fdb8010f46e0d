using System.Text;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace KejiDomain.Tests.Snapshots.Engine;

/// <summary>The difference of two texts for a failure message: changed lines, a little around them, numbered by the verified text.</summary>
internal static class SnapshotDiff
{
    private const int Context = 3;
    private const int MaxLines = 200;

    public static string Describe(string verified, string received)
    {
        var lines = InlineDiffBuilder.Diff(verified.TrimStart('\uFEFF'), received, ignoreWhiteSpace: false).Lines;
        var changed = lines.Select((line, index) => (line, index)).Where(l => l.line.Type != ChangeType.Unchanged).Select(l => l.index).ToArray();
        if (changed.Length == 0)
        {
            return "Only the byte order mark or the line ends differ.\n";
        }

        var shown = new bool[lines.Count];
        foreach (var index in changed)
        {
            shown.AsSpan()[Math.Max(0, index - Context)..Math.Min(lines.Count, index + Context + 1)].Fill(true);
        }

        var text = new StringBuilder("- verified, + received\n");
        var (number, printed) = (1, 0);
        for (var i = 0; i < lines.Count; i++)
        {
            if (shown[i])
            {
                if (printed++ == MaxLines)
                {
                    text.Append($"({shown.Skip(i).Count(s => s)} more lines)\n");
                    break;
                }

                if (i == 0 || !shown[i - 1])
                {
                    text.Append($"@@ line {number} @@\n");
                }

                text.Append(lines[i].Type switch { ChangeType.Inserted => "+ ", ChangeType.Deleted => "- ", _ => "  " }).Append(lines[i].Text).Append('\n');
            }

            number += lines[i].Type == ChangeType.Inserted ? 0 : 1;
        }

        return text.ToString();
    }
}
