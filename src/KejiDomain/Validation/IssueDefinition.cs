using System.Diagnostics;

namespace KejiDomain.Validation;

/// <summary>What the table of issues says of one code (问题定义): severity, messages, and what to do.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record IssueDefinition
{
    /// <summary>The permanent code (代码).</summary>
    public required string Code { get; init; }

    /// <summary>What it means for the file (严重程度).</summary>
    public required Severity Severity { get; init; }

    /// <summary>The title in English (标题).</summary>
    public required string Title { get; init; }

    /// <summary>The title in Chinese (标题).</summary>
    public required string TitleZh { get; init; }

    /// <summary>The message in English (说明), with numbered places for what it names.</summary>
    public required string Message { get; init; }

    /// <summary>The message in Chinese (说明).</summary>
    public required string MessageZh { get; init; }

    /// <summary>What to do, in English (处理办法).</summary>
    public required string Help { get; init; }

    /// <summary>What to do, in Chinese (处理办法).</summary>
    public required string HelpZh { get; init; }

    /// <summary>All definitions in the order of their codes (全部定义).</summary>
    public static ValueList<IssueDefinition> All => Table.All;

    /// <summary>The definition of a code.</summary>
    /// <param name="code">One of <see cref="IssueCodes"/>.</param>
    /// <exception cref="ArgumentException">There is no such code.</exception>
    public static IssueDefinition Get(string code) =>
        Table.ByCode.GetValueOrDefault(code) ?? throw new ArgumentException($"There is no issue code '{TextSafety.Excerpt(code)}'.", nameof(code));

    /// <summary>An issue of this code (问题): the messages with what they name in their places, cut and made safe to print.</summary>
    /// <param name="path">The place.</param>
    /// <param name="arguments">What the message names.</param>
    /// <exception cref="FormatException">The message has more places than there are arguments.</exception>
    public Issue At(string path, params ReadOnlySpan<string> arguments)
    {
        ArgumentNullException.ThrowIfNull(path);
        var named = new IssueArgument[arguments.Length];
        for (var i = 0; i < named.Length; i++)
        {
            named[i] = arguments[i];
        }

        return Issue.Of(Code, path, named);
    }

    /// <summary>Code, severity and title.</summary>
    public override string ToString() => $"{Code} {Severity.ToString().ToLowerInvariant()}: {Title}";

    internal static bool Has(string code) => Table.ByCode.ContainsKey(code);

    internal static IssueDefinition? Find(string code) => Table.ByCode.GetValueOrDefault(code);

    private static class Table
    {
        public static ValueList<IssueDefinition> All { get; } = EmbeddedTable.Rows("issues.tsv").Skip(1).Select(cells => new IssueDefinition
        {
            Code = cells[0],
            Severity = cells[2] switch
            {
                "error" => Severity.Error,
                "warning" => Severity.Warning,
                "info" => Severity.Info,
                var other => throw new InvalidOperationException($"The table of issues has a severity '{other}'."),
            },
            Title = cells[3],
            TitleZh = cells[4],
            Message = cells[5],
            MessageZh = cells[6],
            Help = cells[7],
            HelpZh = cells[8],
        }).ToValueList();

        public static Dictionary<string, IssueDefinition> ByCode { get; } = All.ToDictionary(d => d.Code, StringComparer.Ordinal);
    }
}
