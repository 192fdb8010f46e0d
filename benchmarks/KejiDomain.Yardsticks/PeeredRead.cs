using KejiDomain.Benchmarks.Reading;
using KejiDomain.Benchmarks.Running;
using KejiDomain.Yardsticks.Fhir;

namespace KejiDomain.Yardsticks;

/// <summary>Our strict read, held against the nearest relative.</summary>
public class PeeredRead : TypedRead
{
    public override IReadOnlyList<Target> Targets => [Target.Speed<FhirStrictRead>(12), Target.Allocation<FhirStrictRead>(0.05)];
}
