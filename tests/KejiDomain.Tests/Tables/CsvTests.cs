using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using KejiDomain.Json;
using KejiDomain.Tables;
using KejiDomain.Validation;

namespace KejiDomain.Tests.Tables;

public sealed class CsvTests
{
    private const string Dangerous = "'=+-@\t\r＇＝＋－＠";

    public static TheoryData<string> Seeds() =>
        [.. Directory.GetFiles(Repository.Seeds, "*.json").Select(Path.GetFileNameWithoutExtension).OfType<string>().Order(StringComparer.Ordinal)];

    public static TheoryData<string> TableNames() => [.. KejiTables.All.Select(t => t.Name)];

    [Theory]
    [MemberData(nameof(TableNames))]
    public Task Has_the_rows_of_a_seed(string table)
    {
        // Hebi has no rule, no damage and no indicator of its own.
        var dataset = new[] { "hebi-2023", "jilin-2024", "anonymous-2023", "xinxiang-2018", "sanmenxia-2021" }.Select(Seed).FirstOrDefault(d => KejiTables.Get(table).Rows(d).Any());
        return Verifier.Verify(KejiTables.ToCsv(table, dataset ?? Seed("hebi-2023")), extension: "csv");
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Figures_read_back_equal(string name)
    {
        var dataset = Seed(name);
        var read = Assert.Single(RoundTrip([dataset]));
        Assert.Equal(dataset.Id, read.Dataset);
        Assert.Equal(dataset.Series, read.Series);

        // Equality compares decimals by value; the written form has their digits too.
        Assert.Equal(KejiJson.Write(dataset), KejiJson.Write(dataset with { Series = read.Series }));
    }

    [Fact]
    public void A_set_of_many_data_sets_reads_back_each()
    {
        var all = Seeds().Select(row => Seed(row.Data)).ToArray();
        Assert.Equal(all.Select(d => (d.Id, d.Series)), RoundTrip(all).Select(r => (r.Dataset, r.Series)));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Nothing_hostile_gets_out_unguarded_and_all_reads_back(string name)
    {
        var bytes = File.ReadAllBytes(Path.Combine(Repository.Seeds, name + ".json"));
        for (var shift = 0; shift < Hostile.Texts.Length; shift += 7)
        {
            var dataset = Hostile.Of(bytes, shift);
            foreach (var table in KejiTables.All)
            {
                var rows = Csv.Parse(KejiTables.ToCsv(table.Name, dataset));
                Assert.Equal(table.Columns.Select(c => c.Name), rows[0]);
                var meant = table.Rows(dataset).ToArray();
                Assert.Equal(meant.Length, rows.Count - 1);
                for (var i = 0; i < meant.Length; i++)
                {
                    for (var j = 0; j < table.Columns.Count; j++)
                    {
                        AssertCell(table.Columns[j], meant[i][j], rows[i + 1][j]);
                    }
                }
            }

            Assert.Equal(dataset.Series, Assert.Single(RoundTrip([dataset])).Series);
        }
    }

    [Theory]
    [InlineData("=1", "'=1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@a", "'@a")]
    [InlineData("\ta", "'\ta")]
    [InlineData("\ra", "'\ra")]
    [InlineData("'a", "''a")]
    [InlineData("''a", "'''a")]
    [InlineData("＝1", "'＝1")]
    [InlineData("＋1", "'＋1")]
    [InlineData("－1", "'－1")]
    [InlineData("＠a", "'＠a")]
    [InlineData("＇a", "'＇a")]
    [InlineData("a=1", "a=1")]
    [InlineData(" =1", " =1")]
    [InlineData("", "")]
    public void A_text_cell_gets_one_apostrophe_and_loses_one(string text, string cell)
    {
        Assert.Equal(cell, CsvGuard.Protect(text));
        Assert.Equal(text, CsvGuard.Unprotect(cell));
    }

    [Fact]
    public void A_negative_number_is_never_guarded()
    {
        var dataset = Samples.Minimal([Samples.Series(Indicator.TechContractValue, [], Samples.Observe("2022", Measure.Percent(-1.50m) with { Printed = "-1.50%" }))]);
        var rows = Csv.Parse(KejiTables.ToCsv("observations", dataset));
        string Cell(string column) => rows[1][Array.IndexOf(rows[0], column)];
        Assert.Equal("-1.5", Cell("value"));
        Assert.Equal("-1.50", Cell("amount"));
        Assert.Equal("'-1.50%", Cell("printed"));
    }

    [Fact]
    public void Redacted_lost_blank_unknown_absent_and_target_are_told_apart()
    {
        Measure Gone(MissingReason reason) => new() { Unit = UnitOfMeasure.Count, Missing = reason };
        var dataset = Samples.Minimal(
        [
            Samples.Series(
                Indicator.TechContractValue,
                [],
                Samples.Observe("2011", Gone(MissingReason.Redacted)),
                Samples.Observe("2012", Gone(MissingReason.Lost)),
                Samples.Observe("2013", Gone(MissingReason.Blank)),
                Samples.Observe("2014", Gone(MissingReason.Unknown)),
                Samples.Observe("2015", null, Claim.YearOnYear(5)),
                Samples.Observe("2016", Measure.Count(0)),
                Samples.Observe("2017", Measure.Count(7)) with { Modality = Modality.Target },
                Samples.Observe("2018", Measure.Count(7)) with { Modality = Modality.TargetFloor },
                Samples.Observe("2019", Measure.Count(7)) with { Modality = Modality.TargetStretch },
                Samples.Observe("2020", Measure.Count(7)) with { Modality = Modality.Forecast }),
        ]);
        var rows = KejiTables.LongTable(dataset).Select(r => (r.Missing, r.Value, r.ModalityName, r.Strength));
        Assert.Equal(
            [
                ("redacted", null, "actual", null), ("lost", null, "actual", null), ("blank", null, "actual", null), ("unknown", null, "actual", null), ("absent", null, "actual", null),
                (null, 0m, "actual", null), (null, 7m, "target", "plan"), (null, 7m, "target", "floor"), (null, 7m, "target", "stretch"), (null, 7m, "forecast", null),
            ],
            rows);
        Assert.Equal(dataset.Series, Assert.Single(RoundTrip([dataset])).Series);
    }

    [Fact]
    public void Figures_that_share_a_key_are_kept_apart()
    {
        var twice = Samples.Observe("2022", Measure.Count(1), Claim.Rank(1));
        var dataset = Samples.Minimal(
        [
            Samples.Series(Indicator.TechContractValue, [], twice, twice with { Measure = Measure.Count(2), Claims = [Claim.Rank(2)] }),
            Samples.Series(Indicator.TechContractValue, [], twice with { Measure = Measure.Count(3), Claims = [Claim.Rank(3)] }),
        ]);
        Assert.Equal(dataset.Series, Assert.Single(RoundTrip([dataset])).Series);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_part_of_a_data_set_has_a_row(string name)
    {
        var dataset = Seed(name);
        var root = JsonNode.Parse(KejiJson.Write(dataset))!;
        int Count(string member) => Members(root, member).Sum(list => list is JsonArray array ? array.Count : 1);
        int Rows(string table, string column = "dataset", string? value = null) =>
            KejiTables.Get(table).Rows(dataset).Count(r => value is null || r[Column(table, column)] == value);

        Assert.Equal(Count("evidence"), Rows("evidence"));
        Assert.Equal(Count("claims"), Rows("claims"));
        Assert.Equal(Count("stages"), Rows("stages"));
        Assert.Equal(Count("damage"), Rows("damage"));
        Assert.Equal(Count("observations"), Rows("observations"));
        Assert.Equal(Members(root, "slogan").Sum(s => s["parts"]?.AsArray().Count ?? 0), Rows("slogan_parts"));
        Assert.Equal(Members(root, "outline").Sum(list => list.AsArray().Sum(Nodes)), Rows("outline"));
        Assert.Equal(Members(root, "posts").Sum(list => list.AsArray().Count), KejiTables.Get("officials").Rows(dataset).Count(r => r[Column("officials", "post")] is not null));
        Assert.Equal(dataset.People.Count, KejiTables.Get("officials").Rows(dataset).Select(r => r[Column("officials", "person")]).Distinct().Count());
        foreach (var (table, count) in new[]
        {
            ("datasets", 1), ("sources", dataset.Sources.Count), ("places", dataset.Units.Count), ("organizations", dataset.Organizations.Count), ("works", dataset.Works.Count),
            ("documents", dataset.Documents.Count), ("meetings", dataset.Meetings.Count), ("programs", dataset.Programs.Count), ("recognitions", dataset.Recognitions.Count),
            ("indicators", dataset.Indicators.Count),
        })
        {
            Assert.Equal(count, Rows(table));
        }

        var parties = Members(root, "issuers", "organizers", "makers", "grantors").Sum(list => list.AsArray().Count)
            + Members(root, "parties", "recipients", "members").Sum(list => list["items"]?.AsArray().Count ?? 0)
            + Members(root, "publisher", "uploader", "to").Count(p => p.GetPropertyName() != "to" || p.Parent is JsonObject node && !node.ContainsKey("kind") && !node.ContainsKey("over") && !node.ContainsKey("rate"))
            + Members(root, "by").Sum(p => p is JsonArray list ? list.Count : 1)
            + dataset.Organizations.Count(o => o.Parent is not null)
            + dataset.Appointments.Sum(a => a.Posts.Count(p => p.Body is not null));
        Assert.Equal(parties, Rows("parties"));
        Assert.Equal(Members(root, "rules").Sum(list => list.AsArray().Sum(Terms)), Rows("rules"));
    }

    [Fact]
    public void Names_of_columns_are_unique_and_have_words_in_both_languages()
    {
        Assert.Equal(KejiTables.All.Count, KejiTables.All.Select(t => t.Name).Distinct().Count());
        foreach (var table in KejiTables.All)
        {
            Assert.Equal(table.Columns.Count, table.Columns.Select(c => c.Name).Distinct().Count());
            Assert.Empty(table.Columns.Where(c => c.Name.Any(x => x is not '_' && !char.IsAsciiLetterLower(x) && !char.IsAsciiDigit(x)) || c.En.Length == 0 || c.Zh.Length == 0).Select(c => c.Name));
        }
    }

    [Fact]
    public void Every_column_is_described_in_the_set()
    {
        var rows = Csv.Parse(Encoding.UTF8.GetString(Write([Seed("hebi-2023")])[KejiTables.ColumnsFileName]));
        Assert.Equal(["table", "column", "kind", "zh", "en"], rows[0]);
        Assert.Equal(KejiTables.All.SelectMany(t => t.Columns.Select(c => (t.Name, c.Name, c.Kind.ToString().ToLowerInvariant()))), rows.Skip(1).Select(r => (r[0], r[1], r[2])));
        Assert.Empty(rows.SelectMany(r => r).Where(c => c.Length == 0 || Dangerous.Contains(c[0], StringComparison.Ordinal)));
    }

    [Fact]
    public void Literals_are_those_of_the_wire()
    {
        Same<MissingReason>(Literals.Of);
        Same<EvidenceBasis>(Literals.Of);
        Same<PostLine>(Literals.Of);
        Same<RepairRule>(Literals.Of);
        Same<RecordFamily>(Literals.Of);
        Same<Script>(Literals.Of);

        static void Same<T>(Func<T, string> literal)
            where T : struct, Enum
        {
            var options = new JsonSerializerOptions { TypeInfoResolver = KejiJson.TypeInfoResolver };
            foreach (var value in Enum.GetValues<T>())
            {
                Assert.Equal(JsonSerializer.Serialize(value, options.GetTypeInfo(typeof(T))), $"\"{literal(value)}\"");
            }
        }
    }

    [Fact]
    public void The_byte_order_mark_comes_on_demand_and_reads_back()
    {
        using var plain = new MemoryStream();
        using var marked = new MemoryStream();
        KejiTables.WriteCsv(KejiTables.Get("observations"), [Seed("hebi-2023")], plain);
        KejiTables.WriteCsv(KejiTables.Get("observations"), [Seed("hebi-2023")], marked, new() { ByteOrderMark = true });
        Assert.Equal([0xEF, 0xBB, 0xBF, .. plain.ToArray()], marked.ToArray());
        Assert.Equal(Seed("hebi-2023").Series, Assert.Single(RoundTrip([Seed("hebi-2023")], new() { ByteOrderMark = true })).Series);
    }

    [Fact]
    public void Half_of_a_surrogate_pair_is_refused()
    {
        var dataset = Samples.Minimal([Samples.Series(Indicator.TechContractValue, [], Samples.Observe("2022", Measure.Count(1, "\uD800")))]);
        Assert.Contains("column noun", Assert.Throws<InvalidDataException>(() => KejiTables.ToCsv("observations", dataset)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("observations.csv", ",2022,actual", ",2o22,actual", IssueCodes.CsvCell, "period", 2, "2o22,actual")]
    [InlineData("observations.csv", ",5,1,", ",five,1,", IssueCodes.CsvCell, "ordinal", 2, "five,1,")]
    [InlineData("observations.csv", ",modality,", ",mode,", IssueCodes.CsvColumnMissing, "modality", 1, "dataset,")]
    [InlineData("observations.csv", "minimal,410600", "minimal,\"410600", IssueCodes.CsvSyntax, null, 2, "minimal,")]
    [InlineData("observations.csv", "minimal,410600", "minimal,,410600", IssueCodes.CsvSyntax, null, 2, "minimal,")]
    [InlineData("observations.csv", "minimal,410600", "minimal,\"\n410600\"", IssueCodes.CsvCell, "place", 2, "\"")]
    [InlineData("claims.csv", "peers", "PEERS", IssueCodes.CsvCell, "against", 2, "PEERS,")]
    [InlineData("claims.csv", "claims.0", "\"claims\n.0\"", null, null, 0, "")]
    [InlineData("claims.csv", "|2022|", "|2021|", IssueCodes.CsvOrphan, "record", 2, "tech-contract-value|")]
    [InlineData("evidence.csv", "s1#char=0,10", "s1#char=9,1", IssueCodes.CsvCell, "cite", 2, "\"s1#char=9,1\"")]
    public void A_broken_file_gives_an_issue_with_its_place(string file, string good, string bad, string? code, string? column, int line, string there)
    {
        var observation = Samples.Observe("2022", Measure.Count(1), Claim.Rank(2)) with { Ordinal = 5 };
        var files = Write([Samples.Minimal([Samples.Series(Indicator.TechContractValue, [], observation)])]);
        var text = Encoding.UTF8.GetString(files[file]);
        Assert.Contains(good, text, StringComparison.Ordinal);
        files[file] = Encoding.UTF8.GetBytes(text.Replace(good, bad, StringComparison.Ordinal));
        var read = KejiTables.ReadCsv(name => new MemoryStream(files[name]));
        var expected = code is null ? [] : new[] { (code, column is null ? file : $"{file}#{column}", line) };
        Assert.Equal(expected, read.Report.Issues.Where(i => i.Code != IssueCodes.CsvOrphan || code == i.Code).Select(i => (i.Code, i.Path, i.Line ?? 0)));
        Assert.Equal(code is null, read.IsSuccess);
        if (code is not null)
        {
            var issue = read.Report.Issues.First(i => i.Code == code);
            Assert.StartsWith(there, Encoding.UTF8.GetString(files[file]).Split('\n')[line - 1][(issue.Column!.Value - 1)..], StringComparison.Ordinal);
            Assert.Contains(issue.Message, Assert.Throws<InvalidDataException>(() => read.GetValueOrThrow()).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_row_that_is_wrong_costs_no_other()
    {
        var dataset = Samples.Minimal([Samples.Series(Indicator.TechContractValue, [], Samples.Observe("2021", Measure.Count(1)), Samples.Observe("2022", Measure.Count(2), Claim.Rank(1)), Samples.Observe("2023", Measure.Count(3)))]);
        var files = Write([dataset]);
        files["observations.csv"] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(files["observations.csv"]).Replace(",2022,actual", ",2o22,actual", StringComparison.Ordinal));
        var read = KejiTables.ReadCsv(name => new MemoryStream(files[name]));
        Assert.Equal(IssueCodes.CsvCell, Assert.Single(read.Report.Issues).Code);
        Assert.Null(read.Value);
        Assert.Equal(["2021", "2023"], Assert.Single(Assert.Single(read.Partial).Series).Observations.Select(o => o.Period.ToString()));
    }

    [Fact]
    public void Rows_of_one_series_that_disagree_on_it_are_told()
    {
        var dataset = Samples.Minimal([Samples.Series(Indicator.TechContractValue, [], Samples.Observe("2021", Measure.Count(1)), Samples.Observe("2022", Measure.Count(2)))]);
        var files = Write([dataset]);
        var lines = Encoding.UTF8.GetString(files["observations.csv"]).Split('\n');
        lines[2] = lines[2].Replace("minimal,410600", "minimal,410700", StringComparison.Ordinal);
        files["observations.csv"] = Encoding.UTF8.GetBytes(string.Join('\n', lines));
        var issue = Assert.Single(KejiTables.ReadCsv(name => new MemoryStream(files[name])).Report.Issues);
        Assert.Equal((IssueCodes.CsvCell, "observations.csv#series_key", 3), (issue.Code, issue.Path, issue.Line));
    }

    [Fact]
    public void Invalid_utf8_has_its_place()
    {
        var files = Write([Seed("hebi-2023")]);
        var lines = files["observations.csv"].Count(b => b == (byte)'\n');
        files["observations.csv"] = [.. files["observations.csv"], .. "鹤"u8, 0xFF, 0x0A];
        var issue = KejiTables.ReadCsv(name => new MemoryStream(files[name])).Report.Issues[0];
        Assert.Equal((IssueCodes.InvalidUtf8, "observations.csv", lines + 1, 2), (issue.Code, issue.Path, issue.Line, issue.Column));
    }

    [Fact]
    public void Issues_beyond_the_limit_are_counted()
    {
        var many = Enumerable.Range(1, 1500).Select(n => Samples.Observe("2022", Measure.Count(n)) with { Ordinal = n }).ToArray();
        var files = Write([Samples.Minimal([Samples.Series(Indicator.TechContractValue, [], many)])]);
        files["observations.csv"] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(files["observations.csv"]).Replace(",2022,actual", ",2o22,actual", StringComparison.Ordinal));
        var issues = KejiTables.ReadCsv(name => new MemoryStream(files[name])).Report.Issues;
        Assert.Equal((1001, IssueCodes.FurtherIssues), (issues.Count, issues[^1].Code));
        Assert.Contains("500", issues[^1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_is_written_once_and_never_over()
    {
        using var folder = new TemporaryFolder();
        var target = Path.Combine(folder.Path, "new", "set");
        KejiTables.WriteCsv([Seed("hebi-2023")], target);
        Assert.Equal(KejiTables.All.Select(t => t.FileName).Append(KejiTables.ColumnsFileName).Order(StringComparer.Ordinal), Directory.GetFiles(target).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
        Assert.Equal(Seed("hebi-2023").Series, Assert.Single(KejiTables.ReadCsv(target).GetValueOrThrow()).Series);
        Assert.Throws<IOException>(() => KejiTables.WriteCsv([Seed("jilin-2024")], target));
        Assert.Equal(Seed("hebi-2023").Series, Assert.Single(KejiTables.ReadCsv(target).GetValueOrThrow()).Series);
    }

    [Fact]
    public void Data_sets_are_taken_one_by_one()
    {
        var alive = 0;
        IEnumerable<PolicyDataset> Many()
        {
            for (var i = 0; i < 50; i++)
            {
                alive = i;
                yield return Samples.Minimal() with { Id = DatasetId.Parse(string.Create(CultureInfo.InvariantCulture, $"d{i}")) };
            }
        }

        var seen = 0;
        foreach (var row in KejiTables.LongTable(Many().Select(d => d with { Series = [Samples.Series(Indicator.TechContractValue, [], Samples.Observe("2022", Measure.Count(1)))] })))
        {
            Assert.Equal(seen, alive);
            Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"d{seen++}"), row.Dataset.Id.ToString());
        }

        Assert.Equal(50, seen);
    }

    internal static PolicyDataset Seed(string name) => KejiJson.Read(File.ReadAllBytes(Path.Combine(Repository.Seeds, name + ".json"))).GetValueOrThrow();

    private static int Column(string table, string name) => KejiTables.Get(table).Columns.Select(c => c.Name).ToList().IndexOf(name);

    private static void AssertCell(TableColumn column, string? meant, string cell)
    {
        if (column.Kind == ColumnKind.Number)
        {
            Assert.Equal(meant ?? string.Empty, cell);
            Assert.True(cell.Length == 0 || decimal.TryParse(cell, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _), cell);
            return;
        }

        Assert.True(cell.Length == 0 || cell[0] == '\'' || !Dangerous.Contains(cell[0], StringComparison.Ordinal), cell);
        Assert.Equal(meant ?? string.Empty, cell.StartsWith('\'') ? cell[1..] : cell);
    }

    private static Dictionary<string, byte[]> Write(IEnumerable<PolicyDataset> datasets, CsvOptions? options = null)
    {
        var streams = new Dictionary<string, MemoryStream>();
        KejiTables.WriteCsv(datasets, name => streams[name] = new MemoryStream(), options);
        return streams.ToDictionary(s => s.Key, s => s.Value.ToArray());
    }

    private static ValueList<DatasetSeries> RoundTrip(IEnumerable<PolicyDataset> datasets, CsvOptions? options = null)
    {
        var files = Write(datasets, options);
        return KejiTables.ReadCsv(name => new MemoryStream(files[name])).GetValueOrThrow();
    }

    private static int Nodes(JsonNode? node) => 1 + (node!["items"]?.AsArray().Sum(Nodes) ?? 0);

    private static int Terms(JsonNode? rule) => Math.Max(
        1,
        new[] { "amount", "rate", "cap" }.Count(m => rule![m] is not null)
            + (rule!["brackets"]?.AsArray().Sum(b => new[] { "over", "to", "rate", "amount" }.Count(m => b![m] is not null)) ?? 0));

    private static IEnumerable<JsonNode> Members(JsonNode node, params string[] names)
    {
        foreach (var child in node is JsonArray array ? array.OfType<JsonNode>() : node is JsonObject map ? map.Select(p => p.Value!) : [])
        {
            if (child.Parent is JsonObject && names.Contains(child.GetPropertyName()))
            {
                yield return child;
            }

            foreach (var found in Members(child, names))
            {
                yield return found;
            }
        }
    }
}
