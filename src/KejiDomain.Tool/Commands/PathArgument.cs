using System.CommandLine;

namespace KejiDomain.Tool.Commands;

/// <summary>Arguments that name files; a misspelt option is told of as such, not as a missing file.</summary>
internal static class PathArgument
{
    public static Argument<string> One(string name, string description) => Guard(new Argument<string>(name) { Description = description });

    public static Argument<string[]> Many() => Guard(new Argument<string[]>("PATH")
    {
        Description = "Files, or folders of *.json (文件或文件夹)",
        Arity = ArgumentArity.OneOrMore,
    });

    private static Argument<T> Guard<T>(Argument<T> argument)
    {
        argument.Validators.Add(result =>
        {
            foreach (var word in result.Tokens.Select(t => t.Value).Where(v => v.StartsWith('-') && !Path.Exists(v)))
            {
                result.AddError($"'{word}' is neither an option nor a file.");
            }
        });
        return argument;
    }
}
