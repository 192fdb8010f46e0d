using System.Text.Json;
using KejiDomain.Json;

namespace KejiDomain.Tests.Json;

public sealed class DatasetKeysTests
{
    [Theory]
    [InlineData(typeof(Person), "{'id': 'wang', 'name': {'zh': '王'}}", "wang")]
    [InlineData(typeof(Appointment), "{'person': 'wang', 'title': '市长', 'on': '2023'}", "wang 市长")]
    [InlineData(typeof(Appointment), "{'person': 'wang', 'title': '市\\n长'}", "wang 市\\n长")]
    [InlineData(typeof(IndicatorSeries), "{'indicator': 'x', 'place': '410600', 'subject': 'park'}", "x 410600 park")]
    [InlineData(typeof(IndicatorSeries), "{'indicator': 'x', 'dimensions': {'sector': ['b', 'a'], 'flow': 'new'}}", "x flow=new sector=a+b")]
    [InlineData(typeof(Observation), "{'period': '2022', 'modality': 'actual', 'ordinal': 2}", "2022 actual 2")]
    [InlineData(typeof(Observation), "{'modality': 'actual'}", "actual")]
    public void A_record_has_a_key(Type type, string json, string expected) => Assert.Equal(expected, DatasetKeys.For(JsonContract.Of(type))!(Parse(json)));

    [Fact]
    public void An_outline_node_has_none() => Assert.Null(DatasetKeys.For(JsonContract.Of(typeof(OutlineNode))));

    [Theory]
    [InlineData("a b a a", "a|b|a #2|a #3")]
    [InlineData("a a#2 a", "a|a#2|a #2")]
    public void A_repeated_key_has_its_number(string keys, string expected) => Assert.Equal(expected, Unique(keys.Split(' ')));

    [Fact]
    public void A_title_may_itself_end_in_a_number_like_ours() => Assert.Equal("a|a #2|a #3|a #2 #2", Unique("a", "a #2", "a", "a #2"));

    [Fact]
    public void A_key_of_two_hundred_letters_is_shown_whole_and_a_longer_one_by_its_beginning()
    {
        var key = new string('文', 200);
        Assert.Equal(key, DatasetKeys.Short(key, 7));
        Assert.Equal(key + "… #7", DatasetKeys.Short(key + "文", 7));
        Assert.Equal(key[1..] + "… #7", DatasetKeys.Short(key[1..] + "𠮷", 7));
        Assert.Equal(key[2..] + "𠮷", DatasetKeys.Short(key[2..] + "𠮷", 7));
    }

    [Theory]
    [InlineData("{'name': {'zh': '王', 'en': 'Wang'}}", "王")]
    [InlineData("{'title': {'zh': '通知'}}", "通知")]
    [InlineData("{'title': '市长'}", null)]
    [InlineData("{'name': {'en': 'Wang'}}", null)]
    [InlineData("{'id': 'wang'}", null)]
    public void A_name_is_the_Chinese_one(string json, string? expected) => Assert.Equal(expected, DatasetKeys.NameOf(Parse(json)));

    [Theory]
    [InlineData(typeof(OutlineNode), "{'no': '一', 'text': '甲'}", "3 甲")]
    [InlineData(typeof(OutlineNode), "{'no': '（一）', 'items': []}", "3 （一）")]
    [InlineData(typeof(OutlineNode), "{}", "3")]
    [InlineData(typeof(OutlineNode), "{'text': '一二三四五六七八九十一二三四五六七八九十一二三四'}", "3 一二三四五六七八九十一二三四五六七八九十一二三四")]
    [InlineData(typeof(OutlineNode), "{'text': '一二三四五六七八九十一二三四五六七八九十一二三四五'}", "3 一二三四五六七八九十一二三四五六七八九十一二三四…")]
    [InlineData(typeof(OutlineNode), "{'text': '一二三四五六七八九十一二三四五六七八九十一二三𠮷五'}", "3 一二三四五六七八九十一二三四五六七八九十一二三…")]
    [InlineData(typeof(Claim), "{'position': 2, 'against': 'peers'}", "3 peers")]
    [InlineData(typeof(SourceRegion), "{'kind': 'furniture', 'why': 'site'}", "3 furniture")]
    public void A_record_without_a_key_is_named_by_its_place_and_first_words(Type type, string json, string expected) =>
        Assert.Equal(expected, DatasetKeys.Label(JsonContract.Of(type), Parse(json), 3));

    private static string Unique(params string[] keys) => string.Join('|', DatasetKeys.Unique([.. keys.Select(k => JsonSerializer.SerializeToElement(k))], e => e.GetString()!));

    private static JsonElement Parse(string json) => JsonElement.Parse(json.Replace('\'', '"'));
}
