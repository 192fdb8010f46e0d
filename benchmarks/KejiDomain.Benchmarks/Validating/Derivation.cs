using KejiDomain.Benchmarks.Reading;
using KejiDomain.Validation;

namespace KejiDomain.Benchmarks.Validating;

/// <summary>What the figures imply, over data sets that are read already.</summary>
public class Derivation : ReadWorkload
{
    public override void Setup() => Require(Run() > 0, "figures are implied");

    public override int Run()
    {
        var implied = 0;
        foreach (var dataset in Source.Datasets)
        {
            implied += Validator.Derive(dataset).Count;
        }

        return implied;
    }

    protected override int Read(byte[] document) => throw new NotSupportedException();
}
