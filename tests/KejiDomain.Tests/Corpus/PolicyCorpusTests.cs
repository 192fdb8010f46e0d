namespace KejiDomain.Tests.Corpus;

public sealed class PolicyCorpusTests
{
    private static readonly DivisionCode Hebi = DivisionCode.Parse("410600");

    private static PolicyCorpus Corpus => KejiDomain.Seeds.Corpus;

    [Fact]
    public void Records_are_found_by_their_address()
    {
        Assert.Same(KejiDomain.Seeds.Hebi2023.Programs.First(p => p.Id == ProgramId.Parse("p1472")), Corpus.Find("hebi-2023/p1472"));
        Assert.Same(Corpus.Find("hebi-2023/p1472"), Corpus.Find(CorpusAddress.Parse("hebi-2023/p1472")));
        Assert.Null(Corpus.Find("jilin-2024/p1472"));
        Assert.Null(Corpus.Find("hebi-2023"));
        Assert.Null(Corpus.Find("nowhere/p1472"));
        Assert.Null(Corpus.Find(default(CorpusAddress)));
        Assert.Same(KejiDomain.Seeds.Jilin2024, Corpus.Find(DatasetId.Parse("jilin-2024")));
    }

    [Fact]
    public void Every_record_is_at_its_own_address()
    {
        foreach (var dataset in Corpus.Datasets)
        {
            IEntity[] entities =
            [
                .. dataset.Units, .. dataset.People, .. dataset.Organizations, .. dataset.Works, .. dataset.Documents, .. dataset.Meetings, .. dataset.Programs, .. dataset.Recognitions,
            ];
            Assert.NotEmpty(entities);
            Assert.All(entities, e => Assert.Same(e, Corpus.Find(CorpusAddress.Create(dataset.Id, e.Key))));
        }
    }

    [Fact]
    public void Indexes_find_what_a_search_finds()
    {
        var all = Corpus.Datasets.SelectMany(d => d.Observations()).ToArray();
        Assert.Equal(KejiDomain.Seeds.All.Sum(d => d.Series.Sum(s => s.Observations.Count)), all.Length);
        foreach (var indicator in all.Select(f => f.Indicator).Distinct())
        {
            Assert.Equal(all.Where(f => f.Indicator == indicator), Corpus.Observations(indicator));
            Assert.Equal(all.Where(f => f.Indicator == indicator && f.Place?.ToString() == "410600"), Corpus.Observations(indicator, Hebi));
            Assert.Equal(Corpus.Observations(indicator).Count, Corpus.SeriesOf(indicator).Sum(s => s.Figures.Count));
        }

        Assert.Equal(all.Where(f => f.Place?.ToString() == "410600"), Corpus.Observations(Hebi));
        Assert.Equal([KejiDomain.Seeds.Hebi2023], Corpus.At(Hebi));
        Assert.Empty(Corpus.At(DivisionCode.Parse("110000")));
        foreach (var kind in Corpus.Datasets.SelectMany(d => d.Programs).Select(p => p.Kind).Distinct())
        {
            Assert.Equal(Corpus.Datasets.SelectMany(d => d.Programs).Where(p => p.Kind == kind), Corpus.Programs(kind).Select(e => e.Record));
        }

        Assert.Equal(all.Length, Corpus.Series.Sum(s => s.Figures.Count));
    }

    [Fact]
    public void Cities_stand_beside_each_other_in_one_series()
    {
        var series = Corpus.SeriesOf(Indicator.TechContractValue).Single(s => s.Subject is null && s.Dimensions.Count == 0);
        Assert.Equal(["220200", "410600", "420600"], series.Places.Select(p => p.ToString()));
        Assert.Contains(series.Figures, f => f.Dataset.Id.ToString() == "hebi-2023" && f.Measure?.Value == 744_000_000);
    }

    [Fact]
    public void A_look_up_allocates_nothing()
    {
        var corpus = PolicyCorpus.Create(KejiDomain.Seeds.All);
        var address = CorpusAddress.Parse("hebi-2023/p1472");
        var text = "hebi-2023/p1472";
        long Allocated()
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            _ = corpus.Find(address);
            _ = corpus.Find(text);
            _ = corpus.Find(address.Dataset);
            _ = corpus.At(Hebi).Count;
            _ = corpus.Observations(Indicator.TechContractValue).Count;
            _ = corpus.Observations(Hebi).Count;
            _ = corpus.Observations(Indicator.TechContractValue, Hebi).Count;
            _ = corpus.SeriesOf(Indicator.TechContractValue).Count;
            _ = corpus.Programs(ProgramKind.ActionPlan).Count;
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Allocated();
        Assert.Equal(0, Allocated());
    }

