namespace KejiDomain.Json;

/// <summary>The kind of a difference between two data sets (差异类别).</summary>
public enum DifferenceKind
{
    /// <summary>Only the second has it (新增).</summary>
    Added = 0,

    /// <summary>Only the first has it (缺少).</summary>
    Removed = 1,

    /// <summary>Both have it, with different values (变更).</summary>
    Changed = 2,
}
