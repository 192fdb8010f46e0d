using System.Text.Json;

namespace KejiDomain.Json;

/// <summary>How much two records have in common, from 0; only for choosing which of them to compare.</summary>
internal static class Likeness
{
    /// <summary>From 0 to 1: the part of the members that are equal, evidence by the span that both cite.</summary>
    public static double OfRecords(JsonElement left, JsonElement right)
    {
        if (left.ValueKind != JsonValueKind.Object || right.ValueKind != JsonValueKind.Object)
        {
            return JsonElement.DeepEquals(left, right) ? 1 : 0;
        }

        var members = 0;
        var score = 0.0;
        foreach (var member in left.EnumerateObject())
        {
            members++;
            if (right.TryGetProperty(member.Name, out var other))
            {
                score += member.NameEquals("evidence") || member.NameEquals("cite") ? Shared(Spans(left), Spans(right)) : OfRecords(member.Value, other);
            }
        }

        members += right.EnumerateObject().Count(m => !left.TryGetProperty(m.Name, out _));
        return members == 0 ? 1 : score / members;
    }

    /// <summary>More than 0 where two outline nodes may be the same passage.</summary>
    public static double OfPassages(Passage left, Passage right)
    {
        var score = (2 * Equal(left.Text, right.Text)) + Equal(left.Slogan, right.Slogan) + (0.5 * Equal(left.No, right.No));
        var inside = Inside(left.Spans, right.Spans);
        return inside >= 0.5 ? score + inside + Shared(left.Spans, right.Spans) : score;
    }

    private static int Equal(string? left, string? right) => left is not null && string.Equals(left, right, StringComparison.Ordinal) ? 1 : 0;

    /// <summary>The spans that a record or its evidence cites.</summary>
    private static List<Citation> Spans(JsonElement record)
    {
        var spans = new List<Citation>();
        if (record.TryGetProperty("cite", out var own))
        {
            Collect(own, spans);
        }

        if (record.TryGetProperty("evidence", out var evidence))
        {
            foreach (var item in evidence.EnumerateArray())
            {
                Collect(item.ValueKind == JsonValueKind.Object && item.TryGetProperty("cite", out var cite) ? cite : item, spans);
            }
        }

        return spans;
    }

    private static void Collect(JsonElement cite, List<Citation> spans)
    {
        if (cite.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in cite.EnumerateArray())
            {
                Collect(item, spans);
            }
        }
        else if (cite.ValueKind == JsonValueKind.String && Citation.TryParse(cite.GetString(), out var citation))
        {
            spans.Add(citation);
        }
    }

    // The part that both cite of all that either cites.
    private static double Shared(List<Citation> left, List<Citation> right)
    {
        var (both, before, after) = Overlap(left, right);
        return both == 0 ? 0 : (double)both / (before + after - both);
    }

    // The part that both cite of what the shorter one cites: a heading stands for its whole passage.
    private static double Inside(List<Citation> left, List<Citation> right)
    {
        var (both, before, after) = Overlap(left, right);
        return both == 0 ? 0 : (double)both / Math.Min(before, after);
    }

    private static (long Both, long Left, long Right) Overlap(List<Citation> left, List<Citation> right)
    {
        var before = Merge(left);
        var after = Merge(right);
        var both = 0L;
        for (int i = 0, j = 0; i < before.Count && j < after.Count;)
        {
            var (a, b) = (before[i], after[j]);
            if (a.Overlaps(b))
            {
                both += Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start);
            }

            if (a.Source.CompareTo(b.Source) is var order && (order != 0 ? order < 0 : a.End < b.End))
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return (both, before.Sum(c => (long)c.Length), after.Sum(c => (long)c.Length));
    }

    private static List<Citation> Merge(List<Citation> spans)
    {
        var merged = new List<Citation>(spans.Count);
        foreach (var span in spans.Order())
        {
            if (merged.Count > 0 && merged[^1] is var last && last.Source == span.Source && span.Start <= last.End)
            {
                merged[^1] = Citation.Create(last.Source, last.Start, Math.Max(last.End, span.End));
            }
            else
            {
                merged.Add(span);
            }
        }

        return merged;
    }

    /// <summary>What tells an outline node from its neighbours; its spans are its own, or else those of the nodes below it.</summary>
    internal sealed record Passage(string? Text, string? No, string? Slogan, List<Citation> Spans)
    {
        public static Passage Of(JsonElement node) =>
            new(Word(node, "text"), Word(node, "no"), node.TryGetProperty("slogan", out var slogan) ? Word(slogan, "text") : null, Reach(node));

        private static List<Citation> Reach(JsonElement node)
        {
            var spans = Likeness.Spans(node);
            if (spans.Count == 0 && node.TryGetProperty("items", out var items))
            {
                spans.AddRange(items.EnumerateArray().SelectMany(Reach));
            }

            return spans;
        }

        private static string? Word(JsonElement record, string member) => record.TryGetProperty(member, out var value) ? value.GetString() : null;
    }
}
