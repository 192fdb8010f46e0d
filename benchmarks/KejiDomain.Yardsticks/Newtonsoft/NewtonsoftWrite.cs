using System.Text;
using System.Text.Json;
using KejiDomain.Benchmarks.Bare;
using KejiDomain.Benchmarks.Reading;
using KejiDomain.Json;

namespace KejiDomain.Yardsticks.Newtonsoft;

/// <summary>Newtonsoft.Json from the bare classes, into a stream that is kept.</summary>
public class NewtonsoftWrite : ReadWorkload
{
    private readonly MemoryStream _stream = new(1024 * 1024);

    private global::Newtonsoft.Json.JsonSerializer _serializer = null!;

    private BarePolicyDataset _dataset = new();

    public override IEnumerable<string> Inputs => PeerInputs.Names;

    public override void Setup()
    {
        _serializer = NewtonsoftSettings.Create(Source.IsIndented);
        _dataset = JsonSerializer.Deserialize(Source.Documents[0], BareContext.Default.BarePolicyDataset)!;
        Require(Run() > 0 && KejiJson.Read(_stream.GetBuffer().AsSpan(0, (int)_stream.Length)).Value == Source.Datasets[0], "nothing of the data set is left out");
    }

    protected override int Read(byte[] document)
    {
        _stream.SetLength(0);
        using (var writer = new StreamWriter(_stream, new UTF8Encoding(false), leaveOpen: true))
        {
            _serializer.Serialize(writer, _dataset);
        }

        return (int)_stream.Length;
    }
}
