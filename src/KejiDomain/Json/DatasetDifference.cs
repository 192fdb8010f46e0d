using System.Diagnostics;

namespace KejiDomain.Json;

/// <summary>One difference (差异) between two data sets.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record DatasetDifference
{
    /// <summary>Whether something is there only after, only before, or differs (类别).</summary>
    public required DifferenceKind Kind { get; init; }

    /// <summary>Where it is (路径), things by their keys: <c>$.series[tech-contract-value 410600].observations[2022 actual].measure.amount</c>.</summary>
    /// <remarks>What has no key of its own is named by its place in the list and its first words; the place is that of the list where it was found.</remarks>
    public required string Path { get; init; }

    /// <summary>The value before (原值) as JSON on one line, or null where it was added.</summary>
    public string? Before { get; init; }

    /// <summary>The value after (新值) as JSON on one line, or null where it was removed.</summary>
    public string? After { get; init; }

    /// <summary>Sign, path and values on one line.</summary>
    public override string ToString() => Kind switch
    {
        DifferenceKind.Added => $"+ {Path}: {After}",
        DifferenceKind.Removed => $"- {Path}: {Before}",
        _ => $"~ {Path}: {Before} -> {After}",
    };
}
