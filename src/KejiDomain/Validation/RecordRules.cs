namespace KejiDomain.Validation;

/// <summary>The rules that look at one record at a time: codes, references, entities, evidence.</summary>
internal sealed partial class RecordRules : DatasetVisitor
{
    // A few are held against each other.
    private const int FewItems = 16;

    // The stacks of the last run on this thread serve the next.
    [ThreadStatic]
    private static RecordRules? _spare;

    private RecordIndex _index = null!;

    private ValidationOptions _options = null!;

    private Action<Issue> _report = null!;

    private NodaTime.LocalDate? _published;

    // Divisions that were found to be in order: each is mostly named again by the same string, at a place that its digits tell.
    private readonly string?[] _divisions = new string?[16];

    private RecordRules()
    {
    }

    public static void Run(PolicyDataset dataset, RecordIndex index, ValidationOptions options, Action<Issue> report)
    {
        var rules = _spare ?? new();
        _spare = null;
        (rules._index, rules._options, rules._report, rules._published) = (index, options, report, ValidityRules.Published(dataset));
        rules.VisitsTexts = options.Texts.Count > 0;
        rules.Visit(dataset);
        rules.Forget();
        _spare = rules;
    }

    // Nothing of a data set is kept alive.
    private void Forget()
    {
        (_index, _options, _report) = (null!, null!, null!);
        (_damageId, _repaired, _comparable) = (null, null, MaxCompared);
        (_sourceId, _source, _length) = (null, null, -1);
        _frames.AsSpan().Clear();
        _divisions.AsSpan().Clear();
    }

    protected override void Enter(Source record)
    {
        CheckDamageIds(record.Damage);
        CheckText(record);
    }

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
        CheckItems(record.Items);
        if (record.Completeness == ListCompleteness.Excess)
        {
            Report(IssueCodes.DeclaredMismatch, Path, record.Declared!.Value.Value!.Value, record.Items.Count);
        }
    }

    protected override void Enter(PostParty record)
    {
        if (record.Title is { } title && TitleRules.Excludes(title, record.Post, out var posts) && !IsExplained("post"))
        {
            ReportTitle(PathTo("post"), title, posts, record.Post);
        }
    }

    protected override void Enter(Appointment record)
    {
        for (var i = 0; record.Title is { } title && i < record.Posts.Count; i++)
        {
            if (TitleRules.Excludes(title, record.Posts[i].Post, out var posts) && !IsExplained($"posts.{i}.post"))
            {
                ReportTitle(JsonLocator.Item(PathTo("posts"), i) + ".post", title, posts, record.Posts[i].Post);
            }
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

    protected override void Enter(OutlineNode record)
    {
        if (record.HasDetails)
        {
            CheckNode(record);
        }
    }

    protected override void Leave(PolicyProgram record) => _slogans.Pop();

    protected override void Leave(OutlineNode record)
    {
        if (record.HasDetails)
        {
            _slogans.Pop();
        }
    }

    protected override void LeaveStatement() => _around--;

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
            Report(IssueCodes.DimensionNotKnown, PathTo(dimension.Dimension.ToString()), dimension.Dimension.ToString());
        }
        else if (definition.Values is { } list)
        {
            foreach (var code in dimension.Codes)
            {
                if (!list.Contains(code.ToString()))
                {
                    Report(IssueCodes.UnknownCode, PathTo(dimension.Dimension.ToString()), code.ToString(), list.Name);
                }
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

    private void CheckIdentifier(ExternalIdentifier identifier)
    {
        if (!IdentifierForms.IsPossible(identifier.Scheme, identifier.Value) && !MemberValue.HasMask(identifier.Value) && !IsExplained("value"))
        {
            Report(IssueCodes.IdentifierCheckFails, PathTo("value"), identifier.Value, IdentifierForms.NameOf(identifier.Scheme));
        }
    }

    private void ReportTitle(string path, string title, ValueList<TitlePost> posts, OfficialPost post)
    {
        var definitions = posts.Select(p => p.Post.Definition!).ToArray();
        Report(
            IssueCodes.PostNotOfTitle,
            path,
            title,
            (string.Join(", ", definitions.Select(d => d.En)), string.Join('、', definitions.Select(d => d.Zh))),
            (post.Definition!.En, post.Definition.Zh));
    }

    // A code that was abolished or came later is known, but not of the day on which the text was published.
    private void CheckDivision(string code)
    {
        ref var known = ref _divisions[(code[code.Length / 2] + (3 * code[^1])) % _divisions.Length];
        if (ReferenceEquals(code, known))
        {
            return;
        }

        if (!Gazetteer.TryGetLast(code, out var division) || division.IsFunctionalZone)
        {
            Report(IssueCodes.UnknownDivision, Path, code, Iso(Gazetteer.ListedOn));
        }
        else if (_published is { } day && division is not { Since: null, Until: null } && !Gazetteer.TryGet(division.Code, day, out _))
        {
            Report(
                IssueCodes.DivisionNotInForce,
                Path,
                $"{code} {division.Name}",
                $"{(division.Since is { } since ? Iso(since) : "..")}/{(division.Until is { } until ? Iso(until.PlusDays(-1)) : "..")}",
                Iso(day));
        }
        else
        {
            known = code;
        }
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

    // Groups may well have the same words twice: *等单位; a record is itself.
    private void CheckItems(ValueList<Party> items)
    {
        if (items.Count < 2)
        {
            return;
        }

        var seen = default(IdTable);
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i] is ReferredParty { To.IsEmpty: false } party && (items.Count <= FewItems ? IsAmong(items.AsSpan()[..i], party.To) : IsKnown(ref seen, party.To.ToString())))
            {
                Report(IssueCodes.ListedTwice, JsonLocator.Item(PathTo("items"), i), party.To.ToString());
            }
        }

        seen.Dispose();
    }

    private static bool IsAmong(ReadOnlySpan<Party> items, Reference to)
    {
        foreach (var item in items)
        {
            if (item is ReferredParty other && other.To == to)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsKnown(ref IdTable seen, string id)
    {
        seen.NumberOf(id, out var isNew);
        return !isNew;
    }

    private void CheckDamageIds(ValueList<DamagePattern> damage)
    {
        if (damage.Count < 2)
        {
            return;
        }

        var seen = default(IdTable);
        for (var i = 0; i < damage.Count; i++)
        {
            if (IsKnown(ref seen, damage[i].Id.ToString()))
            {
                Report(IssueCodes.DuplicateIdentifier, JsonLocator.Item(PathTo("damage"), i) + ".id", damage[i].Id.ToString());
            }
        }

        seen.Dispose();
    }

    private void CheckDamage(DamagePattern damage)
    {
        IssueArgument? lack = damage.Rule switch
        {
            RepairRule.Replace or RepairRule.CharacterMap when damage.Printed is not null && damage.Printed == damage.Read => ("a reading that is not what is printed", "与 printed 不同的 read"),
            RepairRule.Replace when damage.Printed is null => "printed",
            RepairRule.CharacterMap when damage.Printed is null || damage.Read is null => "printed, read",
            RepairRule.CharacterMap when Letters(damage.Printed!) != Letters(damage.Read!) => ("two texts of equal length", "等长的两个文本"),
            _ => null,
        };
        if (lack is { } what)
        {
            Report(IssueCodes.RepairIncomplete, Path, damage.Rule == RepairRule.Replace ? "replace" : "character-map", what);
        }
    }

    private static int Letters(string text)
    {
        var count = 0;
        foreach (var _ in text.EnumerateRunes())
        {
            count++;
        }

        return count;
    }
}
