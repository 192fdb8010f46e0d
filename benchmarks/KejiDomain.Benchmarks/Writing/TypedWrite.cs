using KejiDomain.Benchmarks.Running;
using KejiDomain.Json;

namespace KejiDomain.Benchmarks.Writing;

/// <summary>Our canonical writer.</summary>
public class TypedWrite : WriteWorkload
{
    // What a writer of the framework costs once a call is beyond the buffer; nothing may grow with the data set.
    private const int BytesPerCall = 256;

    public override IReadOnlyList<Target> Targets =>
        [Target.Speed<BareWrite>(0.75), Target.Speed<BareWrite>(0.95), Target.Bytes(BytesPerCall * Source.Documents.Count)];

    public override void Setup() => Require(Enumerable.Range(0, Source.Documents.Count).All(IsWrittenAs), "writing gives the same bytes");

    protected override void Write(int index)
    {
        if (Source.IsIndented)
        {
            KejiJson.Write(Source.Datasets[index], Buffer);
        }
        else
        {
            KejiJson.WriteCompact(Source.Datasets[index], Buffer);
        }
    }
}
