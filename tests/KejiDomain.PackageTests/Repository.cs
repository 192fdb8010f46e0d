using System.Runtime.CompilerServices;

namespace KejiDomain.PackageTests;

/// <summary>The repository that the packages are made of.</summary>
internal static class Repository
{
    private static readonly string[] Parts = ["src", "seeds", Path.Combine("tests", "KejiDomain.Tests", "Fixtures")];

    public static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "..", ".."));

    public static string Consumers { get; } = Path.Combine(Here(), "Consumers");

    /// <summary>Copies what the packages are made of, without anything that was built, as a fresh clone elsewhere would have it.</summary>
    public static void CopyTo(string folder)
    {
        foreach (var file in Directory.GetFiles(Root))
        {
            Copy(file, folder);
        }

        foreach (var part in Parts)
        {
            CopyFolder(Path.Combine(Root, part), Path.Combine(folder, part));
        }

        // The commit is in the packages: head and references, no history.
        var git = Path.Combine(Root, ".git");
        if (Directory.Exists(git))
        {
            foreach (var file in Directory.GetFiles(git))
            {
                Copy(file, Path.Combine(folder, ".git"));
            }

            CopyFolder(Path.Combine(git, "refs"), Path.Combine(folder, ".git", "refs"));
            Directory.CreateDirectory(Path.Combine(folder, ".git", "objects"));
        }
    }

    public static void CopyFolder(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
        {
            Copy(file, to);
        }

        foreach (var inner in Directory.GetDirectories(from).Where(d => Path.GetFileName(d) is not "bin" and not "obj"))
        {
            CopyFolder(inner, Path.Combine(to, Path.GetFileName(inner)));
        }
    }

    private static void Copy(string file, string folder)
    {
        Directory.CreateDirectory(folder);
        File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
