using System.Globalization;

namespace KejiDomain.Validation;

/// <summary>Follows a member path of evidence through a record, by the contract of the wire format.</summary>
internal static class MemberResolver
{
    /// <summary>Whether the path names a member that the record can have.</summary>
    /// <param name="record">The record that the evidence stands on.</param>
    /// <param name="path">The path.</param>
    /// <param name="value">The member's value, or null where it is absent.</param>
    public static bool TryResolve(object record, MemberPath path, out object? value)
    {
        value = record;
        foreach (var part in path.ToString().Split('.'))
        {
            switch (value)
            {
                case null:
                    return false;
                case IValueList list:
                    if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index >= list.Count)
                    {
                        value = null;
                        return false;
                    }

                    value = list.ItemAt(index);
                    break;
                case SeriesDimensions dimensions:
                    var codes = Dimension.TryParse(part, out var dimension) ? dimensions[dimension] : [];
                    value = codes.IsEmpty ? null : codes;
                    break;
                default:
                    if (IsLeaf(value) || JsonContract.Of(value.GetType()).Find(part) is not { } member)
                    {
                        value = null;
                        return false;
                    }

                    value = member.Property.Get!(value);
                    value = value is IValueList { Count: 0 } or SeriesDimensions { Count: 0 } ? null : value;
                    break;
            }
        }

        return true;
    }

    /// <summary>Whether a value says itself that something of it is not there.</summary>
    public static bool IsMasked(object value) => value switch
    {
        Measure measure => measure.Missing is not null,
        PartialDate date => date.IsMasked,
        ReportingPeriod period => period.IsMasked,
        string text => HasMask(text),
        LocalizedText text => HasMask(text.Zh),
        NumberedSlogan slogan => HasMask(slogan.Text),
        SloganPart part => part.Missing is not null,
        PostParty post => post.Title is { } title && HasMask(title),
        _ => false,
    };

    private static bool IsLeaf(object value) => value is string or ValueType and not Measure;

    private static bool HasMask(string text) => text.AsSpan().ContainsAny("*＊×□■");
}
