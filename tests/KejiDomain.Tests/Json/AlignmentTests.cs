using System.Text.Json;
using KejiDomain.Json;

namespace KejiDomain.Tests.Json;

/// <summary>Which items of two lists are the same: <c>0=2</c> for the first of one and the third of the other, <c>0-</c> for one that is gone, <c>+2</c> for one that is new.</summary>
public sealed class AlignmentTests
{
    [Theory]
    [InlineData("a b", "b c", "", "", "0- 1=0 +1")]
    [InlineData("a b", "b a", "", "", "0=1 1=0")]
    [InlineData("", "a b", "", "", "+0 +1")]
    [InlineData("a", "", "", "", "0-")]
    [InlineData("a", "x b y", "甲", "乙 甲 丙", "+0 0=1 +2")]
    [InlineData("a b", "c", "甲 甲", "甲", "+0 0- 1-")]
    [InlineData("a", "b c", "甲", "甲 甲", "+0 +1 0-")]
    [InlineData("a b", "a c", "甲 甲", "甲 甲", "0=0 1=1")]
    [InlineData("a b", "c a", "甲 乙", "甲 乙", "+0 0=1 1-")]
    public void Things_are_the_same_by_key_and_else_by_a_name_that_each_list_has_once(string left, string right, string leftNames, string rightNames, string expected) =>
        Assert.Equal(expected, Text(Alignment.ByKey(Split(left), Split(right), Names(leftNames, left), Names(rightNames, right))));

    [Theory]
    [InlineData("[1, 2, 3]", "[3, 2, 1]", "")]
    [InlineData("[1, 1, 2]", "[2, 3, 3, 4]", "0- +1 +3")]
    [InlineData("[]", "['a']", "+0")]
    public void A_set_has_neither_order_nor_repetitions(string left, string right, string expected) => Assert.Equal(expected, Text(Alignment.AsSets(List(left), List(right))));

    [Theory]
    [InlineData("['a', 'b', 'c', 'd']", "['b', 'x', 'd']", "0- 1=0 +1 2- 3=2")]
    [InlineData("['a', 'b']", "['b', 'a']", "0- 1=0 +1")]
    [InlineData("['a', 'a']", "['a']", "0=0 1-")]
    [InlineData("['a']", "['x', 'a', 'a']", "+0 0=1 +2")]
    [InlineData("['x', 'a', 'b', 'c']", "['a', 'b', 'c', 'x']", "0- 1=0 2=1 3=2 +3")]
    [InlineData("[]", "[]", "")]
    public void A_sequence_keeps_as_much_as_it_can_in_order(string left, string right, string expected) => Assert.Equal(expected, Text(Alignment.AsSequences(List(left), List(right), new())));

    [Theory]
    [InlineData("[{'a': 1, 'b': 2, 'c': 3}]", "[{'a': 9}, {'a': 1, 'b': 2}]", "+0 0=1")]
    [InlineData("[{'a': 1, 'b': 2}]", "[{'a': 1, 'b': 3, 'c': 4}]", "+0 0-")]
    [InlineData("[{'a': 1, 'b': 2, 'c': 3, 'd': 4, 'e': 5}]", "[{'a': 1, 'b': 2, 'c': 0, 'd': 0, 'e': 0}]", "0=0")]
    [InlineData("[{'a': 1}, {'a': 2}, {'a': 1}]", "[{'a': 2}, {'a': 1}]", "0=1 1=0 2-")]
    [InlineData("[{'a': 1}, {'a': 1}]", "[{'a': 1}]", "0=0 1-")]
    [InlineData("[{'a': 1}]", "[{'a': 2}, {'a': 3}, {'a': 1}]", "+0 +1 0=2")]
    [InlineData("[{'a': 0}, {'a': 0}, {'a': 1}]", "[{'a': 1}, {'a': 3}, {'a': 1}]", "+0 +1 0- 1- 2=2")]
    [InlineData("[{'a': 1, 'b': 1}, {'a': 1, 'b': 2}]", "[{'a': 1, 'b': 2}, {'a': 1, 'b': 1}]", "0=1 1=0")]
    public void Records_are_the_same_where_they_have_most_in_common(string left, string right, string expected) => Assert.Equal(expected, Text(Alignment.ByLikeness(List(left), List(right), new())));

