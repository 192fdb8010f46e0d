using System.Diagnostics;
using System.Text.Json.Serialization;

namespace KejiDomain;

/// <summary>How a record or one of its members was read (依据): where the words stand, and why the reading is what it is.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record Evidence : IOneItem<Citation>
{
    // Most evidence is a bare citation: empty where there is none, or several.
    private readonly Citation _only;

    // What else there can be is aside, and no two records share it, so that it can be set member by member.
    private Remarks? _remarks;

    /// <summary>Evidence of nothing yet.</summary>
    public Evidence()
    {
    }

    private Evidence(Evidence original)
    {
        _only = original._only;
        _remarks = original._remarks is { } remarks ? remarks with { } : null;
    }

    /// <summary>The words (引文): one span, or several that only together say it.</summary>
    [JsonPropertyName("cite")]
    [JsonConverter(typeof(OneOrManyJsonConverter<Citation>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<Citation> Cite
    {
        get => _only.IsEmpty ? _remarks?.Cite ?? default : new(this);
        init
        {
            _only = value.Count == 1 ? value[0] : default;
            var aside = _only.IsEmpty ? value : default;
            RemarksIf(!aside.IsEmpty)?.Cite = aside;
        }
    }

    /// <summary>The member that it speaks for (所指成员); absent for the whole record.</summary>
    [JsonPropertyName("of")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public MemberPath? Of
    {
        get => _remarks?.Of;
        init => RemarksIf(value is not null)?.Of = value;
    }

    /// <summary>What is printed there (原文): an exact part of the text cited, or of the record's own spans.</summary>
    [JsonPropertyName("printed")]
    [JsonConverter(typeof(TextJsonConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Printed
    {
        get => _remarks?.Printed;
        init => RemarksIf(value is not null)?.Printed = value;
    }

    /// <summary>How the reading came about (读法依据); absent means stated.</summary>
    [JsonPropertyName("basis")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public EvidenceBasis? Basis
    {
        get => _remarks?.Basis;
        init => RemarksIf(value is not null)?.Basis = value;
    }

    /// <summary>Why the member is not there (缺失原因).</summary>
    [JsonPropertyName("missing")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public MissingReason? Missing
    {
        get => _remarks?.Missing;
        init => RemarksIf(value is not null)?.Missing = value;
    }

    /// <summary>The reason (理由), in words or as the identifier of a damage pattern.</summary>
    [JsonPropertyName("why")]
    [JsonConverter(typeof(TextJsonConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Why
    {
        get => _remarks?.Why;
        init => RemarksIf(value is not null)?.Why = value;
    }

    /// <summary>What speaks against the reading (存疑), in words.</summary>
    [JsonPropertyName("doubt")]
    [JsonConverter(typeof(TextJsonConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Doubt
    {
        get => _remarks?.Doubt;
        init => RemarksIf(value is not null)?.Doubt = value;
    }

    ref readonly Citation IOneItem<Citation>.Item => ref _only;

    /// <summary>The span, where there is but one; readers need make no list of it.</summary>
    internal Citation Only
    {
        get => _only;
        init => _only = value.IsEmpty ? _only : value;
    }

    /// <summary>What is in <see cref="Cite"/>.</summary>
    internal ReadOnlySpan<Citation> Spans => _only.IsEmpty ? _remarks is null ? default : _remarks.Cite.AsSpan() : new(in _only);

    /// <summary>Whether it is one citation, and nothing else was ever set (单纯引文).</summary>
    internal bool IsPlain => _remarks is null && !_only.IsEmpty;

    /// <summary>Whether it stands for the whole record (整体依据): it cites the words, or says from where outside the text that is known.</summary>
    internal bool IsOfWhole => IsPlain || (Of is null && (!Cite.IsEmpty || Basis is EvidenceBasis.External or EvidenceBasis.Inferred));

    /// <summary>The evidence that a span states the whole record.</summary>
    /// <param name="citation">The span.</param>
    public static implicit operator Evidence(Citation citation) => FromCitation(citation);

    /// <summary>Whether it is one citation and nothing else (单纯引文), written as the bare literal.</summary>
    [JsonIgnore]
    public bool IsBareCitation => IsPlain || (Cite.Count == 1 && _remarks is { Of: null, Printed: null, Basis: null, Missing: null, Why: null, Doubt: null });

    /// <summary>The evidence that a span states the whole record.</summary>
    /// <param name="citation">The span.</param>
    public static Evidence FromCitation(Citation citation) => citation.IsEmpty ? new() { Cite = [citation] } : new() { Only = citation };

    /// <summary>Whether the spans, the member and all that is said of the reading are equal.</summary>
    /// <param name="other">The other evidence.</param>
    public bool Equals(Evidence? other) =>
        other is not null && _only == other._only && (ReferenceEquals(_remarks, other._remarks) || (_remarks ?? Remarks.None) == (other._remarks ?? Remarks.None));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_only, _remarks ?? Remarks.None);

    /// <summary>The spans and the member.</summary>
    public override string ToString() => $"{Cite} {Of}".Trim();

    // Those that there are, or new ones where one is to be set.
    private Remarks? RemarksIf(bool isSet) => isSet ? _remarks ??= new() : _remarks;

    private sealed record Remarks
    {
        public static readonly Remarks None = new();

        private Optional<MemberPath> _of;

        // Several spans, or an empty one.
        public ValueList<Citation> Cite { get; set; }

        public MemberPath? Of
        {
            get => _of;
            set => _of = value;
        }

        public string? Printed { get; set; }

        public EvidenceBasis? Basis { get; set; }

        public MissingReason? Missing { get; set; }

        public string? Why { get; set; }

        public string? Doubt { get; set; }
    }
}
