using System.Text.Json.Serialization;

namespace KejiDomain;

/// <summary>What a part of a text is that states nothing (区域类别).</summary>
[JsonConverter(typeof(RegionKindJsonConverter))]
public enum RegionKind
{
    /// <summary>Furniture of the site (网站附属): menus, counters, licences.</summary>
    Furniture = 0,

    /// <summary>Words that state no fact (号召语): no name, no figure, no program.</summary>
    Exhortation = 1,
}
