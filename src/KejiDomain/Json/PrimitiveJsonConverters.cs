using System.Buffers;
using System.Buffers.Text;
using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace KejiDomain.Json;

/// <summary>Reads and writes a text (文本) that is never empty and never holds half of a surrogate pair.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TextJsonConverter : JsonConverter<string>, IShapedConverter
{
    /// <inheritdoc/>
    public override bool HandleNull => true;

    JsonShape IShapedConverter.Shape { get; } = new JsonShape.Text(null, null);

    /// <inheritdoc/>
    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw new JsonException("Expected a text.");
        }

        try
        {
            return reader.GetString() is { Length: > 0 } text ? text : throw new JsonException("An empty text is never written.");
        }
        catch (InvalidOperationException failure)
        {
            throw new JsonException("The text holds half of a surrogate pair or invalid UTF-8.", failure);
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (string.IsNullOrEmpty(value) || !TextSafety.IsWellFormed(value))
        {
            throw new JsonException("A text that is empty or holds half of a surrogate pair cannot be written.");
        }

        writer.WriteStringValue(value);
    }
}

/// <summary>Reads and writes a decimal (小数) with the digits it has: no exponent, no negative zero, at most 28 significant digits.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DecimalJsonConverter : JsonConverter<decimal>, IShapedConverter
{
    JsonShape IShapedConverter.Shape { get; } = new JsonShape.Number();

    /// <inheritdoc/>
    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.Number)
        {
            throw new JsonException("Expected a number.");
        }

        return TryRead(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan, out var value)
            ? value
            : throw new JsonException("Expected plain digits, at most 28 of them significant.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);

        // A computed decimal can hold 29 digits, which the reader would not take back.
        Span<byte> utf8 = stackalloc byte[64];
        value.TryFormat(utf8, out var bytes, default, CultureInfo.InvariantCulture);
        if (!HasPrecision(utf8[..bytes]))
        {
            throw new JsonException("A number of more than 28 significant digits cannot be written.");
        }

        writer.WriteNumberValue(value);
    }

    internal static bool TryRead(ReadOnlySpan<byte> digits, out decimal value)
    {
        value = default;
        return HasPlainForm(digits) && HasPrecision(digits) && Utf8Parser.TryParse(digits, out value, out var length) && length == digits.Length;
    }

    internal static bool HasPlainForm(ReadOnlySpan<byte> digits) =>
        digits.IndexOfAny((byte)'e', (byte)'E') < 0 && (digits[0] != '-' || digits.ContainsAnyInRange((byte)'1', (byte)'9'));

    internal static bool HasPrecision(ReadOnlySpan<byte> digits)
    {
        var significant = 0;
        var scale = 0;
        var point = false;
        foreach (var digit in digits)
        {
            switch (digit)
            {
                case (byte)'.':
                    point = true;
                    break;
                case >= (byte)'0' and <= (byte)'9':
                    significant += significant > 0 || digit != '0' ? 1 : 0;
                    scale += point ? 1 : 0;
                    break;
                default:
                    break;
            }
        }

        return significant <= 28 && scale <= 28;
    }
}

/// <summary>Reads and writes a whole number (整数) as plain digits, whatever the consumer's options say of numbers.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class IntegerJsonConverter : JsonConverter<int>, IShapedConverter
{
    private readonly int _minimum;

    private readonly int _maximum;

    private protected IntegerJsonConverter(int minimum, int maximum)
    {
        _minimum = minimum;
        _maximum = maximum;
        Shape = new JsonShape.Integer(minimum, maximum);
    }

    JsonShape IShapedConverter.Shape => Shape;

    private JsonShape Shape { get; }

    /// <inheritdoc/>
    public override int Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number
        && reader.TryGetInt32(out var value)
        && value >= _minimum
        && value <= _maximum
        && (value != 0 || (reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length) == 1)
            ? value
            : throw new JsonException(string.Create(CultureInfo.InvariantCulture, $"Expected a whole number from {_minimum} to {_maximum}."));

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, int value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value < _minimum || value > _maximum)
        {
            throw new JsonException(string.Create(CultureInfo.InvariantCulture, $"{value} is not between {_minimum} and {_maximum}."));
        }

        writer.WriteNumberValue(value);
    }
}

/// <summary>A count or a position (计数、位次): from 0 to 2,147,483,647.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CountJsonConverter() : IntegerJsonConverter(0, int.MaxValue);

/// <summary>A count or a position that begins at one (序数): an edition, a batch, a rank.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class OrdinalJsonConverter() : IntegerJsonConverter(1, int.MaxValue);

/// <summary>A power of ten (乘数, SDMX UNIT_MULT): from 1 to 16.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MultiplierJsonConverter() : IntegerJsonConverter(1, 16);

/// <summary>Reads and writes a yes or no (标志).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FlagJsonConverter : JsonConverter<bool>, IShapedConverter
{
    JsonShape IShapedConverter.Shape { get; } = new JsonShape.Flag();

    /// <inheritdoc/>
    public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            _ => throw new JsonException("Expected true or false."),
        };

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteBooleanValue(value);
    }
}

/// <summary>Reads and writes an optional value (可选值) through the converter of the value; an explicit null is refused.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <typeparam name="TConverter">The converter of the value.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class OptionalJsonConverter<T, TConverter> : JsonConverter<T?>, IShapedConverter
    where T : struct
    where TConverter : JsonConverter<T>, new()
{
    private static readonly TConverter Inner = new();

    /// <inheritdoc/>
    public override bool HandleNull => true;

    JsonShape IShapedConverter.Shape => ((IShapedConverter)Inner).Shape;

    /// <inheritdoc/>
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Inner.Read(ref reader, typeof(T), options);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T? value, JsonSerializerOptions options) =>
        Inner.Write(writer, value ?? throw new JsonException("null is never written."), options);
}
