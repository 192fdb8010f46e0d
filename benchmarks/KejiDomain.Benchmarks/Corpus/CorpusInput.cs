using System.Globalization;
using KejiDomain.Benchmarks.Inputs;

namespace KejiDomain.Benchmarks.Corpus;

/// <summary>Many data sets: records of the small synthetic one, each with an identifier, a place and figures of its own. The same in every run.</summary>
internal static class CorpusInput
{
    /// <summary>How many data sets the large corpus has.</summary>
    public const int Many = 10_000;

    private const int SeriesEach = 6;

    private static readonly Lazy<PolicyDataset[]> Made = new(static () => [.. Enumerable.Range(0, Many).Select(Make)]);

    private static readonly string[] Places =
        [.. Gazetteer.All.Select(d => d.Code.ToString()).Where(c => c.EndsWith("00", StringComparison.Ordinal) && !c.EndsWith("0000", StringComparison.Ordinal))];

    /// <summary>The first data sets, of which a smaller corpus is the beginning of a larger.</summary>
    public static IReadOnlyList<PolicyDataset> First(int count) => Made.Value.AsSpan(0, count).ToArray();

    private static PolicyDataset Make(int number)
    {
        var small = BenchmarkInput.Get("50 KB compact").Datasets[0];
        PlaceReference place = DivisionCode.Parse(Places[number % Places.Length]);
        var year = ReportingPeriod.FromYear(2000 + (number / Places.Length % 25));
        return small with
        {
            Id = DatasetId.Parse(string.Create(CultureInfo.InvariantCulture, $"d{number}")),
            Place = place,
            Series = [.. small.Series.Where(s => s.Indicator.IsKnown && s.Subject is null).DistinctBy(s => (s.Indicator, s.Dimensions)).Take(SeriesEach)
                .Select(s => s with { Place = place, Observations = [.. s.Observations.Take(1).Select(o => o with { Period = year, Event = null })] })],
        };
    }
}
