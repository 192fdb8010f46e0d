using System.Globalization;
using System.Reflection;
using KejiDomain.Tests.Tool;

namespace KejiDomain.Tests.Seeds;

/// <summary>The class <see cref="KejiDomain.Seeds"/>: a property for every file of <c>seeds/</c>, equal to it.</summary>
public sealed class SeedPackageTests
{
    private static readonly Dictionary<string, PolicyDataset> Properties = typeof(KejiDomain.Seeds)
        .GetProperties(BindingFlags.Public | BindingFlags.Static)
        .Where(p => p.PropertyType == typeof(PolicyDataset))
        .ToDictionary(p => p.Name, p => (PolicyDataset)p.GetValue(null)!, StringComparer.Ordinal);

    [Fact]
    public void Every_file_has_a_property_and_every_property_a_file() =>
        Assert.Equal(SeedTests.Names().Select(row => PropertyName(row.Data)).Order(StringComparer.Ordinal), Properties.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(SeedTests.Names), MemberType = typeof(SeedTests))]
    public void A_property_equals_its_file(string name)
    {
        var property = Properties[PropertyName(name)];
        Assert.Equal(PolicyDataset.Load(Path.Combine(Repository.Seeds, name + ".json")), property);
        Assert.Contains(KejiDomain.Seeds.All, d => ReferenceEquals(d, property));
    }

    [Fact]
    public void All_and_the_corpus_are_the_same_objects()
    {
        Assert.Equal(Properties.Count, KejiDomain.Seeds.All.Count);
        Assert.Same(KejiDomain.Seeds.Corpus, KejiDomain.Seeds.Corpus);
        Assert.All(KejiDomain.Seeds.Corpus.Datasets.Zip(KejiDomain.Seeds.All), pair => Assert.Same(pair.First, pair.Second));
    }

    [Fact]
    public void Threads_get_one_object()
    {
        var read = new PolicyDataset[16];
        Parallel.For(0, read.Length, i => read[i] = KejiDomain.Seeds.Jilin2024);
        Assert.All(read, d => Assert.Same(read[0], d));
    }

    [Theory]
    [MemberData(nameof(SeedTests.Names), MemberType = typeof(SeedTests))]
    public Task Is_shown(string name)
    {
        var run = ToolRun.Of("show", Path.Combine(Repository.Seeds, name + ".json"), "--width", "100");
        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Error);
        return Verifier.Verify(run.Output, extension: "txt");
    }

    [Theory]
    [InlineData("en", 100)]
    [InlineData("zh", 160)]
    public Task Cities_are_shown_beside_each_other(string language, int width)
    {
        var run = ToolRun.Of("show", Repository.Seeds, "--lang", language, "--width", width.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Error);
        return Verifier.Verify(run.Output, extension: "txt");
    }

    private static string PropertyName(string file) => string.Concat(file.Split('-').Select(p => char.ToUpperInvariant(p[0]) + p[1..]));
}
