using System.ComponentModel;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace KejiDomain.Json;

/// <summary>Reads and writes a closed set (封闭集合) by its literals; numbers and other spellings are refused.</summary>
/// <typeparam name="T">The enum.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class EnumJsonConverter<T> : JsonConverter<T>, IShapedConverter
    where T : struct, Enum
{
    private readonly (T Value, string Literal)[] _members;

    private readonly byte[][] _literals;

    private protected EnumJsonConverter(params (T Value, string Literal)[] members)
    {
        _members = members;
        _literals = [.. members.Select(m => Encoding.UTF8.GetBytes(m.Literal))];
        Shape = new JsonShape.Literal(typeof(T).Name, [.. members.Select(m => m.Literal)]);
    }

    JsonShape IShapedConverter.Shape => Shape;

    private JsonShape Shape { get; }

    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            foreach (var (value, literal) in _members)
            {
                if (reader.ValueTextEquals(literal))
                {
                    return value;
                }
            }
        }

        throw new JsonException($"Expected one of: {string.Join(", ", _members.Select(m => m.Literal))}.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(_members[IndexOf(value)].Literal);
    }

    internal bool TryRead(ReadOnlySpan<byte> literal, out T value)
    {
        for (var i = 0; i < _literals.Length; i++)
        {
            if (literal.SequenceEqual(_literals[i]))
            {
                value = _members[i].Value;
                return true;
            }
        }

        value = default;
        return false;
    }

    internal ReadOnlySpan<byte> Utf8Of(T value) => _literals[IndexOf(value)];

    private int IndexOf(T value)
    {
        for (var i = 0; i < _members.Length; i++)
        {
            if (EqualityComparer<T>.Default.Equals(_members[i].Value, value))
            {
                return i;
            }
        }

        throw new JsonException($"{value} is not a member of {typeof(T).Name}.");
    }
}
