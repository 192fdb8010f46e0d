using System.Diagnostics;
using System.Globalization;

namespace KejiDomain.Validation;

/// <summary>One problem (问题): its permanent code, its place, and what to do about it, in English and Chinese.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record Issue
{
    /// <summary>The permanent code (代码), for example <c>KD5001</c>.</summary>
    public required string Code { get; init; }

    /// <summary>What it means for the file (严重程度).</summary>
    public required Severity Severity { get; init; }

    /// <summary>The data set that it is about (数据集), where several were checked together.</summary>
    public DatasetId? Dataset { get; init; }

    /// <summary>The place in the document (路径), for example <c>$.series[0].observations[1].measure</c>; in a csv set file and column, <c>claims.csv#against</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The same place by the keys of records instead of their positions (定位键): it stays when records before it come and go.</summary>
    public string Key
    {
        get => field ?? Path;
        init;
    }

    /// <summary>The line (行), from 1, or null where the document was not at hand.</summary>
    public int? Line { get; init; }

    /// <summary>The column (列) in UTF-16 units, from 1, as editors count.</summary>
    public int? Column { get; init; }

    /// <summary>What is wrong (说明), in English, complete without the path.</summary>
    public required string Message { get; init; }

    /// <summary>What is wrong (说明), in Chinese.</summary>
    public required string MessageZh { get; init; }

    /// <summary>What the message names (参数), in English, in the order of its places.</summary>
    public ValueList<string> Arguments { get; init; }

    /// <summary>Other places that the problem involves (相关路径); one in another data set has its id and a colon before it.</summary>
    public ValueList<string> Related { get; init; }

    /// <summary>The span of a source that is in question (原文位置), or null.</summary>
    public Citation? Span { get; init; }

    /// <summary>Code, place and message on one line.</summary>
    public override string ToString()
    {
        var place = Line is { } line ? string.Create(CultureInfo.InvariantCulture, $"({line},{Column}) ") : string.Empty;
        return $"{Severity.ToString().ToLowerInvariant()} {Code} {(Dataset is null ? string.Empty : $"{Dataset} ")}{place}{Path}: {Message}";
    }

    internal static Issue Of(string code, string path, params ReadOnlySpan<IssueArgument> arguments)
    {
        var definition = IssueDefinition.Get(code);
        var en = new object?[arguments.Length];
        var zh = new object?[arguments.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            en[i] = arguments[i].En;
            zh[i] = arguments[i].Zh;
        }

        return new()
        {
            Code = code,
            Severity = definition.Severity,
            Path = path,
            Message = string.Format(CultureInfo.InvariantCulture, definition.Message, en),
            MessageZh = string.Format(CultureInfo.InvariantCulture, definition.MessageZh, zh),
            Arguments = en.Cast<string>().ToValueList(),
        };
    }
}

/// <summary>What a message names, in both languages.</summary>
/// <remarks>A reference, for which every rule that can report has to clear less room before it starts.</remarks>
internal sealed record IssueArgument(string En, string Zh)
{
    public static implicit operator IssueArgument(string text)
    {
        var safe = TextSafety.Excerpt(text);
        return new(safe, safe);
    }

    public static implicit operator IssueArgument(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static implicit operator IssueArgument(decimal number) => number.ToString("#,##0.####", CultureInfo.InvariantCulture);

    public static implicit operator IssueArgument((string En, string Zh) both) => new(both.En, both.Zh);
}
