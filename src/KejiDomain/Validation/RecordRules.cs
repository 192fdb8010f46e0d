namespace KejiDomain.Validation;

/// <summary>The rules that look at one record at a time: codes, references, entities, evidence.</summary>
internal sealed class RecordRules : DatasetVisitor
{
    // Letters; a real data set compares some hundred thousand.
    private const long MaxCompared = 2_000_000_000;

    private readonly RecordIndex _index;

    private readonly ValidationOptions _options;

    private readonly Action<Issue> _report;

    private readonly Stack<Frame> _frames = new();

    private readonly Stack<NumberedSlogan?> _slogans = new();

    private Dictionary<SourceId, RepairedText>? _repaired;

    private long _comparable = MaxCompared;

    private string? _sourceId;

    private Source? _source;

    // The damage that evidence last named, and mostly names again by the same string.
    private string? _damageId;

    private NodaTime.LocalDate? _published;

    public RecordRules(RecordIndex index, ValidationOptions options, Action<Issue> report)
    {
        _index = index;
        _options = options;
        _report = report;
        VisitsTexts = options.Texts.Count > 0;
    }

    public void Run(PolicyDataset dataset)
    {
        _published = ValidityRules.Published(dataset);
        Visit(dataset);
    }

    protected override void Enter(Source record) => CheckText(record);

    protected override void Enter(DamagePattern record) => CheckDamage(record);

    protected override void Enter(ExternalIdentifier record) => CheckIdentifier(record);

    protected override void Enter(Claim record)
    {
        if (record.Position is { } position)
        {
            if (record.Field?.Interval?.High is { } field && position > field)
            {
                Report(IssueCodes.RankOutsideField, PathTo("position"), position, field);
            }
        }
        else if (record is { Measure: null, Band: null, Word: null, Run: null })
        {
            Report(IssueCodes.ClaimEmpty, Path);
        }
    }

    protected override void Enter(Observation record)
    {
        if (record is { Claims.IsEmpty: true, Measure: null })
        {
            Report(IssueCodes.ObservationEmpty, Path);
        }
    }

    protected override void Enter(Rule record)
    {
        if (record is { Amount: null, Rate: null, Cap: null, Brackets.IsEmpty: true })
        {
            Report(IssueCodes.RuleEmpty, Path);
        }
    }

    protected override void Enter(PartyList record)
    {
        if (record.Completeness == ListCompleteness.Excess)
        {
            Report(IssueCodes.DeclaredMismatch, Path, record.Declared!.Value.Value!.Value, record.Items.Count);
        }
    }

    protected override void Enter(PolicyProgram record)
    {
        _slogans.Push(record.Slogan);
        if (record.Slogan is { } slogan)
        {
            CheckSlogan(slogan, record.Outline);
            CheckParts(slogan, null);
        }
    }

    protected override void Enter(OutlineNode record) => CheckNode(record);

    protected override void Leave(PolicyProgram record) => _slogans.Pop();

    protected override void Leave(OutlineNode record) => _slogans.Pop();

    protected override void LeaveStatement() => _frames.Pop();

    protected override void TooDeep() => Report(IssueCodes.TooDeep, Path, ReadLimits.DefaultDepth);

    protected override void Enter(in Measure record)
    {
        var hasRange = record.Low is not null || record.High is not null;
        if (record.Missing is { } reason && (record.Amount is not null || hasRange))
        {
            Report(IssueCodes.MissingWithValue, Path, "measure", Literal(reason));
        }
        else if (record.Missing is null && record.Amount is null && !hasRange)
        {
            Report(IssueCodes.MeasureEmpty, Path);
        }
        else if (hasRange && (record.Amount is not null || record.Low is null || record.High is null))
        {
            Report(IssueCodes.AmountAndRange, Path);
        }
        else if (record.Low > record.High)
        {
            Report(IssueCodes.RangeReversed, Path, record.Low!.Value, record.High!.Value);
        }

        if (record.Printed is { } printed)
        {
            if (IsPrinted(printed) == false)
            {
                Report(IssueCodes.PrintedNotInSpan, PathTo("printed"), printed);
            }
            else if (record.Missing is null && (record.Amount is not null ? !hasRange : record.Low is not null && record.High is not null))
            {
                CheckPrinted(record, printed);
            }
        }
    }

