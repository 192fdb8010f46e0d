using System.Text;
using KejiDomain;
using KejiDomain.Json;
using KejiDomain.Schema;
using KejiDomain.Tables;
using KejiDomain.Validation;

// Reads, validates, derives from and writes every file it is given, in a native binary; says what it did, and exits with 1 where anything is not as it should be.
var failed = 0;
foreach (var path in args)
{
    var utf8 = File.ReadAllBytes(path);
    var read = Validator.Check(utf8);
    var same = read.Value is { } dataset && KejiJson.Write(dataset) == Encoding.UTF8.GetString(utf8);
    var implied = read.Value is { } value ? Validator.Derive(value).Count : 0;
    Console.WriteLine($"{Path.GetFileName(path)}: {read.Report.Summary}, {(same ? "the same bytes" : "other bytes")}, {implied} implied figures");
    failed += same && read.Report.IsValid ? 0 : 1;

    failed += read.Value is null || TablesRoundTrip(read.Value) ? 0 : 1;

    // A broken twin must give an issue with its place, as it does where reflection is at hand.
    var broken = KejiJson.Read(Encoding.UTF8.GetString(utf8).Replace("\"modality\"", "\"modalities\"", StringComparison.Ordinal).Replace("\"sources\"", "\"source\"", StringComparison.Ordinal));
    failed += broken.Report.Issues.Any(i => i.Code == IssueCodes.MissingMember && i.Line > 0) ? 0 : 1;
}

failed += CodeList.Names.Sum(name => CodeList.Get(name).Definitions.Count) > 1000 ? 0 : 1;
failed += Gazetteer.Find("吉林").Count == 2 ? 0 : 1;
failed += KejiSchema.Text.Contains("\"$defs\"", StringComparison.Ordinal) ? 0 : 1;

// The embedded data sets, their indexes, a merge through the contract, and JSON Lines.
var hebi = Seeds.Hebi2023;
var merged = PolicyCorpus.Merge(hebi, hebi with { Id = DatasetId.Parse("other") }, DatasetId.Parse("merged"));
using var lines = new MemoryStream();
PolicyCorpus.WriteLines([.. Seeds.All, merged.Dataset], lines);
lines.Position = 0;
var readBack = PolicyCorpus.ReadLines(lines).Select(r => r.Value).ToArray();
Console.WriteLine($"corpus: {Seeds.Corpus.Series.Count} series, {Seeds.Corpus.Find("hebi-2023/p1472")}, {merged}");
failed += readBack.SequenceEqual([.. Seeds.All, merged.Dataset]) ? 0 : 1;
failed += merged.Dataset.Programs.Count == 2 * hebi.Programs.Count && merged.Dataset.Validate().IsValid ? 0 : 1;
failed += Seeds.Corpus.Find("hebi-2023/p1472") is PolicyProgram ? 0 : 1;
Console.WriteLine(failed == 0 ? "native: all as it should be" : $"native: {failed} things are not as they should be");
return failed == 0 ? 0 : 1;

// The csv set reads back equal, and the other formats have something to say.
static bool TablesRoundTrip(PolicyDataset dataset)
{
    var files = new Dictionary<string, MemoryStream>();
    KejiTables.WriteCsv([dataset], name => files[name] = new MemoryStream());
    var series = KejiTables.ReadCsv(name => new MemoryStream(files[name].ToArray())).GetValueOrThrow()[0].Series;
    KejiTables.WriteSdmx([dataset], name => files["sdmx-" + name] = new MemoryStream());
    return series == dataset.Series && files["sdmx-structure.json"].ToArray().Length > 10_000 && KejiTables.ToMarkdown(dataset).Length > 1_000;
}
