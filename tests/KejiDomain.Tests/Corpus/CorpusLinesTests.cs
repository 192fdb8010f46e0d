using System.Runtime.CompilerServices;
using System.Text;
using KejiDomain.Json;
using KejiDomain.Validation;

namespace KejiDomain.Tests.Corpus;

/// <summary>JSON Lines: one data set a line.</summary>
public sealed class CorpusLinesTests
{
    [Fact]
    public async Task What_is_written_is_read_back()
    {
        using var stream = new MemoryStream();
        PolicyCorpus.WriteLines(KejiDomain.Seeds.All, stream);
        Assert.Equal(KejiDomain.Seeds.All.Count, Encoding.UTF8.GetString(stream.ToArray()).Count(c => c == '\n'));
        stream.Position = 0;
        Assert.Equal(KejiDomain.Seeds.All, PolicyCorpus.ReadLines(stream).Select(r => r.GetValueOrThrow()));

        using var later = new MemoryStream();
        await PolicyCorpus.WriteLinesAsync(KejiDomain.Seeds.All.ToAsyncEnumerable(), later, TestContext.Current.CancellationToken);
        Assert.Equal(stream.ToArray(), later.ToArray());
        later.Position = 0;
        var read = new List<PolicyDataset>();
        await foreach (var result in PolicyCorpus.ReadLinesAsync(later, cancellationToken: TestContext.Current.CancellationToken))
        {
            read.Add(result.GetValueOrThrow());
        }

        Assert.Equal(KejiDomain.Seeds.All, read);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\n\n \n")]
    public void A_wrong_line_is_told_with_its_number_and_does_not_end_the_reading(string end)
    {
        var good = Line();
        var results = Read(string.Join(end, good, "{\"id\":", good), ReadLimits.Default);
        Assert.Equal([true, false, true], results.Select(r => r.IsSuccess));
        Assert.All(results[1].Report.Issues, i => Assert.Equal(1 + end.Count(c => c == '\n'), i.Line));
    }

    [Fact]
    public void A_line_beyond_the_limit_is_refused_and_the_next_one_is_read()
    {
        var good = Line();
        var results = Read($"{new string(' ', 5_000_000)}1\n{good}\n", new() { DocumentBytes = 100_000 });
        Assert.Equal([IssueCodes.DocumentTooLarge], results[0].Report.Issues.Select(i => i.Code));
        Assert.True(results[1].IsSuccess);
        Assert.Equal(2, results.Length);
    }

    [Fact]
    public void No_line_is_kept_and_none_is_read_before_it_is_asked_for()
    {
        var line = Encoding.UTF8.GetBytes(Line() + "\n");
        using var endless = new RepeatingStream(line);
        using var lines = PolicyCorpus.ReadLines(endless).GetEnumerator();
        var seen = Take(lines, 1000);
        Assert.InRange(endless.Position, 1000L * line.Length, (1000L * line.Length) + 100_000);
        GC.Collect();
        Assert.InRange(seen.Count(r => r.IsAlive), 0, 1);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static List<WeakReference> Take(IEnumerator<ReadResult> lines, int count)
    {
        var seen = new List<WeakReference>();
        while (seen.Count < count && lines.MoveNext())
        {
            Assert.True(lines.Current.IsSuccess);
            seen.Add(new(lines.Current.Value));
        }

        return seen;
    }

    private static string Line() => KejiJson.Write(Samples.Minimal()).Replace("\n", string.Empty, StringComparison.Ordinal);

    private static ReadResult[] Read(string lines, ReadLimits limits)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(lines));
        return [.. PolicyCorpus.ReadLines(stream, limits: limits)];
    }

    private sealed class RepeatingStream(byte[] unit) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            for (var i = 0; i < count; i++)
            {
                buffer[offset + i] = unit[(int)(Position++ % unit.Length)];
            }

            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
