using Spectre.Console;

namespace KejiDomain.Tool.Rendering;

internal static class Palette
{
    public static Style Strong { get; } = new(decoration: Decoration.Bold);

    public static Style Heading { get; } = new(Color.Aqua, decoration: Decoration.Bold);

    public static Style Faint { get; } = new(Color.Grey);

    public static Style Figure { get; } = new(Color.Green);

    public static Style Warning { get; } = new(Color.Yellow);

    public static Style Added { get; } = new(Color.Green);

    public static Style Removed { get; } = new(Color.Red);

    public static Style Changed { get; } = new(Color.Yellow);
}
