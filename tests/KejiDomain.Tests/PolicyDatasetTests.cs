namespace KejiDomain.Tests;

/// <summary>What a user writes with one data set.</summary>
public sealed class PolicyDatasetTests
{
    private static PolicyDataset Hebi => KejiDomain.Seeds.Hebi2023;

    [Fact]
    public async Task A_file_is_loaded()
    {
        var path = Path.Combine(Repository.Seeds, "hebi-2023.json");
        Assert.Equal(Hebi, PolicyDataset.Load(path));
        Assert.Equal(Hebi, await PolicyDataset.LoadAsync(path, cancellationToken: TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_wrong_file_is_refused_with_every_issue()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("bad.json");
        File.WriteAllText(path, "{\"formatVersion\": \"1.0\", \"id\": \"B A D\"}");
        var failure = Assert.Throws<InvalidDataException>(() => PolicyDataset.Load(path));
        Assert.Contains("bad.json: invalid: 3 errors", failure.Message, StringComparison.Ordinal);
        Assert.Contains("KD2001", failure.Message, StringComparison.Ordinal);
        Assert.Equal(failure.Message, (await Assert.ThrowsAsync<InvalidDataException>(() => PolicyDataset.LoadAsync(path, cancellationToken: TestContext.Current.CancellationToken))).Message);
        Assert.Throws<InvalidDataException>(() => PolicyDataset.Load(Path.Combine(Repository.Seeds, "hebi-2023.json"), limits: new() { DocumentBytes = 100 }));
        Assert.Throws<FileNotFoundException>(() => PolicyDataset.Load(folder.File("none.json")));
    }

    [Theory]
    [InlineData("tech-contract-value", "技术合同成交额 2022: 7.44亿元, +185.3%, 翻番 (previous-year) x4")]
    [InlineData("high-tech-enterprises", "高新技术企业 [总量] 2022: 121家, +34.4%")]
    [InlineData("upper-level-funds", "争取上级资金 2022: 3128.4万元, 198% (target)")]
    [InlineData("honours", "荣誉表彰 [鹤壁市科学技术局, 新增] 2022: 10余项")]
    public void Figures_read_by_themselves(string indicator, string text) => Assert.Equal(text, Assert.Single(Hebi.Observations(Indicator.Parse(indicator))).ToString());

    [Fact]
    public void Missing_figures_say_why()
    {
        var figures = KejiDomain.Seeds.Anonymous2023.Observations().Select(f => f.ToString()).ToArray();
        Assert.Contains("平台建设投入 [招校引院, 累计]: *多亿元 (隐去)", figures);
        Assert.Contains(figures, f => f.EndsWith(" XXXX 力争目标: 达到以上 (脱落)", StringComparison.Ordinal));
    }

    [Fact]
    public void Things_are_found_by_reference_without_allocating()
    {
        var reference = Reference.Parse("p1472");
        Assert.Equal("科技创新“1472”总体思路", Hebi.Find(reference)?.ToString());
        Assert.Same(Hebi.Find(reference), Hebi.Find("p1472"));
        Assert.Null(Hebi.Find("nobody"));
        Assert.Null(Hebi.Find("410600"));
        Assert.Null(Hebi.Find(default(Reference)));
        var before = GC.GetAllocatedBytesForCurrentThread();
        _ = Hebi.Find(reference);
        _ = Hebi.Find("p1472");
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void A_copy_is_searched_for_itself()
    {
        Assert.NotNull(Hebi.Find("p1472"));
        var without = Hebi with { Programs = [] };
        Assert.Null(without.Find("p1472"));
        Assert.Equal(Hebi, without with { Programs = Hebi.Programs });
    }

    [Fact]
    public void Views_hold_the_same_records()
    {
        var xinxiang = KejiDomain.Seeds.Xinxiang2018;
        Assert.Equal(
            ["china-patent-gold-award", "henan-patent-award", "henan-st-progress-award"],
            xinxiang.Awards.Select(a => a.Class.ToString()));
        Assert.Same(xinxiang.Recognitions[0], xinxiang.Awards[0]);
        Assert.Equal(["李小莉 副市长"], Hebi.Officials.Select(o => o.ToString()).Where(o => o.StartsWith('李')));
        Assert.All(xinxiang.Officials, o => Assert.Same(o.Person, xinxiang.Find(o.Person.Id)));
        Assert.Equal(["建业绿色农业星创天地"], Hebi.Platforms.Select(p => p.Organization.Name.Zh).Where(n => n.StartsWith("建业", StringComparison.Ordinal)));
        Assert.All(Hebi.Platforms, p => Assert.Same(p.Organization, Hebi.Find(p.Organization.Id)));
        Assert.Equal(Hebi.Series.Select(s => s.Indicator).Distinct(), Hebi.ReportedIndicators);
        Assert.Contains(Hebi.AdministrativeUnits, p => p.ToString() == "鹤壁市 410600" && p.Level == Gazetteer.Get("410600").Level);
        Assert.All(KejiDomain.Seeds.Anonymous2023.Units, u => Assert.Contains(KejiDomain.Seeds.Anonymous2023.AdministrativeUnits, p => ReferenceEquals(p.Unit, u)));
        Assert.Equal(Hebi.AdministrativeUnits.Count, Hebi.AdministrativeUnits.Select(p => p.Place).Distinct().Count());
    }

    [Fact]
    public void An_empty_figure_says_nothing()
    {
        Assert.True(default(Figure).IsEmpty);
        Assert.Equal(string.Empty, default(Figure).ToString());
        Assert.Equal(default, default(Figure).Indicator);
    }
}
