using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.InteropServices;

namespace KejiDomain.Benchmarks.Running;

/// <summary>
/// Runs the workloads of a group interleaved, round by round, and prints the best round of each as a Markdown table. On a machine that others use
/// too, everything slows down together: only the ratios within one run mean anything. Time is that of the processor, so that waiting for it does not count.
/// </summary>
public static class RatioRun
{
    private const int Rounds = 100;

    // Short enough for some batches to be left alone by whatever else the machine does.
    private static readonly TimeSpan Batch = TimeSpan.FromMilliseconds(5);

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(0.7);

    /// <summary>Runs the groups of a name, or all; 1 where a target is missed, 2 where there is no such group.</summary>
    public static int Run(IReadOnlyList<WorkloadGroup> groups, string? name)
    {
        var chosen = groups.Where(g => name is null || g.Name == name || g.Name.StartsWith(name + " ", StringComparison.Ordinal)).ToArray();
        if (chosen.Length == 0)
        {
            Console.Error.WriteLine($"groups: {string.Join(", ", groups.Select(g => g.Name))}");
            return 2;
        }

        Console.WriteLine($"# {name ?? "all groups"}\n\n{Machine()}");
        var isMet = true;
        foreach (var group in chosen)
        {
            foreach (var input in group.Inputs)
            {
                isMet &= Print(group, input, Measure(group, input));
            }
        }

        return isMet ? 0 : 1;
    }

    [SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "Repeatable order.")]
    private static List<Figure> Measure(WorkloadGroup group, string input)
    {
        var workloads = new List<Workload>();
        foreach (var make in group.Workloads)
        {
            var workload = make();
            workload.Input = input;
            workload.Setup();
            workloads.Add(workload);
        }

        // In turns, so that code that all share is compiled for all of them; twice, since compilation waits for a quiet moment.
        var sizes = new int[workloads.Count];
        for (var pass = 0; pass < 2; pass++)
        {
            for (var i = 0; i < workloads.Count; i++)
            {
                sizes[i] = BatchSize(workloads[i]);
            }

            Thread.Sleep(200);
        }

        var times = workloads.ConvertAll(_ => new double[Rounds]);
        var bytes = workloads.ConvertAll(_ => double.MaxValue);
        var order = Enumerable.Range(0, workloads.Count).ToArray();
        var random = new Random(1);
        for (var round = 0; round < Rounds; round++)
        {
            // Who comes after whom matters: one pays for the collection of what the other left.
            random.Shuffle(order);
            foreach (var i in order)
            {
                var (seconds, allocated) = RunBatch(workloads[i], sizes[i]);
                times[i][round] = seconds / sizes[i];
                bytes[i] = Math.Min(bytes[i], (double)allocated / sizes[i]);
            }
        }

        var figures = new List<Figure>();
        for (var i = 0; i < workloads.Count; i++)
        {
            Array.Sort(times[i]);
            figures.Add(new(workloads[i], times[i][0], times[i][Rounds / 2], bytes[i]));
        }

        return figures;
    }

    private static int BatchSize(Workload workload)
    {
        var started = Stopwatch.GetTimestamp();
        var best = double.MaxValue;
        for (var runs = 0; runs < 3 || Stopwatch.GetElapsedTime(started) < WarmUp / 2; runs++)
        {
            best = Math.Min(best, Math.Max(RunBatch(workload, 1).Seconds, 1e-7));
        }

        return Math.Max(1, (int)(Batch.TotalSeconds / best));
    }

    private static (double Seconds, long Bytes) RunBatch(Workload workload, int size)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var clock = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < size; i++)
        {
            workload.Run();
        }

        var seconds = (Environment.CpuUsage.TotalTime - clock).TotalSeconds;
        return (seconds, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static bool Print(WorkloadGroup group, string input, List<Figure> figures)
    {
        Figure? Find(Type type) => figures.Find(f => f.Workload.GetType() == type);

        var baseline = Find(group.Baseline)!;
        var items = baseline.Workload.CountsItems;
        var rate = items ? "million/s" : "MB/s";
        Console.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"## {group.Name}{(input.Length == 0 ? string.Empty : $": {input}")} ({baseline.Workload.Amount:#,0} {(items ? "items" : "bytes")})"));
        Console.WriteLine();
        Console.WriteLine($"| workload | {rate} best | {rate} median | allocated B per {(items ? "item" : "byte")} | speed to {baseline.Workload.Name.ToLowerInvariant()} |");
        Console.WriteLine("|---|---:|---:|---:|---:|");
        foreach (var figure in figures)
        {
            var median = figure.Workload.Amount / figure.Median / 1e6;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {figure.Workload.Name} | {figure.Rate / 1e6:0.0##} | {median:0.0##} | {figure.BytesEach:0.000} | {figure.Rate / baseline.Rate:0.00} |"));
        }

        var isMet = true;
        var judged = figures.SelectMany(f => f.Workload.Targets.Select(t => (Figure: f, Target: t, Verdict: t.Judge(f, Find)))).Where(j => j.Verdict is not null).ToArray();
        if (judged.Length > 0)
        {
            Console.WriteLine();
            Console.WriteLine("| target | measured | |");
            Console.WriteLine("|---|---:|---|");
            foreach (var (figure, target, verdict) in judged)
            {
                isMet &= verdict!.Value.IsMet;
                Console.WriteLine($"| {figure.Workload.Name}: {target.Words} | {verdict.Value.Measured} | {(verdict.Value.IsMet ? "met" : "**missed**")} |");
            }
        }

        return isMet;
    }

    private static string Machine()
    {
        const string Processors = "/proc/cpuinfo";
        var model = File.Exists(Processors)
            ? File.ReadLines(Processors).FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim()
            : null;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{DateTime.UtcNow:yyyy-MM-dd}, {model ?? RuntimeInformation.ProcessArchitecture.ToString()}, {Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}; processor time, best of {Rounds} interleaved rounds; MB is 10^6 bytes.");
    }
}
