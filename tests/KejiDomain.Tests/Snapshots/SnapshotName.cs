using System.Globalization;
using System.Reflection;
using System.Text;

namespace KejiDomain.Tests.Snapshots;

/// <summary>The name of a test's snapshot as Verify forms it: <c>{Class}.{Method}_{parameter}={value}</c>.</summary>
internal static class SnapshotName
{
    public static string Of(MethodInfo method, IReadOnlyList<object?> arguments)
    {
        var type = method.ReflectedType!;
        var name = new StringBuilder();
        if (type.IsNested)
        {
            name.Append(type.DeclaringType!.Name).Append('.');
        }

        name.Append(type.Name).Append('.').Append(method.Name);
        var parameters = method.GetParameters();
        if (parameters.Length != arguments.Count)
        {
            throw new ArgumentException($"{name} has {parameters.Length} parameters, but {arguments.Count} arguments were given.");
        }

        foreach (var (parameter, argument) in parameters.Zip(arguments))
        {
            name.Append('_').Append(parameter.Name).Append('=').Append(Clean(Text(parameter, argument)));
        }

        return name.ToString();
    }

    private static string Text(ParameterInfo parameter, object? argument) => argument switch
    {
        null => "null",
        string text => text,
        bool or Enum or char => argument.ToString()!,
        byte or sbyte or short or ushort or int or uint or long or ulong or decimal
            => ((IFormattable)argument).ToString(null, CultureInfo.InvariantCulture),
        _ => throw new NotSupportedException(
            $"Parameter '{parameter.Name}' is a {argument.GetType().Name}: only text, numbers, enums and bool can name a snapshot."),
    };

    // The same set on every system, so that a snapshot committed on one can be checked out on another.
    private static string Clean(string value) =>
        string.Concat(value.Select(c => c < ' ' || "\"\\<>|:*?/".Contains(c, StringComparison.Ordinal) ? '-' : c));
}
