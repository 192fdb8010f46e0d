using System.Text.Json;
using KejiDomain.Json;
using OneEvidence = KejiDomain.Evidence;

namespace KejiDomain.Tests.Evidence;

public sealed class EvidenceTests
{
    private static readonly Citation First = Citation.Parse("s1#char=0,7");

    private static readonly Citation Second = Citation.Parse("s1#char=9,12");

    [Fact]
    public void One_span_is_had_without_a_list_being_made()
    {
        var evidence = OneEvidence.FromCitation(First);

        // The first time, what the types hold is made.
        Assert.Equal(8, evidence.Cite[0].Length + evidence.Cite.Count);
        var length = 0;
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            length += evidence.Cite[0].Length + evidence.Cite.Count;
        }

        Assert.Equal((0L, 8000), (GC.GetAllocatedBytesForCurrentThread() - before, length));
    }

    [Fact]
    public void Spans_are_what_was_given_last()
    {
        var evidence = new OneEvidence { Cite = [First], Why = "r1" };
        var taken = evidence.Cite;
        var several = evidence with { Cite = [First, Second] };
        var other = several with { Cite = [Second] };
        Assert.Equal([First], taken);
        Assert.Equal([First, Second], several.Cite);
        Assert.Equal([Second], other.Cite);
        Assert.Empty((several with { Cite = [] }).Cite);
        Assert.Equal(("r1", "r1"), (several.Why, other.Why));
        Assert.Equal(evidence, several with { Cite = [First] });
        Assert.NotEqual(evidence, several);
        Assert.NotEqual(evidence, other);
        Assert.Equal(evidence.GetHashCode(), (several with { Cite = [First] }).GetHashCode());
    }

    [Theory]
    [InlineData(true, "[s1#char=0,7]", "")]
    [InlineData(false, "[s1#char=0,7, s1#char=9,12]", "")]
    [InlineData(false, "[s1#char=0,7]", "r1")]
    [InlineData(false, "[]", "")]
    public void A_bare_citation_is_one_span_and_no_more(bool isBare, string cite, string why)
    {
        var evidence = new OneEvidence { Cite = cite.Trim('[', ']').Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(Citation.Parse).ToValueList(), Why = why.Length == 0 ? null : why };
        Assert.Equal(isBare, evidence.IsBareCitation);
        Assert.Equal(isBare, (evidence with { Doubt = "?" } with { Doubt = null }).IsBareCitation);
        Assert.Equal(evidence, evidence with { Doubt = "?" } with { Doubt = null });
        Assert.False((evidence with { Doubt = "?" }).IsBareCitation);
    }

    [Fact]
    public void An_empty_span_is_kept_and_not_written()
    {
        foreach (var evidence in (OneEvidence[])[new() { Cite = [default] }, OneEvidence.FromCitation(default), new OneEvidence { Cite = [First] } with { Cite = [default] }])
        {
            Assert.Equal([default], evidence.Cite);
            Assert.True(evidence.IsBareCitation);
            Assert.NotEqual(new OneEvidence(), evidence);
            Assert.Throws<JsonException>(() => KejiJson.Write(Samples.Valid with { Evidence = [evidence] }));
        }
    }
}
