using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace KejiDomain.Json;

/// <summary>Reads and writes a <see cref="ValueList{T}"/> (列表); null items and the empty list are refused.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
public sealed class ValueListJsonConverter<T> : JsonConverter<ValueList<T>>, IShapedConverter
{
    JsonShape IShapedConverter.Shape => new JsonShape.List(JsonContract.ShapeOf(typeof(T)));

    /// <inheritdoc/>
    public override ValueList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ListReading.Read(ref reader, ListReading.ItemConverter<T>(), minimum: 1);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ValueList<T> value, JsonSerializerOptions options) =>
        ListReading.Write(writer, value, ListReading.ItemConverter<T>());
}

/// <summary>Reads and writes a list as its item alone where there is one, as an array where there are several (单项或多项).</summary>
/// <typeparam name="T">The type of the items.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class OneOrManyJsonConverter<T> : JsonConverter<ValueList<T>>, IShapedConverter
    where T : struct, ITextValue<T>
{
    JsonShape IShapedConverter.Shape
    {
        get
        {
            var item = JsonContract.ShapeOf(typeof(T));
            return new JsonShape.OneOf([new(item), new(new JsonShape.List(item))]);
        }
    }

    /// <inheritdoc/>
    public override ValueList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.StartArray
            ? ListReading.Read(ref reader, ListReading.ItemConverter<T>(), minimum: 1)
            : [ListReading.Item<T>(ref reader)];

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ValueList<T> value, JsonSerializerOptions options)
    {
        if (value.Count == 1)
        {
            ListReading.WriteItem(writer, value[0]);
        }
        else
        {
            ListReading.Write(writer, value, ListReading.ItemConverter<T>());
        }
    }
}

/// <summary>Reads and writes evidence (依据): an item that is one citation and nothing else is the bare literal.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EvidenceListJsonConverter : JsonConverter<ValueList<Evidence>>, IShapedConverter
{
    JsonShape IShapedConverter.Shape => new JsonShape.List(new JsonShape.OneOf(
        [new(JsonContract.ShapeOf(typeof(Citation))), new(new JsonShape.Record(typeof(Evidence)))]));

    /// <inheritdoc/>
    public override ValueList<Evidence> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ListReading.Read(ref reader, ItemConverter.Instance, minimum: 1);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ValueList<Evidence> value, JsonSerializerOptions options) =>
        ListReading.Write(writer, value, ItemConverter.Instance);

    private sealed class ItemConverter : JsonConverter<Evidence>
    {
        public static ItemConverter Instance { get; } = new();

        public override Evidence? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String
                ? new Evidence { Cite = [ListReading.Item<Citation>(ref reader)] }
                : ListReading.Item<Evidence>(ref reader);

        public override void Write(Utf8JsonWriter writer, Evidence value, JsonSerializerOptions options)
        {
            if (value.IsBareCitation)
            {
                ListReading.WriteItem(writer, value.Cite[0]);
            }
            else
            {
                ListReading.WriteItem(writer, value);
            }
        }
    }
}

/// <summary>Reads and writes a party (主体): a reference as a text, a post without a person or a group in words as an object.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PartyJsonConverter : JsonConverter<Party>, IShapedConverter
{
    JsonShape IShapedConverter.Shape => new JsonShape.OneOf(
        [new(JsonContract.ShapeOf(typeof(Reference))), new(new JsonShape.Record(typeof(PostParty)), "post"), new(new JsonShape.Record(typeof(GroupParty)), "group")]);

    /// <inheritdoc/>
    public override Party? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.String => new ReferredParty { To = ListReading.Item<Reference>(ref reader) },
            JsonTokenType.StartObject => ReadObject(ref reader),
            _ => throw new JsonException("Expected a reference or an object."),
        };

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Party value, JsonSerializerOptions options)
    {
        switch (value)
        {
            case ReferredParty referred:
                ListReading.WriteItem(writer, referred.To);
                break;
            case PostParty post:
                ListReading.WriteItem(writer, post);
                break;
            case GroupParty group:
                ListReading.WriteItem(writer, group);
                break;
            default:
                throw new JsonException("An unknown form of party cannot be written.");
        }
    }

    private static Party? ReadObject(ref Utf8JsonReader reader) =>
        JsonShapeReading.Marker(reader, "post", "group") switch
        {
            "post" => ListReading.Item<PostParty>(ref reader),
            "group" => ListReading.Item<GroupParty>(ref reader),
            _ => throw new JsonException("Expected a member 'post' or 'group', not both."),
        };
}

