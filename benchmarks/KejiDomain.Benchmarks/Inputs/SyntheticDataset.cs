using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using KejiDomain.Json;
using KejiDomain.Validation;

namespace KejiDomain.Benchmarks.Inputs;

/// <summary>
/// Data sets of other sizes with the mix of the seeds: their records, some of them or several copies, each copy with identifiers, a place and a
/// Chinese text of its own. The same in every run, and valid.
/// </summary>
public static class SyntheticDataset
{
    private static readonly string[] Keyed = ["sources", "units", "people", "organizations", "works", "documents", "meetings", "programs", "recognitions"];

    private static readonly string[] Lists = [.. Keyed, "appointments", "indicators", "series"];

    /// <summary>A seed less some records of every kind: about 50 KB in canonical form.</summary>
    public static PolicyDataset Small() =>
        Checked(Join("synthetic-small", [Copy(Thinned(Seeds().Single(s => (string)s["id"]! == "hebi-2023"), 50_000), 1)]), 45_000, 55_000);

    /// <summary>All records of all seeds, copied until there are 5 MB in canonical form.</summary>
    public static PolicyDataset Large()
    {
        var seeds = Seeds();
        var once = seeds.Sum(Size);
        var copies = (int)Math.Round(5_000_000.0 / once);
        return Checked(Join("synthetic-large", Enumerable.Range(0, copies * seeds.Length).Select(i => Copy(seeds[i % seeds.Length], i))), 4_500_000, 5_500_000);
    }

    private static JsonObject[] Seeds() => [.. BenchmarkInput.SeedFiles().Select(f => JsonNode.Parse(File.ReadAllBytes(f))!.AsObject())];

    private static PolicyDataset Checked(PolicyDataset dataset, int least, int most)
    {
        var text = KejiJson.Write(dataset);
        var bytes = Encoding.UTF8.GetByteCount(text);
        var observations = dataset.Series.Sum(s => s.Observations.Count);
        var records = observations + dataset.Units.Count + dataset.People.Count + dataset.Organizations.Count + dataset.Appointments.Count + dataset.Works.Count
            + dataset.Documents.Count + dataset.Meetings.Count + dataset.Programs.Count + dataset.Recognitions.Count;
        var chinese = Strings(JsonNode.Parse(text)!).Where(s => s.Any(IsIdeograph)).Sum(s => s.Length);
        var report = Validator.Validate(dataset);
        return report.IsValid && bytes >= least && bytes <= most && observations * 3 <= records && observations * 12 >= records && chinese > 0
            ? dataset
            : throw new InvalidOperationException($"Not the mix of the seeds: {bytes} bytes, {observations} observations of {records} records, {report}");
    }

    private static PolicyDataset Join(string id, IEnumerable<JsonObject> parts)
    {
        var whole = new JsonObject { ["formatVersion"] = "1.0", ["id"] = id, ["title"] = new JsonObject { ["zh"] = "合成数据集" } };
        foreach (var list in Lists)
        {
            whole[list] = new JsonArray();
        }

        var indicators = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            foreach (var list in Lists)
            {
                foreach (var record in Items(part, list))
                {
                    if (list != "indicators" || indicators.Add((string)record["id"]!))
                    {
                        whole[list]!.AsArray().Add(record.DeepClone());
                    }
                }
            }
        }

        foreach (var list in Lists.Where(l => whole[l]!.AsArray().Count == 0).ToArray())
        {
            whole.Remove(list);
        }

