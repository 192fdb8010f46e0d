using System.Text;
using KejiDomain.Json;
using KejiDomain.Validation;

namespace KejiDomain.Tests.Json;

/// <summary>What is said of a document that is not valid: which issue, where, with what words, and what is kept of it. In the texts <c>'</c> is a quote and <c>^</c> the place of the issue.</summary>
public sealed class DiagnosingReaderTests
{
    [Theory]
    [InlineData("{'a': ^中}", IssueCodes.NotJson)]
    [InlineData("{\n  'a': 1,\n  ^}", IssueCodes.NotJson)]
    [InlineData("{'中𠮷': 1\n ^'b': 2}", IssueCodes.NotJson)]
    [InlineData("^// no\n{}", IssueCodes.NotJson)]
    [InlineData("{\n\n'a': 1} ^x", IssueCodes.NotJson)]
    [InlineData("{'a': '中\\n^", IssueCodes.Truncated)]
    [InlineData("{\r\n  'a': [^", IssueCodes.Truncated)]
    [InlineData("^", IssueCodes.Truncated)]
    [InlineData(" \n\t^", IssueCodes.Truncated)]
    [InlineData("'中^", IssueCodes.Truncated)]
    [InlineData("tru^", IssueCodes.Truncated)]
    [InlineData("12^", IssueCodes.Truncated)]
    public void What_is_not_JSON_has_its_place(string marked, string code)
    {
        var (text, line, column) = Marked(marked);
        foreach (var result in (ReadResult[])[KejiJson.Read(text), KejiJson.Read("\uFEFF" + text)])
        {
            var issue = result.Report.Issues.Last(i => i.Code == code);
            Assert.Equal(("$", line, column), (issue.Path, issue.Line, issue.Column));
            Assert.DoesNotContain(result.Report.Issues, i => i.Code == (code == IssueCodes.NotJson ? IssueCodes.Truncated : IssueCodes.NotJson));
            Assert.DoesNotContain("LineNumber", issue.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("..", issue.Message, StringComparison.Ordinal);
            Assert.Null(result.Partial);
        }
    }

    [Fact]
    public void Nothing_at_all_is_one_issue() => Assert.Equal(IssueCodes.Truncated, Assert.Single(KejiJson.Read(" ").Report.Issues).Code);

    [Fact]
    public void Bytes_that_are_no_UTF8_are_told_from_letters_in_the_wrong_place()
    {
        Assert.Equal([(IssueCodes.InvalidUtf8, 2, 6)], Places([.. "{\n\"a\": "u8, 0xFF, .. "}"u8]));
        Assert.Equal([(IssueCodes.NotJson, 2, 6)], Places([.. "{\n\"a\": "u8, 0x7F, .. "}"u8]));
        Assert.Equal([(IssueCodes.NotJson, 2, 6)], Places([.. "{\n\"a\": "u8, .. "é"u8, .. "}"u8]));

        static IEnumerable<(string, int, int)> Places(byte[] utf8) =>
            KejiJson.Read(utf8).Report.Issues.Where(i => i.Code is IssueCodes.InvalidUtf8 or IssueCodes.NotJson).Select(i => (i.Code, i.Line!.Value, i.Column!.Value));
    }

    [Theory]
    [InlineData("'zh': '王小明'", "'zh': ^3", IssueCodes.WrongType, "$.people[0].name.zh", "text; number")]
    [InlineData("'zh': '王小明'", "'zh': ^''", IssueCodes.EmptyText, "$.people[0].name.zh", "")]
    [InlineData("'zh': '王小明'", "'zh': ^null", IssueCodes.NullValue, "$.people[0].name.zh", "")]
    [InlineData("'zh': '王小明'", "'zh': ^'\\ude00'", IssueCodes.LoneSurrogate, "$.people[0].name.zh", "")]
    [InlineData("'script': 'Hans'", "'script': ^true", IssueCodes.WrongType, "$.sources[0].script", "text; true or false")]
    [InlineData("'script': 'Hans'", "'script': ^'Han\\u0073x'", IssueCodes.InvalidLiteral, "$.sources[0].script", "Hansx; Hans, Hant")]
    [InlineData("'script': 'Hans'", "'script': ^'\\ud800'", IssueCodes.LoneSurrogate, "$.sources[0].script", "")]
    [InlineData("'count': 1,", "'count': ^'1',", IssueCodes.WrongType, "$.programs[0].slogan.parts[0].count", "number; text")]
    [InlineData("'count': 1,", "'count': ^1.0,", IssueCodes.NotAnInteger, "$.programs[0].slogan.parts[0].count", "0; 2147483647; 1.0")]
    [InlineData("'count': 1,", "'count': ^1E0,", IssueCodes.NotAnInteger, "$.programs[0].slogan.parts[0].count", "0; 2147483647; 1E0")]
    [InlineData("'count': 1,", "'count': ^1.5e1,", IssueCodes.NotAnInteger, "$.programs[0].slogan.parts[0].count", "0; 2147483647; 1.5e1")]
    [InlineData("'count': 1,", "'count': ^2147483648,", IssueCodes.NotAnInteger, "$.programs[0].slogan.parts[0].count", "0; 2147483647; 2147483648")]
    [InlineData("'multiplier': 8", "'multiplier': ^17", IssueCodes.NotAnInteger, "$.series[2].observations[0].measure.multiplier", "1; 16; 17")]
    [InlineData("'multiplier': 8", "'multiplier': ^0", IssueCodes.NotAnInteger, "$.series[2].observations[0].measure.multiplier", "1; 16; 0")]
    [InlineData("'part': 0", "'part': ^-0", IssueCodes.NotAnInteger, "$.programs[0].outline[0].part", "0; 2147483647; -0")]
    [InlineData("'amount': 7.44", "'amount': ^'7.44'", IssueCodes.WrongType, "$.series[2].observations[0].measure.amount", "number; text")]
    [InlineData("'amount': 7.44", "'amount': ^7.44E0", IssueCodes.NumberForm, "$.series[2].observations[0].measure.amount", "7.44E0")]
    [InlineData("'amount': 7.44", "'amount': ^-0.00", IssueCodes.NumberForm, "$.series[2].observations[0].measure.amount", "-0.00")]
    [InlineData("'amount': 7.44", "'amount': ^0.00000000000000000000000000001", IssueCodes.NumberPrecision, "$.series[2].observations[0].measure.amount", "0.00000000000000000000000000001")]
    [InlineData("'id': 'wang'", "'id': ^'Wang'", IssueCodes.InvalidIdentifier, "$.people[0].id", "Wang; a valid one is p1472")]
    [InlineData("'s1#char=30,33'", "^7", IssueCodes.WrongType, "$.people[0].evidence[0]", "text / object; number")]
    [InlineData("'s1#char=30,33'", "'s1#char=30,33', ^null", IssueCodes.NullValue, "$.people[0].evidence[1]", "")]
    [InlineData("'issuers': [\n        'bureau'\n      ]", "'issuers': ^{'a': {'b': ['c']}}", IssueCodes.WrongType, "$.documents[0].issuers", "list; object")]
    [InlineData("'issuers': [\n        'bureau'\n      ]", "'issuers': ^[ ]", IssueCodes.EmptyList, "$.documents[0].issuers", "")]
    [InlineData("'items': [\n              'wang'", "'items': [\n              ^['wang']", IssueCodes.WrongType, "$.meetings[0].participants[0].parties.items[0]", "text / object; list")]
    [InlineData("'items': [\n              'wang'", "'items': [\n              ^{'title': '市长'}", IssueCodes.UnknownAlternative, "$.meetings[0].participants[0].parties.items[0]", "post, group")]
    [InlineData("'flow': 'stock'", "'flow': ^3", IssueCodes.WrongType, "$.series[0].dimensions.flow", "text / list; number")]
    [InlineData("'flow': 'stock'", "'flow': ^null", IssueCodes.NullValue, "$.series[0].dimensions.flow", "")]
    [InlineData("'flow': 'stock'", "'flow': 'stock', ^'flow': {'a': ['b']}", IssueCodes.DuplicateMember, "$.series[0].dimensions.flow", "flow")]
    [InlineData("'flow': 'stock'", "^'Flow': {'a': ['b']}", IssueCodes.InvalidCode, "$.series[0].dimensions.Flow", "Flow; a valid one is action-plan")]
    [InlineData("'dimensions': {\n        'flow': 'stock'\n      }", "'dimensions': ^{}", IssueCodes.EmptyList, "$.series[0].dimensions", "")]
    [InlineData("'dimensions': {\n        'flow': 'stock'\n      }", "'dimensions': ^[ 'stock' ]", IssueCodes.WrongType, "$.series[0].dimensions", "object; list")]
    [InlineData("'role': 'original',", "'role': 'original', ^'role': {'a': ['b']},", IssueCodes.DuplicateMember, "$.sources[0].role", "role")]
    [InlineData("'role': 'original',", "^'mood': {'a': ['b', 1]},", IssueCodes.UnknownMember, "$.sources[0].mood", "mood; {\"a\": [\"b\", 1]}")]
    [InlineData("'role': 'original',", "^'\\ud800': {'role': ['b']},", IssueCodes.LoneSurrogate, "$.sources[0]", "")]
    [InlineData("    {\n      'id': 'wang',", "    ^{", IssueCodes.MissingMember, "$.people[0]", "id")]
    public void Each_fault_is_one_issue_at_its_place(string from, string to, string code, string path, string arguments)
    {
        var (text, line, column) = Marked(Samples.Changed(from, to));
        var issue = Assert.Single(KejiJson.Read(text).Report.Issues);
        Assert.Equal((code, path, line, column), (issue.Code, issue.Path, issue.Line, issue.Column));
        Assert.Equal(arguments, string.Join("; ", issue.Arguments));
    }

    [Theory]
    [InlineData("'count': 1,", "'count': '1',", "应为数字,实为文本。")]
    [InlineData("'script': 'Hans'", "'script': [true]", "应为文本,实为列表。")]
    [InlineData("'parts': [", "'parts': false, 'was': [", "应为列表,实为布尔值。")]
    [InlineData("'slogan': {", "'slogan': 3, 'was': {", "应为对象,实为数字。")]
    [InlineData("'noun': '中心'", "'noun': {}", "应为文本,实为对象。")]
    public void The_types_are_named_in_Chinese_too(string from, string to, string message) =>
        Assert.Equal(message, Assert.Single(KejiJson.Read(Samples.Changed(from, to)).Report.Issues, i => i.Code == IssueCodes.WrongType).MessageZh);

    [Fact]
    public void Numbers_at_the_very_bound_are_none_of_it()
    {
        foreach (var (from, to) in ((string, string)[])[("'multiplier': 8", "'multiplier': 16"), ("'multiplier': 8", "'multiplier': 1"), ("'count': 1,", "'count': 2147483647,"), ("'amount': 7.44", "'amount': 0.0000000000000000000000000001"), ("'amount': 7.44", "'amount': 9999999999999999999999999999")])
        {
            var text = Samples.Changed(from, to);
            var diagnosed = DiagnosingReader.Read(Encoding.UTF8.GetBytes(text), ReadMode.Strict, ReadLimits.Default);
            Assert.Empty(diagnosed.Report.Issues);
            Assert.Contains(to.Replace('\'', '"'), KejiJson.Write(diagnosed.Value!), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_is_left_out_takes_nothing_else_with_it()
    {
        Assert.Equal("sector=x", Dimensions("'Flow': 'stock', 'sector': 'x'"));
        Assert.Equal("sector=x", Dimensions("'flow': 3, 'sector': 'x'"));
        Assert.Equal("flow=stock sector=x", Dimensions("'flow': 'stock', 'flow': 'new', 'sector': 'x'"));
        Assert.Equal("flow=stock", Dimensions("'flow': ['stock', 3, null]"));
        Assert.Equal(string.Empty, Dimensions("'flow': 3"));
        Assert.Equal(string.Empty, Dimensions("'Flow': 'stock'"));

        static string Dimensions(string members)
        {
            var result = KejiJson.Read(Samples.Changed("'flow': 'stock'", members));
            Assert.False(result.IsSuccess);
            return string.Join(' ', result.Partial!.Series[0].Dimensions.Select(d => $"{d.Dimension}={string.Join('+', d.Codes)}"));
        }
    }

    [Fact]
    public void What_is_wrong_in_a_part_that_is_left_out_is_said_too()
    {
        var issues = KejiJson.Read(Samples.Changed("'role': 'original',", "'mood': [{'\\ud800': '\\udc00'}, 'x'],")).Report.Issues;
        Assert.Equal([IssueCodes.UnknownMember, IssueCodes.LoneSurrogate, IssueCodes.LoneSurrogate], issues.Select(i => i.Code));
        Assert.All(issues, i => Assert.Equal("$.sources[0].mood", i.Path));
    }

    [Fact]
    public void Lenient_reading_takes_null_and_the_empty_list_for_absence()
    {
        var text = Samples.Changed("'covers': [\n        'people',\n        'series'\n      ]", "'covers': [ ]").Replace("\"noun\": \"家\"", "\"noun\": null", StringComparison.Ordinal);
        var strict = KejiJson.Read(text);
        Assert.All(strict.Report.Issues, i => Assert.Equal(Severity.Error, i.Severity));
        var lenient = KejiJson.Read(text, ReadMode.Lenient);
        Assert.Equal(strict.Report.Issues.Select(i => i with { Severity = Severity.Warning }), lenient.Report.Issues);
        Assert.Equal([IssueCodes.EmptyList, IssueCodes.NullValue, IssueCodes.NullValue], lenient.Report.Issues.Select(i => i.Code));
        Assert.True(lenient.IsSuccess);
        Assert.False(lenient.IsLossy);
        Assert.Empty(lenient.Value.Sources[0].Covers);
        Assert.Equal(Samples.Valid.Sources[0].Regions, lenient.Value.Sources[0].Regions);
    }

    [Theory]
    [InlineData("'formatVersion': ^'2.0',", true)]
    [InlineData("'mood': {'formatVersion': '1.0', 'deep': [[{}]]}, 'formatVersion': ^'12.3',", true)]
    [InlineData("'formatVersion': '1.9', 'mood': {'formatVersion': ^'2.0'},", false)]
    [InlineData("'formatVersion': ['2.0'],", false)]
    public void A_newer_format_is_all_that_is_said_of_a_document(string members, bool isNewer)
    {
        foreach (var mode in (ReadMode[])[ReadMode.Strict, ReadMode.Lenient])
        {
            var (text, line, column) = Marked(Samples.Changed("'formatVersion': '1.0',", members + " 'people': 3,"));
            var result = KejiJson.Read(text, mode);
            if (isNewer)
            {
                var issue = Assert.Single(result.Report.Issues);
                Assert.Equal((IssueCodes.UnsupportedVersion, "$.formatVersion", line, column), (issue.Code, issue.Path, issue.Line, issue.Column));
                Assert.Equal("1.0", issue.Arguments[1]);
                Assert.Null(result.Partial);
            }
            else
            {
                Assert.DoesNotContain(result.Report.Issues, i => i.Code == IssueCodes.UnsupportedVersion);
                Assert.Contains(result.Report.Issues, i => i.Path == "$.people");
            }
        }
    }

    private static (string Text, int Line, int Column) Marked(string marked)
    {
        marked = marked.Replace('\'', '"');
        var at = marked.IndexOf('^', StringComparison.Ordinal);
        return at < 0 ? (marked, 0, 0) : (marked.Remove(at, 1), marked[..at].Count(c => c == '\n') + 1, at - marked.LastIndexOf('\n', Math.Max(at - 1, 0)));
    }
}
