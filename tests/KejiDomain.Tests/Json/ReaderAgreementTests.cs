using System.Text.Json;
using System.Text.Json.Nodes;
using KejiDomain.Json;
using KejiDomain.Validation;

namespace KejiDomain.Tests.Json;

/// <summary>The typed reader and the diagnosing reader agree on what is valid and on what it says.</summary>
public sealed class ReaderAgreementTests
{
    [Fact]
    public void Both_read_the_same_from_a_valid_document() =>
        Assert.Equal(KejiJson.TryReadTyped(Samples.ValidJson), DiagnosingReader.Read(Samples.ValidJson, ReadMode.Strict, ReadLimits.Default).Value);

    [Fact]
    public void Both_agree_on_every_fixture()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Fixtures, "issues"), "*.json").Where(f => !f.EndsWith(".issues.json", StringComparison.Ordinal)))
        {
            Agree(File.ReadAllBytes(file), Path.GetFileName(file));
        }
    }

    [Fact]
    public void Both_agree_on_every_small_change_of_a_valid_document()
    {
        var count = 0;
        foreach (var (what, json) in Mutations())
        {
            Agree(System.Text.Encoding.UTF8.GetBytes(json), what);
            count++;
        }

        Assert.True(count > 1000, $"only {count} changes");
    }

    private static void Agree(byte[] utf8, string what)
    {
        var typed = KejiJson.TryReadTyped(utf8);
        var diagnosed = DiagnosingReader.Read(utf8, ReadMode.Strict, ReadLimits.Default);
        Assert.DoesNotContain(diagnosed.Report.Issues, i => i.Code == IssueCodes.ReaderDisagreement);
        if (typed is null || KejiJson.IsCurrent(typed.FormatVersion))
        {
            // What is only warned of, a byte order mark, the typed reader need not take.
            Assert.True(typed is not null == diagnosed.IsSuccess || diagnosed.Report.WarningCount > 0, $"{what}: typed {(typed is null ? "refuses" : "accepts")}, diagnosing says {diagnosed.Report}");
        }

        // A consumer's own context reads through the generated metadata. It cannot refuse every null; what else it takes is the same.
        if (diagnosed.IsSuccess && diagnosed.Report.WarningCount == 0)
        {
            Assert.Equal(diagnosed.Value, JsonSerializer.Deserialize(utf8, KejiJsonContext.Default.PolicyDataset));
        }

        Assert.Equal(diagnosed.IsSuccess, KejiJson.Read(utf8).IsSuccess);
        if (diagnosed.IsSuccess && typed is not null)
        {
            Assert.Equal(typed, diagnosed.Value);
        }
    }

    // Every member dropped, renamed and retyped in turn; every item dropped; every list emptied.
    private static IEnumerable<(string What, string Json)> Mutations()
    {
        var paths = new List<string>();
        Collect(JsonNode.Parse(Samples.ValidJson)!, paths);
        string[] replacements = ["null", "[]", "{}", "\"\"", "\"x\"", "0", "-0", "1.0", "1e0", "true", "\"\\ud800\"", "[null]", "123456789012345678901234567890"];
        foreach (var path in paths)
        {
            yield return ("drop " + path, Edit(path, (parent, key) => Remove(parent, key)));
            foreach (var replacement in replacements)
            {
                yield return ($"{path} := {replacement}", Edit(path, (parent, key) => Set(parent, key, "@@hole@@")).Replace("\"@@hole@@\"", replacement, StringComparison.Ordinal));
            }
        }
    }

    private static void Collect(JsonNode node, List<string> paths)
    {
        IEnumerable<JsonNode?> children = node switch { JsonObject o => o.Select(p => p.Value), JsonArray a => a, _ => [] };
        foreach (var child in children)
        {
            paths.Add(child!.GetPath());
            Collect(child, paths);
        }
    }

    private static string Edit(string path, Action<JsonNode, string> edit)
    {
        var root = JsonNode.Parse(Samples.ValidJson)!;
        var node = Find(root, path);
        edit(node.Parent!, node.Parent is JsonArray ? node.GetElementIndex().ToString(System.Globalization.CultureInfo.InvariantCulture) : node.GetPropertyName());
        return root.ToJsonString();
    }

    private static JsonNode Find(JsonNode node, string path)
    {
        if (node.GetPath() == path)
        {
            return node;
        }

        IEnumerable<JsonNode?> children = node switch { JsonObject o => o.Select(p => p.Value), JsonArray a => a, _ => [] };
        return Find(children.First(c => path == c!.GetPath() || path.StartsWith(c.GetPath() + ".", StringComparison.Ordinal) || path.StartsWith(c.GetPath() + "[", StringComparison.Ordinal))!, path);
    }

    private static void Remove(JsonNode parent, string key)
    {
        if (parent is JsonArray array)
        {
            array.RemoveAt(int.Parse(key, System.Globalization.CultureInfo.InvariantCulture));
        }
        else
        {
            parent.AsObject().Remove(key);
        }
    }

    private static void Set(JsonNode parent, string key, string value)
    {
        if (parent is JsonArray array)
        {
            array[int.Parse(key, System.Globalization.CultureInfo.InvariantCulture)] = value;
        }
        else
        {
            parent[key] = value;
        }
    }
}
