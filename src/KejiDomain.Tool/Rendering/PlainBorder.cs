using Spectre.Console;
using Spectre.Console.Rendering;

namespace KejiDomain.Tool.Rendering;

/// <summary>No lines but hyphens below the headings.</summary>
internal sealed class PlainBorder : TableBorder
{
    public static PlainBorder Instance { get; } = new();

    public override string GetPart(TableBorderPart part) => part switch
    {
        TableBorderPart.HeaderBottom => "-",
        TableBorderPart.HeaderBottomSeparator => " ",
        TableBorderPart.HeaderSeparator or TableBorderPart.CellSeparator => " ",
        _ => string.Empty,
    };
}
