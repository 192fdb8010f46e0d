using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;
using KejiDomain.Tables;

namespace KejiDomain.Tests.Consistency;

/// <summary>Whatever a notebook, a debugger or a log is shown says what it is on one line.</summary>
public sealed class DisplayTests
{
    public static TheoryData<Type> Shown() =>
    [
        .. new[] { typeof(PolicyDataset).Assembly, typeof(KejiTables).Assembly }.SelectMany(a => a.GetExportedTypes()).Where(t =>
            !t.IsEnum && !t.IsInterface && !(t.IsAbstract && t.IsSealed) && !typeof(Delegate).IsAssignableFrom(t) && !typeof(Attribute).IsAssignableFrom(t)
            && !t.Name.EndsWith("JsonConverter", StringComparison.Ordinal) && !t.Name.EndsWith("JsonConverter`1", StringComparison.Ordinal) && !t.Name.EndsWith("JsonConverter`2", StringComparison.Ordinal)
            && t.Name != "Enumerator" && !t.Name.StartsWith('<')),
    ];

    [Theory]
    [MemberData(nameof(Shown))]
    public void Has_words_of_its_own(Type type)
    {
        var method = type.GetMethod(nameof(ToString), BindingFlags.Public | BindingFlags.Instance, Type.EmptyTypes)!;
        Assert.Equal(type.Assembly, method.DeclaringType!.Assembly);
        Assert.Null(method.GetCustomAttribute<CompilerGeneratedAttribute>(inherit: false));
        Assert.NotNull(type.GetCustomAttribute<DebuggerDisplayAttribute>(inherit: false));
    }
}
