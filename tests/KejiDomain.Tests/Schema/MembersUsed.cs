using System.Text.Json.Nodes;
using KejiDomain.Json;

namespace KejiDomain.Tests.Schema;

/// <summary>Which members of which records a data set uses, as <c>Type.member</c>.</summary>
internal static class MembersUsed
{
    public static HashSet<string> In(PolicyDataset dataset)
    {
        var used = new HashSet<string>();
        Walk(JsonNode.Parse(KejiJson.Write(dataset))!, new JsonShape.Record(typeof(PolicyDataset)), used);
        return used;
    }

    private static void Walk(JsonNode node, JsonShape shape, HashSet<string> used)
    {
        switch (shape)
        {
            case JsonShape.Record record when node is JsonObject value:
                foreach (var (name, member) in value)
                {
                    used.Add($"{record.Type.Name}.{name}");
                    Walk(member!, JsonContract.Of(record.Type).Find(name)!.Shape, used);
                }

                break;
            case JsonShape.List list when node is JsonArray items:
                foreach (var item in items)
                {
                    Walk(item!, list.Item, used);
                }

                break;
            case JsonShape.OneOf choices:
                foreach (var choice in choices.Choices.Where(c => c.Marker is null || (node as JsonObject)?.ContainsKey(c.Marker) == true))
                {
                    Walk(node, choice.Shape, used);
                }

                break;
            default:
                break;
        }
    }
}
