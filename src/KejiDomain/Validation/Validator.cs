namespace KejiDomain.Validation;

/// <summary>Runs every rule over a data set (校验), and derives what its figures imply.</summary>
/// <remarks>The same data set always gives the same issues in the same order. Nothing throws for bad data. Safe to use from several threads.</remarks>
public static class Validator
{
    /// <summary>Every issue of a data set, in the order of its parts (校验).</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="options">Which texts are at hand and how much is told, or null for the default.</param>
    public static ValidationReport Validate(PolicyDataset dataset, ValidationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        options ??= ValidationOptions.Default;
        var found = new IssueSink(dataset, options, DroppedParts.None, ReadLimits.Default.Issues);
        Run(dataset, options, DroppedParts.None, found);
        return found.Further is { } further ? new([.. found.Issues, further]) : found.Issues.Count == 0 ? ValidationReport.Empty : new(found.Issues);
    }

    /// <summary>Every issue of several data sets (语料校验): those of each, and then those that only show where they are held against each other.</summary>
    /// <remarks>The same figure stated differently, a person with two posts on a day, a rank that the others' figures contradict: each is reported with both places, and none is resolved.</remarks>
    /// <param name="datasets">The data sets.</param>
    /// <param name="options">Which texts are at hand and how much is told, or null for the default. Sources of equal id in two data sets share a text.</param>
    public static ValidationReport Validate(IEnumerable<PolicyDataset> datasets, ValidationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(datasets);
        var all = datasets.ToArray();
        return new([.. all.SelectMany(d => Validate(d, options).Issues.Select(i => i with { Dataset = d.Id })), .. Compare(all, options).Issues]);
    }

    /// <summary>The issues that only show where several data sets are held against each other (语料比对), without those of each.</summary>
    /// <param name="datasets">The data sets.</param>
    /// <param name="options">How much is told, or null for the default.</param>
    public static ValidationReport Compare(IEnumerable<PolicyDataset> datasets, ValidationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(datasets);
        options ??= ValidationOptions.Default;
        options.ThrowIfUnknown();
        var issues = Compared([.. datasets], _ => options);
        return issues.Count == 0 ? ValidationReport.Empty : new(issues.Select(i => i.Issue with { Dataset = i.Dataset.Id }));
    }

    /// <summary>The same with the very data set that each issue is about, and each ranked as the options of its data set say.</summary>
    internal static IReadOnlyList<(PolicyDataset Dataset, Issue Issue)> Compared(IReadOnlyList<PolicyDataset> datasets, Func<PolicyDataset, ValidationOptions> options)
    {
        var issues = new List<(PolicyDataset Dataset, Issue Issue)>();
        new CorpusRules(datasets, Add).Run();
        return issues;

        void Add(PolicyDataset dataset, Issue issue)
        {
            if (options(dataset).Rank(issue) is { } ranked)
            {
                issues.Add((dataset, ranked with { Key = IssueKeys.Of(dataset, issue.Path) }));
            }
        }
    }

    /// <summary>The reports of several data sets, each with what only shows where it is held against the others; data sets of one identifier are versions, of which the first is held against others.</summary>
    internal static IEnumerable<ValidationReport> Joined(
        IReadOnlyList<(PolicyDataset? Dataset, ValidationReport Report)> reports, Func<PolicyDataset, ValidationOptions> options, Func<int, ValueList<Issue>, IEnumerable<Issue>>? locate = null)
    {
        var found = Compared([.. reports.Select(r => r.Dataset).OfType<PolicyDataset>().DistinctBy(d => d.Id)], options)
            .ToLookup(i => i.Dataset, i => i.Issue, ReferenceEqualityComparer.Instance);
        for (var i = 0; i < reports.Count; i++)
        {
            var (dataset, report) = reports[i];
            var across = dataset is null ? default : found[dataset].ToValueList();
            yield return across.IsEmpty ? report : ValidationReport.Join(report, new(locate?.Invoke(i, across) ?? across));
        }
    }

