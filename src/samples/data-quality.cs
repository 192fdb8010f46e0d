#!/usr/bin/env -S dotnet run
// What is masked, lost or damaged in the texts, and how much had to be inferred. 隐去、丢失与损坏。
#:include charts.cs
#:project ../KejiDomain.Seeds/KejiDomain.Seeds.csproj
#:project ../KejiDomain.Tables/KejiDomain.Tables.csproj
#:package ScottPlot@5.1.59
#:property PublishAot=false
using KejiDomain;
using KejiDomain.Tables;
using ScottPlot;

var corpus = Seeds.Corpus;
(string Reason, string Label)[] reasons = [("", "有数值"), ("redacted", "隐去"), ("lost", "丢失"), ("blank", "空白"), ("unknown", "不明"), ("absent", "仅有比较")];

// How many figures are there, and why the others are not.
var figures = KejiTables.LongTable(corpus.Datasets).ToArray();
var states = new TextTable(["数据集 Data set", .. reasons.Select(r => r.Label)]);
foreach (var dataset in corpus.Datasets)
{
    states.Add([dataset.Id, .. reasons.Select(r => (object)figures.Count(f => f.Dataset.Id == dataset.Id && (f.Missing ?? "") == r.Reason))]);
}

Console.WriteLine("数据 Figures");
Console.WriteLine(states);

// How every reading came about: what is not stated was restored, inferred or brought from outside.
var definition = KejiTables.Get("evidence");
int Column(string name) => definition.Columns.Select(c => c.Name).ToList().IndexOf(name);
var evidence = corpus.Datasets.SelectMany(d => definition.Rows(d)).ToArray();
var basis = new TextTable("数据集 Data set", "明示 stated", "复原 restored", "推断 inferred", "外部 external", "隐去 redacted", "丢失 lost", "空白 blank", "存疑 doubt");
foreach (var dataset in corpus.Datasets)
{
    var own = evidence.Where(e => e[Column("dataset")] == dataset.Id.ToString()).ToArray();
    int Basis(string? word) => own.Count(e => e[Column("basis")] == word && e[Column("missing")] is null);
    int Missing(string word) => own.Count(e => e[Column("missing")] == word);
    basis.Add(
        dataset.Id, Basis(null) + Basis("stated"), Basis("restored"), Basis("inferred"), Basis("external"),
        Missing("redacted"), Missing("lost"), Missing("blank"), own.Count(e => e[Column("doubt")] is not null));
}

Console.WriteLine("依据 Evidence");
Console.WriteLine(basis);

// The ways in which the texts are damaged, those that strike most often first.
var damage = new TextTable("数据集 Data set", "类别 Kind", "原文 Printed", "读作 Read", "次数 Times", "修复 Repair");
foreach (var (dataset, pattern) in corpus.Datasets.SelectMany(d => d.Sources.SelectMany(s => s.Damage.Select(p => (d.Id, p)))).OrderByDescending(p => p.p.Times).Take(15))
{
    damage.Add(dataset, pattern.Kind.Definition?.Zh, Short(pattern.Printed), Short(pattern.Read), pattern.Times, pattern.Rule);
}

Console.WriteLine("损坏 Damage");
Console.WriteLine(damage);

// With the texts at hand the library measures what of them no record accounts for.
if (Environment.GetEnvironmentVariable("KEJI_SOURCES") is { Length: > 0 } folder)
{
    foreach (var dataset in corpus.Datasets)
    {
        foreach (var (id, text) in KejiDomain.Validation.SourceTexts.Open(dataset, folder))
        {
            Console.Error.WriteLine($"{dataset.Id} {Coverage.Of(dataset, dataset.Sources.Single(s => s.Id == id), text)}");
        }
    }
}

var cities = corpus.Datasets.Where(d => figures.Any(f => f.Dataset.Id == d.Id)).Reverse().ToArray();
var used = reasons.Where(r => figures.Any(f => (f.Missing ?? "") == r.Reason)).ToArray();
Charts.Save("data-quality", 800, 360, plot =>
{
    var palette = new[] { Colors.SteelBlue, Colors.DimGray, Colors.IndianRed, Colors.Orange, Colors.Purple, Colors.LightGray };
    for (var i = 0; i < cities.Length; i++)
    {
        var from = 0;
        foreach (var (reason, j) in used.Select((r, j) => (r.Reason, j)))
        {
            var count = figures.Count(f => f.Dataset.Id == cities[i].Id && (f.Missing ?? "") == reason);
            plot.Add.Bar(new Bar { Position = i, ValueBase = from, Value = from + count, Orientation = Orientation.Horizontal, FillColor = palette[j], LineWidth = 0, Size = 0.6 });
            from += count;
        }
    }

    plot.Axes.Left.SetTicks([.. cities.Select((_, i) => (double)i)], [.. cities.Select(d => d.Id.ToString())]);
    plot.Axes.Left.MajorTickStyle.Length = 0;
    plot.Axes.SetLimits(0, cities.Max(d => figures.Count(f => f.Dataset.Id == d.Id)) * 1.25, -0.7, cities.Length - 0.3);
    plot.Grid.YAxisStyle.IsVisible = false;
    plot.Title("指标数据是否有数值");
    plot.XLabel("数据（个）");
    plot.ShowLegend([.. used.Select((r, j) => new LegendItem { LabelText = r.Label, FillColor = palette[j] })], Alignment.LowerRight);
});

static string? Short(string? text) => text is { Length: > 12 } ? text[..12] + "…" : text;
