using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace KejiDomain.Json;

/// <summary>
/// Reads a valid document in one pass, straight into the records. It refuses at the first fault without saying what is wrong: that is the diagnosing reader's work.
/// </summary>
/// <remarks>
/// One method a record is generated from the contract; the generated metadata, which consumers' own contexts use, boxes every member of an immutable record.
/// Members are asked for in the order of the contract, in which they are written, and in turns until all are read.
/// </remarks>
internal static unsafe partial class TypedReader
{
    /// <summary>The data set that is the whole document.</summary>
    /// <exception cref="JsonException">The document is not valid, or beyond the limits.</exception>
    /// <exception cref="InvalidOperationException">An escaped text is not valid UTF-8 or holds half of a surrogate pair.</exception>
    public static PolicyDataset Read(ReadOnlySpan<byte> utf8, ReadLimits limits)
    {
        var cursor = new JsonCursor(utf8, StringCache.Current, limits);
        var dataset = ReadPolicyDataset(ref cursor);
        cursor.End();
        return dataset;
    }

    private static void Require(ulong seen, ulong required)
    {
        if ((seen & required) != required)
        {
            throw JsonCursor.Refused();
        }
    }

    private static T ReadKept<T>(ref JsonCursor cursor)
        where T : struct, ITextValue<T>, IKeptText<T> => cursor.Kept<T>();

    private static Citation ReadCitation(ref JsonCursor cursor) => cursor.Citation();

    private static ValueList<T> ReadList<T>(ref JsonCursor cursor, delegate*<ref JsonCursor, T> item)
    {
        cursor.OpenList();
        var first = item(ref cursor);
        return cursor.NextItem(1) ? ReadRest(ref cursor, item, first) : new([first]);
    }

    private static ValueList<T> ReadRest<T>(ref JsonCursor cursor, delegate*<ref JsonCursor, T> item, T first)
    {
        var few = default(Few<T>);
        Span<T> items = few;
        T[]? rented = null;
        items[0] = first;
        var count = 1;
        do
        {
            if (count == items.Length)
            {
                var larger = ArrayPool<T>.Shared.Rent(count * 4);
                items.CopyTo(larger);
                Return(rented);
                items = rented = larger;
            }

            items[count++] = item(ref cursor);
        }
        while (cursor.NextItem(count));

        var list = new ValueList<T>(items[..count].ToArray());
        Return(rented);
        return list;
    }

    // What is refused half way leaves its array to the collector.
    private static void Return<T>(T[]? rented)
    {
        if (rented is not null)
        {
            ArrayPool<T>.Shared.Return(rented, clearArray: true);
        }
    }

    private static ValueList<T> ReadOneOrMany<T>(ref JsonCursor cursor, delegate*<ref JsonCursor, T> item) =>
        cursor.IsText ? new([item(ref cursor)]) : ReadList(ref cursor, item);

    private static Evidence ReadEvidenceItem(ref JsonCursor cursor) =>
        cursor.IsText ? new() { Only = cursor.Citation() } : ReadEvidence(ref cursor);

    private static Party ReadParty(ref JsonCursor cursor)
    {
        if (cursor.IsText)
        {
            return new ReferredParty { To = cursor.Kept<Reference>() };
        }

        if (!cursor.IsObject)
        {
            throw JsonCursor.Refused();
        }

        var ahead = new Utf8JsonReader(cursor.Rest);
        ahead.Read();
        return JsonShapeReading.Marker(ahead, "post", "group") switch
        {
            "post" => ReadPostParty(ref cursor),
            "group" => ReadGroupParty(ref cursor),
            _ => throw JsonCursor.Refused(),
        };
    }

    private static SeriesDimensions ReadSeriesDimensions(ref JsonCursor cursor)
    {
        cursor.OpenObject();
        var few = default(Few<DimensionValue>);
        List<DimensionValue>? many = null;
        var count = 0;
        for (; cursor.HasMember; cursor.NextMember())
        {
            var dimension = cursor.EnterName<Dimension>();
            var value = new DimensionValue { Dimension = dimension, Codes = ReadOneOrMany<DimensionCode>(ref cursor, &ReadKept<DimensionCode>) };
            if (count < Few<DimensionValue>.Length)
            {
                few[count++] = value;
            }
            else
            {
                (many ??= [.. ((ReadOnlySpan<DimensionValue>)few).ToArray()]).Add(value);
            }
        }

        var dimensions = default(SeriesDimensions);
        return count > 0 && (many is null ? SeriesDimensions.TryCreate(((ReadOnlySpan<DimensionValue>)few)[..count], out dimensions) : SeriesDimensions.TryCreate(many, out dimensions))
            ? dimensions
            : throw JsonCursor.Refused();
    }

    [InlineArray(Length)]
    private struct Few<T>
    {
        public const int Length = 8;

        private T _first;
    }
}
