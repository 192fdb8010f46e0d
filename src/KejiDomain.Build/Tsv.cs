namespace KejiDomain.Build;

/// <summary>A tab-separated table with a header row.</summary>
internal sealed class Tsv
{
    private readonly string[] _header;

    private Tsv(string path, string[] header, IReadOnlyList<Row> rows)
    {
        Path = path;
        _header = header;
        Rows = rows;
    }

    public string Path { get; }

    public IReadOnlyList<Row> Rows { get; }

    public static Tsv Read(string path)
    {
        var lines = File.ReadAllLines(path);
        var header = lines[0].Split('\t');
        var rows = new List<Row>();
        var table = new Tsv(path, header, rows);
        for (var i = 1; i < lines.Length; i++)
        {
            var cells = lines[i].Split('\t');
            if (cells.Length != header.Length)
            {
                throw new InvalidDataException($"{path}:{i + 1}: {cells.Length} cells under {header.Length} headings");
            }

            rows.Add(new Row(table, cells));
        }

        return table;
    }

    public bool Has(string column) => Array.IndexOf(_header, column) >= 0;

    internal sealed class Row(Tsv table, string[] cells)
    {
        public string this[string column] =>
            Array.IndexOf(table._header, column) is >= 0 and var i
                ? cells[i]
                : throw new InvalidDataException($"{table.Path}: no column {column}");
    }
}
