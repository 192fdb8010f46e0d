using System.Text.Json;

namespace KejiDomain.Json;

/// <summary>Writes records in the order of the contract, what is absent left out; one method a record is generated from the contract.</summary>
internal static partial class TypedWriter
{
    public static void Write(Utf8JsonWriter writer, PolicyDataset dataset) => WritePolicyDataset(writer, dataset);

    private static JsonEncodedText Name(string name) => JsonEncodedText.Encode(name, CanonicalEncoder.Instance);

    private static void WriteText(Utf8JsonWriter writer, string text)
    {
        if (string.IsNullOrEmpty(text) || !TextSafety.IsWellFormed(text))
        {
            throw new JsonException("A text that is empty or holds half of a surrogate pair cannot be written.");
        }

        writer.WriteStringValue(text);
    }

    private static void WriteValue<T>(Utf8JsonWriter writer, T value)
        where T : struct, ITextValue<T> =>
        writer.WriteStringValue(value.IsEmpty ? throw new JsonException($"An empty {T.Format.Name} cannot be written.") : value.ToString());

    private static void WriteCitation(Utf8JsonWriter writer, Citation value)
    {
        Span<char> text = stackalloc char[Citation.MaxLength];
        writer.WriteStringValue(value.TryFormat(text, out var length) ? text[..length] : throw new JsonException("An empty citation cannot be written."));
    }

    private static void WriteEvidenceList(Utf8JsonWriter writer, ValueList<Evidence> evidence)
    {
        writer.WriteStartArray();
        foreach (var item in evidence)
        {
            if (item.IsBareCitation)
            {
                WriteCitation(writer, item.Cite[0]);
            }
            else
            {
                WriteEvidence(writer, item);
            }
        }

        writer.WriteEndArray();
    }

    private static void WriteParty(Utf8JsonWriter writer, Party party)
    {
        switch (party)
        {
            case ReferredParty referred:
                WriteValue(writer, referred.To);
                break;
            case PostParty post:
                WritePostParty(writer, post);
                break;
            case GroupParty group:
                WriteGroupParty(writer, group);
                break;
            default:
                throw new JsonException("An unknown form of party cannot be written.");
        }
    }

    private static void WriteSeriesDimensions(Utf8JsonWriter writer, SeriesDimensions dimensions)
    {
        writer.WriteStartObject();
        foreach (var dimension in dimensions)
        {
            writer.WritePropertyName(dimension.Dimension.IsEmpty ? throw new JsonException("An empty code cannot be written.") : dimension.Dimension.ToString());
            if (dimension.Codes.Count == 1)
            {
                WriteValue(writer, dimension.Codes[0]);
            }
            else
            {
                writer.WriteStartArray();
                foreach (var code in dimension.Codes)
                {
                    WriteValue(writer, code);
                }

                writer.WriteEndArray();
            }
        }

        writer.WriteEndObject();
    }
}
