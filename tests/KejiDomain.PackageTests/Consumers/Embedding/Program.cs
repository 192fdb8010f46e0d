using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using KejiDomain;
using KejiDomain.Json;

// Our types inside a record of somebody else, whose context has a policy of its own for everything: the JSON of ours stays what it is.
var failed = 0;
foreach (var dataset in Seeds.All)
{
    var envelope = new Envelope { ReceivedBy = "somebody", DataSet = dataset, AskedFor = Indicator.TechContractValue, ByPerson = new() { [PersonId.Parse("li-xiaoli")] = 1 } };
    failed += Holds(envelope, "generated", ForeignContext.Default.Envelope);

    // The same through options that combine their metadata and ours.
    var options = new JsonSerializerOptions(ForeignContext.Default.Options) { TypeInfoResolver = JsonTypeInfoResolver.Combine(KejiJson.TypeInfoResolver, ForeignContext.Default) };
    failed += Holds(envelope, "combined", (JsonTypeInfo<Envelope>)options.GetTypeInfo(typeof(Envelope)));
}

Console.WriteLine(failed == 0 ? "all as it should be" : $"{failed} differences");
return failed;

static int Holds(Envelope envelope, string how, JsonTypeInfo<Envelope> info)
{
    var json = JsonSerializer.Serialize(envelope, info);
    var node = JsonNode.Parse(json)!;
    var same = JsonNode.DeepEquals(node["data_set"], JsonNode.Parse(KejiJson.Write(envelope.DataSet)));
    var foreign = node["received_by"]!.GetValue<string>() == "somebody" && node["asked_for"]!.GetValue<string>() == "tech-contract-value" && node["by_person"]!["li-xiaoli"]!.GetValue<string>() == "1";
    var back = JsonSerializer.Deserialize(json, info)!;
    var equal = back.DataSet == envelope.DataSet && KejiJson.Read(node["data_set"]!.ToJsonString()).Value == envelope.DataSet;
    Console.WriteLine($"{envelope.DataSet.Id} {how}: {(same ? "same JSON" : "OTHER JSON")}, {(foreign ? "their names" : "OTHER NAMES")}, {(equal ? "read back equal" : "NOT EQUAL")}");
    return same && foreign && equal ? 0 : 1;
}

internal sealed record Envelope
{
    public required string ReceivedBy { get; init; }

    public required PolicyDataset DataSet { get; init; }

    public required Indicator AskedFor { get; init; }

    public required Dictionary<PersonId, int> ByPerson { get; init; }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DictionaryKeyPolicy = JsonKnownNamingPolicy.SnakeCaseUpper,
    DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    NumberHandling = JsonNumberHandling.AllowReadingFromString | JsonNumberHandling.WriteAsString,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(Envelope))]
internal sealed partial class ForeignContext : JsonSerializerContext;