    [Fact]
    public void Data_sets_with_one_identifier_are_no_corpus() =>
        Assert.Throws<ArgumentException>(() => PolicyCorpus.Create(KejiDomain.Seeds.Hebi2023, KejiDomain.Seeds.Hebi2023));

    [Fact]
    public async Task A_folder_is_a_corpus()
    {
        Assert.Equal(KejiDomain.Seeds.All.OrderBy(d => d.Id), PolicyCorpus.Load(Repository.Seeds).Datasets);
        Assert.Equal(KejiDomain.Seeds.All.OrderBy(d => d.Id), (await PolicyCorpus.LoadAsync(Repository.Seeds, cancellationToken: TestContext.Current.CancellationToken)).Datasets);
        using var folder = new TemporaryFolder();
        Assert.Empty(PolicyCorpus.Load(folder.Path).Datasets);
        File.Copy(Path.Combine(Repository.Seeds, "hebi-2023.json"), folder.File("a.json"));
        File.Copy(Path.Combine(Repository.Seeds, "hebi-2023.json"), folder.File("b.json"));
        Assert.Throws<InvalidDataException>(() => PolicyCorpus.Load(folder.Path));
        File.WriteAllText(folder.File("b.json"), "{}");
        Assert.Contains("b.json", Assert.Throws<InvalidDataException>(() => PolicyCorpus.Load(folder.Path)).Message, StringComparison.Ordinal);
        Assert.Throws<DirectoryNotFoundException>(() => PolicyCorpus.Load(folder.File("none")));
    }

    [Fact]
    public void Validation_and_derivation_tell_the_data_set()
    {
        var bad = Samples.Minimal(series: [Samples.Series(Indicator.HighTechEnterprises, [], Samples.Observe("2022", null))]);
        var report = PolicyCorpus.Create(KejiDomain.Seeds.Hebi2023, bad).Validate();
        Assert.False(report.IsValid);
        Assert.Equal(report.ErrorCount, report.Reports.Single(r => r.Dataset.ToString() == "minimal").Report.ErrorCount);
        Assert.Contains("\nminimal: error ", report.ToString(), StringComparison.Ordinal);
        Assert.Throws<InvalidDataException>(report.ThrowIfInvalid);
        Assert.True(Corpus.Validate().IsValid);
        Assert.Equal(
            KejiDomain.Seeds.All.SelectMany(d => d.Derive().Select(v => $"{d.Id} {v}")),
            Corpus.Derive().Select(d => d.ToString()));
    }

    [Theory]
    [InlineData("hebi-2023/p1472", true)]
    [InlineData("hebi-2023/410600", false)]
    [InlineData("hebi-2023/", false)]
    [InlineData("/p1472", false)]
    [InlineData("p1472", false)]
    [InlineData("a/b/c", false)]
    [InlineData("A/b", false)]
    public void Addresses_read_as_they_are_written(string text, bool isAddress)
    {
        Assert.Equal(isAddress, CorpusAddress.TryParse(text, null, out var address));
        Assert.Equal(isAddress ? text : string.Empty, address.ToString());
        if (!isAddress)
        {
            Assert.Throws<FormatException>(() => CorpusAddress.Parse(text));
        }
    }

    [Fact]
    public void An_indicator_that_a_data_set_defines_is_its_own()
    {
        static PolicyDataset With(string id, string name) => Samples.Minimal(
            series: [Samples.Series(Indicator.Parse("own-thing"), [], Samples.Observe("2022", Measure.Count(1)))]) with
        {
            Id = DatasetId.Parse(id),
            Indicators = [new() { Id = Indicator.Parse("own-thing"), Name = name, Unit = UnitOfMeasure.Count }],
        };
        var corpus = PolicyCorpus.Create(With("one", "甲"), With("two", "乙"));
        Assert.Equal(2, corpus.SeriesOf(Indicator.Parse("own-thing")).Count);
        Assert.Equal("甲 [鹤壁市] 2022: 1", corpus.Observations(Indicator.Parse("own-thing"))[0].ToString());
    }
}
