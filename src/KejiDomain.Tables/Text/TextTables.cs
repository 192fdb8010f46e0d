using System.Globalization;

namespace KejiDomain.Tables;

/// <summary>Data sets, corpora, series, outlines and reports as tables for the eye (显示表): <c>ToTable</c> for a terminal or a notebook, <c>ToMarkdown</c> for a document.</summary>
/// <example><code>
/// Console.WriteLine(PolicyDataset.Load("seeds/hebi-2023.json").ToTable());
/// </code></example>
public static class TextTables
{
    private static readonly PolicyDataset Nameless = new() { FormatVersion = PolicyDataset.CurrentVersion, Id = DatasetId.Parse("none"), Title = "—", Sources = [] };

    /// <summary>The figures of a data set (指标表), a line each; the whole data set in Markdown is <see cref="KejiTables.ToMarkdown"/>.</summary>
    /// <param name="dataset">The data set.</param>
    public static TextTable ToTable(this PolicyDataset dataset)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        var view = new DatasetView(dataset);
        var say = new Wording(view);
        var table = new TextTable("指标 Indicator", "维度 Dimensions", "时期 Period", "性质 Modality", "数值 Figure", "主张 Claims");
        foreach (var row in view.Observations)
        {
            // The city's own figures need not say so in each line.
            var place = row.Place is { } other && other != dataset.Place ? row.PlaceName ?? other.ToString() : null;
            table.Add([row.IndicatorName, Wording.Listed(place, say.Scope(row.Series)), .. Observed(say, row.Observation)]);
        }

