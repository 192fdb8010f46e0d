#!/usr/bin/env -S dotnet run
// Who is named, with which title, and what the title means. 官员与职务。
#:include charts.cs
#:project ../KejiDomain.Seeds/KejiDomain.Seeds.csproj
#:project ../KejiDomain.Tables/KejiDomain.Tables.csproj
#:package ScottPlot@5.1.59
#:property PublishAot=false
using KejiDomain;
using KejiDomain.Tables;
using ScottPlot;

var corpus = Seeds.Corpus;

// The table of the csv export, in memory: one row for each post.
var definition = KejiTables.Get("officials");
var columns = definition.Columns.Select((column, i) => (column.Name, i)).ToDictionary(c => c.Name, c => c.i);
var posts = corpus.Datasets.SelectMany(d => definition.Rows(d)).Select(row => new Func<string, string?>(column => row[columns[column]])).ToArray();

var table = new TextTable("数据集 Data set", "姓名 Name", "职务原文 Title", "职务 Post", "任职单位 Body", "条线 Line", "层次 Rank", "时间 On");
foreach (var post in posts)
{
    table.Add(post("dataset"), post("name"), post("title"), post("post_zh"), post("body_name"), post("line"), post("rank"), post("on"));
}

Console.WriteLine(table);

// A title can be read by itself too.
var title = OfficialTitle.Parse("市委常委、常务副市长");
Console.WriteLine(title);
foreach (var held in title.Posts)
{
    Console.WriteLine($"  {held}");
}

var lines = new[] { ("party", "党委"), ("government", "政府"), ("other", "其他") };
var cities = corpus.Datasets.Where(d => posts.Any(p => p("dataset") == d.Id.ToString() && p("line") is not null)).ToArray();
Charts.Save("officials", 760, 420, plot =>
{
    var palette = new[] { Colors.IndianRed, Colors.SteelBlue, Colors.DarkGray };
    for (var i = 0; i < cities.Length; i++)
    {
        var from = 0;
        for (var j = 0; j < lines.Length; j++)
        {
            var count = posts.Count(p => p("dataset") == cities[i].Id.ToString() && p("line") == lines[j].Item1);
            plot.Add.Bar(new Bar { Position = i, ValueBase = from, Value = from + count, FillColor = palette[j], LineWidth = 0, Size = 0.6, CenterLabel = true, ValueLabel = count > 0 ? $"{count}" : string.Empty });
            from += count;
        }
    }

    plot.Axes.Bottom.SetTicks([.. cities.Select((_, i) => (double)i)], [.. cities.Select(d => d.Place is { } place && Gazetteer.TryGetLast(place.ToString(), out var division) ? division.Name : d.Id.ToString())]);
    plot.Axes.Bottom.MajorTickStyle.Length = 0;
    plot.Axes.SetLimits(-0.7, cities.Length - 0.3, 0, cities.Max(d => posts.Count(p => p("dataset") == d.Id.ToString() && p("line") is not null)) * 1.25);
    plot.Axes.Left.TickGenerator = new ScottPlot.TickGenerators.NumericAutomatic { IntegerTicksOnly = true };
    plot.Grid.XAxisStyle.IsVisible = false;
    plot.Title("文中所载职务");
    plot.YLabel("职务（个）");
    plot.ShowLegend([.. lines.Select((line, j) => new LegendItem { LabelText = line.Item2, FillColor = palette[j] })], Alignment.UpperRight);
});