    protected override void Text(string text) => CheckReading(text);

    protected override void UnknownCode(string code, CodeList list)
    {
        if (list != Indicator.CodeList || !_index.HasIndicator(code))
        {
            Report(IssueCodes.UnknownCode, Path, code, list.Name);
        }
    }

    protected override void Dimension(DimensionValue dimension)
    {
        if (dimension.Dimension.Definition is not { } definition)
        {
            Report(IssueCodes.DimensionNotKnown, Path, dimension.Dimension.ToString());
            return;
        }

        if (definition.GetExtra("values") is not { } name)
        {
            return;
        }

        var list = CodeList.Get(name);
        foreach (var code in dimension.Codes)
        {
            if (!list.Contains(code.ToString()))
            {
                Report(IssueCodes.UnknownCode, Path, code.ToString(), name);
            }
        }
    }

    protected override void Refer(Reference to, RecordKind allowed)
    {
        if (to.IsDivision)
        {
            if ((allowed & RecordKind.Division) == 0)
            {
                Report(IssueCodes.WrongKind, Path, to.ToString(), RecordKinds.Name(RecordKind.Division), RecordKinds.Name(allowed));
            }
            else
            {
                CheckDivision(to.ToString());
            }
        }
        else if (!to.IsEmpty)
        {
            ReferTo(to.ToString(), allowed);
        }
    }

    protected override void Refer(SourceId to, RecordKind allowed) => ReferTo(to.ToString(), allowed);

    protected override void Cite(Citation citation) => CheckSpan(citation);

    protected override void Period(ReportingPeriod period)
    {
        if (period.IsRange && period.Earliest > period.Latest)
        {
            Report(IssueCodes.PeriodReversed, Path, period.ToString());
        }
    }

    internal static IssueArgument Literal(MissingReason reason) => reason switch
    {
        MissingReason.Redacted => ("redacted", "隐去"),
        MissingReason.Lost => ("lost", "丢失"),
        MissingReason.Blank => ("blank", "空白"),
        _ => ("unknown", "不明"),
    };

    private static IssueArgument Literal(EvidenceBasis basis) => basis switch
    {
        EvidenceBasis.Restored => ("restored", "复原"),
        EvidenceBasis.Inferred => ("inferred", "推断"),
        _ => ("external", "外部"),
    };

    private void Report(string code, string path, params ReadOnlySpan<IssueArgument> arguments) => _report(Issue.Of(code, path, arguments));

    // What is printed, read by itself, is the figure; the unit, and 万 with it, may stand elsewhere in the phrase.
    private void CheckPrinted(in Measure measure, string printed)
    {
        if (Measure.TryReadPrinted(printed, measure.Noun, out var read) && read.Missing is null && Differing(measure, read) is { } part && !IsExplained(part))
        {
            Report(IssueCodes.PrintedMismatch, Path, printed, read.ToString(), (measure with { Printed = null }).ToString());
        }
    }

    // The part of the measure that is not what is printed, or null.
    private static string? Differing(in Measure measure, in Measure read)
    {
        var isSame = read.Multiplier is null
            ? measure.Amount == read.Amount && measure.Low == read.Low && measure.High == read.High
            : measure.Value == read.Value && measure.Scale(measure.Low) == read.Scale(read.Low) && measure.Scale(measure.High) == read.Scale(read.High);
        return !isSame ? "amount"
            : read.Unit != UnitOfMeasure.Count && read.Unit != measure.Unit ? "unit"
            : read.Qualifier is not null && read.Qualifier != measure.Qualifier ? "qualifier"
            : null;
    }

