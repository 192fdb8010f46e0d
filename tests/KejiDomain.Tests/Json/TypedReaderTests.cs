using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using KejiDomain.Json;
using KejiDomain.Validation;

namespace KejiDomain.Tests.Json;

/// <summary>What the typed reader takes by itself, and what it leaves to the diagnosing reader: never more, and of what is common never less.</summary>
public sealed class TypedReaderTests
{
#if MUTANTS
    private const int Nodes = 600;
#else
    private const int Nodes = 60_000;
#endif

    private const int LongestText = 64;

    private const int LongestList = 4;

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string Compact = JsonNode.Parse(Samples.ValidJson)!.ToJsonString(Plain);

    [Fact]
    public void A_large_document_is_read_by_the_typed_reader_within_the_default_limits()
    {
        var utf8 = Large(Nodes, "关于印发实施方案的通知");
        Assert.True(utf8.Length > 80 * Nodes);
        Assert.NotNull(KejiJson.TryReadTyped(utf8));
        Assert.True(KejiJson.Read(utf8).IsSuccess);
    }

    [Fact]
    public void A_large_document_beyond_a_limit_has_the_issues_of_the_diagnosing_reader()
    {
        var text = Large(Nodes, new string('文', (ReadLimits.Default.TextBytes / 3) + 1));
        Assert.Null(KejiJson.TryReadTyped(text));
        Assert.Equal(IssueCodes.TextTooLong, Assert.Single(KejiJson.Read(text).Report.Issues).Code);
        var list = Large(Nodes, "x");
        var limits = new ReadLimits { ListItems = Nodes - 1 };
        Assert.Null(KejiJson.TryReadTyped(list, limits));
        Assert.Equal(DiagnosingReader.Read(list, ReadMode.Strict, limits).Report.Issues, KejiJson.Read(list, limits: limits).Report.Issues);
        Assert.Equal(IssueCodes.ListTooLong, Assert.Single(KejiJson.Read(list, limits: limits).Report.Issues).Code);
    }

    [Fact]
    public void Limits_are_reached_and_not_passed()
    {
        Both(new() { TextBytes = LongestText, ListItems = LongestList }, isTaken: true);
        Both(new() { TextBytes = LongestText - 1 }, isTaken: false);
        Both(new() { ListItems = LongestList - 1 }, isTaken: false);
        Both(new() { ListItems = 0 }, isTaken: false);
        var depth = Enumerable.Range(1, ReadLimits.DefaultDepth).First(d => DiagnosingReader.Read(Samples.ValidJson, ReadMode.Strict, new() { Depth = d }).IsSuccess);
        Assert.True(depth > 3);
        Both(new() { Depth = depth }, isTaken: true);
        Both(new() { Depth = depth - 1 }, isTaken: false);
    }

    [Fact]
    public void Short_texts_that_a_document_repeats_are_one_string()
    {
        var (first, second) = (KejiJson.TryReadTyped(Samples.ValidJson)!, KejiJson.TryReadTyped(Samples.ValidJson)!);
        Assert.NotSame(first, second);
        Assert.Same(first.Series[0].Observations[0].Measure!.Value.Noun, first.Series[1].Observations[0].Measure!.Value.Noun);
        Assert.Same(first.Series[0].Observations[0].Measure!.Value.Noun, second.Series[0].Observations[0].Measure!.Value.Noun);
    }

    [Fact]
    public void Names_of_a_map_that_begin_alike_are_told_apart()
    {
        // Both have seven letters of which the last two differ, and the same quote and brace before them.
        foreach (var name in (string[])["grade-a", "grade-b", "gradexy"])
        {
            var read = KejiJson.TryReadTyped(Encoding.UTF8.GetBytes(Compact.Replace("{\"flow\":\"stock\"}", $"{{\"{name}\":\"stock\"}}", StringComparison.Ordinal)));
            Assert.Equal(name, Assert.Single(read!.Series[0].Dimensions).Dimension.ToString());
        }
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData(" \t ")]
    [InlineData("\n                                                                        ")]
    public void Blanks_may_stand_between_all_tokens(string blanks) => Taken(Spaced(blanks));

