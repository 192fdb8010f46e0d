using System.Text.RegularExpressions;
using KejiDomain.Json;
using KejiDomain.Tables;

namespace KejiDomain.Tests.Tables;

/// <summary>What README and FORMATS of the package say, held against what the code does.</summary>
public sealed class TablesReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(Repository.Root, "src", "KejiDomain.Tables", "README.md"));

    private static readonly string Formats = File.ReadAllText(Path.Combine(Repository.Root, "src", "KejiDomain.Tables", "FORMATS.md"));

    public static TheoryData<string> Cases => ["redacted", "lost", "blank", "unknown", "absent", "target", "forecast"];

    [Fact]
    public void The_sample_prints_what_stands_below_it()
    {
        var dataset = KejiJson.Read(File.ReadAllBytes(Path.Combine(Repository.Root, "seeds/hebi-2023.json"))).GetValueOrThrow();
        var printed = new StringWriter { NewLine = "\n" };

        // sample
        foreach (var row in KejiTables.LongTable(dataset).Where(r => r.Base is not null))
        {
            printed.WriteLine($"{row.PlaceName} {row.IndicatorName} {row.Period}: {row.Value} ({row.Base!.Period}: {row.Base.Value:0})");
        }

        // end
        Assert.Equal(Block("text"), printed.ToString());
        var here = File.ReadAllText(Path.Combine(Repository.Root, "tests", "KejiDomain.Tests", "Tables", "TablesReadmeTests.cs"));
        var body = here.Split("// sample\n")[1].Split("// end")[0].Replace("printed.", "Console.", StringComparison.Ordinal);
        Assert.Contains(string.Join('\n', body.Split('\n').Select(line => line.Length > 8 ? line[8..] : line.Trim())).TrimEnd(), Block("csharp"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_table_is_named() => Assert.Empty(KejiTables.All.Where(t => !Formats.Contains($"`{t.FileName}`", StringComparison.Ordinal)).Select(t => t.Name));

    [Fact]
    public void Every_column_that_is_named_is_there()
    {
        var columns = KejiTables.All.SelectMany(t => t.Columns.Select(c => c.Name)).ToHashSet(StringComparer.Ordinal);
        string[] named = ["dataset", "record", "at", "key", "value", "amount", "multiplier", "base_value", "period_start", "period_end", "missing", "value_low", "value_high", "modality", "strength", "gaps", "covers"];
        Assert.Empty(named.Except(columns));
        Assert.Empty(named.Where(n => !Formats.Contains($"`{n}`", StringComparison.Ordinal)));
    }

    [Fact]
    public void Periods_are_said_as_the_table_says()
    {
        var rows = Formats.Split('\n').Where(l => Regex.IsMatch(l, "^\\| 20")).Select(l => l.Split('|').Select(c => c.Trim(' ', '`')).ToArray()).ToArray();
        Assert.Equal(5, rows.Length);
        foreach (var (period, text, frequency) in rows.SelectMany(r => r[1].Split(", ").Zip(r[2].Split(", ")).Select((p, i) => (p.First, p.Second, r[3].Split(", ")[Math.Min(i, r[3].Split(", ").Length - 1)]))))
        {
            Assert.Equal(new SdmxPeriod(text, frequency), SdmxPeriod.Of(ReportingPeriod.Parse(period)));
        }

        foreach (Match none in Regex.Matches(Formats.Split('\n').Single(l => l.StartsWith("| none given", StringComparison.Ordinal)), "\\((?<period>[^)]+)\\)"))
        {
            Assert.Null(SdmxPeriod.Of(ReportingPeriod.Parse(none.Groups["period"].Value)));
        }

        var figures = Directory.GetFiles(Repository.Seeds, "*.json").SelectMany(f => KejiTables.LongTable(KejiJson.Read(File.ReadAllBytes(f)).GetValueOrThrow())).ToArray();
        Assert.Contains($"Of the {figures.Length} figures of the five cities {figures.Count(f => SdmxPeriod.Of(f.Period) is null)} are", Formats, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_table_of_what_is_not_there_is_what_the_formats_do(string name)
    {
        var observation = name switch
        {
            "absent" => Samples.Observe("2022", null, Claim.Rank(1)),
            "target" => Samples.Observe("2022", Measure.Count(7)) with { Modality = Modality.TargetStretch },
            "forecast" => Samples.Observe("2022", Measure.Count(7)) with { Modality = Modality.Forecast },
            _ => Samples.Observe("2022", new Measure { Unit = UnitOfMeasure.Count, Missing = Enum.Parse<MissingReason>(name, ignoreCase: true) }),
        };
        var dataset = Samples.Minimal([Samples.Series(Indicator.TechContractValue, [], observation)]);
        var said = Formats.Split('\n').Single(line => line.StartsWith($"| {name}", StringComparison.Ordinal)).Split('|').Select(cell => cell.Trim()).ToArray();

        var csv = Csv.Parse(KejiTables.ToCsv("observations", dataset));
        foreach (Match pair in Regex.Matches(said[2], "`(?<column>[a-z]+)` =? ?`(?<value>[a-z]+)`"))
        {
            Assert.Equal(name == "target" && pair.Groups["column"].Value == "strength" ? "stretch" : pair.Groups["value"].Value, csv[1][Array.IndexOf(csv[0], pair.Groups["column"].Value)]);
        }

        var json = KejiJson.Write(dataset);
        Assert.Equal(said[3] == "no `measure`", !json.Contains("\"measure\"", StringComparison.Ordinal));
        Assert.All(Regex.Matches(said[3], "`(\"[^`]+)`").Select(m => m.Groups[1].Value), literal => Assert.Contains(literal, json, StringComparison.Ordinal));
        Assert.Contains(said[4], KejiTables.ToMarkdown(dataset), StringComparison.Ordinal);

        var streams = new Dictionary<string, MemoryStream>();
        KejiTables.WriteSdmx([dataset], file => streams[file] = new MemoryStream());
        var sdmx = Csv.Parse(System.Text.Encoding.UTF8.GetString(streams["observations.csv"].ToArray()));
        string Cell(string column) => sdmx[1][Array.IndexOf(sdmx[0], column)];
        var (value, status, reason, modality) = name switch
        {
            "redacted" => ("#N/A", "Q", name, "actual"),
            "absent" => (string.Empty, "O", name, "actual"),
            "target" => ("7", "A", string.Empty, "target-stretch"),
            "forecast" => ("7", "F", string.Empty, "forecast"),
            _ => ("#N/A", "O", name, "actual"),
        };
        Assert.Equal((value, status, reason, modality), (Cell("OBS_VALUE"), Cell("OBS_STATUS"), Cell("MISSING_REASON"), Cell("MODALITY")));
        Assert.Matches($"(^|[ ,])`?{status}`?(,|$)", said[5].Replace("OBS_STATUS` ", string.Empty, StringComparison.Ordinal).Replace("status ", string.Empty, StringComparison.Ordinal));
    }

    private static string Block(string language) => Readme.Split($"```{language}\n")[1].Split("```")[0];
}
