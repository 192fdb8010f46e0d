using System.Text;
using System.Text.Json.Nodes;
using KejiDomain.Json;

namespace KejiDomain.Tests.Tables;

/// <summary>Data sets whose every free text is one that somebody else's program might trip over.</summary>
internal static class Hostile
{
    public static readonly string[] Texts =
    [
        "=HYPERLINK(\"http://a.example\",\"x\")", "=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "'x", "''x", "'=x", "＝1", "＋1", "－1", "＠x", "＇x", "a,b\"c\"\nd\r\ne", "\nx", " x ", "#x", "\uFEFFx", "𠮷\u202Ex",
        "x\u0000y", "\"", ",", "| a | b |", "<script>alert(1)</script>", "[a](javascript:b)", "**a** `b` ~~c~~", "1. a", "1.", "2)\na", "- a", "# a", "a ##", "a #1", "&lt;", "http://a.example www.a.example a@a.example", "absent", "\\", "$x$", "![a](b)", "---", "> a",
    ];

    // Members whose value is free text wherever they stand; a record's reference of the same name is never a plain text here.
    private static readonly HashSet<string> Free = new(StringComparer.Ordinal)
    {
        "zh", "en", "pinyin", "noun", "printed", "why", "doubt", "no", "verb", "open", "for", "when", "base", "group", "read", "note", "value", "number", "text", "title",
    };

    public static IEnumerable<PolicyDataset> Of(byte[] utf8) => Enumerable.Range(0, Texts.Length).Select(shift => Of(utf8, shift));

    /// <summary>The data set with its free texts replaced, each by another of the texts, beginning with one of them.</summary>
    public static PolicyDataset Of(byte[] utf8, int shift)
    {
        var root = JsonNode.Parse(utf8)!;
        Replace(root, ref shift);
        return KejiJson.Read(Encoding.UTF8.GetBytes(root.ToJsonString())).GetValueOrThrow();
    }

    private static void Replace(JsonNode node, ref int shift)
    {
        if (node is JsonArray array)
        {
            foreach (var item in array)
            {
                Replace(item!, ref shift);
            }
        }
        else if (node is JsonObject map)
        {
            foreach (var name in map.Select(p => p.Key).ToArray())
            {
                if (map[name] is JsonValue value && value.GetValueKind() == System.Text.Json.JsonValueKind.String)
                {
                    if (Free.Contains(name))
                    {
                        map[name] = Texts[shift++ % Texts.Length];
                    }
                }
                else if (map[name] is { } child)
                {
                    Replace(child, ref shift);
                }
            }
        }
    }
}
