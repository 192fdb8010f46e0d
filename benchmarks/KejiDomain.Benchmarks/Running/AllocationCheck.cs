using System.Diagnostics;
using System.Globalization;
using KejiDomain.Benchmarks.Inputs;
using KejiDomain.Benchmarks.Reading;

namespace KejiDomain.Benchmarks.Running;

/// <summary>Holds the bytes that each workload allocates against the committed table: 3 % or 128 bytes either way, since a gain that nobody notes is lost again.</summary>
internal static class AllocationCheck
{
    // Enough for the code to be compiled in its final form.
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(1);

    public static int Run(bool update)
    {
        var table = Path.Combine(BenchmarkInput.Root(), "benchmarks", "allocations.tsv");
        var known = File.Exists(table)
            ? File.ReadAllLines(table).Skip(1).Select(l => l.Split('\t')).Where(c => c.Length == 3).ToDictionary(c => c[0], c => (Bytes: long.Parse(c[1], CultureInfo.InvariantCulture), Scans: double.Parse(c[2], CultureInfo.InvariantCulture)))
            : [];
        var lines = new List<string> { "workload\tbytes\tscans" };
        var failed = 0;

        // Other machines, and this one at other times, are faster or slower in everything: time is told in passes over the tokens of the seeds.
        var scan = new TokenScan { Input = "seeds" };
        scan.Setup();
        var (_, unit) = Measure(scan);
        foreach (var workload in Groups.Guarded)
        {
            workload.Setup();
            var name = workload.Input.Length == 0 ? workload.Name : $"{workload.Name}: {workload.Input}";
            var (bytes, best) = Measure(workload);
            var scans = best / unit;
            var verdict = "ok";
            if (!known.TryGetValue(name, out var expected))
            {
                verdict = "new";
            }
            else if (Math.Abs(bytes - expected.Bytes) > Math.Max(128, expected.Bytes * 3 / 100))
            {
                verdict = string.Create(CultureInfo.InvariantCulture, $"expected {expected.Bytes:N0} B");
            }
            else if (scans > 3 * expected.Scans)
            {
                verdict = string.Create(CultureInfo.InvariantCulture, $"more than three times the {expected.Scans} passes of the table");
            }

            failed += verdict == "ok" ? 0 : 1;
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"{name}\t{bytes}\t{scans:0.0000}"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-28} {bytes,12:N0} B  {best.TotalMicroseconds,10:N1} µs at best, {scans,8:N4} passes  {verdict}"));
        }

        if (update)
        {
            File.WriteAllText(table, string.Join('\n', lines) + "\n");
            return 0;
        }

        return failed == 0 ? 0 : 1;
    }

    private static (long Bytes, TimeSpan Best) Measure(Workload workload)
    {
        var least = long.MaxValue;
        var best = TimeSpan.MaxValue;
        var started = Stopwatch.GetTimestamp();
        for (var round = -5; round < 5 || Stopwatch.GetElapsedTime(started) < Duration; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var clock = Stopwatch.GetTimestamp();
            workload.Run();
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
