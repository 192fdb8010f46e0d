using System.Diagnostics;

namespace KejiDomain.Tables;

/// <summary>How csv is written (csv 选项).</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record CsvOptions
{
    /// <summary>No byte order mark (默认).</summary>
    public static CsvOptions Default { get; } = new();

    /// <summary>Whether the file begins with the byte order mark (字节序标记) without which Excel takes Chinese for another encoding.</summary>
    public bool ByteOrderMark { get; init; }

    /// <summary>Whether there is a byte order mark.</summary>
    public override string ToString() => ByteOrderMark ? "with byte order mark" : "without byte order mark";
}
