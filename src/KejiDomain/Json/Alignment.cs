using System.Runtime.InteropServices;
using System.Text.Json;

namespace KejiDomain.Json;

/// <summary>A place in the first list and one in the second; below 0 where there is none.</summary>
internal readonly record struct Pair(int Left, int Right);

/// <summary>What a comparison may spend on looking for what is alike, in letters compared; what is left when it is spent is paired by place.</summary>
internal sealed class WorkBudget
{
    // Some seconds. Lists of a real document cost a thousandth of it.
    private long _left = 1L << 28;

    /// <summary>Takes the cost of comparing every item of one list with every item of the other, if it is still there.</summary>
    public bool TrySpend(JsonElement[] left, JsonElement[] right)
    {
        // Beyond this the table of the pairs alone is too large.
        const long maxPairs = 1_000_000;
        var pairs = (long)left.Length * right.Length;
        if (pairs > maxPairs)
        {
            return false;
        }

        var cost = (Length(left) * right.Length) + (Length(right) * left.Length);
        if (cost > _left)
        {
            return false;
        }

        _left -= cost;
        return true;
    }

    private static long Length(JsonElement[] items) => items.Sum(i => (long)JsonMarshal.GetRawUtf8Value(i).Length);
}

/// <summary>Finds which items of two lists are the same. Pairs come in the order of the first list, additions after what they follow in the second.</summary>
internal static class Alignment
{
    private const double LeastLikeness = 0.4;

    /// <summary>Equal keys; then, among what is left, names that each list has once: a thing whose identifier differs is still compared.</summary>
    public static List<Pair> ByKey(string[] left, string[] right, string?[] leftNames, string?[] rightNames)
    {
        var places = new Dictionary<string, int>(right.Length, StringComparer.Ordinal);
        for (var i = 0; i < right.Length; i++)
        {
            places.Add(right[i], i);
        }

        var match = new int[left.Length];
        for (var i = 0; i < left.Length; i++)
        {
            match[i] = places.GetValueOrDefault(left[i], -1);
        }

        var matched = match.ToHashSet();
        var free = Once(Enumerable.Range(0, right.Length).Where(j => !matched.Contains(j)), rightNames);
        foreach (var (name, i) in Once(Enumerable.Range(0, left.Length).Where(i => match[i] < 0), leftNames))
        {
            match[i] = free.GetValueOrDefault(name, -1);
        }

        return Ordered(match, right.Length);

        static Dictionary<string, int> Once(IEnumerable<int> places, string?[] names) => places
            .Where(i => names[i] is not null)
            .GroupBy(i => names[i]!, StringComparer.Ordinal)
            .Where(g => g.Count() == 1)
            .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
    }

    /// <summary>Equal items wherever they stand; repetitions count once.</summary>
    public static List<Pair> AsSets(JsonElement[] left, JsonElement[] right)
    {
        var before = left.Select(e => e.GetRawText()).ToArray();
        var after = right.Select(e => e.GetRawText()).ToArray();
        var pairs = new List<Pair>();
        pairs.AddRange(Only(before, after).Select(i => new Pair(i, -1)));
        pairs.AddRange(Only(after, before).Select(i => new Pair(-1, i)));
        return pairs;

        static IEnumerable<int> Only(string[] items, string[] others)
        {
            var known = others.ToHashSet(StringComparer.Ordinal);
            return Enumerable.Range(0, items.Length).Where(i => known.Add(items[i]));
        }
    }

    /// <summary>The longest common subsequence of equal items.</summary>
    public static List<Pair> AsSequences(JsonElement[] left, JsonElement[] right, WorkBudget work)
    {
        var before = left.Select(e => e.GetRawText()).ToArray();
        var after = right.Select(e => e.GetRawText()).ToArray();
        return Ordered(Sequence(left.Length, right.Length, work.TrySpend(left, right), (i, j) => string.Equals(before[i], after[j], StringComparison.Ordinal) ? 1 : 0), right.Length);
    }

