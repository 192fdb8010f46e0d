using System.Text.Json;
using KejiDomain.Benchmarks.Bare;
using KejiDomain.Json;

namespace KejiDomain.Benchmarks.Reading;

/// <summary>The generated serializer into plain settable classes: texts and numbers, nothing checked.</summary>
public class BareRead : ReadWorkload
{
    public override void Setup()
    {
        foreach (var (document, dataset) in Source.Documents.Zip(Source.Datasets))
        {
            var bare = JsonSerializer.Deserialize(document, BareContext.Default.BarePolicyDataset)!;
            var again = JsonSerializer.SerializeToUtf8Bytes(bare, BareContext.Default.BarePolicyDataset);
            Require(KejiJson.Read(again).Value == dataset, "nothing of the document is left out");
        }
    }

    protected override int Read(byte[] document) => JsonSerializer.Deserialize(document, BareContext.Default.BarePolicyDataset)!.Sources!.Count;
}
