namespace KejiDomain.Benchmarks.Geography;

/// <summary>A bare dictionary from number to unit.</summary>
public class DictionaryByCode : LookUpWorkload
{
    private Dictionary<int, Division> _units = [];

    private int[] _codes = [];

    public override long Amount => _codes.Length;

    public override int Run()
    {
        var found = 0;
        foreach (var code in _codes)
        {
            found += _units.TryGetValue(code, out _) ? 1 : 0;
        }

        return found;
    }

    protected override void Prepare()
    {
        _units = Units.ToDictionary(u => u.Code.Number);
        _codes = [.. Units.Select(u => u.Code.Number)];
    }
}
