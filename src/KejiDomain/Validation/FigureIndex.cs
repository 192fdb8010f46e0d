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

    /// <summary>Whether a dimension is left out.</summary>
    public bool IsOmitted(int dimension) => dimension < 32 && (Omitted & (1u << dimension)) != 0;

    /// <summary>How many dimensions it has, without those left out.</summary>
    public int Count => Dimensions.Count - System.Numerics.BitOperations.PopCount(Omitted);

    /// <summary>The code that stands in place of those of a dimension, or null.</summary>
    public string? Replaced(int dimension) =>
        Flow.Is(dimension) ? Flow.Code : Level.Is(dimension) ? Level.Code : Class.Is(dimension) ? Class.Code : null;

    public int Hash()
    {
        var hash = new HashCode();
        hash.Add(Indicator);
        hash.Add(Place);
        hash.Add(Subject);
        hash.Add(Period);
        hash.Add(Modality);
        for (var i = 0; i < Dimensions.Count; i++)
        {
            if (IsOmitted(i))
            {
                continue;
            }

            var dimension = Dimensions[i];
            hash.Add(dimension.Dimension);
            var replaced = Replaced(i);
            if (replaced is not null)
            {
                hash.Add(replaced, StringComparer.Ordinal);
                continue;
            }

            foreach (var code in dimension.Codes)
            {
                hash.Add(code.ToString(), StringComparer.Ordinal);
            }
        }

        return hash.ToHashCode();
    }

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

/// <summary>Finds the figures of a data set by what they are figures of, also where a dimension is left out. Making a key allocates nothing.</summary>
internal sealed class FigureIndex
{
    private const int MaxCodes = 256;

    private readonly SeriesFigure[] _figures;

    private readonly HashSet<int> _byKey;

    private readonly HashSet<int>.AlternateLookup<FigureKey> _lookup;

    private readonly Dictionary<int, int> _groups;

    private readonly HashSet<PlaceReference> _places = [];

    private readonly HashSet<Indicator> _indicators;

    private readonly HashSet<string> _codes = new(StringComparer.Ordinal);

    public FigureIndex(PolicyDataset dataset)
    {
        var count = 0;
        foreach (var series in dataset.Series)
        {
            count += IsSmall(series.Dimensions) ? series.Observations.Count : 0;
        }

        _figures = new SeriesFigure[count];
        _byKey = new(count, new Comparer(_figures));
        _lookup = _byKey.GetAlternateLookup<FigureKey>();
        _groups = new(count);
        _indicators = new(dataset.Series.Count);
        var at = 0;
        for (var i = 0; i < dataset.Series.Count; i++)
        {
            var series = dataset.Series[i];
            _indicators.Add(series.Indicator);
            foreach (var dimension in series.Dimensions)
            {
                if (dimension.Codes.Count == 1)
                {
                    _codes.Add(dimension.Codes[0].ToString());
                }
            }

            if (series.Place is { } place)
            {
                _places.Add(place);
            }

            for (var j = 0; j < series.Observations.Count && IsSmall(series.Dimensions); j++)
            {
                _figures[at] = new(series, series.Observations[j], i, j);
                _byKey.Add(at);
                var group = Group(FigureKey.Of(_figures[at]));
                _groups[group] = _groups.GetValueOrDefault(group) + 1;
                at++;
            }
        }
    }

    public ReadOnlySpan<SeriesFigure> Figures => _figures;

    // Every figure is looked up by all codes of its series: a series of thousands is no real one, and is related to nothing.
    private static bool IsSmall(SeriesDimensions dimensions)
    {
        var codes = 0;
        for (var i = 0; i < dimensions.Count && codes <= MaxCodes; i++)
        {
            codes += dimensions[i].Codes.Count;
        }

        return codes <= MaxCodes;
    }

    /// <summary>The first figure of a key.</summary>
    public bool TryFind(FigureKey key, out SeriesFigure figure)
    {
        var found = _lookup.TryGetValue(key, out var at);
        figure = found ? _figures[at] : default;
        return found;
    }

    /// <summary>The first figure of a key that is not the one given, in the first of several modalities that there is one in.</summary>
    public bool TryFind(FigureKey key, SeriesFigure except, ReadOnlySpan<Modality> modalities, out SeriesFigure figure)
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

    /// <summary>Whether there may be another figure that has all of a key but its dimensions; a wrong yes only costs time.</summary>
    public bool MayHaveOther(FigureKey key, bool isOwn) => _groups.GetValueOrDefault(Group(key)) > (isOwn ? 1 : 0);

    public bool HasPlace(PlaceReference place) => _places.Contains(place);

    /// <summary>Whether a series has a code alone along some dimension.</summary>
    public bool HasCode(string code) => _codes.Contains(code);

    public bool HasIndicator(Indicator indicator) => _indicators.Contains(indicator);

    private static int Group(FigureKey key) => HashCode.Combine(key.Indicator, key.Place, key.Subject, key.Period, key.Modality);

    private sealed class Comparer(SeriesFigure[] figures) : IEqualityComparer<int>, IAlternateEqualityComparer<FigureKey, int>
    {
        public bool Equals(int x, int y) => FigureKey.Of(figures[x]).Names(figures[y]);

        public int GetHashCode(int obj) => FigureKey.Of(figures[obj]).Hash();

        public bool Equals(FigureKey alternate, int other) => alternate.Names(figures[other]);

        public int GetHashCode(FigureKey alternate) => alternate.Hash();

        public int Create(FigureKey alternate) => throw new NotSupportedException();
    }
}
