using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KejiDomain.Json;

namespace KejiDomain.Tests.Consistency;

/// <summary>What holds for every type of the wire format, by reflection over all of them.</summary>
public sealed class ContractTests
{
    private static IEnumerable<Type> Public => typeof(PolicyDataset).Assembly.GetExportedTypes();

    private static IEnumerable<Type> Records { get; } = Public.Where(t => t.GetProperties().Any(IsWired)).ToArray();

    [Fact]
    public void There_are_records() => Assert.True(Records.Count() > 30);

    [Fact]
    public void Every_public_class_is_sealed_static_or_a_base_that_nobody_else_can_extend() =>
        Assert.Empty(Public.Where(t => t.IsClass && !t.IsSealed && !(t.IsAbstract && t.GetConstructors(BindingFlags.Public | BindingFlags.Instance).Length == 0)));

    [Fact]
    public void Every_wire_name_is_the_members_own_in_camel_case() =>
        Assert.Empty(Records.SelectMany(r => r.GetProperties()).Where(IsWired)
            .Where(p => WireName(p) is var name && name != "$schema" && name != char.ToLowerInvariant(p.Name[0]) + p.Name[1..]).Select(Name));

    [Fact]
    public void Every_public_instance_property_of_a_record_is_wired_or_says_that_it_is_not() =>
        Assert.Empty(Records.SelectMany(r => r.GetProperties(BindingFlags.Public | BindingFlags.Instance))
            .Where(p => !IsWired(p) && p.GetCustomAttribute<JsonIgnoreAttribute>() is null && p.Name != "EqualityContract").Select(Name));

