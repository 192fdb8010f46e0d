using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace KejiDomain.Json;

/// <summary>Reads and writes data sets as JSON (读写): one canonical writer, a strict and a lenient reader that report every problem with its place.</summary>
/// <remarks>Safe to use from several threads. Bad data gives issues; bad calls throw.</remarks>
public static class KejiJson
{
    /// <summary>The metadata of all types (类型元数据), for consumers to combine into options of their own.</summary>
    public static IJsonTypeInfoResolver TypeInfoResolver => KejiJsonContext.Default;

    internal static JsonSerializerOptions Options => KejiJsonContext.Default.Options;

    /// <summary>Reads a data set from UTF-8 (读取).</summary>
    /// <param name="utf8">The whole document.</param>
    /// <param name="mode">Strict, or lenient towards a newer producer.</param>
    /// <param name="limits">How much is taken in, or null for the default limits.</param>
    /// <returns>The data set, or as much of it as could be read, and every issue. Rules are not run: see <see cref="PolicyDataset"/> and its validation.</returns>
    public static ReadResult Read(ReadOnlySpan<byte> utf8, ReadMode mode = ReadMode.Strict, ReadLimits? limits = null)
    {
        limits ??= ReadLimits.Default;
        if (utf8.Length > limits.DocumentBytes)
        {
            return TooLarge(utf8.Length, mode, limits);
        }

        return TryReadTyped(utf8, limits) is { } dataset && IsCurrent(dataset.FormatVersion)
            ? new(dataset, ValidationReport.Empty, mode)
            : DiagnosingReader.Read(utf8, mode, limits);
    }

    /// <summary>Reads a data set from text (读取).</summary>
    /// <param name="json">The whole document.</param>
    /// <param name="mode">Strict, or lenient towards a newer producer.</param>
    /// <param name="limits">How much is taken in, or null for the default limits.</param>
    /// <remarks>Half of a surrogate pair in the text is reported as invalid UTF-8, at its place.</remarks>
    public static ReadResult Read(string json, ReadMode mode = ReadMode.Strict, ReadLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        limits ??= ReadLimits.Default;

        // No character is less than a byte: what is too large is not copied first.
        return json.Length > limits.DocumentBytes ? TooLarge(BytesOf(json), mode, limits) : Read(TextSafety.IsWellFormed(json) ? Encoding.UTF8.GetBytes(json) : Generalised(json), mode, limits);
    }

    /// <summary>Reads a data set from a stream (读取).</summary>
    /// <param name="stream">The stream; it is read to its end and left open.</param>
    /// <param name="mode">Strict, or lenient towards a newer producer.</param>
    /// <param name="limits">How much is taken in, or null for the default limits.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="OperationCanceledException">The reading was stopped.</exception>
    public static async Task<ReadResult> ReadAsync(
        Stream stream, ReadMode mode = ReadMode.Strict, ReadLimits? limits = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        limits ??= ReadLimits.Default;
        using var buffer = new MemoryStream();
        var chunk = new byte[81_920];
        int count;
        while (buffer.Length <= limits.DocumentBytes && (count = await stream.ReadAsync(chunk, cancellationToken).ConfigureAwait(false)) > 0)
        {
            buffer.Write(chunk, 0, count);

            // A stream may take no notice of the token.
            cancellationToken.ThrowIfCancellationRequested();
        }

        return Read(buffer.GetBuffer().AsSpan(0, (int)buffer.Length), mode, limits);
    }

    /// <summary>Writes a data set in its canonical form (写出): indented, with a final line feed; the same data always gives the same text.</summary>
    /// <param name="dataset">The data set.</param>
    /// <exception cref="JsonException">A required value is empty, a text holds half of a surrogate pair, or something is nested too deeply.</exception>
    public static string Write(PolicyDataset dataset)
    {
        var buffer = new ArrayBufferWriter<byte>(64 * 1024);
        Write(dataset, buffer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Writes a data set in its canonical form as UTF-8 (写出).</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="output">Where the bytes go.</param>
    /// <exception cref="JsonException">A required value is empty, a text holds half of a surrogate pair, or something is nested too deeply.</exception>
    public static void Write(PolicyDataset dataset, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(output);
        var writer = new CanonicalWriter(output, isIndented: true);
        TypedWriter.Write(ref writer, dataset);
        writer.End();
        output.Write("\n"u8);
    }

    /// <summary>Writes a data set on one line (单行写出), without a final line feed: the form of JSON Lines.</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="output">Where the bytes go.</param>
    /// <exception cref="JsonException">A required value is empty, a text holds half of a surrogate pair, or something is nested too deeply.</exception>
    public static void WriteCompact(PolicyDataset dataset, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(output);
        var writer = new CanonicalWriter(output, isIndented: false);
        TypedWriter.Write(ref writer, dataset);
        writer.End();
    }

    // Of more letters than could be counted so, each is a byte at least.
    private static int BytesOf(string json) => json.Length > int.MaxValue / 3 ? json.Length : Encoding.UTF8.GetByteCount(json);

    private static ReadResult TooLarge(int length, ReadMode mode, ReadLimits limits) =>
        new(null, new([Issue.Of(IssueCodes.DocumentTooLarge, "$", length, limits.DocumentBytes) with { Line = 1, Column = 1 }]), mode);

    internal static bool IsCurrent(FormatVersion version) => Major(version) <= Major(PolicyDataset.CurrentVersion);

    /// <summary>The typed reading, or null where it refuses the document.</summary>
    internal static PolicyDataset? TryReadTyped(ReadOnlySpan<byte> utf8, ReadLimits? limits = null)
    {
        try
        {
            return TypedReader.Read(utf8, limits ?? ReadLimits.Default);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static int Major(FormatVersion version) =>
        int.Parse(version.ToString().Split('.')[0], System.Globalization.CultureInfo.InvariantCulture);

    // A replacement character would hide the damage: half of a pair becomes the three bytes that UTF-8 forbids, and is found at its place.
    private static byte[] Generalised(string text)
    {
        var bytes = new ArrayBufferWriter<byte>(text.Length * 3);
        Span<byte> utf8 = stackalloc byte[4];
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && !(i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1])))
            {
                bytes.Write([(byte)(0xE0 | (text[i] >> 12)), (byte)(0x80 | ((text[i] >> 6) & 0x3F)), (byte)(0x80 | (text[i] & 0x3F))]);
            }
            else
            {
                var rune = Rune.GetRuneAt(text, i);
                bytes.Write(utf8[..rune.EncodeToUtf8(utf8)]);
                i += rune.Utf16SequenceLength - 1;
            }
        }

        return bytes.WrittenSpan.ToArray();
    }
}
