using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace KejiDomain.Benchmarks.Bare;

/// <summary>One text, or several in an array.</summary>
[JsonConverter(typeof(BareTextsConverter))]
internal sealed class BareTexts(int capacity) : List<string>(capacity);

/// <summary>Evidence: a citation alone as its text, else an object.</summary>
[JsonConverter(typeof(BareEvidenceListConverter))]
internal sealed class BareEvidenceList : List<BareEvidence>;

/// <summary>A reference as its text, a post or a group as an object.</summary>
[JsonConverter(typeof(BarePartyConverter))]
internal sealed class BareParty
{
    public string? To { get; set; }

    public BarePostParty? Post { get; set; }

    public BareGroupParty? Group { get; set; }
}

internal sealed class BareTextsConverter : JsonConverter<BareTexts>
{
    public override BareTexts Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return new(1) { reader.GetString()! };
        }

        var texts = new BareTexts(4);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            texts.Add(reader.GetString()!);
        }

        return texts;
    }

    public override void Write(Utf8JsonWriter writer, BareTexts value, JsonSerializerOptions options)
    {
        if (value.Count == 1)
        {
            writer.WriteStringValue(value[0]);
            return;
        }

        writer.WriteStartArray();
        foreach (var text in value)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }
}

internal sealed class BareEvidenceListConverter : JsonConverter<BareEvidenceList>
{
    public override BareEvidenceList Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var record = BareRecords.Converter<BareEvidence>(options);
        var evidence = new BareEvidenceList();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            evidence.Add(reader.TokenType == JsonTokenType.String
                ? new() { Cite = new(1) { reader.GetString()! } }
                : record.Read(ref reader, typeof(BareEvidence), options)!);
        }

        return evidence;
    }

    public override void Write(Utf8JsonWriter writer, BareEvidenceList value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var item in value)
        {
            if (item is { Cite: [var only], Of: null, Printed: null, Basis: null, Missing: null, Why: null, Doubt: null })
            {
                writer.WriteStringValue(only);
            }
            else
            {
                BareContext.Default.BareEvidence.SerializeHandler!(writer, item);
            }
        }

        writer.WriteEndArray();
    }
}

internal sealed class BarePartyConverter : JsonConverter<BareParty>
{
    public override BareParty Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return new() { To = reader.GetString() };
        }

        // The writer puts the member that tells them apart first.
        var ahead = reader;
        return ahead.Read() && ahead.ValueTextEquals("group"u8)
            ? new() { Group = BareRecords.Converter<BareGroupParty>(options).Read(ref reader, typeof(BareGroupParty), options) }
            : new() { Post = BareRecords.Converter<BarePostParty>(options).Read(ref reader, typeof(BarePostParty), options) };
    }

    public override void Write(Utf8JsonWriter writer, BareParty value, JsonSerializerOptions options)
    {
        if (value.To is not null)
        {
            writer.WriteStringValue(value.To);
        }
        else if (value.Group is not null)
        {
            BareContext.Default.BareGroupParty.SerializeHandler!(writer, value.Group);
        }
        else
        {
            BareContext.Default.BarePostParty.SerializeHandler!(writer, value.Post!);
        }
    }
}

internal static class BareRecords
{
    // Not through the serializer's entry points: they walk over the value before they read it.
    public static JsonConverter<T> Converter<T>(JsonSerializerOptions options) => (JsonConverter<T>)((JsonTypeInfo<T>)options.GetTypeInfo(typeof(T))).Converter;
}
