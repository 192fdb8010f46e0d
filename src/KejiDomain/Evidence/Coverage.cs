using System.Collections;
using System.Diagnostics;
using System.Globalization;

namespace KejiDomain;

/// <summary>How much of a source's text a data set accounts for (覆盖): what is cited, what is furniture or exhortation, and which clauses nothing touches.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record Coverage
{
    private const string ClauseEnds = "，。；：！？,;:!?\n\r";

    /// <summary>The source (来源).</summary>
    public required SourceId Source { get; init; }

    /// <summary>Code points that a citation covers (已引字符数).</summary>
    public required int Cited { get; init; }

    /// <summary>Code points of furniture that no citation covers (网站附属字符数).</summary>
    public required int Furniture { get; init; }

    /// <summary>Code points of exhortation that no citation covers (号召语字符数).</summary>
    public required int Exhortation { get; init; }

    /// <summary>All code points (总字符数).</summary>
    public required int Length { get; init; }

    /// <summary>The clauses that no citation touches and no region covers (未覆盖分句), in the order of the text.</summary>
    public required ValueList<Citation> Uncovered { get; init; }

    /// <summary>Measures how much of a text a data set accounts for.</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="source">One of its sources.</param>
    /// <param name="text">The source's text.</param>
    /// <remarks>
    /// The span of an outline node that has items is that of a passage, so it counts for nothing: its items and its heading must be cited for themselves.
    /// A clause ends at a comma, semicolon, colon, full stop or line end; one without a letter or digit needs nothing.
    /// </remarks>
    public static Coverage Of(PolicyDataset dataset, Source source, SourceText text)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(text);
        var cited = Mark(text, CitationCollector.Collect(dataset).Where(c => c.Source == source.Id));
        var furniture = Mark(text, source.Regions.Where(r => r.Kind == RegionKind.Furniture).SelectMany(r => r.Cite));
        var exhortation = Mark(text, source.Regions.Where(r => r.Kind != RegionKind.Furniture).SelectMany(r => r.Cite));

        var uncovered = new List<Citation>();
        foreach (var (start, end) in Clauses(text))
        {
            var touched = false;
            var free = false;
            for (var i = start; i < end; i++)
            {
                touched |= cited[i];
                free |= !furniture[i] && !exhortation[i] && IsWord(text, i);
            }

            if (!touched && free)
            {
                uncovered.Add(Citation.Create(source.Id, start, end));
            }
        }

        return new()
        {
            Source = source.Id,
            Length = text.Length,
            Cited = Count(cited),
            Furniture = Count(furniture, cited),
            Exhortation = Count(exhortation, cited, furniture),
            Uncovered = uncovered.ToValueList(),
        };
    }

    /// <summary>What part is cited, furniture or exhortation, and how many clauses are left.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Source}: {Cited} cited, {Furniture} furniture, {Exhortation} exhortation of {Length} code points; {Uncovered.Count} clauses uncovered");

    // Begins and ends are counted, and the text is walked once: a million citations may each span all of it.
    private static BitArray Mark(SourceText text, IEnumerable<Citation> citations)
    {
        var changes = new int[text.Length + 1];
        foreach (var citation in citations)
        {
            changes[Math.Min(citation.Start, text.Length)]++;
            changes[Math.Min(citation.End, text.Length)]--;
        }

        var marks = new BitArray(text.Length);
        var open = 0;
        for (var i = 0; i < marks.Length; i++)
        {
            open += changes[i];
            marks[i] = open > 0;
        }

        return marks;
    }

    private static int Count(BitArray marks, params ReadOnlySpan<BitArray> without)
    {
        var count = 0;
        for (var i = 0; i < marks.Length; i++)
        {
            var counts = marks[i];
            foreach (var other in without)
            {
                counts &= !other[i];
            }

            count += counts ? 1 : 0;
        }

        return count;
    }

    private static IEnumerable<(int Start, int End)> Clauses(SourceText text)
    {
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && !ClauseEnds.Contains(text.Text[text.Unit(i)], StringComparison.Ordinal))
            {
                continue;
            }

            var first = start;
            var last = i;
            while (first < last && !IsWord(text, first))
            {
                first++;
            }

            while (last > first && !IsWord(text, last - 1))
            {
                last--;
            }

            if (last > first)
            {
                yield return (first, last);
            }

            start = i + 1;
        }
    }

    private static bool IsWord(SourceText text, int point)
    {
        var unit = text.Unit(point);
        return char.IsSurrogate(text.Text[unit]) || char.IsLetterOrDigit(text.Text[unit]) || text.Text[unit] == '*';
    }

    private sealed class CitationCollector : DatasetVisitor
    {
        private readonly List<Citation> _citations = [];

        public static List<Citation> Collect(PolicyDataset dataset)
        {
            var collector = new CitationCollector();
            collector.Visit(dataset);
            return collector._citations;
        }

        protected override void Enter(object record)
        {
            if (record is not IStatement statement)
            {
                return;
            }

            var isPassage = record is OutlineNode { Items.Count: > 0 };
            foreach (var evidence in statement.Evidence)
            {
                if (!isPassage || evidence.Of is not null)
                {
                    foreach (var citation in evidence.Cite)
                    {
                        _citations.Add(citation);
                    }
                }
            }
        }
    }
}