    // Whether evidence says of the member that is visited, of one around it or of a part of it, how it was read.
    private bool IsExplained(string part)
    {
        if (!_frames.TryPeek(out var frame))
        {
            return false;
        }

        var member = MemberFrom(frame.Depth);
        foreach (var evidence in frame.Statement.Evidence)
        {
            if (evidence.Of?.ToString() is { } of
                && (of == member || of == $"{member}.{part}" || member.StartsWith(of + ".", StringComparison.Ordinal))
                && (evidence.Printed is not null || evidence.Doubt is not null || evidence.Missing is not null || evidence.Basis is not (null or EvidenceBasis.Stated)))
            {
                return true;
            }
        }

        return false;
    }

    private void CheckIdentifier(ExternalIdentifier identifier)
    {
        var isWrong = identifier.Scheme == IdentifierScheme.Uscc ? !UnifiedSocialCreditCode.TryParse(identifier.Value, out _)
            : identifier.Scheme == IdentifierScheme.Orgcode && !OrganizationCode.TryParse(identifier.Value, out _);
        if (isWrong && !MemberValue.HasMask(identifier.Value) && !IsExplained("value"))
        {
            var definition = identifier.Scheme.Definition!;
            Report(IssueCodes.IdentifierCheckFails, PathTo("value"), identifier.Value, (definition.En.ToLowerInvariant(), definition.Zh));
        }
    }

    // A code that was abolished or came later is known, but not of the day on which the text was published.
    private void CheckDivision(string code)
    {
        var current = Gazetteer.TryGet(code, out var division);
        if (current && division!.IsFunctionalZone)
        {
            division = null;
        }
        else if (current ? division is { Since: null, Until: null } || _published is null : DivisionCode.TryParse(code, out _) && (division = Former(code)) is not null && _published is null)
        {
            return;
        }

        if (division is null)
        {
            Report(IssueCodes.UnknownDivision, Path, code, Iso(Gazetteer.ListedOn));
        }
        else if (!Gazetteer.TryGet(DivisionCode.Parse(code.AsSpan()), _published!.Value, out _))
        {
            Report(
                IssueCodes.DivisionNotInForce,
                Path,
                $"{code} {division.Name}",
                $"{(division.Since is { } since ? Iso(since) : "..")}/{(division.Until is { } until ? Iso(until.PlusDays(-1)) : "..")}",
                Iso(_published.Value));
        }
    }

    private static Division? Former(string code)
    {
        foreach (var former in Gazetteer.Former)
        {
            if (former.Code.ToString() == code)
            {
                return former;
            }
        }

        return null;
    }

    private static string Iso(NodaTime.LocalDate day) => NodaTime.Text.LocalDatePattern.Iso.Format(day);

    private void ReferTo(string identifier, RecordKind allowed)
    {
        var kind = _index.KindOf(identifier);
        if (kind == RecordKind.None)
        {
            Report(IssueCodes.DanglingReference, Path, identifier);
        }
        else if (kind is { } found && (found & allowed) == 0)
        {
            Report(IssueCodes.WrongKind, Path, identifier, RecordKinds.Name(found), RecordKinds.Name(allowed));
        }
    }

    private void CheckNode(OutlineNode node)
    {
        var above = _slogans.TryPeek(out var slogan) ? slogan : null;
        if (node.Part is { } part && part >= (above?.Parts.Count ?? 0))
        {
            Report(IssueCodes.PartOutsideSlogan, PathTo("part"), part, above?.Parts.Count ?? 0);
        }

        _slogans.Push(node.Slogan ?? above);
        if (node.Slogan is { } own)
        {
            CheckSlogan(own, node.Items);
            CheckParts(own, node.Declared);
        }

        if (node.Completeness == ListCompleteness.Excess)
        {
            Report(IssueCodes.DeclaredMismatch, PathTo("declared"), node.Declared!.Value.Value!.Value, node.Items.Count);
        }
    }

