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
                score += member.NameEquals("evidence") ? Shared(Spans(left), Spans(right)) : OfRecords(member.Value, other);
            }
        }

        members += right.EnumerateObject().Count(m => !left.TryGetProperty(m.Name, out _));
        return members == 0 ? 1 : score / members;
    }

    /// <summary>More than 0 where two outline nodes may be the same passage.</summary>
    public static double OfPassages(Passage left, Passage right)
    {
        var score = (2 * Equal(left.Text, right.Text)) + Equal(left.Slogan, right.Slogan) + (0.5 * Equal(left.No, right.No));
        var shared = Shared(left.Spans, right.Spans);
        return shared >= 0.25 ? score + (2 * shared) : score;
    }

    private static int Equal(string? left, string? right) => left is not null && string.Equals(left, right, StringComparison.Ordinal) ? 1 : 0;

    /// <summary>The spans that the evidence of a record cites.</summary>
    private static List<Citation> Spans(JsonElement record)
    {
        var spans = new List<Citation>();
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

    // The shared part of the two stretches from the first to the last word cited, source by source.
    private static double Shared(List<Citation> left, List<Citation> right)
    {
        var both = 0;
        var all = 0;
        foreach (var source in left.Concat(right).Select(c => c.Source).Distinct())
        {
            var (start, end) = Stretch(left, source);
            var (otherStart, otherEnd) = Stretch(right, source);
            var overlap = Math.Max(0, Math.Min(end, otherEnd) - Math.Max(start, otherStart));
            both += overlap;
            all += end - start + otherEnd - otherStart - overlap;
        }

        return all == 0 ? 0 : (double)both / all;
    }

    private static (int Start, int End) Stretch(List<Citation> spans, SourceId source)
    {
        var own = spans.Where(c => c.Source == source).ToArray();
        return own.Length == 0 ? (0, 0) : (own.Min(c => c.Start), own.Max(c => c.End));
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
