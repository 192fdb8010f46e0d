using KejiDomain.Tool;

namespace KejiDomain.Tests.Tool;

public sealed class CodesCommandTests
{
    [Fact]
    public async Task A_list_is_printed() => await Verifier.Verify(ToolRun.Of("codes", "flow").Output, extension: "txt");

    [Fact]
    public void Every_list_is_named_and_printed_with_every_code()
    {
        var lists = ToolRun.Of("codes");
        Assert.Equal(0, lists.ExitCode);
        foreach (var name in CodeList.Names)
        {
            Assert.Contains($"\n{name} ", lists.Output, StringComparison.Ordinal);
            var run = ToolRun.Of(new CliHost { Variable = n => n == "COLUMNS" ? "1000" : null }, "codes", name, "--lang", "zh");
            Assert.Equal(0, run.ExitCode);
            foreach (var code in CodeList.Get(name).Definitions)
            {
                Assert.Contains($"\n{code.Code} ", run.Output, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void An_unknown_list_is_one_line()
    {
        var run = ToolRun.Of("codes", "colours");
        Assert.Equal(1, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Equal("there is no code list 'colours'; keji codes names them all", run.ErrorLine());
    }
}
