using System.Text.Json;

namespace KejiDomain.Benchmarks.Reading;

/// <summary>The limit: every token is passed, nothing is taken out.</summary>
public class TokenScan : ReadWorkload
{
    public override void Setup() => Require(Source.Documents.All(d => Read(d) == Tokens(JsonDocument.Parse(d).RootElement)), "every token is passed");

    protected override int Read(byte[] document)
    {
        var reader = new Utf8JsonReader(document);
        var tokens = 0;
        while (reader.Read())
        {
            tokens++;
        }

        return tokens;
    }

    private static int Tokens(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => 2 + element.EnumerateObject().Sum(p => 1 + Tokens(p.Value)),
        JsonValueKind.Array => 2 + element.EnumerateArray().Sum(Tokens),
        _ => 1,
    };
}
