using System.Text;
using KejiDomain.Json;
using KejiDomain.Tables;

namespace KejiDomain.Properties.Tables;

public class CsvProperties
{
    private const int Runs = 2_000;

    private const string Letters = "'=+-@\t\r\n,\"#; ＝＋－＠＇家户12.%\u0000\uFEFF\u202E|<a𠮷";

    // Whole letters only: half of a surrogate pair is no text.
    private static readonly Gen<string> Texts = Gen.OneOf(Letters.EnumerateRunes().Select(r => r.ToString()).ToArray()).Array[1, 12].Select(string.Concat);

    private static readonly Gen<string?> SomeText = Gen.Frequency((1, Gen.Const((string?)null)), (3, Texts.Select(t => (string?)t)));

    private static readonly decimal[] Powers = [1m, 1.0m, 10m, 1.00m, 100m, 1000m, 0.1m, 10_000m, 1.000m];

    private static readonly Gen<decimal> Numbers = Gen.Select(Gen.Long[-99_999_999_999_999, 99_999_999_999_999], Gen.Int[0, 8], (n, scale) => n / Powers[scale]);

    private static readonly Gen<Measure> Measures =
        from kind in Gen.Int[0, 5]
        from amount in Numbers
        from high in Numbers
        from power in Gen.OneOf<int?>(null, 1, 4, 8, 16)
        from unit in Gen.OneOf("count", "CNY", "percent", "parsecs-per-hour")
        from noun in SomeText
        from qualifier in Gen.OneOf<string?>(null, "about", "at-least", "sort-of")
        from printed in SomeText
        select new Measure
        {
            Amount = kind < 3 ? amount : null,
            Low = kind == 3 ? amount : null,
            High = kind == 3 ? high : null,
            Multiplier = power,
            Unit = UnitOfMeasure.Parse(unit),
            Noun = noun,
            Qualifier = qualifier is null ? null : Qualifier.Parse(qualifier),
            Printed = printed,
            Missing = kind == 4 ? MissingReason.Redacted : kind == 5 ? MissingReason.Lost : null,
        };

    private static readonly Gen<Measure?> SomeMeasure = Gen.Frequency((1, Gen.Const((Measure?)null)), (3, Measures.Select(m => (Measure?)m)));

    private static readonly Gen<ReportingPeriod?> Periods =
        Gen.OneOf<string?>(null, "2022", "2022?", "XXXX", "2022-Q1", "2021/..", "/2030", "{2014,2017}", "R/P1Y", "2018-03-09T10:42").Select(t => t is null ? (ReportingPeriod?)null : ReportingPeriod.Parse(t));

    private static readonly Gen<Evidence> Items =
        from cites in Gen.Select(Gen.Int[0, 900], Gen.Int[1, 9], (start, length) => Citation.Create(SourceId.Parse("s1"), start, start + length)).Array[0, 3]
        from of in Gen.OneOf<string?>(null, "measure.unit", "claims.0.measure")
        from printed in SomeText
        from basis in Gen.OneOf<EvidenceBasis?>(null, EvidenceBasis.Stated, EvidenceBasis.Restored, EvidenceBasis.Inferred, EvidenceBasis.External)
        from missing in Gen.OneOf<MissingReason?>(null, MissingReason.Blank, MissingReason.Unknown)
        from why in SomeText
        from doubt in SomeText
        select new Evidence { Cite = ValueList.Create<Citation>(cites), Of = of is null ? null : MemberPath.Parse(of), Printed = printed, Basis = basis, Missing = missing, Why = why, Doubt = doubt };

    private static readonly Gen<Claim> Claims =
        from against in Gen.OneOf("previous-year", "peers", "the-moon")
        from of in Gen.OneOf<ClaimSubject?>(null, ClaimSubject.Value, ClaimSubject.Growth)
        from period in Periods
        from scope in Gen.OneOf<string?>(null, "410000", "somewhere")
        from field in SomeMeasure
        from measure in SomeMeasure
        from position in Gen.OneOf<int?>(null, 1, 17)
        from run in Gen.OneOf<Run?>(null, new Run(), new Run { Years = 4 })
        from evidence in Items.Array[0, 2]
        select new Claim
        {
            Against = ClaimReference.Parse(against),
            Of = of,
            Period = period,
            Scope = scope is null ? null : PlaceReference.Parse(scope),
            Field = field,
            Measure = measure,
            Position = position,
            Run = run,
            Evidence = ValueList.Create<Evidence>(evidence),
        };

