using System.Text.Json;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;
using KejiDomain.Benchmarks.Inputs;
using KejiDomain.Benchmarks.Running;

namespace KejiDomain.Yardsticks.Fhir;

/// <summary>Something done to a bundle of records of another strongly typed domain model, of the size of our input and in the same form.</summary>
public abstract class FhirWorkload : Workload
{
    public override IEnumerable<string> Inputs => PeerInputs.Names;

    public override long Amount => Json.Length;

    protected byte[] Json { get; private set; } = [];

    protected Bundle Bundle { get; private set; } = new();

    protected JsonSerializerOptions Options { get; private set; } = new();

    public override void Setup()
    {
        var input = BenchmarkInput.Get(Input);
        Options = new JsonSerializerOptions { WriteIndented = input.IsIndented, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
            .ForFhir(ModelInfo.ModelInspector).UsingMode(DeserializationMode.Strict);
        Bundle = FhirBundle.Like(input.Datasets[0], bundle => JsonSerializer.SerializeToUtf8Bytes(bundle, Options).Length >= input.Bytes);
        Json = JsonSerializer.SerializeToUtf8Bytes(Bundle, Options);
        Require(Math.Abs(Json.Length - input.Bytes) < input.Bytes / 20, "the bundle has the size of the input");
        Require(JsonSerializer.Deserialize<Bundle>(Json, Options)!.IsExactly(Bundle), "the bundle is read whole");
    }
}
