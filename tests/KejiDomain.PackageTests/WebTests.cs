using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using KejiDomain.Json;

namespace KejiDomain.PackageTests;

/// <summary>A web service that takes and gives data sets.</summary>
public sealed class WebTests(PackedFeed feed)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [PackageFact]
    public async Task A_service_takes_and_gives_data_sets()
    {
        var folder = feed.Consumer("Web");
        Command.RunWith(folder, PackedFeed.Environment, "dotnet", "build", "-o", "out");
        using var server = Process.Start(Command.StartInfo(folder, [("ASPNETCORE_URLS", "http://127.0.0.1:0"), ("ASPNETCORE_ENVIRONMENT", "Production")], "dotnet", Path.Combine("out", "Web.dll")))!;
        try
        {
            using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = await AddressOf(server) };
            await Gives(client);
            await Binds(client);
            await Takes(client);
            await Describes(client);
        }
        finally
        {
            server.Kill(entireProcessTree: true);
            await server.WaitForExitAsync(Stop);
        }
    }

    private static async Task Gives(HttpClient client)
    {
        foreach (var dataset in Seeds.All.ToArray())
        {
            Assert.Equal(dataset, KejiJson.Read(await client.GetByteArrayAsync($"/datasets/{dataset.Id}", Stop)).GetValueOrThrow());
        }
    }

    private static async Task Binds(HttpClient client)
    {
        Assert.Equal("li-xiaoli", (await Json(await client.GetAsync("/datasets/hebi-2023/people/li-xiaoli", Stop)))["id"]!.GetValue<string>());
        Assert.Equal("鹤壁市", await client.GetStringAsync("/places/410600", Stop));
        foreach (var (path, status) in new[]
        {
            ("/datasets/no-such", HttpStatusCode.NotFound), ("/datasets/Hebi_2023", HttpStatusCode.BadRequest),
            ("/datasets/hebi-2023/people/Li", HttpStatusCode.BadRequest), ("/places/41060", HttpStatusCode.BadRequest),
        })
        {
            using var answer = await client.GetAsync(path, Stop);
            Assert.Equal((path, status), (path, answer.StatusCode));
        }
    }

    private static async Task Takes(HttpClient client)
    {
        var sent = Seeds.Jilin2024 with { Id = DatasetId.Parse("sent") };
        using (var answer = await client.PostAsync("/datasets", Content(KejiJson.Write(sent)), Stop))
        {
            Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
            Assert.Equal("/datasets/sent", answer.Headers.Location!.ToString());
        }

        Assert.Equal(sent, KejiJson.Read(await client.GetByteArrayAsync("/datasets/sent", Stop)).GetValueOrThrow());
        using (var bound = await client.PutAsync("/datasets/sent", Content(KejiJson.Write(sent)), Stop))
        {
            Assert.Equal(HttpStatusCode.NoContent, bound.StatusCode);
        }

        // Every problem of the shape at once, and every problem that the rules find, by its path.
        using (var answer = await client.PostAsync("/datasets", Content("{ \"id\": \"Sent\", \"place\": \"41\" }"), Stop))
        {
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
            var errors = (await Json(answer))["errors"]!.AsObject();
            Assert.Equal(["$", "$.id", "$.place"], errors.Select(e => e.Key));
            Assert.Equal(["KD1007: The required member 'formatVersion' is absent.", "KD1007: The required member 'title' is absent.", "KD1007: The required member 'sources' is absent."], errors["$"]!.AsArray().Select(e => e!.GetValue<string>()));
        }

        using (var answer = await client.PostAsync("/datasets", Content(KejiJson.Write(sent with { People = [.. sent.People, .. sent.People] })), Stop))
        {
            var problem = await Json(answer);
            Assert.StartsWith("invalid: ", problem["title"]!.GetValue<string>(), StringComparison.Ordinal);
            Assert.All(problem["errors"]!.AsObject(), e => Assert.StartsWith("$.people[", e.Key, StringComparison.Ordinal));
        }
    }

    private static async Task Describes(HttpClient client)
    {
        var document = await Json(await client.GetAsync("/openapi/v1.json", Stop));
        Assert.Equal(Pattern(DatasetId.Format), Said(document["components"]!["schemas"]![nameof(DatasetId)]!));
        Assert.Equal(Pattern(ReportingPeriod.Format), Said(document["components"]!["schemas"]![nameof(ReportingPeriod)]!));
        Assert.Equal(Pattern(PersonId.Format), Said(Parameter("/datasets/{id}/people/{person}", "person")));
        Assert.Equal(Pattern(DivisionCode.Format), Said(Parameter("/places/{code}", "code")));

        JsonNode Parameter(string path, string name) => document["paths"]![path]!["get"]!["parameters"]!.AsArray().Single(p => p!["name"]!.GetValue<string>() == name)!["schema"]!;

        static (string, string) Pattern(TextFormat format) => ("string", format.Pattern);

        static (string, string) Said(JsonNode schema) => (schema["type"]!.GetValue<string>(), schema["pattern"]!.GetValue<string>());
    }

    private static StringContent Content(string json) => new(json, Encoding.UTF8, "application/json");

    private static async Task<JsonNode> Json(HttpResponseMessage answer)
    {
        using (answer)
        {
            return JsonNode.Parse(await answer.Content.ReadAsStringAsync(Stop))!;
        }
    }

    private static async Task<Uri> AddressOf(Process server)
    {
        while (await server.StandardOutput.ReadLineAsync(Stop) is { } line)
        {
            if (line.Split("Now listening on: ") is [_, var address])
            {
                // Nobody reads on: what it logs must not fill the pipe.
                _ = server.StandardOutput.ReadToEndAsync(Stop);
                _ = server.StandardError.ReadToEndAsync(Stop);
                return new(address);
            }
        }

        throw new InvalidOperationException("The service did not start: " + await server.StandardError.ReadToEndAsync(Stop));
    }
}
