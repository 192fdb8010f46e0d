using System.Text;
using DiffEngine;

namespace KejiDomain.Tests.Snapshots.Engine;

/// <summary>Compares a text, byte for byte, with a <c>.verified.</c> file and leaves a <c>.received.</c> file where they differ.</summary>
internal sealed class SnapshotEngine
{
    private const int MissingLines = 40;

    public required Encoding Encoding { get; init; }

    public required bool OnBuildServer { get; init; }

    public required bool Accept { get; init; }

    /// <summary>Shows received and verified file to whoever sits at the machine; never called on a build server.</summary>
    public required Func<string, string, Task> Launch { get; init; }

    /// <summary>Ends what <see cref="Launch"/> began, once the two are equal.</summary>
    public required Action<string, string> Close { get; init; }

    public static SnapshotEngine FromEnvironment() => new()
    {
        Encoding = VerifierSettings.Encoding,
        OnBuildServer = IsSet("CI") || BuildServerDetector.Detected,
        Accept = IsSet("VERIFY_ACCEPT"),
        Launch = (received, verified) => DiffRunner.LaunchAsync(received, verified),
        Close = DiffRunner.Kill,
    };

    public async Task VerifyAsync(string target, string folder, string name, string extension)
    {
        if (target.Contains('\r', StringComparison.Ordinal))
        {
            throw new SnapshotMismatchException($"{name}: the text contains a carriage return; snapshots are LF and kept as they are.");
        }

        var verified = Path.Combine(folder, $"{name}.verified.{extension}");
        var received = Path.Combine(folder, $"{name}.received.{extension}");
        byte[] bytes = [.. Encoding.GetPreamble(), .. Encoding.GetBytes(target)];
        var before = File.Exists(verified) ? await File.ReadAllBytesAsync(verified) : null;
        var equal = before is not null && bytes.AsSpan().SequenceEqual(before);
        if (!equal && Accept && !OnBuildServer)
        {
            await File.WriteAllBytesAsync(verified, bytes);
            equal = true;
        }

        if (equal)
        {
            if (File.Exists(received))
            {
                File.Delete(received);
                Close(received, verified);
            }

            return;
        }

        await File.WriteAllBytesAsync(received, bytes);
        if (!OnBuildServer)
        {
            await Launch(received, verified);
        }

        throw new SnapshotMismatchException(Message(target, before, received, verified));
    }

    private string Message(string target, byte[]? before, string received, string verified)
    {
        var message = new StringBuilder();
        message.Append(before is null ? "Snapshot missing: " : "Snapshot changed: ").Append(Path.GetFileName(verified)).Append('\n');
        message.Append("Received: ").Append(received).Append('\n');
        message.Append((Accept, OnBuildServer) switch
        {
            (true, _) => "VERIFY_ACCEPT is refused on a build server: accept locally and commit the snapshot.\n",
            (_, true) => "Accept locally with VERIFY_ACCEPT=1 and commit the snapshot.\n",
            _ => "If it is right, run the test again with VERIFY_ACCEPT=1.\n",
        });
        if (before is not null)
        {
            return message.Append(SnapshotDiff.Describe(Encoding.UTF8.GetString(before), target)).ToString();
        }

        var lines = target.Split('\n');
        foreach (var line in lines.Take(MissingLines))
        {
            message.Append("+ ").Append(line).Append('\n');
        }

        return lines.Length > MissingLines
            ? message.Append($"({lines.Length - MissingLines} more lines)\n").ToString()
            : message.ToString();
    }

    private static bool IsSet(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value
        && value != "0" && !value.Equals("false", StringComparison.OrdinalIgnoreCase);
}
