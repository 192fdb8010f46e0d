using System.Diagnostics;

namespace KejiDomain.Tables;

/// <summary>A column (列) of an exported table.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record TableColumn
{
    /// <summary>The heading (列名), lower-case ASCII words joined by underscores: <c>period_start</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What the column says, in Chinese (中文说明).</summary>
    public required string Zh { get; init; }

    /// <summary>What the column says, in English (英文说明).</summary>
    public required string En { get; init; }

    /// <summary>Text or number (列类型).</summary>
    public required ColumnKind Kind { get; init; }

    /// <summary>The heading.</summary>
    public override string ToString() => Name;
}
