namespace KejiDomain;

/// <content>Merging.</content>
public sealed partial class PolicyCorpus
{
    /// <summary>Puts two data sets on one place together (合并), with every statement keeping its source and every contradiction reported.</summary>
    /// <param name="first">The first data set; its identifiers stay.</param>
    /// <param name="second">The second data set; where an identifier of it is taken, it gets another.</param>
    /// <param name="id">The identifier of the result.</param>
    /// <param name="title">The title of the result, or null for the first data set's.</param>
    /// <param name="matches">Things that are known to be the same: the identifier in the first and in the second data set.</param>
    /// <remarks>
    /// <para>Two things are the same only where they share an external identifier or are given as a match, never because their identifiers or names are equal; equal names are
    /// reported as candidates. Of two that are the same, lists are joined, and where both have a member the first one's stays and the conflict is reported.</para>
    /// <para>Figures are the same where indicator, place, subject, dimensions, period, modality and ordinal are. Equal ones become one with the evidence of both; of different
    /// ones both are kept, told apart by their ordinal, and reported where one excludes the other.</para>
    /// </remarks>
    /// <exception cref="ArgumentException">The data sets are not on the same place, or a match names what is not there or is of another kind.</exception>
    public static MergeResult Merge(
        PolicyDataset first, PolicyDataset second, DatasetId id, LocalizedText? title = null, ValueList<RecordMatch> matches = default)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        if (first.Place is null || first.Place.Value.IsEmpty || !first.Place.Value.IsDivision || first.Place != second.Place)
        {
            throw new ArgumentException("Only data sets on one division can be merged.", nameof(second));
        }

        return new DatasetMerge(first, second, matches).Run(id, title);
    }
}
