using NodaTime;

namespace KejiDomain.Validation;

/// <summary>The rules on names and dates of documents, meetings, programs and recognitions.</summary>
internal sealed class DateRules(PolicyDataset dataset, Action<Issue> report)
{
    private Dictionary<string, Document>? _documents;

    private Dictionary<string, Meeting>? _meetings;

    public void Run()
    {
        for (var i = 0; i < dataset.Documents.Count; i++)
        {
            Check(dataset.Documents[i], i);
        }

        for (var i = 0; i < dataset.Meetings.Count; i++)
        {
            Check(dataset.Meetings[i], i);
        }

        for (var i = 0; i < dataset.Programs.Count; i++)
        {
            var program = dataset.Programs[i];
            var at = new Place("programs", i);
            NameRules.CheckPlan(program.Name.Zh, program.Period, at.Period, report);
            NameRules.CheckAnniversary(program.Name.Zh, program.Period, at.Period, report);
        }

        for (var i = 0; i < dataset.Recognitions.Count; i++)
        {
            if (dataset.Recognitions[i] is { Name: { } name } recognition)
            {
                var at = new Place("recognitions", i);
                NameRules.CheckOrdinal(name.Zh, recognition.Edition, "届次", at.Edition, report);
                NameRules.CheckOrdinal(name.Zh, recognition.Batch, "批", at.Batch, report);
            }
        }
    }

    private void Check(Document document, int index)
    {
        var at = new Place("documents", index);
        NameRules.CheckPlan(document.Title.Zh, document.Period, at.Period, report);
        NameRules.CheckAnniversary(document.Title.Zh, document.IssuedOn ?? document.PublishedOn, at.Period, report);
        NameRules.CheckNumber(document, at.Number, report);
        CheckOrder(document.SignedOn, ("Signing", "签发"), document.IssuedOn, ("issue", "印发"), at.SignedOn);
        CheckOrder(document.IssuedOn ?? document.SignedOn, ("Issue", "印发"), document.PublishedOn, ("publication", "公开"), at.IssuedOn);
        for (var i = 0; i < document.Relations.Count; i++)
        {
            Check(document, document.Relations[i], at, i);
        }
    }

    private void CheckOrder(PartialDate? first, IssueArgument what, PartialDate? second, IssueArgument than, string path)
    {
        if (first is { } early && second is { } late && early.Earliest > late.Latest)
        {
            report(Issue.Of(IssueCodes.DatesOutOfOrder, path, what, early.ToString(), than, late.ToString()));
        }
    }

    // What a document reads out, cites or carries out was there before it; what it reports had been held.
    private void Check(Document document, DocumentLink link, Place at, int index)
    {
        var used = DateOf(document);
        if (link.Kind == DocumentRelation.ReportsOn && document.PublishedOn is { } reported && FindMeeting(link.To) is { On: { } on } && on.Earliest > reported.Latest)
        {
            report(Issue.Of(IssueCodes.MeetingAfterPublication, at.PublishedOn, on.ToString(), document.Id.ToString(), reported.ToString()));
        }
        else if (link.Kind == DocumentRelation.ReadsOut && used is { } issued && FindMeeting(link.To) is { On: { Latest: { } held } day } && issued.Earliest > held)
        {
            report(Issue.Of(IssueCodes.DocumentBeforeIssue, at.Relation(index), document.Title.Zh, issued.ToString(), day.ToString()));
        }
        else if (used is { } date && IsUse(link.Kind) && FindDocument(link.To) is { } other && DateOf(other) is { } there && there.Earliest > date.Latest)
        {
            report(Issue.Of(IssueCodes.DocumentBeforeIssue, at.Relation(index), other.Title.Zh, there.ToString(), date.ToString()));
        }
    }

    private void Check(Meeting meeting, int index)
    {
        var at = new Place("meetings", index);
        NameRules.CheckOrdinal(meeting.Name.Zh, meeting.Edition, "届次", at.Edition, report);
        NameRules.CheckAnniversary(meeting.Name.Zh, meeting.On, at.On, report);
        if (meeting.On?.Latest is { } held)
        {
            CheckRead(meeting.Outline, held, meeting.On.Value, at.Outline);
        }

        if (meeting.Attendance?.Interval?.High is { } most && Listed(meeting) is var listed && listed > most)
        {
            report(Issue.Of(IssueCodes.DeclaredMismatch, at.Attendance, meeting.Attendance.Value.ToString(), listed));
        }
    }

    // 宣读, 传达: what the nodes of that verb are about had been issued by then. The depth of reading bounds that of the tree.
    private void CheckRead(ValueList<OutlineNode> nodes, LocalDate held, ReportingPeriod on, string path)
    {
        for (var i = 0; i < nodes.Count; i++)
        {
            var node = nodes[i];
            if (node.Verb is { } verb && (verb.Contains("宣读", StringComparison.Ordinal) || verb.Contains("传达", StringComparison.Ordinal)))
            {
                foreach (var about in node.About)
                {
                    if (FindDocument(about) is { } document && DateOf(document) is { } issued && issued.Earliest > held)
                    {
                        report(Issue.Of(IssueCodes.DocumentBeforeIssue, JsonLocator.Item(path, i), document.Title.Zh, issued.ToString(), on.ToString()));
                    }
                }
            }

            if (!node.Items.IsEmpty)
            {
                CheckRead(node.Items, held, on, JsonLocator.Item(path, i) + ".items");
            }
        }
    }

    // The people named one by one, each once: groups and bodies have no head count that could be told from theirs.
    private static int Listed(Meeting meeting)
    {
        var people = new HashSet<string>(StringComparer.Ordinal);
        foreach (var participation in meeting.Participants)
        {
            foreach (var party in participation.Parties.Items)
            {
                if (party is ReferredParty { To.IsDivision: false } referred)
                {
                    people.Add(referred.To.ToString());
                }
            }
        }

        return people.Count;
    }

    private static PartialDate? DateOf(Document document) => document.IssuedOn ?? document.SignedOn ?? document.PublishedOn;

    private static bool IsUse(DocumentRelation kind) =>
        kind == DocumentRelation.Cites || kind == DocumentRelation.ReadsOut || kind == DocumentRelation.Conveys || kind == DocumentRelation.Implements
        || kind == DocumentRelation.BasedOn || kind == DocumentRelation.Forwards || kind == DocumentRelation.Interprets || kind == DocumentRelation.Summarizes
        || kind == DocumentRelation.RepliesTo || kind == DocumentRelation.Reprints || kind == DocumentRelation.Repeals || kind == DocumentRelation.Amends
        || kind == DocumentRelation.Supersedes || kind == DocumentRelation.Deepens;

    private Document? FindDocument(Reference to) => (_documents ??= Index(dataset.Documents)).GetValueOrDefault(to.ToString());

    private Meeting? FindMeeting(Reference to) => (_meetings ??= Index(dataset.Meetings)).GetValueOrDefault(to.ToString());

    private static Dictionary<string, T> Index<T>(ValueList<T> records)
        where T : IEntity
    {
        var index = new Dictionary<string, T>(records.Count, StringComparer.Ordinal);
        foreach (var record in records)
        {
            index.TryAdd(record.Key.ToString(), record);
        }

        return index;
    }
}
