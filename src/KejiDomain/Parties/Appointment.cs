using System.Diagnostics;
using System.Text.Json.Serialization;

namespace KejiDomain;

/// <summary>The title of a person as attested on a date (任职): an ordered list of posts, since 市委副书记、市长 is two.</summary>
/// <remarks>Rank is derived from post, unit and date; a file never holds it.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record Appointment : IStatement
{
    private readonly Optional<ReportingPeriod> _on;

    /// <summary>The person (人物).</summary>
    [JsonPropertyName("person")]
    public required PersonId Person { get; init; }

    /// <summary>The title as printed (职务原文), for example 市委常委、秘书长.</summary>
    [JsonPropertyName("title")]
    [JsonConverter(typeof(TextJsonConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Title { get; init; }

    /// <summary>The posts in the order printed (职务).</summary>
    [JsonPropertyName("posts")]
    [JsonConverter(typeof(ValueListJsonConverter<HeldPost>))]
    public required ValueList<HeldPost> Posts { get; init; }

    /// <summary>The day or time for which it is attested (时间).</summary>
    [JsonPropertyName("on")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ReportingPeriod? On
    {
        get => _on;
        init => _on = value;
    }

    /// <summary>The words that say it (依据), each item an independent attestation.</summary>
    [JsonPropertyName("evidence")]
    [JsonConverter(typeof(EvidenceListJsonConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<Evidence> Evidence { get; init; }

    /// <summary>Person and title.</summary>
    public override string ToString() => $"{Person}: {Title ?? Posts.ToString()}";
}