        return table;
    }

    /// <summary>The figures of a corpus (跨城市表): a line for each indicator and period, a column for each place.</summary>
    /// <param name="corpus">The corpus.</param>
    public static TextTable ToTable(this PolicyCorpus corpus) => Of(corpus);

    /// <summary>The figures of a corpus in Markdown (跨城市表): a line for each indicator and period, a column for each place.</summary>
    /// <param name="corpus">The corpus.</param>
    public static string ToMarkdown(this PolicyCorpus corpus) => Of(corpus).ToMarkdown();

    /// <summary>The figures of a series (序列表), a line each.</summary>
    /// <param name="series">The series.</param>
    /// <param name="dataset">The data set that it is of, for the names of what it declares; null where that does not matter.</param>
    public static TextTable ToTable(this IndicatorSeries series, PolicyDataset? dataset = null) => Of(series, dataset);

    /// <summary>The figures of a series in Markdown (序列表), a line each.</summary>
    /// <param name="series">The series.</param>
    /// <param name="dataset">The data set that it is of, for the names of what it declares; null where that does not matter.</param>
    public static string ToMarkdown(this IndicatorSeries series, PolicyDataset? dataset = null) => Of(series, dataset).ToMarkdown();

    /// <summary>The figures of one indicator over several places (跨城市序列表), a line each.</summary>
    /// <param name="series">The series.</param>
    public static TextTable ToTable(this CorpusSeries series) => Of(series);

    /// <summary>The figures of one indicator over several places in Markdown (跨城市序列表), a line each.</summary>
    /// <param name="series">The series.</param>
    public static string ToMarkdown(this CorpusSeries series) => Of(series).ToMarkdown();

    /// <summary>An outline (提纲表), each node below the one that it belongs to, with how many items it lists.</summary>
    /// <param name="outline">The nodes.</param>
    /// <param name="dataset">The data set that they are of, for the names of what it declares; null where that does not matter.</param>
    public static TextTable ToTable(this IEnumerable<OutlineNode> outline, PolicyDataset? dataset = null)
    {
        ArgumentNullException.ThrowIfNull(outline);
        var say = new Wording(new(dataset ?? Nameless));
        var table = new TextTable("提纲 Outline", "所列 Listed", "完整性 Completeness");
        foreach (var (node, depth) in Walk(outline, 0))
        {
            table.Add(
                new string(' ', depth * 2) + say.Node(node),
                node.Items.IsEmpty ? null : node.Items.Count,
                node.Completeness == ListCompleteness.None ? null : Literals.Of(node.Completeness));
        }

        return table;
    }

    /// <summary>An outline in Markdown (提纲): a list of lists.</summary>
    /// <param name="outline">The nodes.</param>
    /// <param name="dataset">The data set that they are of, for the names of what it declares; null where that does not matter.</param>
    public static string ToMarkdown(this IEnumerable<OutlineNode> outline, PolicyDataset? dataset = null)
    {
        ArgumentNullException.ThrowIfNull(outline);
        var say = new Wording(new(dataset ?? Nameless));
        return string.Concat(Walk(outline, 0).Select(n => $"{new string(' ', n.Depth * 2)}- {MarkdownText.Escape(say.Node(n.Node))}\n"));
    }

    /// <summary>The issues of a report (问题表), a line each; empty but for the headings where there are none.</summary>
    /// <param name="report">The report.</param>
    /// <param name="inChinese">Whether the messages are in Chinese.</param>
    public static TextTable ToTable(this ValidationReport report, bool inChinese = false) => Of(report, inChinese);

    /// <summary>The issues of a report in Markdown (问题表), a line each.</summary>
    /// <param name="report">The report.</param>
    /// <param name="inChinese">Whether the messages are in Chinese.</param>
    public static string ToMarkdown(this ValidationReport report, bool inChinese = false) => Of(report, inChinese).ToMarkdown();

    private static TextTable Of(IndicatorSeries series, PolicyDataset? dataset)
    {
        ArgumentNullException.ThrowIfNull(series);
        var say = new Wording(new(dataset ?? Nameless));
        var table = new TextTable("时期 Period", "性质 Modality", "数值 Figure", "主张 Claims");
        foreach (var observation in series.Observations)
        {
            table.Add(Observed(say, observation));
        }

        return table;
    }

    private static TextTable Of(CorpusSeries series)
    {
        ArgumentNullException.ThrowIfNull(series);
        var views = new Views();
        var table = new TextTable("地域 Place", "时期 Period", "性质 Modality", "数值 Figure", "主张 Claims", "数据集 Data set");
        foreach (var figure in series.Figures)
        {
            var view = views.Of(figure.Dataset);
            table.Add([figure.Place is { } place ? view.NameOf(place) ?? place.ToString() : null, .. Observed(new(view), figure.Observation), figure.Dataset.Id]);
        }

        return table;
    }

    private static TextTable Of(PolicyCorpus corpus)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        var views = new Views();
        var lines = new List<(string Indicator, string Scope, string Period, string Modality, Dictionary<string, List<string>> Cells)>();
        var places = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var series in corpus.Series)
        {
            foreach (var group in series.Figures.GroupBy(f => (f.Period?.ToString() ?? string.Empty, f.Observation.Modality)).OrderBy(g => g.Key.Item1, StringComparer.Ordinal))
            {
                var first = group.First();
                var cells = new Dictionary<string, List<string>>(StringComparer.Ordinal);
                foreach (var figure in group)
                {
                    var view = views.Of(figure.Dataset);
                    var place = (figure.Place ?? figure.Dataset.Place)?.ToString() ?? figure.Dataset.Id.ToString();
                    places.TryAdd(place, (figure.Place ?? figure.Dataset.Place) is { } known ? view.NameOf(known) ?? place : place);
                    if (!cells.TryGetValue(place, out var figures))
                    {
                        cells.Add(place, figures = []);
                    }

                    figures.Add(Wording.Figure(figure.Measure));
                }

                var one = views.Of(first.Dataset);
                lines.Add((one.NameOf(series.Indicator)?.Zh ?? series.Indicator.ToString(), new Wording(one).Scope(first.Series), group.Key.Item1, Wording.Label(group.Key.Modality), cells));
            }
        }

        var table = new TextTable(["指标 Indicator", "维度 Dimensions", "时期 Period", "性质 Modality", .. places.Values]);
        foreach (var line in lines)
        {
            table.Add([line.Indicator, line.Scope, line.Period, line.Modality, .. places.Keys.Select(p => line.Cells.TryGetValue(p, out var figures) ? string.Join("; ", figures) : null)]);
        }

        return table;
    }

    private static TextTable Of(ValidationReport report, bool inChinese)
    {
        ArgumentNullException.ThrowIfNull(report);
        var table = new TextTable("级别 Severity", "代码 Code", "位置 Place", "说明 Message");
        foreach (var issue in report.Issues)
        {
            var severity = inChinese
                ? issue.Severity switch { Severity.Error => "错误", Severity.Warning => "警告", _ => "提示" }
                : issue.Severity.ToString().ToLowerInvariant();
            var line = issue.Line is { } number ? string.Create(CultureInfo.InvariantCulture, $"({number},{issue.Column})") : null;
            table.Add(severity, issue.Code, Wording.Words(issue.Dataset?.ToString(), line, issue.Path), inChinese ? issue.MessageZh : issue.Message);
        }

        return table;
    }

    private static IEnumerable<string?> Observed(Wording say, Observation observation) =>
    [
        observation.Period?.ToString(), Wording.Label(observation.Modality), Wording.Figure(observation.Measure), string.Join("; ", observation.Claims.Select(say.Said)),
    ];

    private static IEnumerable<(OutlineNode Node, int Depth)> Walk(IEnumerable<OutlineNode> nodes, int depth)
    {
        foreach (var node in nodes)
        {
            yield return (node, depth);
            foreach (var below in Walk(node.Items, depth + 1))
            {
                yield return below;
            }
        }
    }

    /// <summary>A view of each data set, made once.</summary>
    private sealed class Views
    {
        private readonly Dictionary<string, DatasetView> _views = new(StringComparer.Ordinal);

        public DatasetView Of(PolicyDataset dataset)
        {
            var id = dataset.Id.ToString();
            if (!_views.TryGetValue(id, out var view))
            {
                _views.Add(id, view = new(dataset));
            }

            return view;
        }
    }
}
