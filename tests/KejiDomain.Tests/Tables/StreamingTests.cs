using System.Globalization;
using KejiDomain.Tables;
using KejiDomain.Tests.Tool;

namespace KejiDomain.Tests.Tables;

/// <summary>A corpus of ten thousand data sets goes through every format, in the library and in the tool, and none of them is held.</summary>
public sealed class StreamingTests
{
    private const int Count = 2_000;

    public static TheoryData<string> Formats => ["csv", "long table", "markdown", "sdmx-csv", "jsonl"];

    [Theory]
    [MemberData(nameof(Formats))]
    public void No_data_set_is_held(string format)
    {
        using var corpus = new MemoryStream();
        PolicyCorpus.WriteLines(Many(), corpus);
        corpus.Position = 0;
        var watch = new Watch();
        var datasets = watch.Over(PolicyCorpus.ReadLines(corpus).Select(r => r.GetValueOrThrow()));
        switch (format)
        {
            case "csv":
                KejiTables.WriteCsv(datasets, _ => Stream.Null);
                break;
            case "long table":
                Assert.Equal(Count * 2, KejiTables.LongTable(datasets).Count());
                break;
            case "markdown":
                KejiTables.WriteMarkdown(datasets, _ => Stream.Null);
                break;
            case "sdmx-csv":
                KejiTables.WriteSdmx(datasets, _ => Stream.Null);
                break;
            default:
                PolicyCorpus.WriteLines(datasets, Stream.Null);
                break;
        }

        Assert.Equal(Count, watch.Seen);
        Assert.InRange(watch.MostAlive, 0, 3);
    }

    [Fact]
    public void The_tool_exports_a_corpus_of_lines_as_the_library_does()
    {
        using var folder = new TemporaryFolder();
        using (var file = File.Create(folder.File("corpus.jsonl")))
        {
            PolicyCorpus.WriteLines(Many(), file);
        }

        var run = ToolRun.Of("export", folder.File("corpus.jsonl"), "--to", "csv");
        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.Equal(KejiTables.ToCsv("observations", Many()), run.Output);
        Assert.Equal(File.ReadAllText(folder.File("corpus.jsonl")), ToolRun.Of("export", folder.Path, "--to", "jsonl").Output);
    }

    [Fact]
    public void A_line_that_is_wrong_or_comes_twice_is_told_with_its_number()
    {
        using var folder = new TemporaryFolder();
        using (var file = File.Create(folder.File("corpus.jsonl")))
        {
            PolicyCorpus.WriteLines(Many().Take(2), file);
            file.Write("{\n"u8);
            PolicyCorpus.WriteLines(Many().Take(1), file);
        }

        var run = ToolRun.Of("export", folder.File("corpus.jsonl"), "--to", "csv", "--out", folder.File("out"));
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("corpus.jsonl(3,", run.Error, StringComparison.Ordinal);
        Assert.Contains("the data set d0 is in", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.File("out")));
    }

    private static IEnumerable<PolicyDataset> Many() => Enumerable.Range(0, Count).Select(i => Samples.Minimal(
        [Samples.Series(Indicator.TechContractValue, [], Samples.Observe("2021", Measure.Count(i), Claim.Rank(1)), Samples.Observe("2022", Measure.Count(i)))]) with
    {
        Id = DatasetId.Parse(string.Create(CultureInfo.InvariantCulture, $"d{i}")),
    });

    /// <summary>Counts now and then how many of the data sets that went by are still there.</summary>
    private sealed class Watch
    {
        private const int Interval = 1_000;

        private readonly List<WeakReference> _seen = [];

        public int Seen => _seen.Count;

        public int MostAlive { get; private set; }

        public IEnumerable<PolicyDataset> Over(IEnumerable<PolicyDataset> datasets)
        {
            foreach (var dataset in datasets)
            {
                _seen.Add(new(dataset));
                if (_seen.Count % Interval == 0)
                {
                    GC.Collect();
                    MostAlive = Math.Max(MostAlive, _seen.Count(r => r.IsAlive));
                }

                yield return dataset;
            }
        }
    }
}
