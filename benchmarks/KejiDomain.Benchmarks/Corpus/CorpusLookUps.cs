using KejiDomain.Benchmarks.Running;

namespace KejiDomain.Benchmarks.Corpus;

/// <summary>Look-ups in a corpus of ten thousand: by address, by place, by indicator, by both, and a series across cities.</summary>
public class CorpusLookUps : CorpusWorkload
{
    private const int Asked = 1000;

    private const int Ways = 5;

    private PolicyCorpus? _corpus;

    private (string Address, DivisionCode Place, Indicator Indicator)[] _asked = [];

    public override long Amount => Asked * Ways;

    public override IReadOnlyList<Target> Targets => [Target.Bytes(0)];

    protected override int Size => CorpusInput.Many;

    public override void Setup()
    {
        _corpus = PolicyCorpus.Create(Datasets);
        _asked =
        [
            .. Datasets.Where((_, i) => i % (Size / Asked) == 0)
                .Select((d, i) => ($"{d.Id}/{d.Organizations[0].Id}", DivisionCode.Parse(d.Place.ToString()!), d.Series[i % d.Series.Count].Indicator)),
        ];
        Require(_asked.Length == Asked && _asked.All(a => _corpus.Find(a.Address) is Organization), "every address leads to a body");
        Require(_asked.All(a => _corpus.At(a.Place).Count > 1 && _corpus.Observations(a.Indicator, a.Place).Count > 0), "every place and indicator has figures");
        Require(_asked.All(a => _corpus.SeriesOf(a.Indicator).Any(s => s.Figures.Count > Asked)), "every indicator has a series across cities");
        Run();
    }

    public override int Run()
    {
        var found = 0;
        foreach (var (address, place, indicator) in _asked)
        {
            found += _corpus!.Find(address) is null ? 0 : 1;
            found += _corpus.At(place).Count;
            found += _corpus.Observations(indicator).Count;
            found += _corpus.Observations(indicator, place).Count;
            foreach (var series in _corpus.SeriesOf(indicator))
            {
                found += series.Figures.Count;
            }
        }

        return found;
    }
}
