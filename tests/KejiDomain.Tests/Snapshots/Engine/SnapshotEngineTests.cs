using System.Text;

namespace KejiDomain.Tests.Snapshots.Engine;

public sealed class SnapshotEngineTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _launched = [];

    private string Verified => _folder.File("Tests.One.verified.json");

    private string Received => _folder.File("Tests.One.received.json");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_missing_snapshot_fails_and_is_never_written(bool onBuildServer)
    {
        var failure = await Fails("{ \"市\": \"鹤壁\" }\n", onBuildServer);
        Assert.StartsWith("Snapshot missing: Tests.One.verified.json\n", failure, StringComparison.Ordinal);
        Assert.Contains("+ { \"市\": \"鹤壁\" }\n", failure, StringComparison.Ordinal);
        Assert.False(File.Exists(Verified));
        Assert.Equal("{ \"市\": \"鹤壁\" }\n"u8.ToArray(), await File.ReadAllBytesAsync(Received, TestContext.Current.CancellationToken));
        Assert.Equal(onBuildServer ? [] : [$"{Received} {Verified}"], _launched);
    }

    [Fact]
    public async Task A_changed_text_fails_with_the_changed_lines()
    {
        var before = string.Join('\n', Enumerable.Range(1, 20));
        await Write(before);
        var failure = await Fails(before.Replace("\n12\n", "\n12.0\n", StringComparison.Ordinal));
        Assert.EndsWith(
            "- verified, + received\n@@ line 9 @@\n  9\n  10\n  11\n- 12\n+ 12.0\n  13\n  14\n  15\n", failure, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllTextAsync(Verified, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("1.50", "1.5")]
    [InlineData("a\n", "a")]
    [InlineData("a", "a ")]
    [InlineData("a\n\n", "a\n")]
    [InlineData("A", "a")]
    [InlineData("é", "e\u0301")]
    public async Task Every_byte_counts(string verified, string target)
    {
        await Write(verified);
        var failure = await Fails(target);
        Assert.Contains("- verified, + received\n@@ line 1 @@\n", failure, StringComparison.Ordinal);
        Assert.Equal(target, await File.ReadAllTextAsync(Received, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("\uFEFFa\nb")]
    [InlineData("a\r\nb")]
    public async Task A_byte_order_mark_or_carriage_return_in_the_snapshot_is_a_difference(string verified)
    {
        await Write(verified);
        Assert.EndsWith("Only the byte order mark or the line ends differ.\n", await Fails("a\nb"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_carriage_return_in_the_text_is_refused() =>
        Assert.Contains("carriage return", await Fails("a\r\nb"), StringComparison.Ordinal);

    [Fact]
    public async Task An_unpaired_surrogate_is_refused() =>
        await Assert.ThrowsAsync<EncoderFallbackException>(() => Run("\ud842"));

    [Fact]
    public async Task An_equal_text_passes_and_clears_what_was_received()
    {
        await Write("a\n");
        await Fails("b\n");
        Assert.True(File.Exists(Received));
        await Run("a\n");
        Assert.False(File.Exists(Received));
        Assert.Equal([$"{Received} {Verified}", "closed"], _launched);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("old")]
    public async Task An_accepted_text_becomes_the_snapshot(string? before)
    {
        if (before is not null)
        {
            await Write(before);
            await Fails("new");
        }

        await Run("new", accept: true);
        Assert.Equal("new"u8.ToArray(), await File.ReadAllBytesAsync(Verified, TestContext.Current.CancellationToken));
        Assert.False(File.Exists(Received));
        await Run("new");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("old")]
    public async Task A_build_server_accepts_nothing(string? before)
    {
        if (before is not null)
        {
            await Write(before);
        }

        var failure = await Fails("new", onBuildServer: true, accept: true);
        Assert.Contains("VERIFY_ACCEPT is refused on a build server", failure, StringComparison.Ordinal);
        Assert.Equal(before, File.Exists(Verified) ? await File.ReadAllTextAsync(Verified, TestContext.Current.CancellationToken) : null);
        Assert.Empty(_launched);
    }

    [Fact]
    public async Task A_long_difference_is_cut()
    {
        await Write(string.Concat(Enumerable.Repeat("a\n", 500)));
        var failure = await Fails(string.Concat(Enumerable.Repeat("b\n", 500)));
        Assert.EndsWith("(801 more lines)\n", failure, StringComparison.Ordinal);
    }

    [Fact]
    public void A_test_owns_one_snapshot()
    {
        Verifier.Claim(_folder.Path, "Tests.One");
        Verifier.Claim(_folder.Path, "Tests.Two");
        var failure = Assert.Throws<InvalidOperationException>(() => Verifier.Claim(_folder.Path, "Tests.One"));
        Assert.StartsWith("Tests.One has already been verified", failure.Message, StringComparison.Ordinal);
    }

    private Task Write(string text) => File.WriteAllBytesAsync(Verified, Encoding.UTF8.GetBytes(text));

    private Task Run(string target, bool onBuildServer = false, bool accept = false) => new SnapshotEngine
    {
        Encoding = new UTF8Encoding(false, throwOnInvalidBytes: true),
        OnBuildServer = onBuildServer,
        Accept = accept,
        Launch = (received, verified) =>
        {
            _launched.Add($"{received} {verified}");
            return Task.CompletedTask;
        },
        Close = (_, _) => _launched.Add("closed"),
    }.VerifyAsync(target, _folder.Path, "Tests.One", "json");

    private async Task<string> Fails(string target, bool onBuildServer = false, bool accept = false) =>
        (await Assert.ThrowsAsync<SnapshotMismatchException>(() => Run(target, onBuildServer, accept))).Message;
}
