using System.Security.Cryptography;

namespace KejiDomain.Tool;

/// <summary>Files and folders; whatever goes wrong with them is one line.</summary>
internal static class Files
{
    private const string JsonLines = ".jsonl";

    /// <summary>Whether a file has a data set a line.</summary>
    public static bool IsLines(string path) => Path.GetExtension(path) == JsonLines;

    /// <summary>The files themselves, and the data sets of the folders in ordinal order; each once.</summary>
    public static IReadOnlyList<string> Expand(IEnumerable<string> paths) => Expand(paths, ".json");

    /// <summary>The same, with the files that have a data set a line.</summary>
    public static IReadOnlyList<string> ExpandWithLines(IEnumerable<string> paths) => Expand(paths, ".json", JsonLines);

    private static string[] Expand(IEnumerable<string> paths, params string[] extensions)
    {
        var files = new List<string>();
        foreach (var path in paths)
        {
            if (!Directory.Exists(path))
            {
                files.Add(path);
                continue;
            }

            var found = Guard(path, () => Directory.EnumerateFiles(path).Where(f => extensions.Contains(Path.GetExtension(f))).Order(StringComparer.Ordinal).ToArray());
            if (found.Length == 0)
            {
                throw new CliException($"{path}: no data set (*.json) in this folder");
            }

            files.AddRange(found);
        }

        return [.. files.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>A file to be read from its beginning.</summary>
    public static Stream Open(string path) => Guard(path, () =>
    {
        if (Directory.Exists(path))
        {
            throw new CliException($"{path}: is a folder, not a file");
        }

        // Pipes, sockets and devices have no length, and opening one can wait for ever. What a shell puts in place of a file leads to nothing that has a name.
        if (new FileInfo(File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path) is { Exists: true, Length: 0 })
        {
            throw new CliException($"{path}: is empty, or no regular file (文件为空，或不是普通文件)");
        }

        return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
    });

    /// <summary>The bytes of a file, at most one more than a limit.</summary>
    public static byte[] ReadBytes(string path, int limit) => Guard(path, () =>
    {
        using var stream = Open(path);
        using var buffer = new MemoryStream();
        var chunk = new byte[81_920];
        int count;
        while (buffer.Length <= limit && (count = stream.Read(chunk, 0, (int)Math.Min(chunk.Length, limit + 1L - buffer.Length))) > 0)
        {
            buffer.Write(chunk, 0, count);
        }

        return buffer.ToArray();
    });

    /// <summary>Puts bytes in the place of those that were read, all or none: they are written beside the file, and then renamed.</summary>
    public static void Replace(string path, byte[] read, ReadOnlyMemory<byte> bytes) => Guard(path, () =>
    {
        // The file that a link points to is replaced, never the link.
        var target = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? Path.GetFullPath(path);
        if (File.GetAttributes(target).HasFlag(FileAttributes.ReadOnly))
        {
            throw new CliException($"{path}: is read-only");
        }

        var temporary = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6))}.tmp");
        try
        {
            // Nobody else reads it before it has the rights of the file that it replaces.
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using (var stream = new FileStream(temporary, options))
            {
                stream.Write(bytes.Span);
                stream.Flush(flushToDisk: true);
            }

            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(temporary, File.GetUnixFileMode(target));
            }

            if (!File.ReadAllBytes(target).AsSpan().SequenceEqual(read))
            {
                throw new CliException($"{path}: left as it is, for somebody has changed it meanwhile");
            }

            File.Move(temporary, target, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }

        return true;
    });

    /// <summary>A file that is not there yet, to be written.</summary>
    public static Stream Create(string path) => Guard(path, () => new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None));

    /// <summary>A file that is there, to be written on at its end.</summary>
    public static Stream Append(string path) => Guard(path, () => new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.None));

    /// <summary>Puts a file in a place, over what is there only where that is wanted.</summary>
    public static void Rename(string path, string target, bool overwrite) => Guard(target, () =>
    {
        File.Move(path, target, overwrite);
        return true;
    });

    public static T Guard<T>(string path, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CliException($"{path}: no such file or folder");
        }
        catch (UnauthorizedAccessException)
        {
            throw new CliException($"{path}: access denied");
        }
        catch (Exception failure) when (failure is IOException or ArgumentException or NotSupportedException)
        {
            throw new CliException($"{path}: {failure.Message}");
        }
    }
}
