using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace KejiDomain.Tool.Rendering;

/// <summary>The one way in which this tool writes JSON for programs.</summary>
internal static class JsonText
{
    // Chinese and quotation marks stay readable; it is not read as HTML.
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            write(writer);
        }

        // Outside of texts there is no such letter, and in them an escape says the same: a build server obeys it anywhere in a line.
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length).Replace("##[", "##\\u005B", StringComparison.Ordinal) + "\n";
    }

    /// <summary>A file as a URI: percent-encoded, relative where the path is.</summary>
    public static string Uri(string path) => Path.IsPathRooted(path)
        ? new Uri(Path.GetFullPath(path)).AbsoluteUri
        : string.Join('/', path.Replace('\\', '/').Split('/').Select(System.Uri.EscapeDataString));
}
