using System.Text.Json;
using KejiDomain.Json;

namespace KejiDomain.Benchmarks.Reading;

/// <summary>Our types through the generated metadata, as in a consumer's own context.</summary>
public class MetadataRead : ReadWorkload
{
    public override void Setup() =>
        Require(Source.Documents.Zip(Source.Datasets).All(d => JsonSerializer.Deserialize(d.First, KejiJsonContext.Default.PolicyDataset)! == d.Second), "it reads the same");

    protected override int Read(byte[] document) => JsonSerializer.Deserialize(document, KejiJsonContext.Default.PolicyDataset)!.Sources.Count;
}
