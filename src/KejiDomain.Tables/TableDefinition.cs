using System.Diagnostics;

namespace KejiDomain.Tables;

/// <summary>A table (表) that is drawn from data sets: its name, its columns, and its rows for each data set.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public abstract class TableDefinition
{
    private protected TableDefinition(string name, LocalizedText title, ValueList<TableColumn> columns)
    {
        Name = name;
        Title = title;
        Columns = columns;
    }

    /// <summary>The table's name (表名), which with <c>.csv</c> is its file: <c>observations</c>.</summary>
    public string Name { get; }

    /// <summary>What a row of it is (标题).</summary>
    public LocalizedText Title { get; }

    /// <summary>The columns in order (列).</summary>
    public ValueList<TableColumn> Columns { get; }

    /// <summary>The name of the file (文件名) that the csv set has for the table.</summary>
    public string FileName => Name + ".csv";

    /// <summary>The rows of one data set (行), in the order of the data set; a cell that is null says nothing.</summary>
    /// <param name="dataset">The data set.</param>
    public IEnumerable<IReadOnlyList<string?>> Rows(PolicyDataset dataset)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        return Rows(new DatasetView(dataset));
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    internal abstract IEnumerable<string?[]> Rows(DatasetView view);
}
