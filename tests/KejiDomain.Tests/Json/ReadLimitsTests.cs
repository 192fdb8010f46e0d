using System.Text;
using KejiDomain.Json;
using KejiDomain.Validation;

namespace KejiDomain.Tests.Json;

public sealed class ReadLimitsTests
{
    [Fact]
    public void A_document_over_the_limit_is_not_read() => Only(IssueCodes.DocumentTooLarge, new() { DocumentBytes = 100 });

    [Fact]
    public void What_a_string_is_too_large_by_is_told_in_bytes() =>
        Assert.Equal(["600", "100"], KejiJson.Read(new string('科', 200), limits: new() { DocumentBytes = 100 }).Report.Issues[0].Arguments);

    [Fact]
    public async Task A_stream_over_the_limit_is_not_read_to_its_end()
    {
        using var stream = new MemoryStream(new byte[10_000_000]);
        var result = await KejiJson.ReadAsync(stream, limits: new() { DocumentBytes = 1000 }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(IssueCodes.DocumentTooLarge, Assert.Single(result.Report.Issues).Code);
        Assert.True(stream.Position < 1_000_000);
    }

    [Fact]
    public void A_text_over_the_limit_is_an_issue() => Some(IssueCodes.TextTooLong, new() { TextBytes = 40 });

    [Fact]
    public void A_list_over_the_limit_is_an_issue() => Some(IssueCodes.ListTooLong, new() { ListItems = 2 });

    [Fact]
    public void Depth_over_the_limit_is_an_issue() => Some(IssueCodes.TooDeep, new() { Depth = 4 });

    [Fact]
    public void Depth_at_the_limit_is_read()
    {
        // Root, list, program, list, node: what is nested in the fixture is less than ten deep.
        Assert.True(KejiJson.Read(Samples.ValidJson, limits: new() { Depth = 10 }).IsSuccess);
        Assert.True(KejiJson.Read(Samples.ValidJson, limits: new() { TextBytes = 200, ListItems = 10 }).IsSuccess);
    }

    [Fact]
    public void Issues_over_the_limit_become_a_count()
    {
        var text = Encoding.UTF8.GetString(Samples.ValidJson).Replace("\"zh\":", "\"hz\":", StringComparison.Ordinal);
        var all = KejiJson.Read(text).Report.Issues;
        var few = KejiJson.Read(text, limits: new() { Issues = 3 }).Report.Issues;
        Assert.Equal(4, few.Count);
        var rest = Assert.Single(few, i => i.Code == IssueCodes.FurtherIssues);
        Assert.Equal((all.Count - 3).ToString(System.Globalization.CultureInfo.InvariantCulture), rest.Arguments[0]);
    }

    [Theory]
    [InlineData('[')]
    [InlineData('{')]
    public void A_million_brackets_give_an_issue(char bracket)
    {
        var text = bracket == '[' ? new string('[', 1_000_000) : string.Concat(Enumerable.Repeat("{\"a\":", 200_000));
        var inside = Encoding.UTF8.GetString(Samples.ValidJson).Replace("\"script\":", $"\"mood\": {text}, \"script\":", StringComparison.Ordinal);
        Assert.False(KejiJson.Read(text).IsSuccess);
        Assert.Contains(KejiJson.Read(inside).Report.Issues, i => i.Code == IssueCodes.TooDeep);
    }

    [Fact]
    public async Task A_document_of_just_so_many_bytes_is_read()
    {
        foreach (var title in (string[])["题", "x"])
        {
            var dataset = Samples.Minimal() with { Title = title };
            var text = KejiJson.Write(dataset);
            var utf8 = Encoding.UTF8.GetBytes(text);
            var (enough, less) = (new ReadLimits { DocumentBytes = utf8.Length }, new ReadLimits { DocumentBytes = utf8.Length - 1 });
            Assert.Equal(dataset, KejiJson.Read(utf8, limits: enough).Value);
            Assert.Equal(dataset, KejiJson.Read(text, limits: enough).Value);
            Assert.Equal(dataset, (await Stream(enough)).Value);
            foreach (var refused in (ReadResult[])[KejiJson.Read(utf8, limits: less), KejiJson.Read(text, limits: less), await Stream(less)])
            {
                var issue = Assert.Single(refused.Report.Issues);
                Assert.Equal((IssueCodes.DocumentTooLarge, "$", 1, 1), (issue.Code, issue.Path, issue.Line, issue.Column));
                Assert.Equal($"{utf8.Length}; {utf8.Length - 1}", string.Join("; ", issue.Arguments));
                Assert.Null(refused.Partial);
            }

            async Task<ReadResult> Stream(ReadLimits limits)
            {
                using var stream = new Drip(utf8);
                return await KejiJson.ReadAsync(stream, limits: limits, cancellationToken: TestContext.Current.CancellationToken);
            }
        }
    }

    [Fact]
    public void A_list_of_just_so_many_items_is_read_and_of_a_longer_one_nothing_is_looked_at_beyond_the_limit()
    {
        var dataset = Samples.Minimal() with { People = Samples.Valid.People };
        var text = KejiJson.Write(dataset);
        var one = new ReadLimits { ListItems = 1 };
        Assert.Equal(dataset, DiagnosingReader.Read(Encoding.UTF8.GetBytes(text), ReadMode.Strict, one).Value);
        Assert.Equal(dataset, KejiJson.TryReadTyped(Encoding.UTF8.GetBytes(text), one));

        var longer = text.Replace("\"people\": [", "\"people\": [{\"id\": \"a\", \"name\": {\"zh\": \"甲\"}, \"evidence\": [\"s1#char=0,1\"]}, null, [{}], ", StringComparison.Ordinal);
        var result = KejiJson.Read(longer, limits: one);
        var issue = Assert.Single(result.Report.Issues);
        Assert.Equal((IssueCodes.ListTooLong, "$.people", "1"), (issue.Code, issue.Path, issue.Arguments.Single()));
        Assert.Empty(result.Partial!.People);
        Assert.Equal(dataset.Sources, result.Partial.Sources);

        var none = new ReadLimits { ListItems = 0 };
        Assert.Null(KejiJson.TryReadTyped(Encoding.UTF8.GetBytes(text), none));
        Assert.All(KejiJson.Read(text, limits: none).Report.Issues, i => Assert.Equal(IssueCodes.ListTooLong, i.Code));
    }

    [Fact]
    public void A_text_of_just_so_many_bytes_is_read_and_a_longer_one_is_named_by_its_place()
    {
        var text = KejiJson.Write(Samples.Minimal());
        var longest = Encoding.UTF8.GetByteCount("urn:keji-domain:schema:policy-dataset:1.0");
        Assert.True(longest < 64);
        Assert.True(KejiJson.Read(text, limits: new() { TextBytes = 64 }).IsSuccess);
        Assert.Equal(
            [(IssueCodes.TextTooLong, "$.sources[0].file.sha256")],
            KejiJson.Read(text, limits: new() { TextBytes = 63 }).Report.Issues.Select(i => (i.Code, i.Path)).Where(i => i.Code != IssueCodes.MissingMember));

        // A name is a text too, and what it names is passed over.
        var named = text.Replace("\"title\":", $"\"{new string('x', 65)}\": {{ \"title\": [1] }}, \"title\":", StringComparison.Ordinal);
        var issue = Assert.Single(KejiJson.Read(named, limits: new() { TextBytes = 64 }).Report.Issues);
        Assert.Equal((IssueCodes.TextTooLong, "$"), (issue.Code, issue.Path));
        Assert.Equal(IssueCodes.UnknownMember, Assert.Single(KejiJson.Read(named, limits: new() { TextBytes = 65 }).Report.Issues).Code);
    }

    [Fact]
    public void The_place_of_what_is_too_deep_is_where_it_goes_too_deep()
    {
        var issue = Assert.Single(KejiJson.Read("{\"a\": [[[[1]]]]}", limits: new() { Depth = 4 }).Report.Issues);
        Assert.Equal((IssueCodes.TooDeep, "$", 1, 10, "4"), (issue.Code, issue.Path, issue.Line, issue.Column, issue.Arguments.Single()));
    }

    [Theory]
    [InlineData(ReadMode.Lenient, 1, "", Severity.Warning, 1)]
    [InlineData(ReadMode.Lenient, 0, "", Severity.Warning, 2)]
    [InlineData(ReadMode.Lenient, 1, "before", Severity.Warning, 2)]
    [InlineData(ReadMode.Lenient, 0, "before", Severity.Error, 3)]
    [InlineData(ReadMode.Lenient, 1, "after", Severity.Error, 2)]
    [InlineData(ReadMode.Lenient, 0, "after", Severity.Error, 3)]
    [InlineData(ReadMode.Lenient, 0, "absent", Severity.Warning, 3)]
    [InlineData(ReadMode.Strict, 0, "absent", Severity.Error, 3)]
    [InlineData(ReadMode.Strict, 1, "", Severity.Error, 1)]
    [InlineData(ReadMode.Strict, 0, "after", Severity.Error, 3)]
    public void Issues_that_are_only_counted_are_as_grave_as_the_gravest_of_them(ReadMode mode, int listed, string fault, Severity severity, int count)
    {
        const string bad = "\"place\": 3, ";
        var text = KejiJson.Write(Samples.Minimal()).Replace(
            "\"title\":", (fault == "before" ? bad : string.Empty) + "\"mood\": 1, \"mood2\": 2, " + (fault == "after" ? bad : fault == "absent" ? "\"place\": null, " : string.Empty) + "\"title\":", StringComparison.Ordinal);
        var result = KejiJson.Read(text, mode, new() { Issues = listed });
        Assert.Equal(listed + 1, result.Report.Issues.Count);
        var further = result.Report.Issues[^1];
        Assert.Equal((IssueCodes.FurtherIssues, severity, count.ToString(System.Globalization.CultureInfo.InvariantCulture)), (further.Code, further.Severity, further.Arguments.Single()));
        Assert.Equal((text.Count(c => c == '\n') + 1, 1), (further.Line, further.Column));
        Assert.Equal(mode == ReadMode.Lenient && fault is not ("before" or "after"), result.IsSuccess);
        Assert.True(result.IsLossy);
    }

    private static void Only(string code, ReadLimits limits) => Assert.Equal(code, Assert.Single(KejiJson.Read(Samples.ValidJson, limits: limits).Report.Issues).Code);

    private static void Some(string code, ReadLimits limits)
    {
        var result = KejiJson.Read(Samples.ValidJson, limits: limits);
        Assert.False(result.IsSuccess);
        Assert.Contains(result.Report.Issues, i => i.Code == code);
    }

    /// <summary>Gives a byte at a time, so that reading may stop behind any of them.</summary>
    private sealed class Drip(byte[] bytes) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => base.ReadAsync(buffer[..1], cancellationToken);
    }
}
