using System.Text.RegularExpressions;
using KejiDomain.Validation;

namespace KejiDomain.Tests.Consistency;

public sealed class TableTests
{
    private static readonly HashSet<string> SeedNames = [.. Directory.EnumerateFiles(Repository.Seeds, "*.json").Select(path => Path.GetFileNameWithoutExtension(path))];

    public static TheoryData<string> Lists() => [.. CodeList.Names];

    [Theory]
    [MemberData(nameof(Lists))]
    public void Every_list_holds_together(string name)
    {
        var list = CodeList.Get(name);
        Assert.NotEmpty(list.Definitions);
        Assert.Equal(list.Definitions.Count, list.Definitions.Select(d => d.Code).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(list.Definitions.Count, list.Definitions.Select(d => d.Zh).Distinct(StringComparer.Ordinal).Count());
        foreach (var definition in list.Definitions)
        {
            Assert.NotEmpty(definition.Zh);
            Assert.NotEmpty(definition.En);
            Assert.NotEmpty(definition.Source);
            Assert.Contains(definition.Certainty, new[] { "verified", "seed", "weak", "inferred", "unverified" });
            Assert.Equal(definition.Certainty == "seed", SeedNames.Contains(definition.Source));
            Assert.False(definition is { Certainty: "verified", Source: "field usage" or "model" }, $"{name} {definition.Code}: verified in what?");
            Assert.True(definition.Broader is null || (definition.Broader != definition.Code && list.Contains(definition.Broader)), $"{name} {definition.Code}: {definition.Broader}");
            Assert.False(definition.Since > definition.Until);
            var above = definition.Broader;
            for (var steps = 0; above is not null; steps++)
            {
                Assert.True(steps < 8, $"{name} {definition.Code}: what is broader leads back");
                above = list.Find(above)!.Broader;
            }
        }
    }

    [Fact]
    public void Columns_that_name_codes_name_known_ones()
    {
        foreach (var indicator in CodeList.Get("indicator").Definitions)
        {
            Assert.True(CodeList.Get("unit").Contains(indicator.GetExtra("unit")!), indicator.Code);
            Assert.True(indicator.GetExtra("denominator") is not { } denominator || CodeList.Get("indicator").Contains(denominator), indicator.Code);
            Assert.True(indicator.GetExtra("numerator") is not { } numerator || (CodeList.Get("indicator").Contains(numerator) && indicator.GetExtra("denominator") is not null), indicator.Code);
            Assert.Contains(indicator.GetExtra("nominal"), new[] { "true", "false" });
        }

        foreach (var level in CodeList.Get("official-post").Definitions.Concat(CodeList.Get("recognition-class").Definitions).SelectMany(d => d.GetExtra("levels")?.Split('|') ?? []))
        {
            Assert.True(CodeList.Get("administrative-level").Contains(level), level);
        }

        foreach (var dimension in CodeList.Get("dimension").Definitions)
        {
            Assert.True(dimension.GetExtra("values") is not { } values || CodeList.Names.Contains(values), dimension.Code);
        }
    }

    [Fact]
    public void Issue_codes_are_unique_in_family_order_and_complete_in_both_languages()
    {
        Assert.Equal(IssueDefinition.All.Select(d => d.Code).Order(StringComparer.Ordinal), IssueDefinition.All.Select(d => d.Code));
        Assert.Equal(IssueDefinition.All.Count, IssueDefinition.All.Select(d => d.Code).Distinct(StringComparer.Ordinal).Count());
        foreach (var definition in IssueDefinition.All)
        {
            Assert.Matches("^KD[1-7][0-9]{3}$", definition.Code);
            Assert.All(new[] { definition.Title, definition.TitleZh, definition.Message, definition.MessageZh, definition.Help, definition.HelpZh }, text => Assert.NotEmpty(text));
            Assert.Equal(Places(definition.Message), Places(definition.MessageZh));
            Assert.EndsWith(".", definition.Help, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void An_unknown_list_or_issue_is_a_bad_call()
    {
        Assert.Throws<ArgumentException>(() => CodeList.Get("no-such-list"));
        Assert.Throws<ArgumentException>(() => IssueDefinition.Get("KD0000"));
    }

    [Fact]
    public void An_unknown_code_is_kept()
    {
        var code = ProgramKind.Parse("grand-design");
        Assert.False(code.IsKnown);
        Assert.Null(code.Definition);
        Assert.Equal("grand-design", code.ToString());
        Assert.Equal("行动计划", ProgramKind.ActionPlan.Definition!.Zh);
    }

    private static string Places(string message) => string.Join(' ', Regex.Matches(message, @"\{[0-9]\}").Select(m => m.Value).Distinct().Order(StringComparer.Ordinal));
}
