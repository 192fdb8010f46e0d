using System.Diagnostics;

namespace KejiDomain;

/// <summary>The address of a record in a corpus (语料库地址): data set and identifier, for example <c>hebi-2023/p1472</c>.</summary>
/// <remarks>Equal identifiers of two data sets are two addresses: that they mean the same is never taken for granted. <c>default</c> is empty. Order: by data set, then by identifier.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public readonly record struct CorpusAddress : ISpanParsable<CorpusAddress>, IComparable<CorpusAddress>
{
    private CorpusAddress(DatasetId dataset, Reference record)
    {
        Dataset = dataset;
        Record = record;
    }

    /// <summary>The data set (数据集).</summary>
    public DatasetId Dataset { get; }

    /// <summary>The identifier in the data set (标识).</summary>
    public Reference Record { get; }

    /// <summary>Whether this is <c>default</c>.</summary>
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
    public static CorpusAddress Parse(string text) => Parse(text.AsSpan(), null);

    /// <inheritdoc/>
    public static CorpusAddress Parse(string s, IFormatProvider? provider) => Parse(s.AsSpan(), provider);

    /// <inheritdoc/>
    public static CorpusAddress Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        TryParse(s, provider, out var address)
            ? address
            : throw new FormatException($"'{TextSafety.Excerpt(s)}' is not a valid corpus address; a valid one is 'hebi-2023/p1472'.");

    /// <inheritdoc/>
    public static bool TryParse(string? s, IFormatProvider? provider, out CorpusAddress result) => TryParse(s.AsSpan(), provider, out result);

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out CorpusAddress result)
    {
        var slash = s.IndexOf('/');
        result = slash > 0
            && DatasetId.TryParse(s[..slash], out var dataset)
            && Reference.TryParse(s[(slash + 1)..], out var record)
            && !record.IsDivision
                ? new(dataset, record)
                : default;
        return !result.IsEmpty;
    }

    /// <summary>Compares by data set, then by identifier.</summary>
    public int CompareTo(CorpusAddress other) => Dataset.CompareTo(other.Dataset) is var order && order != 0 ? order : Record.CompareTo(other.Record);

    /// <summary>The two identifiers with a slash between them; nothing for the empty value.</summary>
    public override string ToString() => IsEmpty ? string.Empty : $"{Dataset}/{Record}";
}
