#!/usr/bin/env -S dotnet run
// Two numbered slogans taken apart: Jilin's 126 and Hebi's 1472. 数字口号“126”与“1472”。
#:project ../KejiDomain.Seeds/KejiDomain.Seeds.csproj
#:project ../KejiDomain.Tables/KejiDomain.Tables.csproj
#:property PublishAot=false
using KejiDomain;
using KejiDomain.Tables;

foreach (var (dataset, id) in new[] { (Seeds.Jilin2024, "plan-126"), (Seeds.Hebi2023, "p1472") })
{
    var program = (PolicyProgram)dataset.Find(id)!;
    Console.WriteLine($"{program.Name.Zh} {program.Name.En}");
    Console.WriteLine($"{program.Kind.Definition?.Zh}, {dataset.Title.Zh}");
    Console.WriteLine();

    var parts = new TextTable("部分 Part", "数目 Count", "名词 Noun", "作用 Role", "所列 Listed");
    foreach (var (part, i) in program.Slogan!.Parts.Select((part, i) => (part, i)))
    {
        parts.Add(i + 1, part.Count, part.Noun, part.Role?.Definition?.Zh, Nodes(program.Outline).Count(n => n.Part == i));
    }

    Console.WriteLine(parts);
    if (program.Outline.IsEmpty)
    {
        // What the text does not say is not made up: the record says why.
        foreach (var evidence in program.Evidence.Where(e => e.Why is not null))
        {
            Console.WriteLine($"{evidence.Of}: {evidence.Basis} ({evidence.Why})");
        }

        continue;
    }

    Console.WriteLine(program.Outline.ToTable(dataset));
}

static IEnumerable<OutlineNode> Nodes(IEnumerable<OutlineNode> nodes) => nodes.SelectMany(n => Nodes(n.Items).Prepend(n));
