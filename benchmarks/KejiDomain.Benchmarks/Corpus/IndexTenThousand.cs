using KejiDomain.Benchmarks.Running;

namespace KejiDomain.Benchmarks.Corpus;

/// <summary>Ten thousand data sets indexed, and their figures joined into series.</summary>
public class IndexTenThousand : IndexThousand
{
    public override IReadOnlyList<Target> Targets => [Target.Time<IndexThousand>(13)];

    protected override int Size => CorpusInput.Many;
}
