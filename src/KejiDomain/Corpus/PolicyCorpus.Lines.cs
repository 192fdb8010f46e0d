using System.Buffers;
using System.Runtime.CompilerServices;

namespace KejiDomain;

/// <content>JSON Lines: one data set a line, in memory that does not grow with the number of lines.</content>
public sealed partial class PolicyCorpus
{
    private const int ChunkLength = 81_920;

    /// <summary>Reads data sets from JSON Lines (逐行读取), one at a time as they are asked for.</summary>
    /// <param name="stream">The stream; it is read as far as the lines are asked for, and left open.</param>
    /// <param name="mode">Strict, or lenient towards a newer producer.</param>
    /// <param name="limits">How much is taken in of each line, or null for the default limits.</param>
    /// <returns>One result for each line that is not blank; the issues of a line tell its number. A line that is wrong does not end the reading.</returns>
    public static IEnumerable<ReadResult> ReadLines(Stream stream, ReadMode mode = ReadMode.Strict, ReadLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return Lines(stream, mode, limits ?? ReadLimits.Default);
    }

    /// <summary>Reads data sets from JSON Lines (逐行读取), one at a time as they are asked for.</summary>
    /// <param name="stream">The stream; it is read as far as the lines are asked for, and left open.</param>
    /// <param name="mode">Strict, or lenient towards a newer producer.</param>
    /// <param name="limits">How much is taken in of each line, or null for the default limits.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>One result for each line that is not blank; the issues of a line tell its number. A line that is wrong does not end the reading.</returns>
    /// <exception cref="OperationCanceledException">The reading was stopped.</exception>
    public static async IAsyncEnumerable<ReadResult> ReadLinesAsync(
        Stream stream, ReadMode mode = ReadMode.Strict, ReadLimits? limits = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var lines = new LineReader(mode, limits ?? ReadLimits.Default);
        int count;
        while ((count = await stream.ReadAsync(lines.Chunk, cancellationToken).ConfigureAwait(false)) > 0)
        {
            for (var at = 0; at < count;)
            {
                at += lines.Take(lines.Chunk.AsSpan(at, count - at), out var result);
                if (result is not null)
                {
                    yield return result;
                }
            }
        }

        if (lines.End() is { } last)
        {
            yield return last;
        }
    }

    /// <summary>Writes data sets as JSON Lines (逐行写出): each on one line, in the order in which they come.</summary>
    /// <param name="datasets">The data sets; they are enumerated once and none is kept.</param>
    /// <param name="stream">Where the lines go; it is left open.</param>
    /// <exception cref="System.Text.Json.JsonException">A required value is empty, or a text holds half of a surrogate pair; the lines before it are written.</exception>
    public static void WriteLines(IEnumerable<PolicyDataset> datasets, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(datasets);
        ArgumentNullException.ThrowIfNull(stream);
        var buffer = new ArrayBufferWriter<byte>();
        foreach (var dataset in datasets)
        {
            stream.Write(Line(dataset, buffer).Span);
        }
    }

    /// <summary>Writes data sets as JSON Lines (逐行写出): each on one line, in the order in which they come.</summary>
    /// <param name="datasets">The data sets; they are enumerated once and none is kept.</param>
    /// <param name="stream">Where the lines go; it is left open.</param>
    /// <param name="cancellationToken">Stops the writing between two lines.</param>
    /// <exception cref="System.Text.Json.JsonException">A required value is empty, or a text holds half of a surrogate pair; the lines before it are written.</exception>
    /// <exception cref="OperationCanceledException">The writing was stopped.</exception>
    public static async Task WriteLinesAsync(IAsyncEnumerable<PolicyDataset> datasets, Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(datasets);
        ArgumentNullException.ThrowIfNull(stream);
        var buffer = new ArrayBufferWriter<byte>();
        await foreach (var dataset in datasets.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            await stream.WriteAsync(Line(dataset, buffer), cancellationToken).ConfigureAwait(false);
        }
    }

    private static IEnumerable<ReadResult> Lines(Stream stream, ReadMode mode, ReadLimits limits)
    {
        using var lines = new LineReader(mode, limits);
        int count;
        while ((count = stream.Read(lines.Chunk)) > 0)
        {
            for (var at = 0; at < count;)
            {
                at += lines.Take(lines.Chunk.AsSpan(at, count - at), out var result);
                if (result is not null)
                {
                    yield return result;
                }
            }
        }

        if (lines.End() is { } last)
        {
            yield return last;
        }
    }

    private static ReadOnlyMemory<byte> Line(PolicyDataset dataset, ArrayBufferWriter<byte> buffer)
    {
        buffer.ResetWrittenCount();
        KejiJson.WriteCompact(dataset, buffer);
        buffer.Write("\n"u8);
        return buffer.WrittenMemory;
    }

    /// <summary>Cuts bytes into lines, keeping one at a time and no more of it than the limit, in memory that is on loan.</summary>
    private sealed class LineReader(ReadMode mode, ReadLimits limits) : IDisposable
    {
        // What there is of a line that goes on in the next chunk.
        private byte[] _line = [];

        private int _length;

        private int _number;

        /// <summary>Where the next bytes of the stream go.</summary>
        public byte[] Chunk { get; } = ArrayPool<byte>.Shared.Rent(ChunkLength);

        /// <summary>Takes bytes up to the end of the line; the result of the line, where it has ended.</summary>
        public int Take(ReadOnlySpan<byte> bytes, out ReadResult? result)
        {
            var end = bytes.IndexOf((byte)'\n');
            if (end >= 0 && _length == 0)
            {
                result = Read(bytes[..end]);
                return end + 1;
            }

            Keep(end < 0 ? bytes : bytes[..end]);
            result = end < 0 ? null : End();
            return end < 0 ? bytes.Length : end + 1;
        }

        public ReadResult? End()
        {
            var result = Read(_line.AsSpan(0, _length));
            _length = 0;
            return result;
        }

        public void Dispose()
        {
            ArrayPool<byte>.Shared.Return(Chunk);
            ArrayPool<byte>.Shared.Return(_line);
        }

        // One byte beyond the limit is kept, by which the reader knows that the line is too long; the rest is passed over.
        private void Keep(ReadOnlySpan<byte> part)
        {
            var count = (int)Math.Min(part.Length, limits.DocumentBytes + 1L - _length);
            if (_length + count > _line.Length)
            {
                var longer = ArrayPool<byte>.Shared.Rent(_length + count);
                _line.AsSpan(0, _length).CopyTo(longer);
                ArrayPool<byte>.Shared.Return(_line);
                _line = longer;
            }

            part[..count].CopyTo(_line.AsSpan(_length));
            _length += count;
        }

        private ReadResult? Read(ReadOnlySpan<byte> utf8)
        {
            _number++;
            return utf8.Length > limits.DocumentBytes || utf8.ContainsAnyExcept(" \t\r"u8) ? Placed(KejiJson.Read(utf8, mode, limits)) : null;
        }

        // A line holds no line end: what the reader took for the first line is this one.
        private ReadResult Placed(ReadResult read) => read.Report.Issues.IsEmpty
            ? read
            : new(read.Partial, new(read.Report.Issues.Select(i => i with { Line = _number, Column = i.Column ?? 1 })), mode, read.Dropped);
    }
}
