using KejiDomain;
using KejiDomain.Json;
using KejiDomain.Schema;
using KejiDomain.Tables;

var same = Seeds.All.ToArray().Count(d => KejiJson.Read(KejiJson.Write(d)).Value == d);
Console.WriteLine($"{same} data sets read back equal");
Console.WriteLine(Seeds.Corpus.Validate().Summary);
Console.WriteLine(Gazetteer.Get("410600"));
Console.WriteLine($"{KejiTables.LongTable(Seeds.Hebi2023).Count()} rows");
Console.WriteLine(KejiJson.Read("{ \"id\": 7 }").Report.Issues.Count(i => i.Line == 1) > 1 ? "issues have their place" : "issues are missing");
Console.WriteLine(KejiSchema.Text.Length > 100_000 ? "the schema is there" : "the schema is missing");
