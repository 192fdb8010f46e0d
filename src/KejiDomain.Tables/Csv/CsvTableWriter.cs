using CsvHelper;

namespace KejiDomain.Tables;

/// <summary>Writes the rows of one table.</summary>
internal sealed class CsvTableWriter : IDisposable
{
    private readonly TableDefinition _table;

    private readonly CsvWriter _writer;

    public CsvTableWriter(TableDefinition table, Stream output, CsvOptions options)
    {
        _table = table;
        _writer = Open(output, options);
        Record(_writer, table.Columns.Select(c => c.Name));
    }

    /// <summary>Writes what each column of each table holds.</summary>
    public static void WriteColumns(Stream output, CsvOptions options)
    {
        using var writer = Open(output, options);
        Record(writer, ["table", "column", "kind", "zh", "en"]);
        foreach (var table in KejiTables.All)
        {
            foreach (var column in table.Columns)
            {
                Record(writer, [table.Name, column.Name, column.Kind == ColumnKind.Number ? "number" : "text", column.Zh, column.En]);
            }
        }
    }

    public void Write(DatasetView view)
    {
        foreach (var row in _table.Rows(view))
        {
            for (var i = 0; i < row.Length; i++)
            {
                _writer.WriteField(row[i] is not { } text ? string.Empty
                    : _table.Columns[i].Kind == ColumnKind.Number ? text
                    : CsvGuard.Protect(CsvGuard.RequireWellFormed(text, $"{_table.FileName}, column {_table.Columns[i].Name}")));
            }

            _writer.EndRecord();
        }
    }

    public void Dispose() => _writer.Dispose();

    private static CsvWriter Open(Stream output, CsvOptions options) =>
        CsvWriter.Create(output, new CsvWriterOptions { NewLine = "\n", WriteByteOrderMark = options.ByteOrderMark }, leaveOpen: true);

    private static void Record(CsvWriter writer, IEnumerable<string> cells)
    {
        foreach (var cell in cells)
        {
            writer.WriteField(cell);
        }

        writer.EndRecord();
    }
}
