using System.Text;
using KejiDomain.Json;
using KejiDomain.Validation;

namespace KejiDomain.Tests.Json;

/// <summary>From a path to the line and column that an editor shows.</summary>
public sealed class JsonLocatorTests
{
    [Theory]
    [InlineData("{'a': 1}", "$", 1, 1)]
    [InlineData("{'a': 1}", "$.a", 1, 7)]
    [InlineData("\n  {'a': 1}", "$", 2, 3)]
    [InlineData("{\n  'a': [1, 22]\n}", "$.a[1]", 2, 12)]
    [InlineData("{\r\n  'a': 1,\r\n\r\n'b': 2\r\n}", "$.b", 4, 6)]
    [InlineData("\uFEFF{'a': 1}", "$.a", 1, 7)]
    [InlineData("[[1, 2], [3, [4, 5]]]", "$[1][1][1]", 1, 18)]
    [InlineData("{'x': {'a': 9}, 'a': 1}", "$.a", 1, 22)]
    public void A_value_is_found_by_its_path(string json, string path, int line, int column) => Equal(json, path, line, column);

    [Theory]
    [InlineData("{'标题': '中文', 'a': 1}", "$.a", 1, 19)]
    [InlineData("{'x': 'é', 'a': 1}", "$.a", 1, 17)]
    [InlineData("{'x': '\uFFFD', 'a': 1}", "$.a", 1, 17)]
    [InlineData("{'x': '𠮷', 'a': 1}", "$.a", 1, 18)]
    [InlineData("{'x': '中\\n中𠮷',\n'中': 1, 'a': 1}", "$.a", 2, 14)]
    public void A_column_counts_the_units_of_UTF16(string json, string path, int line, int column) => Equal(json, path, line, column);

    [Theory]
    [InlineData("{'a.b': 1, 'c[0]': 2}", "$['a.b']", 9)]
    [InlineData("{'a.b': 1, 'c[0]': 2}", "$['c[0]']", 20)]
    [InlineData("{'标题': {'zh': 1}}", "$['标题'].zh", 15)]
    [InlineData("{'\\u0061': 1}", "$.a", 12)]
    [InlineData("{'': 1}", "$.", 6)]
    [InlineData("{'\\ud800': 1, 'a': 2}", "$.a", 20)]
    public void A_name_may_hold_what_a_path_is_made_of(string json, string path, int column) => Equal(json, path, 1, column);

    [Theory]
    [InlineData("{\n'a': {'b': 1}}", "$.a.c", 2, 6)]
    [InlineData("{\n'a': {'b': 1}}", "$.a.c[3].d", 2, 6)]
    [InlineData("{\n'a': [1]}", "$.a[1]", 2, 6)]
    [InlineData("{\n'a': 1}", "$.z[3].y", 1, 1)]
    [InlineData("\n {'a': 1}", "$.z", 2, 2)]
    [InlineData("{\n'a': 1, 'b': tru", "$.a", 2, 6)]
    [InlineData("{\n'a': 1, 'b': tru", "$.b", 1, 1)]
    [InlineData("", "$.a", 1, 1)]
    public void What_is_not_there_has_the_place_of_what_is_around_it(string json, string path, int line, int column) => Equal(json, path, line, column);

    [Fact]
    public void Issues_come_in_the_order_of_the_text_and_those_that_have_a_place_keep_it()
    {
        var utf8 = "{\n\"b\": [1, 2],\n\"a\": 3}"u8;
        var known = Of("$.x") with { Line = 2, Column = 9 };
        var placed = JsonLocator.Locate([Of("$.a"), Of("$.b[1]"), known, Of("$.b[0]"), Of("$.b"), Of("$")], utf8);
        Assert.Equal(
            [("$", 1, 1), ("$.b", 2, 6), ("$.b[0]", 2, 7), ("$.x", 2, 9), ("$.b[1]", 2, 10), ("$.a", 3, 6)],
            placed.Select(i => (i.Path, i.Line!.Value, i.Column!.Value)));
    }

    [Fact]
    public void Two_issues_at_one_place_stay_in_their_order()
    {
        var placed = JsonLocator.Place([(Of("$.second"), 4), (Of("$.a"), 2), (Of("$.b"), 2), (Of("$.unplaced"), -1)], "{\n  }"u8);
        Assert.Equal([("$.unplaced", null, null), ("$.a", 2, 1), ("$.b", 2, 1), ("$.second", 2, 3)], placed.Select(i => (i.Path, i.Line, i.Column)));
    }

    [Theory]
    [InlineData("a", "$.a")]
    [InlineData("$schema", "$.$schema")]
    [InlineData("a_b-1", "$.a_b-1")]
    [InlineData("a b", "$['a b']")]
    [InlineData("a.b", "$['a.b']")]
    [InlineData("标题", "$['标题']")]
    [InlineData("it's", "$['it\\'s']")]
    [InlineData("bell\u0007", "$['bell\\u0007']")]
    public void A_name_that_is_no_word_stands_in_brackets(string name, string path) => Assert.Equal(path, JsonLocator.Member("$", name));

    private static Issue Of(string path) => Issue.Of(IssueCodes.NullValue, path);

    private static void Equal(string json, string path, int line, int column)
    {
        var issue = Assert.Single(JsonLocator.Locate([Of(path)], Encoding.UTF8.GetBytes(json.Replace('\'', '"'))));
        Assert.Equal((path, line, column), (issue.Path, issue.Line, issue.Column));
    }
}
