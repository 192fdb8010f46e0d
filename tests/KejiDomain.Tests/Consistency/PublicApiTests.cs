using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using KejiDomain.Json;
using KejiDomain.Tables;
using PublicApiGenerator;

namespace KejiDomain.Tests.Consistency;

/// <summary>What other assemblies can see, approved as text: a change of the API is a change of these files.</summary>
public sealed partial class PublicApiTests
{
    // How JSON looks is approved by the schema, how the debugger shows things is no contract.
    private static readonly ApiGeneratorOptions Options = new()
    {
        IncludeAssemblyAttributes = false,
        ExcludeAttributes =
        [
            typeof(JsonPropertyNameAttribute).FullName!, typeof(JsonIgnoreAttribute).FullName!, typeof(JsonConverterAttribute).FullName!,
            typeof(DebuggerDisplayAttribute).FullName!, typeof(ScopedRefAttribute).FullName!, typeof(AsyncIteratorStateMachineAttribute).FullName!,
        ],
    };

    private static readonly Assembly[] Assemblies = [typeof(PolicyDataset).Assembly, typeof(KejiDomain.Seeds).Assembly, typeof(KejiTables).Assembly];

    private static IEnumerable<Type> Types => Assemblies.SelectMany(a => a.GetExportedTypes()).Where(t => !t.Name.StartsWith('<') && t.DeclaringType?.Name.StartsWith('<') != true);

