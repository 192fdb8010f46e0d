using KejiDomain.Benchmarks.Running;
using KejiDomain.Json;

namespace KejiDomain.Benchmarks.Lines;

/// <summary>The same lines read one data set at a time from memory.</summary>
public class OneByOne : Workload
{
    private byte[][] _lines = [];

    public override long Amount => _lines.Sum(l => (long)l.Length);

    public override void Setup()
    {
        _lines = RepeatedLines.Seeds();
        Require(_lines.Length == 5 && Run() == 5, "every seed is read");
    }

    public override int Run()
    {
        var sources = 0;
        foreach (var line in _lines)
        {
            sources += KejiJson.Read(line.AsSpan(0, line.Length - 1)).GetValueOrThrow().Sources.Count;
        }

        return sources;
    }
}
