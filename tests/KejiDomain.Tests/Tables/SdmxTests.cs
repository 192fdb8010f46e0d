using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using KejiDomain.Tables;

namespace KejiDomain.Tests.Tables;

public sealed class SdmxTests
{
    public static TheoryData<string> Seeds() => CsvTests.Seeds();

    [Fact]
    public Task Figures_of_a_seed() => Verifier.Verify(Write(CsvTests.Seed("hebi-2023"))["observations.csv"], extension: "csv");

    [Fact]
    public Task Structure_of_a_seed() => Verifier.Verify(Write(CsvTests.Seed("hebi-2023"))["structure.json"], extension: "json");

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_cell_is_of_its_component(string name)
    {
        var dataset = CsvTests.Seed(name);
        Judge(Write(dataset), KejiTables.LongTable(dataset).Count());
    }

    [Fact]
    public void Data_sets_are_told_apart_and_what_each_declares_is_its_own()
    {
        var all = Seeds().Select(row => CsvTests.Seed(row.Data)).ToArray();
        Judge(Write(all), KejiTables.LongTable(all).Count());
    }

    [Fact]
    public void Nothing_to_export_is_a_valid_structure_too() => Judge(Write(), 0);

    [Fact]
    public void The_figures_without_a_form_are_those_whose_year_is_masked_or_not_given()
    {
        var without = Seeds().Select(row => CsvTests.Seed(row.Data)).SelectMany(d => KejiTables.LongTable(d)).Where(r => SdmxPeriod.Of(r.Period) is null).ToArray();
        Assert.Equal(["anonymous-2023"], without.Select(r => r.Dataset.Id.ToString()).Distinct());
        Assert.All(without, r => Assert.True(r.Period is not { } period || period.IsMasked || period.IsRecurring, r.Key));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Hostile_texts_stay_in_their_cells(string name)
    {
        var bytes = File.ReadAllBytes(Path.Combine(Repository.Seeds, name + ".json"));
        for (var shift = 0; shift < Hostile.Texts.Length; shift += 9)
        {
            var dataset = Hostile.Of(bytes, shift);
            Judge(Write(dataset), KejiTables.LongTable(dataset).Count());
        }
    }

    [Theory]
    [InlineData("2022", "2022", "A")]
    [InlineData("2022?", "2022", "A")]
    [InlineData("2022-03", "2022-03", "M")]
    [InlineData("2022-03-09", "2022-03-09", "D")]
    [InlineData("2018-03-09T10:42", "2018-03-09T10:42:00", "_O")]
    [InlineData("2018-03-09T10:42:07", "2018-03-09T10:42:07", "_O")]
    [InlineData("2022-Q3", "2022-Q3", "Q")]
    [InlineData("2022-S1", "2022-S1", "S")]
    [InlineData("2022/2024", "2022-01-01/P3Y", "_O")]
    [InlineData("2022-01/2022-09", "2022-01-01/P9M", "_O")]
    [InlineData("2024-02-05/2024-02-07", "2024-02-05/P3D", "_O")]
    [InlineData("XXXX", null, null)]
    [InlineData("202X", null, null)]
    [InlineData("2021/..", null, null)]
    [InlineData("/2030", null, null)]
    [InlineData("2024/2022", null, null)]
    [InlineData("{2014,2017}", null, null)]
    [InlineData("R/P1Y", null, null)]
    public void A_period_is_said_as_SDMX_says_it_or_not_at_all(string period, string? text, string? frequency)
    {
        var said = SdmxPeriod.Of(ReportingPeriod.Parse(period));
        Assert.Equal(text, said?.Text);
        Assert.Equal(frequency, said?.Frequency);
    }

    [Fact]
    public void Redacted_lost_blank_unknown_absent_and_target_are_told_apart()
    {
        Measure Gone(MissingReason reason) => new() { Unit = UnitOfMeasure.Count, Missing = reason };
        var observations = new (Observation Observation, string Expected)[]
        {
            (Samples.Observe("2011", Gone(MissingReason.Redacted)), "actual #N/A Q redacted"),
            (Samples.Observe("2012", Gone(MissingReason.Lost)), "actual #N/A O lost"),
            (Samples.Observe("2013", Gone(MissingReason.Blank)), "actual #N/A O blank"),
            (Samples.Observe("2014", Gone(MissingReason.Unknown)), "actual #N/A O unknown"),
            (Samples.Observe("2015", null, Claim.Rank(1)), "actual  O absent"),
            (Samples.Observe("2016", Measure.Count(0)), "actual 0 A "),
            (Samples.Observe("2017", Measure.Count(7)) with { Modality = Modality.Target }, "target 7 A "),
            (Samples.Observe("2018", Measure.Count(7)) with { Modality = Modality.TargetStretch }, "target-stretch 7 A "),
            (Samples.Observe("2019", Gone(MissingReason.Redacted)) with { Modality = Modality.TargetFloor }, "target-floor #N/A Q redacted"),
            (Samples.Observe("2020", Measure.Count(7)) with { Modality = Modality.Forecast }, "forecast 7 F "),
            (Samples.Observe("2021", Measure.Count(7)) with { Modality = Modality.Preliminary }, "preliminary 7 P "),
        };
        var dataset = Samples.Minimal([Samples.Series(Indicator.TechContractValue, [], [.. observations.Select(o => o.Observation)])]);
        var rows = Csv.Parse(Write(dataset)["observations.csv"]);
        int Column(string name) => Array.IndexOf(rows[0], name);
        Assert.Equal(
            observations.Select(o => o.Expected),
            rows.Skip(1).Select(r => $"{r[Column("MODALITY")]} {r[Column("OBS_VALUE")]} {r[Column("OBS_STATUS")]} {r[Column("MISSING_REASON")]}"));
    }

    [Fact]
    public void The_multiplier_is_beside_the_value_and_a_range_has_its_ends()
    {
        var dataset = Samples.Minimal([Samples.Series(Indicator.TechContractValue, [], Samples.Observe("2022", Measure.Yuan(7.440m, 8)), Samples.Observe("2023", Measure.Count(0) with { Amount = null, Low = 1, High = 2 }))]);
        var rows = Csv.Parse(Write(dataset)["observations.csv"]);
        string Cell(int row, string name) => rows[row][Array.IndexOf(rows[0], name)];
        Assert.Equal(("7.440", "8", "3", "CNY"), (Cell(1, "OBS_VALUE"), Cell(1, "UNIT_MULT"), Cell(1, "DECIMALS"), Cell(1, "UNIT_MEASURE")));
        Assert.Equal(("#N/A", "1", "2", "A"), (Cell(2, "OBS_VALUE"), Cell(2, "OBS_LOW"), Cell(2, "OBS_HIGH"), Cell(2, "OBS_STATUS")));
    }

    [Fact]
    public void An_unknown_dimension_and_several_codes_have_a_code()
    {
        var dimensions = SeriesDimensions.Create(
            new DimensionValue { Dimension = Dimension.Class, Codes = [DimensionCode.Parse("a-b"), DimensionCode.Parse("c")] },
            new DimensionValue { Dimension = Dimension.Parse("weather"), Codes = [DimensionCode.Parse("sun")] });
        var files = Write(Samples.Minimal([Samples.Series(Indicator.TechContractValue, dimensions, Samples.Observe("2022", Measure.Count(1)))]));
        var rows = Csv.Parse(files["observations.csv"]);
        Assert.Equal("a-b_c", rows[1][Array.IndexOf(rows[0], "CLASS")]);
        Assert.Equal("weather@sun", rows[1][Array.IndexOf(rows[0], "OTHER_DIMENSIONS")]);
        Judge(files, 1);
    }

    /// <summary>Reads the structure and holds every cell of the data against it, as a reader of SDMX would.</summary>
    private static void Judge(Dictionary<string, string> files, int count)
    {
        var message = JsonNode.Parse(files["structure.json"])!;
        SdmxShape.Check(message);
        var data = message["data"]!;
        var lists = data["codelists"]!.AsArray().ToDictionary(
            l => $"urn:sdmx:org.sdmx.infomodel.codelist.Codelist={l!["agencyID"]}:{l["id"]}({l["version"]})",
            l => (l!["codes"]?.AsArray() ?? []).Select(c => (string)c!["id"]!).ToHashSet(StringComparer.Ordinal));
        Assert.All(lists.Values.SelectMany(c => c), code => Assert.Matches("^[A-Za-z0-9_@$-]+$", code));
        var scheme = data["conceptSchemes"]![0]!;
        var concepts = scheme["concepts"]!.AsArray().Select(c => $"urn:sdmx:org.sdmx.infomodel.conceptscheme.Concept={scheme["agencyID"]}:{scheme["id"]}({scheme["version"]}).{c!["id"]}").ToHashSet(StringComparer.Ordinal);
        var read = 0;
        foreach (var (file, flow) in new[] { ("observations.csv", "OBSERVATIONS"), ("undated.csv", "UNDATED") })
        {
            var dataflow = Assert.Single(data["dataflows"]!.AsArray(), f => (string)f!["id"]! == flow)!;
            var components = Assert.Single(data["dataStructures"]!.AsArray(), s => ((string)dataflow["structure"]!).EndsWith($":{s!["id"]}({s["version"]})", StringComparison.Ordinal))!["dataStructureComponents"]!;
            var dimensions = components["dimensionList"]!["dimensions"]!.AsArray().ToList();
            Assert.Equal(Enumerable.Range(0, dimensions.Count), dimensions.Select(d => (int)d!["position"]!));
            var time = components["dimensionList"]!["timeDimension"];
            var keys = time is null ? dimensions : [.. dimensions, time];
            var attributes = components["attributeList"]!["attributes"]!.AsArray().ToList();
            JsonNode?[] all = [.. keys, .. components["measureList"]!["measures"]!.AsArray(), .. attributes];
            Assert.All(all, c => Assert.Contains((string)c!["conceptIdentity"]!, concepts));

            var rows = Csv.Parse(files[file]);
            Assert.Equal(["STRUCTURE", "STRUCTURE_ID", "ACTION", .. all.Select(c => (string)c!["id"]!)], rows[0]);
            Assert.Equal(rows.Count - 1, rows.Skip(1).Select(r => string.Join('\t', r.Skip(3).Take(keys.Count))).Distinct().Count());
            foreach (var row in rows.Skip(1))
            {
                Assert.Equal(["dataflow", $"KEJI:{flow}(1.0.0)", "I"], row[..3]);
                for (var i = 0; i < all.Length; i++)
                {
                    AssertCell(all[i]!, row[i + 3], lists, isKey: i < keys.Count);
                }
            }

            read += rows.Count - 1;
        }

        Assert.Equal(count, read);
    }

    private static void AssertCell(JsonNode component, string cell, Dictionary<string, HashSet<string>> lists, bool isKey)
    {
        Assert.False(isKey && cell.Length == 0, (string)component["id"]!);
        if (cell.Length == 0)
        {
            Assert.NotEqual("mandatory", (string?)component["usage"]);
        }
        else if ((string?)component["localRepresentation"]!["enumeration"] is { } list)
        {
            Assert.Contains(cell, lists[list]);
        }
        else
        {
            var pattern = (string?)component["localRepresentation"]!["format"]!["dataType"] switch
            {
                "Decimal" => "^(-?[0-9]+(\\.[0-9]+)?|#N/A)$",
                "Integer" => "^[0-9]+$",
                "ObservationalTimePeriod" => "^[0-9]{4}(-(Q[1-4]|S[12]|[0-9]{2}(-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}|/P[0-9]+[YMD])?)?))?$",
                _ => "^('|[^'=+@\t\r＇＝＋－＠-])",
            };
            Assert.Matches(new Regex(pattern), cell);
        }
    }

    private static Dictionary<string, string> Write(params PolicyDataset[] datasets)
    {
        var streams = new Dictionary<string, MemoryStream>();
        KejiTables.WriteSdmx(datasets, name => streams[name] = new MemoryStream());
        return streams.ToDictionary(s => s.Key, s => Encoding.UTF8.GetString(s.Value.ToArray()));
    }
}
