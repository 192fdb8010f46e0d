using System.Buffers;
using System.Numerics;

namespace KejiDomain.Validation;

/// <summary>One observation with its series and its place in the data set; its path is made only for an issue.</summary>
internal readonly record struct SeriesFigure(IndicatorSeries Series, Observation Observation, int SeriesIndex, int Index)
{
    public string Path => JsonLocator.Item(JsonLocator.Item("$.series", SeriesIndex) + ".observations", Index);

    public string MeasurePath => Path + ".measure";

    public string ClaimPath(int claim) => JsonLocator.Item(Path + ".claims", claim);
}

/// <summary>What tells one figure from another. Dimensions may be given with some left out, and with one set to another code.</summary>
internal readonly record struct FigureKey(Indicator Indicator, PlaceReference? Place, Reference? Subject, ReportingPeriod? Period, Modality Modality, SeriesDimensions Dimensions)
{
    /// <summary>The dimensions that are left out, one bit each by their place in the map.</summary>
    public uint Omitted { get; init; }

    /// <summary>Other codes in place of those of a dimension: a flow, a broader level, a broader class.</summary>
    public Replacement Flow { get; init; }

    /// <inheritdoc cref="Flow"/>
    public Replacement Level { get; init; }

    /// <inheritdoc cref="Flow"/>
    public Replacement Class { get; init; }

    public static FigureKey Of(SeriesFigure figure) => new(
        figure.Series.Indicator, figure.Series.Place, figure.Series.Subject, figure.Observation.Period, figure.Observation.Modality, figure.Series.Dimensions);

    /// <summary>Whether it is the key of a figure itself, of which it was made by leaving out and setting.</summary>
    public bool IsOf(SeriesFigure figure) =>
        Omitted == 0 && Flow.Code is null && Level.Code is null && Class.Code is null
        && Indicator == figure.Series.Indicator && Place == figure.Series.Place && Subject == figure.Series.Subject;

    /// <summary>Whether a dimension is left out.</summary>
    public bool IsOmitted(int dimension) => dimension < 32 && (Omitted & (1u << dimension)) != 0;

    /// <summary>How many dimensions it has, without those left out.</summary>
    public int Count => Dimensions.Count - BitOperations.PopCount(Omitted);

    /// <summary>The code that stands in place of those of a dimension, or null.</summary>
    public string? Replaced(int dimension) =>
        Flow.Is(dimension) ? Flow.Code : Level.Is(dimension) ? Level.Code : Class.Is(dimension) ? Class.Code : null;

    /// <summary>The hash of all but the dimensions.</summary>
    public int Group() => Group(HashOf(Indicator, Place, Subject), Period, Modality);

    /// <summary>The same by the hash of what it shares with the others of its series.</summary>
    public static int Group(int series, ReportingPeriod? period, Modality modality) =>
        HashCode.Combine(series, KeyedHash.Of(period?.ToString()), KeyedHash.Of(modality.ToString()));

    /// <summary>The hash of all that a series is of but the dimensions.</summary>
    public static int HashOf(Indicator indicator, PlaceReference? place, Reference? subject) =>
        HashCode.Combine(KeyedHash.Of(indicator.ToString()), KeyedHash.Of(place?.ToString()), KeyedHash.Of(subject?.ToString()));

    /// <summary>The hash of a key by that of its group: with a dimension more or less it is this one and <see cref="HashOf(DimensionValue)"/>, exclusive or.</summary>
    public int Hash(int group)
    {
        for (var i = 0; i < Dimensions.Count; i++)
        {
            group ^= IsOmitted(i) ? 0 : Replaced(i) is { } code ? HashOf(Dimensions[i].Dimension, code) : HashOf(Dimensions[i]);
        }

        return group;
    }

    /// <summary>What all dimensions of a series add to the hash of its figures' keys.</summary>
    public static int HashOf(SeriesDimensions dimensions)
    {
        var hash = 0;
        foreach (var dimension in dimensions)
        {
            hash ^= HashOf(dimension);
        }

        return hash;
    }

    /// <summary>What a dimension adds to the hash of a key.</summary>
    public static int HashOf(DimensionValue dimension)
    {
        if (dimension.Codes.Count == 1)
        {
            return HashOf(dimension.Dimension, dimension.Codes[0].ToString());
        }

        var hash = new HashCode();
        hash.Add(KeyedHash.Of(dimension.Dimension.ToString()));
        foreach (var code in dimension.Codes)
        {
            hash.Add(KeyedHash.Of(code.ToString()));
        }

        return hash.ToHashCode();
    }

    /// <summary>The same of a dimension with one code.</summary>
    public static int HashOf(Dimension dimension, string code) => HashCode.Combine(KeyedHash.Of(dimension.ToString()), KeyedHash.Of(code));

    public bool Names(SeriesFigure figure)
    {
        var others = figure.Series.Dimensions;
        if (figure.Observation.Period != Period
            || figure.Observation.Modality != Modality
            || figure.Series.Indicator != Indicator
            || figure.Series.Place != Place
            || figure.Series.Subject != Subject
            || others.Count != Count)
        {
            return false;
        }

        var j = 0;
        for (var i = 0; i < Dimensions.Count; i++)
        {
            if (IsOmitted(i))
            {
                continue;
            }

            var other = others[j++];
            var replaced = Replaced(i);
            if (other.Dimension != Dimensions[i].Dimension
                || (replaced is null ? other.Codes != Dimensions[i].Codes : other.Codes.Count != 1 || other.Codes[0].ToString() != replaced))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>One code in place of those of a dimension; <c>default</c> replaces nothing.</summary>
    internal readonly record struct Replacement
    {
        private readonly int _number;

        public Replacement(int dimension, string code)
        {
            _number = dimension + 1;
            Code = code;
        }

        public string? Code { get; }

        public bool Is(int dimension) => _number == dimension + 1;
    }
}

/// <summary>Finds the figures of a data set by what they are figures of, also where a dimension is left out. Making a key allocates nothing, and the index itself is on loan.</summary>
internal sealed class FigureIndex : IDisposable
{
    /// <summary>Every figure is looked up by all codes of its series: a series of thousands is no real one, and is related to nothing.</summary>
    public const int MaxCodes = 256;

    private readonly ValueList<IndicatorSeries> _series;

    private readonly int[] _memory;

    private readonly int _mask;

    /// <summary>Indexes the figures of a data set.</summary>
    public FigureIndex(PolicyDataset dataset)
    {
        _series = dataset.Series;
        foreach (var series in _series)
        {
            Count += IsSmall(series) ? series.Observations.Count : 0;
        }

        // Twice as many slots as there are figures, and as many bits to tell what is certainly not there.
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(32, 2 * Math.Max(Count, _series.Count)));
        _mask = size - 1;
        _memory = ArrayPool<int>.Shared.Rent((5 * Count) + (3 * size) + _series.Count);
        Part(4 * Count, Count + (3 * size)).Clear();
        var at = 0;
        for (var i = 0; i < _series.Count; i++)
        {
            var series = _series[i];
            Mark(MarkOf(series.Indicator.ToString()));
            foreach (var dimension in series.Dimensions)
            {
                if (dimension.Codes.Count == 1)
                {
                    Mark(MarkOf(dimension.Codes[0].ToString()));
                }
            }

            if (series.Place is { } place)
            {
                Mark(MarkOf(place.ToString()));
            }

            var own = FigureKey.HashOf(series.Indicator, series.Place, series.Subject);
            var dimensions = FigureKey.HashOf(series.Dimensions);
            SeriesHashes[i] = own ^ dimensions;
            for (var j = 0; j < series.Observations.Count && IsSmall(series); j++)
            {
                SeriesOf[at] = i;
                PlaceIn[at] = j;
                var observation = series.Observations[j];
                Add(at, FigureKey.Group(own, observation.Period, observation.Modality), dimensions);
                at++;
            }
        }
    }

    /// <summary>How many figures there are.</summary>
    public int Count { get; }

    private Span<int> SeriesOf => Part(0, Count);

    private Span<int> PlaceIn => Part(Count, Count);

    private Span<int> Hashes => Part(2 * Count, Count);

    private Span<int> GroupOf => Part(3 * Count, Count);

    // One more than the number of another figure of the same key.
    private Span<int> Again => Part(4 * Count, Count);

    // One more than the number of a figure, by the hash of its key.
    private Span<int> Slots => Part(5 * Count, _mask + 1);

    // How many figures share all of a key but its dimensions, by its hash.
    private Span<int> Groups => Part((5 * Count) + _mask + 1, _mask + 1);

    // What two series have in common that are the same.
    private Span<int> SeriesHashes => Part((5 * Count) + (3 * (_mask + 1)), _series.Count);

    private Span<int> Marks => Part((5 * Count) + (2 * (_mask + 1)), _mask + 1);

    /// <summary>A figure by its number, in the order of the text.</summary>
    public SeriesFigure this[int number]
    {
        get
        {
            var series = SeriesOf[number];
            var place = PlaceIn[number];
            return new(_series[series], _series[series].Observations[place], series, place);
        }
    }

    /// <summary>Whether a series has so few codes that its figures are looked up by them.</summary>
    public static bool IsSmall(IndicatorSeries series) => Codes(series) <= MaxCodes;

    /// <summary>The codes of all dimensions of a series.</summary>
    public static long Codes(IndicatorSeries series)
    {
        var codes = 0L;
        foreach (var dimension in series.Dimensions)
        {
            codes += dimension.Codes.Count;
        }

        return codes;
    }

    /// <summary>The first figure of a key.</summary>
    public bool TryFind(in FigureKey key, out SeriesFigure figure) => TryFind(key, key.Hash(key.Group()), out figure);

    /// <summary>The same where the hash of the key is known.</summary>
    public bool TryFind(in FigureKey key, int hash, out SeriesFigure figure)
    {
        var isThere = TryFindNumber(key, hash, out var number);
        figure = isThere ? this[number] : default;
        return isThere;
    }

    /// <summary>The first figure of a key that is not the one given, in the first of several modalities that there is one in.</summary>
    public bool TryFind(in FigureKey key, SeriesFigure except, ReadOnlySpan<Modality> modalities, out SeriesFigure figure)
    {
        foreach (var modality in modalities)
        {
            if (TryFind(key with { Modality = modality }, out figure) && !ReferenceEquals(figure.Observation, except.Observation))
            {
                return true;
            }
        }

        figure = default;
        return false;
    }

    /// <summary>The number of another figure of the same key, where a source states several: from the first one to each in turn, and then -1.</summary>
    public int Next(int number) => Again[number] - 1;

    /// <summary>The number of the first figure that has the key of a figure.</summary>
    public int NumberOf(SeriesFigure figure)
    {
        var key = FigureKey.Of(figure);
        var hash = key.Hash(key.Group());
        return TryFindNumber(key, hash, out var number) ? number : throw new InvalidOperationException("The figure is of no small series of this data set.");
    }

    /// <summary>Whether there may be another figure that has all of a figure's key but its dimensions; a wrong yes only costs time.</summary>
    public bool HasOthers(int number, out int group)
    {
        group = GroupOf[number];
        return Groups[group & _mask] > 1;
    }

    /// <summary>Whether there may be a figure that has all of a key but its dimensions; a wrong yes only costs time.</summary>
    public bool MayHave(in FigureKey key, out int group)
    {
        group = key.Group();
        return Groups[group & _mask] > 0;
    }

    /// <summary>A hash of what a series is a series of.</summary>
    public int HashOf(int series) => SeriesHashes[series];

    /// <summary>Whether a series may be of a place; a wrong yes only costs time.</summary>
    public bool MayHavePlace(ReadOnlySpan<char> place) => IsMarked(MarkOf(place));

    /// <summary>Whether a series may have a code alone along some dimension; a wrong yes only costs time.</summary>
    public bool MayHaveCode(string code) => IsMarked(MarkOf(code));

    /// <summary>Whether there may be a series of an indicator; a wrong yes only costs time.</summary>
    public bool MayHaveIndicator(Indicator indicator) => IsMarked(MarkOf(indicator.ToString()));

    /// <inheritdoc/>
    public void Dispose() => ArrayPool<int>.Shared.Return(_memory);

    private bool TryFindNumber(in FigureKey key, int hash, out int number)
    {
        for (var slot = hash & _mask; Slots[slot] is > 0 and var found; slot = (slot + 1) & _mask)
        {
            if (Hashes[found - 1] == hash && key.Names(this[found - 1]))
            {
                number = found - 1;
                return true;
            }
        }

        number = -1;
        return false;
    }

    private Span<int> Part(int start, int length) => new(_memory, start, length);

    // Any that is quickly made will do: two codes with one mark are as if both were there.
    private static int MarkOf(ReadOnlySpan<char> code) => code.Length == 0 ? 0 : HashCode.Combine(code.Length, code[0], code[code.Length / 2], code[^1]);

    private void Mark(int hash) => Marks[(hash >>> 5) & _mask] |= 1 << (hash & 31);

    private bool IsMarked(int hash) => (Marks[(hash >>> 5) & _mask] & (1 << (hash & 31))) != 0;

    // The first figure of a key stands for it.
    private void Add(int number, int group, int dimensions)
    {
        GroupOf[number] = group;
        Groups[group & _mask]++;
        var hash = group ^ dimensions;
        Hashes[number] = hash;
        var slot = hash & _mask;
        while (Slots[slot] is > 0 and var other)
        {
            if (Hashes[other - 1] == hash && FigureKey.Of(this[number]).Names(this[other - 1]))
            {
                (Again[number], Again[other - 1]) = (Again[other - 1], number + 1);
                return;
            }

            slot = (slot + 1) & _mask;
        }

        Slots[slot] = number + 1;
    }
}
