using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;

namespace KejiDomain.Tests.Scripts;

/// <summary>The notebook of <c>src/samples</c>: its cells run one after another as a kernel or a REPL would run them.</summary>
public sealed partial class NotebookTests
{
    [Fact]
    public async Task The_cells_of_the_notebook_run_from_top_to_bottom()
    {
        var notebook = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "src", "samples", "first-look.ipynb"), TestContext.Current.CancellationToken))!;
        Assert.Equal((4, "C#"), ((int)notebook["nbformat"]!, (string)notebook["metadata"]!["language_info"]!["name"]!));
        var options = ScriptOptions.Default
            .AddReferences(((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator))
            .AddImports("System", "System.Collections.Generic", "System.IO", "System.Linq");
        var printed = new StringBuilder();
        ScriptState<object>? state = null;
        foreach (var cell in notebook["cells"]!.AsArray().Where(c => (string)c!["cell_type"]! == "code"))
        {
            // What is printed into a notebook is no part of it; packages are the assemblies that are here.
            Assert.Empty(cell!["outputs"]!.AsArray());
            var code = Packages().Replace(string.Concat(cell["source"]!.AsArray().Select(l => (string)l!)), string.Empty).Replace("Console.WriteLine", "Print", StringComparison.Ordinal);
            state = state is null
                ? await CSharpScript.RunAsync(code, options, new Globals(printed), cancellationToken: TestContext.Current.CancellationToken)
                : await state.ContinueWithAsync(code, cancellationToken: TestContext.Current.CancellationToken);
        }

        await Verifier.Verify(printed.ToString(), "txt");
    }

    [GeneratedRegex("^#r \"nuget: KejiDomain\\.(Seeds|Tables)\"\n", RegexOptions.Multiline)]
    private static partial Regex Packages();

    /// <summary>What the cells print goes here and not to the console of all tests.</summary>
    public sealed class Globals(StringBuilder output)
    {
        public void Print(object? value) => output.Append(value).Append('\n');
    }
}
