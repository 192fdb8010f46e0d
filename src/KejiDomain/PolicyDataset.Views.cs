using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace KejiDomain;

/// <content>The views in the words of policy: each is computed from the records when it is asked for, and none is stored.</content>
public sealed partial record PolicyDataset
{
    // Beside the record, not in it: an index must take no part in equality, and a copy has its own.
    private static readonly ConditionalWeakTable<PolicyDataset, DatasetIndex> Indexes = [];

    /// <summary>The administrative units (行政单位与地域) that the sources speak of, with or without a GB/T 2260 code, each once and in the order of the records.</summary>
    [JsonIgnore]
    public ValueList<ReferencedPlace> AdministrativeUnits => PlaceCollector.Collect(this);

    /// <summary>The officials (官员): people with the titles that the sources print; who has no title is among <see cref="People"/> only.</summary>
    [JsonIgnore]
    public ValueList<Official> Officials
    {
        get
        {
            var titles = Appointments.ToLookup(a => a.Person);
            return People.Where(p => titles.Contains(p.Id)).Select(p => new Official { Person = p, Appointments = titles[p.Id].ToValueList() }).ToValueList();
        }
    }

    /// <summary>The prizes (奖励): recognitions whose class is an award, from the national five to friendship awards.</summary>
    [JsonIgnore]
    public ValueList<Recognition> Awards => Recognitions.Where(r => r.IsOf("award")).ToValueList();

    /// <summary>The platforms (平台): organizations that hold, or seek, a recognition of a platform class.</summary>
    [JsonIgnore]
    public ValueList<Platform> Platforms
    {
        get
        {
            var held = (
                from recognition in Recognitions
                where recognition.IsOf("platform")
                from party in (recognition.Recipients?.Items ?? []).OfType<ReferredParty>()
                select (party.To, recognition)).ToLookup(h => h.To, h => h.recognition);
            return Organizations
                .Where(o => held.Contains(o.Id))
                .Select(o => new Platform { Organization = o, Recognitions = held[o.Id].ToValueList() })
                .ToValueList();
        }
    }

    /// <summary>The indicators that have figures (有数据的指标), each once and in the order of the text; <see cref="Indicators"/> has the definitions that the library's list lacks.</summary>
    [JsonIgnore]
    public ValueList<Indicator> ReportedIndicators => Series.Select(s => s.Indicator).Distinct().ToValueList();

    private DatasetIndex Index => Indexes.GetValue(this, static dataset => new(dataset));

    /// <summary>Every figure (全部数据) in the order of the text.</summary>
    public ValueList<Figure> Observations() => Figures(Series);

    /// <summary>The figures of an indicator (某指标的数据) in the order of the text.</summary>
    /// <param name="indicator">The indicator.</param>
    public ValueList<Figure> Observations(Indicator indicator) => Figures(Series.Where(s => s.Indicator == indicator));

    /// <summary>The thing that a reference points to (查找), or null where nothing has the identifier or it is a GB/T 2260 code.</summary>
    /// <param name="reference">The reference.</param>
    /// <remarks>The first call reads all identifiers; every later one takes the same short time and allocates nothing.</remarks>
    public IEntity? Find(Reference reference) => reference.IsEmpty ? null : Index.Find(reference.ToString());

    /// <summary>The thing with an identifier (查找), or null.</summary>
    /// <param name="id">The identifier, for example <c>p1472</c>.</param>
    public IEntity? Find(ReadOnlySpan<char> id) => Index.Find(id);

    /// <summary>What the data set or the library's list says of an indicator (指标定义), or null for one that neither knows.</summary>
    internal LocalizedText? NameOf(Indicator indicator) =>
        Indicators.FirstOrDefault(d => d.Id == indicator)?.Name
        ?? (indicator.Definition is { } known ? new LocalizedText { Zh = known.Zh, En = known.En } : null);

    /// <summary>The Chinese name of a place, a person, a body or any other thing (名称); the bare reference where it has none.</summary>
    internal string NameOf(Reference reference) =>
        reference.IsDivision
            ? Gazetteer.TryGetLast(reference.ToString(), out var division) ? division.Name : reference.ToString()
            : Find(reference)?.ToString() ?? reference.ToString();

    private ValueList<Figure> Figures(IEnumerable<IndicatorSeries> series) =>
        series.SelectMany(s => s.Observations.Select(o => new Figure { Dataset = this, Series = s, Observation = o })).ToValueList();

    private sealed class DatasetIndex
    {
        private readonly Dictionary<string, IEntity> _byId = new(StringComparer.Ordinal);

        private readonly Dictionary<string, IEntity>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

        public DatasetIndex(PolicyDataset dataset)
        {
            Add(dataset.Units);
            Add(dataset.People);
            Add(dataset.Organizations);
            Add(dataset.Works);
            Add(dataset.Documents);
            Add(dataset.Meetings);
            Add(dataset.Programs);
            Add(dataset.Recognitions);
            _bySpan = _byId.GetAlternateLookup<ReadOnlySpan<char>>();
        }

        public IEntity? Find(string id) => _byId.GetValueOrDefault(id);

        public IEntity? Find(ReadOnlySpan<char> id) => _bySpan.TryGetValue(id, out var entity) ? entity : null;

        // An identifier given twice is an error that validation reports; the first thing has it.
        private void Add<T>(ValueList<T> entities)
            where T : IEntity
        {
            foreach (var entity in entities)
            {
                _byId.TryAdd(entity.Key.ToString(), entity);
            }
        }
    }

    private sealed class PlaceCollector(PolicyDataset dataset) : DatasetVisitor
    {
        private readonly HashSet<Reference> _seen = [];

        private readonly List<ReferencedPlace> _places = [];

        public static ValueList<ReferencedPlace> Collect(PolicyDataset dataset)
        {
            var collector = new PlaceCollector(dataset);
            collector.Visit(dataset);
            return collector._places.ToValueList();
        }

        protected override void Enter(object record)
        {
            if (record is AdministrativeUnit unit)
            {
                Add(unit.Id, unit);
            }
        }

        protected override void Refer(Reference to, RecordKind allowed)
        {
            if (to.IsDivision)
            {
                Add(PlaceReference.Parse(to.ToString()), null);
            }
            else if (dataset.Find(to) is AdministrativeUnit unit)
            {
                Add(unit.Id, unit);
            }
        }

        private void Add(PlaceReference place, AdministrativeUnit? unit)
        {
            if (!place.IsEmpty && _seen.Add(place))
            {
                _places.Add(new() { Place = place, Unit = unit });
            }
        }
    }
}
