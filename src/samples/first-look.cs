#!/usr/bin/env -S dotnet run
// A first look at a city: what the text is, what it counts, what it plans. 初看一座城市。
#:include charts.cs
#:project ../KejiDomain.Seeds/KejiDomain.Seeds.csproj
#:project ../KejiDomain.Tables/KejiDomain.Tables.csproj
#:package ScottPlot@5.1.59
#:property PublishAot=false
using KejiDomain;
using KejiDomain.Tables;
using ScottPlot;

// One of the five cities; PolicyDataset.Load("my.json") reads a file of yours.
var dataset = Seeds.Hebi2023;

Console.WriteLine($"{dataset.Title.Zh} ({dataset.Id})");
Console.WriteLine(dataset.Title.En);
foreach (var source in dataset.Sources)
{
    Console.WriteLine($"{source.PublishedOn} {source.File.Name}, {source.File.Length} characters");
}

Console.WriteLine();
Console.WriteLine(new TextTable("内容 Records", "数目 Count")
    .Add("指标数据 figures", dataset.Observations().Count)
    .Add("政策项目 programs", dataset.Programs.Count)
    .Add("文件 documents", dataset.Documents.Count)
    .Add("会议 meetings", dataset.Meetings.Count)
    .Add("机构 organizations", dataset.Organizations.Count)
    .Add("官员 officials", dataset.Officials.Count)
    .Add("奖励 awards", dataset.Awards.Count)
    .Add("平台 platforms", dataset.Platforms.Count));

Console.WriteLine("指标 Figures");
Console.WriteLine(dataset.ToTable());

Console.WriteLine("政策项目 Programs");
var programs = new TextTable("名称 Name", "类别 Kind", "口号 Slogan", "阶段 Stages");
foreach (var program in dataset.Programs)
{
    programs.Add(program.Name.Zh, program.Kind.Definition?.Zh, program.Slogan, string.Join("; ", program.Stages));
}

Console.WriteLine(programs);

Console.WriteLine("校验 Validation");
var report = dataset.Validate();
Console.WriteLine(report.Summary);

// Platforms and enterprises are counted in 家; other units would not stand on one axis.
var counted = KejiTables.LongTable(dataset)
    .Where(row => row is { Value: not null } && row.Observation.Measure?.Noun == "家")
    .OrderBy(row => row.Value)
    .ToArray();
Charts.Save("first-look", 900, 520, plot =>
{
    for (var i = 0; i < counted.Length; i++)
    {
        var bar = new Bar { Position = i, Value = (double)counted[i].Value!, Orientation = Orientation.Horizontal, FillColor = Colors.SteelBlue, LineWidth = 0, ValueLabel = $" {counted[i].Value:0}" };
        plot.Add.Bar(bar);
    }

    plot.Axes.Left.SetTicks([.. counted.Select((_, i) => (double)i)], [.. counted.Select(Name)]);
    plot.Axes.Left.MajorTickStyle.Length = 0;
    plot.Axes.SetLimits(0, (double)counted[^1].Value! * 1.1, -0.7, counted.Length - 0.3);
    plot.HideGrid();
    plot.Title($"{counted[0].PlaceName} {counted[0].Period} 年创新平台与企业");
    plot.XLabel("数目（家）");
});

static string Name(ObservationRow row)
{
    var dimensions = row.Series.Dimensions.SelectMany(d => d.Codes.Select(c => CodeList.Of(d.Dimension)?.Find(c.ToString())?.Zh ?? c.ToString()));
    return string.Join(" ", dimensions.Prepend(row.IndicatorName));
}
