using System.Text.Json;
using KejiDomain.Json;

namespace KejiDomain.Tests.Json;

public sealed class LikenessTests
{
    [Theory]
    [InlineData("1", "1", 1)]
    [InlineData("1", "2", 0)]
    [InlineData("1", "{}", 0)]
    [InlineData("{}", "1", 0)]
    [InlineData("{}", "{}", 1)]
    [InlineData("{'a': 1}", "{}", 0)]
    [InlineData("{}", "{'a': 1}", 0)]
    [InlineData("{'a': 1, 'b': 2}", "{'b': 2, 'a': 1}", 1)]
    [InlineData("{'a': 1, 'b': 2}", "{'a': 1, 'c': 3, 'd': 4}", 0.25)]
    [InlineData("{'a': {'x': 1, 'y': 2}, 'b': 2}", "{'a': {'x': 1, 'y': 3}, 'b': 2}", 0.75)]
    [InlineData("{'a': [1, 2]}", "{'a': [1, 3]}", 0)]
    public void Records_are_alike_by_the_part_of_their_members_that_are_equal(string left, string right, double expected) => Equal(expected, left, right);

    [Theory]
    [InlineData("'s1#char=0,10'", "'s1#char=0,10'", 1)]
    [InlineData("'s1#char=0,10'", "'s1#char=5,20'", 0.25)]
    [InlineData("'s1#char=0,10'", "'s1#char=10,20'", 0)]
    [InlineData("'s1#char=0,10'", "'s2#char=0,10'", 0)]
    [InlineData("['s1#char=5,20', 's1#char=0,10']", "'s1#char=0,20'", 1)]
    [InlineData("['s1#char=0,10', 's1#char=10,20']", "'s1#char=0,20'", 1)]
    [InlineData("['s1#char=0,20', 's1#char=5,10']", "'s1#char=0,20'", 1)]
    [InlineData("['s1#char=0,10', 's1#char=30,40']", "['s1#char=5,10', 's1#char=30,35']", 0.5)]
    [InlineData("['s1#char=0,10', 's2#char=0,10']", "['s2#char=0,10', 's3#char=0,10']", 0.3333)]
    [InlineData("['s1#char=30,40', 's2#char=0,10']", "['s1#char=0,10', 's2#char=0,10']", 0.3333)]
    public void Citations_are_alike_by_the_letters_that_both_cite(string left, string right, double expected)
    {
        Equal(expected, $"{{'cite': {left}}}", $"{{'cite': {right}}}");
        Equal(expected, $"{{'cite': {right}}}", $"{{'cite': {left}}}");
        Equal(expected, $"{{'evidence': [{{'cite': {left}, 'why': 'x'}}]}}", $"{{'evidence': [{{'cite': {right}}}]}}");
    }

    [Fact]
    public void Evidence_may_be_bare_or_cite_nothing()
    {
        Equal(1, "{'evidence': ['s1#char=0,10', {'of': 'on', 'why': 'x'}]}", "{'evidence': [{'cite': 's1#char=0,10', 'of': 'name'}]}");
        Equal(0, "{'evidence': [{'why': 'x'}]}", "{'evidence': [{'why': 'x'}]}");
    }

    [Theory]
    [InlineData("{'text': 'A'}", "{'text': 'A'}", 2)]
    [InlineData("{'text': 'A'}", "{'text': 'B'}", 0)]
    [InlineData("{}", "{}", 0)]
    [InlineData("{'no': '一'}", "{'no': '一'}", 0.5)]
    [InlineData("{'slogan': {'text': '1+2'}}", "{'slogan': {'text': '1+2'}}", 1)]
    [InlineData("{'text': 'A', 'no': '一', 'slogan': {'text': '1+2'}}", "{'text': 'A', 'no': '一', 'slogan': {'text': '1+2'}}", 3.5)]
    [InlineData("{'evidence': ['s1#char=0,10']}", "{'evidence': ['s1#char=0,10']}", 2)]
    [InlineData("{'evidence': ['s1#char=0,10']}", "{'evidence': ['s1#char=0,40']}", 1.25)]
    [InlineData("{'evidence': ['s1#char=0,10']}", "{'evidence': ['s1#char=5,15']}", 0.8333)]
    [InlineData("{'evidence': ['s1#char=0,10']}", "{'evidence': ['s1#char=6,16']}", 0)]
    [InlineData("{'evidence': ['s1#char=0,10'], 'items': [{'evidence': ['s1#char=50,60']}]}", "{'evidence': ['s1#char=50,60']}", 0)]
    [InlineData("{'items': [{'evidence': ['s1#char=0,5']}, {'items': [{'evidence': ['s1#char=5,10']}]}]}", "{'evidence': ['s1#char=0,10']}", 2)]
    public void Passages_are_alike_by_heading_number_slogan_and_span(string left, string right, double expected)
    {
        Assert.Equal(expected, Likeness.OfPassages(Likeness.Passage.Of(Parse(left)), Likeness.Passage.Of(Parse(right))), 3);
        Assert.Equal(expected, Likeness.OfPassages(Likeness.Passage.Of(Parse(right)), Likeness.Passage.Of(Parse(left))), 3);
    }

    private static void Equal(double expected, string left, string right) => Assert.Equal(expected, Likeness.OfRecords(Parse(left), Parse(right)), 3);

    private static JsonElement Parse(string json) => JsonElement.Parse(json.Replace('\'', '"'));
}
