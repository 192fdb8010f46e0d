using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace KejiDomain.PackageTests;

/// <summary>What the packages are and have in them.</summary>
public sealed partial class PackageTests(PackedFeed feed)
{
    [PackageFact]
    public void Two_places_make_the_same_bytes()
    {
        var there = feed.Pack(Path.Combine("some", "other-place"));
        foreach (var file in Directory.GetFiles(feed.Folder).Select(f => Path.GetFileName(f)!))
        {
            using var one = ZipFile.OpenRead(Path.Combine(feed.Folder, file));
            using var two = ZipFile.OpenRead(Path.Combine(there, file));
            Assert.Equal(one.Entries.Select(e => e.FullName), two.Entries.Select(e => e.FullName));
            Assert.Empty(one.Entries.Zip(two.Entries).Where(pair => !Bytes(pair.First).AsSpan().SequenceEqual(Bytes(pair.Second))).Select(pair => $"{file}: {pair.First.FullName}"));
        }

        Assert.Equal(2 * PackedFeed.Names.Count, Directory.GetFiles(there).Length);
    }

    [PackageFact]
    public void Every_package_says_what_it_is()
    {
        foreach (var name in PackedFeed.Names)
        {
            using var package = feed.Open(name);
            var nuspec = XDocument.Parse(Text(package, $"{name}.nuspec")).Root!.Elements().Single().Elements().ToDictionary(e => e.Name.LocalName);
            Assert.Equal(name, nuspec["id"].Value);
            Assert.Equal("expression", nuspec["license"].Attribute("type")!.Value);
            Assert.Matches("[A-Za-z]{4}.*\\p{IsCJKUnifiedIdeographs}{4}", nuspec["description"].Value);
            Assert.Contains("中国", nuspec["tags"].Value.Split(' '));
            Assert.Contains("china", nuspec["tags"].Value.Split(' '));
            Assert.StartsWith("https://", nuspec["projectUrl"].Value, StringComparison.Ordinal);
            Assert.Equal(nuspec["projectUrl"].Value, nuspec["repository"].Attribute("url")!.Value);
            Assert.Null(nuspec["repository"].Attribute("branch"));
            Assert.NotEmpty(nuspec["releaseNotes"].Value);
            Assert.DoesNotContain("\n## ", nuspec["releaseNotes"].Value, StringComparison.Ordinal);
            Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], Bytes(package.GetEntry(nuspec["icon"].Value)!)[..4]);

            var readme = Text(package, nuspec["readme"].Value);
            Assert.Matches("\n\\p{IsCJKUnifiedIdeographs}[^\n]+", readme);
            Assert.All(Link().Matches(readme), link => Assert.StartsWith("https://", link.Groups[1].Value, StringComparison.Ordinal));
            Assert.Contains("/RELEASES.md)", readme, StringComparison.Ordinal);
        }
    }

    [PackageFact]
    public void Every_link_of_a_README_leads_to_a_file_of_this_repository()
    {
        foreach (var name in PackedFeed.Names)
        {
            using var package = feed.Open(name);
            var links = Link().Matches(Text(package, "README.md")).Select(m => m.Groups[1].Value).Where(l => l.Contains("/blob/", StringComparison.Ordinal)).ToArray();
            Assert.NotEmpty(links);
            Assert.All(links, link => Assert.True(File.Exists(Path.Combine(Repository.Root, link.Split($"/blob/v{PackedFeed.Version}/")[1])), link));
        }
    }

    [PackageFact]
    public void The_library_depends_on_Noda_Time_alone_and_nobody_is_dragged_up()
    {
        Assert.Equal(["NodaTime"], Dependencies("KejiDomain").Keys);

        // Noda Time is named again, since transitive versions are pinned.
        Assert.Equal(["KejiDomain", "NodaTime"], Dependencies("KejiDomain.Seeds").Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["CsvHelper", "KejiDomain", "NodaTime"], Dependencies("KejiDomain.Tables").Keys.Order(StringComparer.Ordinal));
        Assert.Empty(Dependencies("KejiDomain.Tool"));
        var pinned = XDocument.Load(Path.Combine(Repository.Root, "Directory.Packages.props")).Descendants("PackageVersion").ToDictionary(e => e.Attribute("Include")!.Value, e => e.Attribute("Version")!.Value);
        Assert.Equal(pinned["NodaTime"], Dependencies("KejiDomain")["NodaTime"]);
        Assert.Equal(PackedFeed.Version, Dependencies("KejiDomain.Tables")["KejiDomain"]);
    }

    [PackageFact]
    public void Libraries_have_their_words_and_symbols_that_lead_to_the_source()
    {
        foreach (var name in PackedFeed.Names.Where(n => n != "KejiDomain.Tool"))
        {
            using var package = feed.Open(name);
            Assert.NotNull(package.GetEntry($"lib/net10.0/{name}.dll"));
            Assert.Contains($"<name>{name}</name>", Text(package, $"lib/net10.0/{name}.xml"), StringComparison.Ordinal);

            using var symbols = feed.Open(name, "snupkg");
            using var pdb = System.Reflection.Metadata.MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(Bytes(symbols.GetEntry($"lib/net10.0/{name}.pdb")!)));
            var reader = pdb.GetMetadataReader();
            var documents = reader.Documents.Select(d => reader.GetString(reader.GetDocument(d).Name)).ToArray();
            Assert.NotEmpty(documents);
            Assert.All(documents, d => Assert.StartsWith("/_/", d, StringComparison.Ordinal));
        }
    }

    [PackageFact]
    public void Schema_and_codes_are_there_for_those_who_do_not_use_NET()
    {
        using var package = feed.Open("KejiDomain");
        Assert.Equal(Schema.KejiSchema.Text, Text(package, "schema/keji-domain-1.0.schema.json"));
        Assert.Equal(Schema.KejiSchema.ClosedText, Text(package, "schema/keji-domain-1.0.closed.schema.json"));
        foreach (var list in CodeList.Names.Select(CodeList.Get))
        {
            var rows = Text(package, $"codes/{list.Name}.codes.tsv").Split('\n').Where(l => l.Length > 0 && l[0] != '#').Skip(1).Select(l => l.Split('\t')[0]);
            Assert.Equal(list.Definitions.Select(d => d.Code), rows);
        }
    }

    private Dictionary<string, string> Dependencies(string name)
    {
        using var package = feed.Open(name);
        return XDocument.Parse(Text(package, $"{name}.nuspec")).Descendants().Where(e => e.Name.LocalName == "dependency").ToDictionary(e => e.Attribute("id")!.Value, e => e.Attribute("version")!.Value);
    }

    private static string Text(ZipArchive package, string name)
    {
        using var reader = new StreamReader(package.GetEntry(name)?.Open() ?? throw new FileNotFoundException(name));
        return reader.ReadToEnd();
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    [GeneratedRegex(@"\]\(([^)]+)\)")]
    private static partial Regex Link();
}
