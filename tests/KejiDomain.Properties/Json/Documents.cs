using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace KejiDomain.Properties.Json;

/// <summary>Small documents to mutate: every fixture that is valid, and the seeds cut into pieces of one family each.</summary>
internal static class Documents
{
    private const int MaxLength = 2_500;

    public static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "..", "..", ".."));

    public static IReadOnlyList<JsonTree> All { get; } = [.. Cut()];

    private static IEnumerable<JsonTree> Cut()
    {
        string[] files =
        [
            Path.Combine(Root, "tests", "KejiDomain.Tests", "Fixtures", "issues", "valid.json"),
            .. Directory.GetFiles(Path.Combine(Root, "seeds"), "*.json").Order(StringComparer.Ordinal),
        ];
        foreach (var file in files)
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            var root = (JsonTree.Record)JsonTree.Parse(document.RootElement);
            foreach (var family in root.Members.Where(m => m.Value is JsonTree.Items && m.Name != "\"sources\""))
            {
                if (Piece(root, family) is { } piece)
                {
                    yield return piece;
                }
            }
        }
    }

    // What is required, the first source without its lists, and as many records of the family as are small together.
    private static JsonTree.Record? Piece(JsonTree.Record root, JsonTree.Member family)
    {
        var piece = new JsonTree.Record([.. root.Members.Where(m => m.Value is not JsonTree.Items).Select(m => new JsonTree.Member(m.Name, m.Value.Copy()))]);
        var source = (JsonTree.Record)((JsonTree.Items)root.Members.Single(m => m.Name == "\"sources\"").Value).Values[0].Copy();
        source.Members.RemoveAll(m => m.Name is "\"regions\"");
        foreach (var list in source.Members.Select(m => m.Value).OfType<JsonTree.Items>().Where(l => l.Values.Count > 2))
        {
            list.Values.RemoveRange(2, list.Values.Count - 2);
        }

        piece.Members.Add(new("\"sources\"", new JsonTree.Items([source])));
        var left = MaxLength - Length(piece);
        var taken = new List<JsonTree>();
        foreach (var record in ((JsonTree.Items)family.Value).Values.OrderByDescending(r => Length(r) < left / 2 ? Length(r) : 0))
        {
            if (Length(record) is var length && length < left && taken.Count < 4)
            {
                taken.Add(record.Copy());
                left -= length;
            }
        }

        piece.Members.Add(new(family.Name, new JsonTree.Items(taken)));
        return taken.Count > 0 ? piece : null;
    }

    private static int Length(JsonTree tree) => Encoding.UTF8.GetByteCount(tree.ToString());

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
