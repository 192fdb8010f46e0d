namespace KejiDomain.Tables;

/// <summary>Columns being put together, with the function that fills each.</summary>
internal sealed class ColumnList<T>
    where T : notnull
{
    public List<TableColumn> Columns { get; } = [];

    public List<Func<Row<T>, string?>> Cells { get; } = [];

    public ColumnList<T> Text(string name, string zh, string en, Func<Row<T>, string?> cell) => Add(name, zh, en, ColumnKind.Text, cell);

    public ColumnList<T> Number(string name, string zh, string en, Func<Row<T>, decimal?> cell) =>
        Add(name, zh, en, ColumnKind.Number, row => cell(row) is { } number ? Literals.Number(number) : null);

    /// <summary>A number with all the digits that it was given with.</summary>
    public ColumnList<T> Digits(string name, string zh, string en, Func<Row<T>, decimal?> cell) =>
        Add(name, zh, en, ColumnKind.Number, row => cell(row) is { } number ? Literals.Digits(number) : null);

    /// <summary>A code with its Chinese label beside it.</summary>
    public ColumnList<T> Code<TCode>(string name, string zh, string en, Func<Row<T>, TCode?> cell)
        where TCode : struct, ICode<TCode>
    {
        Text(name, zh, en, row => cell(row)?.ToString());
        return Text(name + "_zh", zh + "名称", $"Chinese label of {name}", row => cell(row)?.Definition?.Zh);
    }

    public ColumnList<T> Name(string name, string zh, string en, Func<Row<T>, LocalizedText?> cell)
    {
        Text(name, zh, en, row => cell(row)?.Zh);
        Text(name + "_en", zh + "（英文）", $"English of {name}", row => cell(row)?.En);
        return Text(name + "_pinyin", zh + "（拼音）", $"Hanyu Pinyin of {name}", row => cell(row)?.Pinyin);
    }

    public ColumnList<T> Place(string name, string zh, string en, Func<Row<T>, PlaceReference?> cell)
    {
        Text(name, zh, en, row => cell(row)?.ToString());
        return Text(name + "_name", zh + "名称", $"name of {name}", row => cell(row) is { } place ? row.View.NameOf(place) : null);
    }

    public ColumnList<T> Party(string name, string zh, string en, Func<Row<T>, Party?> cell)
    {
        Text(name, zh, en, row => (cell(row) as ReferredParty)?.To.ToString());
        return Text(name + "_name", zh + "名称", $"name of {name}, or its words where it is no record", row => cell(row) is { } party ? row.View.NameOf(party) : null);
    }

    public ColumnList<T> Period(string name, string zh, string en, Func<Row<T>, ReportingPeriod?> cell)
    {
        Text(name + "_start", zh + "首日", $"first day of {name}; empty where open, recurring or masked", row => cell(row) is { } period ? Literals.Date(Literals.Start(period)) : null);
        Text(name + "_end", zh + "末日", $"last day of {name}; empty where open, recurring or masked", row => cell(row) is { } period ? Literals.Date(Literals.End(period)) : null);
        return Text(name, zh, en, row => cell(row)?.ToString());
    }

    /// <summary>All of a measure; <c>missing</c> says <c>absent</c> where there is none.</summary>
    public ColumnList<T> Measure(string prefix, string zh, string en, Func<Row<T>, Measure?> cell)
    {
        Number(prefix + "value", zh + "数值", $"{en} in single units, exact", row => cell(row)?.Value);
        Number(prefix + "value_low", zh + "下限", $"lower end of a range, in single units", row => cell(row) is { } m ? Literals.Scale(m.Low, m.Multiplier) : null);
        Number(prefix + "value_high", zh + "上限", $"upper end of a range, in single units", row => cell(row) is { } m ? Literals.Scale(m.High, m.Multiplier) : null);
        Text(prefix + "unit", zh + "单位", "unit of measure", row => cell(row)?.Unit.ToString());
        Text(prefix + "noun", zh + "量词", "printed count noun", row => cell(row)?.Noun);
        Text(prefix + "printed", zh + "原文", "the figure as printed", row => cell(row)?.Printed);
        Text(prefix + "qualifier", zh + "限定词", "how exact the figure claims to be", row => cell(row)?.Qualifier?.ToString());
        Text(prefix + "missing", zh + "缺失原因", "redacted, lost, blank or unknown; absent where there is no figure at all", row => cell(row) is { } m ? m.Missing is { } why ? Literals.Of(why) : null : Literals.Absent);
        Digits(prefix + "amount", zh + "原数", "the figure before its power of ten, with the digits printed", row => cell(row)?.Amount);
        Digits(prefix + "amount_low", zh + "原数下限", "lower end of a range before its power of ten", row => cell(row)?.Low);
        Digits(prefix + "amount_high", zh + "原数上限", "upper end of a range before its power of ten", row => cell(row)?.High);
        return Number(prefix + "multiplier", zh + "乘数", "power of ten of the printed figure (SDMX UNIT_MULT)", row => cell(row)?.Multiplier);
    }

    /// <summary>The identity columns of a record with an identifier.</summary>
    public ColumnList<T> Entity() => Dataset().Text("id", "标识", "identifier of the record in its data set", row => row.Placed.Record);

    /// <summary>The identity columns of a part of a record.</summary>
    public ColumnList<T> Part()
    {
        Dataset();
        Text("kind", "所属记录类别", "kind of the record that the row is a part of", row => row.Placed.Kind);
        Text("record", "所属记录", "identifier or key of that record", row => row.Placed.Record);
        return Text("at", "位置", "path in the record: wire names and zero-based places joined by dots", row => row.Placed.At);
    }

    public ColumnList<T> Dataset() => Text("dataset", "数据集", "identifier of the data set", row => row.View.Dataset.Id.ToString());

    /// <summary>What is not there and why, and where the words stand.</summary>
    public ColumnList<T> Span()
    {
        Text("gaps", "缺项", "members that are not there with the reason, as member=reason", row => row.Placed.Gaps());
        Text("source", "来源", "source that is cited first", row => row.Placed.FirstCitation()?.Source.ToString());
        return Text("span", "引文", "spans of the raw text (RFC 5147), the surrounding record's where it has none of its own", row => row.Placed.Span());
    }

    private ColumnList<T> Add(string name, string zh, string en, ColumnKind kind, Func<Row<T>, string?> cell)
    {
        Columns.Add(new() { Name = name, Zh = zh, En = en, Kind = kind });
        Cells.Add(cell);
        return this;
    }
}