    [Fact]
    public void Members_may_stand_in_any_order() => Taken(Reversed(JsonNode.Parse(Samples.ValidJson)!).ToJsonString());

    [Fact]
    public void Texts_may_be_escaped()
    {
        var escaped = JsonNode.Parse(Samples.ValidJson)!.ToJsonString();
        Assert.Contains("\\u", escaped, StringComparison.Ordinal);
        Taken(escaped);
        Taken(Compact.Replace("\"Hans\"", "\"\\u0048ans\"", StringComparison.Ordinal).Replace("\"s1#char=0,8\"", "\"s\\u0031#char=0,8\"", StringComparison.Ordinal).Replace("\"220200\"", "\"22020\\u0030\"", StringComparison.Ordinal));
    }

    [Fact]
    public void A_text_of_any_length_is_read()
    {
        foreach (var length in (int[])[1, 2, 10, 11, 30, 31, 32, 33, 34, 63, 64, 65, 2047, 2048, 2049, 5000])
        {
            foreach (var letter in (string[])["a", "文", "𠮷", "é"])
            {
                var title = string.Concat(Enumerable.Repeat(letter, length));
                Assert.Equal(title, KejiJson.TryReadTyped(Encoding.UTF8.GetBytes(Compact.Replace("A fixture", title, StringComparison.Ordinal)))!.Title.En);
            }
        }
    }

    [Theory]
    [InlineData("\"\\ud800\"")]
    [InlineData("\"\\ude00\\ud83d\"")]
    [InlineData("\"\\x\"")]
    [InlineData("\"\\u12\"")]
    [InlineData("\"a\tb\"")]
    [InlineData("\"\\")]
    [InlineData("\"")]
    [InlineData("\"\"")]
    public void A_text_that_is_none_is_refused(string text) => Assert.Null(KejiJson.TryReadTyped(Encoding.UTF8.GetBytes(Compact.Replace("\"A fixture\"", text, StringComparison.Ordinal))));

