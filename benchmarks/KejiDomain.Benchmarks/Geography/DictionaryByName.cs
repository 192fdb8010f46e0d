namespace KejiDomain.Benchmarks.Geography;

/// <summary>A bare dictionary from name to the first unit of that name.</summary>
public class DictionaryByName : LookUpWorkload
{
    private Dictionary<string, Division> _units = [];

    public override long Amount => Names.Length;

    public override int Run()
    {
        var found = 0;
        foreach (var name in Names)
        {
            found += _units.TryGetValue(name, out _) ? 1 : 0;
        }

        return found;
    }

    protected override void Prepare() => _units = Units.DistinctBy(u => u.Name).ToDictionary(u => u.Name);
}
