using System.Buffers;
using System.Text;
using KejiDomain.Json;
using KejiDomain.Validation;

namespace KejiDomain.Tests.Validation;

/// <summary>What the rules say, and do not say, of a file of which something could not be read.</summary>
public sealed class PartialReadTests
{
    [Theory]
    [InlineData("'zh': '王小明'", "'zh': 3")]
    [InlineData("'id': 'pinyin',\n          'kind': 'pinyin-interleaved'", "'id': 'pinyin',\n          'kind': 3")]
    [InlineData("'amount': 7.44", "'amount': '7.44'")]
    [InlineData("'position': 2", "'position': 0")]
    [InlineData("'s1#char=151,165'", "3")]
    [InlineData("'s1#char=25,35'", "null")]
    public void What_was_left_out_is_not_missed(string from, string to)
    {
        // Nothing refers to a person who is not there, no measure is empty, no record is without evidence: the file has what the reading left out.
        var result = Validator.Check(Encoding.UTF8.GetBytes(Samples.Changed(from, to)));
        Assert.NotNull(result.Partial);
        Assert.All(result.Report.Issues.Where(i => i.Severity == Severity.Error), i => Assert.StartsWith("KD1", i.Code, StringComparison.Ordinal));
        Assert.False(result.IsSuccess);
    }

    [Theory]
    [InlineData("'place': '220200'", "'evidence': [{ 'of': 'place', 'basis': 'inferred', 'why': 'by the news' }], 'place': '2202'")]
    [InlineData("'on': '2023-02-20'", "'on': '2023/02/20'")]
    [InlineData("'body': '220200'", "'body': '2202'")]
    [InlineData("'s1#char=30,33'", "'s1#char=33,30'")]
    [InlineData("'s1#char=0,8'", "'s1#char=8,0'")]
    public void Evidence_of_what_was_left_out_is_evidence_of_something(string from, string to)
    {
        var result = Validator.Check(Encoding.UTF8.GetBytes(Samples.Changed(from, to)), options: d => new() { Texts = SourceTexts.Open(d, Path.Combine(Repository.Fixtures, "texts")) });
        Assert.All(result.Report.Issues.Where(i => i.Severity == Severity.Error), i => Assert.StartsWith("KD2", i.Code, StringComparison.Ordinal));
        Assert.False(result.IsSuccess);
    }

    [Theory]
    [InlineData("{ 'count': 1 }, '4', { 'count': 7 }, { 'count': 2 }", 0)]
    [InlineData("{ 'count': 1 }, { 'count': 5 }, 7, { 'count': 2 }", 0)]
    [InlineData("{ 'count': 1 }, { 'count': 7 }, { 'count': 2 }", 1)]
    public void A_slogan_is_not_held_against_what_is_left_of_its_parts(string parts, int mismatches)
    {
        var text = Encoding.UTF8.GetString(Samples.ValidJson);
        var start = text.IndexOf("\"slogan\": {", StringComparison.Ordinal);
        var end = text.IndexOf("\"outline\"", start, StringComparison.Ordinal);
        var changed = $"{text[..start]}\"slogan\": {{ \"text\": \"1472\", \"parts\": [ {parts.Replace('\'', '"')} ] }}, {text[end..]}";
        Assert.Equal(mismatches, Validator.Check(Encoding.UTF8.GetBytes(changed)).Report.Issues.Count(i => i.Code == IssueCodes.SloganTextMismatch));
    }

    [Theory]
    [InlineData("'1'", 0)]
    [InlineData("{ 'count': 1 }", 2)]
    public void Nor_are_the_parts_that_nodes_name(string part, int outside)
    {
        // Of two parts one is left, and two nodes are of the other.
        var first = "'parts': [\n          {\n            'count': 1,\n            'noun': '中心'\n          },\n          {\n            'count': 2,\n            'noun': '基地'\n          }";
        var text = Samples.Changed(first, part[0] == '{' ? $"'parts': [ {part}" : $"'parts': [ {{ 'count': 1 }}, {part}");
        Assert.Equal(outside, Validator.Check(Encoding.UTF8.GetBytes(text)).Report.Issues.Count(i => i.Code == IssueCodes.PartOutsideSlogan));
    }

