using System.Collections;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace KejiDomain;

/// <summary>A list of units of the gazetteer (行政区划列表), always in code order; the default value is empty.</summary>
/// <remarks>It is a window on memory that the gazetteer holds, so that asking for it allocates nothing.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
[StructLayout(LayoutKind.Auto)]
public readonly struct DivisionList : IReadOnlyList<Division>, IEquatable<DivisionList>
{
    private readonly Division[]? _units;
    private readonly int _start;

    internal DivisionList(Division[] units, int start, int count)
    {
        _units = units;
        _start = start;
        Count = count;
    }

    /// <summary>Gets the number of units (数量).</summary>
    public int Count { get; }

    /// <summary>Gets whether there is no unit (空).</summary>
    public bool IsEmpty => Count == 0;

    /// <summary>Gets the only unit (唯一单位), or null when there is none or more than one.</summary>
    public Division? Only => Count == 1 ? _units![_start] : null;

    /// <summary>Gets a unit (单位) by position.</summary>
    /// <param name="index">The position from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such position.</exception>
    public Division this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            return _units![_start + index];
        }
    }

    /// <summary>Gives the units (单位) as a span.</summary>
    /// <returns>The span, in code order.</returns>
    public ReadOnlySpan<Division> AsSpan() => new(_units, _start, Count);

    /// <summary>Gives an enumerator (枚举器) that allocates nothing.</summary>
    /// <returns>The enumerator.</returns>
    public Enumerator GetEnumerator() => new(this);

    IEnumerator<Division> IEnumerable<Division>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Compares the units one by one (逐项相等).</summary>
    /// <param name="other">Another list.</param>
    /// <returns>Whether both hold the same units.</returns>
    public bool Equals(DivisionList other) => AsSpan().SequenceEqual(other.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is DivisionList other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Count == 0 ? 0 : HashCode.Combine(Count, _units![_start].Code);

    /// <summary>Gives the codes and names (代码和名称).</summary>
    /// <returns>Such as <c>220000 吉林省, 220200 吉林市</c>.</returns>
    public override string ToString() => string.Join(", ", this.Select(unit => $"{unit.Code} {unit.Name}"));

    /// <summary>Compares the units one by one (逐项相等).</summary>
    /// <param name="left">One list.</param>
    /// <param name="right">Another list.</param>
    /// <returns>Whether both hold the same units.</returns>
    public static bool operator ==(DivisionList left, DivisionList right) => left.Equals(right);

    /// <summary>Compares the units one by one (逐项不等).</summary>
    /// <param name="left">One list.</param>
    /// <param name="right">Another list.</param>
    /// <returns>Whether the lists differ.</returns>
    public static bool operator !=(DivisionList left, DivisionList right) => !left.Equals(right);

    /// <summary>Walks a <see cref="DivisionList"/> (枚举器).</summary>
    public struct Enumerator : IEnumerator<Division>
    {
        private readonly DivisionList _list;
        private int _position;

        internal Enumerator(DivisionList list)
        {
            _list = list;
            _position = -1;
        }

        /// <summary>Gets the unit (当前单位) at the present position.</summary>
        public readonly Division Current => _list[_position];

        readonly object IEnumerator.Current => Current;

        /// <summary>Goes to the next unit (下一个).</summary>
        /// <returns>Whether there is one.</returns>
        public bool MoveNext() => ++_position < _list.Count;

        /// <summary>Goes back before the first unit (重置).</summary>
        public void Reset() => _position = -1;

        /// <summary>Does nothing (无操作); there is nothing to release.</summary>
        public readonly void Dispose()
        {
        }
    }
}
