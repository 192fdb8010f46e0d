using System.Text;
using KejiDomain.Json;
using KejiDomain.Validation;

namespace KejiDomain.Tests.Json;

public sealed class ReadLimitsTests
{
    [Fact]
    public void A_document_over_the_limit_is_not_read() => Only(IssueCodes.DocumentTooLarge, new() { DocumentBytes = 100 });

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

    private static void Only(string code, ReadLimits limits) => Assert.Equal(code, Assert.Single(KejiJson.Read(Samples.ValidJson, limits: limits).Report.Issues).Code);

    private static void Some(string code, ReadLimits limits)
    {
        var result = KejiJson.Read(Samples.ValidJson, limits: limits);
        Assert.False(result.IsSuccess);
        Assert.Contains(result.Report.Issues, i => i.Code == code);
    }
}
