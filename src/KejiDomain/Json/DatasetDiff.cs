using System.Buffers;
using System.Text.Json;

namespace KejiDomain.Json;

/// <summary>Compares two data sets (比较) by identifiers and keys, not by lines.</summary>
/// <remarks>
/// Things are matched by identifier (what is left by a name that only one thing of each list has), appointments by person and title, series by indicator, place, subject and dimensions, observations by period, modality and ordinal;
/// outline nodes along the text by heading and span; what has no key by what it has in common. Evidence is compared as a set, and the order of things with a key does not count.
/// Numbers are compared by value. Every member of the wire format takes part.
/// </remarks>
public static class DatasetDiff
{
    /// <summary>The differences, in the order of the wire format; none where the data sets are equal.</summary>
    /// <param name="before">The first data set.</param>
    /// <param name="after">The second data set.</param>
    /// <exception cref="JsonException">A required value is empty, or a text holds half of a surrogate pair.</exception>
    public static ValueList<DatasetDifference> Compare(PolicyDataset before, PolicyDataset after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        using var left = Parse(before);
        using var right = Parse(after);
        var walk = new Comparison();
        walk.Record(JsonContract.Of(typeof(PolicyDataset)), left.RootElement, right.RootElement, "$");
        return walk.Differences.ToValueList();
    }

    private static JsonDocument Parse(PolicyDataset dataset)
    {
        var buffer = new ArrayBufferWriter<byte>(64 * 1024);
        KejiJson.WriteCompact(dataset, buffer);
        return JsonDocument.Parse(buffer.WrittenMemory);
    }

    private sealed class Comparison
    {
        private readonly WorkBudget _work = new();

        public List<DatasetDifference> Differences { get; } = [];

        public void Record(RecordContract contract, JsonElement before, JsonElement after, string path)
        {
            foreach (var member in contract.Members)
            {
                Optional(member.Shape, Member(before, member.Name), Member(after, member.Name), JsonLocator.Member(path, member.Name));
            }
        }

        private static JsonElement? Member(JsonElement record, string name) => record.TryGetProperty(name, out var value) ? value : null;

        private void Optional(JsonShape shape, JsonElement? before, JsonElement? after, string path)
        {
            switch (before, after)
            {
                case ({ } left, { } right):
                    Value(shape, left, right, path);
                    break;
                case (null, null):
                    break;
                case var _ when shape is JsonShape.List { Item: JsonShape.Record { Type: var type } item } && DatasetKeys.For(JsonContract.Of(type)) is not null:
                    List(item, [.. before?.EnumerateArray() ?? []], [.. after?.EnumerateArray() ?? []], path);
                    break;
                case ({ } left, null):
                    Report(DifferenceKind.Removed, path, left, null);
                    break;
                default:
                    Report(DifferenceKind.Added, path, null, after);
                    break;
            }
        }

        private void Value(JsonShape shape, JsonElement before, JsonElement after, string path)
        {
            if (JsonElement.DeepEquals(before, after))
            {
                return;
            }

            switch (Form(shape, before), Form(shape, after))
            {
                case (JsonShape.Record one, JsonShape.Record other) when one == other:
                    Record(JsonContract.Of(one.Type), before, after, path);
                    break;
                case (JsonShape.List list, JsonShape.List):
                    List(list.Item, [.. before.EnumerateArray()], [.. after.EnumerateArray()], path);
                    break;
                case (JsonShape.List list, not null):
                    List(list.Item, [.. before.EnumerateArray()], [after], path);
                    break;
                case (not null, JsonShape.List list):
                    List(list.Item, [before], [.. after.EnumerateArray()], path);
                    break;
                case (JsonShape.Map map, JsonShape.Map):
                    var left = before.EnumerateObject().ToDictionary(p => p.Name, p => (JsonElement?)p.Value, StringComparer.Ordinal);
                    var right = after.EnumerateObject().ToDictionary(p => p.Name, p => (JsonElement?)p.Value, StringComparer.Ordinal);
                    foreach (var key in left.Keys.Concat(right.Keys).Distinct(StringComparer.Ordinal))
                    {
                        Optional(map.Value, left.GetValueOrDefault(key), right.GetValueOrDefault(key), JsonLocator.Member(path, key));
                    }

                    break;
                default:
                    Report(DifferenceKind.Changed, path, before, after);
                    break;
            }
        }

        private void List(JsonShape item, JsonElement[] before, JsonElement[] after, string path)
        {
            var record = item is JsonShape.Record { Type: var type } ? JsonContract.Of(type) : null;
            if (record is null)
            {
                // An item is a text or one of several forms: there is nothing inside to compare.
                var pairs = IsEvidence(item) ? Alignment.AsSets(before, after) : Alignment.AsSequences(before, after, _work);
                Pairs(pairs, item, before, after, path, static (index, _) => index.ToString(System.Globalization.CultureInfo.InvariantCulture));
            }
            else if (DatasetKeys.For(record) is { } keyOf)
            {
                var left = DatasetKeys.Unique(before, keyOf);
                var right = DatasetKeys.Unique(after, keyOf);
                var pairs = Alignment.ByKey(left, right, [.. before.Select(DatasetKeys.NameOf)], [.. after.Select(DatasetKeys.NameOf)]);
                Pairs(pairs, item, before, after, path, (index, isLeft) => DatasetKeys.Short(isLeft ? left[index] : right[index], index));
            }
            else
            {
                var pairs = record.Type == typeof(OutlineNode) ? Alignment.AlongText(before, after, _work) : Alignment.ByLikeness(before, after, _work);
                Pairs(pairs, item, before, after, path, (index, isLeft) => DatasetKeys.Label(record, isLeft ? before[index] : after[index], index));
            }
        }

        private void Pairs(
            IEnumerable<Pair> pairs, JsonShape item, JsonElement[] before, JsonElement[] after, string path, Func<int, bool, string> name)
        {
            foreach (var (left, right) in pairs)
            {
                var key = left >= 0 ? name(left, true) : name(right, false);
                Optional(item, left >= 0 ? before[left] : null, right >= 0 ? after[right] : null, $"{path}[{key}]");
            }
        }

        private void Report(DifferenceKind kind, string path, JsonElement? before, JsonElement? after) =>
            Differences.Add(new() { Kind = kind, Path = path, Before = before?.GetRawText(), After = after?.GetRawText() });

        private static bool IsEvidence(JsonShape item) =>
            item is JsonShape.OneOf { Choices: var choices } && choices.Any(c => c.Shape is JsonShape.Record { Type: var type } && type == typeof(Evidence));

        private static JsonShape? Form(JsonShape shape, JsonElement value) => shape is not JsonShape.OneOf { Choices: var choices }
            ? shape
            : choices.FirstOrDefault(c => value.ValueKind switch
            {
                JsonValueKind.Array => c.Shape is JsonShape.List,
                JsonValueKind.Object => c.Shape is JsonShape.Record && (c.Marker is null || value.TryGetProperty(c.Marker, out _)),
                _ => c.Shape is not (JsonShape.List or JsonShape.Record),
            })?.Shape;
    }
}
