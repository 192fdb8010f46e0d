using KejiDomain;
using KejiDomain.Json;
using KejiDomain.Tables;
using KejiDomain.Validation;
using NodaTime;

// What somebody does who has just added the packages: read, ask, check, change, write, export.
foreach (var dataset in Seeds.All)
{
    Console.WriteLine($"{dataset.Id}: {dataset.Validate().Summary}");
}

var hebi = Seeds.Hebi2023;
foreach (var figure in hebi.Observations(Indicator.HighTechEnterprises))
{
    Console.WriteLine(figure);
}

Console.WriteLine(hebi.Derive()[0]);

var renamed = hebi with { Id = DatasetId.Parse("hebi-again") };
await using (var file = File.Create("hebi.json"))
{
    await file.WriteAsync(System.Text.Encoding.UTF8.GetBytes(KejiJson.Write(renamed)));
}

await using (var file = File.OpenRead("hebi.json"))
{
    var read = await KejiJson.ReadAsync(file);
    Console.WriteLine(read.Value == renamed ? "read back equal" : read.Report.ToString());
}

var twice = hebi with { People = [.. hebi.People, .. hebi.People] };
foreach (var issue in twice.Validate().Issues.Where(i => i.Severity == Severity.Error))
{
    Console.WriteLine($"{issue.Code} {issue.Path}: {issue.MessageZh}");
}

Console.WriteLine(Gazetteer.Get("410600").Name + " " + PartialDate.Parse("2023-02").Earliest.PlusDays(1).Plus(Period.FromDays(1)).Day);
Console.WriteLine(KejiTables.ToCsv("indicators", hebi).Split('\n')[0]);
