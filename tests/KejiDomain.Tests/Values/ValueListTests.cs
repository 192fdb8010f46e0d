using System.Collections;

namespace KejiDomain.Tests.Values;

public sealed class ValueListTests
{
    [Fact]
    public void The_default_is_the_empty_list()
    {
        ValueList<int> none = default;
        Assert.Equal((0, true, "[]"), (none.Count, none.IsEmpty, none.ToString()));
        Assert.Throws<IndexOutOfRangeException>(() => none[0]);
        Assert.Empty(none.AsSpan().ToArray());
        Assert.False(((IEnumerable)none).GetEnumerator().MoveNext());
        Assert.False(((IEnumerable<int>)none).GetEnumerator().MoveNext());
        Assert.True(none == []);
        Assert.Equal(none.GetHashCode(), ValueList.Create<int>([]).GetHashCode());
    }

    [Fact]
    public void Lists_are_equal_by_items_and_order()
    {
        ValueList<int> list = [1, 2, 3];
        ValueList<int> same = new[] { 1, 2, 3 }.ToValueList();
        Assert.True(list == same);
        Assert.False(list != same);
        Assert.True(list.Equals((object)same));
        Assert.Equal(list.GetHashCode(), same.GetHashCode());
        foreach (var other in (ValueList<int>[])[[1, 3, 2], [1, 2], [1, 2, 3, 4], []])
        {
            Assert.True(list != other);
            Assert.False(list == other);
            Assert.False(list.Equals((object)other));
            Assert.NotEqual(list.GetHashCode(), other.GetHashCode());
        }

        Assert.False(list.Equals((object)"[1, 2, 3]"));
    }

    [Fact]
    public void Items_are_had_in_order()
    {
        ValueList<string> list = ["a", "b"];
        Assert.Equal(("a", "b", 2, false, "[a, b]"), (list[0], list[1], list.Count, list.IsEmpty, list.ToString()));
        Assert.Throws<IndexOutOfRangeException>(() => list[2]);
        Assert.Equal(["a", "b"], ((IEnumerable)list).Cast<string>());
    }

    [Fact]
    public void A_list_is_a_copy_and_holds_no_null()
    {
        string[] items = ["a", "b"];
        var list = ValueList.Create<string>(items);
        items[0] = "c";
        Assert.Equal("a", list[0]);
        Assert.Throws<ArgumentNullException>(() => ValueList.Create<string>(["a", null!]));
        Assert.Throws<ArgumentNullException>(() => ((IEnumerable<string>)["a", null!]).ToValueList());
        Assert.Throws<ArgumentNullException>(() => ((IEnumerable<string>)null!).ToValueList());
    }

    [Fact]
    public void One_item_that_lies_in_a_record_is_a_list_like_any_other()
    {
        var citation = Citation.Parse("s1#char=0,7");
        var evidence = KejiDomain.Evidence.FromCitation(citation);
        var list = evidence.Cite;
        ValueList<Citation> same = [citation];
        Assert.Equal((1, false, citation, "[s1#char=0,7]"), (list.Count, list.IsEmpty, list[0], list.ToString()));
        Assert.Throws<IndexOutOfRangeException>(() => list[1].Length);
        Assert.Equal([citation], list.AsSpan().ToArray());
        Assert.Equal([citation], ((IEnumerable)list).Cast<Citation>());
        Assert.Equal([citation], list.Select(c => c));
        Assert.True(list == same && same == list && list == evidence.Cite && list.Equals((object)same));
        Assert.True(list != default(ValueList<Citation>) && list != [Citation.Parse("s1#char=0,8")]);
        Assert.Equal(same.GetHashCode(), list.GetHashCode());
        foreach (var item in list)
        {
            Assert.Equal(citation, item);
        }
    }
}
