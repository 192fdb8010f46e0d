using KejiDomain.Benchmarks.Inputs;
using KejiDomain.Benchmarks.Running;

namespace KejiDomain.Benchmarks.Reading;

/// <summary>Something done to every document of an input.</summary>
public abstract class ReadWorkload : Workload
{
    private BenchmarkInput? _input;

    public override IEnumerable<string> Inputs => BenchmarkInput.Names;

    public override long Amount => Source.Bytes;

    protected BenchmarkInput Source => _input ??= BenchmarkInput.Get(Input);

    public override int Run()
    {
        var done = 0;
        foreach (var document in Source.Documents)
        {
            done += Read(document);
        }

        return done;
    }

    protected abstract int Read(byte[] document);
}
