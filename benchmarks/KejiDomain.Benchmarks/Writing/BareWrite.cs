using System.Text.Encodings.Web;
using System.Text.Json;
using KejiDomain.Benchmarks.Bare;
using KejiDomain.Benchmarks.Inputs;

namespace KejiDomain.Benchmarks.Writing;

/// <summary>The generated fast path over the bare classes, with the fastest writer that gives the same bytes: kept, unchecked, with the framework's own encoder.</summary>
public class BareWrite : WriteWorkload
{
    private BarePolicyDataset[] _datasets = [];

    private Utf8JsonWriter _writer = null!;

    public override void Setup()
    {
        _writer = new(Buffer, Options(Source, JavaScriptEncoder.UnsafeRelaxedJsonEscaping));
        _datasets = [.. Source.Documents.Select(d => JsonSerializer.Deserialize(d, BareContext.Default.BarePolicyDataset)!)];
        Require(BareContext.Default.BareObservation.SerializeHandler is not null, "there is a fast path");
        Require(Enumerable.Range(0, _datasets.Length).All(IsWrittenAs), "it gives the same bytes");
    }

    protected override void Write(int index)
    {
        _writer.Reset(Buffer);
        BareContext.Default.BarePolicyDataset.SerializeHandler!(_writer, _datasets[index]);
        _writer.Flush();
    }

    internal static JsonWriterOptions Options(BenchmarkInput input, JavaScriptEncoder encoder) =>
        new() { Indented = input.IsIndented, NewLine = "\n", Encoder = encoder, SkipValidation = true };
}
