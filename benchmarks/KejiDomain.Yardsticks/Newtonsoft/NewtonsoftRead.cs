using KejiDomain.Benchmarks.Bare;
using KejiDomain.Benchmarks.Reading;
using KejiDomain.Json;
using Newtonsoft.Json;

namespace KejiDomain.Yardsticks.Newtonsoft;

/// <summary>Newtonsoft.Json into the bare classes.</summary>
public class NewtonsoftRead : ReadWorkload
{
    private JsonSerializer _serializer = null!;

    public override IEnumerable<string> Inputs => PeerInputs.Names;

    public override void Setup()
    {
        _serializer = NewtonsoftSettings.Create(Source.IsIndented);
        using var text = new StringWriter();
        _serializer.Serialize(text, Parse(Source.Documents[0]));
        Require(KejiJson.Read(text.ToString()).Value == Source.Datasets[0], "nothing of the document is left out");
    }

    protected override int Read(byte[] document) => Parse(document).Sources!.Count;

    private BarePolicyDataset Parse(byte[] document)
    {
        using var reader = new JsonTextReader(new StreamReader(new MemoryStream(document)));
        return _serializer.Deserialize<BarePolicyDataset>(reader)!;
    }
}
