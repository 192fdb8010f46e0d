using System.Diagnostics;
using System.Globalization;

namespace KejiDomain.Json;

/// <summary>How much a reader takes in (读取限额) before it refuses the input with an issue.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record ReadLimits
{
    /// <summary>The depth of nesting of the format (嵌套层数上限): nothing deeper is read or written.</summary>
    public const int DefaultDepth = 64;

    /// <summary>The limits that hold where none are given (默认限额).</summary>
    public static ReadLimits Default { get; } = new();

    /// <summary>Levels of nesting (嵌套层数), from 1 to 64; 64 by default, and where more are asked for.</summary>
    public int Depth { get; init; } = DefaultDepth;

    /// <summary>Bytes of a document (文件字节数); 16 MiB by default.</summary>
    /// <remarks>A document of nothing but empty records takes forty times its size in memory, 0.7 GB at the default, and half as much again while a fault is looked for.</remarks>
    public int DocumentBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>Bytes of one text (文本字节数), as escaped in the file; 1 MiB by default.</summary>
    public int TextBytes { get; init; } = 1024 * 1024;

    /// <summary>Items of one list (列表项数); 1,000,000 by default.</summary>
    public int ListItems { get; init; } = 1_000_000;

    /// <summary>Issues that are listed one by one (逐条列出的问题数); the rest is a count; 1,000 by default.</summary>
    public int Issues { get; init; } = 1_000;

    /// <summary>The limits in the order of their members.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"depth {Depth}, {DocumentBytes} bytes, texts of {TextBytes} bytes, lists of {ListItems}, {Issues} issues");
}
