using System.Buffers;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace KejiDomain;

/// <summary>Merges two data sets in their JSON, along the contract, so that no member of any record is forgotten.</summary>
internal sealed class DatasetMerge
{
    private static readonly string[] EntityLists = ["units", "people", "organizations", "works", "documents", "meetings", "programs", "recognitions"];

    private static readonly JsonSerializerOptions OneLine = new(KejiJson.Options) { WriteIndented = false, Encoder = CanonicalEncoder.Instance };

    private readonly PolicyDataset _first;

    private readonly PolicyDataset _second;

    private readonly DatasetRenaming _renaming;

    private readonly List<MergeConflict> _conflicts = [];

    public DatasetMerge(PolicyDataset first, PolicyDataset second, ValueList<RecordMatch> matches)
    {
        _first = first;
        _second = second;
        _renaming = new(first, second, SameThings(matches));
    }

    public MergeResult Run(DatasetId id, LocalizedText? title)
    {
        var left = Parse(_first);
        var right = Parse(_second);
        _renaming.Apply(right);
        left["id"] = id.ToString();
        if (title is not null)
        {
            var named = Parse(_first with { Title = title });
            left["title"] = named["title"]!.DeepClone();
        }

        Concatenate(left, right, "sources");
        foreach (var list in EntityLists)
        {
            MergeEntities(left, right, list);
        }

        MergeAppointments(left, right);
        MergeSeries(left, right);
        Concatenate(left, right, "indicators");
        MergeRootEvidence(left, right, isFirstTitle: title is null);
        return new()
        {
            Dataset = Read(left),
            Conflicts = _conflicts.ToValueList(),
            Candidates = Candidates(),
            Renamed = _renaming.Changes,
        };
    }

    // Identifiers shared from outside, then what the caller knows.
    private Dictionary<string, string> SameThings(ValueList<RecordMatch> matches)
    {
        var same = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (one, other) in matches)
        {
            if (_first.Find(one) is not { } left || _second.Find(other) is not { } right || left.GetType() != right.GetType())
            {
                throw new ArgumentException($"'{one}' and '{other}' are not two things of one kind.", nameof(matches));
            }

            if (!same.TryAdd(other.ToString(), one.ToString()))
            {
                throw new ArgumentException($"'{other}' is matched twice.", nameof(matches));
            }
        }

        var known = new Dictionary<(Type, ExternalIdentifier), string>();
        foreach (var (entity, identifier) in Identified(_first))
        {
            known.TryAdd((entity.GetType(), identifier), entity.Key.ToString());
        }

        foreach (var (entity, identifier) in Identified(_second))
        {
            if (known.TryGetValue((entity.GetType(), identifier), out var one))
            {
                same.TryAdd(entity.Key.ToString(), one);
            }
        }