    [Theory]
    [InlineData("[{'text': 'A'}, {'text': 'x'}, {'text': 'B'}]", "[{'text': 'A'}, {'text': 'y'}, {'text': 'B'}]", "0=0 1=1 2=2")]
    [InlineData("[{'text': 'A'}, {'text': 'x'}]", "[{'text': 'A'}, {'text': 'y'}]", "0=0 1=1")]
    [InlineData("[{'text': 'x'}, {'text': 'y'}, {'text': 'A'}]", "[{'text': 'u'}, {'text': 'v'}, {'text': 'A'}]", "0=0 1=1 2=2")]
    [InlineData("[{'text': 'x'}, {'text': 'A'}]", "[{'text': 'u'}, {'text': 'v'}, {'text': 'A'}]", "+0 +1 0- 1=2")]
    [InlineData("[{'text': 'x', 'evidence': ['s1#char=0,9']}, {'text': 'A'}]", "[{'text': 'u', 'evidence': ['s1#char=50,60']}, {'text': 'A'}]", "+0 0- 1=1")]
    [InlineData("[{'text': 'x', 'evidence': ['s1#char=0,9']}, {'text': 'A'}]", "[{'text': 'u'}, {'text': 'A'}]", "0=0 1=1")]
    [InlineData("[{'text': 'x'}, {'text': 'A'}]", "[{'text': 'u', 'evidence': ['s1#char=0,9']}, {'text': 'A'}]", "0=0 1=1")]
    [InlineData("[{'text': 'x', 'evidence': ['s1#char=0,9']}, {'text': 'y'}]", "[{'text': 'u'}, {'text': 'v', 'evidence': ['s1#char=50,60']}]", "+0 +1 0- 1-")]
    [InlineData("[{'text': 'x', 'evidence': ['s1#char=0,10']}]", "[{'text': 'u', 'evidence': ['s1#char=5,99']}]", "0=0")]
    [InlineData("[{'text': 'x', 'evidence': ['s1#char=0,10']}]", "[{'text': 'u', 'evidence': ['s1#char=6,99']}]", "+0 0-")]
    [InlineData("[{'text': 'x', 'items': [{'evidence': ['s1#char=0,10']}]}]", "[{'text': 'u', 'evidence': ['s1#char=0,10']}]", "0=0")]
    [InlineData("[{'no': '一', 'evidence': ['s1#char=0,9']}, {'no': '二', 'evidence': ['s1#char=9,20']}]", "[{'no': '二', 'evidence': ['s1#char=80,90']}]", "0- 1=0")]
    public void Outline_nodes_are_the_same_by_what_they_say_where_they_stand_and_what_is_left_between(string left, string right, string expected) =>
        Assert.Equal(expected, Text(Alignment.AlongText(List(left), List(right), new())));

    [Fact]
    public void What_costs_too_much_is_held_against_what_has_its_place()
    {
        // One item is gone at the beginning. A million pairs are looked at, and no more.
        var (left, right) = (Numbers(0, 1000), Numbers(1, 1000));
        Assert.Equal(999, Same(Alignment.AsSequences(left, right, new())));
        Assert.Equal(0, Same(Alignment.AsSequences(Numbers(0, 1001), right, new())));
        Assert.Equal(1000, Same(Alignment.AsSequences(Numbers(1, 1001), right, new())));

        var spent = new WorkBudget();
        Assert.Equal("0- 1=0", Text(Alignment.ByLikeness(List("[{'a': 1}, {'a': 2}]"), List("[{'a': 2}]"), spent)));
        Assert.True(spent.TrySpend(Long(512, 512), Long(512, 511)));
        Assert.Equal("0=0 1-", Text(Alignment.ByLikeness(List("[{'a': 1111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111}, {'a': 2}]"), List("[{'a': 2}]"), Poor())));
        Assert.Equal("0=0 +1", Text(Alignment.ByLikeness(List("[{'a': 2}]"), List("[{'a': 1}, {'a': 2}]"), Poor())));

        static int Same(List<Pair> pairs) => pairs.Count(p => p is { Left: >= 0, Right: >= 0 });
    }

    [Fact]
    public void The_cost_is_every_letter_of_one_list_for_every_item_of_the_other()
    {
        // 512 * (512 * 512 + 512 * 512) = 2^28.
        var (items, one) = (Long(512, 512), List("[1]"));
        var work = new WorkBudget();
        Assert.True(work.TrySpend(items, items));
        Assert.False(work.TrySpend(one, one));
        Assert.False(new WorkBudget().TrySpend(items, [.. items[..^1], Long(1, 513)[0]]));
        Assert.False(new WorkBudget().TrySpend([.. items[..^1], Long(1, 513)[0]], items));

        // Two letters are left, which is what two items of one letter cost.
        work = new WorkBudget();
        Assert.True(work.TrySpend(items, [.. items[..^1], Long(1, 511)[0]]));
        Assert.All(Enumerable.Range(0, 256), _ => Assert.True(work.TrySpend(one, one)));
        Assert.False(work.TrySpend(one, one));
    }

    private static WorkBudget Poor()
    {
        var work = new WorkBudget();
        var items = Long(512, 512);
        Assert.True(work.TrySpend(items, items));
        return work;
    }

    private static JsonElement[] Long(int count, int length) => List($"[{string.Join(", ", Enumerable.Repeat($"'{new string('x', length - 2)}'", count))}]");

    private static JsonElement[] Numbers(int from, int count) => List($"[{string.Join(", ", Enumerable.Range(from, count))}]");

    private static JsonElement[] List(string json) => [.. JsonElement.Parse(json.Replace('\'', '"')).EnumerateArray()];

    private static string[] Split(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string?[] Names(string names, string keys) => names.Length == 0 ? new string?[Split(keys).Length] : Split(names);

    private static string Text(List<Pair> pairs) => string.Join(' ', pairs.Select(p => p.Left < 0 ? $"+{p.Right}" : p.Right < 0 ? $"{p.Left}-" : $"{p.Left}={p.Right}"));
}
