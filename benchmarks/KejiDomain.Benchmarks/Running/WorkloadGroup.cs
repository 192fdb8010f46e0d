namespace KejiDomain.Benchmarks.Running;

/// <summary>Workloads that are compared with each other, on each input that they share.</summary>
/// <param name="Name">The name on the command line.</param>
/// <param name="Baseline">What the ratios of the table are to.</param>
/// <param name="Workloads">Makes the workloads, in the order of the table.</param>
public sealed record WorkloadGroup(string Name, Type Baseline, params IReadOnlyList<Func<Workload>> Workloads)
{
    /// <summary>What they work on: that of the first, unless others are given.</summary>
    public IEnumerable<string> Inputs { get => field ?? Workloads[0]().Inputs; init; }
}
