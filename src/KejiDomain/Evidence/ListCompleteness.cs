namespace KejiDomain;

/// <summary>Whether a list as printed is complete (完整性); computed from its count, its mark and its items.</summary>
public enum ListCompleteness
{
    /// <summary>No items are listed (未列).</summary>
    None = 0,

    /// <summary>As many are listed as are declared (完整), whatever the mark; or, where the count is vague (10余名) and nothing leaves the list open, as many as it allows.</summary>
    Complete = 1,

    /// <summary>More are declared than listed (部分).</summary>
    Partial = 2,

    /// <summary>A mark leaves the list open, and no count closes it (开放).</summary>
    Open = 3,

    /// <summary>Items without a count or a mark (未说明).</summary>
    Unstated = 4,

    /// <summary>More are listed than declared (所列多于所称).</summary>
    Excess = 5,
}

internal static class ListCompletenesses
{
    public static ListCompleteness Of(Aside<Measure>? declared, string? open, int count) =>
        count == 0 ? ListCompleteness.None
        : declared is not null ? Of(declared.Value, open, count)
        : open is not null ? ListCompleteness.Open
        : ListCompleteness.Unstated;

    private static ListCompleteness Of(in Measure declared, string? open, int count) => (count, declared.Value, open) switch
    {
        (_, { } value, _) when value == count => ListCompleteness.Complete,
        (_, { } value, _) when value > count => ListCompleteness.Partial,
        (_, not null, _) when declared.Interval?.Contains(count) != true => ListCompleteness.Excess,
        (_, not null, null) => ListCompleteness.Complete,
        (_, _, not null) => ListCompleteness.Open,
        _ => ListCompleteness.Unstated,
    };
}
