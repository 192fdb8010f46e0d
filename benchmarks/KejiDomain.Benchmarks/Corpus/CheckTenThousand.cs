using KejiDomain.Benchmarks.Running;

namespace KejiDomain.Benchmarks.Corpus;

/// <summary>Every rule over ten thousand data sets, which are held against each other too.</summary>
public class CheckTenThousand : CheckThousand
{
    public override IReadOnlyList<Target> Targets => [Target.Time<CheckThousand>(13)];

    protected override int Size => CorpusInput.Many;
}
