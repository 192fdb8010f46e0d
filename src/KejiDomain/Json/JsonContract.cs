using System.Collections.Concurrent;
using System.Text.Json.Serialization.Metadata;

namespace KejiDomain.Json;

/// <summary>The contract of the wire format, from the same generated metadata that the typed reader uses; diagnosis and schema read it.</summary>
internal static class JsonContract
{
    private static readonly ConcurrentDictionary<Type, RecordContract> Records = new();

    /// <summary>What a type looks like on the wire.</summary>
    public static JsonShape ShapeOf(Type type)
    {
        var info = KejiJson.Options.GetTypeInfo(Nullable.GetUnderlyingType(type) ?? type);
        return info.Kind == JsonTypeInfoKind.Object
            ? new JsonShape.Record(info.Type)
            : info.Converter is IShapedConverter shaped
                ? shaped.Shape
                : throw new InvalidOperationException($"The converter of {type} does not tell its shape.");
    }

    /// <summary>The members of a record in the order of the wire.</summary>
    public static RecordContract Of(Type type) => Records.GetOrAdd(type, static t => new(KejiJson.Options.GetTypeInfo(t)));
}

/// <summary>The members of one record.</summary>
internal sealed class RecordContract
{
    private readonly Dictionary<string, MemberContract> _byName;

    public RecordContract(JsonTypeInfo info)
    {
        Type = info.Type;
        Info = info;
        Members = [.. info.Properties.Where(p => p.Get is not null).Select(p => new MemberContract(p))];
        _byName = Members.ToDictionary(m => m.Name, StringComparer.Ordinal);
    }

    public Type Type { get; }

    public JsonTypeInfo Info { get; }

    public IReadOnlyList<MemberContract> Members { get; }

    public MemberContract? Find(string name) => _byName.GetValueOrDefault(name);
}

/// <summary>One member of a record.</summary>
internal sealed class MemberContract(JsonPropertyInfo property)
{
    private JsonShape? _shape;

    public string Name { get; } = property.Name;

    public bool IsRequired { get; } = property.IsRequired;

    public JsonPropertyInfo Property { get; } = property;

    public JsonShape Shape => _shape ??= Property.CustomConverter is IShapedConverter shaped ? shaped.Shape : JsonContract.ShapeOf(Property.PropertyType);
}
