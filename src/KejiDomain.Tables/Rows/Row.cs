namespace KejiDomain.Tables;

/// <summary>One item with its place in its data set.</summary>
internal readonly record struct Row<T>(DatasetView View, Placed Placed, T Item)
    where T : notnull;
