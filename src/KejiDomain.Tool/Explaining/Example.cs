using System.Text;

namespace KejiDomain.Tool.Explaining;

/// <summary>A document that gives an issue, with the lines around the place: one of the fixtures by which the rules are tested.</summary>
internal sealed record Example(Issue Issue, IReadOnlyList<(int Number, string Text)> Lines)
{
    private const string Prefix = "examples/";

    private const int Around = 3;

    private const int MaxLength = 120;

    /// <summary>The example of a code, or null where no fixture gives it.</summary>
    public static Example? Of(string code)
    {
        // The places beside a fixture name the codes that it gives; one with few others shows the code best.
        var best = typeof(Example).Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal) && n.EndsWith(".issues.json", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(n => (Name: n, Issues: Encoding.UTF8.GetString(Load(n))))
            .Where(f => f.Issues.Contains($"\"{code}\"", StringComparison.Ordinal))
            .OrderBy(f => f.Issues.Length)
            .Select(f => f.Name)
            .FirstOrDefault();
        if (best is null)
        {
            return null;
        }

        var document = Load(best.Replace(".issues.json", ".json", StringComparison.Ordinal));
        var issue = Validator.Check(document, options: d => new() { Texts = Texts(d), ReportSkipped = true }).Report.Issues.FirstOrDefault(i => i.Code == code);
        return issue is null ? null : new(issue, LinesOf(document, issue.Line ?? 1));
    }

    private static Dictionary<SourceId, SourceText> Texts(PolicyDataset dataset)
    {
        var names = typeof(Example).Assembly.GetManifestResourceNames().ToHashSet(StringComparer.Ordinal);
        var texts = new Dictionary<SourceId, SourceText>();
        foreach (var source in dataset.Sources.Where(s => names.Contains(Prefix + s.File.Name)))
        {
            texts.TryAdd(source.Id, SourceText.FromBytes(Load(Prefix + source.File.Name)));
        }

        return texts;
    }

    private static (int Number, string Text)[] LinesOf(byte[] document, int line)
    {
        var lines = Encoding.UTF8.GetString(document).TrimEnd('\n').Split('\n');
        var from = Math.Max(1, line - Around);
        return [.. Enumerable.Range(from, Math.Min(lines.Length, line + Around) - from + 1).Select(n => (n, Short(lines[n - 1])))];
    }

    private static string Short(string line) => line.Length <= MaxLength ? line : line[..(char.IsHighSurrogate(line[MaxLength - 1]) ? MaxLength - 1 : MaxLength)] + "…";

    private static byte[] Load(string name)
    {
        using var stream = typeof(Example).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The tool does not carry {name}.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