    public static TheoryData<string> Names => [.. Assemblies.Select(a => a.GetName().Name!)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Is_approved(string assembly) => await Verifier.Verify(Describe(Assemblies.Single(a => a.GetName().Name == assembly)));

    [Fact]
    public void Records_and_static_abstract_members_are_told_apart()
    {
        var text = Describe(Assemblies[0]);
        Assert.Contains("    public sealed record Person : ", text, StringComparison.Ordinal);
        Assert.Contains("    public readonly record struct PersonId : ", text, StringComparison.Ordinal);
        Assert.Contains("    public sealed class PolicyCorpus\n", text, StringComparison.Ordinal);
        Assert.Contains("    public readonly struct ValueList<T> : ", text, StringComparison.Ordinal);
        Assert.Contains("        static abstract KejiDomain.CodeList CodeList { get; }\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_value_that_is_a_text_is_read_from_a_route_or_a_query() =>
        Assert.Empty(Types.Where(t => Implements(t, typeof(ITextValue<>)) || Implements(t, typeof(ISpanParsable<>)))
            .Where(t => !t.IsInterface && (!Implements(t, typeof(IParsable<>)) || t.GetMethod("Parse", [typeof(string)]) is null
                || t.GetMethod("TryParse", BindingFlags.Public | BindingFlags.Static, [typeof(string), typeof(IFormatProvider), t.MakeByRefType()]) is null)).Select(t => t.Name));

    [Fact]
    public void Every_value_that_is_a_text_is_a_read_only_struct_of_one_pattern() =>
        Assert.Empty(Types.Where(t => !t.IsInterface && Implements(t, typeof(ITextValue<>)))
            .Where(t => !IsReadOnlyStruct(t) || !IsRecord(t) || !t.IsDefined(typeof(JsonConverterAttribute)) || !t.IsDefined(typeof(DebuggerDisplayAttribute)) || KejiJson.TypeInfoResolver.GetTypeInfo(t, new()) is null)
            .Select(t => t.Name));

    [Fact]
    public void Every_struct_cannot_be_changed() =>
        Assert.Empty(Types.Where(t => t.IsValueType && !t.IsEnum && !IsReadOnlyStruct(t) && !typeof(System.Collections.IEnumerator).IsAssignableFrom(t)).Select(t => t.Name));

    [Fact]
    public void Everything_shows_itself_in_a_debugger() =>
        Assert.Empty(Types.Where(t => !t.IsEnum && !t.IsInterface && !(t.IsAbstract && t.IsSealed) && !typeof(JsonConverter).IsAssignableFrom(t) && !typeof(System.Collections.IEnumerator).IsAssignableFrom(t))
            .Where(t => !t.IsAbstract && !t.IsSubclassOf(typeof(Delegate)) && !t.IsDefined(typeof(DebuggerDisplayAttribute)) && t.GetMethod(nameof(ToString), Type.EmptyTypes)!.DeclaringType!.Assembly != t.Assembly)
            .Select(t => t.Name));

    [Fact]
    public void Enumerations_number_their_members_without_a_gap_and_are_no_flags() =>
        Assert.Empty(Types.Where(t => t.IsEnum).Where(t => t.IsDefined(typeof(FlagsAttribute))
            || Enum.GetValuesAsUnderlyingType(t).Cast<int>().Order().ToArray() is var values && !values.SequenceEqual(Enumerable.Range(values[0], values.Length))).Select(t => t.Name));

    [Fact]
    public void What_takes_time_ends_in_Async_and_can_be_stopped() =>
        Assert.Empty(Types.SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(m => m.ReturnType.Name is var name && (name.StartsWith("Task", StringComparison.Ordinal) || name.StartsWith("ValueTask", StringComparison.Ordinal) || name.StartsWith("IAsyncEnumerable", StringComparison.Ordinal)))
            .Where(m => !m.Name.EndsWith("Async", StringComparison.Ordinal) || m.GetParameters() is not [.., { ParameterType: var last, Name: "cancellationToken", IsOptional: true }] || last != typeof(CancellationToken))
            .Select(m => $"{m.DeclaringType!.Name}.{m.Name}"));

    [Fact]
    public void Ids_are_called_ids_and_what_names_them_is_no_stutter() =>
        Assert.Empty(Types.SelectMany(t => t.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)).Where(p => p.Name != p.DeclaringType!.Name && p.Name.StartsWith(p.DeclaringType.Name, StringComparison.Ordinal))
            .Select(p => $"{p.DeclaringType!.Name}.{p.Name}"));

    private static bool Implements(Type type, Type definition) => type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == definition);

    private static bool IsReadOnlyStruct(Type type) => type.IsValueType && type.IsDefined(typeof(IsReadOnlyAttribute));

    private static bool IsRecord(Type type) => type.GetMethod("PrintMembers", BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly, [typeof(StringBuilder)]) is not null;

    // The generator knows neither records nor static abstract members nor params of lists: it prints a class, a plain member and an attribute.
    private static string Describe(Assembly assembly)
    {
        var types = assembly.GetExportedTypes().ToLookup(t => t.Name.Split('`')[0], StringComparer.Ordinal);
        var text = new StringBuilder();
        Type? current = null;
        foreach (var line in assembly.GeneratePublicApi(Options).ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'))
        {
            var shown = line;
            if (Heading().Match(line) is { Success: true } heading)
            {
                current = types[heading.Groups[2].Value].First(t => t.IsGenericTypeDefinition == heading.Groups[3].Success);
                if (IsRecord(current))
                {
                    shown = heading.Groups[1].Value == "class" ? Replace(line, heading.Groups[1], "record") : Replace(line, heading.Groups[1], "record struct");
                }
            }
            else if (current is { IsInterface: true } && Member().Match(line) is { Success: true } member
                && current.GetMembers(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly).Any(m => m.Name == member.Groups[1].Value))
            {
                shown = "        static abstract " + line.TrimStart();
            }

            text.Append(shown.Replace("[System.Runtime.CompilerServices.ParamCollection] ", "params ", StringComparison.Ordinal)).Append('\n');
        }

        return text.ToString();
    }

    private static string Replace(string line, Group what, string with) => line[..what.Index] + with + line[(what.Index + what.Length)..];

    [GeneratedRegex(@"^ +public (?:static |abstract |sealed |readonly )*(class|struct|interface|enum) (\w+)(<)?")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^        \S+ (\w+)[ (]")]
    private static partial Regex Member();
}
