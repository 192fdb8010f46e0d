namespace KejiDomain.Tests.Values;

/// <summary>What holds of every value that is one text: its form and its order.</summary>
public sealed class TextValueTests
{
    [Theory]
    [InlineData("2022", "2023")]
    [InlineData("2022-01", "2022-02")]
    [InlineData("2022", "2022-01")]
    public void Operators_follow_the_order_of_dates(string first, string second) => InOrder(PartialDate.Parse(first), PartialDate.Parse(second));

    [Fact]
    public void Operators_follow_the_order_of_identifiers_and_references()
    {
        InOrder(PersonId.Parse("a"), PersonId.Parse("b"));
        InOrder(default, PersonId.Parse("a"));
        InOrder(Reference.Parse("410600"), Reference.Parse("a"));
    }

    [Theory]
    [InlineData("a", true)]
    [InlineData("a1-b2", true)]
    [InlineData("a-1", true)]
    [InlineData("", false)]
    [InlineData("A", false)]
    [InlineData("1a", false)]
    [InlineData("-a", false)]
    [InlineData("a-", false)]
    [InlineData("a--b", false)]
    [InlineData("a_b", false)]
    [InlineData("aB", false)]
    [InlineData("a b", false)]
    public void An_identifier_is_lower_case_words_joined_by_hyphens(string text, bool isIdentifier)
    {
        Assert.Equal(isIdentifier, PersonId.TryParse(text, null, out _));
        Assert.Equal(isIdentifier, System.Text.RegularExpressions.Regex.IsMatch(text, PersonId.Format.Pattern));
    }

    [Fact]
    public void Lengths_are_held()
    {
        Assert.True(PersonId.TryParse(new string('a', 64), null, out _));
        Assert.False(PersonId.TryParse(new string('a', 65), null, out _));
        Assert.True(FileName.TryParse(new string('a', 255), null, out _));
        Assert.False(FileName.TryParse(new string('a', 256), null, out _));
        Assert.True(Sha256Digest.TryParse(new string('f', 64), null, out _));
        Assert.False(Sha256Digest.TryParse(new string('f', 63), null, out _));
        Assert.False(Sha256Digest.TryParse(new string('f', 65), null, out _));
        Assert.False(Sha256Digest.TryParse(new string('g', 64), null, out _));
    }

    [Theory]
    [InlineData("a.txt", true)]
    [InlineData(".a", true)]
    [InlineData("...", true)]
    [InlineData("报告 1.pdf", true)]
    [InlineData("", false)]
    [InlineData(".", false)]
    [InlineData("..", false)]
    [InlineData("a/b", false)]
    [InlineData("a\\b", false)]
    [InlineData("a:b", false)]
    [InlineData("a\u001Fb", false)]
    [InlineData("a\u0000", false)]
    public void A_file_name_reaches_no_other_folder(string text, bool isName) => Assert.Equal(isName, FileName.TryParse(text, null, out _));

    [Fact]
    public void Half_a_pair_is_in_no_file_name() => Assert.False(FileName.TryParse("a" + '\uD83D', null, out _));

    [Theory]
    [InlineData("1.0", true)]
    [InlineData("10.20", true)]
    [InlineData("9999.9999", true)]
    [InlineData("0.1", false)]
    [InlineData("1", false)]
    [InlineData("1.", false)]
    [InlineData(".1", false)]
    [InlineData("01.0", false)]
    [InlineData("1.01", false)]
    [InlineData("1.00", false)]
    [InlineData("12345.0", false)]
    [InlineData("1.12345", false)]
    [InlineData("1.0.0", false)]
    [InlineData("a.0", false)]
    [InlineData("1.a", false)]
    public void A_version_is_two_numbers(string text, bool isVersion)
    {
        Assert.Equal(isVersion, FormatVersion.TryParse(text, null, out _));
        Assert.Equal(isVersion, SchemaName.TryParse("urn:keji-domain:schema:policy-dataset:" + text, null, out _));
        Assert.False(SchemaName.TryParse(text, null, out _));
        Assert.False(SchemaName.TryParse("urn:keji-domain:schema:policy-other:" + text, null, out _));
    }

    [Fact]
    public void The_form_of_a_type_is_found_at_run_time()
    {
        Assert.Same(PartialDate.Format, TextFormat.Of(typeof(PartialDate)));
        Assert.Same(PartialDate.Format, TextFormat.Of(typeof(PartialDate?)));
        Assert.Null(TextFormat.Of(typeof(Measure)));
        Assert.Throws<ArgumentNullException>("type", () => TextFormat.Of(null!));
    }

    private static void InOrder<T>(T first, T second)
        where T : struct, ITextValue<T>
    {
        var same = first;
        Assert.True(first < second && first <= second && second > first && second >= first);
        Assert.False(second < first || second <= first || first > second || first >= second);
        Assert.True(first <= same && first >= same);
        Assert.False(first < same || first > same);
    }
}
