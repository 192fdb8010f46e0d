using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace KejiDomain.Json;

/// <summary>Reads and writes any <see cref="ITextValue{TSelf}"/> as a JSON string (文本值), also as the name of a member.</summary>
/// <typeparam name="T">The value's type.</typeparam>
/// <remarks>Reading throws <see cref="JsonException"/> for anything but a valid text; writing throws it for the empty value, which is never in a file.</remarks>
public sealed class TextValueJsonConverter<T> : JsonConverter<T>, IShapedConverter
    where T : struct, ITextValue<T>
{
    private const int StackLength = 256;

    JsonShape IShapedConverter.Shape { get; } = new JsonShape.Text(T.Format, static text => T.TryParse(text, out _), CodeLists.Of<T>());

    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? Parse(ref reader) : throw new JsonException($"Expected a {T.Format.Name} in quotes.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(Text(value));
    }

    /// <inheritdoc/>
    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Parse(ref reader);

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName(Text(value));
    }

    private static string Text(T value) =>
        value.IsEmpty ? throw new JsonException($"An empty {T.Format.Name} cannot be written.") : value.ToString()!;

    private static T Parse(ref Utf8JsonReader reader)
    {
        var length = reader.HasValueSequence ? checked((int)reader.ValueSequence.Length) : reader.ValueSpan.Length;
        var rented = length > StackLength ? ArrayPool<char>.Shared.Rent(length) : null;
        Span<char> buffer = rented ?? stackalloc char[StackLength];
        try
        {
            var text = buffer[..reader.CopyString(buffer)];
            return T.TryParse(text, out var value)
                ? value
                : throw new JsonException($"'{TextSafety.Excerpt(text)}' is not a valid {T.Format.Name}.");
        }
        catch (InvalidOperationException failure)
        {
            throw new JsonException("The text holds half of a surrogate pair or invalid UTF-8.", failure);
        }
        finally
        {
            if (rented is not null)
            {
                ArrayPool<char>.Shared.Return(rented);
            }
        }
    }
}

/// <summary>Finds the list of a code type, without reflection.</summary>
internal static class CodeLists
{
    private static readonly Dictionary<Type, Func<CodeList>> ByType = KnownCodeLists.ByType();

    public static CodeList? Of<T>() => ByType.TryGetValue(typeof(T), out var list) ? list() : null;
}
