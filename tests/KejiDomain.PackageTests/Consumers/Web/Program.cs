using System.Collections.Concurrent;
using KejiDomain;
using KejiDomain.Json;
using KejiDomain.Validation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.OpenApi;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddProblemDetails();
builder.Services.ConfigureHttpJsonOptions(o => o.SerializerOptions.TypeInfoResolverChain.Insert(0, KejiJson.TypeInfoResolver));
builder.Services.AddOpenApi(o => o.AddSchemaTransformer((schema, context, _) =>
{
    // Identifiers, codes and dates are one text, in a body and in a route: the document says so, and which texts.
    var type = context.ParameterDescription is { ParameterDescriptor.ParameterType: var parameter } && context.JsonTypeInfo.Type == typeof(string) ? parameter : context.JsonTypeInfo.Type;
    if (TextFormat.Of(type) is { } format)
    {
        schema.Type = JsonSchemaType.String;
        schema.Pattern = format.Pattern;
        schema.Examples = [format.Example];
    }

    return Task.CompletedTask;
}));

var app = builder.Build();
var datasets = new ConcurrentDictionary<DatasetId, PolicyDataset>(Seeds.All.ToDictionary(d => d.Id));
app.MapOpenApi();

app.MapGet("/datasets/{id}", Results<Ok<PolicyDataset>, NotFound> (DatasetId id) =>
    datasets.TryGetValue(id, out var dataset) ? TypedResults.Ok(dataset) : TypedResults.NotFound());

app.MapGet("/datasets/{id}/people/{person}", Results<Ok<Person>, NotFound> (DatasetId id, PersonId person) =>
    datasets.TryGetValue(id, out var dataset) && dataset.Find(person) is Person found ? TypedResults.Ok(found) : TypedResults.NotFound());

app.MapGet("/places/{code}", (DivisionCode code) => Gazetteer.TryGet(code, out var division) ? Results.Text(division.Name) : Results.NotFound());

app.MapPost("/datasets", async Task<Results<Created<PolicyDataset>, ValidationProblem>> (HttpRequest request, CancellationToken stop) =>
{
    // Read by the library, not bound: every issue is in the answer, not the first alone.
    var read = await KejiJson.ReadAsync(request.Body, cancellationToken: stop);
    var report = read.Value is { } sent ? sent.Validate() : read.Report;
    if (read.Value is not { } dataset || !report.IsValid)
    {
        return TypedResults.ValidationProblem(report.ErrorsByPath(), title: report.Summary);
    }

    datasets[dataset.Id] = dataset;
    return TypedResults.Created($"/datasets/{dataset.Id}", dataset);
}).Accepts<PolicyDataset>("application/json");

// Bound by the framework: the first problem alone, without its place, but the shortest.
app.MapPut("/datasets/{id}", (DatasetId id, PolicyDataset dataset) => id == dataset.Id ? Results.NoContent() : Results.BadRequest());

app.Run();
