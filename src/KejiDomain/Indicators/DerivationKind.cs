namespace KejiDomain;

/// <summary>What a figure of the text implies is known of it (推算依据).</summary>
public enum DerivationKind
{
    /// <summary>The figure of the earlier period (基数), from a figure and its growth.</summary>
    Base = 0,

    /// <summary>The target (目标值), from a figure and its completion rate.</summary>
    Target = 1,

    /// <summary>The whole (总量), from a part and its share.</summary>
    Whole = 2,
}
