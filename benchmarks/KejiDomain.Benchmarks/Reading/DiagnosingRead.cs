using System.Text;
using KejiDomain.Benchmarks.Inputs;
using KejiDomain.Benchmarks.Running;
using KejiDomain.Json;

namespace KejiDomain.Benchmarks.Reading;

/// <summary>The read of a document with one fault: the typed reader refuses it, the diagnosing one says why and takes the rest.</summary>
public class DiagnosingRead : Workload
{
    private byte[] _broken = [];

    public override long Amount => _broken.Length;

    public override void Setup()
    {
        _broken = Encoding.UTF8.GetBytes(File.ReadAllText(BenchmarkInput.SeedFiles().First()).Replace("\"script\": \"Hans\"", "\"script\": \"hans\"", StringComparison.Ordinal));
        Require(Run() == 1, "there is one issue");
    }

    public override int Run() => KejiJson.Read(_broken).Report.Issues.Count;
}
