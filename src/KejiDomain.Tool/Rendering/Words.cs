using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace KejiDomain.Tool.Rendering;

/// <summary>Text that breaks as Chinese does, between any two ideographs but not before a comma. Whatever it is given is made safe, and never read as markup.</summary>
internal sealed class Words : Renderable
{
    private readonly List<(string Text, Style Style, bool IsWhole)> _runs = [];

    private readonly int _indent;

    private bool _isOneLine;

    private bool _isTogether;

    /// <param name="text">The first words.</param>
    /// <param name="style">Their style.</param>
    /// <param name="indent">The cells by which all lines but the first are indented.</param>
    public Words(string text = "", Style? style = null, int indent = 0)
    {
        _indent = indent;
        Add(text, style);
    }

    public bool IsEmpty => _runs.Count == 0;

    /// <param name="text">Further words.</param>
    /// <param name="style">Their style.</param>
    /// <param name="isWhole">Whether they are one word, as an identifier is.</param>
    public Words Add(string text, Style? style = null, bool isWhole = false)
    {
        if (text.Length > 0)
        {
            _runs.Add((Terminal.Safe(text), style ?? Style.Plain, isWhole));
        }

        return this;
    }

    /// <summary>The same words, never broken, whatever the width.</summary>
    public Words OnOneLine()
    {
        _isOneLine = true;
        return this;
    }

    /// <summary>The same words, broken only where there is no room for them.</summary>
    public Words Together()
    {
        _isTogether = true;
        return this;
    }

    protected override Measurement Measure(RenderOptions options, int maxWidth)
    {
        var longest = _runs.SelectMany(r => Pieces(r.Text, r.IsWhole)).Select(p => Cells.Width(p.TrimEnd(' '))).DefaultIfEmpty(0).Max();
        var all = _runs.Sum(r => Cells.Width(r.Text));
        return new(_isTogether ? Math.Min(all, maxWidth) : Math.Min(Math.Min(longest + _indent, all), maxWidth), Math.Min(all, maxWidth));
    }

    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        var lines = Break(_isOneLine ? int.MaxValue : maxWidth);
        for (var i = 0; i < lines.Count; i++)
        {
            var width = lines[i].Sum(s => Cells.Width(s.Text));
            if (options.Justification == Justify.Right && width < maxWidth)
            {
                yield return Segment.Padding(maxWidth - width);
            }

            foreach (var segment in lines[i])
            {
                yield return segment;
            }

            if (i < lines.Count - 1)
            {
                yield return Segment.LineBreak;
            }
        }
    }

    private List<List<Segment>> Break(int maxWidth)
    {
        var lines = new List<List<Segment>> { new() };
        var used = 0;
        foreach (var (text, style, isWhole) in _runs)
        {
            foreach (var piece in Pieces(text, isWhole))
            {
                var visible = Cells.Width(piece.TrimEnd(' '));
                if (used > 0 && used + visible > maxWidth)
                {
                    NewLine();
                }

                foreach (var part in visible <= maxWidth - used ? [piece] : Elements(piece))
                {
                    if (used > 0 && used + Cells.Width(part.TrimEnd(' ')) > maxWidth)
                    {
                        NewLine();
                    }

                    // A blank that would stand beyond the edge is the line break.
                    var kept = used + Cells.Width(part) > maxWidth ? part.TrimEnd(' ') : part;
                    lines[^1].Add(new Segment(kept, style, null));
                    used += Cells.Width(kept);
                }
            }
        }

        return lines;

        void NewLine()
        {
            lines.Add([]);
            used = 0;
            if (_indent > 0 && _indent < maxWidth / 2)
            {
                lines[^1].Add(Segment.Padding(_indent));
                used = _indent;
            }
        }
    }

    private static IEnumerable<string> Pieces(string text, bool isWhole) => isWhole ? [text] : Cells.Pieces(text);

    private static IEnumerable<string> Elements(string piece)
    {
        for (var at = 0; at < piece.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(piece, at);
            yield return piece.Substring(at, length);
            at += length;
        }
    }
}
