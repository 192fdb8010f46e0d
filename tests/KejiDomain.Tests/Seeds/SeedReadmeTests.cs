using System.Globalization;
using KejiDomain.Tool.Showing;
using KejiDomain.Validation;

namespace KejiDomain.Tests.Seeds;

/// <summary>What seeds/README.md says of the data sets is true of them.</summary>
public sealed class SeedReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(Repository.Seeds, "README.md"));

    [Fact]
    public void The_counts_are_those_of_the_data_sets()
    {
        var rows = new (string Concept, Func<PolicyDataset, int> Count)[]
        {
            ("people 人物", d => d.People.Count),
            ("titles of officials 任职", d => d.Appointments.Count),
            ("organizations 机构", d => d.Organizations.Count),
            ("declared places 地域单元", d => d.Units.Count),
            ("works 成果", d => d.Works.Count),
            ("documents 文件", d => d.Documents.Count),
            ("meetings 会议", d => d.Meetings.Count),
            ("programs 政策项目", d => d.Programs.Count),
            ("recognitions 认定与奖励", d => d.Recognitions.Count),
            ("of these prizes 其中奖励", d => d.Awards.Count),
            ("series 指标序列", d => d.Series.Count),
            ("figures 数据", d => d.Observations().Count),
            ("of these redacted or lost 其中隐去或脱落", d => d.Observations().Count(f => f.Measure?.Missing is not null)),
            ("outline nodes 提纲节点", d => DatasetStatistics.Of(d).OutlineNodes),
            ("damage patterns 损坏模式", d => d.Sources.Sum(s => s.Damage.Count)),
            ("spans cited 引文", d => DatasetStatistics.Of(d).Citations),
            ("code points 字符", d => d.Sources.Sum(s => s.File.Length)),
        };
        string[] table =
        [
            $"| | {string.Join(" | ", KejiDomain.Seeds.All.Select(d => d.Id))} |",
            $"|---|{string.Concat(KejiDomain.Seeds.All.Select(_ => "---:|"))}",
            .. rows.Select(r => $"| {r.Concept} | {string.Join(" | ", KejiDomain.Seeds.All.Select(d => r.Count(d).ToString(CultureInfo.InvariantCulture)))} |"),
        ];
        var expected = string.Join('\n', table) + "\n";
        Assert.True(Readme.Contains(expected, StringComparison.Ordinal), "seeds/README.md needs this table:\n\n" + expected);
    }

    [Theory]
    [MemberData(nameof(SeedTests.Names), MemberType = typeof(SeedTests))]
    public void Each_data_set_has_a_section_with_its_file_source_and_damage(string name)
    {
        var section = Section(name);
        var dataset = PolicyDataset.Load(Path.Combine(Repository.Seeds, name + ".json"));
        Assert.Contains(dataset.Title.Zh, section, StringComparison.Ordinal);
        foreach (var source in dataset.Sources)
        {
            Assert.Contains($"`{source.File.Name}`", section, StringComparison.Ordinal);
            Assert.All(source.Damage.Select(d => $"`{d.Kind}`").Distinct(), kind => Assert.Contains(kind, section, StringComparison.Ordinal));
            if (source.PublishedOn is { } day)
            {
                Assert.Contains(day.ToString()[..10], section, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [MemberData(nameof(SeedTests.Names), MemberType = typeof(SeedTests))]
    public void Every_warning_is_explained(string name)
    {
        var report = Validator.Check(File.ReadAllBytes(Path.Combine(Repository.Seeds, name + ".json"))).Report;
        var section = Section(name);
        Assert.All(report.Issues.Where(i => i.Severity == Severity.Warning), i => Assert.Contains($"`{i.Code}` at `{i.Path}`", section, StringComparison.Ordinal));
        Assert.Equal(report.WarningCount, section.Split("` at `$").Length - 1);
        Assert.Equal(report.WarningCount == 0, section.Contains("No warnings.", StringComparison.Ordinal));
    }

    private static string Section(string name)
    {
        var start = Readme.IndexOf($"\n### {name}", StringComparison.Ordinal);
        Assert.True(start >= 0, $"seeds/README.md has no section '### {name}'.");
        var end = Readme.IndexOf("\n#", start + 5, StringComparison.Ordinal);
        return end < 0 ? Readme[start..] : Readme[start..end];
    }
}
