namespace KejiDomain;

/// <summary>Reads the tab-separated tables that the assembly carries.</summary>
internal static class EmbeddedTable
{
    public static IEnumerable<string[]> Rows(string resource)
    {
        using var stream = typeof(EmbeddedTable).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The assembly does not carry {resource}.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            yield return line.Split('\t');
        }
    }

    public static ValueList<string> Split(string cell) => cell.Length == 0 ? [] : cell.Split('|').ToValueList();
}
