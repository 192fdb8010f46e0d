using KejiDomain.Benchmarks.Running;
using KejiDomain.Benchmarks.Validating;
using KejiDomain.Yardsticks.Rules;

namespace KejiDomain.Yardsticks;

/// <summary>All our rules, held against twenty of them written with a library of rules.</summary>
public class PeeredRules : AllRules
{
    public override IReadOnlyList<Target> Targets => [Target.Speed<FluentRules>(15)];
}
