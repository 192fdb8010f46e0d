using System.Globalization;
using System.Text.Json.Nodes;

namespace KejiDomain.Tests.Schema;

/// <summary>What a schema promises, a line for each promise: members, whether they are required, literals, known codes, patterns.</summary>
internal static class SchemaSurface
{
    public static string[] Of(string schemaText)
    {
        var root = JsonNode.Parse(schemaText)!.AsObject();
        var lines = new List<string>();
        Add("PolicyDataset", root, lines);
        foreach (var (name, definition) in root["$defs"]!.AsObject())
        {
            Add(name, definition!.AsObject(), lines);
        }

        return [.. lines];
    }

    /// <summary>What a later schema of the same major version may not have done.</summary>
    public static IEnumerable<string> Breaks(IReadOnlyCollection<string> published, IReadOnlyCollection<string> current)
    {
        var records = published.Where(l => !l.Contains('.', StringComparison.Ordinal) && l.EndsWith(" record", StringComparison.Ordinal)).Select(l => l.Split(' ')[0]).ToHashSet();
        return published.Except(current).Select(l => "gone: " + l)
            .Concat(current.Except(published).Where(l => l.Contains(" required ", StringComparison.Ordinal) && records.Contains(l.Split('.')[0])).Select(l => "newly required: " + l));
    }

    private static void Add(string name, JsonObject schema, List<string> lines)
    {
        if (schema["properties"] is JsonObject properties)
        {
            lines.Add($"{name} record");
            var required = schema["required"]?.AsArray().Select(r => r!.GetValue<string>()).ToHashSet() ?? [];
            lines.AddRange(properties.Select(p => $"{name}.{p.Key} {(required.Contains(p.Key) ? "required" : "optional")} {Form(p.Value!.AsObject())}"));
        }
        else if (schema["anyOf"] is JsonArray literals && literals.All(l => l!["const"] is not null))
        {
            lines.AddRange(literals.Select(l => $"{name} literal {l!["const"]!.GetValue<string>()}"));
        }
        else if (schema["anyOf"] is JsonArray choices && choices[0]!["const"] is not null)
        {
            lines.AddRange(choices.Select(c => c!["const"] is { } code ? $"{name} code {code.GetValue<string>()}" : $"{name} {Form(c.AsObject())}"));
        }
        else
        {
            lines.Add($"{name} {Form(schema)}");
        }
    }

    private static string Form(JsonObject schema) => schema switch
    {
        _ when schema["$ref"] is { } reference => reference.GetValue<string>()["#/$defs/".Length..],
        _ when schema["anyOf"] is JsonArray choices => string.Join(" or ", choices.Select(c => Form(c!.AsObject()))),
        _ when schema["items"] is JsonObject items => $"list of {Form(items)}",
        _ when schema["pattern"] is { } pattern => string.Create(CultureInfo.InvariantCulture, $"text {pattern.GetValue<string>()} {schema["maxLength"]?.GetValue<int>()}").TrimEnd(),
        _ when schema["additionalProperties"] is JsonObject values => $"map to {Form(values)}",
        _ when schema["minimum"] is { } minimum => $"{schema["type"]} {minimum}..{schema["maximum"]}",
        _ => schema["type"]!.GetValue<string>(),
    };
}