    /// <summary>Records that have most in common, wherever they stand.</summary>
    public static List<Pair> ByLikeness(JsonElement[] left, JsonElement[] right, WorkBudget work)
    {
        if (!work.TrySpend(left, right))
        {
            return ByPlace(left.Length, right.Length);
        }

        var candidates = new List<(double Score, int Distance, int Left, int Right)>();
        for (var i = 0; i < left.Length; i++)
        {
            for (var j = 0; j < right.Length; j++)
            {
                if (Likeness.OfRecords(left[i], right[j]) is var score && score >= LeastLikeness)
                {
                    candidates.Add((score, Math.Abs(i - j), i, j));
                }
            }
        }

        var match = Enumerable.Repeat(-1, left.Length).ToArray();
        var taken = new bool[right.Length];
        foreach (var (_, _, i, j) in candidates.OrderByDescending(c => c.Score).ThenBy(c => c.Distance).ThenBy(c => c.Left).ThenBy(c => c.Right))
        {
            if (match[i] < 0 && !taken[j])
            {
                match[i] = j;
                taken[j] = true;
            }
        }

        return Ordered(match, right.Length);
    }

    /// <summary>Outline nodes in the order of the text: by heading, number, slogan and span.</summary>
    public static List<Pair> AlongText(JsonElement[] left, JsonElement[] right, WorkBudget work)
    {
        var before = left.Select(Likeness.Passage.Of).ToArray();
        var after = right.Select(Likeness.Passage.Of).ToArray();
        var match = Sequence(left.Length, right.Length, work.TrySpend(left, right), (i, j) => Likeness.OfPassages(before[i], after[j]));
        PairGaps(match, before, after);
        return Ordered(match, right.Length);
    }

    // Between two pairs, nodes that have no span to tell them apart are the same if there are equally many.
    private static void PairGaps(int[] match, Likeness.Passage[] before, Likeness.Passage[] after)
    {
        var previous = -1;
        for (var i = 0; i < match.Length; i++)
        {
            if (match[i] >= 0)
            {
                previous = match[i];
                continue;
            }

            var end = i;
            while (end < match.Length && match[end] < 0)
            {
                end++;
            }

            var next = end < match.Length ? match[end] : after.Length;
            var isSilent = before[i..end].All(p => p.Spans.Count == 0) || after[(previous + 1)..next].All(p => p.Spans.Count == 0);
            if (isSilent && next - previous - 1 == end - i)
            {
                for (var k = i; k < end; k++)
                {
                    match[k] = previous + 1 + k - i;
                }
            }

            i = end - 1;
        }
    }

    /// <summary>The pairing in order that has the greatest sum of scores; a score of 0 never pairs.</summary>
    private static int[] Sequence(int left, int right, bool isAffordable, Func<int, int, double> score)
    {
        var match = Enumerable.Repeat(-1, left).ToArray();
        if (!isAffordable)
        {
            for (var i = 0; i < Math.Min(left, right); i++)
            {
                match[i] = score(i, i) > 0 ? i : -1;
            }

            return match;
        }

        var scores = new double[left, right];
        var best = new double[left + 1, right + 1];
        for (var i = left - 1; i >= 0; i--)
        {
            for (var j = right - 1; j >= 0; j--)
            {
                scores[i, j] = score(i, j);
                best[i, j] = Math.Max(best[i + 1, j], best[i, j + 1]);
                if (scores[i, j] > 0)
                {
                    best[i, j] = Math.Max(best[i, j], scores[i, j] + best[i + 1, j + 1]);
                }
            }
        }

        for (int i = 0, j = 0; i < left && j < right;)
        {
            if (scores[i, j] > 0 && best[i, j] <= scores[i, j] + best[i + 1, j + 1])
            {
                match[i++] = j++;
            }
            else if (best[i, j] <= best[i + 1, j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return match;
    }

    private static List<Pair> ByPlace(int left, int right) =>
        [.. Enumerable.Range(0, Math.Max(left, right)).Select(i => new Pair(i < left ? i : -1, i < right ? i : -1))];

    private static List<Pair> Ordered(int[] match, int right)
    {
        var taken = new bool[right];
        foreach (var j in match.Where(j => j >= 0))
        {
            taken[j] = true;
        }

        var pairs = new List<Pair>(match.Length);
        Additions(0);
        for (var i = 0; i < match.Length; i++)
        {
            pairs.Add(new(i, match[i]));
            if (match[i] >= 0)
            {
                Additions(match[i] + 1);
            }
        }

        return pairs;

        void Additions(int from)
        {
            for (var j = from; j < right && !taken[j]; j++)
            {
                taken[j] = true;
                pairs.Add(new(-1, j));
            }
        }
    }
}
