using System.Buffers;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using KejiDomain.Json;

namespace KejiDomain.Build;

/// <summary>Makes the JSON Schema from the contract that the readers follow, the types' own docs and the table of Chinese words and examples.</summary>
/// <remarks>
/// Only keywords that mean the same in draft-07 and 2020-12, <c>$defs</c> apart. The published objects stay open: what a newer producer adds is valid.
/// The closed variant, for authors, is the same with every object closed.
/// </remarks>
internal sealed class SchemaSource : IDisposable
{
    private const decimal NumberBound = 10_000_000_000_000_000_000_000_000_000m;

    private readonly ArrayBufferWriter<byte> _buffer = new();

    private readonly Utf8JsonWriter _json;

    private readonly XmlDocs _docs = XmlDocs.Load();

    private readonly SortedDictionary<string, Type> _definitions = new(StringComparer.Ordinal);

    private readonly SchemaWords _words;

    private readonly bool _isClosed;

    private SchemaSource(SchemaWords words, bool isClosed)
    {
        _words = words;
        _isClosed = isClosed;
        _json = new(_buffer, new JsonWriterOptions { Indented = true, IndentSize = 2, NewLine = "\n", Encoder = CanonicalEncoder.Instance });
    }

    public static IEnumerable<GeneratedFile> Make(string root)
    {
        var words = SchemaWords.Read(root);
        using var open = new SchemaSource(words, isClosed: false);
        using var closed = new SchemaSource(words, isClosed: true);
        yield return new($"src/KejiDomain/Schema/keji-domain-{PolicyDataset.CurrentVersion}.schema.json", open.Write());
        yield return new($"src/KejiDomain/Schema/keji-domain-{PolicyDataset.CurrentVersion}.closed.schema.json", closed.Write());
        words.CheckAllUsed();
    }

    public void Dispose() => _json.Dispose();

    private string Write()
    {
        Collect(typeof(PolicyDataset));
        _json.WriteStartObject();
        _json.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
        _json.WriteString("$id", TextFormat.SchemaPrefix + PolicyDataset.CurrentVersion + (_isClosed ? ":closed" : string.Empty));
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
                Text(type, text);
                break;
            case JsonShape.Literal literal:
                Head(type);
                _json.WriteStartArray("anyOf");
                foreach (var value in literal.Literals)
                {
                    _json.WriteStartObject();
                    _json.WriteString("const", value);
                    _json.WriteString("description", _docs.OfField(type, FieldOf(type, value)));
                    _json.WriteEndObject();
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
                _json.WriteString("type", "string");
                Pattern(map.Key.Format!);
                _json.WriteEndObject();
                _json.WriteStartObject("additionalProperties");
                OneOrMany(typeof(DimensionCode));
                _json.WriteEndObject();
                break;
            case var other:
                throw new InvalidOperationException($"{type} has a shape that the schema does not know: {other}");
        }
    }

    private static string FieldOf(Type type, string literal) =>
        Enum.GetNames(type).Single(name => name.Equals(literal.Replace("-", string.Empty, StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase));

    private void Head(Type type)
    {
        _json.WriteString("title", type.Name);
        Words(_docs.OfType(type), _words.Of(type.Name, string.Empty));
    }

    private void Words(string en, SchemaWords.Entry entry)
    {
        _json.WriteString("description", en + "\n" + entry.Zh);
        _json.WriteStartArray("examples");

        // On one line, however large: an example is read as a whole or not at all.
        _json.WriteRawValue(entry.Example);
        _json.WriteEndArray();
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
            // No word of the two alone: generators make type names of titles, and Source.Id would meet SourceId.
            _json.WriteString("title", $"{member.Name} in {type.Name}");
            Words(_docs.OfProperty(type, property.Name), _words.Of(type.Name, member.Name));
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

        if (_isClosed)
        {
            _json.WriteBoolean("additionalProperties", false);
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
                // More digits than a reader takes; how many a smaller number has, a schema cannot tell.
                _json.WriteString("type", "number");
                _json.WriteNumber("minimum", -NumberBound);
                _json.WriteNumber("maximum", NumberBound);
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

    private void Text(Type type, JsonShape.Text text)
    {
        var format = text.Format!;
        if (type == typeof(FormatVersion))
        {
            // A newer minor version is read by this one, a newer major version is not.
            _json.WriteString("type", "string");
            _json.WriteString("pattern", $"^{PolicyDataset.CurrentVersion.ToString().Split('.')[0]}\\.(0|[1-9][0-9]{{0,3}})$");
            return;
        }

        if (text.Codes is not { } list)
        {
            _json.WriteString("type", "string");
            Pattern(format);
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
        if (format.MaxLength is { } length)
        {
            _json.WriteNumber("maxLength", length);
        }
    }
}
