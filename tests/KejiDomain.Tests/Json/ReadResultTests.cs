using System.Buffers;
using System.Text;
using KejiDomain.Json;
using KejiDomain.Validation;

namespace KejiDomain.Tests.Json;

public sealed class ReadResultTests
{
    [Fact]
    public void Tells_what_was_read_and_how_well()
    {
        Assert.Equal("fixture, valid: 0 errors, 0 warnings, 0 notes", KejiJson.Read(Samples.ValidJson).ToString());
        Assert.Equal("nothing read, invalid: 1 errors, 0 warnings, 0 notes", KejiJson.Read("{").ToString());
        var partial = KejiJson.Read(Text.Replace("\"王小明\"", "\"\"", StringComparison.Ordinal));
        Assert.Null(partial.Value);
        Assert.Empty(partial.Partial!.People);
        Assert.StartsWith("fixture, invalid: ", partial.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_is_not_there_is_an_exception_with_the_issues()
    {
        var result = KejiJson.Read("{");
        Assert.Equal(result.Report.ToString(), Assert.Throws<InvalidDataException>(result.GetValueOrThrow).Message);
        Assert.Contains(IssueCodes.Truncated, result.Report.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_speak_of_places_in_the_file_whatever_the_reading_left_out()
    {
        const string person = """{ "id": "ID", "name": { "zh": "某" }, "evidence": [NO, "s1#char=0,1", "s1#char=1,999"] }""";
        var broken = person.Replace("\"某\"", "7", StringComparison.Ordinal).Replace("NO, ", string.Empty, StringComparison.Ordinal);
        string[] people = [broken.Replace("ID", "a", StringComparison.Ordinal), person.Replace("ID", "b", StringComparison.Ordinal), broken.Replace("ID", "c", StringComparison.Ordinal), person.Replace("ID", "b", StringComparison.Ordinal)];
        var text = Text.Replace("\"people\": [", "\"people\": [" + string.Concat(people.Select(p => p.Replace("NO", "null", StringComparison.Ordinal) + ",\n")), StringComparison.Ordinal);
        var first = Text[..Text.IndexOf("\"people\": [", StringComparison.Ordinal)].Count(c => c == '\n') + 1;

        var result = Validator.Check(Encoding.UTF8.GetBytes(text));
        Assert.Equal(["b", "b", "wang"], result.Partial!.People.Select(p => p.Id.ToString()));
        Assert.Equal(("$.people[3].id", first + 3), result.Report.Issues.Where(i => i.Code == IssueCodes.DuplicateIdentifier).Select(i => (i.Path, i.Line)).Single());
        Assert.Equal(
            [("$.people[1].evidence[2]", first + 1), ("$.people[3].evidence[2]", first + 3)],
            result.Report.Issues.Where(i => i.Code == IssueCodes.CitationOutsideText).Select(i => (i.Path, i.Line)));
    }

    [Theory]
    [InlineData("\"zh\": \"王小明\"", "\"zh\": 3")]
    [InlineData("\"id\": \"pinyin\",\n          \"kind\": \"pinyin-interleaved\"", "\"id\": \"pinyin\",\n          \"kind\": 3")]
    [InlineData("\"amount\": 7.44", "\"amount\": \"7.44\"")]
    [InlineData("\"position\": 2", "\"position\": 0")]
    [InlineData("\"s1#char=151,165\"", "3")]
    [InlineData("\"s1#char=25,35\"", "null")]
    public void What_was_left_out_is_not_missed(string from, string to)
    {
        // Nothing refers to a person who is not there, no measure is empty, no record is without evidence: the file has what the reading left out.
        Assert.Contains(from, Text, StringComparison.Ordinal);
        var result = Validator.Check(Encoding.UTF8.GetBytes(Text.Replace(from, to, StringComparison.Ordinal)));
        Assert.NotNull(result.Partial);
        Assert.All(result.Report.Issues.Where(i => i.Severity == Severity.Error), i => Assert.StartsWith("KD1", i.Code, StringComparison.Ordinal));
        Assert.False(result.IsSuccess);
    }

    [Fact]
    public void What_was_never_there_is_missed_though_something_else_was_left_out()
    {
        var text = Text.Replace("\"person\": \"wang\"", "\"person\": \"nobody\"", StringComparison.Ordinal).Replace("\"amount\": 7.44", "\"amount\": \"7.44\"", StringComparison.Ordinal);
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
        var fair = EventId.Parse("fair");
        var buffer = new ArrayBufferWriter<byte>();
        KejiJson.WriteCompact(
            Samples.Minimal(
            [
                Samples.Series(Indicator.HighTechEnterprises, Dimensions("flow stock level provincial"), Samples.Observe("2022", Measure.Count(300, "家"))),
                Samples.Series(Indicator.HighTechEnterprises, Dimensions("flow stock level national"), Samples.Observe("2022", Measure.Count(200, "家"))),
                Samples.Series(Indicator.TechContractValue, Dimensions("flow new"), Samples.Observe("2022", Measure.Yuan(4, 8))),
                Samples.Series(Indicator.TechContractValue, Dimensions("flow new stage seed"), Samples.Observe("2022", Measure.Yuan(4, 8))),
                Samples.Series(Indicator.Gdp, [], Samples.Observe("2020", Measure.Yuan(85, 8) with { Qualifier = Qualifier.About }), Samples.Observe("2021", Measure.Yuan(121, 8), Claim.YearOnYear(34.4m))),
                Samples.Series(Indicator.RdExpenditure, [], Samples.Observe(null, Measure.Yuan(5, 8)), Samples.Observe("2019", Measure.Yuan(6, 8))),
                Samples.Series(Indicator.RdExpenditure, Dimensions("zone a"), Samples.Observe("2018", Measure.Yuan(1, 8)) with { Event = fair }, Samples.Observe("2017", Measure.Yuan(1, 8)) with { Event = fair }),
            ]),
            buffer);
        var text = Encoding.UTF8.GetString(buffer.WrittenSpan).Replace('"', '\'');
        var at = text.LastIndexOf(member, StringComparison.Ordinal);
        Assert.DoesNotContain(unlike, Codes(text));
        Assert.Contains(unlike, Codes(text.Remove(at, member.Length)));
        Assert.DoesNotContain(unlike, Codes(text.Remove(at, member.Length).Insert(at, broken)));

        static SeriesDimensions Dimensions(string words) => SeriesDimensions.Create(
            words.Split(' ').Chunk(2).Select(pair => new DimensionValue { Dimension = Dimension.Parse(pair[0]), Codes = [DimensionCode.Parse(pair[1])] }));

        static string[] Codes(string text) => [.. Validator.Check(Encoding.UTF8.GetBytes(text.Replace('\'', '"'))).Report.Issues.Select(i => i.Code)];
    }

    [Theory]
    [InlineData("$", "$")]
    [InlineData("$.a", "$.a")]
    [InlineData("$.a[0]", "$.a[1]")]
    [InlineData("$.a[1]", "$.a[3]")]
    [InlineData("$.a[2].x", "$.a[4].x")]
    [InlineData("$.a[2].b[0]", "$.a[4].b[0]")]
    [InlineData("$.a[2].b[1].c", "$.a[4].b[2].c")]
    [InlineData("$.a[1].b[1]", "$.a[3].b[1]")]
    [InlineData("$.c[2]", "$.c[2]")]
    [InlineData("$['a b'].a[2]", "$['a b'].a[2]")]
    public void A_path_counts_what_was_dropped_before_it(string read, string original)
    {
        var dropped = new DroppedParts();
        dropped.Drop("$.a", 0);
        dropped.Drop("$.a", 2);
        dropped.Drop("$.a[4].b", 1);
        Assert.Equal(original, dropped.Original(read));
        Assert.Equal(read, DroppedParts.None.Original(read));
    }

    private static string Text => Encoding.UTF8.GetString(Samples.ValidJson);
}
