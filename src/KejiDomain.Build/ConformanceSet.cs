using System.IO.Compression;
using System.Text;
using System.Text.Json;
using KejiDomain.Json;

namespace KejiDomain.Build;

/// <summary>Makes the set by which a reader in another language proves itself: schemas, code lists, data sets, broken ones with their issues.</summary>
internal static class ConformanceSet
{
    // The same content always gives the same bytes: names in order, and one date, the earliest that the container knows.
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static string PathBelow(string root) => Path.Combine(root, "artifacts", $"keji-conformance-{PolicyDataset.CurrentVersion}.zip");

    public static void Write(string root, Stream output)
    {
        var entries = Collect(root);
        using var archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (name, bytes) in entries)
        {
            var entry = archive.CreateEntry(name, CompressionLevel.Optimal);
            entry.LastWriteTime = Epoch;
            using var stream = entry.Open();
            stream.Write(bytes);
        }
    }

    private static SortedDictionary<string, byte[]> Collect(string root)
    {
        var entries = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        var library = Path.Combine(root, "src", "KejiDomain");
        var fixtures = Path.Combine(root, "tests", "KejiDomain.Tests", "Fixtures");
        Add("schema", Path.Combine(library, "Schema"), "*.schema.json");
        Add("codes", library, "*.codes.tsv");
        Add("codes", Path.Combine(library, "Values"), "code-lists.tsv");
        Add("codes", Path.Combine(library, "Validation"), "issues.tsv");
        Add("seeds", Path.Combine(root, "seeds"), "*.json");
        Add("issues", Path.Combine(fixtures, "issues"), "*.json");
        Add("texts", Path.Combine(fixtures, "texts"), "*.txt");
        entries.Add("README.md", File.ReadAllBytes(Path.Combine(library, "Schema", "README.md")));
        entries.Add("manifest.json", Manifest(entries));
        return entries;

        void Add(string folder, string from, string pattern)
        {
            foreach (var file in Directory.EnumerateFiles(from, pattern, SearchOption.AllDirectories)
                .Where(f => !Path.GetRelativePath(from, f).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj")))
            {
                entries.Add($"{folder}/{Path.GetFileName(file)}", File.ReadAllBytes(file));
            }
        }
    }

    private static byte[] Manifest(SortedDictionary<string, byte[]> entries)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, IndentSize = 2, NewLine = "\n", Encoder = CanonicalEncoder.Instance }))
        {
            json.WriteStartObject();
            json.WriteString("formatVersion", PolicyDataset.CurrentVersion.ToString());
            json.WriteStartArray("documents");
            foreach (var (name, bytes) in entries.Where(e => (e.Key.StartsWith("seeds/", StringComparison.Ordinal) || e.Key.StartsWith("issues/", StringComparison.Ordinal))
                && !e.Key.EndsWith(".issues.json", StringComparison.Ordinal)))
            {
                var result = KejiJson.Read(bytes);
                json.WriteStartObject();
                json.WriteString("file", name);
                json.WriteBoolean("reads", result.IsSuccess);
                var issues = Path.ChangeExtension(name, ".issues.json");
                if (entries.ContainsKey(issues))
                {
                    json.WriteString("issues", issues);
                }

                if (result.Value is { } dataset)
                {
                    json.WriteBoolean("canonical", Encoding.UTF8.GetBytes(KejiJson.Write(dataset)).AsSpan().SequenceEqual(bytes));
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }
}
