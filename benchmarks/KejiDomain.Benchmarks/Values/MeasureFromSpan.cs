using KejiDomain.Benchmarks.Running;

namespace KejiDomain.Benchmarks.Values;

/// <summary>Our parser over a span, which makes a string of the printed text and nothing else.</summary>
public class MeasureFromSpan : MeasureWorkload
{
    // A string is a header, a length, its characters and a null, in eights.
    public override IReadOnlyList<Target> Targets => [Target.Bytes(Printed.Sum(p => (22 + (2 * p.Length) + 7) / 8 * 8)), Target.Speed<MeasureByRegex>(1)];

    public override int Run()
    {
        var read = 0;
        foreach (var text in Printed)
        {
            read += Measure.TryParse(text.AsSpan(), out _) ? 1 : 0;
        }

        return read;
    }
}
