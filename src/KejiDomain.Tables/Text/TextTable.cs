using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace KejiDomain.Tables;

/// <summary>A table for a terminal, a log or a notebook (文本表): plain text whose columns stand straight although Chinese takes two cells, or Markdown.</summary>
/// <example><code>
/// var table = new TextTable("地域", "数值").Add("鹤壁市", 121).Add("吉林市", 30);
/// Console.WriteLine(table);
/// </code></example>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class TextTable
{
    private const string Gap = "  ";

    private readonly List<string[]> _rows = [];

    // Columns in which something was that is no number.
    private readonly HashSet<int> _texts = [];

    /// <summary>A table without rows.</summary>
    /// <param name="headings">A heading for each column.</param>
    public TextTable(params IEnumerable<string> headings)
    {
        ArgumentNullException.ThrowIfNull(headings);
        Headings = headings.ToValueList();
    }

    /// <summary>The headings (列名).</summary>
    public ValueList<string> Headings { get; }

    /// <summary>How many rows there are (行数).</summary>
    public int Count => _rows.Count;

    /// <summary>Adds a row (添加一行).</summary>
    /// <param name="cells">A cell for each column: text, a number, anything that says itself in <c>ToString</c>; null for nothing.</param>
    /// <returns>The table.</returns>
    /// <exception cref="ArgumentException">There are more or fewer cells than columns.</exception>
    public TextTable Add(params IEnumerable<object?> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        var row = cells.ToArray();
        if (row.Length != Headings.Count)
        {
            throw new ArgumentException($"A row of {Headings.Count} columns has {row.Length} cells.", nameof(cells));
        }

        _rows.Add([.. row.Select(c => c is IFormattable value ? value.ToString(null, CultureInfo.InvariantCulture) : c?.ToString() ?? string.Empty)]);
        _texts.UnionWith(row.Index().Where(c => c.Item is not (null or decimal or int or long or double)).Select(c => c.Index));
        return this;
    }

    /// <summary>The table in Markdown (Markdown 表), its text escaped.</summary>
    public string ToMarkdown()
    {
        var text = new StringBuilder();
        Append(Headings);
        text.Append('|').Insert(text.Length, " --- |", Headings.Count).Append('\n');
        _rows.ForEach(row => Append(row));
        return text.ToString();

        void Append(IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells.Select(MarkdownText.Escape)).Append(" |\n");
    }

    /// <summary>The table as plain text: headings, a line, and a line for each row; columns of numbers stand to the right.</summary>
    public override string ToString()
    {
        // What would break the line or hide the text around it is shown instead.
        var rows = _rows.Prepend([.. Headings]).Select(row => row.Select(MarkdownText.Visible).ToArray()).ToArray();
        var widths = Headings.Select((_, i) => rows.Max(row => TextWidth.Of(row[i]))).ToArray();
        var text = new StringBuilder();
        for (var i = 0; i < rows.Length; i++)
        {
            Line(string.Join(Gap, rows[i].Select((cell, j) => Padded(cell, widths[j], isRight: rows.Length > 1 && !_texts.Contains(j)))));
            if (i == 0)
            {
                Line(string.Join(Gap, widths.Select(w => new string('-', w))));
            }
        }

        return text.ToString();

        void Line(string line) => text.Append(line.TrimEnd(' ')).Append('\n');
    }

    private static string Padded(string cell, int width, bool isRight)
    {
        var blanks = new string(' ', width - TextWidth.Of(cell));
        return isRight ? blanks + cell : cell + blanks;
    }
}
