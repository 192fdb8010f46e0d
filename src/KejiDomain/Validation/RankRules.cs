namespace KejiDomain.Validation;

/// <summary>The rules that hold ranks against each other and against the figures of the other places, in one data set or over many.</summary>
internal sealed class RankRules(IReadOnlyList<PolicyDataset> datasets, Action<PolicyDataset, Issue> report, bool across)
{
    private readonly List<(PeerKey Peers, Claim Claim, int Index, Ranked SeriesFigure)> _claims = [];

    private readonly HashSet<Indicator> _claimed = [];

    // The figures of one indicator, period, level and scope among which a rank is claimed, the greatest first.
    private readonly Dictionary<PeerKey, List<Ranked>> _peers = [];

    private readonly Dictionary<(PeerKey Peers, int Position), Ranked> _positions = [];

    private readonly Dictionary<(DivisionCode Scope, AdministrativeLevel Level), int> _places = [];

    /// <summary>Reports every contradiction that several data sets show, and none of them alone.</summary>
    public static void RunAcross(IReadOnlyList<PolicyDataset> datasets, Action<PolicyDataset, Issue> report)
    {
        if (datasets.Any(static d => HasRank(d)))
        {
            new RankRules(datasets, report, across: true).Run();
        }
    }

    /// <summary>Reports every contradiction of one data set.</summary>
    public static void Run(PolicyDataset dataset, Action<Issue> report)
    {
        // Mostly no figure has a rank, and nothing need be made.
        if (HasRank(dataset))
        {
            new RankRules([dataset], (_, issue) => report(issue), across: false).Run();
        }
    }

    private void Run()
    {
        AddAll(asPeers: false);
        if (_claims.Count == 0)
        {
            return;
        }

        AddAll(asPeers: true);
        foreach (var peers in _peers.Values)
        {
            peers.Sort(static (one, other) => Nullable.Compare(other.Low, one.Low));
        }

        foreach (var (key, claim, index, figure) in _claims)
        {
            CheckFigures(key, claim, index, figure);
            CheckTie(key, claim, index, figure);
        }
    }

    private static bool IsRank(Claim claim) =>
        claim.Against == ClaimReference.Peers && claim.Position is not null && (claim.Of is null || claim.Of == ClaimSubject.Value);

    private static bool HasRank(PolicyDataset dataset)
    {
        foreach (var series in dataset.Series)
        {
            foreach (var observation in series.Observations)
            {
                if (HasRank(observation))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool HasRank(Observation observation)
    {
        foreach (var claim in observation.Claims)
        {
            if (IsRank(claim))
            {
                return true;
            }
        }

        return false;
    }

    // First the figures with a rank, and then those that are of interest to one.
    private void AddAll(bool asPeers)
    {
        for (var number = 0; number < datasets.Count; number++)
        {
            var dataset = datasets[number];
            for (var i = 0; i < dataset.Series.Count; i++)
            {
                var series = dataset.Series[i];
                for (var j = 0; (!asPeers || _claimed.Contains(series.Indicator)) && j < series.Observations.Count; j++)
                {
                    if (asPeers || HasRank(series.Observations[j]))
                    {
                        Add(new(new(series, series.Observations[j], i, j), dataset, number, series.Observations[j].Measure?.Interval?.Low), asPeers);
                    }
                }
            }
        }
    }

    private void Add(Ranked figure, bool asPeer)
    {
        var (series, observation) = (figure.Figure.Series, figure.Figure.Observation);
        if (series.Subject is not null || series.Place?.Division is not { } division || !series.Indicator.IsKnown
            || observation.Modality != Modality.Actual || observation.Period is not { IsMasked: false } period)
        {
            return;
        }

        for (var scope = division.Parent; ; scope = scope.Parent)
        {
            var key = new PeerKey(series.Indicator, period, series.Dimensions, division.Level, scope?.Code ?? default);
            if (!asPeer)
            {
                AddClaims(key, figure);
            }
            else if (figure.Low is not null && _peers.TryGetValue(key, out var peers))
            {
                peers.Add(figure);
            }

            if (scope is null)
            {
                return;
            }
        }
    }

    private void AddClaims(PeerKey key, Ranked figure)
    {
        for (var k = 0; k < figure.Figure.Observation.Claims.Count; k++)
        {
            var claim = figure.Figure.Observation.Claims[k];
            if (IsRank(claim) && claim.Scope?.ToString() == (key.Scope.IsEmpty ? null : key.Scope.ToString()) && !(claim.Field?.Interval?.High < Places(key.Scope, key.Level)))
            {
                _claims.Add((key, claim, k, figure));
                _claimed.Add(key.Indicator);
                _peers.TryAdd(key, []);
                _positions.TryAdd((key, claim.Position!.Value), figure);
            }
        }
    }

    // 豫北五市: a field that is smaller than all places of the level within the scope is one of which nobody says who is in it.
    private int Places(DivisionCode scope, AdministrativeLevel level)
    {
        if (!_places.TryGetValue((scope, level), out var places))
        {
            _places.Add((scope, level), places = Gazetteer.All.Count(d => d.Level == level && (scope.IsEmpty || d.Ancestors().Any(a => a.Code == scope))));
        }

        return places;
    }

    // As many places as the rank allows may be ahead, and no more: only where more is better, which a sum is taken to be.
    private void CheckFigures(PeerKey key, Claim claim, int index, Ranked figure)
    {
        if (figure.Figure.Observation.Measure?.Interval?.High is not { } own || _peers[key] is not [var best, ..] peers || key.Indicator.Definition?.GetExtra("aggregation") != "sum")
        {
            return;
        }

        var (low, high) = (0, peers.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = peers[middle].Low > own ? (middle + 1, high) : (low, middle);
        }

        if (low < claim.Position || !(best.Figure.Observation.Measure?.Unit == figure.Figure.Observation.Measure?.Unit) || (across && IsWithinOne(peers, claim.Position!.Value, figure)))
        {
            return;
        }

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

    private void CheckTie(PeerKey key, Claim claim, int index, Ranked figure)
    {
        var first = _positions[(key, claim.Position!.Value)];
        if (first.Figure.Series.Place != figure.Figure.Series.Place && (!across || first.Number != figure.Number))
        {
            report(figure.Dataset, Ranked.Issue(IssueCodes.RankTie, figure.Figure.ClaimPath(index), across, first, first.Name, figure.Name, claim.Position!.Value));
        }
    }

    private readonly record struct PeerKey(Indicator Indicator, ReportingPeriod Period, SeriesDimensions Dimensions, AdministrativeLevel Level, DivisionCode Scope);

    private readonly record struct Ranked(SeriesFigure Figure, PolicyDataset Dataset, int Number, decimal? Low)
    {
        public string Name => Figure.Series.Place?.Division?.Name ?? Figure.Series.Place.ToString()!;

        public string Value(bool across) =>
            across ? $"{Figure.Observation.Measure} ({CorpusRules.Cited(Dataset, Figure.Observation.Evidence)})" : Figure.Observation.Measure.ToString()!;

        public static Issue Issue(string code, string path, bool across, Ranked other, params ReadOnlySpan<IssueArgument> arguments) => Validation.Issue.Of(code, path, arguments) with
        {
            Related = [across ? CorpusRules.Address(other.Dataset, other.Figure.Path) : other.Figure.Path],
        };
    }
}
