using KejiDomain.Benchmarks.Running;
using KejiDomain.Benchmarks.Validating;
using KejiDomain.Yardsticks.Rules;

namespace KejiDomain.Yardsticks;

/// <summary>The families of our rules that the twenty are taken from, held against those twenty: like against like, and ours are still more.</summary>
public class PeeredRecordRules : RulesOfRecords
{
    public override IReadOnlyList<Target> Targets => [Target.Speed<FluentRules>(15)];
}
