using System.Buffers;
using System.Text.Json;

namespace KejiDomain.Yardsticks.Fhir;

/// <summary>The write into a buffer that is kept.</summary>
public class FhirWrite : FhirWorkload
{
    private readonly ArrayBufferWriter<byte> _buffer = new(1024 * 1024);

    private Utf8JsonWriter _writer = null!;

    public override void Setup()
    {
        base.Setup();
        _writer = new(_buffer, new JsonWriterOptions { Indented = Options.WriteIndented, Encoder = Options.Encoder, SkipValidation = true });
        Require(Run() == Json.Length, "the bundle is written whole");
    }

    public override int Run()
    {
        _buffer.ResetWrittenCount();
        _writer.Reset(_buffer);
        JsonSerializer.Serialize(_writer, Bundle, Options);
        _writer.Flush();
        return _buffer.WrittenCount;
    }
}
