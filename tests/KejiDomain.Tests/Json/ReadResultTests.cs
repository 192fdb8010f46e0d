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
