namespace KejiDomain.Validation;

/// <summary>Finds the texts of a data set's sources in a folder (文本目录).</summary>
public static class SourceTexts
{
    /// <summary>The texts that are there.</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="folder">The folder; only regular files directly in it are read, and no link is followed.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="InvalidDataException">A file is not valid UTF-8.</exception>
    public static IReadOnlyDictionary<SourceId, SourceText> Open(PolicyDataset dataset, string folder)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"There is no folder '{TextSafety.Excerpt(folder)}'.");
        }

        var texts = new Dictionary<SourceId, SourceText>();
        foreach (var source in dataset.Sources)
        {
            var file = new FileInfo(Path.Combine(folder, source.File.Name.ToString()));
            if (file.Exists && file.LinkTarget is null && file.Attributes is var kind && !kind.HasFlag(FileAttributes.Device))
            {
                texts.TryAdd(source.Id, SourceText.Load(file.FullName));
            }
        }

        return texts;
    }
}
