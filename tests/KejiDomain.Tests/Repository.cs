using System.Runtime.CompilerServices;

namespace KejiDomain.Tests;

/// <summary>Where the repository's files are on the machine that built the tests.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "..", ".."));

    public static string Fixtures => Path.Combine(Root, "tests", "KejiDomain.Tests", "Fixtures");

    public static string Seeds => Path.Combine(Root, "seeds");

    /// <summary>The folder of the source texts, or null where they are not at hand.</summary>
    public static string? Sources => Environment.GetEnvironmentVariable("KEJI_SOURCES") is { Length: > 0 } folder ? folder : null;

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
