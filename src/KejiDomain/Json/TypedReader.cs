using System.Buffers;
using System.Text.Json;

namespace KejiDomain.Json;

/// <summary>
/// Reads a valid document in one pass, straight into the records. It refuses at the first fault without saying what is wrong: that is the diagnosing reader's work.
/// </summary>
/// <remarks>One method a record is generated from the contract; the generated metadata, which consumers' own contexts use, boxes every member of an immutable record.</remarks>
internal static unsafe partial class TypedReader
{
    /// <summary>The data set that is the whole document.</summary>
    /// <exception cref="JsonException">The document is not valid.</exception>
    /// <exception cref="InvalidOperationException">A text is not valid UTF-8 or holds half of a surrogate pair.</exception>
    public static PolicyDataset Read(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = ReadLimits.DefaultDepth });
        reader.Read();
        var dataset = ReadPolicyDataset(ref reader, StringCache.Current);
        return reader.Read() ? throw Refused() : dataset;
    }

    private static JsonException Refused() => new("The document is not valid.");

    private static void BeginObject(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw Refused();
        }
    }

    // The next member's name, or nothing at the end of the object; the reader stands on the name.
    private static bool NextMember(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.PropertyName;
    }

    // Names are compared as they stand. One that is written with escapes is valid too, and left to the other reader.
    private static ReadOnlySpan<byte> Name(ref Utf8JsonReader reader) => reader.ValueIsEscaped ? throw Refused() : reader.ValueSpan;

    private static void Once(ref ulong seen, int member)
    {
        var bit = 1UL << member;
        if ((seen & bit) != 0)
        {
            throw Refused();
        }

        seen |= bit;
    }

    private static void Require(ulong seen, ulong required)
    {
        if ((seen & required) != required)
        {
            throw Refused();
        }
    }

    private static string ReadText(ref Utf8JsonReader reader, StringCache cache)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw Refused();
        }

        var utf8 = reader.ValueSpan;
        if (utf8.IsEmpty)
        {
            throw Refused();
        }

        if (reader.ValueIsEscaped || utf8.Length > StringCache.MaxLength)
        {
            return reader.GetString()!;
        }

        var key = new StringCache.Key(utf8);
        if (cache.Find(key) is { } known)
        {
            return known;
        }

        var text = reader.GetString()!;
        cache.Add(key, text);
        return text;
    }

    private static T ReadValue<T>(ref Utf8JsonReader reader, StringCache cache)
        where T : struct, ITextValue<T> =>
        T.TryParse(ReadText(ref reader, cache), null, out var value) ? value : throw Refused();

    // Citations are many and seldom the same, so only the name of their source is worth a string.
    private static Citation ReadCitation(ref Utf8JsonReader reader, StringCache cache)
    {
        Span<char> text = stackalloc char[Citation.MaxLength];
        if (reader.TokenType != JsonTokenType.String || reader.ValueSpan.Length > text.Length)
        {
            throw Refused();
        }

        var span = text[..reader.CopyString(text)];
        var hash = span.IndexOf('#');

        // A name of a source is ASCII, so that its characters are its bytes; what is none must not get into the store.
        if (hash <= 0 || hash > StringCache.MaxLength || reader.ValueIsEscaped || !TextFormat.IsSlug(span[..hash]))
        {
            return Citation.TryParse(span, out var rare) ? rare : throw Refused();
        }

        var key = new StringCache.Key(reader.ValueSpan[..hash]);
        var source = cache.Find(key);
        if (source is null)
        {
            source = span[..hash].ToString();
            cache.Add(key, source);
        }

        return Citation.TryRead(source, span[hash..], out var citation) ? citation : throw Refused();
    }

    private static ValueList<T> ReadList<T>(ref Utf8JsonReader reader, StringCache cache, delegate*<ref Utf8JsonReader, StringCache, T> item)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw Refused();
        }

        reader.Read();
        if (reader.TokenType == JsonTokenType.EndArray)
        {
            throw Refused();
        }

        var first = item(ref reader, cache);
        reader.Read();
        if (reader.TokenType == JsonTokenType.EndArray)
        {
            return new([first]);
        }

        var items = ArrayPool<T>.Shared.Rent(16);
        try
        {
            items[0] = first;
            var count = 1;
            do
            {
                if (count == items.Length)
                {
                    var larger = ArrayPool<T>.Shared.Rent(count * 2);
                    items.AsSpan(0, count).CopyTo(larger);
                    ArrayPool<T>.Shared.Return(items, clearArray: true);
                    items = larger;
                }

                items[count++] = item(ref reader, cache);
                reader.Read();
            }
            while (reader.TokenType != JsonTokenType.EndArray);

            return new(items[..count]);
        }
        finally
        {
            ArrayPool<T>.Shared.Return(items, clearArray: true);
        }
    }

    private static ValueList<T> ReadOneOrMany<T>(ref Utf8JsonReader reader, StringCache cache, delegate*<ref Utf8JsonReader, StringCache, T> item) =>
        reader.TokenType == JsonTokenType.String ? new([item(ref reader, cache)]) : ReadList(ref reader, cache, item);

    private static Evidence ReadEvidenceItem(ref Utf8JsonReader reader, StringCache cache) =>
        reader.TokenType == JsonTokenType.String ? new() { Cite = new([ReadCitation(ref reader, cache)]) } : ReadEvidence(ref reader, cache);

    private static Party ReadParty(ref Utf8JsonReader reader, StringCache cache) => reader.TokenType switch
    {
        JsonTokenType.String => new ReferredParty { To = ReadValue<Reference>(ref reader, cache) },
        JsonTokenType.StartObject => JsonShapeReading.Marker(reader, "post", "group") switch
        {
            "post" => ReadPostParty(ref reader, cache),
            "group" => ReadGroupParty(ref reader, cache),
            _ => throw Refused(),
        },
        _ => throw Refused(),
    };

    private static SeriesDimensions ReadSeriesDimensions(ref Utf8JsonReader reader, StringCache cache)
    {
        BeginObject(ref reader);
        var values = new List<DimensionValue>(2);
        Span<char> name = stackalloc char[TextFormat.SlugLength];
        while (NextMember(ref reader))
        {
            // A name is text like any other here: it is a code.
            var utf8 = Name(ref reader);
            if (utf8.Length > name.Length || !Dimension.TryParse(name[..reader.CopyString(name)], out var dimension))
            {
                throw Refused();
            }

            reader.Read();
            values.Add(new() { Dimension = dimension, Codes = ReadOneOrMany<DimensionCode>(ref reader, cache, &ReadValue<DimensionCode>) });
        }

        return values.Count == 1 || (values.Count > 1 && values.DistinctBy(v => v.Dimension).Count() == values.Count) ? SeriesDimensions.Create(values) : throw Refused();
    }
}
