using System.Globalization;
using System.Text.Json.Nodes;

namespace KejiDomain;

/// <summary>Gives the identifiers of a second data set that the first has too other names, wherever they stand.</summary>
internal sealed class DatasetRenaming
{
    // One space for everything that a reference or a citation can name; patterns, events and indicators have spaces of their own.
    private readonly Dictionary<string, string> _records;

    private readonly Dictionary<string, string> _damage;

    private readonly Dictionary<string, string> _events;

    private readonly Dictionary<string, string> _indicators;

    private readonly Dictionary<string, string> _same;

    /// <param name="first">The data set whose identifiers stay.</param>
    /// <param name="second">The data set whose identifiers make way.</param>
    /// <param name="same">The identifiers of the second that mean what one of the first means.</param>
    public DatasetRenaming(PolicyDataset first, PolicyDataset second, Dictionary<string, string> same)
    {
        _same = same;
        _records = Names([.. Sources(first), .. Identifiers.Of(first).Records], [.. Sources(second), .. Identifiers.Of(second).Records], same);
        _damage = Names(Damage(first), Damage(second), []);
        _events = Names(Identifiers.Of(first).Events, Identifiers.Of(second).Events, []);
        _indicators = Names(
            first.Indicators.Select(d => d.Id.ToString()),
            second.Indicators.Select(d => d.Id.ToString()),
            []);
        Changes = _records
            .Where(r => r.Key != r.Value && !same.ContainsKey(r.Key))
            .Select(r => new RecordMatch(Reference.Parse(r.Key), Reference.Parse(r.Value)))
            .ToValueList();
    }

    public ValueList<RecordMatch> Changes { get; }

    public bool IsSame(string identifier) => _same.ContainsKey(identifier);

    public void Apply(JsonObject dataset) => Record(JsonContract.Of(typeof(PolicyDataset)), dataset);

    private static IEnumerable<string> Sources(PolicyDataset dataset) => dataset.Sources.Select(s => s.Id.ToString());

    private static IEnumerable<string> Damage(PolicyDataset dataset) => dataset.Sources.SelectMany(s => s.Damage).Select(d => d.Id.ToString());

    private static Dictionary<string, string> Names(IEnumerable<string> taken, IEnumerable<string> wanted, Dictionary<string, string> same)
    {
        var all = wanted.Distinct(StringComparer.Ordinal).ToArray();
        var used = taken.ToHashSet(StringComparer.Ordinal);
        var reserved = all.ToHashSet(StringComparer.Ordinal);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in all)
        {
            names.Add(name, same.TryGetValue(name, out var other) ? other : used.Contains(name) ? Free(name) : name);
        }

        return names;

        string Free(string name)
        {
            for (var n = 2; ; n++)
            {
                var suffix = string.Create(CultureInfo.InvariantCulture, $"-{n}");
                var candidate = name[..Math.Min(name.Length, TextFormat.SlugLength - suffix.Length)].TrimEnd('-') + suffix;
                if (!reserved.Contains(candidate) && used.Add(candidate))
                {
                    return candidate;
                }
            }
        }
    }

    private void Record(RecordContract contract, JsonObject record)
    {
        foreach (var member in contract.Members)
        {
            if (record[member.Name] is not { } value)
            {
                continue;
            }

            var type = Nullable.GetUnderlyingType(member.Property.PropertyType) ?? member.Property.PropertyType;
            var names = type == typeof(DatasetId) ? null
                : type == typeof(DamageId) ? _damage
                : type == typeof(EventId) ? _events
                : contract.Type == typeof(Evidence) && member.Name == "why" ? _damage
                : type == typeof(Indicator) ? _indicators
                : _records;
            if (names is not null && Value(member.Shape, value, names, isNamed: names != _records) is { } renamed)
            {
                record[member.Name] = renamed;
            }
        }
    }

    /// <summary>Renames inside a value; the new value, where it is a text that changes.</summary>
    private JsonNode? Value(JsonShape shape, JsonNode value, Dictionary<string, string> names, bool isNamed)
    {
        switch (shape)
        {
            case JsonShape.Text text when value is JsonValue literal:
                var before = literal.GetValue<string>();
                var after = isNamed || text.Format == TextFormat.Identifier || text.Format == Reference.Format || text.Format == PlaceReference.Format
                    ? names.GetValueOrDefault(before, before)
                    : text.Format == Citation.Format ? Cited(before) : before;
                return after == before ? null : JsonValue.Create(after);
            case JsonShape.Record { Type: var type } when value is JsonObject record:
                Record(JsonContract.Of(type), record);
                return null;
            case JsonShape.List list when value is JsonArray items:
                for (var i = 0; i < items.Count; i++)
                {
                    if (Value(list.Item, items[i]!, names, isNamed) is { } renamed)
                    {
                        items[i] = renamed;
                    }
                }

                return null;
            case JsonShape.OneOf choices:
                foreach (var choice in choices.Choices.Where(c => Fits(c, value)))
                {
                    return Value(choice.Shape, value, names, isNamed);
                }

                return null;
            default:
                return null;
        }
    }

    private static bool Fits(JsonShape.Choice choice, JsonNode value) => (choice.Shape, value) switch
    {
        (JsonShape.Text, JsonValue) or (JsonShape.List, JsonArray) => true,
        (JsonShape.Record, JsonObject record) => choice.Marker is null || record.ContainsKey(choice.Marker),
        _ => false,
    };

    private string Cited(string citation)
    {
        var end = citation.IndexOf('#', StringComparison.Ordinal);
        return _records.GetValueOrDefault(citation[..end], citation[..end]) + citation[end..];
    }

    /// <summary>The identifiers that things and events of a data set have.</summary>
    private sealed class Identifiers : DatasetVisitor
    {
        public List<string> Records { get; } = [];

        public List<string> Events { get; } = [];

        public static Identifiers Of(PolicyDataset dataset)
        {
            var identifiers = new Identifiers();
            identifiers.Visit(dataset);
            return identifiers;
        }

        protected override void Enter(object record)
        {
            switch (record)
            {
                case IEntity entity:
                    Records.Add(entity.Key.ToString());
                    break;
                case Observation { Event: { } id }:
                    Events.Add(id.ToString());
                    break;
                default:
                    break;
            }
        }
    }
}
