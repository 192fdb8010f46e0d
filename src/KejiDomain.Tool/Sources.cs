using KejiDomain.Tool.Rendering;

namespace KejiDomain.Tool;

/// <summary>The texts of sources, in the folder that an option or KEJI_SOURCES names.</summary>
internal static class Sources
{
    public const string Variable = "KEJI_SOURCES";

    private const int MaxBytes = 256 * 1024 * 1024;

    /// <summary>The folder, which is there, or null where none is named.</summary>
    public static string? Folder(string? option, Terminal terminal)
    {
        var folder = option ?? terminal.Host.Variable(Variable);
        return string.IsNullOrEmpty(folder) ? null
            : Directory.Exists(folder) ? folder
            : throw new CliException($"{folder}: no such folder of texts ({(option is null ? Variable : "--sources")})");
    }

    public static SourceText Load(string path)
    {
        var bytes = Files.ReadBytes(path, MaxBytes);
        if (bytes.Length > MaxBytes)
        {
            throw new CliException($"{path}: is larger than any text that is taken in");
        }

        try
        {
            return SourceText.FromBytes(bytes);
        }
        catch (InvalidDataException)
        {
            throw new CliException($"{path}: is not UTF-8 text");
        }
    }

    /// <summary>The texts of a data set that are in the folder; a name in a data set never leads out of it.</summary>
    public static IReadOnlyDictionary<SourceId, SourceText> Open(PolicyDataset dataset, string folder)
    {
        try
        {
            return SourceTexts.Open(dataset, folder);
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw new CliException($"{folder}: {failure.Message}");
        }
    }
}
