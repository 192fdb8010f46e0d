using System.Buffers;
using System.Collections.Concurrent;
using KejiDomain.Json;

namespace KejiDomain.Benchmarks.Inputs;

/// <summary>The documents that the workloads over whole data sets share.</summary>
public sealed class BenchmarkInput
{
    private static readonly ConcurrentDictionary<string, BenchmarkInput> Made = new(StringComparer.Ordinal);

    private BenchmarkInput(byte[][] documents, bool isIndented)
    {
        Documents = documents;
        IsIndented = isIndented;
        Datasets = [.. documents.Select(d => KejiJson.Read(d).GetValueOrThrow())];
    }

    public static IReadOnlyList<string> Names { get; } = ["seeds", "50 KB indented", "50 KB compact", "5 MB indented", "5 MB compact"];

    /// <summary>The seeds, each by itself: what the processor remembers of one is not driven out by the others.</summary>
    public static IReadOnlyList<string> Seeds { get; } = [.. SeedFiles().Select(f => Path.GetFileNameWithoutExtension(f))];

    public IReadOnlyList<byte[]> Documents { get; }

    public IReadOnlyList<PolicyDataset> Datasets { get; }

    public bool IsIndented { get; }

    public long Bytes => Documents.Sum(d => (long)d.Length);

    public static BenchmarkInput Get(string name) => Made.GetOrAdd(name, static n => n switch
    {
        "seeds" => new([.. SeedFiles().Select(File.ReadAllBytes)], isIndented: true),
        "50 KB indented" => new([Written(SyntheticDataset.Small(), isIndented: true)], isIndented: true),
        "50 KB compact" => new([Written(SyntheticDataset.Small(), isIndented: false)], isIndented: false),
        "5 MB indented" => new([Written(SyntheticDataset.Large(), isIndented: true)], isIndented: true),
        "5 MB compact" => new([Written(SyntheticDataset.Large(), isIndented: false)], isIndented: false),
        _ when Seeds.Contains(n) => new([File.ReadAllBytes(SeedFiles().Single(f => Path.GetFileNameWithoutExtension(f) == n))], isIndented: true),
        _ => throw new ArgumentException($"There is no input '{n}'.", nameof(name)),
    });

    public static IEnumerable<string> SeedFiles() => Directory.GetFiles(Path.Combine(Root(), "seeds"), "*.json").Order(StringComparer.Ordinal);

    public static string Root()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "KejiDomain.sln")))
            {
                return folder;
            }
        }

        throw new DirectoryNotFoundException("The repository is not around the benchmarks.");
    }

    private static byte[] Written(PolicyDataset dataset, bool isIndented)
    {
        var buffer = new ArrayBufferWriter<byte>();
        if (isIndented)
        {
            KejiJson.Write(dataset, buffer);
        }
        else
        {
            KejiJson.WriteCompact(dataset, buffer);
        }

        return buffer.WrittenSpan.ToArray();
    }
}
