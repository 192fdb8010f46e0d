using System.Diagnostics;

namespace KejiDomain;

/// <summary>A thing with the data set that it is in (语料库条目).</summary>
/// <typeparam name="T">The kind of thing.</typeparam>
[DebuggerDisplay("{ToString(),nq}")]
public readonly record struct CorpusEntry<T>
    where T : class, IEntity
{
    /// <summary>The data set (数据集).</summary>
    public required PolicyDataset Dataset { get; init; }

    /// <summary>The thing (实体).</summary>
    public required T Record { get; init; }

    /// <summary>Its address (地址), for example <c>hebi-2023/p1472</c>.</summary>
    public CorpusAddress Address => Record is null ? default : CorpusAddress.Create(Dataset.Id, Record.Key);

    /// <summary>Whether two are the same thing of the same data set object.</summary>
    public bool Equals(CorpusEntry<T> other) => ReferenceEquals(Dataset, other.Dataset) && Equals(Record, other.Record);

    /// <inheritdoc/>
    public override int GetHashCode() => Record is null ? 0 : Record.Key.GetHashCode();

    /// <summary>Address and name.</summary>
    public override string ToString() => Record is null ? string.Empty : $"{Address} {Record}";
}
