using KejiDomain.Benchmarks.Corpus;
using KejiDomain.Benchmarks.Geography;
using KejiDomain.Benchmarks.Inputs;
using KejiDomain.Benchmarks.Lines;
using KejiDomain.Benchmarks.Reading;
using KejiDomain.Benchmarks.Validating;
using KejiDomain.Benchmarks.Values;
using KejiDomain.Benchmarks.Writing;

namespace KejiDomain.Benchmarks.Running;

/// <summary>What is compared with what.</summary>
public static class Groups
{
    public static IReadOnlyList<WorkloadGroup> All { get; } =
    [
        new("values", typeof(MeasureByRegex), () => new MeasureByRegex(), () => new MeasureFromString(), () => new MeasureFromSpan()),
        new("gazetteer by code", typeof(DictionaryByCode), () => new DictionaryByCode(), () => new GazetteerByCode()),
        new("gazetteer by name", typeof(DictionaryByName), () => new DictionaryByName(), () => new GazetteerByName()),
        new("gazetteer in running text", typeof(GazetteerScan), () => new GazetteerScan()),
        new("gazetteer loaded again", typeof(GazetteerLoad), () => new GazetteerLoad()),
        new("read", typeof(BareRead), () => new TokenScan(), () => new ValueScan(), () => new BareRead(), () => new TypedRead(), () => new DefaultRead(), () => new MetadataRead()),
        new("lines", typeof(OneByOne), () => new OneByOne(), () => new LinesRead()),
        new("write", typeof(BareWrite), () => new TokenWrite(), () => new BareWrite(), () => new TypedWrite()),
        new("validate", typeof(TypedRead), () => new TypedRead(), () => new ReadAndCheck(), () => new AllRules(), () => new RulesOfRecords()),
        new("validate one by one", typeof(TypedRead), () => new TypedRead(), () => new ReadAndCheck(), () => new AllRules()) { Inputs = BenchmarkInput.Seeds },
        new("corpus indexed", typeof(IndexThousand), () => new IndexThousand(), () => new IndexTenThousand()),
        new("corpus checked", typeof(CheckThousand), () => new CheckThousand(), () => new CheckTenThousand()),
        new("corpus looked up", typeof(CorpusLookUps), () => new CorpusLookUps()),
    ];

    /// <summary>Whose allocation is held against the committed table: what is ours and allocates the same each time.</summary>
    public static IReadOnlyList<Workload> Guarded { get; } =
    [
        new TypedRead { Input = "seeds" }, new TypedRead { Input = "50 KB compact" }, new DiagnosingRead(), new TypedWrite { Input = "seeds" }, new TypedWrite { Input = "50 KB compact" },
        new AllRules { Input = "seeds" }, new AllRules { Input = "50 KB compact" }, new IndexThousand(), new CorpusLookUps(), new Derivation { Input = "seeds" }, new MeasureFromString(), new MeasureFromSpan(), new GazetteerByCode(), new GazetteerByName(), new GazetteerLoad(),
    ];
}
