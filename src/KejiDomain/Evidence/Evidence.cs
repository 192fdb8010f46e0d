using System.Diagnostics;
using System.Text.Json.Serialization;

namespace KejiDomain;

/// <summary>How a record or one of its members was read (依据): where the words stand, and why the reading is what it is.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record Evidence
{
    // Most evidence is a bare citation; what else there can be is aside, and no two records share it, so that it can be set member by member.
    private readonly Remarks? _remarks;

    /// <summary>Evidence of nothing yet.</summary>
    public Evidence()
    {
    }

    private Evidence(Evidence original)
    {
        Cite = original.Cite;
        _remarks = original._remarks is { } remarks ? remarks with { } : null;
    }

    /// <summary>The words (引文): one span, or several that only together say it.</summary>
    [JsonPropertyName("cite")]
    [JsonConverter(typeof(OneOrManyJsonConverter<Citation>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<Citation> Cite { get; init; }

    /// <summary>The member that it speaks for (所指成员); absent for the whole record.</summary>
    [JsonPropertyName("of")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public MemberPath? Of
    {
        get => _remarks?.Of;
        init
        {
            if (value is not null || _remarks is not null)
            {
                (_remarks ??= new()).Of = value;
            }
        }
    }

    /// <summary>What is printed there (原文): an exact part of the text cited, or of the record's own spans.</summary>
    [JsonPropertyName("printed")]
    [JsonConverter(typeof(TextJsonConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Printed
    {
        get => _remarks?.Printed;
        init
        {
            if (value is not null || _remarks is not null)
            {
                (_remarks ??= new()).Printed = value;
            }
        }
    }

    /// <summary>How the reading came about (读法依据); absent means stated.</summary>
    [JsonPropertyName("basis")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public EvidenceBasis? Basis
    {
        get => _remarks?.Basis;
        init
        {
            if (value is not null || _remarks is not null)
            {
                (_remarks ??= new()).Basis = value;
            }
        }
    }

    /// <summary>Why the member is not there (缺失原因).</summary>
    [JsonPropertyName("missing")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public MissingReason? Missing
    {
        get => _remarks?.Missing;
        init
        {
            if (value is not null || _remarks is not null)
            {
                (_remarks ??= new()).Missing = value;
            }
        }
    }

    /// <summary>The reason (理由), in words or as the identifier of a damage pattern.</summary>
    [JsonPropertyName("why")]
    [JsonConverter(typeof(TextJsonConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Why
    {
        get => _remarks?.Why;
        init
        {
            if (value is not null || _remarks is not null)
            {
                (_remarks ??= new()).Why = value;
            }
        }
    }

    /// <summary>What speaks against the reading (存疑), in words.</summary>
    [JsonPropertyName("doubt")]
    [JsonConverter(typeof(TextJsonConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Doubt
    {
        get => _remarks?.Doubt;
        init
        {
            if (value is not null || _remarks is not null)
            {
                (_remarks ??= new()).Doubt = value;
            }
        }
    }

    /// <summary>The evidence that a span states the whole record.</summary>
    /// <param name="citation">The span.</param>
    public static implicit operator Evidence(Citation citation) => FromCitation(citation);

    /// <summary>Whether it is one citation and nothing else (单纯引文), written as the bare literal.</summary>
    [JsonIgnore]
    public bool IsBareCitation => Cite.Count == 1 && (_remarks is null || _remarks == Remarks.None);

    /// <summary>The evidence that a span states the whole record.</summary>
    /// <param name="citation">The span.</param>
    public static Evidence FromCitation(Citation citation) => new() { Cite = [citation] };

    /// <summary>Whether the spans, the member and all that is said of the reading are equal.</summary>
    /// <param name="other">The other evidence.</param>
    public bool Equals(Evidence? other) =>
        other is not null && Cite == other.Cite && (ReferenceEquals(_remarks, other._remarks) || (_remarks ?? Remarks.None) == (other._remarks ?? Remarks.None));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Cite, _remarks ?? Remarks.None);

    /// <summary>The spans and the member.</summary>
    public override string ToString() => $"{Cite} {Of}".Trim();

    private sealed record Remarks
    {
        public static readonly Remarks None = new();

        public MemberPath? Of { get; set; }

        public string? Printed { get; set; }

        public EvidenceBasis? Basis { get; set; }

        public MissingReason? Missing { get; set; }

        public string? Why { get; set; }

        public string? Doubt { get; set; }
    }
}
