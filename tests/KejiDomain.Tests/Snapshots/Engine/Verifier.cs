using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using KejiDomain.Tests.Snapshots;
using KejiDomain.Tests.Snapshots.Engine;
using Xunit.v3;

namespace VerifyXunit;

/// <summary>Verify's entry point, over the snapshot engine of this project.</summary>
internal static class Verifier
{
    private static readonly ConcurrentDictionary<string, bool> Used = new(StringComparer.Ordinal);

    /// <summary>Compares <paramref name="target"/> with the running test's snapshot beside <paramref name="sourceFile"/>.</summary>
    public static async Task Verify(string target, string extension = "txt", [CallerFilePath] string sourceFile = "")
    {
        var test = TestContext.Current.Test as IXunitTest
            ?? throw new InvalidOperationException("Verify can only be called while an xunit test runs.");
        var folder = Path.GetDirectoryName(sourceFile);
        if (!Directory.Exists(folder))
        {
            throw new InvalidOperationException($"The folder of {sourceFile} is not there: was the source path mapped by the build?");
        }

        var name = SnapshotName.Of(test.TestMethod.Method, test.TestMethodArguments);
        Claim(folder, name);
        await SnapshotEngine.FromEnvironment().VerifyAsync(target, folder, name, extension);
    }

    /// <summary>Takes a snapshot's name for this run: two texts under one name would overwrite each other.</summary>
    internal static void Claim(string folder, string name)
    {
        if (!Used.TryAdd(Path.Combine(folder, name), true))
        {
            throw new InvalidOperationException($"{name} has already been verified in this run: a test owns one snapshot.");
        }
    }
}
