namespace KejiDomain.Tests.Snapshots;

/// <summary>What holds for every committed snapshot of this project.</summary>
public class SnapshotConventionTests
{
    [Fact]
    public void Snapshots_are_utf8_without_byte_order_mark_or_carriage_return()
    {
        Assert.NotEmpty(SnapshotFolder.OfThisProject.VerifiedFiles());
        Assert.Empty(SnapshotFolder.OfThisProject.FindBadText());
    }

    [Fact]
    public async Task Every_snapshot_belongs_to_a_test() =>
        Assert.Empty(await SnapshotFolder.OfThisProject.FindOrphans(typeof(SnapshotConventionTests).Assembly.GetTypes()));

    [Fact]
    public void No_received_file_is_committed()
    {
        var committed = SnapshotFolder.OfThisProject.FindCommittedReceived();
        Assert.SkipWhen(committed is null, "The sources are not in a git working tree, or git is not installed.");
        Assert.Empty(committed);
    }
}