    [Fact]
    public void No_property_can_be_set_after_construction() =>
        Assert.Empty(Public.SelectMany(t => t.GetProperties(BindingFlags.Public | BindingFlags.Instance))
            .Where(p => p.SetMethod is { IsPublic: true } set && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)))
            .Select(Name));

    [Fact]
    public void Lists_texts_and_numbers_have_the_librarys_converters() =>
        Assert.Empty(Records.SelectMany(r => r.GetProperties()).Where(IsWired).Where(p =>
        {
            var type = Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType;
            var needs = type == typeof(string) || type.IsPrimitive || type == typeof(decimal) || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueList<>));
            return needs && p.GetCustomAttribute<JsonConverterAttribute>()?.ConverterType?.Namespace != "KejiDomain.Json";
        }).Select(Name));

    [Fact]
    public void Optional_members_are_absent_where_they_are_empty_and_required_ones_never() =>
        Assert.Empty(Records.SelectMany(r => r.GetProperties()).Where(IsWired).Where(p =>
            (p.GetCustomAttribute<RequiredMemberAttribute>() is null) == (p.GetCustomAttribute<JsonIgnoreAttribute>() is null)).Select(Name));

    [Fact]
    public void No_type_of_Noda_Time_is_on_the_wire() =>
        Assert.Empty(Records.SelectMany(r => r.GetProperties()).Where(IsWired).Where(p => p.PropertyType.FullName!.Contains("NodaTime", StringComparison.Ordinal)).Select(Name));

    [Fact]
    public void Every_converter_is_public() =>
        Assert.Empty(typeof(PolicyDataset).Assembly.GetTypes().Where(t => !t.IsNested && typeof(JsonConverter).IsAssignableFrom(t) && !t.IsPublic));

    [Fact]
    public void Every_type_of_the_contract_tells_its_shape()
    {
        foreach (var member in Records.SelectMany(r => JsonContract.Of(r).Members))
        {
            Assert.NotNull(member.Shape);
        }
    }

    [Fact]
    public void Every_pattern_means_the_same_in_other_languages()
    {
        var formats = Public.Where(t => t.IsValueType).Select(t => t.GetProperty("Format", BindingFlags.Public | BindingFlags.Static)?.GetValue(null)).OfType<TextFormat>().Distinct().ToArray();
        Assert.True(formats.Length >= 10);
        foreach (var format in formats)
        {
            Assert.Matches(format.Pattern, format.Example);
            Assert.StartsWith("^", format.Pattern, StringComparison.Ordinal);
            Assert.EndsWith("$", format.Pattern, StringComparison.Ordinal);
            Assert.DoesNotMatch(@"\\[dwsbpkDWSBP]|\(\?", format.Pattern);
        }
    }

    [Fact]
    public void No_record_takes_the_room_of_a_nullable_for_a_text_value() =>
        Assert.Empty(Records.SelectMany(r => r.GetFields(BindingFlags.NonPublic | BindingFlags.Instance))
            .Where(f => Nullable.GetUnderlyingType(f.FieldType)?.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IKeptText<>)) == true)
            .Select(f => $"{f.DeclaringType!.Name}.{f.Name}"));

    [Fact]
    public void A_member_gives_back_what_it_was_given_and_touches_no_other()
    {
        var members = Records.Where(r => !r.IsAbstract).SelectMany(r => r.GetProperties()).Where(p => IsWired(p) && p.SetMethod is not null).ToArray();
        Assert.True(members.Length > 200);
        foreach (var member in members)
        {
            var record = RuntimeHelpers.GetUninitializedObject(member.DeclaringType!);
            foreach (var value in (object?[])[Sample(member.PropertyType), Empty(member.PropertyType), Sample(member.PropertyType), null])
            {
                member.SetValue(record, value);
                var kept = value ?? (member.PropertyType.IsValueType ? Activator.CreateInstance(member.PropertyType) : null);
                Assert.Equal((Name(member), kept), (Name(member), member.GetValue(record)));
                Assert.Empty(member.DeclaringType!.GetProperties().Where(p => IsWired(p) && p.Name != member.Name && IsThere(p.GetValue(record))).Select(p => $"{Name(member)} sets {p.Name}"));
            }
        }
    }

    [Fact]
    public void Changing_any_member_makes_a_record_unequal()
    {
        var seen = new HashSet<string>();
        foreach (var (what, changed) in Changes())
        {
            seen.Add(what);
            Assert.NotEqual(Samples.Valid, changed);
        }

        Assert.True(seen.Count > 20);
    }

    // Every member of the sample, dropped or changed in its JSON where the result still reads.
    private static IEnumerable<(string What, PolicyDataset Changed)> Changes()
    {
        var lines = System.Text.Encoding.UTF8.GetString(Samples.ValidJson).Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            foreach (var (from, to) in new[] { ("小明", "大明"), ("121", "122"), ("2022", "2020"), ("wang", "bureau"), ("1+2", "2+1"), ("count", "times"), ("actual", "forecast"), ("34.4", "34.5"), ("inferred", "restored"), ("char=1", "char=0") })
            {
                if (lines[i].Contains(from, StringComparison.Ordinal))
                {
                    string[] changed = [.. lines];
                    changed[i] = lines[i].Replace(from, to, StringComparison.Ordinal);
                    if (KejiJson.Read(string.Join('\n', changed)).Value is { } dataset)
                    {
                        yield return ($"{i} {from}", dataset);
                    }
                }
            }
        }
    }

    // Some value of a type that is not its default.
    private static object? Sample(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type == typeof(string) ? "text"
            : type == typeof(bool) ? true
            : type == typeof(int) ? 7
            : type == typeof(decimal) ? 7.5m
            : type.IsEnum ? Enum.GetValues(type).GetValue(1)
            : type.GetProperty("Format", BindingFlags.Public | BindingFlags.Static)?.GetValue(null) is TextFormat format ? type.GetMethod("Parse", [typeof(string)])!.Invoke(null, [type == typeof(UnitOfMeasure) ? "times" : format.Example])
            : type == typeof(SeriesDimensions) ? SeriesDimensions.Create(new DimensionValue { Dimension = Dimension.Flow, Codes = [DimensionCode.Parse("new")] })
            : type.IsGenericType ? typeof(ValueList).GetMethods().First(m => m.Name == nameof(ValueList.ToValueList)).MakeGenericMethod(type.GenericTypeArguments).Invoke(null, [Array(type.GenericTypeArguments[0])])
            : type == typeof(Party) ? new ReferredParty { To = Reference.Parse("p1472") }
            : type == typeof(Measure) ? Measure.Yuan(7.44m, 8)
            : RuntimeHelpers.GetUninitializedObject(type);
    }

    private static Array Array(Type item)
    {
        var items = System.Array.CreateInstance(item, 1);
        items.SetValue(Sample(item), 0);
        return items;
    }

    // What somebody gave without giving anything: an empty text value is not an absent one.
    private static object? Empty(Type type) => (Nullable.GetUnderlyingType(type) ?? type) is { IsValueType: true } value ? Activator.CreateInstance(value) : null;

    private static bool IsThere(object? value) => value is not null && (!value.GetType().IsValueType || (!value.Equals(Activator.CreateInstance(value.GetType())) && value is not System.Collections.ICollection { Count: 0 }));

    private static bool IsWired(PropertyInfo property) => property.GetCustomAttribute<JsonPropertyNameAttribute>() is not null;

    private static string WireName(PropertyInfo property) => property.GetCustomAttribute<JsonPropertyNameAttribute>()!.Name;

    private static string Name(PropertyInfo property) => $"{property.DeclaringType!.Name}.{property.Name}";
}
