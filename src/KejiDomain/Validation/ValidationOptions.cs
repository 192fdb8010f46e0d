namespace KejiDomain.Validation;

/// <summary>What a validation has at hand and how much it tells (校验选项).</summary>
public sealed record ValidationOptions
{
    /// <summary>The options that hold where none are given (默认选项): no texts, no notes on skipped rules.</summary>
    public static ValidationOptions Default { get; } = new();

    /// <summary>The texts of the sources that are at hand (原始文本); with them digests are verified and every span is resolved.</summary>
    public IReadOnlyDictionary<SourceId, SourceText> Texts { get; init; } = new Dictionary<SourceId, SourceText>();

    /// <summary>Whether to note sources whose text is not at hand and rules skipped for a missing figure (报告跳过项).</summary>
    public bool ReportSkipped { get; init; }
}
