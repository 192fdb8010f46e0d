using KejiDomain.Tool.Explaining;
using KejiDomain.Validation;

namespace KejiDomain.Tests.Tool;

public sealed class ExplainCommandTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public async Task A_code_is_explained(string language)
    {
        var run = ToolRun.Of("explain", "KD7004", "--lang", language);
        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Error);
        await Verifier.Verify(run.Output, extension: "txt");
    }

    [Fact]
    public void Every_code_is_explained_in_both_languages_with_an_example_where_a_fixture_gives_one()
    {
        var without = new List<string>();
        foreach (var definition in IssueDefinition.All)
        {
            Assert.Contains(definition.Title, ToolRun.Of("explain", definition.Code).Output, StringComparison.Ordinal);
            Assert.Contains(definition.TitleZh, ToolRun.Of("explain", definition.Code.ToLowerInvariant(), "--lang", "zh").Output, StringComparison.Ordinal);
            if (Example.Of(definition.Code) is { } example)
            {
                Assert.Equal(definition.Code, example.Issue.Code);
                Assert.Contains(example.Lines, l => l.Number == example.Issue.Line);
            }
            else
            {
                without.Add(definition.Code);
            }
        }

        // Limits, a missing text, a fault of our own, what only a corpus shows, and csv.
        string[] expected =
        [
            IssueCodes.DocumentTooLarge, IssueCodes.TextTooLong, IssueCodes.ListTooLong, IssueCodes.FurtherIssues, IssueCodes.ReaderDisagreement, IssueCodes.TextNotAtHand, IssueCodes.TooMuchToCompare,
            IssueCodes.PostsConflict, IssueCodes.SamePersonPerhaps, IssueCodes.StatedDifferently,
            IssueCodes.CsvSyntax, IssueCodes.CsvColumnMissing, IssueCodes.CsvCell, IssueCodes.CsvOrphan,
        ];
        Assert.Empty(without.Except(expected));
    }

    [Fact]
    public void An_unknown_code_is_one_line()
    {
        var run = ToolRun.Of("explain", "KD9999");
        Assert.Equal(1, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.StartsWith("there is no code 'KD9999'", run.ErrorLine(), StringComparison.Ordinal);
    }
}
