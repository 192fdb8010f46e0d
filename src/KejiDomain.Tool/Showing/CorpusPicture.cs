using System.Globalization;
using KejiDomain.Tool.Rendering;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace KejiDomain.Tool.Showing;

/// <summary>The figures of many data sets beside each other: indicators, cities and years. The same text for the same data sets, language and width.</summary>
internal sealed class CorpusPicture
{
    private const int WideEnough = 120;

    private readonly IAnsiConsole _console;

    private readonly PolicyCorpus _corpus;

    // By identifier: a data set as a key would be compared as a whole.
    private readonly Dictionary<DatasetId, Labels> _labels;

    private readonly Labels _words;

    private readonly ILookup<IndicatorSeries, DerivedFigure> _derived;

    private readonly City[] _cities;

    public CorpusPicture(IAnsiConsole console, PolicyCorpus corpus, Language language)
    {
        _console = console;
        _corpus = corpus;
        _labels = corpus.Datasets.ToDictionary(d => d.Id, d => new Labels(d, language));
        _words = _labels[corpus.Datasets[0].Id];
        _derived = corpus.Derive().ToLookup<DerivedFigure, IndicatorSeries>(d => d.Dataset.Series[SeriesOf(d.Derived.From)], ReferenceEqualityComparer.Instance);
        _cities =
        [
            .. corpus.Datasets
                .GroupBy(d => d.Place is { IsDivision: true } place ? place.ToString() : $"~{d.Id}")
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => new City(g.First().Place is { } place ? _labels[g.First().Id].Of(place) : g.First().Id.ToString(), [.. g])),
        ];
    }

    private bool IsPlain => !_console.Profile.Capabilities.Unicode;

    public void Write()
    {
        var figures = _corpus.Datasets.Sum(d => d.Observations().Count);
        Line(new Words(string.Create(
            CultureInfo.InvariantCulture,
            $"{Many(_corpus.Datasets.Count, "data set", "个数据集")} · {Many(_cities.Length, "place", "个地域")} · {_corpus.Series.Count} {Pick("series", "个序列")} · {Many(figures, "figure", "个数据")}"),
            Palette.Strong));
        WriteDatasets();
        WriteFigures();
        WriteLegend();
    }

    private void WriteDatasets()
    {
        Heading(Pick("Data sets", "数据集"));
        var table = TerminalTables.New(_console);
        TerminalTables.Column(table, Pick("place", "地域"));
        TerminalTables.Column(table, Pick("data set", "数据集"));
        foreach (var heading in new[] { Pick("figures", "数据"), Pick("printed", "有数值"), Pick("redacted", "隐去"), Pick("lost", "脱落"), Pick("claims only", "仅比较"), Pick("implied", "推算") })
        {
            TerminalTables.Column(table, heading).Alignment = Justify.Right;
        }

        foreach (var city in _cities)
        {
            foreach (var dataset in city.Datasets)
            {
                var observations = dataset.Observations();
                var isInferred = dataset.Evidence.Any(e => e.Of?.ToString() == "place" && e.Basis == EvidenceBasis.Inferred);
                table.AddRow(
                    new Words(city.Name).Add($" {dataset.Place}", Palette.Faint).Add(isInferred ? Pick(" (inferred)", "（推断）") : string.Empty, Palette.Warning),
                    new Words(dataset.Id.ToString()),
                    observations.IsEmpty && !IsRead(dataset) ? new Words("?", Palette.Warning) : Count(observations.Count),
                    Count(observations.Count(f => f.Measure is { Missing: null })),
                    Count(observations.Count(f => f.Measure is { Missing: MissingReason.Redacted })),
                    Count(observations.Count(f => f.Measure is { Missing: not (null or MissingReason.Redacted) })),
                    Count(observations.Count(f => f.Measure is null)),
                    Count(dataset.Series.Sum(s => _derived[s].Count())));
            }
        }

        TerminalTables.Write(_console, table);
    }

    private void WriteFigures()
    {
        if (_corpus.Series.IsEmpty)
        {
            return;
        }

        Heading(Pick("Indicators by place and period", "指标：按地域与时期"));
        var table = TerminalTables.New(_console);
        TerminalTables.Column(table, Pick("indicator", "指标"));
        TerminalTables.Column(table, Pick("period", "时期"));
        // Where there is little room, a place without a figure has its line among the data sets, and no column.
        var cities = _cities.Where(c => _console.Profile.Width >= WideEnough || c.Datasets.Any(d => !d.Series.IsEmpty)).ToArray();
        foreach (var city in cities)
        {
            TerminalTables.Column(table, city.Name);
        }

        var indicator = string.Empty;
        foreach (var series in _corpus.Series)
        {
            // A figure of a county or a province is not the city's own: it has a line of its own in the city's column.
            foreach (var rows in series.Figures.GroupBy(f => f.Place == f.Dataset.Place || series.Subject is not null ? null : f.Place))
            {
                var first = rows.First();
                var labels = _labels[first.Dataset.Id];
                var name = labels.Of(series.Indicator);
                var scope = string.Join(" · ", new[]
                {
                    labels.Of(series.Dimensions),
                    series.Subject is { } subject ? labels.Of(subject.Record) : string.Empty,
                    rows.Key is { } place ? labels.Of(place) : string.Empty,
                }.Where(s => s.Length > 0));
                var heading = new Words(name == indicator ? Pick("  same", "  同上") : name, name == indicator ? Palette.Faint : Palette.Strong, indent: 2)
                    .Add(scope.Length > 0 ? $" [{scope}]" : string.Empty, Palette.Faint);
                indicator = name;
                foreach (var row in Rows(series, [.. rows]))
                {
                    table.AddRow([heading, row.Heading, .. cities.Select(c => Cell(c, row))]);
                    heading = new();
                }
            }
        }

        TerminalTables.Write(_console, table);
    }

    /// <summary>The printed figures by period and modality, and what is implied by period, earlier ones first.</summary>
    private IEnumerable<Row> Rows(CorpusSeries series, Figure[] figures)
    {
        var printed = figures
            .GroupBy(f => (f.Period, f.Observation.Modality))
            .Select(g => (g.Key.Period, Order: 1, Row: new Row(
                new Words(g.Key.Period?.ToString() ?? Pick("none", "无")).Add(g.Key.Modality == Modality.Actual ? string.Empty : $" {_words.Short(g.Key.Modality)}", Palette.Faint),
                g.ToLookup(f => f.Dataset.Id, Said))));
        var implied = figures
            .Select(f => f.Series)
            .Distinct<IndicatorSeries>(ReferenceEqualityComparer.Instance)
            .SelectMany(s => _derived[s])
            .GroupBy(v => (v.Derived.Period, v.Derived.Kind))
            .Select(g => (g.Key.Period, Order: 0, Row: new Row(
                new Words(g.Key.Period?.ToString() ?? Pick("none", "无")).Add($" {Implied(g.Key.Kind)}", Palette.Faint),
                g.ToLookup(v => v.Dataset.Id, v => (IReadOnlyList<Words>)[new Words(_labels[v.Dataset.Id].Value(v.Derived, Noun(v.Derived, figures)), Palette.Faint, indent: 2)]))));
        return printed.Concat(implied).OrderBy(r => r.Period ?? default).ThenBy(r => r.Order).Select(r => r.Row);
    }

    private string Implied(DerivationKind kind) => kind switch
    {
        DerivationKind.Target => Pick("implied target", "推算目标"),
        DerivationKind.Whole => Pick("implied whole", "推算总量"),
        _ => Pick("implied", "推算"),
    };

    // The place of the series in the path of the claim that implies something: $.series[3].observations[0].claims[1].
    private static int SeriesOf(string path)
    {
        var start = path.IndexOf('[', StringComparison.Ordinal) + 1;
        return int.Parse(path.AsSpan(start, path.IndexOf(']', start) - start), NumberStyles.None, CultureInfo.InvariantCulture);
    }

    private static string? Noun(DerivedObservation derived, Figure[] figures) =>
        figures.Select(f => f.Measure is { } measure && measure.Unit == derived.Unit ? measure.Noun : null).FirstOrDefault(n => n is not null);

    private IReadOnlyList<Words> Said(Figure figure)
    {
        var labels = _labels[figure.Dataset.Id];
        var claims = figure.Observation.Claims.Select(c => new Words(labels.Of(c), indent: 2));
        return figure.Measure is { } measure
            ? [new Words(labels.Figure(measure), measure.Missing is null ? Palette.Figure : Palette.Warning), .. claims]
            : [.. claims];
    }

    private static IRenderable Cell(City city, Row row)
    {
        var lines = new List<Words>();
        foreach (var dataset in city.Datasets)
        {
            foreach (var said in row.Said[dataset.Id])
            {
                lines.AddRange(said);
                if (city.Datasets.Length > 1)
                {
                    lines.Add(new Words($"({dataset.Id})", Palette.Faint));
                }
            }
        }

        return lines.Count > 0 ? new Rows(lines)
            : city.Datasets.Any(IsRead) ? new Words("–", Palette.Faint)
            : new Words("?", Palette.Warning);
    }

    private static bool IsRead(PolicyDataset dataset) => dataset.Sources.Any(s => s.Covers.Contains(RecordFamily.Series));

    private void WriteLegend()
    {
        Heading(Pick("Legend", "图例"));
        foreach (var (sign, meaning) in new[]
        {
            ("–", Pick("the text has none: it was read to the end for figures", "文中无此数据（已读完全部数据）")),
            ("?", Pick("not known: the text was not read to the end for figures", "未知（尚未读完全部数据）")),
            (Pick("[redacted]", "[隐去]"), Pick("printed, but masked", "有而被遮盖")),
            (Pick("[lost]", "[脱落]"), Pick("gone from the text without a mark", "脱落而无痕迹")),
            (Pick("none", "无"), Pick("the text gives no period; XXXX stands for a masked year", "文中未说时期；XXXX 为被遮盖的年份")),
            (Pick("implied", "推算"), Pick("follows from a printed figure and its claim; never printed itself", "由所印数值与比较推得，文中未印")),
        })
        {
            Line(new Words(sign, Palette.Strong, indent: 2).Add($"  {meaning}", Palette.Faint));
        }
    }

    private string Pick(string en, string zh) => _words.Pick(en, zh);

    private string Many(int count, string en, string zh) => $"{Labels.Number(count)} {Pick(count == 1 ? en : en + "s", zh)}";

    private static Words Count(int count) => new(count == 0 ? "–" : Labels.Number(count));

    private void Heading(string text)
    {
        _console.WriteLine();
        Line(new Words(IsPlain ? $"== {text}" : $"■ {text}", Palette.Heading));
    }

    private void Line(Words words)
    {
        _console.Write(words);
        _console.WriteLine();
    }

    private sealed record City(string Name, PolicyDataset[] Datasets);

    private sealed record Row(Words Heading, ILookup<DatasetId, IReadOnlyList<Words>> Said);
}
