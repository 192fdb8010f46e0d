using System.Globalization;
using System.Text;
using System.Text.Json;

namespace KejiDomain.Json;

/// <summary>Finds lines and columns in a document, each in one pass however many are asked for.</summary>
internal static class JsonLocator
{
    /// <summary>The issues with line and column where their path, or the nearest record around it, is in the document; sorted by place.</summary>
    public static IEnumerable<Issue> Locate(ValueList<Issue> issues, ReadOnlySpan<byte> utf8)
    {
        if (issues.IsEmpty)
        {
            return issues;
        }

        utf8 = utf8.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;

        var offsets = Offsets(issues.Where(i => i.Line is null).Select(i => i.Path), utf8);
        return Place([.. issues.Select(i => (i, i.Line is null ? Nearest(offsets, i.Path) : -1))], utf8);
    }

    /// <summary>The issues with the line and column of their byte offsets (below 0 for one that has its place), sorted by place.</summary>
    public static Issue[] Place(IReadOnlyList<(Issue Issue, int Offset)> issues, ReadOnlySpan<byte> utf8)
    {
        var placed = new List<Issue>(issues.Count);
        var line = 1;
        var column = 1;
        var at = 0;
        foreach (var (issue, offset) in issues.OrderBy(i => i.Offset))
        {
            if (offset < 0)
            {
                placed.Add(issue);
                continue;
            }

            Advance(utf8[at..offset], ref line, ref column);
            at = offset;
            placed.Add(issue with { Line = line, Column = column });
        }

        return [.. placed.OrderBy(i => i.Line ?? 0).ThenBy(i => i.Column ?? 0)];
    }

    /// <summary>The path of a member below a path, in the language of <see cref="JsonException.Path"/>.</summary>
    public static string Member(string path, string name)
    {
        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('$' or '_' or '-'))
            {
                return $"{path}['{TextSafety.Escape(name).Replace("'", "\\'", StringComparison.Ordinal)}']";
            }
        }

        return $"{path}.{name}";
    }

    /// <summary>The path of an item below a path.</summary>
    public static string Item(string path, int index) => string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");

    private static void Advance(ReadOnlySpan<byte> utf8, ref int line, ref int column)
    {
        int feed;
        while ((feed = utf8.IndexOf((byte)'\n')) >= 0)
        {
            line++;
            column = 1;
            utf8 = utf8[(feed + 1)..];
        }

        foreach (var b in utf8)
        {
            // A lead byte begins a character; four bytes are two UTF-16 units.
            column += (b & 0xC0) == 0x80 ? 0 : b >= 0xF0 ? 2 : 1;
        }
    }

    private static int Nearest(Dictionary<string, int> offsets, string path)
    {
        while (true)
        {
            if (offsets.TryGetValue(path, out var offset) && offset >= 0)
            {
                return offset;
            }

            var cut = Math.Max(path.LastIndexOf('.'), path.LastIndexOf('['));
            if (cut <= 0)
            {
                return 0;
            }

            path = path[..cut];
        }
    }

    // Every wanted path and every path above one, so that the walk builds no path that nobody asks for.
    private static Dictionary<string, int> Offsets(IEnumerable<string> paths, ReadOnlySpan<byte> utf8)
    {
        var offsets = new Dictionary<string, int>(StringComparer.Ordinal) { ["$"] = -1 };
        foreach (var path in paths)
        {
            for (var cut = path.Length; cut > 0; cut = Math.Max(path.LastIndexOf('.', cut - 1), path.LastIndexOf('[', cut - 1)))
            {
                if (!offsets.TryAdd(path[..cut], -1))
                {
                    break;
                }
            }
        }

        try
        {
            var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = 1000 });
            if (reader.Read())
            {
                Walk(ref reader, "$", offsets);
            }
        }
        catch (JsonException)
        {
            // What stands before the fault has its place; the rest keeps that of the record around it.
        }

        return offsets;
    }

    private static void Walk(ref Utf8JsonReader reader, string path, Dictionary<string, int> offsets)
    {
        offsets[path] = (int)reader.TokenStartIndex;
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var member = Member(path, ReadName(ref reader));
                reader.Read();
                Descend(ref reader, member, offsets);
            }
        }
        else if (reader.TokenType == JsonTokenType.StartArray)
        {
            for (var i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
            {
                Descend(ref reader, Item(path, i), offsets);
            }
        }
    }

    private static void Descend(ref Utf8JsonReader reader, string path, Dictionary<string, int> offsets)
    {
        if (offsets.ContainsKey(path))
        {
            Walk(ref reader, path, offsets);
        }
        else
        {
            reader.Skip();
        }
    }

    private static string ReadName(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() ?? string.Empty;
        }
        catch (InvalidOperationException)
        {
            return Encoding.Latin1.GetString(reader.ValueSpan);
        }
    }
}
