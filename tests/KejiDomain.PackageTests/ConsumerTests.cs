using System.Text;
using System.Text.RegularExpressions;

namespace KejiDomain.PackageTests;

/// <summary>What becomes of the packages in projects of others.</summary>
public sealed partial class ConsumerTests(PackedFeed feed)
{
    [PackageFact]
    public void A_console_app_reads_asks_checks_changes_and_writes() => Assert.Equal(
        """
        xinxiang-2018: valid: 0 errors, 0 warnings, 0 notes
        sanmenxia-2021: valid: 0 errors, 0 warnings, 0 notes
        anonymous-2023: valid: 0 errors, 0 warnings, 0 notes
        hebi-2023: valid: 0 errors, 0 warnings, 0 notes
        jilin-2024: valid: 0 errors, 0 warnings, 0 notes
        高新技术企业 [总量] 2022: 121家, +34.4%
        Base high-tech-enterprises 2021: 90 [89.9963, 90.0633]
        read back equal
        KD5002 $.people[2].id: 标识“li-xiaoli”用于两条记录。
        KD5002 $.people[3].id: 标识“xi-jinping”用于两条记录。
        鹤壁市 3
        dataset,id,name,name_en,name_pinyin,unit,denominator,nominal,gaps,source,span

        """,
        Run("App"));

    [PackageFact]
    public void The_JSON_does_not_change_in_a_foreign_context() => Assert.EndsWith("\nall as it should be\n", Run("Embedding"), StringComparison.Ordinal);

    [PackageFact]
    public void A_native_app_has_everything_and_no_warning()
    {
        Assert.SkipUnless(HasLinker(), "Native AOT needs clang or gcc.");
        var folder = feed.Consumer("Native");
        var built = Command.RunWith(folder, PackedFeed.Environment, "dotnet", "publish", "-c", "Release", "--use-current-runtime", "-o", "out");
        Assert.DoesNotContain("warning IL", built, StringComparison.Ordinal);
        Assert.Equal(
            """
            5 data sets read back equal
            5 data sets, valid: 0 errors, 0 warnings, 0 notes
            鹤壁市, 河南省
            21 rows
            issues have their place
            the schema is there

            """,
            Command.Run(folder, Path.Combine(folder, "out", OperatingSystem.IsWindows() ? "Native.exe" : "Native")));
    }

    [PackageFact]
    public void The_samples_of_the_READMEs_run_as_scripts()
    {
        Repository.CopyFolder(Path.Combine(Repository.Root, "seeds"), Path.Combine(feed.Work, "seeds"));
        var ran = new List<string>();
        foreach (var name in PackedFeed.Names)
        {
            using var package = feed.Open(name);
            using var reader = new StreamReader(package.GetEntry("README.md")!.Open());
            var readme = reader.ReadToEnd();
            foreach (var (block, printed) in Samples().Matches(readme).Select(m => (m.Groups[1].Value, m.Groups[2].Value)))
            {
                File.WriteAllText(Path.Combine(feed.Work, $"sample-{name}.cs"), $"#:package {name}@{PackedFeed.Version}\n#:property PublishAot=false\n{block}");
                Assert.Equal(printed, Command.Run(feed.Work, "dotnet", "run", $"sample-{name}.cs"));
                ran.Add(name);
            }
        }

        Assert.Equal(["KejiDomain", "KejiDomain.Seeds", "KejiDomain.Tables"], ran);
    }

    [PackageFact]
    public void The_scripts_for_researchers_run_with_packages_in_the_place_of_projects()
    {
        var scripts = Path.Combine(feed.Work, "samples");
        Repository.CopyFolder(Path.Combine(Repository.Root, "src", "samples"), scripts);
        var run = 0;
        foreach (var script in Directory.GetFiles(scripts, "*.cs").Where(f => Path.GetFileName(f) != "charts.cs"))
        {
            var text = Projects().Replace(File.ReadAllText(script), $"#:package $1@{PackedFeed.Version}");
            Assert.DoesNotContain("#:project", text, StringComparison.Ordinal);
            File.WriteAllText(script, text);

            // Without a font for charts all that is printed beside the tables is one note.
            var name = Path.GetFileNameWithoutExtension(script);
            var printed = Command.RunWith(scripts, [("KEJI_FONT", "none")], "dotnet", "run", Path.GetFileName(script), "--", Path.Combine(scripts, "own.json"));
            var expected = Path.Combine(Repository.Root, "tests", "KejiDomain.Tests", "Scripts", $"ScriptTests.Prints_its_tables_and_draws_its_charts_name={name}.verified.txt");
            Assert.Equal(File.ReadAllText(expected), string.Concat(printed.Split('\n').Where(l => !l.StartsWith(name + ": no chart", StringComparison.Ordinal)).Select(l => l + "\n"))[..^1]);
            run++;
        }

        Assert.Equal(6, run);
    }

    [PackageFact]
    public void No_public_type_is_ambiguous_beside_the_implicit_usings_and_Noda_Time()
    {
        Type[] roots = [typeof(PolicyDataset), typeof(Seeds), typeof(Tables.KejiTables)];
        var types = roots.SelectMany(r => r.Assembly.GetExportedTypes()).Where(t => !t.Name.StartsWith('<') && t.DeclaringType?.Name.StartsWith('<') != true).ToArray();
        Assert.True(types.Length > 150);
        var program = new StringBuilder();
        foreach (var space in types.Select(t => t.Namespace!).Append("NodaTime").Distinct().Order(StringComparer.Ordinal))
        {
            program.Append("using ").Append(space).Append(";\n");
        }

        program.Append("\nType[] types =\n[\n");
        foreach (var type in types)
        {
            program.Append("    typeof(").Append(Name(type)).Append("),\n");
        }

        program.Append("];\nConsole.WriteLine(types.Length);\n");
        var folder = feed.Consumer("App", "Names");
        File.WriteAllText(Path.Combine(folder, "Program.cs"), program.ToString());
        Assert.Equal($"{types.Length}\n", Command.RunWith(folder, PackedFeed.Environment, "dotnet", "run"));
    }

    private static string Name(Type type) =>
        (type.DeclaringType is { } outer ? Name(outer) + "." : string.Empty)
        + (type.IsGenericTypeDefinition ? $"{type.Name.Split('`')[0]}<{new string(',', type.GetGenericArguments().Length - 1)}>" : type.Name);

    private static bool HasLinker() =>
        (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator).Any(f => File.Exists(Path.Combine(f, "clang")) || File.Exists(Path.Combine(f, "gcc")));

    private string Run(string name) => Command.RunWith(feed.Consumer(name), PackedFeed.Environment, "dotnet", "run");

    [GeneratedRegex(@"^#:project \.\./[^/]+/(.+)\.csproj$", RegexOptions.Multiline)]
    private static partial Regex Projects();

    [GeneratedRegex("```csharp\n(.*?)```\n\nprints\n\n```text\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Samples();
}
