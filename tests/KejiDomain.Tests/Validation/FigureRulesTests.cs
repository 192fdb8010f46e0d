namespace KejiDomain.Tests.Validation;

/// <summary>Each row of <c>figure-rules.tsv</c>: figures, and what is found and derived of them. Most stand beside a row that differs in one word and gives something else.</summary>
public sealed class FigureRulesTests
{
    private static readonly Lazy<Dictionary<string, string>> Known = new(() => File.ReadAllLines(Table).Skip(1).Select(l => l.Split('\t')).ToDictionary(c => c[0], c => c[1], StringComparer.Ordinal));

    private static string Table => Path.Combine(Repository.Root, "tests", "KejiDomain.Tests", "Validation", "figure-rules.tsv");

    public static TheoryData<string> Rows() => [.. Known.Value.Keys];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Figures_contradict_and_imply_what_the_table_says(string figures)
    {
        var dataset = Figures.Of(figures.Split(" | "));
        string[] found = [Figures.Issues(dataset, new() { ReportSkipped = true }), Figures.Derived(dataset)];
        Assert.Equal(Known.Value[figures], string.Join('\n', found.Where(t => t.Length > 0)).Replace("\n", " / ", StringComparison.Ordinal));
    }
}
