using KejiDomain.Benchmarks.Running;
using KejiDomain.Json;

namespace KejiDomain.Benchmarks.Writing;

/// <summary>Our canonical writer.</summary>
public class TypedWrite : WriteWorkload
{
    public override IReadOnlyList<Target> Targets =>
        [Target.Speed<BareWrite>(0.75), Target.Speed<BareWrite>(0.95), Target.Bytes(0)];

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
