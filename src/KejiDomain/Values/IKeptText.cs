namespace KejiDomain;

/// <summary>A value that is nothing but its text: once a text is known to be one, the value is had from it without another look.</summary>
/// <typeparam name="TSelf">The value itself.</typeparam>
internal interface IKeptText<TSelf>
    where TSelf : struct, IKeptText<TSelf>
{
    /// <summary>What a text has to be for the value, alone.</summary>
    static abstract TextKinds Kind { get; }

    /// <summary>The value of a text that is known to be of the kind.</summary>
    static abstract TSelf Keep(string text);
}

/// <summary>What a text is known to be. Types whose texts pass the same check share a kind.</summary>
[Flags]
internal enum TextKinds
{
    None = 0,
    Word = 1,
    Unit = 2,
    Reference = 4,
    Date = 8,
    Period = 16,
    MemberPath = 32,
    Digest = 64,
    FileName = 128,
    Version = 256,
    SchemaName = 512,
}
