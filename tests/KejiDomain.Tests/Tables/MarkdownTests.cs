using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using KejiDomain.Tables;
using Markdig;

namespace KejiDomain.Tests.Tables;

public sealed class MarkdownTests
{
    private static readonly MarkdownPipeline GitHub =
        new MarkdownPipelineBuilder().UsePipeTables().UseAutoLinks().UseEmphasisExtras().UseTaskLists().UseFootnotes().UseMathematics().Build();

    public static TheoryData<string> Seeds() => CsvTests.Seeds();

    public static TheoryData<int> Hostiles() => [.. Enumerable.Range(0, Hostile.Texts.Length)];

    [Fact]
    public Task A_city_has_a_report() => Verifier.Verify(KejiTables.ToMarkdown(CsvTests.Seed("hebi-2023")), extension: "md");

    [Theory]
    [MemberData(nameof(Hostiles))]
    public void A_text_reads_as_itself_wherever_it_stands(int index)
    {
        var text = Hostile.Texts[index];
        var meant = Regex.Replace(Regex.Replace(text, "[\t\r\n ]+", " ").Trim(' '), "[\u0000-\u001F\u202E\uFEFF]", m => $"U+{(int)m.Value[0]:X4}");
        var escaped = MarkdownText.Escape(text);
        Assert.DoesNotContain('\n', escaped);
        Assert.Equal($"<p>{meant}</p>\n", Html(escaped));
        Assert.Equal($"<ul>\n<li>{meant}</li>\n</ul>\n", Html($"- {escaped}"));
        Assert.Equal($"<h2>{meant}</h2>\n", Html($"## {escaped}"));
        Assert.Equal($"<p>a {meant} b</p>\n", Html($"a {escaped} b").Replace("  ", " ", StringComparison.Ordinal));
        var cells = Regex.Matches(Html($"| a | b |\n| --- | --- |\n| {escaped} | x |\n"), "<td>(.*?)</td>", RegexOptions.Singleline).Select(m => m.Groups[1].Value);
        Assert.Equal([meant, "x"], cells);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Nothing_hostile_becomes_markup(string name)
    {
        var bytes = File.ReadAllBytes(Path.Combine(Repository.Seeds, name + ".json"));
        for (var shift = 0; shift < Hostile.Texts.Length; shift += 9)
        {
            var html = Markdown.ToHtml(KejiTables.ToMarkdown(Hostile.Of(bytes, shift)), GitHub);
            var tags = Regex.Matches(html, "<(/?[A-Za-z][A-Za-z0-9]*)").Select(m => m.Groups[1].Value.TrimStart('/')).Distinct().Order(StringComparer.Ordinal);
            Assert.Empty(tags.Except(["h1", "h2", "h3", "li", "p", "strong", "table", "tbody", "td", "th", "thead", "tr", "ul"]));

            // Every row has as many cells as its heading: no text ends its cell.
            foreach (Match table in Regex.Matches(html, "<table>.*?</table>", RegexOptions.Singleline))
            {
                var width = Regex.Count(table.Value, "<th[ >]");
                Assert.All(Regex.Matches(table.Value, "<tr>.*?</tr>", RegexOptions.Singleline).Skip(1), row => Assert.Equal(width, Regex.Count(row.Value, "<td[ >]")));
            }
        }
    }

    [Fact]
    public void Data_sets_of_one_city_share_a_report()
    {
        var hebi = CsvTests.Seed("hebi-2023");
        var files = new Dictionary<string, MemoryStream>();
        KejiTables.WriteMarkdown([hebi, Samples.Minimal(), hebi with { Id = DatasetId.Parse("hebi-2024") }], name => new Appending(files, name));
        Assert.Equal(["410600.md", "minimal.md"], files.Keys.Order(StringComparer.Ordinal));
        var text = Encoding.UTF8.GetString(files["410600.md"].ToArray());
        Assert.Single(Regex.Matches(text, "^# ", RegexOptions.Multiline));
        Assert.Equal(2, Regex.Count(text, "^## ", RegexOptions.Multiline));
    }

    [Fact]
    public void Redacted_lost_blank_unknown_absent_and_target_are_told_apart()
    {
        Observation Gone(MissingReason reason) => Samples.Observe("2022", new Measure { Unit = UnitOfMeasure.CNY, Printed = "*", Missing = reason });
        string Row(Observation observation) => KejiTables.ToMarkdown(Samples.Minimal([Samples.Series(Indicator.TechContractValue, [], observation)])).Split('\n').First(l => l.StartsWith("| 技术合同", StringComparison.Ordinal));
        var rows = new[]
        {
            Row(Gone(MissingReason.Redacted)), Row(Gone(MissingReason.Lost)), Row(Gone(MissingReason.Blank)), Row(Gone(MissingReason.Unknown)), Row(Samples.Observe("2022", null, Claim.Rank(1))),
            Row(Samples.Observe("2022", Measure.Yuan(0))), Row(Samples.Observe("2022", Measure.Yuan(0)) with { Modality = Modality.Target }),
            Row(Samples.Observe("2022", Measure.Yuan(0)) with { Modality = Modality.TargetStretch }), Row(Samples.Observe("2022", Measure.Yuan(0)) with { Modality = Modality.Forecast }),
        };
        Assert.Equal(rows.Length, rows.Distinct().Count());
        Assert.Contains("隐去 redacted", rows[0], StringComparison.Ordinal);
        Assert.Contains("丢失 lost", rows[1], StringComparison.Ordinal);
        Assert.Contains("未列 absent", rows[4], StringComparison.Ordinal);
    }

    private static string Html(string markdown) => WebUtility.HtmlDecode(Markdown.ToHtml(markdown, GitHub));

    /// <summary>A file that grows each time it is opened.</summary>
    private sealed class Appending(Dictionary<string, MemoryStream> files, string name) : MemoryStream
    {
        protected override void Dispose(bool disposing)
        {
            if (!files.TryGetValue(name, out var file))
            {
                files.Add(name, file = new());
            }

            file.Write(GetBuffer(), 0, (int)Length);
            base.Dispose(disposing);
        }
    }
}
