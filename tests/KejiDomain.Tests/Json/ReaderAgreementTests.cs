using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using KejiDomain.Json;
using KejiDomain.Validation;

namespace KejiDomain.Tests.Json;

/// <summary>The typed reader and the diagnosing reader agree on what is valid and on what it says.</summary>
public sealed class ReaderAgreementTests
{
#if MUTANTS
    private const int Step = 29;
#else
    private const int Step = 1;
#endif

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
        foreach (var (what, utf8) in Changes().Where((_, i) => i % Step == 0))
        {
            Agree(utf8, what);
            count++;
        }

        Assert.True(count * Step > 1000, $"only {count} changes");
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

    // Every member and item dropped, every value replaced by others in turn.
    private static IEnumerable<(string What, byte[] Utf8)> Changes()
    {
        var utf8 = JsonSerializer.SerializeToUtf8Bytes(JsonNode.Parse(Samples.ValidJson));
        string[] replacements = ["null", "[]", "{}", "\"\"", "\"x\"", "0", "-0", "1.0", "1e0", "true", "\"\\ud800\"", "[null]", "123456789012345678901234567890"];
        foreach (var (entry, start, end) in Values(utf8))
        {
            var isFollowed = utf8[end] == ',';
            yield return ($"drop {entry}", [.. utf8.AsSpan(0, entry - (!isFollowed && utf8[entry - 1] == ',' ? 1 : 0)), .. utf8.AsSpan(end + (isFollowed ? 1 : 0))]);
            foreach (var replacement in replacements)
            {
                yield return ($"{start} := {replacement}", [.. utf8.AsSpan(0, start), .. Encoding.UTF8.GetBytes(replacement), .. utf8.AsSpan(end)]);
            }
        }
    }

    // Where each value below the root begins, its name before it, and where it ends.
    private static List<(int Entry, int Start, int End)> Values(byte[] utf8)
    {
        var values = new List<(int, int, int)>();
        var open = new Stack<(int Entry, int Start)>();
        var reader = new Utf8JsonReader(utf8);
        int? name = null;
        while (reader.Read())
        {
            var start = (int)reader.TokenStartIndex;
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    name = start;
                    continue;
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    open.Push((name ?? start, start));
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    var (entry, first) = open.Pop();
                    values.Add((entry, first, (int)reader.BytesConsumed));
                    break;
                default:
                    values.Add((name ?? start, start, (int)reader.BytesConsumed));
                    break;
            }

            name = null;
        }

        values.RemoveAt(values.Count - 1);
        return values;
    }
}
