using KejiDomain.Validation;

namespace KejiDomain.Tests.Validation;

/// <summary>The table of identifiers.</summary>
public sealed class IdTableTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1_000)]
    [InlineData(10_000)]
    public void Numbers_are_found_by_their_identifiers_however_many_there_are(int count)
    {
        var table = new IdTable(3);
        for (var i = 0; i < count; i++)
        {
            ref var number = ref table.NumberOf($"id-{i}", out var isNew);
            Assert.Equal((true, 0), (isNew, number));
            number = i * 7;
            Assert.Equal(i * 7, table.NumberOf($"id-{i}", out isNew));
            Assert.False(isNew);
        }

        Assert.Equal(count, table.Count);
        Assert.Equal(Enumerable.Range(0, count).Select(i => i * 7), table.Numbers.ToArray());
        for (var i = 0; i < count; i++)
        {
            Assert.Equal((true, i * 7), (table.TryFind($"id-{i}", out var found), found));
        }

        Assert.Equal((false, 0), (table.TryFind($"id-{count}", out var none), none));
        table.Dispose();
        Assert.Equal((0, false), (table.Count, table.TryFind("id-0", out _)));
        table.Dispose();
    }

    [Fact]
    public void Memory_that_was_lent_before_says_nothing()
    {
        for (var round = 0; round < 3; round++)
        {
            var table = default(IdTable);
            Assert.False(table.TryFind("a", out _));
            Assert.True(table.Numbers.IsEmpty);
            table.NumberOf("a", out var isNew) = 5;
            Assert.True(isNew);
            Assert.False(table.TryFind("b", out _));
            Assert.Equal(0, table.NumberOf("b", out isNew));
            Assert.True(isNew);
            table.Dispose();
        }
    }
}