    // 十项重点工作 beside a declared ten; and the parts as the words read: 1472 is 1, 4, 7, 2. Where the words do not tell their parts, nothing is held against them.
    private void CheckParts(NumberedSlogan slogan, Measure? declared)
    {
        if (declared?.Value is { } stated && slogan.Parts is [{ Count: { } only }] && stated != only)
        {
            Report(IssueCodes.SloganMismatch, JsonLocator.Item(PathTo("slogan.parts"), 0), 0, slogan.Text, only, stated);
        }

        Span<int> read = stackalloc int[NumberedSlogan.MaxLength];
        if (SloganGrammar.ReadCounts(slogan.Text, read) != slogan.Parts.Count)
        {
            return;
        }

        for (var i = 0; i < slogan.Parts.Count; i++)
        {
            if (read[i] is > 0 and var words && slogan.Parts[i].Count is { } count && words != count)
            {
                Report(IssueCodes.SloganTextMismatch, JsonLocator.Item(PathTo("slogan.parts"), i) + ".count", slogan.Text, i, words, count);
            }
        }
    }

    // A part that counts its members against the nodes that belong to it, wherever they stand below; with one part alone they need not say so.
    private void CheckSlogan(NumberedSlogan slogan, ValueList<OutlineNode> outline)
    {
        if (slogan.Parts.IsEmpty || outline.IsEmpty)
        {
            return;
        }

        // Parts may be as many as the nodes.
        Span<Membership> members = slogan.Parts.Count <= 32 ? stackalloc Membership[slogan.Parts.Count] : new Membership[slogan.Parts.Count];
        CountMembers(outline, members, isOpen: false, depth: 0);
        for (var i = 0; i < slogan.Parts.Count; i++)
        {
            var (listed, open) = (members[i].Count, members[i].IsOpen);
            if (slogan.Parts[i].Count is { } count && (listed > count || (listed > 0 && listed < count && !open)))
            {
                Report(IssueCodes.SloganMismatch, JsonLocator.Item(PathTo("slogan.parts"), i), i, slogan.Text, count, listed);
            }
        }
    }

    // The members of every part in one walk; a node of a part stands for all below it, one with a slogan of its own has parts of its own.
    private static void CountMembers(ValueList<OutlineNode> nodes, Span<Membership> members, bool isOpen, int depth)
    {
        foreach (var node in depth < ReadLimits.DefaultDepth ? nodes : [])
        {
            var part = node.Part is { } at && at >= 0 && at < members.Length && !members[at].IsAround ? at : -1;
            if (part >= 0)
            {
                members[part].Count++;
                members[part].IsOpen |= isOpen;
            }

            if (node.Slogan is null && !node.Items.IsEmpty)
            {
                if (part >= 0)
                {
                    members[part].IsAround = true;
                }

                CountMembers(node.Items, members, isOpen || node.Open is not null, depth + 1);
                if (part >= 0)
                {
                    members[part].IsAround = false;
                }
            }
        }
    }

    private void CheckText(Source source)
    {
        if (!_options.Texts.TryGetValue(source.Id, out var text))
        {
            if (_options.ReportSkipped)
            {
                Report(IssueCodes.TextNotAtHand, PathTo("file"), source.File.Name.ToString());
            }
        }
        else if (text.Sha256 != source.File.Sha256 || text.Length != source.File.Length)
        {
            Report(IssueCodes.DigestMismatch, PathTo("file"), source.File.Name.ToString());
        }
        else
        {
            if (RepairedText.TryCreate(text, source.Damage) is not { } repaired)
            {
                Report(IssueCodes.TextTooLong, PathTo("damage"), text.Length);
                return;
            }

            (_repaired ??= [])[source.Id] = repaired;
            for (var i = 0; i < source.Damage.Count; i++)
            {
                var damage = source.Damage[i];
                if (damage.Times is { } times && (damage.Rule is not null || damage.Printed is not null) && CanCompare(text.Length) && RepairedText.Count(text, damage) is var count && count != times)
                {
                    Report(IssueCodes.DamageCountMismatch, JsonLocator.Item(PathTo("damage"), i) + ".times", count, times);
                }
            }
        }
    }

    private void CheckDamage(DamagePattern damage)
    {
        IssueArgument? lack = damage.Rule switch
        {
            RepairRule.Replace when damage.Printed is null => "printed",
            RepairRule.CharacterMap when damage.Printed is null || damage.Read is null => "printed, read",
            RepairRule.CharacterMap when damage.Printed!.EnumerateRunes().Count() != damage.Read!.EnumerateRunes().Count() => ("two texts of equal length", "等长的两个文本"),
            _ => null,
        };
        if (lack is { } what)
        {
            Report(IssueCodes.RepairIncomplete, Path, damage.Rule == RepairRule.Replace ? "replace" : "character-map", what);
        }
    }

