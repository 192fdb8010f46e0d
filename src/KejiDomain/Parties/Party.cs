using System.Diagnostics;
using System.Text.Json.Serialization;

namespace KejiDomain;

/// <summary>
/// Whoever acts or receives (主体): a record of the data set (person, organization, place, document, work) or a division by its code, a post without a person, or a group in words.
/// </summary>
/// <remarks>On the wire a reference is its bare text; the other two are objects with a member <c>post</c> or <c>group</c>.</remarks>
[JsonConverter(typeof(PartyJsonConverter))]
public abstract record Party
{
    private protected Party()
    {
    }

    /// <summary>A record or a division as a party.</summary>
    /// <param name="to">The reference.</param>
    public static implicit operator Party(Reference to) => FromReference(to);

    /// <summary>A person as a party.</summary>
    /// <param name="id">The person's identifier.</param>
    public static implicit operator Party(PersonId id) => FromReference(id);

    /// <summary>An organization as a party.</summary>
    /// <param name="id">The organization's identifier.</param>
    public static implicit operator Party(OrganizationId id) => FromReference(id);

    /// <summary>A place as a party.</summary>
    /// <param name="place">The place.</param>
    public static implicit operator Party(PlaceReference place) => FromReference(place);

    /// <summary>A record or a division as a party.</summary>
    /// <param name="to">The reference.</param>
    public static Party FromReference(Reference to) => new ReferredParty { To = to };

    /// <summary>A group in words as a party.</summary>
    /// <param name="words">Who they are, in a few words.</param>
    public static Party FromGroup(string words) => new GroupParty { Group = words };
}

/// <summary>A party that the data set or the gazetteer has (所引主体).</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record ReferredParty : Party
{
    /// <summary>The record or the division (引用).</summary>
    public required Reference To { get; init; }

    /// <summary>The reference.</summary>
    public override string ToString() => To.ToString();
}

/// <summary>A post without a person (职务主体): *省长.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record PostParty : Party
{
    /// <summary>The post (职务).</summary>
    [JsonPropertyName("post")]
    public required OfficialPost Post { get; init; }

    /// <summary>The body or place in which it is held (任职单位).</summary>
    [JsonPropertyName("body")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Party? Body { get; init; }

    /// <summary>The title as printed (职务原文).</summary>
    [JsonPropertyName("title")]
    [JsonConverter(typeof(TextJsonConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Title { get; init; }

    /// <summary>The title or the post.</summary>
    public override string ToString() => Title ?? Post.Definition?.Zh ?? Post.ToString();
}

/// <summary>A group in words (群体), with a head count where one is printed: 市直有关部门分管领导.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record GroupParty : Party
{
    /// <summary>Who they are (群体), in a few words.</summary>
    [JsonPropertyName("group")]
    [JsonConverter(typeof(TextJsonConverter))]
    public required string Group { get; init; }

    /// <summary>How many they are (人数).</summary>
    [JsonPropertyName("count")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Measure? Count { get; init; }

    /// <summary>The words.</summary>
    public override string ToString() => Group;
}
