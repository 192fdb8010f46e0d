using KejiDomain.Benchmarks.Running;
using KejiDomain.Json;

namespace KejiDomain.Benchmarks.Reading;

/// <summary>Our strict read as it is called without limits of one's own, by whatever reader that takes.</summary>
public class DefaultRead : ReadWorkload
{
    public override IReadOnlyList<Target> Targets => [Target.Speed<BareRead>(1), Target.Allocation<BareRead>(1)];

    public override void Setup() => Require(Source.Documents.Zip(Source.Datasets).All(d => KejiJson.Read(d.First).Value == d.Second), "it reads the same");

    protected override int Read(byte[] document) => KejiJson.Read(document).GetValueOrThrow().Sources.Count;
}
