using Spectre.Console;

namespace KejiDomain.Tool.Rendering;

/// <summary>Tables as this tool draws them: a line below the headings on a terminal, hyphens elsewhere.</summary>
internal static class Tables
{
    public static Table New(IAnsiConsole console) => new()
    {
        Border = console.Profile.Capabilities.Unicode ? TableBorder.Simple : PlainBorder.Instance,
        BorderStyle = Palette.Faint,
        UseSafeBorder = false,
    };

    public static TableColumn Column(Table table, string heading, bool isBreaking = true)
    {
        var column = new TableColumn(new Words(heading, Palette.Strong)) { Padding = new Padding(0, 0, 1, 0), NoWrap = !isBreaking };
        table.AddColumn(column);
        return column;
    }
}
