using System.Diagnostics;

namespace KejiDomain.Tests.Snapshots;

public sealed class SnapshotFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Bad_text_is_found_and_good_text_is_not()
    {
        Write("Good.A.verified.json", "{ \"名\": \"𠮷\" }\n"u8);
        Write("Bom.A.verified.json", "\uFEFF{}"u8);
        Write("Cr.A.verified.txt", "a\r\n"u8);
        Write("Empty.A.verified.txt", []);
        Write("Gbk.A.verified.txt", [0xba, 0xd7]);
        Write("Other.A.txt", "\r"u8);
        Assert.Equal(
            ["Bom.A.verified.json: byte order mark", "Cr.A.verified.txt: carriage return", "Empty.A.verified.txt: empty", "Gbk.A.verified.txt: not UTF-8"],
            new SnapshotFolder(_folder.Path).FindBadText());
    }

    [Fact]
    public async Task A_snapshot_without_its_test_is_an_orphan()
    {
        Write("Owners.Fact.verified.txt", "a"u8);
        Write("Owners.Gone.verified.txt", "a"u8);
        Write("Owners.Helper.verified.txt", "a"u8);
        Write("Owners.Member_day=Friday.verified.txt", "a"u8);
        Write("Owners.Member_day=Sunday.verified.txt", "a"u8);
        Write("Owners.Theory_value=one_count=1.verified.txt", "a"u8);
        Write("Owners.Theory_value=two-three_count=2.verified.txt", "a"u8);
        Write("Owners.Theory_value=gone_count=1.verified.txt", "a"u8);
        Write("Owners.cs", "a"u8);
        Directory.CreateDirectory(_folder.File("moved"));
        Write("moved/Owners.Fact.verified.txt", "a"u8);
        Directory.CreateDirectory(_folder.File("bin"));
        Write("bin/Owners.Built.verified.txt", "a"u8);
        Assert.Equal(
            [
                "Owners.Gone.verified.txt: no test is called Owners.Gone",
                "Owners.Helper.verified.txt: no test is called Owners.Helper",
                "Owners.Member_day=Sunday.verified.txt: no test is called Owners.Member_day=Sunday",
                "Owners.Theory_value=gone_count=1.verified.txt: no test is called Owners.Theory_value=gone_count=1",
                "moved/Owners.Fact.verified.txt: Owners.cs is not in this folder",
            ],
            await new SnapshotFolder(_folder.Path).FindOrphans([typeof(Owners)]));
    }

    [Fact]
    public void Committed_received_files_are_found()
    {
        Assert.SkipWhen(SnapshotFolder.OfThisProject.FindCommittedReceived() is null, "There is no git, or no working tree.");
        Git("init", "--quiet");
        Write("A.B.received.txt", "a"u8);
        Write("A.B.verified.txt", "a"u8);
        Assert.Equal([], new SnapshotFolder(_folder.Path).FindCommittedReceived());
        Git("add", "--force", ".");
        Assert.Equal(["A.B.received.txt"], new SnapshotFolder(_folder.Path).FindCommittedReceived());
    }

    private void Write(string name, ReadOnlySpan<byte> bytes) => File.WriteAllBytes(_folder.File(name), bytes);

    private void Git(params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = _folder.Path })!;
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
    }
}
