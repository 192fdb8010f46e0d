using KejiDomain.Benchmarks.Running;
using KejiDomain.Json;

namespace KejiDomain.Benchmarks.Reading;

/// <summary>Our strict read, everything typed and checked, with limits so wide that the typed reader need not count.</summary>
public class TypedRead : ReadWorkload
{
    private static readonly ReadLimits Wide = new() { TextBytes = int.MaxValue, ListItems = int.MaxValue };

    public override IReadOnlyList<Target> Targets =>
        [Target.Speed<BareRead>(1), Target.Allocation<BareRead>(1), Target.Speed<ValueScan>(0.8), Target.Allocation<ValueScan>(1.25)];

    public override void Setup()
    {
        foreach (var (document, dataset) in Source.Documents.Zip(Source.Datasets))
        {
            Require(KejiJson.TryReadTyped(document)!.Equals(dataset) && KejiJson.IsWithin(document, Wide), "the typed reader reads it, not the diagnosing one");
        }
    }

    protected override int Read(byte[] document) => KejiJson.Read(document, ReadMode.Strict, Wide).GetValueOrThrow().Sources.Count;
}
