using System.Buffers;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using KejiDomain.Json;

namespace KejiDomain.Build;

/// <summary>Makes the JSON Schema from the contract that the readers follow and from the types' own docs.</summary>
/// <remarks>Only keywords that mean the same in draft-07 and 2020-12, <c>$defs</c> apart. Objects stay open: what a newer producer adds is valid.</remarks>
internal sealed class SchemaSource : IDisposable
{
    private readonly ArrayBufferWriter<byte> _buffer = new();

    private readonly Utf8JsonWriter _json;

    private readonly XmlDocs _docs = XmlDocs.Load();

    private readonly SortedDictionary<string, Type> _definitions = new(StringComparer.Ordinal);

    private SchemaSource() =>
        _json = new(_buffer, new JsonWriterOptions { Indented = true, IndentSize = 2, NewLine = "\n", Encoder = CanonicalEncoder.Instance });

    public static IEnumerable<GeneratedFile> Make()
    {
        using var source = new SchemaSource();
        yield return new($"src/KejiDomain/Schema/keji-domain-{PolicyDataset.CurrentVersion}.schema.json", source.Write());
    }

    public void Dispose() => _json.Dispose();

    private string Write()
    {
        Collect(typeof(PolicyDataset));
        _json.WriteStartObject();
        _json.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
        _json.WriteString("$id", TextFormat.SchemaPrefix + PolicyDataset.CurrentVersion);
        Record(typeof(PolicyDataset));
        _json.WriteStartObject("$defs");
        foreach (var (name, type) in _definitions)
        {
            if (type != typeof(PolicyDataset))
            {
                _json.WriteStartObject(name);
                Definition(type);
                _json.WriteEndObject();
            }
        }

        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.Flush();
        return Encoding.UTF8.GetString(_buffer.WrittenSpan) + "\n";
    }

    private static PropertyInfo Property(Type record, string wireName) =>
        record.GetProperties().Single(p => p.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name == wireName);

