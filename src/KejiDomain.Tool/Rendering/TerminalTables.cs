using Spectre.Console;
using Spectre.Console.Rendering;

namespace KejiDomain.Tool.Rendering;

/// <summary>Tables as this tool draws them: a line below the headings on a terminal, hyphens elsewhere.</summary>
internal static class TerminalTables
{
    private const int Gap = 1;

    public static Table New(IAnsiConsole console) => new()
    {
        Border = console.Profile.Capabilities.Unicode ? TableBorder.Simple : PlainBorder.Instance,
        BorderStyle = Palette.Faint,
        UseSafeBorder = false,
    };

    public static TableColumn Column(Table table, string heading)
    {
        var column = new TableColumn(new Words(heading, Palette.Strong)) { Padding = new Padding(0, 0, Gap, 0) };
        table.AddColumn(column);
        return column;
    }

    /// <summary>Writes a table. Where it is too wide, narrow columns keep their width and the wide ones become equally wide, none narrower than its longest word.</summary>
    public static void Write(IAnsiConsole console, Table table)
    {
        var options = RenderOptions.Create(console, console.Profile.Capabilities);
        var sizes = table.Columns.Select((column, i) => table.Rows
            .Select(row => row[i].Measure(options, int.MaxValue))
            .Prepend(column.Header.Measure(options, int.MaxValue))
            .Aggregate((a, b) => new Measurement(Math.Max(a.Min, b.Min), Math.Max(a.Max, b.Max)))).ToArray();

        // Beside the gaps the borders take a cell between the columns and, where they are drawn, one at each end.
        var available = console.Profile.Width - (sizes.Length * (Gap + 1)) - 1;
        if (sizes.Sum(s => s.Max) > available)
        {
            var widths = sizes.Sum(s => s.Min) <= available
                ? Level(available, level => [.. sizes.Select(s => Math.Clamp(level, s.Min, s.Max))])
                : Level(available, level => [.. sizes.Select(s => Math.Min(level, s.Max))]);
            for (var i = 0; i < widths.Length; i++)
            {
                table.Columns[i].Width = widths[i];
            }
        }

        console.Write(table);
    }

    // The widths of the highest level at which all fit.
    private static int[] Level(int available, Func<int, int[]> widthsAt)
    {
        var level = 1;
        while (level < available && widthsAt(level + 1).Sum() <= available)
        {
            level++;
        }

        return widthsAt(level);
    }
}
