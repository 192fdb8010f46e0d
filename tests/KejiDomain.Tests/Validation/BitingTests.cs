#if !MUTANTS
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using KejiDomain.Json;
using KejiDomain.Validation;

namespace KejiDomain.Tests.Validation;

/// <summary>
/// Changes each figure of every seed by a tenth, up and down, and holds what then is said of it: the codes that fire, the implied figures that move,
/// or the reason, in <c>figures-without-a-rule.tsv</c>, why nothing is.
/// </summary>
public sealed class BitingTests
{
    private static string Reasons => Path.Combine(Repository.Root, "tests", "KejiDomain.Tests", "Validation", "figures-without-a-rule.tsv");

    public static TheoryData<string> Seeds() =>
        [.. Directory.GetFiles(Repository.Seeds, "*.json").Select(Path.GetFileNameWithoutExtension).OfType<string>().Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_figure_that_is_changed_is_noticed_or_the_table_says_why_not(string name)
    {
        var seed = File.ReadAllText(Path.Combine(Repository.Seeds, name + ".json"));
        var known = Codes(seed).Report.Issues.Select(i => (i.Code, i.Key)).ToHashSet();
        var implied = Implied(seed);
        var reasons = File.ReadAllLines(Reasons).Skip(1).Select(l => l.Split('\t')).Where(c => c[0] == name).ToDictionary(c => c[1], c => c[2]);
        var silent = new List<string>();
        var wrong = new List<string>();
        foreach (var figure in Figures(JsonNode.Parse(seed)!).ToList())
        {
            var heard = new SortedSet<string>(StringComparer.Ordinal);
            foreach (var by in (decimal[])[1.1m, 0.9m])
            {
                var changed = Change(seed, figure, by);
                heard.UnionWith(Codes(changed).Report.Issues.Where(i => !known.Contains((i.Code, i.Key)) && i.Severity != Severity.Error).Select(i => i.Code));
                if (!Implied(changed).SequenceEqual(implied))
                {
                    heard.Add("implied");
                }
            }

            if (heard.Count == 0)
            {
                silent.Add(figure);
            }

            if (heard.Count > 0 && reasons.ContainsKey(figure))
            {
                wrong.Add($"{figure} has a reason, but is heard: {string.Join(' ', heard)}");
            }
        }

        if (Environment.GetEnvironmentVariable("VERIFY_ACCEPT") == "1" && Environment.GetEnvironmentVariable("CI") is null)
        {
            File.AppendAllLines(Reasons, silent.Where(f => !reasons.ContainsKey(f)).Select(f => $"{name}\t{f}\t"));
        }

        wrong.AddRange(silent.Where(f => string.IsNullOrWhiteSpace(reasons.GetValueOrDefault(f))).Select(f => $"{f} is silent without a reason"));
        wrong.AddRange(reasons.Keys.Where(f => !silent.Contains(f)).Select(f => $"{f} has a reason and is not silent or not there"));
        Assert.Empty(wrong);
    }

    private static ReadResult Codes(string json) => Validator.Check(Encoding.UTF8.GetBytes(json));

    private static IEnumerable<string> Implied(string json) => Validator.Derive(KejiJson.Read(Encoding.UTF8.GetBytes(json)).Partial!).Select(d => d.ToString());

    // Every number that counts or measures something; spans, lengths and multipliers do not.
    private static IEnumerable<string> Figures(JsonNode node) => node switch
    {
        JsonObject record => record.Where(m => m.Key is not ("sources" or "evidence")).SelectMany(m =>
            m.Value is JsonValue value && value.GetValueKind() == System.Text.Json.JsonValueKind.Number
                ? m.Key is "amount" or "low" or "high" or "count" or "years" or "position" or "edition" or "batch" ? [value.GetPath()] : []
                : m.Value is null ? [] : Figures(m.Value)),
        JsonArray list => list.OfType<JsonNode>().SelectMany(Figures),
        _ => [],
    };

    private static string Change(string json, string path, decimal by)
    {
        var root = JsonNode.Parse(json)!;
        var node = At(root, path);
        var value = node.GetValue<decimal>();
        var whole = value == decimal.Truncate(value);

        // A count stays a count: at least one more or less.
        var step = whole ? Math.Max(1, Math.Round(Math.Abs(value) * Math.Abs(by - 1), MidpointRounding.AwayFromZero)) : Math.Abs(value * (by - 1));
        node.ReplaceWith(decimal.Parse((by > 1 ? value + step : value - step).ToString("0.############", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));
        return root.ToJsonString();
    }

    private static JsonNode At(JsonNode root, string path)
    {
        var at = root;
        foreach (var part in path[1..].Split(['.', '['], StringSplitOptions.RemoveEmptyEntries))
        {
            at = part[^1] == ']' ? at[int.Parse(part[..^1], CultureInfo.InvariantCulture)]! : at[part]!;
        }

        return at;
    }
}
#endif
