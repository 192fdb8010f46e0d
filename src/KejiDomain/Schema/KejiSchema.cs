namespace KejiDomain.Schema;

/// <summary>The JSON Schema of the format (模式), as other teams get it.</summary>
public static class KejiSchema
{
    /// <summary>The schema's name (模式名称), its <c>$id</c>.</summary>
    public static SchemaName Name { get; } = SchemaName.Parse(TextFormat.SchemaPrefix + PolicyDataset.CurrentVersion);

    /// <summary>The schema as JSON (模式文本): dialect 2020-12, only keywords that mean the same in draft-07, <c>$defs</c> apart.</summary>
    /// <remarks>Its objects are open: a data set of a newer minor version is valid.</remarks>
    public static string Text => Read("schema.json");

    /// <summary>The same schema with every object closed (封闭模式), for authors: a member that this version does not know is an error.</summary>
    /// <remarks>Its <c>$id</c> is <see cref="Name"/> and <c>:closed</c>; data sets name the open schema all the same.</remarks>
    public static string ClosedText => Read("closed.schema.json");

    private static string Read(string ending)
    {
        var name = $"keji-domain-{PolicyDataset.CurrentVersion}.{ending}";
        using var stream = typeof(KejiSchema).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly does not carry {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
