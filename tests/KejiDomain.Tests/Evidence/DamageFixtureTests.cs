using System.Text.Json;
using KejiDomain.Json;

namespace KejiDomain.Tests.Evidence;

/// <summary>Pairs of a damaged text and what is read: <c>Fixtures/damage/{kind}.raw.txt</c>, <c>.damage.json</c>, <c>.read.txt</c>.</summary>
public sealed class DamageFixtureTests
{
    private static readonly SourceId S1 = SourceId.Parse("s1");

    public static TheoryData<string> Kinds() => [.. DamageKind.CodeList.Definitions.Select(d => d.Code)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_text_is_recovered(string kind)
    {
        var raw = SourceText.Load(Fixture(kind, "raw.txt"));
        var damage = Patterns(kind);
        var repaired = RepairedText.Create(raw, damage);
        Assert.Equal(File.ReadAllText(Fixture(kind, "read.txt")), repaired.Text);
        Assert.Contains(damage, d => d.Kind.ToString() == kind);
        Assert.Equal(damage.Any(d => d.Rule is not null), raw.Text != repaired.Text);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Each_pattern_occurs_as_often_as_it_says(string kind)
    {
        var raw = SourceText.Load(Fixture(kind, "raw.txt"));
        Assert.All(Patterns(kind).Where(d => d.Times is not null), d => Assert.Equal(d.Times, RepairedText.Count(raw, d)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_character_read_leads_back_to_the_raw_text(string kind)
    {
        var raw = SourceText.Load(Fixture(kind, "raw.txt"));
        var repaired = RepairedText.Create(raw, Patterns(kind));
        for (var i = 0; i < repaired.Text.Length; i++)
        {
            Assert.Contains(repaired.Text[i], repaired.Slice(repaired.RawSpan(S1, i, 1))!);
        }
    }

    [Fact]
    public void Every_fixture_is_of_a_known_kind() =>
        Assert.Empty(Directory.GetFiles(Path.Combine(Repository.Fixtures, "damage")).Select(f => Path.GetFileName(f).Split('.')[0]).Distinct().Where(k => !DamageKind.CodeList.Contains(k)));

    private static string Fixture(string kind, string part) => Path.Combine(Repository.Fixtures, "damage", $"{kind}.{part}");

    private static ValueList<DamagePattern> Patterns(string kind)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Fixture(kind, "damage.json")));
        return json.RootElement.EnumerateArray().Select(e => e.Deserialize(KejiJsonContext.Default.DamagePattern)!).ToValueList();
    }
}
