using KejiDomain.Tool.Showing;

namespace KejiDomain.Tool.Checking;

/// <summary>One file, read and validated.</summary>
internal sealed record CheckedFile(string Path, PolicyDataset? Dataset, ValidationReport Report, byte[] Utf8)
{
    public bool IsValid => Report.IsValid;

    /// <summary>The counts, as far as the file could be read.</summary>
    public IReadOnlyList<(string Name, string Short, string Zh, int Count)> Counts()
    {
        if (Dataset is not { } dataset)
        {
            return [];
        }

        var statistics = DatasetStatistics.Of(dataset);
        return
        [
            ("people", "people", "人物", dataset.People.Count),
            ("organizations", "orgs", "机构", dataset.Organizations.Count),
            ("programs", "programs", "政策项目", dataset.Programs.Count),
            ("series", "series", "序列", statistics.Series),
            ("observations", "figures", "观测", statistics.Observations),
            ("recognitions", "awards", "认定", dataset.Recognitions.Count),
            ("outlineNodes", "nodes", "提纲", statistics.OutlineNodes),
            ("citations", "cites", "引文", statistics.Citations),
        ];
    }

    public static CheckedFile Check(string path, string? sources)
    {
        var bytes = Files.ReadBytes(path, ReadLimits.Default.DocumentBytes);
        var result = Validator.Check(bytes, ReadMode.Strict, dataset => sources is null
            ? ValidationOptions.Default
            : new() { Texts = Sources.Open(dataset, sources), ReportSkipped = true });
        return new(path, result.Partial, result.Report, bytes);
    }

    /// <summary>The files with what shows only where their data sets are held against each other.</summary>
    public static IReadOnlyList<CheckedFile> Compare(IReadOnlyList<CheckedFile> files)
    {
        var reports = Validator.Joined([.. files.Select(f => (f.Dataset, f.Report))], _ => ValidationOptions.Default, (number, issues) => JsonLocator.Locate(issues, files[number].Utf8));
        return [.. files.Zip(reports, (file, report) => file with { Report = report })];
    }
}
