using System.Diagnostics;
using System.Globalization;

namespace KejiDomain.Validation;

/// <summary>Every issue that reading and validation found (报告), in the order of the document. Valid means: no error.</summary>
/// <remarks>Immutable, and safe to use from several threads.</remarks>
[DebuggerDisplay("{Summary,nq}")]
public sealed class ValidationReport
{
    internal ValidationReport(IEnumerable<Issue> issues)
    {
        Issues = issues.ToValueList();
        foreach (var issue in Issues)
        {
            ErrorCount += issue.Severity == Severity.Error ? 1 : 0;
            WarningCount += issue.Severity == Severity.Warning ? 1 : 0;
        }
    }

    /// <summary>The report without an issue (空报告).</summary>
    public static ValidationReport Empty { get; } = new([]);

    /// <summary>The report that has some issues (汇总), in their order.</summary>
    /// <param name="issues">The issues, however found.</param>
    public static ValidationReport Of(params IEnumerable<Issue> issues)
    {
        ArgumentNullException.ThrowIfNull(issues);
        return new(issues);
    }

    /// <summary>The issues (问题).</summary>
    public ValueList<Issue> Issues { get; }

    /// <summary>How many are errors (错误数).</summary>
    public int ErrorCount { get; }

    /// <summary>How many are warnings (警告数).</summary>
    public int WarningCount { get; }

    /// <summary>Whether no issue is an error (有效); warnings never change it.</summary>
    public bool IsValid => ErrorCount == 0;

    /// <summary>The counts on one line (小结).</summary>
    public string Summary => string.Create(
        CultureInfo.InvariantCulture, $"{(IsValid ? "valid" : "invalid")}: {ErrorCount} errors, {WarningCount} warnings, {Issues.Count - ErrorCount - WarningCount} notes");

    /// <summary>The same report with line and column of each issue, found by its path in the document.</summary>
    /// <param name="utf8">The document that was read.</param>
    public ValidationReport Locate(ReadOnlySpan<byte> utf8) => new(JsonLocator.Locate(Issues, utf8));

    /// <summary>The report without the issues that are known and accepted (新问题).</summary>
    /// <param name="baseline">What is accepted.</param>
    public ValidationReport Except(IssueBaseline baseline)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        return new(baseline.New(this));
    }

    /// <summary>The errors by their paths (按路径归集的错误), in the form that ASP.NET Core takes for problem details.</summary>
    /// <param name="text">What to say of an error, or null for its code and message: for example <c>i => i.MessageZh</c>.</param>
    /// <returns>One entry for each path, in the order of the document; nothing for a valid report.</returns>
    public IReadOnlyDictionary<string, string[]> ErrorsByPath(Func<Issue, string>? text = null)
    {
        text ??= static i => $"{i.Code}: {i.Message}";
        return Issues.Where(i => i.Severity == Severity.Error).GroupBy(i => i.Path, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Select(text).ToArray(), StringComparer.Ordinal);
    }

    /// <summary>Throws where an issue is an error.</summary>
    /// <exception cref="InvalidDataException">An issue is an error; the message has every issue.</exception>
    public void ThrowIfInvalid()
    {
        if (!IsValid)
        {
            throw new InvalidDataException(ToString());
        }
    }

    /// <summary>The counts and then one line for each issue.</summary>
    public override string ToString() => string.Join('\n', [Summary, .. Issues.Select(i => i.ToString())]);

    internal static ValidationReport Join(ValidationReport first, ValidationReport second) =>
        second.Issues.IsEmpty ? first : first.Issues.IsEmpty ? second : new([.. first.Issues, .. second.Issues]);
}
