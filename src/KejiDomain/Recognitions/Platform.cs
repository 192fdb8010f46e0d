using System.Diagnostics;

namespace KejiDomain;

/// <summary>A platform (平台): an organization with the recognitions of a platform class that name it.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record Platform
{
    /// <summary>The organization (机构).</summary>
    public required Organization Organization { get; init; }

    /// <summary>What makes it a platform (平台认定), in the order of the text; their stages tell whether it is held or sought.</summary>
    public required ValueList<Recognition> Recognitions { get; init; }

    /// <summary>The organization and the classes of its recognitions.</summary>
    public override string ToString() =>
        $"{Organization} ({string.Join('、', Recognitions.Select(r => r.Class.Definition?.Zh ?? r.Class.ToString()).Distinct())})";
}
