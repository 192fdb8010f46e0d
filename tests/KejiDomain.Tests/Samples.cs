using KejiDomain.Json;

namespace KejiDomain.Tests;

/// <summary>Data sets that many tests share.</summary>
internal static class Samples
{
    /// <summary>The fixture that touches most concepts and has no issue.</summary>
    public static byte[] ValidJson => File.ReadAllBytes(Path.Combine(Repository.Fixtures, "issues", "valid.json"));

    public static PolicyDataset Valid => KejiJson.Read(ValidJson).GetValueOrThrow();

    /// <summary>Its text with the first of a part exchanged for another; <c>'</c> is a quote in both.</summary>
    public static string Changed(string from, string to)
    {
        var text = System.Text.Encoding.UTF8.GetString(ValidJson);
        from = from.Replace('\'', '"');
        var at = text.IndexOf(from, StringComparison.Ordinal);
        Assert.True(at >= 0, from);
        return text[..at] + to.Replace('\'', '"') + text[(at + from.Length)..];
    }

    /// <summary>A data set with nothing but what is required, and the given parts.</summary>
    public static PolicyDataset Minimal(ValueList<IndicatorSeries> series = default, ValueList<PolicyProgram> programs = default, ValueList<Meeting> meetings = default) => new()
    {
        FormatVersion = PolicyDataset.CurrentVersion,
        Id = DatasetId.Parse("minimal"),
        Title = "最小",
        Sources =
        [
            new()
            {
                Id = SourceId.Parse("s1"),
                File = new() { Name = FileName.Parse("text.txt"), Sha256 = Sha256Digest.Parse(new string('0', 64)), Length = 1000 },
                Script = Script.Hans,
            },
        ],
        Series = series,
        Programs = programs,
        Meetings = meetings,
    };

    public static ValueList<KejiDomain.Evidence> Cited => [Citation.Parse("s1#char=0,10")];

    public static IndicatorSeries Series(Indicator indicator, SeriesDimensions dimensions, params ReadOnlySpan<Observation> observations) =>
        new() { Indicator = indicator, Place = PlaceReference.Parse("410600"), Dimensions = dimensions, Observations = ValueList.Create(observations) };

    public static SeriesDimensions Dimensions(Flow flow) => SeriesDimensions.Create(new DimensionValue { Dimension = Dimension.Flow, Codes = [DimensionCode.Parse(flow.ToString())] });

    public static Observation Observe(string? period, Measure? measure, params ReadOnlySpan<Claim> claims) => new()
    {
        Period = period is null ? null : ReportingPeriod.Parse(period),
        Modality = Modality.Actual,
        Measure = measure,
        Claims = ValueList.Create(claims),
        Evidence = Cited,
    };
}
