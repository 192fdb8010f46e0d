using KejiDomain.Benchmarks.Running;
using KejiDomain.Json;

namespace KejiDomain.Benchmarks.Reading;

/// <summary>Our strict read, everything typed and checked, by the typed reader alone.</summary>
public class TypedRead : ReadWorkload
{
    public override IReadOnlyList<Target> Targets =>
        [Target.Speed<BareRead>(1), Target.Allocation<BareRead>(1), Target.Speed<ValueScan>(0.8), Target.Allocation<ValueScan>(1.25)];

    public override void Setup()
    {
        foreach (var (document, dataset) in Source.Documents.Zip(Source.Datasets))
        {
            Require(KejiJson.TryReadTyped(document)!.Equals(dataset), "the typed reader reads it, not the diagnosing one");
        }
    }

    protected override int Read(byte[] document) => KejiJson.TryReadTyped(document)!.Sources.Count;
}
