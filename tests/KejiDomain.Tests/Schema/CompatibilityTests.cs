using System.Text;
using KejiDomain.Json;
using KejiDomain.Schema;

namespace KejiDomain.Tests.Schema;

/// <summary>Holds the policy of compatibility: what was published stays, and is still read.</summary>
public sealed class CompatibilityTests
{
    private static readonly string[] Current = SchemaSurface.Of(KejiSchema.Text);

    private static string Folder => Path.Combine(Repository.Fixtures, "published");

    public static TheoryData<string> Versions() => [.. Directory.GetDirectories(Folder).Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)];

    public static TheoryData<string> Documents() =>
        [.. Directory.GetFiles(Folder, "*.json", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Folder, f).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    [Fact]
    public void The_current_version_is_kept()
    {
        var surface = Path.Combine(Folder, PolicyDataset.CurrentVersion.ToString(), "surface.txt");
        if (!File.Exists(surface) && Environment.GetEnvironmentVariable("VERIFY_ACCEPT") == "1" && Environment.GetEnvironmentVariable("CI") is null)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(surface)!);
            File.WriteAllText(surface, string.Join('\n', Current) + "\n");
        }

        Assert.True(File.Exists(surface));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void Every_published_schema_keeps_its_files_and_its_promises(string version)
    {
        var schemas = Path.Combine(Repository.Root, "src", "KejiDomain", "Schema");
        Assert.True(File.Exists(Path.Combine(schemas, $"keji-domain-{version}.schema.json")));
        Assert.True(File.Exists(Path.Combine(schemas, $"keji-domain-{version}.closed.schema.json")));
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(Folder, version), "*.json"));
        var published = File.ReadAllLines(Path.Combine(Folder, version, "surface.txt"));
        var own = SchemaSurface.Of(File.ReadAllText(Path.Combine(schemas, $"keji-domain-{version}.schema.json")));
        Assert.Empty(SchemaSurface.Breaks(published, own));
        if (version.Split('.')[0] == PolicyDataset.CurrentVersion.ToString().Split('.')[0])
        {
            Assert.Empty(SchemaSurface.Breaks(published, Current));
        }
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_published_document_is_still_read_and_keeps_its_bytes(string name)
    {
        var bytes = File.ReadAllBytes(Path.Combine(Folder, name));
        var result = KejiJson.Read(bytes);
        Assert.True(result.IsSuccess, result.Report.ToString());
        Assert.Equal(Encoding.UTF8.GetString(bytes), KejiJson.Write(result.Value));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void The_documents_of_a_version_use_every_member_that_it_has(string version)
    {
        var members = File.ReadAllLines(Path.Combine(Folder, version, "surface.txt")).Select(l => l.Split(' ')[0]).Where(l => l.Contains('.', StringComparison.Ordinal)).ToHashSet();
        foreach (var file in Directory.GetFiles(Path.Combine(Folder, version), "*.json"))
        {
            members.ExceptWith(MembersUsed.In(KejiJson.Read(File.ReadAllBytes(file)).GetValueOrThrow()));
        }

        Assert.Empty(members);
    }

    [Fact]
    public void A_break_is_seen()
    {
        Assert.Empty(SchemaSurface.Breaks(Current, Current));
        Assert.Empty(SchemaSurface.Breaks(Current, [.. Current, "Run.months optional integer 1..9", "UnitKind code later", "Later record", "Later.id required text"]));
        Assert.Equal(["newly required: Run.months required integer 1..9"], SchemaSurface.Breaks(Current, [.. Current, "Run.months required integer 1..9"]));
        foreach (var gone in new[] { "EvidenceBasis literal stated", "ClaimWord code first", "PolicyDataset.id required DatasetId" })
        {
            Assert.Contains(gone, Current);
            Assert.Equal(["gone: " + gone], SchemaSurface.Breaks(Current, [.. Current.Where(l => l != gone)]));
        }
    }
}
