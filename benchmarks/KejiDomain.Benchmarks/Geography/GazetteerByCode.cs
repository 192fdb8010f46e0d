using KejiDomain.Benchmarks.Running;

namespace KejiDomain.Benchmarks.Geography;

public class GazetteerByCode : LookUpWorkload
{
    private DivisionCode[] _codes = [];

    public override long Amount => _codes.Length;

    public override IReadOnlyList<Target> Targets => [Target.Time<DictionaryByCode>(1.5), Target.Bytes(0)];

    public override int Run()
    {
        var found = 0;
        foreach (var code in _codes)
        {
            found += Gazetteer.TryGet(code, out _) ? 1 : 0;
        }

        return found;
    }

    protected override void Prepare() => _codes = [.. Units.Select(u => u.Code)];
}
