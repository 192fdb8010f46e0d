using System.Diagnostics;

namespace KejiDomain.Validation;

/// <summary>The issues of a file that are known and accepted (基线): what is left of a report without them is new.</summary>
/// <remarks>An issue is known again by its code and <see cref="Issue.Key"/>, not by its line, so that a file may grow around it. An issue that occurs twice must be accepted twice.
/// That there are further issues (KD1017) is never accepted: nobody has seen which.</remarks>
[DebuggerDisplay("{Count} accepted")]
public sealed class IssueBaseline
{
    private readonly Dictionary<string, int> _lines;

    private IssueBaseline(IEnumerable<string> lines) =>
        _lines = lines.CountBy(l => l, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);

    /// <summary>How many issues are accepted (条数).</summary>
    public int Count => _lines.Values.Sum();

    /// <summary>Accepts every issue that a report lists.</summary>
    /// <param name="report">The report.</param>
    public static IssueBaseline Create(ValidationReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new(report.Issues.Where(i => i.Code != IssueCodes.FurtherIssues).Select(Line));
    }

    /// <summary>Reads what <see cref="ToString"/> wrote; empty lines and those that begin with <c>#</c> say nothing.</summary>
    /// <param name="text">One issue a line: code, tab, key.</param>
    /// <exception cref="FormatException">A line has no tab.</exception>
    public static IssueBaseline Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = text.Split('\n').Select(l => l.TrimEnd('\r')).Where(l => l.Length > 0 && l[0] != '#').ToArray();
        return Array.Find(lines, l => !l.Contains('\t', StringComparison.Ordinal)) is { } wrong
            ? throw new FormatException($"'{TextSafety.Excerpt(wrong)}' is not a code, a tab and a key.")
            : new(lines);
    }

    /// <summary>The accepted issues that a report no longer has (已消除): code, tab, key.</summary>
    /// <param name="report">The report.</param>
    public ValueList<string> Resolved(ValidationReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var left = new Dictionary<string, int>(_lines, StringComparer.Ordinal);
        _ = New(report, left).Count();
        return left.Where(l => l.Value > 0).SelectMany(l => Enumerable.Repeat(l.Key, l.Value)).Order(StringComparer.Ordinal).ToValueList();
    }

    /// <summary>One line for each accepted issue, in a fixed order.</summary>
    public override string ToString() =>
        string.Concat(_lines.SelectMany(l => Enumerable.Repeat(l.Key + "\n", l.Value)).Order(StringComparer.Ordinal));

    internal IEnumerable<Issue> New(ValidationReport report) => New(report, new(_lines, StringComparer.Ordinal));

    private static IEnumerable<Issue> New(ValidationReport report, Dictionary<string, int> left)
    {
        foreach (var issue in (IEnumerable<Issue>)report.Issues)
        {
            var line = Line(issue);
            if (issue.Code != IssueCodes.FurtherIssues && left.GetValueOrDefault(line) > 0)
            {
                left[line]--;
            }
            else
            {
                yield return issue;
            }
        }
    }

    private static string Line(Issue issue) => $"{issue.Code}\t{(issue.Dataset is { } dataset ? $"{dataset}:" : string.Empty)}{issue.Key}";
}