    private static Type Bare(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    private static Type? ItemOf(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueList<>) ? type.GenericTypeArguments[0] : null;

    // Everything with a name of its own; texts, numbers and lists are written where they stand.
    private void Collect(Type type)
    {
        type = Bare(type);
        if (ItemOf(type) is { } item)
        {
            Collect(item);
            return;
        }

        if (type.Namespace?.StartsWith(nameof(KejiDomain), StringComparison.Ordinal) != true || !_definitions.TryAdd(type.Name, type))
        {
            return;
        }

        switch (JsonContract.ShapeOf(type))
        {
            case JsonShape.Record:
                foreach (var member in JsonContract.Of(type).Members)
                {
                    Collect(Property(type, member.Name).PropertyType);
                }

                break;
            case JsonShape.OneOf choices:
                Collect(typeof(Reference));
                foreach (var choice in choices.Choices)
                {
                    if (choice.Shape is JsonShape.Record record)
                    {
                        Collect(record.Type);
                    }
                }

                break;
            case JsonShape.Map:
                Collect(typeof(Dimension));
                Collect(typeof(DimensionCode));
                break;
            default:
                break;
        }
    }

    private void Definition(Type type)
    {
        switch (JsonContract.ShapeOf(type))
        {
            case JsonShape.Record:
                Record(type);
                break;
            case JsonShape.Text text:
                Head(type);
                Text(text);
                break;
            case JsonShape.Literal literal:
                Head(type);
                _json.WriteString("type", "string");
                _json.WriteStartArray("enum");
                foreach (var value in literal.Literals)
                {
                    _json.WriteStringValue(value);
                }

                _json.WriteEndArray();
                break;
            case JsonShape.OneOf:
                Head(type);
                _json.WriteStartArray("anyOf");
                Pointer(typeof(Reference));
                Pointer(typeof(PostParty));
                Pointer(typeof(GroupParty));
                _json.WriteEndArray();
                break;
            case JsonShape.Map map:
                Head(type);
                _json.WriteString("type", "object");
                _json.WriteNumber("minProperties", 1);
                _json.WriteStartObject("propertyNames");
                _json.WriteString("pattern", map.Key.Format!.Pattern);
                _json.WriteEndObject();
                _json.WriteStartObject("additionalProperties");
                OneOrMany(typeof(DimensionCode));
                _json.WriteEndObject();
                break;
            case var other:
                throw new InvalidOperationException($"{type} has a shape that the schema does not know: {other}");
        }
    }

    private void Head(Type type)
    {
        _json.WriteString("title", type.Name);
        _json.WriteString("description", _docs.OfType(type));
    }

    private void Record(Type type)
    {
        Head(type);
        _json.WriteString("type", "object");
        var members = JsonContract.Of(type).Members;
        _json.WriteStartObject("properties");
        foreach (var member in members)
        {
            var property = Property(type, member.Name);
            _json.WriteStartObject(member.Name);
            _json.WriteString("description", _docs.OfProperty(type, property.Name));
            Member(property, member.Shape);
            _json.WriteEndObject();
        }

        _json.WriteEndObject();
        if (members.Any(m => m.IsRequired))
        {
            _json.WriteStartArray("required");
            foreach (var member in members.Where(m => m.IsRequired))
            {
                _json.WriteStringValue(member.Name);
            }

            _json.WriteEndArray();
        }
    }

    private void Member(PropertyInfo property, JsonShape shape)
    {
        var type = Bare(property.PropertyType);
        var item = ItemOf(type);
        switch (shape)
        {
            case JsonShape.Text { Format: null }:
                _json.WriteString("type", "string");
                _json.WriteNumber("minLength", 1);
                break;
            case JsonShape.Number:
                _json.WriteString("type", "number");
                break;
            case JsonShape.Integer integer:
                _json.WriteString("type", "integer");
                _json.WriteNumber("minimum", integer.Minimum);
                _json.WriteNumber("maximum", integer.Maximum);
                break;
            case JsonShape.Flag:
                _json.WriteString("type", "boolean");
                break;
            case JsonShape.OneOf when item is not null:
                OneOrMany(item);
                break;
            case JsonShape.List when item is not null:
                _json.WriteString("type", "array");
                _json.WriteNumber("minItems", 1);
                _json.WriteStartObject("items");
                if (item == typeof(Evidence))
                {
                    _json.WriteStartArray("anyOf");
                    Pointer(typeof(Citation));
                    Pointer(typeof(Evidence));
                    _json.WriteEndArray();
                }
                else
                {
                    Reference(item);
                }

                _json.WriteEndObject();
                break;
            default:
                // Beside a reference draft-07 hears nothing else, so that the description of the member needs a place of its own.
                _json.WriteStartArray("anyOf");
                Pointer(type);
                _json.WriteEndArray();
                break;
        }
    }

    private void OneOrMany(Type item)
    {
        _json.WriteStartArray("anyOf");
        Pointer(item);
        _json.WriteStartObject();
        _json.WriteString("type", "array");
        _json.WriteNumber("minItems", 1);
        _json.WriteStartObject("items");
        Reference(item);
        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.WriteEndArray();
    }

    private void Pointer(Type type)
    {
        _json.WriteStartObject();
        Reference(type);
        _json.WriteEndObject();
    }

    private void Reference(Type type) => _json.WriteString("$ref", "#/$defs/" + type.Name);

    private void Text(JsonShape.Text text)
    {
        var format = text.Format!;
        if (text.Codes is not { } list)
        {
            _json.WriteString("type", "string");
            Pattern(format);
            _json.WriteStartArray("examples");
            _json.WriteStringValue(format.Example);
            _json.WriteEndArray();
            return;
        }

        _json.WriteStartArray("anyOf");
        foreach (var code in list.Definitions)
        {
            _json.WriteStartObject();
            _json.WriteString("const", code.Code);
            _json.WriteString("description", $"{code.En} ({code.Zh})");
            _json.WriteEndObject();
        }

        _json.WriteStartObject();
        _json.WriteString("type", "string");
        Pattern(format);
        _json.WriteEndObject();
        _json.WriteEndArray();
    }

    private void Pattern(TextFormat format)
    {
        _json.WriteString("pattern", format.Pattern);
        if (format.MaxLength > 0)
        {
            _json.WriteNumber("maxLength", format.MaxLength);
        }
    }
}
