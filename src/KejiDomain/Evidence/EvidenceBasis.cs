using System.Text.Json.Serialization;

namespace KejiDomain;

/// <summary>How a reading came about (读法依据).</summary>
[JsonConverter(typeof(EvidenceBasisJsonConverter))]
public enum EvidenceBasis
{
    /// <summary>The text says it (明示).</summary>
    Stated = 0,

    /// <summary>The text said it before it was damaged (复原).</summary>
    Restored = 1,

    /// <summary>The text gives reasons for it (推断).</summary>
    Inferred = 2,

    /// <summary>It comes from outside the text (外部来源).</summary>
    External = 3,
}