    /// <summary>Reads a document and runs every rule over as much of it as could be read, so that all problems come in one report with their lines (检查).</summary>
    /// <param name="utf8">The document.</param>
    /// <param name="mode">Strict, or lenient towards a newer producer.</param>
    /// <param name="options">Tells the texts at hand for what was read, or null for none.</param>
    /// <param name="limits">How much is taken in, or null for the default limits.</param>
    public static ReadResult Check(
        ReadOnlySpan<byte> utf8, ReadMode mode = ReadMode.Strict, Func<PolicyDataset, ValidationOptions>? options = null, ReadLimits? limits = null)
    {
        var read = KejiJson.Read(utf8, mode, limits);
        if (read.Partial is not { } dataset)
        {
            return read;
        }

        var known = read.Report.Issues.Where(i => i.Code != IssueCodes.FurtherIssues).ToArray();
        var chosen = options?.Invoke(dataset) ?? ValidationOptions.Default;
        var found = new IssueSink(dataset, chosen, read.Dropped, (limits ?? ReadLimits.Default).Issues - known.Length);
        Run(dataset, chosen, read.Dropped, found);
        var placed = JsonLocator.Locate([.. known, .. found.Issues], utf8);
        return new(dataset, new(found.Further is { } further ? [.. placed, .. JsonLocator.Place([(further, utf8.Length)], utf8)] : placed), mode, read.Dropped);
    }

    /// <summary>What the figures imply and the text does not print (推算): bases behind growth rates, targets behind completion rates.</summary>
    /// <param name="dataset">The data set.</param>
    /// <example>121 at +34.4% implies 90 for the year before; 3128.4万元 at 198% of the target implies 1580万元.</example>
    public static ValueList<DerivedObservation> Derive(PolicyDataset dataset)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        var derived = new List<DerivedObservation>();
        using var figures = new FigureIndex(dataset);
        new ArithmeticRules(dataset, figures, static _ => { }, derived.Add, reportSkipped: false).Run();
        return derived.GroupBy(d => (d.Kind, d.Series, d.Period, d.Unit)).Select(group => group.Aggregate(Narrower)).ToValueList();
    }

    // Two claims on one figure imply one base: it lies where both allow it. Where they exclude each other a rule has said so, and the first stands.
    private static DerivedObservation Narrower(DerivedObservation one, DerivedObservation other)
    {
        if (!one.Interval.Overlaps(other.Interval))
        {
            return one;
        }

        var interval = new ValueInterval(
            one.Interval.Low is { } low && !(other.Interval.Low > low) ? low : other.Interval.Low ?? one.Interval.Low,
            one.Interval.High is { } high && !(other.Interval.High < high) ? high : other.Interval.High ?? one.Interval.High);
        return (one.Value is null && other.Value is not null ? other : one) with { Interval = interval };
    }

    private static void Run(PolicyDataset dataset, ValidationOptions options, DroppedParts dropped, IssueSink issues)
    {
        options.ThrowIfUnknown();
        Action<Issue> report = issues.Add;
        using var index = new RecordIndex(dataset, dropped, report);
        var judged = Judged(dataset, dropped);
        using var figures = new FigureIndex(judged);
        RecordRules.Run(dataset, index, options, report);
        new RelationRules(dataset, index, figures, report).Run();
        new DateRules(dataset, index, report).Run();
        new ValidityRules(dataset, index, report).Run();
        new ArithmeticRules(judged, figures, report, derive: null, options.ReportSkipped).Run();
        RankRules.Run(judged, report);
        foreach (var rule in options.Rules)
        {
            rule.Run(dataset, report);
        }
    }

    // A series of which something could not be read is not what its text says: no figure is held against its figures.
    private static PolicyDataset Judged(PolicyDataset dataset, DroppedParts dropped) => dropped.HasWholeSeries ? dataset : dataset with
    {
        Series = dataset.Series.Select((series, index) => dropped.IsWholeSeries(index) ? series : series with { Observations = [] }).ToValueList(),
    };
}
