using System.Text.Json.Serialization;

namespace KejiDomain;

/// <summary>The script of a text (字形), as ISO 15924 calls it.</summary>
[JsonConverter(typeof(ScriptJsonConverter))]
public enum Script
{
    /// <summary>Simplified characters (简体).</summary>
    Hans = 0,

    /// <summary>Traditional characters (繁体).</summary>
    Hant = 1,
}
