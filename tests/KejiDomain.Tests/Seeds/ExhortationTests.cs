using KejiDomain.Validation;

namespace KejiDomain.Tests.Seeds;

/// <summary>Exhortation states nothing: no name, no figure and no program of the data set stands in it.</summary>
public sealed class ExhortationTests
{
    [Theory]
    [MemberData(nameof(SeedTests.Names), MemberType = typeof(SeedTests))]
    public void Holds_no_name_figure_or_program(string name)
    {
        Assert.SkipWhen(Repository.Sources is null, "KEJI_SOURCES does not name the folder of the source texts.");
        var dataset = PolicyDataset.Load(Path.Combine(Repository.Seeds, name + ".json"));
        var said = Said.In(dataset);
        Assert.NotEmpty(said);
        var texts = SourceTexts.Open(dataset, Repository.Sources!);
        foreach (var source in dataset.Sources)
        {
            var repaired = RepairedText.Create(texts[source.Id], source.Damage);
            foreach (var citation in source.Regions.Where(r => r.Kind == RegionKind.Exhortation).SelectMany(r => r.Cite))
            {
                Assert.Empty(Found(repaired.Slice(citation)!, said));
            }
        }
    }

    [Theory]
    [InlineData("小莉同志再接再厉", "小莉")]
    [InlineData("再创二十个第一", "二十个")]
    [InlineData("增长*%", "*")]
    [InlineData("奋战2035", "2")]
    [InlineData("推进“1+2”工程", "1")]
    public void What_must_not_be_there_is_found(string exhortation, string found) =>
        Assert.Contains(found, Found(exhortation, ["小莉", "二十个"]));

    [Fact]
    public void Names_figures_slogans_and_titles_are_looked_for()
    {
        var said = Said.In(KejiDomain.Seeds.Hebi2023);
        Assert.All(new[] { "李小莉", "1472", "7.44亿", "鹤壁市科学技术局", "翻番", "副市长" }, text => Assert.Contains(said, s => s.Contains(text, StringComparison.Ordinal)));
    }

    private static List<string> Found(string exhortation, IEnumerable<string> said) =>
    [
        .. exhortation.Where(c => char.IsDigit(c) || c is '*' or '%' or '％').Select(c => c.ToString()),
        .. said.Where(s => exhortation.Contains(s, StringComparison.Ordinal)),
    ];

    /// <summary>Every name, title, slogan and printed figure of a data set; a single character is a word like any other.</summary>
    private sealed class Said : DatasetVisitor
    {
        private readonly HashSet<string> _texts = new(StringComparer.Ordinal);

        private Said() => VisitsTexts = true;

        public static HashSet<string> In(PolicyDataset dataset)
        {
            var said = new Said();
            said.Visit(dataset);
            said._texts.RemoveWhere(t => t.Length < 2);
            return said._texts;
        }

        protected override void Enter(object record)
        {
            switch (record)
            {
                case LocalizedText name:
                    _texts.Add(name.Zh);
                    break;
                case NumberedSlogan slogan:
                    _texts.Add(slogan.Text);
                    break;
                case Appointment { Title: { } title }:
                    _texts.UnionWith(title.Split('、'));
                    break;
                case Document { Number: { } number }:
                    _texts.Add(number);
                    break;
                default:
                    break;
            }
        }

        protected override void Enter(in Measure record)
        {
            if (record.Printed is { } printed)
            {
                _texts.Add(printed);
            }
        }
    }
}
