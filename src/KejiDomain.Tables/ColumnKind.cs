namespace KejiDomain.Tables;

/// <summary>What the cells of a column hold (列类型).</summary>
public enum ColumnKind
{
    /// <summary>Text, codes, dates and identifiers (文本): in csv a cell that a spreadsheet could take for a formula is guarded.</summary>
    Text = 0,

    /// <summary>Decimal numbers without exponent (数值), never guarded.</summary>
    Number = 1,
}
