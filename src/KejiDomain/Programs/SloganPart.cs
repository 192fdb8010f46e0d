using System.Diagnostics;
using System.Text.Json.Serialization;

namespace KejiDomain;

/// <summary>One part of a slogan (口号部分): how many of what.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record SloganPart
{
    private readonly Optional<PartRole> _role;

    /// <summary>How many (数目).</summary>
    [JsonPropertyName("count")]
    [JsonConverter(typeof(OptionalJsonConverter<int, CountJsonConverter>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Count { get; init; }

    /// <summary>Of what (名词), as 核 and 城 of 一核三城.</summary>
    [JsonPropertyName("noun")]
    [JsonConverter(typeof(TextJsonConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Noun { get; init; }

    /// <summary>What the part is for (作用).</summary>
    [JsonPropertyName("role")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PartRole? Role
    {
        get => _role;
        init => _role = value;
    }

    /// <summary>Why the count is not there (缺失原因).</summary>
    [JsonPropertyName("missing")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public MissingReason? Missing { get; init; }

    /// <summary>A part with a count (计数部分).</summary>
    /// <param name="count">How many.</param>
    /// <param name="noun">Of what, or null.</param>
    /// <param name="role">What the part is for, or null.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public static SloganPart Of(int count, string? noun = null, PartRole? role = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return new() { Count = count, Noun = noun, Role = role };
    }

    /// <summary>Count and noun.</summary>
    public override string ToString() => $"{(Count is { } count ? count.ToString(System.Globalization.CultureInfo.InvariantCulture) : Missing is null ? string.Empty : "*")}{Noun}";
}
