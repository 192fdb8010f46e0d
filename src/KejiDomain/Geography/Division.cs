using System.Diagnostics;
using NodaTime;

namespace KejiDomain;

/// <summary>One unit of the gazetteer (行政区划单位): a province, prefecture, county or functional zone, under one code and one name.</summary>
/// <remarks>
/// Units are immutable and shared: the same unit is always the same object, so reference equality is equality. A unit that
/// was renamed or given another code is two of them, tied by <see cref="Predecessor"/> and <see cref="Successor"/>.
/// </remarks>
[DebuggerDisplay("{Code,nq} {Name,nq}")]
public sealed class Division
{
    private readonly GazetteerIndex _index;

    internal Division(GazetteerIndex index, DivisionCode code, UnitKind kind, string name, string shortName)
    {
        _index = index;
        Code = code;
        Kind = kind;
        IsFunctionalZone = kind == UnitKind.FunctionalZone;
        Name = name;
        ShortName = shortName;
    }

    /// <summary>Gets the code (行政区划代码); for a functional zone it is a statistical code, not one of GB/T 2260.</summary>
    public DivisionCode Code { get; }

    /// <summary>Gets the kind (类型), such as county-level city.</summary>
    public UnitKind Kind { get; }

    /// <summary>Gets the official name (全称).</summary>
    /// <value>Such as 恩施土家族苗族自治州.</value>
    public string Name { get; }

    /// <summary>Gets the short name (短名): the official one without unit word and peoples, or the same where that would leave one character or no name.</summary>
    /// <value>Such as 恩施 for 恩施土家族苗族自治州, 鹤壁 for 鹤壁市, but 浚县 for 浚县 and 阿拉善左旗 for 阿拉善左旗.</value>
    public string ShortName { get; }

    /// <summary>Gets the unit above (上级), or null for a province.</summary>
    /// <remarks>For a former unit it is the nearest one above that is in the current list.</remarks>
    public Division? Parent { get; internal set; }

    /// <summary>Gets the level (级别) of the code.</summary>
    public AdministrativeLevel Level => Code.Level;

    /// <summary>Gets whether this is a functional zone (功能区), which has no code of GB/T 2260 and is no place reference.</summary>
    public bool IsFunctionalZone { get; }

    /// <summary>Gets whether the unit is in the current list (现行), that is, the one of <see cref="Gazetteer.ListedOn"/>.</summary>
    public bool IsCurrent => Until is null;

    /// <summary>Gets the day from which this code and name are in force (启用日), or null where no change is recorded.</summary>
    /// <remarks>Where only lists tell, the earliest that they leave: the day after the last one that lacks the code.</remarks>
    public LocalDate? Since => Life?.Since;

    /// <summary>Gets the first day on which this code and name are no longer in force (停用日), or null for a current unit.</summary>
    /// <remarks>Where only lists tell, the latest that they leave: the day of the first one that lacks the code again.</remarks>
    public LocalDate? Until => Life?.Until;

    /// <summary>Gets what the unit was before its latest recorded change (变更前), or null.</summary>
    public Division? Predecessor => Life?.Predecessor;

    /// <summary>Gets what the unit became (变更后), or null for a current unit and where only lists tell that it is no more.</summary>
    public Division? Successor => Life?.Successor;

    /// <summary>Gets the administrative units directly below (下级), in code order; empty for a former unit.</summary>
    public DivisionList Children => _index.ChildrenOf(this);

    /// <summary>Gets the functional zones directly below (所辖功能区), in code order; empty for a former unit.</summary>
    public DivisionList Zones => _index.ZonesOf(this);

    /// <summary>Gets the name with all names above it (带上级的全称), such as 吉林省吉林市桦甸市.</summary>
    public string QualifiedName => Parent is null ? Name : Parent.QualifiedName + Name;

    internal DivisionLife? Life { get; set; }

    internal int ChildStart { get; set; }

    internal int ChildCount { get; set; }

    internal int ZoneCount { get; set; }

    /// <summary>Gives the units above (各级上级), the nearest first.</summary>
    /// <returns>The parent, the parent's parent, and so on.</returns>
    public IEnumerable<Division> Ancestors()
    {
        for (var above = Parent; above is not null; above = above.Parent)
            yield return above;
    }

    /// <summary>Says whether code and name are in force on a day (是否有效).</summary>
    /// <param name="day">The day.</param>
    /// <returns>Whether the day is not before <see cref="Since"/> and before <see cref="Until"/>, as far as these are recorded.</returns>
    public bool IsInForce(LocalDate day) => !(day < Since) && !(day >= Until);

    /// <summary>Gives what this same unit was on a day (当时的名称和代码).</summary>
    /// <param name="day">The day.</param>
    /// <returns>The unit under the code and name of that day; before the first recorded change, the oldest recorded.</returns>
    /// <example><code>Gazetteer.Get("410783").On(new LocalDate(1990, 1, 1))   // 410728 长垣县</code></example>
    public Division On(LocalDate day)
    {
        var unit = this;
        while (day < unit.Since && unit.Predecessor is { } earlier)
            unit = earlier;
        while (day >= unit.Until && unit.Successor is { } later)
            unit = later;
        return unit;
    }

    /// <summary>Gives the name followed by the names above it (名称及上级).</summary>
    /// <returns>Such as <c>桦甸市, 吉林市, 吉林省</c>.</returns>
    public override string ToString() => Parent is null ? Name : $"{Name}, {Parent}";
}

/// <summary>What the table of changes says of a unit; most have none.</summary>
internal sealed class DivisionLife
{
    public LocalDate? Since { get; set; }

    public LocalDate? Until { get; set; }

    public Division? Predecessor { get; set; }

    public Division? Successor { get; set; }
}
