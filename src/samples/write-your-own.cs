#!/usr/bin/env -S dotnet run
// A data set of your own: cite, describe, validate, write. 自己编写数据集：引用、描述、校验、写出。
#:project ../KejiDomain.Tables/KejiDomain.Tables.csproj
#:property PublishAot=false
using System.Text;
using KejiDomain;
using KejiDomain.Json;
using KejiDomain.Tables;
using KejiDomain.Validation;

// The text as it was saved; SourceText.Load("my.txt") reads a file. This one is made up.
var bytes = Encoding.UTF8.GetBytes("焦作市科技局2024年3月1日发布：2023年全市高新技术企业达到200家，同比增长25%。2024年力争新增高新技术企业50家。\n");
var text = SourceText.FromBytes(bytes);
SourceId s1 = SourceId.Parse("s1");

var dataset = new PolicyDataset
{
    FormatVersion = PolicyDataset.CurrentVersion,
    Id = DatasetId.Parse("jiaozuo-2024"),
    Title = "焦作市2023年高新技术企业数据（示例）",
    Place = PlaceReference.Parse("410800"),
    Evidence = [text.Cite(s1, "焦作市")],
    Sources =
    [
        new Source
        {
            Id = s1,
            PublishedOn = PartialDate.Parse("2024-03-01"),
            File = new SourceFile { Name = FileName.Parse("jiaozuo.txt"), Sha256 = text.Sha256, Length = text.Length },
            Script = Script.Hans,
            Covers = [RecordFamily.Series],
            Evidence = [text.Cite(s1, "2024年3月1日发布")],
        },
    ],
    Series =
    [
        new IndicatorSeries
        {
            Indicator = Indicator.HighTechEnterprises,
            Place = PlaceReference.Parse("410800"),
            Dimensions = Along(Flow.Stock),
            Observations =
            [
                new Observation
                {
                    Period = ReportingPeriod.Parse("2023"),
                    Modality = Modality.Actual,
                    Measure = Measure.Count(200, "家") with { Qualifier = Qualifier.Reaches, Printed = "200" },
                    Claims = [Claim.YearOnYear(25) with { Evidence = [text.Cite(s1, "同比增长25%")] }],
                    Evidence = [text.Cite(s1, "2023年全市高新技术企业达到200家")],
                },
            ],
        },
        new IndicatorSeries
        {
            Indicator = Indicator.HighTechEnterprises,
            Place = PlaceReference.Parse("410800"),
            Dimensions = Along(Flow.New),
            Observations =
            [
                new Observation
                {
                    Period = ReportingPeriod.Parse("2024"),
                    Modality = Modality.TargetStretch,
                    Measure = Measure.Count(50, "家") with { Printed = "50" },
                    Evidence = [text.Cite(s1, "2024年力争新增高新技术企业50家")],
                },
            ],
        },
    ],
};

Console.WriteLine(dataset.ToTable());

// With the text at hand every span is resolved and the digest is compared.
var options = new ValidationOptions { Texts = new Dictionary<SourceId, SourceText> { [s1] = text } };
Console.WriteLine(dataset.Validate(options).Summary);
foreach (var derived in Validator.Derive(dataset))
{
    Console.WriteLine(derived);
}

// A mistake is told with its place, never thrown.
var wrong = dataset with { Place = PlaceReference.Parse("nowhere") };
Console.WriteLine();
Console.WriteLine(wrong.Validate(options).ToTable());

var path = args.Length > 0 ? args[0] : Path.Combine(Path.GetTempPath(), "jiaozuo-2024.json");
File.WriteAllText(path, KejiJson.Write(dataset));
Console.WriteLine(PolicyDataset.Load(path) == dataset ? "read back equal" : "read back different");

static SeriesDimensions Along(Flow flow) => SeriesDimensions.Create(new DimensionValue { Dimension = Dimension.Flow, Codes = [DimensionCode.Parse(flow.ToString())] });
