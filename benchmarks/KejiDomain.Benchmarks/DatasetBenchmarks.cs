using System.Buffers;
using BenchmarkDotNet.Attributes;
using KejiDomain.Json;
using KejiDomain.Validation;

namespace KejiDomain.Benchmarks;

/// <summary>Reading, writing and validating one real data set (seeds/hebi-2023.json).</summary>
[MemoryDiagnoser]
public class DatasetBenchmarks
{
    private readonly ArrayBufferWriter<byte> _buffer = new(1024 * 1024);

    private byte[] _json = [];

    private byte[] _broken = [];

    private PolicyDataset _dataset = null!;

    /// <summary>What the benchmarks measure by name, for the allocation check.</summary>
    public IReadOnlyList<(string Name, Func<object?> Run)> Workloads =>
    [
        (nameof(Read_strict), Read_strict),
        (nameof(Read_diagnosing), Read_diagnosing),
        (nameof(Write), () => Write()),
        (nameof(Validate), Validate),
        (nameof(Derive), () => Derive()),
    ];

    [GlobalSetup]
    public void Setup()
    {
        _json = File.ReadAllBytes(Path.Combine(SeedFolder(), "hebi-2023.json"));
        _broken = System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(_json).Replace("\"script\": \"Hans\"", "\"script\": \"hans\"", StringComparison.Ordinal));
        _dataset = KejiJson.Read(_json).GetValueOrThrow();

        // Each measures what it says: the typed reader and not the diagnosing one, the same bytes, every rule, some implied figure.
        Require(Read_strict() is ReadResult { IsSuccess: true } && KejiJson.Read(_json).Value!.Equals(_dataset), "the strict read gives the data set");
        Require(Read_diagnosing() is ReadResult { IsSuccess: false, Report.Issues.Count: 1 }, "the diagnosing read gives one issue");
        Require(Write() == _json.Length && _buffer.WrittenSpan.SequenceEqual(_json), "writing gives the same bytes");
        Require(Validate() is ValidationReport { IsValid: true }, "the data set is valid");
        Require(Derive() > 0, "figures are implied");
    }

    [Benchmark(Baseline = true)]
    public object Read_strict() => KejiJson.Read(_json);

    [Benchmark]
    public object Read_diagnosing() => KejiJson.Read(_broken);

    [Benchmark]
    public int Write()
    {
        _buffer.ResetWrittenCount();
        KejiJson.Write(_dataset, _buffer);
        return _buffer.WrittenCount;
    }

    [Benchmark]
    public object Validate() => Validator.Validate(_dataset);

    [Benchmark]
    public int Derive() => Validator.Derive(_dataset).Count;

    internal static string SeedFolder()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "KejiDomain.sln")))
            {
                return Path.Combine(folder, "seeds");
            }
        }

        throw new DirectoryNotFoundException("The repository is not around the benchmarks.");
    }

    private static void Require(bool condition, string what)
    {
        if (!condition)
        {
            throw new InvalidOperationException($"The benchmark would not measure what it says: {what}.");
        }
    }
}
