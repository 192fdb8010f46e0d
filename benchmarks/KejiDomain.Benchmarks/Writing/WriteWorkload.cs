using System.Buffers;
using System.Text;
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

    /// <summary>Whether one data set is written as the document has it, but for the last line feed of a file and the one blank that the framework's encoder escapes.</summary>
    protected bool IsWrittenAs(int index)
    {
        Buffer.ResetWrittenCount();
        Write(index);
        var written = Encoding.UTF8.GetString(Buffer.WrittenSpan).Replace("\\u00A0", "\u00A0", StringComparison.Ordinal);
        return written.TrimEnd('\n') == Encoding.UTF8.GetString(Source.Documents[index]).TrimEnd('\n');
    }
}
