using System.Numerics;

namespace KejiDomain.Validation;

/// <summary>What a data set declares: identifiers with their kinds, damage patterns, its own indicators.</summary>
internal sealed class RecordIndex : IDisposable
{
    // A record's number is its place in its list, and above it the bit of its kind.
    private const int PlaceBits = 27;

    private readonly PolicyDataset _dataset;

    private readonly DroppedParts _dropped;

    private IdTable _records;

    // Made when first asked for.
    private IdTable _sources;

    private IdTable _damage;

    // Mostly there is none.
    private bool _knowsDamage;

    private IdTable _indicators;

    public RecordIndex(PolicyDataset dataset, DroppedParts dropped, Action<Issue> report)
    {
        _dataset = dataset;
        _dropped = dropped;
        _records = new(
            dataset.Sources.Count + dataset.Units.Count + dataset.People.Count + dataset.Organizations.Count + dataset.Works.Count
            + dataset.Documents.Count + dataset.Meetings.Count + dataset.Programs.Count + dataset.Recognitions.Count);
        Declare(dataset.Sources, static r => r.Id.ToString(), RecordKind.Source, "sources", report);
        Declare(dataset.Units, static r => r.Id.ToString(), RecordKind.AdministrativeUnit, "units", report);
        Declare(dataset.People, static r => r.Id.ToString(), RecordKind.Person, "people", report);
        Declare(dataset.Organizations, static r => r.Id.ToString(), RecordKind.Organization, "organizations", report);
        Declare(dataset.Works, static r => r.Id.ToString(), RecordKind.Work, "works", report);
        Declare(dataset.Documents, static r => r.Id.ToString(), RecordKind.Document, "documents", report);
        Declare(dataset.Meetings, static r => r.Id.ToString(), RecordKind.Meeting, "meetings", report);
        Declare(dataset.Programs, static r => r.Id.ToString(), RecordKind.PolicyProgram, "programs", report);
        Declare(dataset.Recognitions, static r => r.Id.ToString(), RecordKind.Recognition, "recognitions", report);
    }

    /// <summary>The kind of an identifier, <see cref="RecordKind.None"/> where nothing has it, or null where what had it could not be read.</summary>
    public RecordKind? KindOf(string identifier) =>
        _records.TryFind(identifier, out var record) ? KindOf(record) : _dropped.Declared(identifier) ? null : RecordKind.None;

    /// <summary>Where in its list the record of an identifier stands, or null where none of the kind has it.</summary>
    public int? PlaceOf(string identifier, RecordKind kind) =>
        _records.TryFind(identifier, out var record) && KindOf(record) == kind ? record & ((1 << PlaceBits) - 1) : null;

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

        if (_sources.Count == 0)
        {
            for (var i = 0; i < _dataset.Sources.Count; i++)
            {
                ref var place = ref _sources.NumberOf(_dataset.Sources[i].Id.ToString(), out var isNew);
                place = isNew ? i : place;
            }
        }

        return _sources.TryFind(id.ToString(), out var found) ? _dataset.Sources[found] : null;
    }

    public bool HasSource(SourceId id) => FindSource(id) is not null || _dropped.Declared(id.ToString());

    public bool HasDamage(string id)
    {
        if (!_knowsDamage)
        {
            _knowsDamage = true;
            foreach (var source in _dataset.Sources)
            {
                foreach (var damage in source.Damage)
                {
                    _damage.NumberOf(damage.Id.ToString(), out _);
                }
            }
        }

        return _damage.TryFind(id, out _) || _dropped.Declared(id);
    }

    public bool HasIndicator(string code)
    {
        if (_indicators.Count == 0)
        {
            foreach (var indicator in _dataset.Indicators)
            {
                _indicators.NumberOf(indicator.Id.ToString(), out _);
            }
        }

        return _indicators.TryFind(code, out _);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _records.Dispose();
        _sources.Dispose();
        _damage.Dispose();
        _indicators.Dispose();
    }

    private static RecordKind KindOf(int record) => (RecordKind)(1 << (record >>> PlaceBits));

    private void Declare<T>(ValueList<T> records, Func<T, string> idOf, RecordKind kind, string list, Action<Issue> report)
    {
        var all = records.AsSpan();
        for (var i = 0; i < all.Length; i++)
        {
            Declare(idOf(all[i]), kind, list, i, report);
        }
    }

    private void Declare(string identifier, RecordKind kind, string list, int place, Action<Issue> report)
    {
        if (identifier.Length == 0)
        {
            return;
        }

        ref var record = ref _records.NumberOf(identifier, out var isNew);
        if (isNew)
        {
            record = (BitOperations.Log2((uint)kind) << PlaceBits) | place;
        }
        else
        {
            HasDuplicates = true;
            report(Issue.Of(IssueCodes.DuplicateIdentifier, $"{JsonLocator.Item("$." + list, place)}.id", identifier));
        }
    }
}
