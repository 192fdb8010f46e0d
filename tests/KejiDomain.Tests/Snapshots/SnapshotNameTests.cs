using System.Reflection;

namespace KejiDomain.Tests.Snapshots;

public class SnapshotNameTests
{
    [Fact]
    public void A_fact_is_class_and_method() => Assert.Equal("Samples.Plain", Name(typeof(Samples), nameof(Samples.Plain)));

    [Fact]
    public void A_nested_class_has_its_parent_in_front() => Assert.Equal("Samples.Nested.Plain", Name(typeof(Samples.Nested), nameof(Samples.Nested.Plain)));

    [Fact]
    public void An_inherited_test_is_named_by_the_class_that_runs_it() => Assert.Equal("Heir.Plain", Name(typeof(Heir), nameof(Samples.Plain)));

    [Theory]
    [InlineData("hebi-2023", 1, "Samples.Pair_text=hebi-2023_value=1")]
    [InlineData("鹤壁 2023", DayOfWeek.Monday, "Samples.Pair_text=鹤壁 2023_value=Monday")]
    [InlineData("", true, "Samples.Pair_text=_value=True")]
    [InlineData(null, null, "Samples.Pair_text=null_value=null")]
    [InlineData("a/b\\c:d*e?f\"g<h>i|j\nk", 'x', "Samples.Pair_text=a-b-c-d-e-f-g-h-i-j-k_value=x")]
    public void A_theory_adds_parameter_and_value(string? text, object? value, string expected) =>
        Assert.Equal(expected, Name(typeof(Samples), nameof(Samples.Pair), text, value));

    [Fact]
    public void A_decimal_keeps_its_printed_zeros() =>
        Assert.Equal("Samples.Pair_text=a_value=1.50", Name(typeof(Samples), nameof(Samples.Pair), "a", 1.50m));

    [Fact]
    public void A_value_without_a_stable_text_is_refused() =>
        Assert.Throws<NotSupportedException>(() => Name(typeof(Samples), nameof(Samples.Pair), "a", 1.5));

    [Fact]
    public void Arguments_must_match_the_parameters() =>
        Assert.Throws<ArgumentException>(() => Name(typeof(Samples), nameof(Samples.Pair), "a"));

    private static string Name(Type type, string method, params object?[] arguments) =>
        SnapshotName.Of(type.GetMethod(method, BindingFlags.Public | BindingFlags.Instance)!, arguments);
}

internal class Samples
{
    public void Plain() => _ = this;

    public void Pair(string text, object value) => _ = (this, text, value);

    internal sealed class Nested
    {
        public void Plain() => _ = this;
    }
}

internal sealed class Heir : Samples;