        return same;
    }

    private static IEnumerable<(IEntity Entity, ExternalIdentifier Identifier)> Identified(PolicyDataset dataset) =>
    [
        .. dataset.Units.SelectMany(e => e.Identifiers.Select(i => ((IEntity)e, i))),
        .. dataset.People.SelectMany(e => e.Identifiers.Select(i => ((IEntity)e, i))),
        .. dataset.Organizations.SelectMany(e => e.Identifiers.Select(i => ((IEntity)e, i))),
        .. dataset.Works.SelectMany(e => e.Identifiers.Select(i => ((IEntity)e, i))),
        .. dataset.Documents.SelectMany(e => e.Identifiers.Select(i => ((IEntity)e, i))),
    ];

    private static IEnumerable<IEntity> Entities(PolicyDataset dataset) =>
    [
        .. dataset.Units, .. dataset.People, .. dataset.Organizations, .. dataset.Works, .. dataset.Documents, .. dataset.Meetings, .. dataset.Programs, .. dataset.Recognitions,
    ];

    private ValueList<RecordMatch> Candidates()
    {
        var named = Entities(_first).ToLookup(e => (e.GetType(), e.ToString()));
        return (
            from right in Entities(_second)
            where !_renaming.IsSame(right.Key.ToString())
            from left in named[(right.GetType(), right.ToString())]
            select new RecordMatch(left.Key, right.Key)).ToValueList();
    }

    private void MergeEntities(JsonObject left, JsonObject right, string list)
    {
        if (Items(right, list) is not { Count: > 0 } added)
        {
            return;
        }

        var contract = Contract(JsonContract.Of(typeof(PolicyDataset)), list)!;
        var merged = List(left, list);
        var places = merged.Select((item, i) => (Id: Text(item!, "id"), i)).ToDictionary(p => p.Id, p => p.i, StringComparer.Ordinal);
        foreach (var record in added)
        {
            if (places.TryGetValue(Text(record, "id"), out var place))
            {
                MergeRecords(contract, (JsonObject)merged[place]!, record, Text(record, "id"));
            }
            else
            {
                merged.Add((JsonNode)record);
            }
        }
    }

    /// <summary>Joins the second record to the first: lists are joined, what only one says is taken over, what both say differently is reported.</summary>
    private void MergeRecords(RecordContract contract, JsonObject left, JsonObject right, string subject)
    {
        var differing = new List<string>();
        var moved = new Dictionary<string, int[]>(StringComparer.Ordinal);
        Stamp(contract, left);
        Stamp(contract, right);
        foreach (var (member, value) in right.ToArray())
        {
            if (member is "id" or "evidence" || value is null)
            {
                continue;
            }

            if (left[member] is not { } existing)
            {
                right.Remove(member);
                left[member] = value;
            }
            else if (JsonNode.DeepEquals(existing, value))
            {
                continue;
            }
            else if (existing is JsonArray list && value is JsonArray more)
            {
                moved[member] = Join(list, more);
            }
            else
            {
                differing.Add(member);
                _conflicts.Add(new()
                {
                    Subject = subject,
                    Member = member,
                    First = Side(_first, Said(existing), left, member),
                    Second = Side(_second, Said(value), right, member),
                });
            }
        }

        MergeEvidence(left, right, differing, moved);
    }

    private static void MergeAppointments(JsonObject left, JsonObject right)
    {
        var merged = List(left, "appointments");
        foreach (var appointment in Items(right, "appointments"))
        {
            var twin = merged.OfType<JsonObject>().FirstOrDefault(a => EqualButEvidence(a, appointment));
            if (twin is null)
            {
                merged.Add((JsonNode)appointment);
            }
            else
            {
                MergeEvidence(twin, appointment, [], []);
            }
        }

        Drop(left, "appointments");
    }

    private void MergeSeries(JsonObject left, JsonObject right)
    {
        var merged = List(left, "series");
        var places = new Dictionary<string, JsonObject>(StringComparer.Ordinal);
        foreach (var series in merged.OfType<JsonObject>())
        {
            places.TryAdd(Key(series), series);
        }

        foreach (var series in Items(right, "series"))
        {
            if (!places.TryGetValue(Key(series), out var known))
            {
                merged.Add((JsonNode)series);
                continue;
            }

            var observations = (JsonArray)known["observations"]!;
            foreach (var observation in Items(series, "observations"))
            {
                MergeObservation(observations, observation, Key(series));
            }

            MergeEvidence(known, series, [], []);
        }

        Drop(left, "series");
    }

    private void MergeObservation(JsonArray known, JsonObject observation, string series)
    {
        var key = Key(observation, "period", "modality");
        var twins = known.OfType<JsonObject>().Where(o => Key(o, "period", "modality") == key).ToArray();
        var isDated = IsDated(observation);
        if (isDated && twins.FirstOrDefault(t => JsonNode.DeepEquals(t["measure"], observation["measure"]) && JsonNode.DeepEquals(t["event"], observation["event"])) is { } same)
        {
            observation.Remove("ordinal");
            MergeRecords(JsonContract.Of(typeof(Observation)), same, observation, $"{series} {key}");
            return;
        }

        if (twins.Length > 0)
        {
            foreach (var twin in twins.Where(t => isDated && Excludes(t, observation)))
            {
                _conflicts.Add(new()
                {
                    Subject = $"{series} {key}",
                    Member = "measure",
                    First = Side(_first, Words(twin), twin, "measure"),
                    Second = Side(_second, Words(observation), observation, "measure"),
                });
            }

            observation["ordinal"] = twins.Max(t => (int?)t["ordinal"] ?? 1) + 1;
            Reorder(observation, typeof(Observation));
        }

        known.Add((JsonNode)observation);
    }

    private static void MergeRootEvidence(JsonObject left, JsonObject right, bool isFirstTitle)
    {
        // The second title is not in the result, so nothing speaks for it; the first only where it stays.
        var evidence = new JsonArray();
        foreach (var item in Items(left, "evidence", isFirstTitle ? null : "title").Concat(Items(right, "evidence", "title")))
        {
            evidence.Add(item.DeepClone());
        }

        left.Remove("evidence");
        if (evidence.Count > 0)
        {
            left["evidence"] = evidence;
        }

        static IEnumerable<JsonNode> Items(JsonObject root, string list, string? without) =>
            (root[list] as JsonArray ?? []).OfType<JsonNode>().Where(n => without is null || n is not JsonObject o || !(Text(o, "of") is var of && (of == without || of.StartsWith(without + ".", StringComparison.Ordinal))));
    }

    /// <summary>Adds the evidence of the second record. Where its words say something else, the whole of it is doubted; what speaks for a member that is not in the result is in the report alone.</summary>
    private static void MergeEvidence(JsonObject left, JsonObject right, List<string> differing, Dictionary<string, int[]> moved)
    {
        var merged = List(left, "evidence");
        foreach (var item in (right["evidence"] as JsonArray ?? []).OfType<JsonNode>().ToArray())
        {
            var of = item is JsonObject said ? Text(said, "of") : string.Empty;
            if (differing.Any(m => of == m || of.StartsWith(m + ".", StringComparison.Ordinal)))
            {
                continue;
            }

            var evidence = item.DeepClone();
            if (of.Length == 0 && differing.Count > 0)
            {
                var doubted = evidence as JsonObject ?? new JsonObject { ["cite"] = evidence };
                var doubt = string.Join("; ", differing.Select(m => $"{m}: {Said(right[m]!)}"));
                doubted["doubt"] = Text(doubted, "doubt") is { Length: > 0 } before ? $"{before}; {doubt}" : doubt;
                evidence = doubted;
            }
            else if (of.Length > 0)
            {
                evidence["of"] = Moved(of, moved);
            }

            if (!merged.Any(m => JsonNode.DeepEquals(m, evidence)))
            {
                merged.Add(evidence);
            }
        }

        Drop(left, "evidence");
        if (left["evidence"] is { } last)
        {
            // It is written last.
            left.Remove("evidence");
            left["evidence"] = last;
        }
    }

    private static string Moved(string path, Dictionary<string, int[]> moved)
    {
        var parts = path.Split('.');
        if (parts.Length > 1 && moved.TryGetValue(parts[0], out var places)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < places.Length)
        {
            parts[1] = places[index].ToString(CultureInfo.InvariantCulture);
        }

        return string.Join('.', parts);
    }

    /// <summary>Appends what the first list lacks; tells where each item of the second is now.</summary>
    private static int[] Join(JsonArray list, JsonArray more)
    {
        var places = new int[more.Count];
        for (var i = 0; i < places.Length; i++)
        {
            var item = more[i]!;
            var at = -1;
            for (var j = 0; j < list.Count && at < 0; j++)
            {
                at = EqualButEvidence(list[j]!, item) ? j : -1;
            }

            if (at < 0)
            {
                list.Add(item.DeepClone());
                at = list.Count - 1;
            }
            else if (list[at] is JsonObject left && item is JsonObject right)
            {
                MergeEvidence(left, right, [], []);
            }

            places[i] = at;
        }

        return places;
    }

    // A nested statement that had its words from the record around it would now have those of two.
    private static void Stamp(RecordContract contract, JsonObject record)
    {
        var whole = Whole(record);
        foreach (var (_, value) in record.Where(m => whole.Count > 0 && Contract(contract, m.Key)?.Find("evidence") is not null))
        {
            foreach (var item in (value as JsonArray ?? []).OfType<JsonObject>().Where(i => Whole(i).Count == 0))
            {
                var evidence = List(item, "evidence");
                for (var i = 0; i < whole.Count; i++)
                {
                    evidence.Insert(i, whole[i]!.DeepClone());
                }
            }
        }
    }

    /// <summary>What the items of a list of records look like, or null where the member is none.</summary>
    private static RecordContract? Contract(RecordContract contract, string member) =>
        contract.Find(member)?.Shape is JsonShape.List { Item: JsonShape.Record { Type: var type } } ? JsonContract.Of(type) : null;

    private static JsonArray Whole(JsonObject record) =>
        [.. (record["evidence"] as JsonArray ?? []).Where(e => e is not JsonObject item || !item.ContainsKey("of")).Select(e => e!.DeepClone())];

    private static bool EqualButEvidence(JsonNode left, JsonNode right) =>
        left is JsonObject one && right is JsonObject other ? JsonNode.DeepEquals(Bare(one), Bare(other)) : JsonNode.DeepEquals(left, right);

    private static JsonObject Bare(JsonObject record)
    {
        var bare = (JsonObject)record.DeepClone();
        bare.Remove("evidence");
        return bare;
    }

    // A period that nobody names may be another one.
    private static bool IsDated(JsonObject observation) =>
        ReportingPeriod.TryParse(Text(observation, "period"), out var period) && !period.IsMasked && !period.IsRecurring && !period.IsDoubtful;

    private static bool Excludes(JsonObject left, JsonObject right) =>
        Measured(left) is { } one && Measured(right) is { } other
        && (one.Unit != other.Unit || (one.Interval is { } a && other.Interval is { } b && !a.Overlaps(b)));

    private static Measure? Measured(JsonObject observation) =>
        observation["measure"] is { } measure ? JsonSerializer.Deserialize(measure, KejiJsonContext.Default.Measure) : null;

    private static string Words(JsonObject observation) => Measured(observation) is { } measure ? Figure.Words(measure) : string.Empty;

    private static ConflictingStatement Side(PolicyDataset dataset, string value, JsonObject record, string member)
    {
        var evidence = (record["evidence"] as JsonArray ?? []).OfType<JsonNode>().ToArray();
        var own = evidence.Where(e => e is JsonObject item && Text(item, "of") is var of && (of == member || of.StartsWith(member + ".", StringComparison.Ordinal))).ToArray();
        var citations = (own.Length > 0 ? own : evidence.Where(e => e is not JsonObject item || !item.ContainsKey("of"))).SelectMany(Cited).Distinct();
        return new() { Dataset = dataset.Id, Value = value, Citations = citations.Select(Citation.Parse).ToValueList() };
    }

    private static IEnumerable<string> Cited(JsonNode evidence) => evidence switch
    {
        JsonValue literal => [literal.GetValue<string>()],
        JsonObject item when item["cite"] is JsonValue one => [one.GetValue<string>()],
        JsonObject item when item["cite"] is JsonArray many => many.Select(c => c!.GetValue<string>()),
        _ => [],
    };

    private static string Key(JsonObject series)
    {
        var dimensions = series["dimensions"] as JsonObject ?? [];
        var codes = dimensions
            .Select(d => $"{d.Key}={string.Join('+', (d.Value is JsonArray many ? many.Select(c => c!.GetValue<string>()) : [d.Value!.GetValue<string>()]).Order(StringComparer.Ordinal))}")
            .Order(StringComparer.Ordinal);
        return string.Join(' ', [.. Parts(series, "indicator", "place", "subject"), .. codes]);
    }

    private static string Key(JsonObject record, params string[] members) => string.Join(' ', Parts(record, members));

    private static IEnumerable<string> Parts(JsonObject record, params string[] members) => members.Select(m => Text(record, m)).Where(t => t.Length > 0);

    private static void Reorder(JsonObject record, Type type)
    {
        var members = record.ToDictionary(m => m.Key, m => m.Value, StringComparer.Ordinal);
        record.Clear();
        foreach (var member in JsonContract.Of(type).Members.Where(m => members.ContainsKey(m.Name)))
        {
            record[member.Name] = members[member.Name];
        }
    }

    private static void Concatenate(JsonObject left, JsonObject right, string list)
    {
        var merged = List(left, list);
        foreach (var item in Items(right, list))
        {
            merged.Add((JsonNode)item);
        }

        Drop(left, list);
    }

    private static List<JsonObject> Items(JsonObject record, string list)
    {
        var items = (record[list] as JsonArray ?? []).OfType<JsonObject>().ToList();
        (record[list] as JsonArray)?.Clear();
        return items;
    }

    private static JsonArray List(JsonObject record, string list)
    {
        if (record[list] is not JsonArray items)
        {
            record[list] = items = [];
        }

        return items;
    }

    // An empty list is never written.
    private static void Drop(JsonObject record, string list)
    {
        if (record[list] is JsonArray { Count: 0 })
        {
            record.Remove(list);
        }
    }

    private static string Text(JsonNode record, string member) => record[member] is JsonValue value && value.TryGetValue<string>(out var text) ? text : string.Empty;

    private static string Said(JsonNode value) => value is JsonValue text && text.TryGetValue<string>(out var bare)
        ? bare
        : value is JsonObject named && Text(named, "zh") is { Length: > 0 } zh ? zh : value.ToJsonString(OneLine);

    private static JsonObject Parse(PolicyDataset dataset)
    {
        var buffer = new ArrayBufferWriter<byte>(64 * 1024);
        KejiJson.WriteCompact(dataset, buffer);
        return (JsonObject)JsonNode.Parse(buffer.WrittenSpan, documentOptions: new() { MaxDepth = 1000 })!;
    }

    private static PolicyDataset Read(JsonObject root)
    {
        foreach (var list in EntityLists)
        {
            Drop(root, list);
        }

        var buffer = new ArrayBufferWriter<byte>(64 * 1024);
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = CanonicalEncoder.Instance, MaxDepth = 1000 }))
        {
            root.WriteTo(writer);
        }

        return KejiJson.Read(buffer.WrittenSpan).GetValueOrThrow();
    }
}
