namespace KejiDomain.Validation;

/// <summary>Takes the issues that rules find, placed in the file and ranked as the options say; so many as are to be listed, and counts the rest.</summary>
internal sealed class IssueSink(PolicyDataset dataset, ValidationOptions options, DroppedParts dropped, int capacity)
{
    // What a record lacks means nothing where the reader had to leave something of it out.
    private static readonly HashSet<string> OfAbsence =
    [
        IssueCodes.MeasureEmpty, IssueCodes.AmountAndRange, IssueCodes.ClaimEmpty, IssueCodes.ObservationEmpty, IssueCodes.RuleEmpty, IssueCodes.RepairIncomplete,
        IssueCodes.NoEvidence, IssueCodes.EvidenceEmpty, IssueCodes.BasisWithoutReason, IssueCodes.PrintedMismatch,
    ];

    // Nor is it known that words stand nowhere, where a citation could not be read.
    private static readonly HashSet<string> OfWords = [IssueCodes.ReadingNotInSpan, IssueCodes.PrintedNotInSpan];

    // A slogan counts what is in its record.
    private static readonly HashSet<string> OfCounts = [IssueCodes.SloganMismatch, IssueCodes.SloganTextMismatch];

    private int _further = dropped.Further;

    private Severity _severity = dropped.FurtherSeverity;

    /// <summary>The issues with the paths that they have in the file.</summary>
    public List<Issue> Issues { get; } = [];

    /// <summary>What says how many more there are, as grave as the gravest of them; or null.</summary>
    public Issue? Further => _further == 0 ? null : Issue.Of(IssueCodes.FurtherIssues, "$", _further) with { Severity = _severity };

    public void Add(Issue issue)
    {
        if (IsOfHole(issue) || options.Rank(issue) is not { } ranked)
        {
            return;
        }

        if (Issues.Count < capacity)
        {
            // Keys and places are made only for what is listed.
            Issues.Add(ranked with
            {
                Key = IssueKeys.Of(dataset, issue.Path),
                Path = dropped.Original(issue.Path),
                Related = issue.Related.Select(dropped.Original).ToValueList(),
            });
        }
        else
        {
            _further++;
            _severity = ranked.Severity > _severity ? ranked.Severity : _severity;
        }
    }

    private bool IsOfHole(Issue issue) =>
        OfAbsence.Contains(issue.Code) ? dropped.HasHole(dropped.Original(issue.Path))
        : OfWords.Contains(issue.Code) ? dropped.HasHoleAround(dropped.Original(issue.Path))
        : OfCounts.Contains(issue.Code) ? dropped.HasHoleWithin(RecordOf(dropped.Original(issue.Path)))
        : issue.Code == IssueCodes.PartOutsideSlogan ? IsOfSlogan(dropped.Original(issue.Path))
        : issue.Code == IssueCodes.UnresolvedMember && IsOfHole(dropped.Original(issue.Path), issue.Arguments[0]);

    // The slogan of a record around the node lacks a part that could not be read.
    private bool IsOfSlogan(string part)
    {
        for (var end = part.LastIndexOf('.'); end > 0; end = part.LastIndexOf('.', end - 1))
        {
            if (dropped.HasHoleWithin(part[..end] + ".slogan"))
            {
                return true;
            }
        }

        return false;
    }

    private static string RecordOf(string slogan) => slogan[..slogan.LastIndexOf(".slogan", StringComparison.Ordinal)];

    // The member of which evidence speaks, or a record around it, is one that could not be read.
    private bool IsOfHole(string path, string member)
    {
        var statement = path[..path.LastIndexOf(".evidence[", StringComparison.Ordinal)];
        return dropped.HasHole(statement)
            || dropped.HasHoleAround(statement + string.Concat(member.Split('.').Select(m => char.IsAsciiDigit(m[0]) ? $"[{m}]" : $".{m}")));
    }
}
