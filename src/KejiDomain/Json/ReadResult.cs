using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace KejiDomain.Json;

/// <summary>What reading gave (读取结果): the data set, or as much of it as could be read, and every issue.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class ReadResult
{
    internal ReadResult(PolicyDataset? dataset, ValidationReport report, ReadMode mode, DroppedParts? dropped = null)
    {
        Partial = dataset;
        Report = report;
        Mode = mode;
        Dropped = dropped ?? DroppedParts.None;
    }

    /// <summary>The data set, or null where an issue is an error (数据集).</summary>
    public PolicyDataset? Value => Report.IsValid ? Partial : null;

    /// <summary>As much as could be read (部分数据集): what an error stands on is left out; null where nothing could be.</summary>
    public PolicyDataset? Partial { get; }

    /// <summary>Every issue with its place (问题).</summary>
    public ValidationReport Report { get; }

    /// <summary>How it was read (读取模式).</summary>
    public ReadMode Mode { get; }

    /// <summary>Whether members were dropped that writing would not bring back (有损).</summary>
    public bool IsLossy => Dropped.HasUnknownMembers;

    /// <summary>Whether the data set was read without an error (成功).</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool IsSuccess => Value is not null;

    /// <summary>The data set, and what is wrong with it.</summary>
    public override string ToString() => $"{Partial?.Id.ToString() ?? "nothing read"}, {Report.Summary}";

    internal DroppedParts Dropped { get; }

    /// <summary>The data set.</summary>
    /// <exception cref="InvalidDataException">An issue is an error; the message has the first ones.</exception>
    public PolicyDataset GetValueOrThrow() => Value ?? throw new InvalidDataException(Report.ToString());
}

/// <summary>What a diagnosing read left out, so that paths and references of the rest still mean what they meant in the file.</summary>
internal sealed class DroppedParts
{
    private const string Series = "$.series[";

    private readonly Dictionary<string, List<int>> _items = new(StringComparer.Ordinal);

    private readonly HashSet<string> _identifiers = new(StringComparer.Ordinal);

    private readonly HashSet<string> _holes = new(StringComparer.Ordinal);

    // The holes in their order, when first asked for: reading is over then.
    private string[]? _ordered;

    private readonly HashSet<string> _series = new(StringComparer.Ordinal);

    public static DroppedParts None { get; } = new();

    public bool HasUnknownMembers { get; set; }

    /// <summary>How many issues there were beyond the limit.</summary>
    public int Further { get; set; }

    /// <summary>The greatest severity among them.</summary>
    public Severity FurtherSeverity { get; set; }

    /// <summary>Whether a record of that identifier stood in the file, read or not.</summary>
    public bool Declared(string identifier) => _identifiers.Contains(identifier);

    public void Declare(string identifier) => _identifiers.Add(identifier);

    /// <summary>Notes that something of a record, or of a list in it, was left out.</summary>
    public void Hole(string record)
    {
        _holes.Add(record);
        if (record.StartsWith(Series, StringComparison.Ordinal))
        {
            _series.Add(record[..(record.IndexOf(']', StringComparison.Ordinal) + 1)]);
        }
    }

    /// <summary>Whether all of every series was read, down to its observations.</summary>
    public bool HasWholeSeries => _series.Count == 0 && !_items.ContainsKey("$.series");

    /// <summary>Whether all of a series was read, by its place in what was read.</summary>
    public bool IsWholeSeries(int index) => _series.Count == 0 || !_series.Contains(Original(JsonLocator.Item("$.series", index)));

    /// <summary>Whether something of the record at a path of the file was left out.</summary>
    public bool HasHole(string record) => _holes.Contains(record);

    /// <summary>Whether something of the record at a path of the file, or of a record below it, was left out.</summary>
    public bool HasHoleWithin(string record)
    {
        if (_holes.Count == 0)
        {
            return false;
        }

        // What begins alike stands together.
        _ordered ??= [.. _holes.Order(StringComparer.Ordinal)];
        var found = Array.BinarySearch(_ordered, record, StringComparer.Ordinal);
        return found >= 0 || (~found < _ordered.Length && _ordered[~found].StartsWith(record, StringComparison.Ordinal));
    }

    /// <summary>Whether something of a record around a place of the file was left out; the data set is around all.</summary>
    public bool HasHoleAround(string path)
    {
        for (var end = _holes.Count == 0 ? -1 : path.IndexOfAny(['.', '['], 2); end >= 0; end = path.IndexOfAny(['.', '['], end + 1))
        {
            if (_holes.Contains(path[..end]))
            {
                return true;
            }
        }

        return false;
    }

    public void Drop(string list, int index)
    {
        if (!_items.TryGetValue(list, out var indexes))
        {
            _items.Add(list, indexes = []);
        }

        indexes.Add(index);
    }

    // How many of the dropped places, which ascend, come before what is at an index of the rest.
    private static int Before(List<int> dropped, int index)
    {
        var (low, high) = (0, dropped.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = dropped[middle] - middle <= index ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>The path in the file of a path in what was read.</summary>
    public string Original(string path)
    {
        if (_items.Count == 0)
        {
            return path;
        }

        var original = new System.Text.StringBuilder();
        var from = 0;
        int open;
        while ((open = path.IndexOf('[', from)) >= 0)
        {
            var close = path.IndexOf(']', open);
            original.Append(path, from, open - from);
            if (int.TryParse(path.AsSpan(open + 1, close - open - 1), System.Globalization.CultureInfo.InvariantCulture, out var index)
                && _items.TryGetValue(original.ToString(), out var dropped))
            {
                original.Append(System.Globalization.CultureInfo.InvariantCulture, $"[{index + Before(dropped, index)}]");
            }
            else
            {
                original.Append(path, open, close - open + 1);
            }

            from = close + 1;
        }

        return original.Append(path, from, path.Length - from).ToString();
    }
}
