namespace KejiDomain.Validation;

/// <summary>Finds the texts of a data set's sources in a folder (文本目录).</summary>
public static class SourceTexts
{
    private const int MaxBytes = 256 * 1024 * 1024;

    /// <summary>The texts that are there.</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="folder">The folder; only regular files directly in it are read, and no link is followed.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="InvalidDataException">A file is not valid UTF-8, or larger than 256 MiB.</exception>
    public static IReadOnlyDictionary<SourceId, SourceText> Open(PolicyDataset dataset, string folder)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"There is no folder '{TextSafety.Excerpt(folder)}'.");
        }

        var texts = new Dictionary<SourceId, SourceText>();
        var read = new Dictionary<string, SourceText?>(StringComparer.Ordinal);
        foreach (var source in dataset.Sources)
        {
            // One file may be the source of many; it is read once.
            var name = source.File.Name.ToString();
            if (!read.TryGetValue(name, out var text))
            {
                read.Add(name, text = Load(new FileInfo(Path.Combine(folder, name))));
            }

            if (text is not null)
            {
                texts.TryAdd(source.Id, text);
            }
        }

        return texts;
    }

    private static SourceText? Load(FileInfo file)
    {
        if (!file.Exists || file.LinkTarget is not null || (file.Attributes & (FileAttributes.Device | FileAttributes.ReparsePoint)) != 0)
        {
            return null;
        }

        // Pipes, sockets and devices have no length, and opening one can wait for ever: what has none is not opened.
        var length = file.Length;
        if (length > MaxBytes)
        {
            throw new InvalidDataException($"'{TextSafety.Excerpt(file.Name)}' is larger than any text that is taken in.");
        }

        var bytes = new byte[length];
        if (length > 0)
        {
            using var stream = file.Open(new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.Read, Share = FileShare.ReadWrite | FileShare.Delete });
            bytes = bytes[..stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
        }

        return SourceText.FromBytes(bytes);
    }
}
