using KejiDomain.Benchmarks.Running;

namespace KejiDomain.Benchmarks.Values;

/// <summary>Our parser, which keeps the string it is given.</summary>
public class MeasureFromString : MeasureWorkload
{
    public override IReadOnlyList<Target> Targets => [Target.Rate(5e6), Target.Bytes(0), Target.Speed<MeasureByRegex>(1)];

    public override int Run()
    {
        var read = 0;
        foreach (var text in Printed)
        {
            read += Measure.TryParse(text, out _) ? 1 : 0;
        }

        return read;
    }
}
