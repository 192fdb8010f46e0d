using System.Diagnostics;
using System.Globalization;

namespace KejiDomain.Validation;

/// <summary>What a validation has at hand and how much it tells (校验选项).</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record ValidationOptions
{
    /// <summary>The options that hold where none are given (默认选项): no texts, no notes on skipped rules.</summary>
    public static ValidationOptions Default { get; } = new();

    /// <summary>The texts of the sources that are at hand (原始文本); with them digests are verified and every span is resolved.</summary>
    public IReadOnlyDictionary<SourceId, SourceText> Texts { get; init; } = new Dictionary<SourceId, SourceText>();

    /// <summary>Whether to note sources whose text is not at hand and rules skipped for a missing figure (报告跳过项).</summary>
    public bool ReportSkipped { get; init; }

    /// <summary>Rules of the user's own (自定义规则), run after those of the library.</summary>
    public ValueList<ValidationRule> Rules { get; init; }

    /// <summary>Another severity for a code, or null to switch it off (严重程度调整). What reading itself finds keeps its own.</summary>
    public IReadOnlyDictionary<string, Severity?> Severities { get; init; } = new Dictionary<string, Severity?>();

    /// <summary>How many texts, rules and severities are given.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Texts.Count} texts, {Rules.Count} rules, {Severities.Count} severities{(ReportSkipped ? ", skipped rules reported" : string.Empty)}");

    internal bool Ranks(string code) => Severities.Count > 0 && Severities.ContainsKey(code);

    /// <summary>The issue as the options rank it, or null where its code is switched off.</summary>
    internal Issue? Rank(Issue issue) =>
        !Ranks(issue.Code) ? issue : Severities[issue.Code] is { } severity ? issue with { Severity = severity } : null;

    /// <exception cref="ArgumentException">A severity is set for a code that neither the library nor a rule of the options has.</exception>
    internal void ThrowIfUnknown()
    {
        foreach (var code in Severities.Keys)
        {
            if (!IssueDefinition.Has(code) && !Rules.Any(r => r.Code == code))
            {
                throw new ArgumentException($"A severity is set for '{TextSafety.Excerpt(code)}', which no rule has.", nameof(Severities));
            }
        }
    }
}
