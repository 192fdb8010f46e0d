using System.Diagnostics;

namespace KejiDomain;

/// <summary>What a code list (代码表) says of one code.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record CodeDefinition
{
    /// <summary>The code's literal (代码), for example <c>action-plan</c>.</summary>
    public required string Code { get; init; }

    /// <summary>The Chinese label (中文名称), for example 行动计划.</summary>
    public required string Zh { get; init; }

    /// <summary>The English label (英文名称).</summary>
    public required string En { get; init; }

    /// <summary>Other Chinese labels (别称) of the same thing.</summary>
    public required ValueList<string> Alternatives { get; init; }

    /// <summary>The first day on which the code means something (起始), or null where that is not known.</summary>
    public required PartialDate? Since { get; init; }

    /// <summary>The last day on which it does (终止), or null where it still does or that is not known.</summary>
    public required PartialDate? Until { get; init; }

    /// <summary>Who grants or issues what the code names (发布机关), in Chinese.</summary>
    public required ValueList<string> Issuers { get; init; }

    /// <summary>The wider code of the same list (上位代码), or null.</summary>
    public required string? Broader { get; init; }

    /// <summary>Where the definition comes from (来源): a standard, a regulation, a data set of <c>seeds/</c>, or <c>field usage</c>.</summary>
    public required string Source { get; init; }

    /// <summary>How sure it is (可靠程度): <c>verified</c> (read in the source), <c>seed</c> (met in a data set), <c>weak</c> (secondary), <c>inferred</c> or <c>unverified</c>.</summary>
    public required string Certainty { get; init; }

    /// <summary>The list that the codes of what the code names are of: the codes of a dimension.</summary>
    internal CodeList? Values => field ??= GetExtra("values") is { } name ? CodeList.Get(name) : null;

    internal IReadOnlyDictionary<string, string> Extra { get; init; } = new Dictionary<string, string>();

    /// <summary>The value of a column that only this list has (附加列), for example <c>line</c> of a post; null where it is empty.</summary>
    /// <param name="column">The column's heading.</param>
    public string? GetExtra(string column) => Extra.TryGetValue(column, out var value) && value.Length > 0 ? value : null;

    /// <summary>The code with its Chinese label.</summary>
    public override string ToString() => $"{Code} {Zh}";
}
