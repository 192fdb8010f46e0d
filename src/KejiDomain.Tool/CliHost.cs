namespace KejiDomain.Tool;

/// <summary>What a command may know of the process it runs in.</summary>
internal sealed record CliHost
{
    public const int DefaultWidth = 100;

    /// <summary>Whether a person looks at the output as it comes; colours and lines are drawn for nobody else.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>The width of the terminal in cells.</summary>
    public int Width { get; init; } = DefaultWidth;

    public Func<string, string?> Variable { get; init; } = static _ => null;

    public static CliHost OfThisProcess()
    {
        var isTerminal = !Console.IsOutputRedirected;
        return new() { IsTerminal = isTerminal, Width = isTerminal ? WindowWidth() : DefaultWidth, Variable = Environment.GetEnvironmentVariable };
    }

    private static int WindowWidth()
    {
        try
        {
            return Console.WindowWidth is > 0 and var width ? width : DefaultWidth;
        }
        catch (IOException)
        {
            return DefaultWidth;
        }
    }
}
