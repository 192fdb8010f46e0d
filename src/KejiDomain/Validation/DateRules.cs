using NodaTime;

namespace KejiDomain.Validation;

/// <summary>The rules on names and dates of documents, meetings, programs and recognitions.</summary>
internal readonly ref struct DateRules(PolicyDataset dataset, RecordIndex index, Action<Issue> report)
{
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
            var at = new RecordPlace("programs", i);
            NameRules.CheckPlan(program.Name.Zh, "name", program.Period, at, report);
            NameRules.CheckAnniversary(program.Name.Zh, program.Period, at, "period", report, ahead: 1);
        }

        for (var i = 0; i < dataset.Recognitions.Count; i++)
        {
            if (dataset.Recognitions[i] is { Name: { } name } recognition)
            {
                var at = new RecordPlace("recognitions", i);
                NameRules.CheckOrdinal(name.Zh, recognition.Edition, "届次", at, "edition", report);
                NameRules.CheckOrdinal(name.Zh, recognition.Batch, "批", at, "batch", report);
            }
        }
    }

    private void Check(Document document, int index)
    {
        var at = new RecordPlace("documents", index);
        NameRules.CheckPlan(document.Title.Zh, "title", document.Period, at, report);
        NameRules.CheckAnniversary(document.Title.Zh, document.IssuedOn ?? document.PublishedOn, at, document.IssuedOn is null ? "publishedOn" : "issuedOn", report, ahead: 1);
        NameRules.CheckNumber(document, at, report);
        CheckOrder(document.SignedOn, ("Signing", "签发"), document.IssuedOn, ("issue", "印发"), at, "signedOn");
        CheckOrder(document.IssuedOn ?? document.SignedOn, ("Issue", "印发"), document.PublishedOn, ("publication", "公开"), at, "issuedOn");
        for (var i = 0; i < document.Relations.Count; i++)
        {
            if (document.Relations[i].To.ToString() == document.Id.ToString())
            {
                report(Issue.Of(IssueCodes.SelfReference, JsonLocator.Item(at.Member("relations"), i) + ".to", document.Id.ToString()));
            }
            else
            {
                Check(document, document.Relations[i], at, i);
            }
        }
    }

    private void CheckOrder(PartialDate? first, (string En, string Zh) what, PartialDate? second, (string En, string Zh) than, RecordPlace at, string member)
    {
        if (first is { } early && second is { } late && early.Earliest > late.Latest)
        {
            report(Issue.Of(IssueCodes.DatesOutOfOrder, at.Member(member), what, early.ToString(), than, late.ToString()));
        }
    }

    // What a document reads out, cites or carries out was there before it; what it reports had been held.
    private void Check(Document document, DocumentLink link, RecordPlace at, int index)
    {
        if (link.Kind == DocumentRelation.ReportsOn && document.PublishedOn is { } reported && FindMeeting(link.To) is { On: { } on } && on.Earliest > reported.Latest)
        {
            report(Issue.Of(IssueCodes.MeetingAfterPublication, at.Member("publishedOn"), on.ToString(), document.Id.ToString(), reported.ToString()));
        }
        else if (link.Kind == DocumentRelation.ReadsOut && UsableFrom(document) is { } issued && FindMeeting(link.To) is { On: { Latest: { } held } day } && issued.Earliest > held)
        {
            report(Issue.Of(IssueCodes.DocumentBeforeIssue, JsonLocator.Item(at.Member("relations"), index), document.Title.Zh, issued.ToString(), day.ToString()));
        }
        else if ((document.IssuedOn ?? document.SignedOn ?? document.PublishedOn) is { } date && IsUse(link.Kind) && FindDocument(link.To) is { } other && UsableFrom(other) is { } there && there.Earliest > date.Latest)
        {
            report(Issue.Of(IssueCodes.DocumentBeforeIssue, JsonLocator.Item(at.Member("relations"), index), other.Title.Zh, there.ToString(), date.ToString()));
        }
    }

    private void Check(Meeting meeting, int index)
    {
        var at = new RecordPlace("meetings", index);
        NameRules.CheckOrdinal(meeting.Name.Zh, meeting.Edition, "届次", at, "edition", report);
        NameRules.CheckAnniversary(meeting.Name.Zh, meeting.On, at, "on", report);
        if (meeting.On?.Latest is { } held)
        {
            CheckRead(meeting.Outline, held, meeting.On.Value, at, stackalloc int[ReadLimits.DefaultDepth], 0);
        }

        if (meeting.Attendance?.Interval?.High is { } most && Listed(meeting) is var listed && listed > most)
        {
            report(Issue.Of(IssueCodes.DeclaredMismatch, at.Member("attendance"), meeting.Attendance.Value.ToString(), listed));
        }
    }

    // 宣读, 传达: what the nodes of that verb are about had been issued by then. What lies deeper than can be read is told elsewhere.
    private void CheckRead(ValueList<OutlineNode> nodes, LocalDate held, ReportingPeriod on, RecordPlace at, Span<int> walk, int depth)
    {
        for (var i = 0; i < nodes.Count && depth < walk.Length; i++)
        {
            var node = nodes[i];
            walk[depth] = i;
            if (node.Verb is { } verb && (verb.Contains("宣读", StringComparison.Ordinal) || verb.Contains("传达", StringComparison.Ordinal)))
            {
                foreach (var about in node.About)
                {
                    if (FindDocument(about) is { } document && UsableFrom(document) is { } issued && issued.Earliest > held)
                    {
                        report(Issue.Of(IssueCodes.DocumentBeforeIssue, NodePath(at, walk[..(depth + 1)]), document.Title.Zh, issued.ToString(), on.ToString()));
                    }
                }
            }

            if (!node.Items.IsEmpty)
            {
                CheckRead(node.Items, held, on, at, walk, depth + 1);
            }
        }
    }

    private static string NodePath(RecordPlace at, ReadOnlySpan<int> walk)
    {
        var path = JsonLocator.Item(at.Member("outline"), walk[0]);
        foreach (var index in walk[1..])
        {
            path = JsonLocator.Item(path + ".items", index);
        }

        return path;
    }

    // The people named one by one, each once: groups and bodies have no head count that could be told from theirs.
    private int Listed(Meeting meeting)
    {
        var people = default(IdTable);
        foreach (var participation in meeting.Participants)
        {
            foreach (var party in participation.Parties.Items)
            {
                if (party is ReferredParty { To.IsDivision: false } referred && index.PlaceOf(referred.To.ToString(), RecordKind.Person) is not null)
                {
                    people.NumberOf(referred.To.ToString(), out _);
                }
            }
        }

        var count = people.Count;
        people.Dispose();
        return count;
    }

    // From when on it can be used: a signed document is read out before it is issued, and of one that was only published nobody knows since when it is in use.
    private static PartialDate? UsableFrom(Document document) => document.SignedOn ?? document.IssuedOn;

    private static bool IsUse(DocumentRelation kind) =>
        kind == DocumentRelation.Cites || kind == DocumentRelation.ReadsOut || kind == DocumentRelation.Conveys || kind == DocumentRelation.Implements
        || kind == DocumentRelation.BasedOn || kind == DocumentRelation.Forwards || kind == DocumentRelation.Interprets || kind == DocumentRelation.Summarizes
        || kind == DocumentRelation.RepliesTo || kind == DocumentRelation.Reprints || kind == DocumentRelation.Repeals || kind == DocumentRelation.Amends
        || kind == DocumentRelation.Supersedes || kind == DocumentRelation.Deepens;

    private Document? FindDocument(Reference to) => index.PlaceOf(to.ToString(), RecordKind.Document) is { } place ? dataset.Documents[place] : null;

    private Meeting? FindMeeting(Reference to) => index.PlaceOf(to.ToString(), RecordKind.Meeting) is { } place ? dataset.Meetings[place] : null;
}