    [Theory]
    [InlineData("'part': 1,\n          'evidence': [\n            's1#char=146,149'", "'part': '1',\n          'evidence': [\n            's1#char=146,149'", 0)]
    [InlineData("{\n          'text': '丙基地',\n          'part': 1,\n          'evidence': [\n            's1#char=146,149'\n          ]\n        }", "3", 0)]
    [InlineData(",\n        {\n          'text': '丙基地',\n          'part': 1,\n          'evidence': [\n            's1#char=146,149'\n          ]\n        }", "", 1)]
    public void Nor_are_the_nodes_that_are_left(string from, string to, int mismatches) =>
        Assert.Equal(mismatches, Validator.Check(Encoding.UTF8.GetBytes(Samples.Changed(from, to))).Report.Issues.Count(i => i.Code == IssueCodes.SloganMismatch));

    [Fact]
    public void What_was_never_there_is_missed_though_something_else_was_left_out()
    {
        var text = Encoding.UTF8.GetString(Samples.ValidJson).Replace("\"person\": \"wang\"", "\"person\": \"nobody\"", StringComparison.Ordinal).Replace("\"amount\": 7.44", "\"amount\": \"7.44\"", StringComparison.Ordinal);
        Assert.Equal(
            [(IssueCodes.DanglingReference, "$.appointments[0].person"), (IssueCodes.WrongType, "$.series[2].observations[0].measure.amount")],
            Validator.Check(Encoding.UTF8.GetBytes(text)).Report.Issues.Where(i => i.Severity == Severity.Error).Select(i => (i.Code, i.Path)));
    }

    [Theory]
    [InlineData(",'level':'national'", ",'level':3", IssueCodes.PartExceedsWhole)]
    [InlineData(",'stage':'seed'", ",'stage':'?'", IssueCodes.DuplicateSeries)]
    [InlineData("'period':'2019',", "'period':'?',", IssueCodes.DuplicateObservation)]
    [InlineData(",'qualifier':'about'", ",'qualifier':'?'", IssueCodes.GrowthMismatch)]
    [InlineData(",'event':'fair'", ",'event':'?'", IssueCodes.EventOfOne)]
    public void No_figure_is_held_against_what_is_left_of_a_series(string member, string broken, string unlike)
    {
        var figures = Figures.Of(
            "high-tech-enterprises 410600 flow=stock level=provincial 2022 300家",
            "high-tech-enterprises 410600 flow=stock level=national 2022 200家",
            "tech-contract-value 410600 flow=new 2022 4亿元",
            "tech-contract-value 410600 flow=new stage=seed 2022 4亿元",
            "general-budget-revenue 410600 2020 约85亿元",
            "general-budget-revenue 410600 2021 121亿元 同比增长34.4%",
            "rd-expenditure 410600 5亿元",
            "rd-expenditure 410600 2019 6亿元",
            "rd-expenditure 410600 zone=a 2018 1亿元",
            "rd-expenditure 410600 zone=a 2017 1亿元");
        var fair = figures.Series[^1] with { Observations = figures.Series[^1].Observations.Select(o => o with { Event = EventId.Parse("fair") }).ToValueList() };
        var buffer = new ArrayBufferWriter<byte>();
        KejiJson.WriteCompact(figures with { Series = [.. figures.Series.SkipLast(1), fair] }, buffer);
        var text = Encoding.UTF8.GetString(buffer.WrittenSpan).Replace('"', '\'');
        var at = text.LastIndexOf(member, StringComparison.Ordinal);
        Assert.DoesNotContain(unlike, Codes(text));
        Assert.Contains(unlike, Codes(text.Remove(at, member.Length)));
        Assert.DoesNotContain(unlike, Codes(text.Remove(at, member.Length).Insert(at, broken)));

        static string[] Codes(string text) => [.. Validator.Check(Encoding.UTF8.GetBytes(text.Replace('\'', '"'))).Report.Issues.Select(i => i.Code)];
    }

    [Fact]
    public void Two_series_of_one_key_are_reported_though_neither_has_a_figure()
    {
        var empty = Figures.Of("gdp 410600 2020 85亿元").Series[0] with { Observations = [] };
        Assert.Contains(Validator.Validate(Samples.Minimal([empty, empty])).Issues, i => i.Code == IssueCodes.DuplicateSeries);
    }
}
