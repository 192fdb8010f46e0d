using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using KejiDomain.Json;
using KejiDomain.Schema;

namespace KejiDomain.Tests.Schema;

/// <summary>The patterns of the schema: the same in every language, and never stricter than the reader.</summary>
public sealed class PatternTests
{
    private static readonly string[] Odd =
    [
        "a", "a\n", "\n", "a ", " a", "A", "a-", "-a", "a--b", "a-b", "a1", "1a", "a_b", "Ａ", "ａ", "é", "𠮷", "a\u200b", "a\u2028", "a\r", "aX", "٣", "a.b", "a.0", "a.00", "a.0.b", "0.a", "a..b",
        "a.123456", "a.1234567", "410600", "010600", "41060", "4106000", "٤10600", "1.0", "1.10", "1.01", "01.0", "2.0", "10000.0", "1.0\n", ".", "..", "...", ".a", "..a", "a/b", "a\\b", "a:b", "a\u0001b", "文件.txt",
        "2022", "2022?", "2022??", "20220", "XXXX", "X0X2", "2022-01", "2022-13", "2022-00", "2022-0X", "2022-X2", "2022-1X", "2022-XX", "2022-01-01", "2022-01-32", "2022-01-00", "2022-01-3X", "2022-01-X1",
        "2022-01-01T09:30", "2022-01-01T24:00", "2022-01-01T09:60", "2022-01-01T09:30:59", "2022-01-01T09:30:60", "2022-01-01T09:30?", "2022-01-01 09:30", "2022-Q1", "2022-Q5", "2022-S2", "2022-S3", "2022-Q1?", "XXXX-Q1",
        "2022/2024", "2022/", "/2022", "/", "2022/..", "../2022", "../..", "2022//2023", "2022/2023/2024", "2021?/2022?", "{2014}", "{2014,2017}", "{2014,2017", "{2014, 2017}", "{2014,2017}?", "R/P1Y", "R/P0Y", "R/P99D", "R/P100D", "R/P1H",
        "s1#char=0,1", "s1#char=00,1", "s1#char=1,0", "s1#char=1,1", "s1#char=-1,1", "s1#char=1", "s1#line=1,2", "s1#char=999999999,999999999", "s1#char=1000000000,2", "#char=1,2", "S1#char=1,2", "s1#char=1,2\n",
        "urn:keji-domain:schema:policy-dataset:1.0", "urn:keji-domain:schema:policy-dataset:1", "urn:keji-domain:schema:policy-dataset:1.0:closed", "URN:keji-domain:schema:policy-dataset:1.0",
    ];

    private static readonly JsonObject Definitions = JsonNode.Parse(KejiSchema.Text)!["$defs"]!.AsObject();

    [Fact]
    public async Task Every_pattern_means_the_same_everywhere()
    {
        var table = new StringBuilder("definition\ttext\tmatches\n");
        var known = new HashSet<string>();
        foreach (var (name, pattern) in Patterns().Where(p => known.Add(p.Pattern)))
        {
            foreach (var text in Texts())
            {
                var json = JsonValue.Create(text)!.ToJsonString();
                table.Append(CultureInfo.InvariantCulture, $"{name}\t{json}\t{(IsMatch(pattern, text) ? "yes" : "no")}\n");
            }
        }

        Assert.True(known.Count > 8);
        await Verifier.Verify(table.ToString().TrimEnd('\n'), extension: "txt");
    }

    [Fact]
    public void No_pattern_uses_what_one_of_the_languages_lacks() => Assert.All(Patterns(), p =>
    {
        Assert.StartsWith("^", p.Pattern, StringComparison.Ordinal);
        Assert.EndsWith("$", p.Pattern, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\(\?|\\[a-zA-Z](?<!\\u)|\[\[|&&", p.Pattern);
    });

    [Fact]
    public void No_pattern_refuses_what_the_reader_takes()
    {
        var taken = 0;
        foreach (var (name, pattern) in Patterns())
        {
            var type = typeof(PolicyDataset).Assembly.GetType("KejiDomain." + name)!;
            var check = ((JsonShape.Text)JsonContract.ShapeOf(type)).Check!;
            foreach (var text in Texts().Where(t => check(t) && !(name == nameof(FormatVersion) && !t.StartsWith("1.", StringComparison.Ordinal))))
            {
                taken++;
                Assert.True(IsMatch(pattern, text), $"{name}: {text}");
            }
        }

        Assert.True(taken > 1000, $"only {taken}");
    }

    // The schema's patterns are meant for the whole text; in .NET, as in Python, $ also stands before a final line feed.
    private static bool IsMatch(string pattern, string text) => Regex.IsMatch(text, pattern[..^1] + "\\z", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private static IEnumerable<(string Name, string Pattern)> Patterns() => Definitions
        .Select(d => (d.Key, Pattern: (d.Value!["pattern"] ?? d.Value["anyOf"]?.AsArray()[^1]!["pattern"])?.GetValue<string>()))
        .Where(d => d.Pattern is not null)
        .Select(d => (d.Key, d.Pattern!));

    private static IEnumerable<string> Texts() => Definitions
        .Select(d => d.Value!["examples"]![0]!)
        .Where(e => e.GetValueKind() == System.Text.Json.JsonValueKind.String)
        .Select(e => e.GetValue<string>())
        .Concat(Odd)
        .Concat([new string('a', 64), new string('a', 65), string.Empty])
        .Distinct();
}
