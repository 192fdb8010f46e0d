namespace KejiDomain.Json;

/// <summary>How a reader takes what this version does not know (读取模式). There are these two and no more.</summary>
public enum ReadMode
{
    /// <summary>Everything that is not of this format is an error (严格).</summary>
    Strict = 0,

    /// <summary>What a newer producer could write is tolerated and reported (宽松): unknown members are dropped, an explicit null or an empty list reads as absent.</summary>
    Lenient = 1,
}
