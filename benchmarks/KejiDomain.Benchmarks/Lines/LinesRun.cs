using System.Diagnostics;
using System.Globalization;

namespace KejiDomain.Benchmarks.Lines;

/// <summary>Ten thousand data sets as JSON Lines: what stays alive on the way, and what a second core gives. To be run with a heap limit, too.</summary>
internal static class LinesRun
{
    private const int Count = 10_000;

    private const int Share = 500;

    private const int Rounds = 40;

    public static int Run()
    {
        var lines = RepeatedLines.Seeds();
        var live = Live(lines);
        var spread = live.Max() - live.Min();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Count:N0} data sets; live bytes after a full collection at 1 %, 50 %, 100 %: {live[0]:N0}, {live[1]:N0}, {live[2]:N0}; {(spread <= 1_000_000 ? "met" : "**missed**")}: within 1 MB"));

        // Wall clock, in turns, the best of each: where others use the machine there is no second core to be had, and this says nothing.
        Action[] works = [() => Spin(60_000_000), () => Read(lines, Share)];
        double[] alone = [double.MaxValue, double.MaxValue];
        double[] together = [double.MaxValue, double.MaxValue];
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < works.Length; i++)
            {
                var work = works[i];
                alone[i] = Math.Min(alone[i], Seconds(() => { work(); work(); }));
                together[i] = Math.Min(together[i], Seconds(() => Parallel.Invoke(work, work)));
            }
        }

        var (loop, read) = (alone[0] / together[0], alone[1] / together[1]);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"two cores, the best of {Rounds} rounds: a loop without memory {loop:0.00} x, reading {read:0.00} x, which is {read / loop:0.00} of it; {(loop < 1.6 ? "not judged: the loop had no second core" : read / loop >= 0.85 ? "met" : "**missed**")}: at least 0.85"));
        return spread <= 1_000_000 && (loop < 1.6 || read / loop >= 0.85) ? 0 : 1;
    }

    private static long[] Live(byte[][] lines)
    {
        var live = new List<long>();
        using var stream = new RepeatedLines(lines, Count);
        var read = 0;
        foreach (var result in PolicyCorpus.ReadLines(stream))
        {
            _ = result.GetValueOrThrow();
            read++;
            if (read is Count / 100 or Count / 2 or Count)
            {
                live.Add(GC.GetTotalMemory(forceFullCollection: true));
            }
        }

        return [.. live];
    }

    private static double Seconds(Action work)
    {
        var clock = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(clock).TotalSeconds;
    }

    private static void Read(byte[][] lines, int count)
    {
        using var stream = new RepeatedLines(lines, count);
        foreach (var result in PolicyCorpus.ReadLines(stream))
        {
            _ = result.GetValueOrThrow();
        }
    }

    private static void Spin(int count)
    {
        var x = 1u;
        for (var i = 0; i < count; i++)
        {
            x = unchecked((x * 1664525) + 1013904223);
        }

        if (x == 0)
        {
            Console.WriteLine();
        }
    }
}
