namespace KejiDomain.Tables;

/// <summary>A table whose rows are the items of one kind.</summary>
internal sealed class DatasetTable<T> : TableDefinition
    where T : notnull
{
    private readonly Func<Row<T>, string?>[] _cells;

    private readonly Func<DatasetView, IEnumerable<Row<T>>> _rows;

    public DatasetTable(string name, string zh, string en, Func<DatasetView, IEnumerable<Row<T>>> rows, Action<ColumnList<T>> columns)
        : this(name, zh, en, rows, Build(columns))
    {
    }

    private DatasetTable(string name, string zh, string en, Func<DatasetView, IEnumerable<Row<T>>> rows, ColumnList<T> columns)
        : base(name, new() { Zh = zh, En = en }, columns.Columns.ToValueList())
    {
        _cells = [.. columns.Cells];
        _rows = rows;
    }

    internal override IEnumerable<string?[]> Rows(DatasetView view)
    {
        foreach (var row in _rows(view))
        {
            var cells = new string?[_cells.Length];
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = _cells[i](row) is { Length: > 0 } text ? text : null;
            }

            yield return cells;
        }
    }

    private static ColumnList<T> Build(Action<ColumnList<T>> columns)
    {
        var list = new ColumnList<T>();
        columns(list);
        return list;
    }
}
