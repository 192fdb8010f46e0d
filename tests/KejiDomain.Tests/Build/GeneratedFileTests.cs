using KejiDomain.Build;

namespace KejiDomain.Tests.Build;

public sealed class GeneratedFileTests
{
    public static TheoryData<string> Parts() => ["code", "contract"];

    [Theory]
    [MemberData(nameof(Parts))]
    public void Committed_files_are_what_the_build_program_makes(string part)
    {
        var stale = GeneratedFiles.Make(part, Repository.Root)!
            .Where(f => !File.Exists(Path.Combine(Repository.Root, f.Path)) || File.ReadAllText(Path.Combine(Repository.Root, f.Path)) != f.Text)
            .Select(f => f.Path);
        Assert.Empty(stale);
    }

    [Fact]
    public void No_generated_file_is_left_that_nothing_makes()
    {
        var made = GeneratedFiles.Make("code", Repository.Root)!.Concat(GeneratedFiles.Make("contract", Repository.Root)!).Select(f => f.Path).ToHashSet();
        var found = Directory.GetFiles(Path.Combine(Repository.Root, "src", "KejiDomain"), "*.g.cs", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Repository.Root, f).Replace('\\', '/'))
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal));
        Assert.Empty(found.Where(f => !made.Contains(f)));
    }

    [Fact]
    public void An_unknown_part_makes_nothing() => Assert.Null(GeneratedFiles.Make("everything", Repository.Root));
}