        return KejiJson.Read(whole.ToJsonString()).GetValueOrThrow();
    }

    // Leaves out the last record of each list in turn that no other refers to.
    private static JsonObject Thinned(JsonObject seed, int bytes)
    {
        for (var turn = 0; Size(seed) > bytes; turn++)
        {
            // Most series hold one observation: their share stays what it was only if they go twice as fast.
            var list = turn % (Lists.Length + 1) is var place && place < Lists.Length ? Lists[place] : "series";
            var records = seed[list] as JsonArray;
            if (list is "sources" or "indicators" || records is not { Count: > 1 })
            {
                continue;
            }

            var words = Strings(seed).CountBy(s => s, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
            if (records.LastOrDefault(r => r!["id"] is null || words[(string)r["id"]!] == 1) is { } record)
            {
                records.Remove(record);
            }
        }

        var observations = Items(seed, "series").SelectMany(s => Items(s, "observations")).Where(o => o["event"] is not null).ToArray();
        foreach (var alone in observations.GroupBy(o => (string)o["event"]!).Where(g => g.Count() == 1))
        {
            alone.Single().Remove("event");
        }

        return seed;
    }

    private static int Size(JsonObject dataset) => Encoding.UTF8.GetByteCount(KejiJson.Write(KejiJson.Read(dataset.ToJsonString()).GetValueOrThrow()));

    private static JsonObject Copy(JsonObject seed, int number)
    {
        var copy = seed.DeepClone().AsObject();
        var names = Keyed.SelectMany(l => Items(copy, l)).Concat(Items(copy, "sources").SelectMany(s => Items(s, "damage"))).Select(r => (string)r["id"]!)
            .Concat(Items(copy, "series").SelectMany(s => Items(s, "observations")).Select(o => (string?)o["event"]).OfType<string>())
            .Distinct(StringComparer.Ordinal)
            .ToDictionary(id => id, id => string.Create(CultureInfo.InvariantCulture, $"{id}-{number}"), StringComparer.Ordinal);
        var place = Gazetteer.All.Where(d => d.Code.ToString().EndsWith("00", StringComparison.Ordinal)).ElementAt(40 + number).Code.ToString();
        if ((string?)copy["place"] is { } own)
        {
            names[own] = place;
        }

        // One series a place and indicator: each copy speaks for a place of its own.
        foreach (var series in Items(copy, "series"))
        {
            series["place"] ??= place;
        }

        Vary(copy, new JsonShape.Record(typeof(PolicyDataset)), names, number);
        return copy;
    }

    private static void Vary(JsonNode node, JsonShape shape, Dictionary<string, string> names, int number)
    {
        switch (node, shape)
        {
            case (JsonObject o, JsonShape.Record record):
                foreach (var member in JsonContract.Of(record.Type).Members.Where(m => o.ContainsKey(m.Name)))
                {
                    if (o[member.Name] is JsonValue value)
                    {
                        o[member.Name] = Varied(value, member.Shape, names, record.Type == typeof(Measure) ? 0 : number);
                    }
                    else
                    {
                        Vary(o[member.Name]!, member.Shape, names, number);
                    }
                }

                break;
            case (JsonArray a, JsonShape.List list):
                for (var i = 0; i < a.Count; i++)
                {
                    if (a[i] is JsonValue value)
                    {
                        a[i] = Varied(value, list.Item, names, number);
                    }
                    else
                    {
                        Vary(a[i]!, list.Item, names, number);
                    }
                }

                break;
            case (_, JsonShape.OneOf oneOf):
                Vary(node, oneOf.Choices.First(c => node is JsonArray ? c.Shape is JsonShape.List : c.Shape is JsonShape.Record && (c.Marker is null || node.AsObject().ContainsKey(c.Marker))).Shape, names, number);
                break;
            default:
                break;
        }
    }

    private static JsonValue Varied(JsonValue value, JsonShape shape, Dictionary<string, string> names, int number)
    {
        var text = (shape is JsonShape.OneOf oneOf ? oneOf.Choices.Select(c => c.Shape) : [shape]).OfType<JsonShape.Text>().FirstOrDefault();
        if (text is not { Codes: null } || !value.TryGetValue<string>(out var words))
        {
            return JsonNode.Parse(value.ToJsonString())!.AsValue();
        }

        var hash = words.IndexOf('#', StringComparison.Ordinal);
        var varied = text.Format?.IssueCode switch
        {
            null => names.TryGetValue(words, out var damage) ? damage : new([.. words.Select(c => Ideographs.Vary(c, number))]),
            IssueCodes.InvalidCitation => names[words[..hash]] + words[hash..],
            IssueCodes.InvalidIdentifier or IssueCodes.InvalidPlace or IssueCodes.InvalidReference => names.GetValueOrDefault(words, words),
            _ => words,
        };
        return JsonValue.Create(varied)!;
    }

    private static IEnumerable<JsonObject> Items(JsonObject parent, string list) => parent[list]?.AsArray().Select(i => i!.AsObject()) ?? [];

    private static IEnumerable<string> Strings(JsonNode node) => node switch
    {
        JsonObject o => o.SelectMany(p => Strings(p.Value!)),
        JsonArray a => a.SelectMany(i => Strings(i!)),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };

    private static bool IsIdeograph(char c) => c is >= '\u4E00' and <= '\u9FFF';

    private static class Ideographs
    {
        private static readonly char[] ByFrequency =
            [.. Seeds().SelectMany(s => Strings(s)).SelectMany(s => s).Where(IsIdeograph).CountBy(c => c).OrderByDescending(c => c.Value).ThenBy(c => c.Key).Select(c => c.Key)];

        private static readonly Dictionary<char, int> Ranks = ByFrequency.Select((c, i) => (c, i)).ToDictionary(c => c.c, c => c.i);

        // Every other text of the same length and of characters about as frequent.
        public static char Vary(char c, int number) => Ranks.TryGetValue(c, out var rank) ? ByFrequency[(rank + (number * 7)) % ByFrequency.Length] : c;
    }
}
