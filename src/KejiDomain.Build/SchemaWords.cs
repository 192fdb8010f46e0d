namespace KejiDomain.Build;

/// <summary>The Chinese sentence and the example of every definition and property, from <c>descriptions.tsv</c>.</summary>
internal sealed class SchemaWords
{
    public const string Table = "src/KejiDomain/Schema/descriptions.tsv";

    private readonly Dictionary<(string Type, string Member), Entry> _entries;

    private readonly HashSet<(string Type, string Member)> _used = [];

    private SchemaWords(Dictionary<(string, string), Entry> entries) => _entries = entries;

    public static SchemaWords Read(string root) =>
        new(Tsv.Read(Path.Combine(root, Table)).Rows.ToDictionary(r => (r["type"], r["member"]), r => new Entry(r["zh"], r["example"])));

    public Entry Of(string type, string member)
    {
        _used.Add((type, member));
        return _entries.TryGetValue((type, member), out var entry) && entry.Zh.Length > 0 && entry.Example.Length > 0
            ? entry
            : throw new InvalidDataException($"{Table} lacks the Chinese sentence or the example of {Name(type, member)}.");
    }

    public void CheckAllUsed()
    {
        if (_entries.Keys.Where(k => !_used.Contains(k)).Select(k => Name(k.Type, k.Member)).ToArray() is { Length: > 0 } stale)
        {
            throw new InvalidDataException($"{Table} describes what is not there: {string.Join(", ", stale)}.");
        }
    }

    private static string Name(string type, string member) => member.Length == 0 ? type : $"{type}.{member}";

    /// <param name="Zh">The description in Chinese.</param>
    /// <param name="Example">The example as JSON on one line.</param>
    internal sealed record Entry(string Zh, string Example);
}
