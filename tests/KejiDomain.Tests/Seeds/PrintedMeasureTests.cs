using System.Text.Json;

namespace KejiDomain.Tests.Seeds;

/// <summary>Every figure that the data sets of <c>seeds/</c> print is read as they hold it.</summary>
public sealed class PrintedMeasureTests
{
    [Theory]
    [MemberData(nameof(SeedTests.Names), MemberType = typeof(SeedTests))]
    public void Is_read_as_the_data_set_holds_it(string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Seeds, name + ".json")));
        foreach (var element in MeasuresIn(document.RootElement))
        {
            var stored = JsonSerializer.Deserialize(element.GetRawText(), (System.Text.Json.Serialization.Metadata.JsonTypeInfo<Measure>)KejiDomain.Json.KejiJson.Options.GetTypeInfo(typeof(Measure)));
            if (stored.Printed is not { } printed)
            {
                continue;
            }

            // The noun may stand elsewhere in the phrase: 百 … 支.
            Assert.True(Measure.TryParse(printed, out var read) || Measure.TryParse(printed + stored.Noun, out read), printed);
            Assert.Equal((stored.Amount, stored.Low, stored.High, stored.Multiplier, stored.Missing), (read.Amount, read.Low, read.High, read.Multiplier, read.Missing));
            Assert.True(read.Unit == UnitOfMeasure.Count || read.Unit == stored.Unit, printed);
            Assert.True(read.Qualifier is null || read.Qualifier == stored.Qualifier, printed);
        }
    }

    private static IEnumerable<JsonElement> MeasuresIn(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object when element.TryGetProperty("unit", out _) && element.TryGetProperty("printed", out _) => [element],
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => MeasuresIn(p.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(MeasuresIn),
        _ => [],
    };
}
