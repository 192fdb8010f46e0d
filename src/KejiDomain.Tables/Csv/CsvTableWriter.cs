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
        _writer = CsvWriter.Create(output, new CsvWriterOptions { NewLine = "\n", WriteByteOrderMark = options.ByteOrderMark }, leaveOpen: true);
        foreach (var column in table.Columns)
        {
            _writer.WriteField(column.Name);
        }

        _writer.EndRecord();
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
}
