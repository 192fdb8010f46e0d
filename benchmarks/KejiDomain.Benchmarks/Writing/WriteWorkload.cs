using System.Buffers;
using KejiDomain.Benchmarks.Inputs;
using KejiDomain.Benchmarks.Running;

namespace KejiDomain.Benchmarks.Writing;

/// <summary>Something that writes every data set of an input, in the form of the input, into a buffer that is kept.</summary>
public abstract class WriteWorkload : Workload
{
    private BenchmarkInput? _input;

    public override IEnumerable<string> Inputs => BenchmarkInput.Names;

    public override long Amount => Source.Bytes;

    protected BenchmarkInput Source => _input ??= BenchmarkInput.Get(Input);

    protected ArrayBufferWriter<byte> Buffer { get; } = new(8 * 1024 * 1024);

    public override int Run()
    {
        var written = 0;
        for (var i = 0; i < Source.Documents.Count; i++)
        {
            Buffer.ResetWrittenCount();
            Write(i);
            written += Buffer.WrittenCount;
        }

        return written;
    }

    protected abstract void Write(int index);

    /// <summary>The bytes that one data set is written as, less the last line feed that the form of a file has.</summary>
    protected bool IsWrittenAs(int index)
    {
        Buffer.ResetWrittenCount();
        Write(index);
        return Buffer.WrittenSpan.TrimEnd("\n"u8).SequenceEqual(Source.Documents[index].AsSpan().TrimEnd("\n"u8));
    }
}
