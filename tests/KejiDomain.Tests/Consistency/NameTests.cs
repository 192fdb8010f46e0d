namespace KejiDomain.Tests.Consistency;

public sealed class NameTests
{
    // What a top-level program has in scope by default, and the dates that it will want beside ours.
    private static readonly string[] InScope =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks", "NodaTime",
    ];

    [Fact]
    public void No_public_type_is_called_like_one_that_is_in_scope_by_default()
    {
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(p => Path.GetFileName(p) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name == "NodaTime.dll"))
            .Select(p => System.Reflection.Assembly.Load(Path.GetFileNameWithoutExtension(p)));
        var taken = platform.SelectMany(a => a.GetExportedTypes()).Where(t => !t.IsNested && InScope.Contains(t.Namespace)).Select(t => t.Name.Split('`')[0]).ToHashSet(StringComparer.Ordinal);
        Assert.Contains("Range", taken);
        Assert.Contains("Interval", taken);
        Assert.Empty(typeof(PolicyDataset).Assembly.GetExportedTypes().Where(t => !t.IsNested && t.Namespace == nameof(KejiDomain) && taken.Contains(t.Name.Split('`')[0])).Select(t => t.Name));
    }

    [Fact]
    public void Every_public_type_has_a_file_of_its_name()
    {
        var files = Directory.GetFiles(Path.Combine(Repository.Root, "src", "KejiDomain"), "*.cs", SearchOption.AllDirectories)
            .Select(f => Path.GetFileName(f).Split('.')[0]).ToHashSet(StringComparer.Ordinal);

        // Converters of closed sets, of lists and of plain numbers stand together: nobody looks for them by name.
        Assert.Empty(typeof(PolicyDataset).Assembly.GetExportedTypes()
            .Where(t => !t.IsNested && !t.Name.Contains("JsonConverter", StringComparison.Ordinal) && !files.Contains(t.Name.Split('`')[0])).Select(t => t.Name));
    }
}
