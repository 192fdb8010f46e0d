using System.Collections;
using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace KejiDomain;

/// <summary>An immutable list (列表) that equals another list with equal items in the same order; <c>default</c> is the empty list.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <remarks>Records that hold lists stay structurally equal through it. It is safe to use from several threads.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
[CollectionBuilder(typeof(ValueList), nameof(ValueList.Create))]
public readonly struct ValueList<T> : IReadOnlyList<T>, IEquatable<ValueList<T>>, IValueList
{
    // An array, or the record in which the one item lies.
    private readonly object? _items;

    internal ValueList(T[] items) => _items = items.Length == 0 ? null : items;

    internal ValueList(IOneItem<T> owner) => _items = owner;

    /// <summary>The number of items (项数).</summary>
    public int Count => Array is { } array ? array.Length : _items is null ? 0 : 1;

    /// <summary>Whether the list has no items; on the wire such a member is absent.</summary>
    public bool IsEmpty => _items is null;

    /// <inheritdoc/>
    public T this[int index] => AsSpan()[index];

    // Only values lie in a record, so that nothing else need be asked.
    private T[]? Array => typeof(T).IsValueType ? _items as T[] : Unsafe.As<T[]?>(_items);

    /// <summary>Whether two lists have equal items in the same order.</summary>
    public static bool operator ==(ValueList<T> left, ValueList<T> right) => left.Equals(right);

    /// <summary>Whether two lists differ in an item, its place or their length.</summary>
    public static bool operator !=(ValueList<T> left, ValueList<T> right) => !left.Equals(right);

    /// <summary>The items as a read-only span.</summary>
    public ReadOnlySpan<T> AsSpan() => Array is { } array ? array.AsSpan() : _items is null ? default : new ReadOnlySpan<T>(in Unsafe.As<IOneItem<T>>(_items).Item);

    /// <summary>Enumerates the items without allocating.</summary>
    public ReadOnlySpan<T>.Enumerator GetEnumerator() => AsSpan().GetEnumerator();

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)ToArray()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => ToArray().GetEnumerator();

    object? IValueList.ItemAt(int index) => this[index];

    /// <inheritdoc/>
    public bool Equals(ValueList<T> other) => ReferenceEquals(_items, other._items) || AsSpan().SequenceEqual(other.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ValueList<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in this)
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }

    /// <summary>The items in brackets, for example <c>[1, 2]</c>.</summary>
    public override string ToString() => $"[{string.Join(", ", ToArray())}]";

    private T[] ToArray() => Array ?? AsSpan().ToArray();
}

/// <summary>Makes lists (列表) of type <see cref="ValueList{T}"/>.</summary>
public static class ValueList
{
    /// <summary>Makes a list of a copy of the items; collection expressions call it.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="items">The items, none of them null.</param>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public static ValueList<T> Create<T>(ReadOnlySpan<T> items)
    {
        foreach (var item in items)
        {
            ArgumentNullException.ThrowIfNull(item);
        }

        return new(items.ToArray());
    }

    /// <summary>Makes a list of the items of a sequence.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="items">The items, none of them null.</param>
    /// <exception cref="ArgumentNullException">The sequence or an item is null.</exception>
    public static ValueList<T> ToValueList<T>(this IEnumerable<T> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return Create<T>(items.ToArray());
    }
}

/// <summary>A list whose items are had without knowing their type.</summary>
internal interface IValueList
{
    int Count { get; }

    object? ItemAt(int index);
}

/// <summary>A record that holds the one item of a list itself, so that the list needs no array.</summary>
/// <typeparam name="T">The type of the item, a value.</typeparam>
internal interface IOneItem<T>
{
    ref readonly T Item { get; }
}
