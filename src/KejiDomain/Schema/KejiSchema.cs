namespace KejiDomain.Schema;

/// <summary>The JSON Schema of the format (模式), as other teams get it.</summary>
public static class KejiSchema
{
    /// <summary>The schema's name (模式名称), its <c>$id</c>.</summary>
    public static SchemaName Name { get; } = SchemaName.Parse(TextFormat.SchemaPrefix + PolicyDataset.CurrentVersion);

    /// <summary>The schema as JSON (模式文本): dialect 2020-12, only keywords that mean the same in draft-07, <c>$defs</c> apart.</summary>
    public static string Text => Read();

    private static string Read()
    {
        var name = $"keji-domain-{PolicyDataset.CurrentVersion}.schema.json";
        using var stream = typeof(KejiSchema).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly does not carry {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
