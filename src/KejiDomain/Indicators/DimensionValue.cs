using System.Diagnostics;

namespace KejiDomain;

/// <summary>One dimension of a series with its code, or with several codes that share one figure (维度取值).</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record DimensionValue
{
    /// <summary>The dimension (维度), for example <c>class</c>.</summary>
    public required Dimension Dimension { get; init; }

    /// <summary>The code, or the several codes over which the figure is one (代码), in the order of the text.</summary>
    public required ValueList<DimensionCode> Codes { get; init; }

    /// <summary>The dimension and its codes, for example <c>class=gazelle-enterprise</c>.</summary>
    public override string ToString() => $"{Dimension}={string.Join('+', Codes)}";
}
