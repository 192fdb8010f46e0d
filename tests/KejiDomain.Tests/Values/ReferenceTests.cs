namespace KejiDomain.Tests.Values;

public sealed class ReferenceTests
{
    [Theory]
    [InlineData("p1472", false)]
    [InlineData("a", false)]
    [InlineData("city-a-1", false)]
    [InlineData("410600", true)]
    [InlineData("100000", true)]
    public void Is_an_identifier_or_a_division(string text, bool isDivision)
    {
        Assert.True(Reference.TryParse(text, null, out var reference));
        Assert.Equal((text, isDivision, false), (reference.ToString(), reference.IsDivision, reference.IsEmpty));
        Assert.True(Reference.TryParse(text.AsSpan(), out var same));
        Assert.Equal(reference, same);
        Assert.Equal(reference, Reference.Parse(text));
        Assert.Matches(Reference.Format.Pattern, text);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("41060")]
    [InlineData("4106000")]
    [InlineData("010600")]
    [InlineData("41060a")]
    [InlineData("P1472")]
    [InlineData("a b")]
    public void Anything_else_is_refused(string? text)
    {
        Assert.False(Reference.TryParse(text, null, out var reference));
        Assert.True(reference.IsEmpty);
        Assert.False(Reference.TryParse(text.AsSpan(), out reference));
        Assert.True(reference.IsEmpty);
        Assert.False(reference.IsDivision);
        Assert.Equal(string.Empty, reference.ToString());
    }

    [Fact]
    public void A_place_is_a_reference()
    {
        Reference place = PlaceReference.Parse("410600");
        Assert.Equal(Reference.Parse("410600"), place);
        Reference none = default(PlaceReference);
        Assert.True(none.IsEmpty);
    }
}
