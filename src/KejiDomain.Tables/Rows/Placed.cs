namespace KejiDomain.Tables;

/// <summary>Something of a data set, the record that it is a part of, and the evidence that it or the record around it has.</summary>
internal sealed record Placed(string Kind, string Record, string At, object Item, ValueList<Evidence> Own, ValueList<Evidence> Around)
{
    public Citation? FirstCitation()
    {
        var evidence = Speaking();
        foreach (var item in evidence)
        {
            if (item.Cite.Count > 0)
            {
                return item.Cite[0];
            }
        }

        return null;
    }

    public string Span() => string.Join(' ', Speaking().SelectMany(e => e.Cite.AsEnumerable()));

    public string Gaps() => string.Join(' ', Own.Where(e => e.Missing is not null).Select(e => $"{e.Of?.ToString() ?? "record"}={Literals.Of(e.Missing!.Value)}"));

    public Placed With(object item) => this with { Item = item };

    // Evidence of single members stands in where none speaks for the whole record.
    private Evidence[] Speaking()
    {
        var whole = Own.Where(e => e.Of is null && e.Cite.Count > 0).ToArray();
        return whole.Length > 0 ? whole
            : Around.IsEmpty || Own.Any(e => e.Cite.Count > 0) ? [.. Own]
            : [.. Around.Where(e => e.Of is null)];
    }
}