    [Fact]
    public void Bytes_that_are_no_UTF8_are_refused_in_texts_of_any_length()
    {
        foreach (var length in (int[])[1, 32, 33, 2049])
        {
            foreach (var bad in (byte[][])[[0xC3], [0xE6, 0x96], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xC0, 0x80], [0x80]])
            {
                var (before, after) = (Compact[..Compact.IndexOf("A fixture", StringComparison.Ordinal)], Compact[(Compact.IndexOf("A fixture", StringComparison.Ordinal) + "A fixture".Length)..]);
                byte[] utf8 = [.. Encoding.UTF8.GetBytes(before + new string('a', length)), .. bad, .. Encoding.UTF8.GetBytes(after)];
                Assert.Null(KejiJson.TryReadTyped(utf8));
                Assert.False(KejiJson.Read(utf8).IsSuccess);
            }
        }
    }

    [Fact]
    public void What_ends_too_early_is_refused_wherever_it_ends()
    {
        var utf8 = Encoding.UTF8.GetBytes(Compact);
        for (var length = 0; length < utf8.Length; length++)
        {
            // A copy of its own, so that reading beyond the end would not find the rest.
            Assert.Null(KejiJson.TryReadTyped(utf8.AsSpan(0, length).ToArray()));
        }

        Assert.NotNull(KejiJson.TryReadTyped(utf8));
        Assert.Null(KejiJson.TryReadTyped([.. utf8, (byte)'}']));
        Assert.NotNull(KejiJson.TryReadTyped([.. utf8, (byte)'\n']));
    }

    [Theory]
    [InlineData(',')]
    [InlineData('"')]
    [InlineData('}')]
    [InlineData('\0')]
    public void A_changed_byte_between_values_is_refused_wherever_it_is(char other)
    {
        var utf8 = Encoding.UTF8.GetBytes(Compact);
        foreach (var at in Enumerable.Range(0, utf8.Length).Where(i => "{}[]:,\"".Contains((char)utf8[i], StringComparison.Ordinal) && utf8[i] != other))
        {
            var changed = (byte[])utf8.Clone();
            changed[at] = (byte)other;
            if (KejiJson.TryReadTyped(changed) is { } read)
            {
                Assert.Equal(read, DiagnosingReader.Read(changed, ReadMode.Strict, ReadLimits.Default).Value);
            }
        }
    }

    [Theory]
    [InlineData("0", "0")]
    [InlineData("0.0", "0.0")]
    [InlineData("1.50", "1.50")]
    [InlineData("-0.1", "-0.1")]
    [InlineData("999999999999999999", "999999999999999999")]
    [InlineData("1234567890.12345678", "1234567890.12345678")]
    [InlineData("1234567890.123456789", "1234567890.123456789")]
    [InlineData("18446744073709551616", "18446744073709551616")]
    [InlineData("0.0000000000000000000000000001", "0.0000000000000000000000000001")]
    [InlineData("9999999999999999999999999999", "9999999999999999999999999999")]
    [InlineData("10000000000000000000000000000", null)]
    [InlineData("-0", null)]
    [InlineData("-0.0", null)]
    [InlineData("1e1", null)]
    [InlineData("01", null)]
    [InlineData("1.", null)]
    [InlineData(".5", null)]
    [InlineData("-", null)]
    [InlineData("+1", null)]
    [InlineData("1.2.3", null)]
    public void A_number_is_read_with_its_digits(string digits, string? expected)
    {
        var amount = Compact.IndexOf("\"amount\":", StringComparison.Ordinal) + "\"amount\":".Length;
        var end = Compact.AsSpan(amount).IndexOfAny(',', '}') + amount;
        var utf8 = Encoding.UTF8.GetBytes(Compact[..amount] + digits + Compact[end..]);
        var read = KejiJson.TryReadTyped(utf8);
        Assert.Equal(DiagnosingReader.Read(utf8, ReadMode.Strict, ReadLimits.Default).IsSuccess, read is not null);
        Assert.Equal(expected is not null, read is not null);
        if (read is not null)
        {
            Assert.Contains($"\"amount\": {expected}", KejiJson.Write(read), StringComparison.Ordinal);
        }
    }

    private static void Both(ReadLimits limits, bool isTaken)
    {
        Assert.Equal(isTaken, KejiJson.TryReadTyped(Samples.ValidJson, limits) is not null);
        Assert.Equal(isTaken, DiagnosingReader.Read(Samples.ValidJson, ReadMode.Strict, limits).IsSuccess);
    }

    private static void Taken(string json) => Assert.Equal(Samples.Valid, KejiJson.TryReadTyped(Encoding.UTF8.GetBytes(json)));

    private static byte[] Large(int nodes, string last)
    {
        var root = JsonNode.Parse(Samples.ValidJson)!;
        var items = new JsonArray([.. Enumerable.Range(0, nodes).Select(i => new JsonObject { ["no"] = $"{i}", ["text"] = i < nodes - 1 ? $"第{i}项：关于印发《实施方案》的通知，含若干措施" : last })]);
        root["meetings"]![0]!["outline"] = items;
        return JsonSerializer.SerializeToUtf8Bytes(root, Plain);
    }

    private static string Spaced(string blanks)
    {
        var reader = new Utf8JsonReader(Samples.ValidJson);
        var text = new StringBuilder(blanks);
        var isFirst = true;
        while (reader.Read())
        {
            var isEnd = reader.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject;
            text.Append(isFirst || isEnd ? string.Empty : "," + blanks);
            text.Append(reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName ? $"\"{Encoding.UTF8.GetString(reader.ValueSpan)}\"" : Encoding.UTF8.GetString(reader.ValueSpan)).Append(blanks);
            isFirst = reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject or JsonTokenType.PropertyName;
            text.Append(reader.TokenType == JsonTokenType.PropertyName ? ":" + blanks : string.Empty);
        }

        return text.ToString();
    }

    private static JsonNode Reversed(JsonNode node) => node switch
    {
        JsonObject record => new JsonObject(record.Reverse().Select(p => KeyValuePair.Create(p.Key, (JsonNode?)Reversed(p.Value!)))),
        JsonArray list => new JsonArray([.. list.Select(i => Reversed(i!))]),
        _ => node.DeepClone(),
    };
}
