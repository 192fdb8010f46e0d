using System.Text.Encodings.Web;
using System.Text.Json;

namespace KejiDomain.Benchmarks.Writing;

/// <summary>The limit: the tokens of the document once more, from a list, names encoded beforehand.</summary>
public class TokenWrite : WriteWorkload
{
    private Token[][] _tokens = [];

    private Utf8JsonWriter _writer = null!;

    public override void Setup()
    {
        _writer = new(Buffer, BareWrite.Options(Source, JavaScriptEncoder.UnsafeRelaxedJsonEscaping));
        _tokens = [.. Source.Documents.Select(Tokens)];
        Require(Enumerable.Range(0, _tokens.Length).All(IsWrittenAs), "the tokens give the same bytes");
    }

    protected override void Write(int index)
    {
        _writer.Reset(Buffer);
        foreach (ref readonly var token in _tokens[index].AsSpan())
        {
            switch (token.Type)
            {
                case JsonTokenType.StartObject:
                    _writer.WriteStartObject();
                    break;
                case JsonTokenType.EndObject:
                    _writer.WriteEndObject();
                    break;
                case JsonTokenType.StartArray:
                    _writer.WriteStartArray();
                    break;
                case JsonTokenType.EndArray:
                    _writer.WriteEndArray();
                    break;
                case JsonTokenType.PropertyName:
                    _writer.WritePropertyName(token.Name);
                    break;
                case JsonTokenType.String:
                    _writer.WriteStringValue(token.Text);
                    break;
                case JsonTokenType.Number:
                    _writer.WriteNumberValue(token.Number);
                    break;
                default:
                    _writer.WriteBooleanValue(token.Type == JsonTokenType.True);
                    break;
            }
        }

        _writer.Flush();
    }

    private static Token[] Tokens(byte[] document)
    {
        var reader = new Utf8JsonReader(document);
        var tokens = new List<Token>();
        var names = new Dictionary<string, JsonEncodedText>(StringComparer.Ordinal);
        while (reader.Read())
        {
            var text = reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName ? reader.GetString() : null;
            if (reader.TokenType == JsonTokenType.PropertyName && !names.ContainsKey(text!))
            {
                names.Add(text!, JsonEncodedText.Encode(text!, JavaScriptEncoder.UnsafeRelaxedJsonEscaping));
            }

            tokens.Add(new(
                reader.TokenType, text, reader.TokenType == JsonTokenType.PropertyName ? names[text!] : default, reader.TokenType == JsonTokenType.Number ? reader.GetDecimal() : 0));
        }

        return [.. tokens];
    }

    private readonly record struct Token(JsonTokenType Type, string? Text, JsonEncodedText Name, decimal Number);
}
