using System.Diagnostics;
using System.Runtime.InteropServices;

namespace KejiDomain;

/// <summary>One place name found in running text (文中地名), with every unit that it may mean.</summary>
/// <remarks>Positions count UTF-16 units, as indexes of a .NET string do.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
[StructLayout(LayoutKind.Auto)]
public readonly record struct DivisionMatch
{
    internal DivisionMatch(int start, int length, DivisionNameForm form, DivisionList divisions)
    {
        Start = start;
        Length = length;
        Form = form;
        Divisions = divisions;
    }

    /// <summary>Gets where the name begins (起点).</summary>
    public int Start { get; }

    /// <summary>Gets how long the name is (长度).</summary>
    public int Length { get; }

    /// <summary>Gets where the name ends (终点), exclusive.</summary>
    public int End => Start + Length;

    /// <summary>Gets which form of the name (名称形式) is printed.</summary>
    public DivisionNameForm Form { get; }

    /// <summary>Gets every unit that the name may mean (候选单位), in code order; never empty in a match that was found.</summary>
    /// <remarks>A name directly after one of a larger unit, as in 南京市鼓楼区, means only units within that.</remarks>
    public DivisionList Divisions { get; }

    /// <summary>Gives position, form and units (位置和候选).</summary>
    /// <returns>Such as <c>12..15 FullName: 410600 鹤壁市</c>.</returns>
    public override string ToString() => $"{Start}..{End} {Form}: {Divisions}";
}
