using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;

[assembly: AssemblyFixture(typeof(KejiDomain.PackageTests.PackedFeed))]
[assembly: CollectionBehavior(CollectionBehavior.CollectionPerAssembly)]

namespace KejiDomain.PackageTests;

/// <summary>The packages, packed once under a version that no cache knows, and a folder in which they are restored from nowhere else.</summary>
public sealed partial class PackedFeed : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("keji-packages-").FullName;

    private readonly Lazy<string> _feed;

    public PackedFeed() => _feed = new(Prepare);

    public static IReadOnlyList<string> Names { get; } = ["KejiDomain", "KejiDomain.Seeds", "KejiDomain.Tables", "KejiDomain.Tool"];

    /// <summary>The version in Directory.Build.props and a tail of this run's own.</summary>
    public static string Version { get; } =
        XDocument.Load(Path.Combine(Repository.Root, "Directory.Build.props")).Descendants("Version").Single().Value
        + "-test." + DateTime.UtcNow.ToString("yyyyMMdd-HHmmssfff", CultureInfo.InvariantCulture);

    /// <summary>The folder of the packages.</summary>
    public string Folder => _feed.Value;

    /// <summary>A folder with nothing of the repository above it, where packages of ours come from <see cref="Folder"/> alone.</summary>
    public string Work => Path.Combine(Path.GetDirectoryName(Folder)!, "work");

    /// <summary>What the consumers' projects need to know.</summary>
    internal static (string, string)[] Environment => [("KejiVersion", Version)];

    /// <summary>Packs a copy of the repository that lies in a folder.</summary>
    internal string Pack(string place)
    {
        var copy = Path.Combine(_root, place);
        var output = Path.Combine(_root, place + "-packed");
        Repository.CopyTo(copy);
        foreach (var name in Names)
        {
            Command.RunWith(copy, [("CI", "true")], "dotnet", "pack", Path.Combine("src", name), "-c", "Release", "-o", output, $"-p:Version={Version}");
        }

        return output;
    }

    internal ZipArchive Open(string name, string extension = "nupkg") => ZipFile.OpenRead(Path.Combine(Folder, $"{name}.{Version}.{extension}"));

    /// <summary>Copies a consumer's project to where it is built.</summary>
    internal string Consumer(string name, string? folderName = null)
    {
        var folder = Path.Combine(Work, folderName ?? name);
        Repository.CopyFolder(Path.Combine(Repository.Consumers, name), folder);
        return folder;
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private string Prepare()
    {
        // The machine's own sources stay as they are, whatever they are called.
        var sources = SourceName().Matches(Command.Run(_root, "dotnet", "nuget", "list", "source")).Select(m => m.Groups[1].Value);
        var installed = Command.Run(_root, "dotnet", "nuget", "locals", "global-packages", "--list").Split("global-packages:")[1].Trim();
        var feed = Pack("here");
        var work = Directory.CreateDirectory(Path.Combine(_root, "work")).FullName;
        foreach (var file in Directory.GetFiles(Repository.Consumers))
        {
            File.Copy(file, Path.Combine(work, Path.GetFileName(file)));
        }

        new XDocument(new XElement(
            "configuration",
            new XElement("packageSources", Add("keji", feed)),
            new XElement(
                "packageSourceMapping",
                new XElement("clear"),
                Mapping("keji", "KejiDomain*"),
                sources.Select(s => Mapping(s, "*"))),
            new XElement("config", Add("globalPackagesFolder", Path.Combine(work, ".packages"))),

            // What others have published and this machine already has is not fetched again.
            new XElement("fallbackPackageFolders", new XElement("clear"), Add("machine", installed)))).Save(Path.Combine(work, "nuget.config"));
        return feed;
    }

    [GeneratedRegex(@"^ *[0-9]+\. +(.+) \[Enabled\]", RegexOptions.Multiline)]
    private static partial Regex SourceName();

    private static XElement Add(string key, string value) => new("add", new XAttribute("key", key), new XAttribute("value", value));

    private static XElement Mapping(string source, string pattern) =>
        new("packageSource", new XAttribute("key", source), new XElement("package", new XAttribute("pattern", pattern)));
}
