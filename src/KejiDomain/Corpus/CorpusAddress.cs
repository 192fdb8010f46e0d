using System.Diagnostics;
using System.Text.Json.Serialization;

namespace KejiDomain;

/// <summary>The address of a record in a corpus (语料库地址): data set and identifier, for example <c>hebi-2023/p1472</c>.</summary>
/// <remarks>Equal identifiers of two data sets are two addresses: that they mean the same is never taken for granted. <c>default</c> is empty. Order: by data set, then by identifier.</remarks>
[JsonConverter(typeof(TextValueJsonConverter<CorpusAddress>))]
[DebuggerDisplay("{ToString(),nq}")]
public readonly record struct CorpusAddress : ITextValue<CorpusAddress>
{
    private CorpusAddress(DatasetId dataset, Reference record)
    {
        Dataset = dataset;
        Record = record;
    }

    /// <inheritdoc/>
    public static TextFormat Format { get; } =
        new("corpus address", "语料库地址", "^[a-z][a-z0-9]*(-[a-z0-9]+)*/[a-z][a-z0-9]*(-[a-z0-9]+)*$", "hebi-2023/p1472", IssueCodes.InvalidReference, (2 * TextFormat.SlugLength) + 1);

    /// <summary>The data set (数据集).</summary>
    public DatasetId Dataset { get; }

    /// <summary>The identifier in the data set (标识).</summary>
    public Reference Record { get; }

    /// <inheritdoc/>
    public bool IsEmpty => Dataset.IsEmpty;

    /// <summary>The address of a record.</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="record">The identifier in it, which is no GB/T 2260 code.</param>
    /// <exception cref="ArgumentException">A part is empty, or the record is a division.</exception>
    public static CorpusAddress Create(DatasetId dataset, Reference record) =>
        dataset.IsEmpty || record.IsEmpty || record.IsDivision
            ? throw new ArgumentException("An address has a data set and an identifier in it.", dataset.IsEmpty ? nameof(dataset) : nameof(record))
            : new(dataset, record);

    /// <summary>Reads an address.</summary>
    /// <param name="text">Two identifiers with a slash between them.</param>
    /// <exception cref="FormatException">The text is not an address.</exception>
    public static CorpusAddress Parse(string text) => TextFormat.Parse<CorpusAddress>(text);

    /// <inheritdoc/>
    public static CorpusAddress Parse(string s, IFormatProvider? provider) => TextFormat.Parse<CorpusAddress>(s);

    /// <inheritdoc/>
    public static CorpusAddress Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => TextFormat.Parse<CorpusAddress>(s);

    /// <inheritdoc/>
    public static bool TryParse(string? s, IFormatProvider? provider, out CorpusAddress result) => TryParse(s.AsSpan(), out result);

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out CorpusAddress result) => TryParse(s, out result);

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> text, out CorpusAddress value)
    {
        var slash = text.IndexOf('/');
        value = slash > 0
            && DatasetId.TryParse(text[..slash], out var dataset)
            && Reference.TryParse(text[(slash + 1)..], out var record)
            && !record.IsDivision
                ? new(dataset, record)
                : default;
        return !value.IsEmpty;
    }

    /// <summary>Compares by data set, then by identifier.</summary>
    public int CompareTo(CorpusAddress other) => Dataset.CompareTo(other.Dataset) is var order && order != 0 ? order : Record.CompareTo(other.Record);

    /// <summary>The two identifiers with a slash between them; nothing for the empty value.</summary>
    public override string ToString() => IsEmpty ? string.Empty : $"{Dataset}/{Record}";
}
