namespace KejiDomain.PackageTests;

/// <summary>The command as it is installed from the feed.</summary>
public sealed class ToolTests(PackedFeed feed)
{
    [PackageFact]
    public void The_tool_installs_and_does_its_work()
    {
        var folder = Directory.CreateDirectory(Path.Combine(feed.Work, "tool")).FullName;
        var installed = Path.Combine(folder, "installed");
        Command.Run(folder, "dotnet", "tool", "install", "KejiDomain.Tool", "--version", PackedFeed.Version, "--tool-path", installed);
        Repository.CopyFolder(Path.Combine(Repository.Root, "seeds"), Path.Combine(folder, "seeds"));

        Assert.StartsWith(PackedFeed.Version, Keji("--version"), StringComparison.Ordinal);
        Assert.Contains("5 data sets: valid; 0 errors", Keji("check", "seeds"), StringComparison.Ordinal);
        Assert.StartsWith("鹤壁市召开2023年全市科技工作会议\n", Keji("show", "seeds/hebi-2023.json"), StringComparison.Ordinal);
        Keji("fmt", "seeds", "--check");
        Keji("export", "seeds", "--to", "csv", "--out", "tables");
        Assert.Equal(KejiDomain.Tables.KejiTables.ToCsv("observations", Seeds.All), File.ReadAllText(Path.Combine(folder, "tables", "observations.csv")));
        Assert.Contains("KD7001", Keji("explain", "KD7001", "--lang", "zh"), StringComparison.Ordinal);
        Assert.Contains("行动计划", Keji("codes", "program-kind"), StringComparison.Ordinal);
        Assert.Equal(Schema.KejiSchema.Text, Keji("schema"));

        File.WriteAllText(Path.Combine(folder, "broken.json"), File.ReadAllText(Path.Combine(folder, "seeds", "hebi-2023.json")).Replace("\"actual\"", "7", StringComparison.Ordinal));
        var (code, output) = Command.Try(folder, [], Path.Combine(installed, "keji"), "check", "broken.json");
        Assert.Equal(1, code);
        Assert.Contains("KD1", output, StringComparison.Ordinal);

        string Keji(params string[] arguments) => Command.Run(folder, Path.Combine(installed, "keji"), arguments);
    }
}
