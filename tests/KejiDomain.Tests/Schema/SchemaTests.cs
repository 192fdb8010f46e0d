using System.Text.Json;
using System.Text.Json.Nodes;
using KejiDomain.Json;
using KejiDomain.Schema;
using KejiDomain.Tests.Tool;

namespace KejiDomain.Tests.Schema;

public sealed class SchemaTests
{
    private static readonly JsonObject Open = JsonNode.Parse(KejiSchema.Text)!.AsObject();

    // Keywords that draft-07 and 2020-12 both have and mean alike; $defs is the one that draft-07 spells otherwise.
    private static readonly string[] Keywords =
    [
        "$schema", "$id", "$ref", "$defs", "title", "description", "examples", "type", "properties", "required", "additionalProperties", "propertyNames", "minProperties",
        "items", "minItems", "anyOf", "const", "pattern", "minLength", "maxLength", "minimum", "maximum",
    ];

    [Fact]
    public void Only_keywords_that_mean_the_same_in_both_dialects()
    {
        var found = new HashSet<string>();
        Collect(Open, found);
        Assert.Empty(found.Except(Keywords));
    }

    [Fact]
    public void Nothing_stands_beside_a_reference() => Assert.DoesNotContain(Schemas(Open), s => s.ContainsKey("$ref") && s.Count > 1);

    [Fact]
    public void Every_definition_and_property_has_a_title_a_description_in_both_languages_and_an_example()
    {
        var count = 0;
        foreach (var (name, member, schema) in Described())
        {
            count++;
            Assert.Equal(member is null ? name : $"{member} in {name}", schema["title"]!.GetValue<string>());
            var description = schema["description"]!.GetValue<string>().Split('\n');
            Assert.Equal(2, description.Length);
            Assert.EndsWith(".", description[0], StringComparison.Ordinal);
            Assert.Matches("^[\u201c\u4e00-\u9fffA-Z].*。$", description[1]);
            Assert.Matches("[\u4e00-\u9fff]", description[1]);
            Assert.NotEmpty(schema["examples"]!.AsArray());
        }

        Assert.True(count > 300);
        Assert.Equal(count, Described().Select(d => d.Schema["title"]!.GetValue<string>()).Distinct().Count());
    }

    [Fact]
    public void Every_example_of_a_definition_reads_and_is_canonical() => Assert.All(Described().Where(d => d.Member is null), d =>
    {
        foreach (var example in d.Schema["examples"]!.AsArray())
        {
            Reads(TypeOf(d.Name), example!);
        }
    });

    [Fact]
    public void Every_example_of_a_property_reads_in_its_record() => Assert.All(Described().Where(d => d.Member is not null), d =>
    {
        foreach (var example in d.Schema["examples"]!.AsArray())
        {
            var record = Definition(d.Name)["examples"]![0]!.DeepClone().AsObject();
            record[d.Member!] = example!.DeepClone();
            Reads(TypeOf(d.Name), record);
        }
    });

    [Fact]
    public void An_example_that_is_wrong_would_be_found() =>
        Assert.ThrowsAny<Exception>(() => Reads(typeof(Run), JsonNode.Parse("{\"years\":3,\"months\":1}")!));

    [Fact]
    public void The_closed_schema_is_the_open_one_with_every_record_closed()
    {
        var closed = JsonNode.Parse(KejiSchema.ClosedText)!.AsObject();
        Assert.Equal(KejiSchema.Name + ":closed", closed["$id"]!.GetValue<string>());
        Assert.Equal(KejiSchema.Name.ToString(), Open["$id"]!.GetValue<string>());
        closed["$id"] = Open["$id"]!.DeepClone();
        foreach (var schema in Schemas(closed).Where(s => s.ContainsKey("properties")))
        {
            Assert.False(schema["additionalProperties"]!.GetValue<bool>());
            schema.Remove("additionalProperties");
        }

        Assert.True(JsonNode.DeepEquals(Open, closed));
    }

    [Fact]
    public void The_tool_prints_both()
    {
        Assert.Equal(new ToolRun(0, KejiSchema.Text, string.Empty), ToolRun.Of("schema"));
        Assert.Equal(new ToolRun(0, KejiSchema.ClosedText, string.Empty), ToolRun.Of("schema", "--closed"));
    }

    [Fact]
    public void The_editor_maps_the_seeds_to_the_closed_schema()
    {
        var settings = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, ".vscode", "settings.json")))!;
        var mapping = Assert.Single(settings["json.schemas"]!.AsArray())!;
        Assert.Equal("/seeds/*.json", Assert.Single(mapping["fileMatch"]!.AsArray())!.GetValue<string>());
        Assert.Equal(KejiSchema.ClosedText, File.ReadAllText(Path.Combine(Repository.Root, mapping["url"]!.GetValue<string>())));
    }

    private static void Reads(Type type, JsonNode example)
    {
        var info = KejiJson.Options.GetTypeInfo(type);
        var value = JsonSerializer.Deserialize(example.ToJsonString(), info);
        Assert.True(JsonNode.DeepEquals(example, JsonNode.Parse(JsonSerializer.Serialize(value, info))), $"{type.Name}: {example.ToJsonString()}");
    }

    private static Type TypeOf(string name) => typeof(PolicyDataset).Assembly.GetType("KejiDomain." + name)!;

    private static JsonObject Definition(string name) => name == nameof(PolicyDataset) ? Open : Open["$defs"]![name]!.AsObject();

    private static IEnumerable<(string Name, string? Member, JsonObject Schema)> Described()
    {
        foreach (var name in Open["$defs"]!.AsObject().Select(d => d.Key).Prepend(nameof(PolicyDataset)))
        {
            var definition = Definition(name);
            yield return (name, null, definition);
            foreach (var (member, schema) in definition["properties"]?.AsObject() ?? [])
            {
                yield return (name, member, schema!.AsObject());
            }
        }
    }

    private static void Collect(JsonNode node, HashSet<string> keywords)
    {
        foreach (var schema in Schemas(node))
        {
            keywords.UnionWith(schema.Select(p => p.Key));
        }
    }

    // Schemas alone: not the names of properties and definitions, and not what examples hold.
    private static IEnumerable<JsonObject> Schemas(JsonNode node)
    {
        if (node is not JsonObject schema)
        {
            return [];
        }

        IEnumerable<JsonNode> below = schema.SelectMany(p => p.Key switch
        {
            "properties" or "$defs" => p.Value!.AsObject().Select(d => d.Value!),
            "anyOf" => p.Value!.AsArray().Select(c => c!),
            "items" or "additionalProperties" or "propertyNames" => [p.Value!],
            _ => Enumerable.Empty<JsonNode>(),
        });
        return below.SelectMany(Schemas).Prepend(schema).ToArray();
    }
}
