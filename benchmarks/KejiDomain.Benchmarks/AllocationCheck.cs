using System.Diagnostics;
using System.Globalization;

namespace KejiDomain.Benchmarks;

/// <summary>Holds the bytes that each workload allocates against the committed table: 3 % or 128 bytes either way, since a gain that nobody notes is lost again.</summary>
internal static class AllocationCheck
{
    // Enough for the code to be compiled in its final form.
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(1.5);

    public static int Run(bool update)
    {
        var table = Path.Combine(DatasetBenchmarks.SeedFolder(), "..", "benchmarks", "allocations.tsv");
        var known = File.Exists(table)
            ? File.ReadAllLines(table).Skip(1).Select(l => l.Split('\t')).ToDictionary(c => c[0], c => long.Parse(c[1], CultureInfo.InvariantCulture))
            : [];
        var benchmarks = new DatasetBenchmarks();
        benchmarks.Setup();
        var lines = new List<string> { "workload\tbytes" };
        var failed = 0;
        foreach (var (name, run) in benchmarks.Workloads)
        {
            var (bytes, best) = Measure(run);
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"{name}\t{bytes}"));
            var verdict = "new";
            if (known.TryGetValue(name, out var expected))
            {
                var off = Math.Abs(bytes - expected) > Math.Max(128, expected * 3 / 100);
                verdict = off ? $"expected {expected.ToString("N0", CultureInfo.InvariantCulture)}" : "ok";
                failed += off ? 1 : 0;
            }
            else
            {
                failed += update ? 0 : 1;
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-18} {bytes,12:N0} B  {best.TotalMicroseconds,10:N0} µs at best  {verdict}"));
        }

        if (update)
        {
            File.WriteAllText(table, string.Join('\n', lines) + "\n");
            return 0;
        }

        return failed == 0 ? 0 : 1;
    }

    private static (long Bytes, TimeSpan Best) Measure(Func<object?> run)
    {
        var least = long.MaxValue;
        var best = TimeSpan.MaxValue;
        var started = Stopwatch.GetTimestamp();
        for (var round = -5; round < 0 || Stopwatch.GetElapsedTime(started) < Duration; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var clock = Stopwatch.GetTimestamp();
            _ = run();
            var time = Stopwatch.GetElapsedTime(clock);
            var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
            if (round >= 0)
            {
                least = Math.Min(least, bytes);
                best = time < best ? time : best;
            }
        }

        return (least, best);
    }
}
