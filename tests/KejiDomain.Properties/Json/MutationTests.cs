using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using KejiDomain.Json;
using KejiDomain.Validation;

namespace KejiDomain.Properties.Json;

/// <summary>Whatever is done to a document, reading it gives a value or issues, and everything that reads it agrees.</summary>
public sealed class MutationTests(ITestOutputHelper output)
{
    private const int EveryRun = 20_000;

    private static readonly TimeSpan Suspect = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan TooLong = TimeSpan.FromSeconds(10);

    [Fact]
    public void A_mutated_document_gives_a_value_or_issues()
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable("KEJI_MUTATIONS"), NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) ? wanted : EveryRun;
        var failures = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        var codes = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        var valid = 0;
        var lenient = 0;
        var watch = Stopwatch.StartNew();
        var slowest = (Ticks: 0L, Number: -1);
        var slow = new Lock();
        Parallel.For(0, count, (number, loop) =>
        {
            if (failures.Count >= 10)
            {
                loop.Stop();
                return;
            }

            var (utf8, what) = Mutator.Make(number);
            try
            {
                var start = Stopwatch.GetTimestamp();
                var outcome = Outcome.Of(utf8, Limits(number));
                var ticks = Stopwatch.GetElapsedTime(start).Ticks;
                if (ticks > Suspect.Ticks)
                {
                    // What only a busy machine held up is fast the second time.
                    start = Stopwatch.GetTimestamp();
                    Outcome.Of(utf8, Limits(number));
                    ticks = Math.Min(ticks, Stopwatch.GetElapsedTime(start).Ticks);
                }

                if (ticks > Volatile.Read(ref slowest.Ticks))
                {
                    lock (slow)
                    {
                        slowest = ticks > slowest.Ticks ? (ticks, number) : slowest;
                    }
                }

                Interlocked.Add(ref valid, outcome.IsStrictlyValid ? 1 : 0);
                Interlocked.Add(ref lenient, outcome.IsLenientlyValid ? 1 : 0);
                foreach (var code in outcome.Codes)
                {
                    codes.AddOrUpdate(code, 1, static (_, n) => n + 1);
                }
            }
#pragma warning disable CA1031 // Any exception at all is what this looks for.
            catch (Exception failure)
            {
                // One of a kind is enough to read.
                var kind = failure.GetType().Name + failure.Message[..Math.Min(failure.Message.Length, 60)];
                failures.TryAdd(kind, $"mutation {number} ({what}): {failure}\n{Encoding.UTF8.GetString(utf8)}");
            }
#pragma warning restore CA1031
        });

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{count} mutations of {Documents.All.Count} documents in {watch.Elapsed.TotalSeconds:0.0} s, the slowest (number {slowest.Number}) {TimeSpan.FromTicks(slowest.Ticks).TotalMilliseconds:0} ms: {valid} valid, {lenient} valid leniently, {codes.Count} codes"));
        foreach (var (code, times) in codes.OrderBy(c => c.Key, StringComparer.Ordinal))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{code} {times}"));
        }

        Assert.True(failures.IsEmpty, string.Join("\n\n", failures.Values));
        Assert.True(slowest.Ticks < TooLong.Ticks, $"mutation {slowest.Number}, a small document, took longer than any may");
        if (count >= EveryRun)
        {
            // The mutations must reach deep: some stay valid, and most codes of the reader occur.
            Assert.InRange(valid, count / 100, count / 2);
            Assert.True(lenient > valid);
            string[] rare = [IssueCodes.DocumentTooLarge, IssueCodes.ReaderDisagreement];
            string[] tables = [IssueCodes.CsvSyntax, IssueCodes.CsvColumnMissing, IssueCodes.CsvCell, IssueCodes.CsvOrphan];
            var never = IssueDefinition.All.Select(d => d.Code).Where(c => c.StartsWith("KD1", StringComparison.Ordinal) && !codes.ContainsKey(c)).Except([.. rare, .. tables]);
            Assert.Empty(never);
            Assert.DoesNotContain(IssueCodes.ReaderDisagreement, codes.Keys);
        }
    }

    // Most are read as by default; some with limits that a small document reaches.
    private static ReadLimits Limits(int number) => (number % 7) switch
    {
        0 => new() { TextBytes = 200, ListItems = 20, Issues = 5 },
        1 => new() { Depth = 200 },
        2 => new() { Depth = 7, Issues = 1 },
        _ => ReadLimits.Default,
    };
}