    private static readonly Gen<Observation> Observations =
        from period in Periods
        from modality in Gen.OneOf("actual", "target", "target-floor", "target-stretch", "forecast", "target-plan", "target-hoped", "hearsay")
        from ordinal in Gen.OneOf<int?>(null, 1, 2)
        from measure in SomeMeasure
        from claims in Claims.Array[0, 2]
        from ev in Gen.OneOf<string?>(null, "e1")
        from evidence in Items.Array[0, 2]
        select new Observation
        {
            Period = period,
            Modality = Modality.Parse(modality),
            Ordinal = ordinal,
            Measure = measure,
            Claims = ValueList.Create<Claim>(claims),
            Event = ev is null ? null : EventId.Parse(ev),
            Evidence = ValueList.Create<Evidence>(evidence),
        };

    private static readonly Gen<SeriesDimensions> Dimensions = Gen.OneOf("", "flow=new", "class=a-b+c flow=stock", "weather=sun").Select(text => SeriesDimensions.Create(
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => new DimensionValue { Dimension = Dimension.Parse(w.Split('=')[0]), Codes = w.Split('=')[1].Split('+').Select(DimensionCode.Parse).ToValueList() })));

    private static readonly Gen<IndicatorSeries> Series =
        from indicator in Gen.OneOf("tech-contract-value", "cups-of-tea")
        from place in Gen.OneOf<string?>(null, "410600", "zone")
        from subject in Gen.OneOf<string?>(null, "zone", "410600")
        from dimensions in Dimensions
        from observations in Observations.Array[1, 3]
        from evidence in Items.Array[0, 2]
        select new IndicatorSeries
        {
            Indicator = Indicator.Parse(indicator),
            Place = place is null ? null : PlaceReference.Parse(place),
            Subject = subject is null ? null : Reference.Parse(subject),
            Dimensions = dimensions,
            Observations = ValueList.Create<Observation>(observations),
            Evidence = ValueList.Create<Evidence>(evidence),
        };

    private static readonly Gen<PolicyDataset> Datasets = Series.Array[0, 4].Select(series => new PolicyDataset
    {
        FormatVersion = PolicyDataset.CurrentVersion,
        Id = DatasetId.Parse("any"),
        Title = "=任意",
        Sources = [],
        Series = ValueList.Create<IndicatorSeries>(series),
    });

    [Fact]
    public void Whatever_figures_there_are_read_back_to_the_same_bytes() => Datasets.Sample(
        dataset =>
        {
            var files = new Dictionary<string, MemoryStream>();
            KejiTables.WriteCsv([dataset], name => files[name] = new MemoryStream());
            var read = Assert.Single(KejiTables.ReadCsv(name => new MemoryStream(files[name].ToArray())).GetValueOrThrow());
            Assert.Equal(dataset.Series, read.Series);
            Assert.Equal(KejiJson.Write(dataset), KejiJson.Write(dataset with { Series = read.Series }));
        },
        iter: Runs);

    [Fact]
    public void Whatever_figures_there_are_every_format_writes_them() => Datasets.Sample(
        dataset =>
        {
            var figures = dataset.Series.Sum(s => s.Observations.Count);
            var files = new Dictionary<string, MemoryStream>();
            KejiTables.WriteSdmx([dataset], name => files[name] = new MemoryStream());
            Assert.Equal(3, files.Count);
            var report = KejiTables.ToMarkdown(dataset);
            Assert.Equal(figures > 0, report.Contains("### 指标 Figures", StringComparison.Ordinal));
            Assert.Equal(figures, KejiTables.LongTable(dataset).Count());
        },
        iter: Runs / 3);

    [Fact]
    public void A_broken_set_gives_issues_with_their_place_or_is_read() => Gen.Select(Datasets, Gen.Int[0, 1_000_000], Gen.OneOf("\"", ",", "\n", "'", "\u00FF", "x", "")).Sample(
        (dataset, at, insert) =>
        {
            var files = new Dictionary<string, MemoryStream>();
            KejiTables.WriteCsv([dataset], name => files[name] = new MemoryStream());
            var broken = files.ToDictionary(f => f.Key, f => f.Value.ToArray());
            var name = new[] { "observations.csv", "claims.csv", "evidence.csv", "datasets.csv" }[at % 4];
            var place = at % broken[name].Length;
            broken[name] = [.. broken[name][..place], .. Encoding.Latin1.GetBytes(insert), .. broken[name][Math.Min(place + 1, broken[name].Length)..]];
            foreach (var issue in KejiTables.ReadCsv(file => new MemoryStream(broken[file])).Report.Issues)
            {
                Assert.Contains(".csv", issue.Path, StringComparison.Ordinal);
                Assert.True(issue is { Line: > 0, Column: > 0 }, issue.ToString());
            }
        },
        iter: Runs);
}
