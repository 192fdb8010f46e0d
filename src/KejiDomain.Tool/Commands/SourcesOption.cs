using System.CommandLine;

namespace KejiDomain.Tool.Commands;

internal static class SourcesOption
{
    public static Option<string?> Create() => new("--sources")
    {
        Description = $"The folder of the sources' texts, or {Sources.Variable} in the environment (原文文本文件夹)",
        HelpName = "DIR",
    };
}
