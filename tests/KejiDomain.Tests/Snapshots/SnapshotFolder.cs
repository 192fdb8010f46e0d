using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using Xunit.Sdk;
using Xunit.v3;

namespace KejiDomain.Tests.Snapshots;

/// <summary>The committed snapshots under one folder, and what may be wrong with them.</summary>
internal sealed class SnapshotFolder(string path)
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>The source folder of this test project.</summary>
    public static SnapshotFolder OfThisProject { get; } = new(ProjectPath());

    public string Path => path;

    public IEnumerable<string> VerifiedFiles() =>
        Directory.EnumerateFiles(path, "*.verified.*", SearchOption.AllDirectories)
            .Where(file => !System.IO.Path.GetRelativePath(path, file).Split('/', '\\').Any(part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal);

    /// <summary>One line for each snapshot that is not plain UTF-8 text with LF.</summary>
    public IReadOnlyList<string> FindBadText()
    {
        var found = new List<string>();
        foreach (var file in VerifiedFiles())
        {
            var bytes = File.ReadAllBytes(file);
            if (bytes.Length == 0)
            {
                found.Add($"{Relative(file)}: empty");
            }

            if (bytes.AsSpan().StartsWith("\uFEFF"u8))
            {
                found.Add($"{Relative(file)}: byte order mark");
            }

            if (bytes.AsSpan().Contains((byte)'\r'))
            {
                found.Add($"{Relative(file)}: carriage return");
            }

            try
            {
                StrictUtf8.GetString(bytes);
            }
            catch (DecoderFallbackException)
            {
                found.Add($"{Relative(file)}: not UTF-8");
            }
        }

        return found;
    }

    /// <summary>One line for each snapshot that no test of <paramref name="types"/> owns, or that does not lie beside its class.</summary>
    public async Task<IReadOnlyList<string>> FindOrphans(IEnumerable<Type> types)
    {
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var type in types.Where(type => type is { IsClass: true, IsAbstract: false }))
        {
            foreach (var name in await NamesOf(type))
            {
                owners.TryAdd(name, (type.DeclaringType ?? type).Name);
            }
        }

        var found = new List<string>();
        foreach (var file in VerifiedFiles())
        {
            var fileName = System.IO.Path.GetFileName(file);
            var name = fileName[..fileName.LastIndexOf(".verified.", StringComparison.Ordinal)];
            if (!owners.TryGetValue(name, out var owner))
            {
                found.Add($"{Relative(file)}: no test is called {name}");
            }
            else if (!File.Exists(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(file)!, owner + ".cs")))
            {
                found.Add($"{Relative(file)}: {owner}.cs is not in this folder");
            }
        }

        return found;
    }

    /// <summary>The received files that git tracks, or null where there is no git or no working tree.</summary>
    public IReadOnlyList<string>? FindCommittedReceived()
    {
        var start = new ProcessStartInfo("git", ["ls-files", "--", "*.received.*"])
        {
            WorkingDirectory = path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var git = Process.Start(start)!;
            git.ErrorDataReceived += (_, _) => { };
            git.BeginErrorReadLine();
            var files = git.StandardOutput.ReadToEnd();
            git.WaitForExit();
            return git.ExitCode == 0 ? files.Split('\n', StringSplitOptions.RemoveEmptyEntries) : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static async Task<IReadOnlyList<string>> NamesOf(Type type)
    {
        var names = new List<string>();
        await using var disposal = new DisposalTracker();
        foreach (var method in type.GetMethods().Where(method => ExtensibilityPointFactory.GetMethodFactAttributes(method).Count > 0))
        {
            if (method.GetParameters().Length == 0)
            {
                names.Add(SnapshotName.Of(method, []));
                continue;
            }

            foreach (var data in ExtensibilityPointFactory.GetMethodDataAttributes(method))
            {
                foreach (var row in await data.GetData(method, disposal))
                {
                    if (TryName(method, row.GetData()) is { } name)
                    {
                        names.Add(name);
                    }
                }
            }
        }

        return names;
    }

    // A theory whose values cannot name a file cannot own one; it is no fault here.
    private static string? TryName(MethodInfo method, object?[] arguments)
    {
        try
        {
            return SnapshotName.Of(method, arguments);
        }
        catch (Exception e) when (e is NotSupportedException or ArgumentException)
        {
            return null;
        }
    }

    private string Relative(string file) => System.IO.Path.GetRelativePath(path, file).Replace('\\', '/');

    private static string ProjectPath([CallerFilePath] string thisFile = "") =>
        System.IO.Path.GetDirectoryName(System.IO.Path.GetDirectoryName(thisFile))!;
}
