using System.Text;
using KejiDomain.Tables;
using KejiDomain.Validation;
using Spectre.Console.Rendering;

namespace KejiDomain.Tests.Tables;

public sealed class TextTableTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("abc", 3)]
    [InlineData("鹤壁市", 6)]
    [InlineData("1472思路", 8)]
    [InlineData("，", 2)]
    [InlineData("：％", 4)]
    [InlineData("e\u0301", 1)]
    [InlineData("𠮷", 2)]
    [InlineData("\u200B", 0)]
    public void A_text_takes_so_many_cells(string text, int width) => Assert.Equal(width, TextWidth.Of(text));

    [Fact]
    public void Widths_are_those_by_which_the_tool_aligns_its_tables()
    {
        var texts = Directory.GetFiles(Repository.Seeds, "*.json").Select(File.ReadAllText);
        var letters = texts.SelectMany(t => t.EnumerateRunes()).Concat(Enumerable.Range(0x4E00, 0x5200).Select(c => new Rune(c))).Where(r => !Rune.IsControl(r)).Distinct();
        Assert.Empty(letters.Select(r => r.ToString()).Where(l => new Segment(l).CellCount() != TextWidth.Of(l)));
    }

    [Fact]
    public void Columns_stand_straight_and_numbers_to_the_right()
    {
        var table = new TextTable("地域", "n", "数值").Add("鹤壁市", "a", 121).Add("吉林", "长", 7.5m).Add("x", null, null);
        Assert.Equal(
            """
            地域    n   数值
            ------  --  ----
            鹤壁市  a    121
            吉林    长   7.5
            x

            """,
            table.ToString());
        Assert.Equal("| 地域 | n | 数值 |\n| --- | --- | --- |\n| 鹤壁市 | a | 121 |\n| 吉林 | 长 | 7.5 |\n| x |  |  |\n", table.ToMarkdown());
    }

    [Fact]
    public void Nothing_breaks_its_line()
    {
        var table = new TextTable("a").Add("1\n2\u001b[2J\u202E").Add("x|y*");
        Assert.Equal("a\n------------------\n1 2U+001B[2JU+202E\nx|y*\n", table.ToString());
        Assert.Contains("x\\|y\\*", table.ToMarkdown(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_has_a_cell_for_each_column() => Assert.Throws<ArgumentException>(() => new TextTable("a", "b").Add("1"));

    [Fact]
    public Task A_data_set_is_shown() => Verifier.Verify(CsvTests.Seed("hebi-2023").ToTable().ToString(), "txt");

    [Fact]
    public Task A_corpus_is_shown() => Verifier.Verify(Corpus.ToTable().ToString(), "txt");

    [Fact]
    public Task A_corpus_is_shown_in_Markdown() => Verifier.Verify(Corpus.ToMarkdown(), "md");

    [Fact]
    public Task Series_are_shown()
    {
        var text = new StringBuilder();
        var dataset = CsvTests.Seed("hebi-2023");
        var series = dataset.Series.First(s => s.Indicator == Indicator.TechContractValue);
        text.Append(series.ToTable()).Append(series.ToMarkdown(dataset));
        var across = Corpus.SeriesOf(Indicator.HighTechEnterprises)[0];
        text.Append(across.ToTable()).Append(across.ToMarkdown());
        return Verifier.Verify(text.ToString(), "txt");
    }

    [Fact]
    public Task An_outline_is_shown()
    {
        var dataset = CsvTests.Seed("sanmenxia-2021");
        var outline = dataset.Meetings[0].Outline;
        return Verifier.Verify(outline.ToTable(dataset) + "\n" + outline.ToMarkdown(dataset), "txt");
    }

    [Fact]
    public Task A_report_is_shown()
    {
        var report = Validator.Check(File.ReadAllBytes(Path.Combine(Repository.Fixtures, "issues", "anniversary-mismatch.json"))).Report;
        return Verifier.Verify(report.ToTable() + "\n" + report.ToTable(inChinese: true) + "\n" + report.ToMarkdown() + "\n" + ValidationReport.Empty.ToTable().ToString(), "txt");
    }

    [Theory]
    [MemberData(nameof(CsvTests.Seeds), MemberType = typeof(CsvTests))]
    public void Every_line_of_a_table_is_as_wide_as_its_columns(string name)
    {
        var lines = CsvTests.Seed(name).ToTable().ToString().TrimEnd('\n').Split('\n');
        Assert.All(lines, l => Assert.InRange(TextWidth.Of(l), 0, TextWidth.Of(lines[1])));
        Assert.DoesNotContain(lines, l => l.EndsWith(' '));
    }

    [Theory]
    [MemberData(nameof(CsvTests.Seeds), MemberType = typeof(CsvTests))]
    public void Nothing_hostile_reaches_a_terminal(string name)
    {
        var bytes = File.ReadAllBytes(Path.Combine(Repository.Seeds, name + ".json"));
        for (var shift = 0; shift < Hostile.Texts.Length; shift += 9)
        {
            var dataset = Hostile.Of(bytes, shift);
            var corpus = PolicyCorpus.Create(dataset);
            foreach (var (table, rows) in new[] { (dataset.ToTable(), dataset.Observations().Count), (corpus.ToTable(), corpus.ToTable().Count), (dataset.Validate().ToTable(), dataset.Validate().Issues.Count) })
            {
                Assert.Equal(rows, table.Count);
                Assert.Equal(rows + 3, table.ToString().Split('\n').Length);
                Assert.DoesNotContain(table.ToString(), c => (char.IsControl(c) && c != '\n') || c is '\u202E' or '\u2066' or '\u200B' or '\uFEFF');
                Assert.Equal(rows + 3, table.ToMarkdown().Split('\n').Length);
            }
        }
    }

    private static PolicyCorpus Corpus { get; } = PolicyCorpus.Load(Repository.Seeds);
}
