using System.Text.Json;

namespace KejiDomain.Benchmarks.Reading;

/// <summary>The limit with values: every token is passed, every text and number is taken out and dropped.</summary>
public class ValueScan : ReadWorkload
{
    public override void Setup() =>
        Require(Source.Documents.All(d => Read(d) == Length(JsonDocument.Parse(d).RootElement)), "every text and number is taken out");

    protected override int Read(byte[] document)
    {
        var reader = new Utf8JsonReader(document);
        var taken = 0;
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.String)
            {
                taken += reader.GetString()!.Length;
            }
            else if (reader.TokenType == JsonTokenType.Number)
            {
                taken += decimal.Sign(reader.GetDecimal());
            }
        }

        return taken;
    }

    private static int Length(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Sum(p => Length(p.Value)),
        JsonValueKind.Array => element.EnumerateArray().Sum(Length),
        JsonValueKind.String => element.GetString()!.Length,
        JsonValueKind.Number => decimal.Sign(element.GetDecimal()),
        _ => 0,
    };
}