    protected override void EnterStatement(IStatement statement, ValueList<Evidence> evidence)
    {
        var exempt = statement is PolicyDataset or Source or DamagePattern or IndicatorDefinition or IndicatorSeries;
        var above = _frames.TryPeek(out var frame) && frame.IsEvidenced;
        var whole = IsEvidenced(evidence);
        if (!whole && !exempt && !above)
        {
            Report(IssueCodes.NoEvidence, Path);
        }

        _frames.Push(new(statement, !exempt && (whole || above), Depth));
        for (var i = 0; i < evidence.Count; i++)
        {
            // Mostly evidence is a span and nothing else, and lies within the text that was last cited.
            var one = evidence[i];
            if (one.Cite.Count != 1 || !one.HasNoRemarks || !IsWithin(one.Cite[0]))
            {
                Push("evidence", i);
                CheckEvidence(statement, one);
                Pop();
            }
        }
    }

    // Some item stands for the whole record: it cites the words, or says from where outside the text it is known.
    private static bool IsEvidenced(ValueList<Evidence> items)
    {
        foreach (var evidence in items)
        {
            if (evidence.Cite.IsEmpty ? evidence is { Of: null, Basis: EvidenceBasis.External or EvidenceBasis.Inferred } : evidence.Of is null)
            {
                return true;
            }
        }

        return false;
    }

    private void CheckEvidence(IStatement statement, Evidence evidence)
    {
        foreach (var citation in evidence.Cite)
        {
            if (!IsWithin(citation))
            {
                CheckSpan(citation);
            }
        }

        if (evidence.Cite.IsEmpty && evidence.Why is null && evidence.Missing is null && evidence.Doubt is null && evidence.Printed is null)
        {
            Report(IssueCodes.EvidenceEmpty, Path);
        }

        if (evidence.Basis is { } basis and not EvidenceBasis.Stated && evidence.Why is null)
        {
            Report(IssueCodes.BasisWithoutReason, Path, Literal(basis));
        }

        if (evidence.Why is { } why && !ReferenceEquals(why, _damageId) && TextFormat.IsSlug(why))
        {
            if (_index.HasDamage(why))
            {
                _damageId = why;
            }
            else
            {
                Report(IssueCodes.UnknownDamage, PathTo("why"), why);
            }
        }

        if (evidence.Of is { } of)
        {
            var known = MemberResolver.TryResolve(statement, of, out var value);
            if (!known || (!value.IsThere && evidence.Missing is null))
            {
                Report(IssueCodes.UnresolvedMember, PathTo("of"), of.ToString());
            }
            else if (value.IsThere && evidence.Missing is { } reason && !value.IsMasked)
            {
                Report(IssueCodes.MissingWithValue, PathTo("missing"), of.ToString(), Literal(reason));
            }

            if (evidence.Printed is { } words && value.Date is { } date && NameRules.WeekdayMismatch(words, date) is var (printedDay, actualDay))
            {
                Report(IssueCodes.WeekdayMismatch, PathTo("printed"), printedDay, date.ToString(), actualDay);
            }
        }

        if (evidence.Printed is { } printed && _repaired is not null
            && (evidence.Cite.IsEmpty ? IsPrinted(printed) : Joined(evidence.Cite)?.Contains(printed, StringComparison.Ordinal)) == false)
        {
            Report(IssueCodes.PrintedNotInSpan, PathTo("printed"), printed);
        }
    }

    // One citation after another is of the same source, and mostly by the same string.
    private bool IsWithin(in Citation citation) => ReferenceEquals(citation.Source.ToString(), _sourceId) && _source is not null && citation.End <= _source.File.Length;

