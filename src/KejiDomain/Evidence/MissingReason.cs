using System.Text.Json.Serialization;

namespace KejiDomain;

/// <summary>Why a value is not there (缺失原因).</summary>
/// <remarks>What the source does not say at all is simply absent. Nothing that is missing is ever 0.</remarks>
[JsonConverter(typeof(MissingReasonJsonConverter))]
public enum MissingReason
{
    /// <summary>A mask character stands in its place (隐去).</summary>
    Redacted = 0,

    /// <summary>It is gone without a mark (丢失), as in 达到以上.</summary>
    Lost = 1,

    /// <summary>A label stands without a value (空白).</summary>
    Blank = 2,

    /// <summary>The text says that it is not known (不明).</summary>
    Unknown = 3,
}
