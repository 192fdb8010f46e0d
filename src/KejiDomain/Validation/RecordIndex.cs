namespace KejiDomain.Validation;

/// <summary>What a data set declares: identifiers with their kinds, damage patterns, its own indicators.</summary>
internal sealed class RecordIndex
{
    private readonly Dictionary<string, RecordKind> _kinds = new(StringComparer.Ordinal);

    private readonly Dictionary<string, Source> _sources = new(StringComparer.Ordinal);

    private readonly HashSet<string> _damage = new(StringComparer.Ordinal);

    private readonly HashSet<string> _indicators = new(StringComparer.Ordinal);

    private readonly DroppedParts _dropped;

    public RecordIndex(PolicyDataset dataset, DroppedParts dropped, Action<string, string> duplicate)
    {
        _dropped = dropped;
        for (var i = 0; i < dataset.Sources.Count; i++)
        {
            var source = dataset.Sources[i];
            Declare(source.Id.ToString(), RecordKind.Source, "sources", i, duplicate);
            _sources.TryAdd(source.Id.ToString(), source);
            foreach (var damage in source.Damage)
            {
                _damage.Add(damage.Id.ToString());
            }
        }

        Declare(dataset.Units, RecordKind.AdministrativeUnit, "units", duplicate);
        Declare(dataset.People, RecordKind.Person, "people", duplicate);
        Declare(dataset.Organizations, RecordKind.Organization, "organizations", duplicate);
        Declare(dataset.Works, RecordKind.Work, "works", duplicate);
        Declare(dataset.Documents, RecordKind.Document, "documents", duplicate);
        Declare(dataset.Meetings, RecordKind.Meeting, "meetings", duplicate);
        Declare(dataset.Programs, RecordKind.PolicyProgram, "programs", duplicate);
        Declare(dataset.Recognitions, RecordKind.Recognition, "recognitions", duplicate);
        foreach (var indicator in dataset.Indicators)
        {
            _indicators.Add(indicator.Id.ToString());
        }
    }

    /// <summary>The kind of an identifier, <see cref="RecordKind.None"/> where nothing has it, or null where what had it could not be read.</summary>
    public RecordKind? KindOf(string identifier) =>
        _kinds.TryGetValue(identifier, out var kind) ? kind : _dropped.Declared(identifier) ? null : RecordKind.None;

    public Source? FindSource(SourceId id) => _sources.GetValueOrDefault(id.ToString());

    public bool HasSource(SourceId id) => _sources.ContainsKey(id.ToString()) || _dropped.Declared(id.ToString());

    public bool HasDamage(string id) => _damage.Contains(id) || _dropped.Declared(id);

    public bool HasIndicator(string code) => _indicators.Contains(code);

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
        if (identifier.Length > 0 && !_kinds.TryAdd(identifier, kind))
        {
            duplicate($"{JsonLocator.Item("$." + list, index)}.id", identifier);
        }
    }
}
