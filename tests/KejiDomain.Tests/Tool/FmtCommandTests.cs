namespace KejiDomain.Tests.Tool;

public sealed class FmtCommandTests
{
    [Fact]
    public void The_sample_is_canonical()
    {
        var run = ToolRun.Of("fmt", "--check", ToolRun.SampleJson);
        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Output);
    }

    [Fact]
    public void A_file_is_put_into_its_canonical_form_once()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("a.json");
        var canonical = File.ReadAllText(ToolRun.SampleJson);
        File.WriteAllText(path, canonical.Replace("\n", "\r\n", StringComparison.Ordinal));

        var check = ToolRun.Of("fmt", folder.Path, "--check");
        Assert.Equal(1, check.ExitCode);
        Assert.Equal($"would change {path}\n", check.Output);
        Assert.NotEqual(canonical, File.ReadAllText(path));

        var first = ToolRun.Of("fmt", folder.Path);
        Assert.Equal(0, first.ExitCode);
        Assert.Equal($"formatted {path}\n", first.Output);
        Assert.Equal(canonical, File.ReadAllText(path));

        var written = new DateTime(2020, 1, 2, 3, 4, 5, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(path, written);
        var second = ToolRun.Of("fmt", folder.Path);
        Assert.Equal(0, second.ExitCode);
        Assert.Empty(second.Output);
        Assert.Equal(written, File.GetLastWriteTimeUtc(path));
        Assert.Equal([path], Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void Files_of_a_folder_come_in_ordinal_order_and_one_bad_one_stops_no_other()
    {
        using var folder = new TemporaryFolder();
        var loose = File.ReadAllText(ToolRun.SampleJson) + "\n";
        foreach (var name in new[] { "b.json", "a.json", "B.json", "c.txt" })
        {
            File.WriteAllText(folder.File(name), loose);
        }

        File.WriteAllText(folder.File("aa.json"), "{");
        var run = ToolRun.Of("fmt", folder.Path);
        Assert.Equal(1, run.ExitCode);
        Assert.Equal($"formatted {folder.File("B.json")}\nformatted {folder.File("a.json")}\nformatted {folder.File("b.json")}\n", run.Output);
        Assert.Contains("aa.json", run.ErrorLine(), StringComparison.Ordinal);
        Assert.Equal("{", File.ReadAllText(folder.File("aa.json")));
        Assert.Equal(loose, File.ReadAllText(folder.File("c.txt")));
    }

    [Fact]
    public void A_file_with_unknown_members_is_left_as_it_is()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("newer.json");
        var text = File.ReadAllText(ToolRun.SampleJson).Replace("\"id\": \"sample-2023\",", "\"id\": \"sample-2023\", \"novelty\": 1,", StringComparison.Ordinal);
        File.WriteAllText(path, text);
        var run = ToolRun.Of("fmt", path);
        Assert.Equal(1, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains("members that this version does not know", run.ErrorLine(), StringComparison.Ordinal);
        Assert.Equal(text, File.ReadAllText(path));
    }

    [Fact]
    public void What_lenient_reading_tolerates_without_loss_is_put_right()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("null.json");
        File.WriteAllText(path, File.ReadAllText(ToolRun.SampleJson).Replace("\"id\": \"sample-2023\",", "\"id\": \"sample-2023\", \"indicators\": null,", StringComparison.Ordinal));
        Assert.Equal(0, ToolRun.Of("fmt", path).ExitCode);
        Assert.Equal(File.ReadAllText(ToolRun.SampleJson), File.ReadAllText(path));
    }

    [Fact]
    public void The_file_behind_a_link_is_replaced_and_keeps_its_mode()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links and modes of Unix.");
        using var folder = new TemporaryFolder();
        var target = folder.File("target.data");
        var link = folder.File("link.json");
        File.WriteAllText(target, File.ReadAllText(ToolRun.SampleJson) + " ");
        var mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(target, mode);
        }

        File.CreateSymbolicLink(link, target);
        Assert.Equal(0, ToolRun.Of("fmt", link).ExitCode);
        Assert.NotNull(new FileInfo(link).LinkTarget);
        Assert.Equal(File.ReadAllText(ToolRun.SampleJson), File.ReadAllText(target));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(mode, File.GetUnixFileMode(target));
        }
    }

    [Fact]
    public void A_read_only_file_is_left_as_it_is_and_nothing_stays_beside_it()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("a.json");
        var text = File.ReadAllText(ToolRun.SampleJson) + "\n";
        File.WriteAllText(path, text);
        File.SetAttributes(path, FileAttributes.ReadOnly);
        try
        {
            var run = ToolRun.Of("fmt", path);
            Assert.Equal(2, run.ExitCode);
            Assert.Equal($"{path}: is read-only", run.ErrorLine());
            Assert.Equal(text, File.ReadAllText(path));
            Assert.Equal([path], Directory.GetFileSystemEntries(folder.Path));
        }
        finally
        {
            File.SetAttributes(path, FileAttributes.Normal);
        }
    }
}
