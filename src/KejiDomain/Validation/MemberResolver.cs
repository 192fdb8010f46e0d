using System.Globalization;

namespace KejiDomain.Validation;

/// <summary>Follows a member path of evidence through a record, by the contract of the wire format. The ways are generated.</summary>
internal static partial class MemberResolver
{
    /// <summary>Whether the path names a member that the record can have.</summary>
    /// <param name="record">The record that the evidence stands on.</param>
    /// <param name="path">The path.</param>
    /// <param name="value">What the member holds.</param>
    public static bool TryResolve(IStatement record, MemberPath path, out MemberValue value)
    {
        value = default;
        return Start(record, path.ToString(), ref value);
    }

    private static bool Find(Party? party, ReadOnlySpan<char> path, ref MemberValue found) => party switch
    {
        PostParty post => Find(post, path, ref found),
        GroupParty group => Find(group, path, ref found),
        _ => path.IsEmpty && found.Set(party),
    };

    private static bool Find(SeriesDimensions dimensions, ReadOnlySpan<char> path, ref MemberValue found)
    {
        if (path.IsEmpty)
        {
            return found.Set(dimensions.Count > 0);
        }

        var codes = Dimension.TryParse(Next(ref path), out var dimension) ? dimensions[dimension] : [];
        return path.IsEmpty ? found.Set(!codes.IsEmpty) : Index(ref path, codes.Count, out _) && path.IsEmpty && found.Set(true);
    }

    // The first part of a path, which moves on; no part is empty.
    private static ReadOnlySpan<char> Next(ref ReadOnlySpan<char> path)
    {
        var dot = path.IndexOf('.');
        var part = dot < 0 ? path : path[..dot];
        path = dot < 0 ? default : path[(dot + 1)..];
        return part;
    }

    private static bool Index(ref ReadOnlySpan<char> path, int count, out int index) =>
        int.TryParse(Next(ref path), NumberStyles.None, CultureInfo.InvariantCulture, out index) && index < count;
}

/// <summary>What a member holds, as far as rules on evidence ask.</summary>
internal struct MemberValue
{
    private object? _record;

    private bool _isMasked;

    /// <summary>Whether the member is there at all.</summary>
    public bool IsThere { get; private set; }

    /// <summary>The date or period that the member is.</summary>
    public ReportingPeriod? Date { get; private set; }

    /// <summary>Whether the member says itself that something of it is not there.</summary>
    public readonly bool IsMasked => _record switch
    {
        string text => HasMask(text),
        LocalizedText text => HasMask(text.Zh),
        NumberedSlogan slogan => HasMask(slogan.Text),
        SloganPart part => part.Missing is not null,
        PostParty post => post.Title is { } title && HasMask(title),
        _ => _isMasked || Date is { IsMasked: true },
    };

    public bool Set(bool isThere)
    {
        IsThere = isThere;
        return true;
    }

    public bool Set(object? record)
    {
        _record = record;
        IsThere = record is not null;
        return true;
    }

    public bool Set(ReportingPeriod period)
    {
        Date = period;
        IsThere = true;
        return true;
    }

    public bool Set(PartialDate date) => Set((ReportingPeriod)date);

    public bool Set(in Measure measure)
    {
        _isMasked = measure.Missing is not null;
        IsThere = true;
        return true;
    }

    public static bool HasMask(string text) => text.AsSpan().ContainsAny("*＊×□■");
}
