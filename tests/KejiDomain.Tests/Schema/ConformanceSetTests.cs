using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json.Nodes;
using KejiDomain.Build;
using KejiDomain.Validation;

namespace KejiDomain.Tests.Schema;

public sealed class ConformanceSetTests
{
    [Fact]
    public void The_same_repository_gives_the_same_bytes() => Assert.Equal(Make(), Make());

    [Fact]
    public void It_has_every_document_and_says_rightly_whether_it_reads()
    {
        using var archive = new ZipArchive(new MemoryStream(Make()));
        var names = archive.Entries.Select(e => e.FullName).ToHashSet();
        var documents = JsonNode.Parse(Text(archive, "manifest.json"))!["documents"]!.AsArray();
        var expected = Directory.GetFiles(Repository.Seeds, "*.json").Select(f => "seeds/" + Path.GetFileName(f))
            .Concat(Directory.GetFiles(Path.Combine(Repository.Fixtures, "issues"), "*.json").Select(f => "issues/" + Path.GetFileName(f)).Where(f => !f.EndsWith(".issues.json", StringComparison.Ordinal)));
        Assert.Equal(expected.Order(StringComparer.Ordinal), documents.Select(d => d!["file"]!.GetValue<string>()).Order(StringComparer.Ordinal));
        Assert.All(documents, d =>
        {
            Assert.Contains(d!["file"]!.GetValue<string>(), names);
            if (d["issues"]?.GetValue<string>() is { } issues)
            {
                var codes = JsonNode.Parse(Text(archive, issues))!.AsArray().Select(i => i!["code"]!.GetValue<string>());
                var isRefused = codes.Any(c => c[2] is '1' or '2' && IssueDefinition.Get(c).Severity == Severity.Error);
                Assert.Equal(!isRefused, d["reads"]!.GetValue<bool>());
            }
            else
            {
                Assert.True(d["reads"]!.GetValue<bool>());
                Assert.True(d["canonical"]!.GetValue<bool>());
            }
        });
        Assert.Equal(CodeList.Names.Select(n => $"codes/{n}.codes.tsv").Order(StringComparer.Ordinal), names.Where(n => n.EndsWith(".codes.tsv", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Contains("texts/fixture.txt", names);
    }

    [Fact]
    public void The_package_carries_the_schemas_and_every_code_list()
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["msbuild", Path.Combine(Repository.Root, "src", "KejiDomain", "KejiDomain.csproj"), "-getItem:None", "-nologo"])
        {
            RedirectStandardOutput = true,
        })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var packed = JsonNode.Parse(output)!["Items"]!["None"]!.AsArray()
            .Where(i => i!["Pack"]?.GetValue<string>() == "true")
            .Select(i => i!["PackagePath"]!.GetValue<string>())
            .ToHashSet();
        Assert.Superset(CodeList.Names.Select(n => $"codes/{n}.codes.tsv").ToHashSet(), packed);
        Assert.Superset(new HashSet<string> { "schema/keji-domain-1.0.schema.json", "schema/keji-domain-1.0.closed.schema.json", "schema/README.md", "codes/code-lists.tsv", "codes/issues.tsv" }, packed);
    }

    private static byte[] Make()
    {
        using var stream = new MemoryStream();
        ConformanceSet.Write(Repository.Root, stream);
        return stream.ToArray();
    }

    private static string Text(ZipArchive archive, string name)
    {
        using var reader = new StreamReader(archive.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }
}
