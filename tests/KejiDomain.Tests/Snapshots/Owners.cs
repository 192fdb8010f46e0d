namespace KejiDomain.Tests.Snapshots;

/// <summary>A test class with one fact and two theories, whose snapshot names <see cref="SnapshotFolderTests"/> asks for.</summary>
public class Owners
{
    public static TheoryData<DayOfWeek> Days => new(DayOfWeek.Monday, DayOfWeek.Friday);

    [Fact]
    public void Fact() => Assert.False(Helper(string.Empty));

    [Theory]
    [InlineData("one", 1)]
    [InlineData("two/three", 2)]
    public void Theory(string value, int count) => Assert.Equal(count > 1, Helper(value));

    [Theory]
    [MemberData(nameof(Days))]
    public void Member(DayOfWeek day) => Assert.NotEqual(DayOfWeek.Sunday, day);

    internal static bool Helper(string value) => value.Contains('/', StringComparison.Ordinal);
}
