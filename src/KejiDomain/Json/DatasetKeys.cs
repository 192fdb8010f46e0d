using System.Globalization;
using System.Text.Json;

namespace KejiDomain.Json;

/// <summary>The keys by which the records of two data sets are matched.</summary>
internal static class DatasetKeys
{
    private const int LabelLength = 24;

    private const int KeyLength = 200;

    /// <summary>What tells the records of a list apart, or null where nothing does.</summary>
    public static Func<JsonElement, string>? For(RecordContract contract) =>
        contract.Find("id") is not null ? static record => Text(record, "id")
        : contract.Type == typeof(Appointment) ? static record => Words(Text(record, "person"), Text(record, "title"))
        : contract.Type == typeof(IndicatorSeries) ? static record => Words(
            Text(record, "indicator"), Text(record, "place"), Text(record, "subject"), Dimensions(record))
        : contract.Type == typeof(Observation) ? static record => Words(Text(record, "period"), Text(record, "modality"), Text(record, "ordinal"))
        : null;

    /// <summary>The keys of the records, a repeated one with its number.</summary>
    public static string[] Unique(JsonElement[] records, Func<JsonElement, string> keyOf)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var keys = new string[records.Length];
        for (var i = 0; i < records.Length; i++)
        {
            var key = keyOf(records[i]);
            var times = seen.GetValueOrDefault(key);
            do
            {
                // A title may itself end in a number like ours.
                times++;
                keys[i] = times == 1 ? key : string.Create(CultureInfo.InvariantCulture, $"{key} #{times}");
            }
            while (!taken.Add(keys[i]));
            seen[key] = times;
        }

        return keys;
    }

    /// <summary>A key as a path shows it: one that is too long, which every path below would repeat, by its beginning and its place.</summary>
    public static string Short(string key, int index) => key.Length <= KeyLength
        ? key
        : string.Create(CultureInfo.InvariantCulture, $"{key.AsSpan(0, char.IsHighSurrogate(key[KeyLength - 1]) ? KeyLength - 1 : KeyLength)}… #{index}");

    /// <summary>The Chinese name or title of a thing, or null.</summary>
    public static string? NameOf(JsonElement record) =>
        (record.TryGetProperty("name", out var name) || record.TryGetProperty("title", out name))
        && name.ValueKind == JsonValueKind.Object && name.TryGetProperty("zh", out var zh)
            ? zh.GetString()
            : null;

    /// <summary>The place of a record without a key, with its first words.</summary>
    public static string Label(RecordContract contract, JsonElement record, int index)
    {
        var words = contract.Type == typeof(OutlineNode)
            ? Text(record, "text") is { Length: > 0 } heading ? heading : Text(record, "no")
            : contract.Members.FirstOrDefault(m => m.IsRequired && m.Shape is JsonShape.Text or JsonShape.Literal) is { } member ? Text(record, member.Name) : string.Empty;
        if (words.Length > LabelLength)
        {
            words = words[..(char.IsHighSurrogate(words[LabelLength - 1]) ? LabelLength - 1 : LabelLength)] + "…";
        }

        return Words(index.ToString(CultureInfo.InvariantCulture), TextSafety.Escape(words));
    }

    private static string Text(JsonElement record, string member) =>
        !record.TryGetProperty(member, out var value) ? string.Empty
        : value.ValueKind == JsonValueKind.String ? TextSafety.Escape(value.GetString())
        : value.GetRawText();

    private static string Dimensions(JsonElement series) => !series.TryGetProperty("dimensions", out var map) ? string.Empty : Words(
        [.. map.EnumerateObject().Select(d => $"{d.Name}={string.Join('+', Codes(d.Value).Order(StringComparer.Ordinal))}").Order(StringComparer.Ordinal)]);

    private static IEnumerable<string> Codes(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(c => c.GetString() ?? string.Empty) : [value.GetString() ?? string.Empty];

    private static string Words(params string[] words) => string.Join(' ', words.Where(w => w.Length > 0));
}
