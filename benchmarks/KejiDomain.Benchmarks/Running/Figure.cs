namespace KejiDomain.Benchmarks.Running;

/// <summary>What was measured of a workload.</summary>
/// <param name="Workload">The workload.</param>
/// <param name="Best">The seconds of one run in the best round.</param>
/// <param name="Median">The seconds of one run in the middle round.</param>
/// <param name="Bytes">The bytes that one run allocates.</param>
public sealed record Figure(Workload Workload, double Best, double Median, double Bytes)
{
    public double Rate => Workload.Amount / Best;

    public double BytesEach => Bytes / Workload.Amount;
}