/// <summary>Reads and writes the dimensions of a series (维度): a map from dimension to one code or several.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SeriesDimensionsJsonConverter : JsonConverter<SeriesDimensions>, IShapedConverter
{
    private static readonly OneOrManyJsonConverter<DimensionCode> Codes = new();

    JsonShape IShapedConverter.Shape => new JsonShape.Map((JsonShape.Text)JsonContract.ShapeOf(typeof(Dimension)), ((IShapedConverter)Codes).Shape);

    /// <inheritdoc/>
    public override SeriesDimensions Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("Expected an object.");
        }

        var names = ListReading.ItemConverter<Dimension>();
        var values = new List<DimensionValue>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var dimension = names.ReadAsPropertyName(ref reader, typeof(Dimension), options);
            reader.Read();
            values.Add(new() { Dimension = dimension, Codes = Codes.Read(ref reader, typeof(ValueList<DimensionCode>), options) });
        }

        return values.Count > 0 && values.Select(v => v.Dimension).Distinct().Count() == values.Count
            ? SeriesDimensions.Create(values)
            : throw new JsonException("Expected at least one dimension, each once.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, SeriesDimensions value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var names = ListReading.ItemConverter<Dimension>();
        writer.WriteStartObject();
        foreach (var item in value)
        {
            names.WriteAsPropertyName(writer, item.Dimension, options);
            Codes.Write(writer, item.Codes, options);
        }

        writer.WriteEndObject();
    }
}

// What is in a list or a choice is read and written by the metadata of this library, whatever options of a consumer are around it: they may not even know its type.
internal static class ListReading
{
    public static JsonConverter<T> ItemConverter<T>() => (JsonConverter<T>)KejiJson.Options.GetTypeInfo(typeof(T)).Converter;

    public static T Item<T>(ref Utf8JsonReader reader)
        where T : notnull =>
        ItemConverter<T>().Read(ref reader, typeof(T), KejiJson.Options) ?? throw new JsonException("null is never written.");

    public static void WriteItem<T>(Utf8JsonWriter writer, T item) => ItemConverter<T>().Write(writer, item, KejiJson.Options);

    public static ValueList<T> Read<T>(ref Utf8JsonReader reader, JsonConverter<T> converter, int minimum)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("Expected a list.");
        }

        var items = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var item = reader.TokenType == JsonTokenType.Null ? default : converter.Read(ref reader, typeof(T), KejiJson.Options);
            items.Add(item ?? throw new JsonException("null is never written."));
        }

        return items.Count >= minimum ? new([.. items]) : throw new JsonException("An empty list is never written.");
    }

    public static void Write<T>(Utf8JsonWriter writer, ValueList<T> list, JsonConverter<T> converter)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartArray();
        foreach (var item in list)
        {
            converter.Write(writer, item, KejiJson.Options);
        }

        writer.WriteEndArray();
    }
}

internal static class JsonShapeReading
{
    /// <summary>Whether a text as it stands in the file has an escape of half a surrogate pair: the framework throws for it, which costs too much to be asked often.</summary>
    public static bool HasLoneSurrogate(ReadOnlySpan<byte> escaped)
    {
        int at;
        while ((at = escaped.IndexOf((byte)'\\')) >= 0)
        {
            escaped = escaped[at..];
            if (!IsEscape(escaped, out var unit))
            {
                escaped = escaped[2..];
            }
            else if (char.IsLowSurrogate(unit) || (char.IsHighSurrogate(unit) && !(IsEscape(escaped[6..], out var next) && char.IsLowSurrogate(next))))
            {
                return true;
            }
            else
            {
                escaped = escaped[(char.IsHighSurrogate(unit) ? 12 : 6)..];
            }
        }

        return false;
    }

    private static bool IsEscape(ReadOnlySpan<byte> text, out char unit)
    {
        unit = default;
        if (text.Length < 6 || text[0] != '\\' || text[1] != 'u'
            || !ushort.TryParse(text[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
        {
            return false;
        }

        unit = (char)value;
        return true;
    }

    /// <summary>Which one of the marking members the object at the reader has, or null for none or several. The reader is a copy: it does not move.</summary>
    public static string? Marker(Utf8JsonReader reader, params ReadOnlySpan<string> markers)
    {
        string? found = null;
        var depth = reader.CurrentDepth;
        while (reader.Read() && !(reader.TokenType == JsonTokenType.EndObject && reader.CurrentDepth == depth))
        {
            if (reader.TokenType != JsonTokenType.PropertyName || reader.CurrentDepth != depth + 1)
            {
                continue;
            }

            foreach (var marker in markers)
            {
                if (!HasLoneSurrogate(reader.ValueSpan) && reader.ValueTextEquals(marker))
                {
                    if (found is not null && found != marker)
                    {
                        return null;
                    }

                    found = marker;
                }
            }
        }

        return found;
    }
}
