using KejiDomain.Benchmarks.Running;

namespace KejiDomain.Benchmarks.Geography;

public class GazetteerByName : LookUpWorkload
{
    public override long Amount => Names.Length;

    public override IReadOnlyList<Target> Targets => [Target.Time<DictionaryByName>(1.5), Target.Bytes(0)];

    public override int Run()
    {
        var found = 0;
        foreach (var name in Names)
        {
            found += Gazetteer.Find(name).IsEmpty ? 0 : 1;
        }

        return found;
    }
}
