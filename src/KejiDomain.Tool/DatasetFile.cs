using System.Globalization;

namespace KejiDomain.Tool;

/// <summary>A data set on disk, read.</summary>
internal sealed record DatasetFile(string Path, byte[] Bytes, ReadResult Result)
{
    public static DatasetFile Read(string path, ReadMode mode)
    {
        var bytes = Files.ReadBytes(path, ReadLimits.Default.DocumentBytes);
        return new(path, bytes, KejiJson.Read(bytes, mode));
    }

    /// <summary>The data set, or one line that says why there is none.</summary>
    /// <param name="exitCode">The exit code that goes with the line.</param>
    public PolicyDataset GetDataset(int exitCode) => Result.Value ?? throw new CliException(FirstError(), exitCode);

    /// <summary>The first error with its place, and how many more there are.</summary>
    public string FirstError()
    {
        var first = Result.Report.Issues.First(i => i.Severity == Severity.Error);
        var place = first.Line is { } line ? string.Create(CultureInfo.InvariantCulture, $"({line},{first.Column})") : string.Empty;
        var more = Result.Report.ErrorCount > 1 ? string.Create(CultureInfo.InvariantCulture, $" (1 of {Result.Report.ErrorCount} errors)") : string.Empty;
        return $"{Path}{place}: {first.Code} at {first.Path}: {first.Message}{more}";
    }
}