    private void CheckSpan(in Citation citation)
    {
        if (!ReferenceEquals(citation.Source.ToString(), _sourceId))
        {
            _sourceId = citation.Source.ToString();
            _source = _index.FindSource(citation.Source);
        }

        if (_source is null)
        {
            if (!_index.HasSource(citation.Source))
            {
                _report(Issue.Of(IssueCodes.UnknownSource, Path, citation.Source.ToString()) with { Span = citation });
            }
        }
        else if (citation.End > _source.File.Length)
        {
            _report(Issue.Of(IssueCodes.CitationOutsideText, Path, citation.End, _source.File.Length) with { Span = citation });
        }
    }

    // Evidence, spans and printed texts multiply: what a data set can ask to be compared is bounded, and what lies beyond is an error, for nobody has seen that it is true.
    private bool CanCompare(long letters)
    {
        var before = _comparable;
        _comparable -= letters + 32;
        if (before > 0 && _comparable <= 0)
        {
            Report(IssueCodes.TooMuchToCompare, "$", (int)(MaxCompared / 1_000_000));
        }

        return _comparable > 0;
    }

    // The pieces of one citation joined, or null where a text is not at hand or a piece lies outside it.
    private string? Joined(ValueList<Citation> cite, bool repaired = false)
    {
        var pieces = new List<string>(cite.Count);
        foreach (var citation in cite)
        {
            var piece = _repaired is not null && _repaired.TryGetValue(citation.Source, out var read)
                ? repaired ? read.Slice(citation) : _options.Texts[citation.Source].Slice(citation)
                : null;
            if (piece is null || !CanCompare(piece.Length))
            {
                return null;
            }

            pieces.Add(piece);
        }

        return string.Concat(pieces);
    }

    // Whether a text stands in a span of the record, or of the nearest one around it that has spans; null where that cannot be told.
    private bool? IsPrinted(string printed, bool repaired = false, Func<string, string>? normalise = null)
    {
        if (_repaired is null)
        {
            return null;
        }

        foreach (var frame in _frames)
        {
            bool? found = null;
            if (!CanCompare(frame.Statement.Evidence.Count))
            {
                return null;
            }

            foreach (var evidence in frame.Statement.Evidence)
            {
                if (!evidence.Cite.IsEmpty && Joined(evidence.Cite, repaired) is { } text)
                {
                    found = found == true || (normalise?.Invoke(text) ?? text).Contains(printed, StringComparison.Ordinal);
                }
            }

            if (found is not null)
            {
                return found;
            }
        }

        return null;
    }

    // Names, titles, slogans and verbs must be in the text as repaired, but for marks and blanks, unless evidence says how they were read.
    private void CheckReading(string text)
    {
        if (!_frames.TryPeek(out var frame) || frame.Statement is PolicyDataset or Source or DamagePattern)
        {
            return;
        }

        var member = MemberFrom(frame.Depth);
        if (!IsReading(member))
        {
            return;
        }

        var reading = Bare(text);
        if (!CanCompare(frame.Statement.Evidence.Count))
        {
            return;
        }

        foreach (var evidence in frame.Statement.Evidence)
        {
            if (evidence.Of is { } of && (of.IsAtOrBelow(member) || MemberPath.Parse(member).IsAtOrBelow(of.ToString())))
            {
                if (evidence.Basis is not (null or EvidenceBasis.Stated) || evidence.Missing is not null || evidence.Printed is not null
                    || Joined(evidence.Cite, repaired: true) is not { } cited || Bare(cited).Contains(reading, StringComparison.Ordinal))
                {
                    return;
                }
            }
        }

        if (IsPrinted(reading, repaired: true, Bare) == false)
        {
            Report(IssueCodes.ReadingNotInSpan, Path, text);
        }
    }

    private static bool IsReading(string member) =>
        member is "name.zh" or "title" or "title.zh" or "slogan.text" or "verb"
        || (member.StartsWith("aliases.", StringComparison.Ordinal) && member.EndsWith(".zh", StringComparison.Ordinal));

    private static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && !"“”‘’\"'《》〈〉「」『』".Contains(c, StringComparison.Ordinal)));

    private struct Membership
    {
        public int Count;

        public bool IsOpen;

        public bool IsAround;
    }

    private readonly record struct Frame(IStatement Statement, bool IsEvidenced, int Depth);
}
