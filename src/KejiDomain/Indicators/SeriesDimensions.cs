using System.Collections;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace KejiDomain;

/// <summary>The dimensions of a series (维度组合): an open map from dimension to codes, in the order of the dimensions' names.</summary>
/// <example><c>{ "flow": "new", "level": "provincial" }</c></example>
[JsonConverter(typeof(SeriesDimensionsJsonConverter))]
[CollectionBuilder(typeof(SeriesDimensions), nameof(Create))]
[DebuggerDisplay("{ToString(),nq}")]
public readonly record struct SeriesDimensions : IReadOnlyList<DimensionValue>
{
    private readonly ValueList<DimensionValue> _values;

    private SeriesDimensions(ValueList<DimensionValue> values) => _values = values;

    /// <inheritdoc/>
    public int Count => _values.Count;

    /// <inheritdoc/>
    public DimensionValue this[int index] => _values[index];

    /// <summary>Makes a map of dimensions; collection expressions call it.</summary>
    /// <param name="values">The dimensions in any order, each once and with a code.</param>
    /// <exception cref="ArgumentException">A dimension is given twice or has no code.</exception>
    public static SeriesDimensions Create(params ReadOnlySpan<DimensionValue> values) => Create(values.ToArray().AsEnumerable());

    /// <summary>Makes a map of dimensions.</summary>
    /// <param name="values">The dimensions in any order, each once and with a code.</param>
    /// <exception cref="ArgumentException">A dimension is given twice or has no code.</exception>
    public static SeriesDimensions Create(IEnumerable<DimensionValue> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return TryCreate(values, out var dimensions) ? dimensions : throw new ArgumentException("A dimension is given twice or has no code.", nameof(values));
    }

    /// <summary>The map, or false where a dimension is given twice or has no code.</summary>
    internal static bool TryCreate(IEnumerable<DimensionValue> values, out SeriesDimensions dimensions) => TryCreate(values.ToArray().AsSpan(), out dimensions);

    /// <summary>The map, or false where a dimension is given twice or has no code.</summary>
    internal static bool TryCreate(ReadOnlySpan<DimensionValue> values, out SeriesDimensions dimensions)
    {
        var sorted = values.ToArray();
        var isSorted = true;
        for (var i = 1; i < sorted.Length; i++)
        {
            isSorted &= sorted[i - 1].Dimension.CompareTo(sorted[i].Dimension) < 0;
        }

        // Mostly they are in order.
        if (!isSorted)
        {
            Array.Sort(sorted, static (a, b) => a.Dimension.CompareTo(b.Dimension));
        }

        dimensions = default;
        for (var i = 0; i < sorted.Length; i++)
        {
            if (sorted[i].Codes.IsEmpty || (i > 0 && sorted[i - 1].Dimension == sorted[i].Dimension))
            {
                return false;
            }
        }

        dimensions = new(new ValueList<DimensionValue>(sorted));
        return true;
    }

    /// <summary>The codes of a dimension; none where the series does not have it.</summary>
    /// <param name="dimension">The dimension.</param>
    public ValueList<DimensionCode> this[Dimension dimension]
    {
        get
        {
            // They are sorted, and foreign data may have as many as it likes.
            var (low, high) = (0, _values.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                var order = _values[middle].Dimension.CompareTo(dimension);
                if (order == 0)
                {
                    return _values[middle].Codes;
                }

                (low, high) = order < 0 ? (middle + 1, high) : (low, middle);
            }

            return [];
        }
    }

    /// <summary>The same map with a dimension set, replaced or, with no codes, left out.</summary>
    /// <param name="dimension">The dimension.</param>
    /// <param name="codes">Its codes.</param>
    public SeriesDimensions With(Dimension dimension, params ReadOnlySpan<DimensionCode> codes)
    {
        var rest = _values.Where(v => v.Dimension != dimension);
        return Create(codes.IsEmpty ? rest : rest.Append(new() { Dimension = dimension, Codes = ValueList.Create(codes) }));
    }

    /// <summary>Enumerates the dimensions without allocating.</summary>
    public ReadOnlySpan<DimensionValue>.Enumerator GetEnumerator() => _values.GetEnumerator();

    IEnumerator<DimensionValue> IEnumerable<DimensionValue>.GetEnumerator() => ((IEnumerable<DimensionValue>)_values).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable)_values).GetEnumerator();

    /// <summary>The dimensions and codes, for example <c>flow=new level=provincial</c>.</summary>
    public override string ToString() => string.Join(' ', _values);
}
