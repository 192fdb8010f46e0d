using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using KejiDomain.Json;
using KejiDomain.Validation;

namespace KejiDomain.Tests.Seeds;

/// <summary>The data sets of <c>seeds/</c>: canonical, valid, and, where the texts are at hand, faithful to them.</summary>
public sealed class SeedTests
{
    public static TheoryData<string> Names() =>
        [.. Directory.GetFiles(Repository.Seeds, "*.json").Select(Path.GetFileNameWithoutExtension).OfType<string>().Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_canonical_to_the_byte(string name)
    {
        var bytes = Bytes(name);
        var dataset = KejiJson.Read(bytes).GetValueOrThrow();
        Assert.Equal(Encoding.UTF8.GetString(bytes), KejiJson.Write(dataset));
        Assert.Equal(name, dataset.Id.ToString());
        Assert.Equal(dataset, DiagnosingReader.Read(bytes, ReadMode.Strict, ReadLimits.Default).Value);

        // The generated metadata, which consumers' own contexts use, reads and writes the same.
        Assert.Equal(dataset, JsonSerializer.Deserialize(bytes, KejiJsonContext.Default.PolicyDataset));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(bytes), JsonSerializer.SerializeToNode(dataset, KejiJsonContext.Default.PolicyDataset)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public Task Has_the_issues_that_are_known(string name)
    {
        var report = Validator.Check(Bytes(name)).Report;
        Assert.True(report.IsValid);
        return Verifier.Verify(string.Join('\n', report.Issues.Select(i => $"{i.Severity} {i.Code} {i.Path}: {i.Message}")) + "\n", extension: "txt");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public Task Implies(string name) =>
        Verifier.Verify(string.Join('\n', Validator.Derive(KejiJson.Read(Bytes(name)).GetValueOrThrow()).Select(d => d.ToString())) + "\n", extension: "txt");

    [Theory]
    [MemberData(nameof(Names))]
    public void Says_what_its_text_says(string name)
    {
        var read = Validator.Check(Bytes(name), options: d => new() { Texts = Texts(d) });
        Assert.True(read.Report.IsValid, read.Report.ToString());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public Task Covers_its_text(string name)
    {
        var dataset = KejiJson.Read(Bytes(name)).GetValueOrThrow();
        var texts = Texts(dataset);
        var lines = new StringBuilder();
        foreach (var source in dataset.Sources)
        {
            var coverage = Coverage.Of(dataset, source, texts[source.Id]);
            Assert.Empty(coverage.Uncovered.Select(c => $"{c} {texts[source.Id].Slice(c)}"));
            lines.Append(System.Globalization.CultureInfo.InvariantCulture, $"{source.Id}: {coverage.Cited} cited, {coverage.Furniture} furniture, {coverage.Exhortation} exhortation of {coverage.Length}\n");
        }

        return Verifier.Verify(lines.ToString(), extension: "txt");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Copies_no_sentence_of_its_text(string name)
    {
        var dataset = KejiJson.Read(Bytes(name)).GetValueOrThrow();
        var titles = dataset.Documents.Select(d => d.Title.Zh).ToHashSet(StringComparer.Ordinal);
        foreach (var text in Texts(dataset).Values)
        {
            var spans = Enumerable.Range(0, Math.Max(0, text.Text.Length - 40)).Select(i => text.Text.Substring(i, 41)).ToHashSet(StringComparer.Ordinal);
            foreach (var value in Strings(Bytes(name)).Where(v => !titles.Contains(v)))
            {
                for (var i = 0; i + 41 <= value.Length; i++)
                {
                    Assert.False(spans.Contains(value.Substring(i, 41)), value);
                }
            }
        }
    }

    private static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Repository.Seeds, name + ".json"));

    private static IReadOnlyDictionary<SourceId, SourceText> Texts(PolicyDataset dataset)
    {
        Assert.SkipWhen(Repository.Sources is null, "KEJI_SOURCES does not name the folder of the source texts.");
        var texts = SourceTexts.Open(dataset, Repository.Sources!);
        Assert.Equal(dataset.Sources.Count, texts.Count);
        return texts;
    }

    private static List<string> Strings(byte[] utf8)
    {
        var strings = new List<string>();
        var reader = new Utf8JsonReader(utf8);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.String)
            {
                strings.Add(reader.GetString()!);
            }
        }

        return strings;
    }
}
