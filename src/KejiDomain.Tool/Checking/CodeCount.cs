namespace KejiDomain.Tool.Checking;

/// <summary>How often a code was reported.</summary>
internal readonly record struct CodeCount(IssueDefinition Definition, Severity Severity, int Count)
{
    /// <summary>The codes of all files, in the order of the codes; one that was reported more and less gravely comes twice.</summary>
    public static IReadOnlyList<CodeCount> Of(IEnumerable<CheckedFile> files) =>
    [
        .. files.SelectMany(f => f.Report.Issues)
            .GroupBy(i => (i.Code, i.Severity))
            .OrderBy(g => g.Key.Code, StringComparer.Ordinal)
            .ThenByDescending(g => g.Key.Severity)
            .Select(g => new CodeCount(IssueDefinition.Find(g.Key.Code) ?? Unlisted(g.First()), g.Key.Severity, g.Count())),
    ];

    // A rule of a user's own: its code is in no table of ours.
    private static IssueDefinition Unlisted(Issue issue) => new()
    {
        Code = issue.Code,
        Severity = issue.Severity,
        Title = issue.Code,
        TitleZh = issue.Code,
        Message = issue.Message,
        MessageZh = issue.MessageZh,
        Help = string.Empty,
        HelpZh = string.Empty,
    };
}
