namespace KejiDomain.Validation;

/// <content>Evidence: that there is some, that it names what is there, and that what it cites and prints stands in the text.</content>
internal sealed partial class RecordRules
{
    // Letters; a real data set compares some hundred thousand.
    private const long MaxCompared = 2_000_000_000;

    // The statements around what is visited, the innermost last.
    private Frame[] _frames = new Frame[8];

    private int _around;

    private Dictionary<SourceId, RepairedText>? _repaired;

    private long _comparable = MaxCompared;

    private string? _sourceId;

    private Source? _source;

    // How long the source's text is; nothing is within one that is not there.
    private long _length = -1;

    // The damage that evidence last named, and mostly names again by the same string.
    private string? _damageId;

    protected override void EnterStatement(IStatement statement, ValueList<Evidence> evidence)
    {
        var above = _around > 0 && _frames[_around - 1].IsEvidenced;
        var all = evidence.AsSpan();
        var whole = (all.Length > 0 && all[0].IsPlain) || IsEvidenced(all);
        var isEvidenced = (whole || above) && !IsExempt(statement);
        if (!whole && !above && !IsExempt(statement))
        {
            Report(IssueCodes.NoEvidence, Path);
        }

        if (_around == _frames.Length)
        {
            Array.Resize(ref _frames, _around * 2);
        }

        _frames[_around++] = new(statement, isEvidenced, Depth);
        for (var i = 0; i < all.Length; i++)
        {
            // Mostly evidence is a span and nothing else, and lies within the text that was last cited.
            var one = all[i];
            if (!one.IsPlain || !IsWithin(one.Spans[0]))
            {
                Push(Member.Evidence, i);
                CheckEvidence(statement, one);
                Pop();
            }
        }
    }

    // What holds statements rather than makes one needs no evidence, and is none for what it holds.
    private static bool IsExempt(IStatement statement) => statement is PolicyDataset or Source or DamagePattern or IndicatorDefinition or IndicatorSeries;

    private static bool IsEvidenced(ReadOnlySpan<Evidence> items)
    {
        foreach (var evidence in items)
        {
            if (evidence.IsOfWhole)
            {
                return true;
            }
        }

        return false;
    }

    private void CheckEvidence(IStatement statement, Evidence evidence)
    {
        var cite = evidence.Spans;
        foreach (ref readonly var citation in cite)
        {
            if (!IsWithin(citation))
            {
                CheckSpan(citation);
            }
        }

        if (cite.IsEmpty && evidence.Why is null && evidence.Missing is null && evidence.Doubt is null && evidence.Printed is null)
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
            && (cite.IsEmpty ? IsPrinted(printed) : Joined(evidence.Cite)?.Contains(printed, StringComparison.Ordinal)) == false)
        {
            Report(IssueCodes.PrintedNotInSpan, PathTo("printed"), printed);
        }
    }

    // One citation after another is of the same source, and mostly by the same string.
    private bool IsWithin(in Citation citation) => ReferenceEquals(citation.Source.ToString(), _sourceId) && citation.End <= _length;

    private void CheckSpan(in Citation citation)
    {
        if (!ReferenceEquals(citation.Source.ToString(), _sourceId))
        {
            _sourceId = citation.Source.ToString();
            _source = _index.FindSource(citation.Source);
            _length = _source?.File.Length ?? -1;
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

        for (var i = _around - 1; i >= 0; i--)
        {
            var frame = _frames[i];
            if (i < _around - 1 && IsExempt(frame.Statement))
            {
                return null;
            }

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
        if (_around == 0)
        {
            return;
        }

        var frame = _frames[_around - 1];
        if (frame.Statement is PolicyDataset or Source or DamagePattern)
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

    // What is printed, read by itself, is the figure; the unit, and 万 with it, may stand elsewhere in the phrase.
    private void CheckPrinted(in Measure measure, string printed)
    {
        if (!Measure.TryReadPrinted(printed, measure.Noun, out var read) || read.Missing is not null)
        {
            return;
        }

        if (IsFall(measure, read))
        {
            read = ClaimReader.Negate(read);
        }

        if (Differing(measure, read) is { } part && !IsExplained(part))
        {
            Report(IssueCodes.PrintedMismatch, Path, printed, read.ToString(), (measure with { Printed = null }).ToString());
        }
    }

    // 下降7.5%: the word that makes it less stands before the figure, as a unit may stand behind it.
    private static bool IsFall(in Measure measure, in Measure read) => (measure.Amount ?? measure.High) < 0 && (read.Amount ?? read.Low) > 0;

    // The part of the measure that is not what is printed, or null.
    private static string? Differing(in Measure measure, in Measure read)
    {
        var isShare = read.Unit != measure.Unit && read.PerWhole > 0 && measure.PerWhole > 0;
        var isSame = isShare ? IsSameShare(measure, read)
            : (read.Multiplier is null && measure.Amount == read.Amount && measure.Low == read.Low && measure.High == read.High)
            || (measure.Value == read.Value && measure.Scale(measure.Low) == read.Scale(read.Low) && measure.Scale(measure.High) == read.Scale(read.High));
        return !isSame ? "amount"
            : read.Unit != UnitOfMeasure.Count && read.Unit != measure.Unit && !isShare ? "unit"
            : read.Qualifier is not null && read.Qualifier != measure.Qualifier ? "qualifier"
            : null;
    }

    // 七成 is 70%; 三分之一, which no decimal is, lies in 33.3%.
    private static bool IsSameShare(in Measure measure, in Measure read)
    {
        if (measure.Amount is not null && read is { Low: not null, High: not null })
        {
            return measure.Interval is { } interval && read.Low / read.PerWhole is { } low && read.High / read.PerWhole is { } high
                && interval.Low / measure.PerWhole <= low && high <= interval.High / measure.PerWhole;
        }

        return measure.Value / measure.PerWhole == read.Value / read.PerWhole
            && measure.Scale(measure.Low) / measure.PerWhole == read.Scale(read.Low) / read.PerWhole
            && measure.Scale(measure.High) / measure.PerWhole == read.Scale(read.High) / read.PerWhole;
    }

    // Whether evidence says of the member that is visited, of one around it or of a part of it, how it was read.
    private bool IsExplained(string part)
    {
        if (_around == 0)
        {
            return false;
        }

        var frame = _frames[_around - 1];
        var member = MemberFrom(frame.Depth);
        var whole = member.Length == 0 ? part : $"{member}.{part}";
        foreach (var evidence in frame.Statement.Evidence)
        {
            if (evidence.Of?.ToString() is { } of
                && (of == whole || whole.StartsWith(of + ".", StringComparison.Ordinal))
                && (evidence.Printed is not null || evidence.Doubt is not null || evidence.Missing is not null || evidence.Basis is not (null or EvidenceBasis.Stated)))
            {
                return true;
            }
        }

        return false;
    }

    private readonly record struct Frame(IStatement Statement, bool IsEvidenced, int Depth);
}
