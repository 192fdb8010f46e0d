using System.Security.Cryptography;

namespace KejiDomain.Tool.Exporting;

/// <summary>Files that come into a folder together or not at all: written beside their places, and renamed in the end.</summary>
internal sealed class ExportFolder : IDisposable
{
    private readonly string _folder;

    private readonly bool _force;

    private readonly string _suffix = $".{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6))}.tmp";

    private readonly OrderedDictionary<string, bool> _names = new(StringComparer.Ordinal);

    private readonly bool _isNew;

    private bool _isDone;

    public ExportFolder(string folder, bool force)
    {
        _folder = folder;
        _force = force;
        _isNew = !Directory.Exists(folder);
        Files.Guard(folder, () => Directory.CreateDirectory(folder));
    }

    public Stream Create(string name)
    {
        var target = Path.Combine(_folder, name);
        if (!_force && Path.Exists(target))
        {
            throw new CliException($"{target}: is there already; --force overwrites it");
        }

        var stream = Files.Create(Temporary(name));
        _names.Add(name, true);
        return stream;
    }

    /// <summary>The file to be written on at its end.</summary>
    public Stream Append(string name) => _names.ContainsKey(name) ? Files.Append(Temporary(name)) : Create(name);

    /// <summary>Puts all files into their places.</summary>
    /// <returns>Their paths.</returns>
    public IReadOnlyList<string> Commit()
    {
        foreach (var name in _names.Keys)
        {
            Files.Rename(Temporary(name), Path.Combine(_folder, name), _force);
        }

        _isDone = true;
        return [.. _names.Keys.Select(name => Path.Combine(_folder, name))];
    }

    public void Dispose()
    {
        foreach (var name in _names.Keys)
        {
            File.Delete(Temporary(name));
        }

        if (_isNew && !_isDone && !Directory.EnumerateFileSystemEntries(_folder).Any())
        {
            Directory.Delete(_folder);
        }
    }

    private string Temporary(string name) => Path.Combine(_folder, $".{name}{_suffix}");
}
