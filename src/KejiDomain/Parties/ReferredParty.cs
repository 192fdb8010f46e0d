using System.Diagnostics;

namespace KejiDomain;

/// <summary>A party that the data set or the gazetteer has (所引主体).</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record ReferredParty : Party
{
    /// <summary>The record or the division (引用).</summary>
    public required Reference To { get; init; }

    /// <summary>The reference.</summary>
    public override string ToString() => To.ToString();
}
