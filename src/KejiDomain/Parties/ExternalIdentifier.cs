using System.Diagnostics;
using System.Text.Json.Serialization;

namespace KejiDomain;

/// <summary>An identifier that others gave (外部标识), for example a unified social credit code.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record ExternalIdentifier
{
    /// <summary>The scheme (标识体系), for example <c>uscc</c> (GB 32100).</summary>
    [JsonPropertyName("scheme")]
    public required IdentifierScheme Scheme { get; init; }

    /// <summary>The identifier as the scheme writes it (标识值).</summary>
    [JsonPropertyName("value")]
    [JsonConverter(typeof(TextJsonConverter))]
    public required string Value { get; init; }

    /// <summary>Scheme and value.</summary>
    public override string ToString() => $"{Scheme}:{Value}";
}
