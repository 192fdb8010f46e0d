using System.Text.RegularExpressions;
using BenchmarkDotNet.Attributes;

namespace KejiDomain.Benchmarks.Running;

/// <summary>Something that is measured: one class a workload, run alike by BenchmarkDotNet and by the interleaved runner.</summary>
[MemoryDiagnoser]
public abstract partial class Workload
{
    /// <summary>What it works on; the empty name where there is but one input.</summary>
    [ParamsSource(nameof(Inputs))]
    public string Input { get; set; } = string.Empty;

    public virtual IEnumerable<string> Inputs => [string.Empty];

    /// <summary>How much one run gets through: bytes, or items where <see cref="CountsItems"/>.</summary>
    public abstract long Amount { get; }

    public virtual bool CountsItems => false;

    public virtual IReadOnlyList<Target> Targets => [];

    public string Name => Words().Replace(GetType().Name, m => " " + m.Value.ToLowerInvariant());

    /// <summary>Prepares the input and throws unless the workload does what its name says.</summary>
    public abstract void Setup();

    /// <summary>One run; a number that depends on all that was done, so that nothing is left out.</summary>
    public abstract int Run();

    // BenchmarkDotNet sees no attribute of a method that is overridden.
    [GlobalSetup]
    public void SetUpOnce() => Setup();

    [Benchmark]
    public int RunOnce() => Run();

    protected static void Require(bool condition, string what)
    {
        if (!condition)
        {
            throw new InvalidOperationException($"The benchmark would not measure what it says: {what}.");
        }
    }

    [GeneratedRegex("(?<=.)[A-Z]")]
    private static partial Regex Words();
}
