using KejiDomain.Benchmarks.Running;

namespace KejiDomain.Benchmarks.Geography;

/// <summary>The gazetteer made once more in a process that has it.</summary>
public class GazetteerLoad : Workload
{
    public override long Amount => Gazetteer.All.Count + Gazetteer.Zones.Count;

    public override bool CountsItems => true;

    public override IReadOnlyList<Target> Targets => [Target.Milliseconds(5)];

    public override void Setup() => Require(Run() == Gazetteer.All.Count && !ReferenceEquals(GazetteerIndex.Load(), GazetteerIndex.Load()), "it is made anew");

    public override int Run() => GazetteerIndex.Load().Units.Count;
}
