using KejiDomain.Benchmarks.Running;

namespace KejiDomain.Benchmarks.Lines;

/// <summary>JSON Lines from a stream.</summary>
public class LinesRead : Workload
{
    private byte[][] _lines = [];

    public override long Amount => _lines.Sum(l => (long)l.Length);

    public override IReadOnlyList<Target> Targets => [Target.Speed<OneByOne>(0.9)];

    public override void Setup()
    {
        _lines = RepeatedLines.Seeds();
        Require(Run() == 5, "every line is read");
    }

    public override int Run()
    {
        var sources = 0;
        using var stream = new RepeatedLines(_lines, _lines.Length);
        foreach (var result in PolicyCorpus.ReadLines(stream))
        {
            sources += result.GetValueOrThrow().Sources.Count;
        }

        return sources;
    }
}
