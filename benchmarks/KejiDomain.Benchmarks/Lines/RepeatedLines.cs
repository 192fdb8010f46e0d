using System.Buffers;
using KejiDomain.Benchmarks.Inputs;
using KejiDomain.Json;

namespace KejiDomain.Benchmarks.Lines;

/// <summary>A stream of the seeds as JSON Lines, over and over, that holds them once.</summary>
internal sealed class RepeatedLines : Stream
{
    private readonly byte[][] _lines;

    private readonly int _count;

    private int _line;

    private int _at;

    public RepeatedLines(byte[][] lines, int count)
    {
        _lines = lines;
        _count = count;
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>Every seed on a line of its own, with the line feed.</summary>
    public static byte[][] Seeds() => [.. BenchmarkInput.Get("seeds").Datasets.Select(Line)];

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (_line == _count)
        {
            return 0;
        }

        var rest = _lines[_line % _lines.Length].AsSpan(_at);
        var count = Math.Min(rest.Length, buffer.Length);
        rest[..count].CopyTo(buffer);
        _at += count;
        if (count == rest.Length)
        {
            _line++;
            _at = 0;
        }

        return count;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private static byte[] Line(PolicyDataset dataset)
    {
        var buffer = new ArrayBufferWriter<byte>();
        KejiJson.WriteCompact(dataset, buffer);
        buffer.Write("\n"u8);
        return buffer.WrittenSpan.ToArray();
    }
}
