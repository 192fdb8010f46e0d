namespace KejiDomain.Validation;

/// <summary>The rules that hold ranks against each other and against the figures of the other places, in one data set or over many.</summary>
internal sealed class RankRules
{
    // The figures of one indicator, period, level and scope, the greatest first.
    private readonly Dictionary<PeerKey, List<Ranked>> _peers = [];

    private readonly Dictionary<(PeerKey Peers, int Position), Ranked> _positions = [];

    private readonly List<(PeerKey Peers, Claim Claim, int Index, Ranked SeriesFigure)> _claims = [];

    /// <summary>Whether any data set has a rank among peers at all: without one there is nothing to index.</summary>
    public static bool HasRanks(PolicyDataset dataset)
    {
        foreach (var series in dataset.Series)
        {
            foreach (var observation in series.Observations)
            {
                foreach (var claim in observation.Claims)
                {
                    if (IsRank(claim))
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    /// <summary>Adds the figures of a data set.</summary>
    public void Add(PolicyDataset dataset, int number)
    {
        for (var i = 0; i < dataset.Series.Count; i++)
        {
            var series = dataset.Series[i];
            if (series.Subject is not null || series.Place?.Division is not { } division || !series.Indicator.IsKnown)
            {
                continue;
            }

            for (var j = 0; j < series.Observations.Count; j++)
            {
                var observation = series.Observations[j];
                if (observation.Modality != Modality.Actual || observation.Period is not { IsMasked: false } period)
                {
                    continue;
                }

                var figure = new Ranked(new SeriesFigure(series, observation, i, j), dataset, number);
                for (var scope = division.Parent; ; scope = scope.Parent)
                {
                    var key = new PeerKey(series.Indicator, period, series.Dimensions, division.Level, scope?.Code ?? default);
                    Add(key, figure);
                    if (scope is null)
                    {
                        break;
                    }
                }
            }
        }
    }

    /// <summary>Reports every contradiction; over many data sets only those that one alone does not show.</summary>
    public void Run(Action<PolicyDataset, Issue> report, bool across)
    {
        foreach (var peers in _peers.Values)
        {
            peers.Sort(static (one, other) => Nullable.Compare(other.Low, one.Low));
        }

        foreach (var (key, claim, index, figure) in _claims)
        {
            CheckFigures(key, claim, index, figure, report, across);
            CheckTie(key, claim, index, figure, report, across);
        }
    }

    private static bool IsRank(Claim claim) =>
        claim.Against == ClaimReference.Peers && claim.Position is not null && (claim.Of is null || claim.Of == ClaimSubject.Value);

    private void Add(PeerKey key, Ranked figure)
    {
        if (figure.Low is not null)
        {
            if (!_peers.TryGetValue(key, out var peers))
            {
                _peers.Add(key, peers = []);
            }

            peers.Add(figure);
        }

        for (var k = 0; k < figure.Figure.Observation.Claims.Count; k++)
        {
            var claim = figure.Figure.Observation.Claims[k];
            if (!IsRank(claim) || claim.Scope?.ToString() != (key.Scope.IsEmpty ? null : key.Scope.ToString()))
            {
                continue;
            }

            _claims.Add((key, claim, k, figure));
            _positions.TryAdd((key, claim.Position!.Value), figure);
        }
    }

    // As many places as the rank allows may be ahead, and no more: only where more is better, which a sum is taken to be.
    private void CheckFigures(PeerKey key, Claim claim, int index, Ranked figure, Action<PolicyDataset, Issue> report, bool across)
    {
        if (figure.Figure.Observation.Measure?.Interval?.High is not { } own || !_peers.TryGetValue(key, out var peers) || key.Indicator.Definition?.GetExtra("aggregation") != "sum")
        {
            return;
        }

        var (low, high) = (0, peers.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = peers[middle].Low > own ? (middle + 1, high) : (low, middle);
        }

        if (low < claim.Position || !(peers[0].Figure.Observation.Measure?.Unit == figure.Figure.Observation.Measure?.Unit) || (across && IsWithinOne(peers, claim.Position!.Value, figure)))
        {
            return;
        }

        var best = peers[0];
        report(figure.Dataset, Ranked.Issue(
            IssueCodes.RankContradicted, figure.Figure.ClaimPath(index), across, best,
            figure.Name, claim.Position!.Value, figure.Value(across), low, best.Name, best.Value(across)));
    }

    // Whether the figures ahead are all of the same data set, which has said so of itself.
    private static bool IsWithinOne(List<Ranked> peers, int position, Ranked figure)
    {
        for (var i = 0; i < position; i++)
        {
            if (peers[i].Number != figure.Number)
            {
                return false;
            }
        }

        return true;
    }

    private void CheckTie(PeerKey key, Claim claim, int index, Ranked figure, Action<PolicyDataset, Issue> report, bool across)
    {
        var first = _positions[(key, claim.Position!.Value)];
        if (first.Figure.Series.Place != figure.Figure.Series.Place && (!across || first.Number != figure.Number))
        {
            report(figure.Dataset, Ranked.Issue(IssueCodes.RankTie, figure.Figure.ClaimPath(index), across, first, first.Name, figure.Name, claim.Position!.Value));
        }
    }

    private readonly record struct PeerKey(Indicator Indicator, ReportingPeriod Period, SeriesDimensions Dimensions, AdministrativeLevel Level, DivisionCode Scope);

    private readonly record struct Ranked(SeriesFigure Figure, PolicyDataset Dataset, int Number)
    {
        public decimal? Low => Figure.Observation.Measure?.Interval?.Low;

        public string Name => Figure.Series.Place?.Division?.Name ?? Figure.Series.Place.ToString()!;

        public string Value(bool across) =>
            across ? $"{Figure.Observation.Measure} ({CorpusRules.Cited(Dataset, Figure.Observation.Evidence)})" : Figure.Observation.Measure.ToString()!;

        public static Issue Issue(string code, string path, bool across, Ranked other, params ReadOnlySpan<IssueArgument> arguments) => Validation.Issue.Of(code, path, arguments) with
        {
            Related = [across ? CorpusRules.Address(other.Dataset, other.Figure.Path) : other.Figure.Path],
        };
    }
}
