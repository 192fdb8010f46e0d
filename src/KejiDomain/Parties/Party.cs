using System.Diagnostics;
using System.Text.Json.Serialization;

namespace KejiDomain;

/// <summary>
/// Whoever acts or receives (主体): a record of the data set (person, organization, place, document, work) or a division by its code, a post without a person, or a group in words.
/// </summary>
/// <remarks>On the wire a reference is its bare text; the other two are objects with a member <c>post</c> or <c>group</c>.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
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

    /// <summary>Who it is, as far as the party itself tells: the reference, the title or the words.</summary>
    public abstract override string ToString();
}
