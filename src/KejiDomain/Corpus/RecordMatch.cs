using System.Diagnostics;

namespace KejiDomain;

/// <summary>A record of one data set and one of another, or its old and its new name (对应).</summary>
/// <param name="First">The identifier in the first data set, or the old one.</param>
/// <param name="Second">The identifier in the second data set, or the new one.</param>
[DebuggerDisplay("{ToString(),nq}")]
public readonly record struct RecordMatch(Reference First, Reference Second)
{
    /// <summary>Both identifiers.</summary>
    public override string ToString() => $"{First} = {Second}";
}
