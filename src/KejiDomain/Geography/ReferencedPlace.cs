using System.Diagnostics;

namespace KejiDomain;

/// <summary>A place that a data set speaks of (所涉地域): a division with a GB/T 2260 code, or a unit that the data set declares.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record ReferencedPlace
{
    /// <summary>The place as the records name it (地域).</summary>
    public required PlaceReference Place { get; init; }

    /// <summary>The declared unit (地域单元), or null for a division.</summary>
    public required AdministrativeUnit? Unit { get; init; }

    /// <summary>The division (行政区划), or null for a unit or an unknown code.</summary>
    public Division? Division => Place.Division;

    /// <summary>What kind of place it is (类别), or null for an unknown code.</summary>
    public UnitKind? Kind => Unit?.Kind ?? Division?.Kind;

    /// <summary>The level (级别): it follows from a code; of a unit it is what the source says.</summary>
    public AdministrativeLevel? Level => Unit is { } unit ? unit.Level : Division?.Level;

    /// <summary>The Chinese name (名称); the code itself where the gazetteer lacks it.</summary>
    public string Name => Unit?.Name.Zh ?? Division?.Name ?? Place.ToString();

    /// <summary>Name and code or identifier.</summary>
    public override string ToString() => $"{Name} {Place}";
}
