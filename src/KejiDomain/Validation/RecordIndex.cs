namespace KejiDomain.Validation;

/// <summary>What a data set declares: identifiers with their kinds, damage patterns, its own indicators.</summary>
internal sealed class RecordIndex
{
    private readonly PolicyDataset _dataset;

    private readonly Dictionary<string, (RecordKind Kind, int Place)> _records;

    private readonly DroppedParts _dropped;

    private Dictionary<string, Source>? _sources;

    private HashSet<string>? _damage;

    private HashSet<string>? _indicators;

    public RecordIndex(PolicyDataset dataset, DroppedParts dropped, Action<string, string> duplicate)
    {
        _dataset = dataset;
        _dropped = dropped;
        _records = new(
            dataset.Sources.Count + dataset.Units.Count + dataset.People.Count + dataset.Organizations.Count + dataset.Works.Count
            + dataset.Documents.Count + dataset.Meetings.Count + dataset.Programs.Count + dataset.Recognitions.Count,
            StringComparer.Ordinal);
        for (var i = 0; i < dataset.Sources.Count; i++)
        {
            Declare(dataset.Sources[i].Id.ToString(), RecordKind.Source, "sources", i, duplicate);
        }

        Declare(dataset.Units, RecordKind.AdministrativeUnit, "units", duplicate);
        Declare(dataset.People, RecordKind.Person, "people", duplicate);
        Declare(dataset.Organizations, RecordKind.Organization, "organizations", duplicate);
        Declare(dataset.Works, RecordKind.Work, "works", duplicate);
        Declare(dataset.Documents, RecordKind.Document, "documents", duplicate);
        Declare(dataset.Meetings, RecordKind.Meeting, "meetings", duplicate);
        Declare(dataset.Programs, RecordKind.PolicyProgram, "programs", duplicate);
        Declare(dataset.Recognitions, RecordKind.Recognition, "recognitions", duplicate);
    }

    /// <summary>The kind of an identifier, <see cref="RecordKind.None"/> where nothing has it, or null where what had it could not be read.</summary>
    public RecordKind? KindOf(string identifier) =>
        _records.TryGetValue(identifier, out var record) ? record.Kind : _dropped.Declared(identifier) ? null : RecordKind.None;

    /// <summary>Where in its list the record of an identifier stands, or null where none of the kind has it.</summary>
    public int? PlaceOf(string identifier, RecordKind kind) =>
        _records.TryGetValue(identifier, out var record) && record.Kind == kind ? record.Place : null;

    /// <summary>Whether no series, and nothing of one, was left out in reading.</summary>
    public bool HasWholeSeries => _dropped.HasWholeSeries;

    /// <summary>Whether nothing of a series was left out in reading.</summary>
    public bool IsWholeSeries(int place) => _dropped.IsWholeSeries(place);

    /// <summary>Whether an identifier is given twice.</summary>
    public bool HasDuplicates { get; private set; }

    public Source? FindSource(SourceId id)
    {
        // Mostly there is one.
        if (_dataset.Sources is [var only])
        {
            return only.Id == id ? only : null;
        }

        if (_sources is null)
        {
            _sources = new(_dataset.Sources.Count, StringComparer.Ordinal);
            foreach (var source in _dataset.Sources)
            {
                _sources.TryAdd(source.Id.ToString(), source);
            }
        }

        return _sources.GetValueOrDefault(id.ToString());
    }

    public bool HasSource(SourceId id) => FindSource(id) is not null || _dropped.Declared(id.ToString());

    public bool HasDamage(string id)
    {
        if (_damage is null)
        {
            _damage = new(StringComparer.Ordinal);
            foreach (var source in _dataset.Sources)
            {
                foreach (var damage in source.Damage)
                {
                    _damage.Add(damage.Id.ToString());
                }
            }
        }

        return _damage.Contains(id) || _dropped.Declared(id);
    }

    public bool HasIndicator(string code)
    {
        if (_indicators is null)
        {
            _indicators = new(StringComparer.Ordinal);
            foreach (var indicator in _dataset.Indicators)
            {
                _indicators.Add(indicator.Id.ToString());
            }
        }

        return _indicators.Contains(code);
    }

    private void Declare<T>(ValueList<T> records, RecordKind kind, string list, Action<string, string> duplicate)
        where T : IEntity
    {
        for (var i = 0; i < records.Count; i++)
        {
            Declare(records[i].Key.ToString(), kind, list, i, duplicate);
        }
    }

    private void Declare(string identifier, RecordKind kind, string list, int index, Action<string, string> duplicate)
    {
        if (identifier.Length > 0 && !_records.TryAdd(identifier, (kind, index)))
        {
            HasDuplicates = true;
            duplicate($"{JsonLocator.Item("$." + list, index)}.id", identifier);
        }
    }
}
