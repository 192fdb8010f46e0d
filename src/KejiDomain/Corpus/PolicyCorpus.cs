using System.Buffers;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace KejiDomain;

/// <summary>Many data sets together (语料库), found by address, place, indicator and kind of program.</summary>
/// <remarks>
/// The indexes are made once, in time that grows with the number of records; a look-up allocates nothing. Data sets stay what they are: nothing is copied, changed or taken
/// for the same because it is called the same. Immutable, and safe to use from several threads.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed partial class PolicyCorpus
{
    private readonly Dictionary<string, PolicyDataset> _byId = new(StringComparer.Ordinal);

    private readonly Dictionary<string, PolicyDataset>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    private readonly Dictionary<DivisionCode, ValueList<PolicyDataset>> _byPlace;

    private readonly Lazy<FigureIndex> _figures;

    private readonly Dictionary<ProgramKind, ValueList<CorpusEntry<PolicyProgram>>> _programs;

    private PolicyCorpus(IEnumerable<PolicyDataset> datasets)
    {
        Datasets = datasets.ToValueList();
        _byId.EnsureCapacity(Datasets.Count);
        foreach (var dataset in Datasets)
        {
            if (!_byId.TryAdd(dataset.Id.ToString(), dataset))
            {
                throw new ArgumentException($"Two data sets have the identifier '{dataset.Id}'.", nameof(datasets));
            }
        }

        _bySpan = _byId.GetAlternateLookup<ReadOnlySpan<char>>();
        _byPlace = Group(Datasets.Where(d => !Code(d.Place).IsEmpty), d => Code(d.Place), d => d);
        _programs = Group(
            Datasets.SelectMany(d => d.Programs, (d, p) => (Dataset: d, Program: p)),
            entry => entry.Program.Kind,
            entry => new CorpusEntry<PolicyProgram> { Dataset = entry.Dataset, Record = entry.Program });
        _figures = new(() => new(Datasets));
    }

    /// <summary>The data sets (数据集), in the order in which they were given.</summary>
    public ValueList<PolicyDataset> Datasets { get; }

    /// <summary>Every indicator with every set of dimensions (全部序列), in the order of the library's list of indicators.</summary>
    public ValueList<CorpusSeries> Series => _figures.Value.Series;

    /// <summary>A corpus of data sets.</summary>
    /// <param name="datasets">The data sets, each with an identifier of its own.</param>
    /// <exception cref="ArgumentException">Two have the same identifier.</exception>
    public static PolicyCorpus Create(params IEnumerable<PolicyDataset> datasets)
    {
        ArgumentNullException.ThrowIfNull(datasets);
        return new(datasets);
    }

    /// <summary>Reads every data set of a folder (读取): the files <c>*.json</c> directly in it, in the ordinal order of their names.</summary>
    /// <param name="folder">The folder's path.</param>
    /// <param name="mode">Strict, or lenient towards a newer producer.</param>
    /// <param name="limits">How much is taken in of each file, or null for the default limits.</param>
    /// <exception cref="IOException">The folder or a file cannot be read.</exception>
    /// <exception cref="InvalidDataException">A file is no data set, or two have the same identifier; the message names the file and has every issue.</exception>
    public static PolicyCorpus Load(string folder, ReadMode mode = ReadMode.Strict, ReadLimits? limits = null) =>
        Loaded(folder, [.. Files(folder).Select(f => PolicyDataset.Load(f, mode, limits))]);

    /// <summary>Reads every data set of a folder (读取): the files <c>*.json</c> directly in it, in the ordinal order of their names.</summary>
    /// <param name="folder">The folder's path.</param>
    /// <param name="mode">Strict, or lenient towards a newer producer.</param>
    /// <param name="limits">How much is taken in of each file, or null for the default limits.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="IOException">The folder or a file cannot be read.</exception>
    /// <exception cref="InvalidDataException">A file is no data set, or two have the same identifier; the message names the file and has every issue.</exception>
    /// <exception cref="OperationCanceledException">The reading was stopped.</exception>
    public static async Task<PolicyCorpus> LoadAsync(
        string folder, ReadMode mode = ReadMode.Strict, ReadLimits? limits = null, CancellationToken cancellationToken = default)
    {
        var datasets = new List<PolicyDataset>();
        foreach (var file in Files(folder))
        {
            datasets.Add(await PolicyDataset.LoadAsync(file, mode, limits, cancellationToken).ConfigureAwait(false));
        }

        return Loaded(folder, datasets);
    }

    /// <summary>The data set with an identifier (按标识查找), or null.</summary>
    /// <param name="id">The identifier.</param>
    public PolicyDataset? Find(DatasetId id) => id.IsEmpty ? null : _byId.GetValueOrDefault(id.ToString());

    /// <summary>The thing at an address (按地址查找), or null.</summary>
    /// <param name="address">The address.</param>
    public IEntity? Find(CorpusAddress address) => Find(address.Dataset)?.Find(address.Record);

    /// <summary>The thing at an address (按地址查找), or null where the text is none or nothing is there.</summary>
    /// <param name="address">The address, for example <c>hebi-2023/p1472</c>.</param>
    public IEntity? Find(ReadOnlySpan<char> address)
    {
        var slash = address.IndexOf('/');
        return slash > 0 && _bySpan.TryGetValue(address[..slash], out var dataset) ? dataset.Find(address[(slash + 1)..]) : null;
    }

    /// <summary>The data sets that speak for a place (按地域查找).</summary>
    /// <param name="place">The division.</param>
    public ValueList<PolicyDataset> At(DivisionCode place) => _byPlace.GetValueOrDefault(place);

    /// <summary>The programs of a kind (按类别查找政策项目) in all data sets.</summary>
    /// <param name="kind">The kind.</param>
    public ValueList<CorpusEntry<PolicyProgram>> Programs(ProgramKind kind) => _programs.GetValueOrDefault(kind);

    /// <summary>The figures of an indicator (按指标查找数据) in all data sets.</summary>
    /// <param name="indicator">The indicator.</param>
    public ValueList<Figure> Observations(Indicator indicator) => _figures.Value.ByIndicator.GetValueOrDefault(indicator);

    /// <summary>The figures of a place (按地域查找数据) in all data sets.</summary>
    /// <param name="place">The division; figures of a place that a data set declares itself are not found here.</param>
    public ValueList<Figure> Observations(DivisionCode place) => _figures.Value.ByPlace.GetValueOrDefault(place);

    /// <summary>The figures of an indicator and a place (按指标和地域查找数据) in all data sets.</summary>
    /// <param name="indicator">The indicator.</param>
    /// <param name="place">The division.</param>
    public ValueList<Figure> Observations(Indicator indicator, DivisionCode place) => _figures.Value.ByBoth.GetValueOrDefault((indicator, place));

    /// <summary>The series of an indicator over all data sets (某指标的跨城市序列), one for each set of dimensions.</summary>
    /// <param name="indicator">The indicator.</param>
    public ValueList<CorpusSeries> SeriesOf(Indicator indicator) => _figures.Value.SeriesByIndicator.GetValueOrDefault(indicator);

    /// <summary>Runs every rule over every data set, and holds them against each other (校验).</summary>
    /// <param name="options">Tells the texts at hand of a data set, or null for none.</param>
    /// <remarks>What shows only between two data sets stands in the report of the later one, behind its own issues, and names the other.</remarks>
    public CorpusReport Validate(Func<PolicyDataset, ValidationOptions>? options = null)
    {
        var chosen = new Dictionary<PolicyDataset, ValidationOptions>(ReferenceEqualityComparer.Instance);
        foreach (var dataset in Datasets)
        {
            chosen.Add(dataset, options?.Invoke(dataset) ?? ValidationOptions.Default);
        }

        var reports = Validator.Joined([.. Datasets.Select(d => ((PolicyDataset?)d, Validator.Validate(d, chosen[d])))], d => chosen[d]);
        return new(Datasets.Zip(reports, (d, report) => new DatasetReport { Dataset = d.Id, Report = report }));
    }

    /// <summary>What the figures of all data sets imply and no text prints (推算).</summary>
    public ValueList<DerivedFigure> Derive() =>
        Datasets.SelectMany(d => Validator.Derive(d).Select(v => new DerivedFigure { Dataset = d, Derived = v })).ToValueList();

    /// <summary>The identifiers of the data sets.</summary>
    public override string ToString() => string.Join(", ", Datasets.Select(d => d.Id));

    internal static DivisionCode Code(PlaceReference? place) =>
        place is { IsDivision: true } division && DivisionCode.TryParse(division.ToString(), out var code) ? code : default;

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(folder).Where(f => Path.GetExtension(f) == ".json").Order(StringComparer.Ordinal);

    private static PolicyCorpus Loaded(string folder, IReadOnlyList<PolicyDataset> datasets)
    {
        try
        {
            return new(datasets);
        }
        catch (ArgumentException failure)
        {
            throw new InvalidDataException($"{TextSafety.Escape(folder)}: {failure.Message}", failure);
        }
    }

    // The items are gone through twice, so that every list is made as long as it will be: large ones that grow are copied, and collected, over and over.
    private static Dictionary<TKey, ValueList<T>> Group<TItem, TKey, T>(IEnumerable<TItem> items, Func<TItem, TKey> keyOf, Func<TItem, T> valueOf)
        where TKey : notnull
    {
        var groups = new Dictionary<TKey, (T[] Items, int Count)>();
        foreach (var item in items)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(groups, keyOf(item), out _).Count++;
        }

        foreach (var item in items)
        {
            ref var group = ref CollectionsMarshal.GetValueRefOrNullRef(groups, keyOf(item));
            group.Items ??= new T[group.Count];
            group.Items[^group.Count--] = valueOf(item);
        }

        return groups.ToDictionary(g => g.Key, g => new ValueList<T>(g.Value.Items));
    }

    /// <summary>The figures by what is asked for.</summary>
    private sealed class FigureIndex
    {
        public FigureIndex(ValueList<PolicyDataset> datasets)
        {
            var byIndicator = new Dictionary<Indicator, FigureList>();
            var byPlace = new Dictionary<DivisionCode, FigureList>();
            var byBoth = new Dictionary<(Indicator, DivisionCode), FigureList>();
            var bySeries = new Dictionary<SeriesKey, FigureList>();
            var places = new (FigureList Indicator, FigureList Series, FigureList? Place, FigureList? Both)[datasets.Sum(d => d.Series.Count)];
            var at = 0;
            foreach (var dataset in datasets)
            {
                var own = dataset.Indicators.IsEmpty ? null : dataset.Indicators.Select(d => d.Id).ToHashSet();
                foreach (var series in dataset.Series)
                {
                    var place = Code(series.Place);
                    var count = series.Observations.Count;
                    places[at++] = count == 0 ? default : (
                        At(byIndicator, series.Indicator, count),
                        At(bySeries, SeriesKey.Of(dataset, series, own?.Contains(series.Indicator) == true), count),
                        place.IsEmpty ? null : At(byPlace, place, count),
                        place.IsEmpty ? null : At(byBoth, (series.Indicator, place), count));
                }
            }

            // All are counted before any is kept: lists that grow would be copied, and large ones collected, over and over.
            at = 0;
            foreach (var dataset in datasets)
            {
                foreach (var series in dataset.Series)
                {
                    var lists = places[at++];
                    foreach (var observation in series.Observations)
                    {
                        var figure = new Figure { Dataset = dataset, Series = series, Observation = observation };
                        lists.Indicator.Add(figure);
                        lists.Series.Add(figure);
                        lists.Place?.Add(figure);
                        lists.Both?.Add(figure);
                    }
                }
            }

            ByIndicator = Lists(byIndicator);
            ByPlace = Lists(byPlace);
            ByBoth = Lists(byBoth);
            var order = Indicator.CodeList.Definitions.Select((d, i) => (d.Code, i)).ToDictionary(p => p.Code, p => p.i, StringComparer.Ordinal);
            Series = bySeries
                .Select(g => new CorpusSeries
                {
                    Indicator = g.Key.Indicator,
                    Dimensions = g.Key.Dimensions,
                    Subject = g.Key.Subject,
                    Figures = g.Value.Ordered(),
                })
                .OrderBy(s => order.GetValueOrDefault(s.Indicator.ToString(), int.MaxValue))
                .ThenBy(s => s.Indicator)
                .ToValueList();
            SeriesByIndicator = Group(Series.AsEnumerable(), s => s.Indicator, s => s);
        }

        private static FigureList At<TKey>(Dictionary<TKey, FigureList> lists, TKey key, int count)
            where TKey : notnull
        {
            var list = CollectionsMarshal.GetValueRefOrAddDefault(lists, key, out _) ??= new();
            list.Expect(count);
            return list;
        }

        private static Dictionary<TKey, ValueList<Figure>> Lists<TKey>(Dictionary<TKey, FigureList> groups)
            where TKey : notnull
        {
            var lists = new Dictionary<TKey, ValueList<Figure>>(groups.Count);
            foreach (var (key, figures) in groups)
            {
                lists.Add(key, figures.AsGiven());
            }

            return lists;
        }

        public Dictionary<Indicator, ValueList<Figure>> ByIndicator { get; }

        public Dictionary<DivisionCode, ValueList<Figure>> ByPlace { get; }

        public Dictionary<(Indicator Indicator, DivisionCode Place), ValueList<Figure>> ByBoth { get; }

        public Dictionary<Indicator, ValueList<CorpusSeries>> SeriesByIndicator { get; }

        public ValueList<CorpusSeries> Series { get; }
    }

    /// <summary>What makes figures of several data sets one series; the owner is the data set, where the indicator is one that it defines itself.</summary>
    private readonly record struct SeriesKey(Indicator Indicator, DatasetId Owner, SeriesDimensions Dimensions, CorpusAddress? Subject)
    {
        public static SeriesKey Of(PolicyDataset dataset, IndicatorSeries series, bool isOwn)
        {
            Reference? local = series.Subject is { IsDivision: false } subject ? subject
                : series.Place is { IsDivision: false } place ? (Reference)place
                : null;
            return new(
                series.Indicator,
                isOwn ? dataset.Id : default,
                IsOrdered(series.Dimensions) ? series.Dimensions : SeriesDimensions.Create(series.Dimensions.Select(d => d with { Codes = d.Codes.Order().ToValueList() })),
                local is { IsEmpty: false } record ? CorpusAddress.Create(dataset.Id, record) : null);
        }

        private static bool IsOrdered(SeriesDimensions dimensions)
        {
            foreach (var dimension in dimensions)
            {
                for (var i = 1; i < dimension.Codes.Count; i++)
                {
                    if (dimension.Codes[i - 1].CompareTo(dimension.Codes[i]) > 0)
                    {
                        return false;
                    }
                }
            }

            return true;
        }
    }

    /// <summary>Figures that are counted first and then kept.</summary>
    private sealed class FigureList
    {
        private Figure[] _figures = [];

        private int _expected;

        private int _count;

        public void Expect(int count) => _expected += count;

        public void Add(in Figure figure)
        {
            if (_count == 0)
            {
                _figures = new Figure[_expected];
            }

            _figures[_count++] = figure;
        }

        public ValueList<Figure> AsGiven() => new(_figures);

        /// <summary>The figures by place, then period, then as given; the days of a period are worked out once.</summary>
        public ValueList<Figure> Ordered()
        {
            var orders = ArrayPool<FigureOrder>.Shared.Rent(_count);
            var keys = orders.AsSpan(0, _count);
            for (var i = 0; i < _count; i++)
            {
                var period = _figures[i].Period ?? default;
                keys[i] = new(_figures[i].Place ?? default, period.Earliest ?? NodaTime.LocalDate.MinIsoValue, period.Latest ?? NodaTime.LocalDate.MaxIsoValue, period, i);
            }

            keys.Sort();
            var ordered = new Figure[_count];
            for (var i = 0; i < _count; i++)
            {
                ordered[i] = _figures[keys[i].Number];
            }

            ArrayPool<FigureOrder>.Shared.Return(orders, clearArray: true);
            return new(ordered);
        }
    }

    private readonly record struct FigureOrder(PlaceReference Place, NodaTime.LocalDate Earliest, NodaTime.LocalDate Latest, ReportingPeriod Period, int Number) : IComparable<FigureOrder>
    {
        public int CompareTo(FigureOrder other)
        {
            var order = Place.CompareTo(other.Place);
            order = order != 0 ? order : Earliest.CompareTo(other.Earliest);
            order = order != 0 ? order : Latest.CompareTo(other.Latest);
            order = order != 0 ? order : string.CompareOrdinal(Period.ToString(), other.Period.ToString());
            return order != 0 ? order : Number.CompareTo(other.Number);
        }
    }
}
