#!/usr/bin/env -S dotnet run
// Cities beside each other on one indicator, with the years before that growth implies. 城市比较与推算的基期。
#:include charts.cs
#:project ../KejiDomain.Seeds/KejiDomain.Seeds.csproj
#:project ../KejiDomain.Tables/KejiDomain.Tables.csproj
#:package ScottPlot@5.1.59
#:property PublishAot=false
using KejiDomain;
using KejiDomain.Tables;
using KejiDomain.Validation;
using ScottPlot;

// Whatever folder of data sets: PolicyCorpus.Load("data").
var corpus = Seeds.Corpus;

foreach (var indicator in new[] { Indicator.TechContractValue, Indicator.HighTechEnterprises, Indicator.TechSmes })
{
    Console.WriteLine($"{indicator.Definition!.Zh} {indicator.Definition.En}");
    foreach (var series in corpus.SeriesOf(indicator))
    {
        Console.WriteLine(series.ToTable());
    }
}

// Growth and a value give the value before: 7.44亿, +185.3% is 2.608亿 a year earlier. It is implied, never printed, and has bounds.
Console.WriteLine("推算值 Implied figures");
var implied = new TextTable("地域 Place", "指标 Indicator", "推算 Implies", "时期 Period", "数值 Value", "下限 Low", "上限 High");
foreach (var dataset in corpus.Datasets)
{
    foreach (var figure in Validator.Derive(dataset))
    {
        implied.Add(
            Name(dataset), figure.Series.Indicator.Definition?.Zh, figure.Kind switch { DerivationKind.Base => "基期", DerivationKind.Target => "目标", _ => "总量" }, figure.Period,
            Rounded(figure.Value), Rounded(figure.Interval.Low), Rounded(figure.Interval.High));
    }
}

Console.WriteLine(implied);

// One bar for each city and year, 亿元; what is implied is lighter than what is printed.
var bars = (
    from row in KejiTables.LongTable(corpus.Datasets)
    where row.Indicator == Indicator.TechContractValue && row.Value is not null
    from bar in new[] { (Period: row.Base?.Period, Value: row.Base?.Value, IsImplied: true), (row.Period, row.Value, IsImplied: false) }
    where bar.Value is not null
    orderby row.Place.ToString(), bar.Period.ToString()
    select (Label: $"{row.PlaceName}\n{bar.Period}", Value: (double)(bar.Value / 100_000_000m)!, bar.IsImplied)).ToArray();
Charts.Save("compare-cities", 700, 450, plot =>
{
    var (printed, derived) = (Colors.SteelBlue, Colors.LightSteelBlue);
    for (var i = 0; i < bars.Length; i++)
    {
        plot.Add.Bar(new Bar { Position = i, Value = bars[i].Value, FillColor = bars[i].IsImplied ? derived : printed, LineWidth = 0, Size = 0.6, ValueLabel = $"{bars[i].Value:0.##}" });
    }

    plot.Axes.Bottom.SetTicks([.. bars.Select((_, i) => (double)i)], [.. bars.Select(b => b.Label)]);
    plot.Axes.Bottom.MajorTickStyle.Length = 0;
    plot.Axes.SetLimits(-0.7, bars.Length - 0.3, 0, bars.Max(b => b.Value) * 1.35);
    plot.Grid.XAxisStyle.IsVisible = false;
    plot.Title("技术合同成交额：原文与推算");
    plot.YLabel("成交额（亿元）");
    plot.ShowLegend([new() { LabelText = "原文所载", FillColor = printed }, new() { LabelText = "由增幅推算", FillColor = derived }], Alignment.UpperRight);
});

static string? Name(PolicyDataset dataset) => dataset.Place is { } place && Gazetteer.TryGetLast(place.ToString(), out var division) ? division.Name : dataset.Id.ToString();

// Counts are whole; the digits of money beyond the yuan mean nothing.
static decimal? Rounded(decimal? value) => value is { } number ? Math.Round(number, number < 10_000 ? 2 : 0) : null;
