using KejiDomain.Benchmarks.Running;
using KejiDomain.Benchmarks.Validating;

namespace KejiDomain.Yardsticks;

/// <summary>All our rules, those on figures, dates and names too, beside the twenty.</summary>
public class PeeredRules : AllRules
{
    public override IReadOnlyList<Target> Targets => [];
}
