using System.Buffers;
using System.Numerics;

namespace KejiDomain.Validation;

/// <summary>The rules that look at several records of a data set together: keys, events, parents, dates.</summary>
internal readonly ref struct RelationRules(PolicyDataset dataset, RecordIndex index, FigureIndex figures, Action<Issue> report)
{
    public void Run()
    {
        Keys();
        Parents();
        Identifiers();
        Publication();
    }

    private void Keys()
    {
        using var series = new SeriesKeys(dataset.Series, figures);
        var events = default(IdTable);
        var number = 0;
        for (var i = 0; i < dataset.Series.Count; i++)
        {
            var one = dataset.Series[i];
            var isWhole = index.IsWholeSeries(i);
            if (isWhole && !series.TryAdd(i))
            {
                report(Issue.Of(IssueCodes.DuplicateSeries, JsonLocator.Item("$.series", i), one.ToString()));
            }

            if (isWhole)
            {
                CheckKeys(one, i);
            }

            for (var j = 0; j < one.Observations.Count; j++)
            {
                var observation = one.Observations[j];
                number++;
                if (observation.Event is { } @event)
                {
                    // What has several is counted no further.
                    ref var first = ref events.NumberOf(@event.ToString(), out var isNew);
                    first = isNew ? number : 0;
                }
            }
        }

        if (index.HasWholeSeries)
        {
            CheckEvents(events.Numbers);
        }

        events.Dispose();
    }

    // An event ties figures together: told are, in their order, the numbers of those that stand alone; nought is none.
    private void CheckEvents(ReadOnlySpan<int> alone)
    {
        var (series, before) = (0, 0);
        foreach (var number in alone)
        {
            while (number > before + dataset.Series[series].Observations.Count)
            {
                before += dataset.Series[series++].Observations.Count;
            }

            if (number > 0)
            {
                var place = number - before - 1;
                report(Issue.Of(IssueCodes.EventOfOne, Path(series, place) + ".event", dataset.Series[series].Observations[place].Event.ToString()!));
            }
        }
    }

    private void CheckKeys(IndicatorSeries series, int place)
    {
        var observations = series.Observations.AsSpan();
        if (observations.Length < 2)
        {
            return;
        }

        // A few are held against each other.
        var keys = observations.Length <= 8 ? null : new HashSet<(ReportingPeriod?, Modality, int?)>();
        for (var j = 0; j < observations.Length; j++)
        {
            var one = observations[j];
            if (keys is null ? IsAmong(observations[..j], one) : !keys.Add((one.Period, one.Modality, one.Ordinal)))
            {
                report(Issue.Of(IssueCodes.DuplicateObservation, Path(place, j), $"{one.Period} {one.Modality}"));
            }
        }
    }

    private static bool IsAmong(ReadOnlySpan<Observation> observations, Observation one)
    {
        foreach (var other in observations)
        {
            if (other.Period == one.Period && other.Modality == one.Modality && other.Ordinal == one.Ordinal)
            {
                return true;
            }
        }

        return false;
    }

    private static string Path(int series, int observation) => JsonLocator.Item(JsonLocator.Item("$.series", series) + ".observations", observation);

    private void Parents()
    {
        Parents("programs", RecordKind.PolicyProgram, dataset.Programs, static p => p.Parent?.ToString());
        Parents("organizations", RecordKind.Organization, dataset.Organizations, static o => (o.Parent as ReferredParty)?.To.ToString());
        Parents("units", RecordKind.AdministrativeUnit, dataset.Units, static u => u.Parent?.ToString());
    }

    // Every record is left behind at most once: one that was walked before is known to lead nowhere new.
    private void Parents<T>(string list, RecordKind kind, ValueList<T> records, Func<T, string?> parentOf)
        where T : IEntity
    {
        if (!HasChain(kind, records, parentOf))
        {
            return;
        }

        var parents = new Dictionary<string, (string? Parent, int Index)>(StringComparer.Ordinal);
        for (var i = 0; i < records.Count; i++)
        {
            parents.TryAdd(records[i].Key.ToString(), (parentOf(records[i]), i));
        }

        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var start in parents.Keys)
        {
            var walk = new HashSet<string>(StringComparer.Ordinal);
            var at = start;
            while (at is not null && !done.Contains(at) && parents.TryGetValue(at, out var record))
            {
                if (!walk.Add(at))
                {
                    report(Issue.Of(IssueCodes.ReferenceCycle, $"{JsonLocator.Item("$." + list, record.Index)}.parent", at));
                    break;
                }

                at = record.Parent;
            }

            done.UnionWith(walk);
        }
    }

    // Parents go in a circle only where some parent has a parent in turn: mostly none has.
    private bool HasChain<T>(RecordKind kind, ValueList<T> records, Func<T, string?> parentOf)
        where T : IEntity
    {
        foreach (var record in records)
        {
            if (parentOf(record) is { } parent && index.PlaceOf(parent, kind) is { } place && parentOf(records[place]) is not null)
            {
                return true;
            }
        }

        return index.HasDuplicates;
    }

    // What others gave to one thing alone.
    private static bool IsUnique(IdentifierScheme scheme) =>
        scheme == IdentifierScheme.Uscc || scheme == IdentifierScheme.Orgcode || scheme == IdentifierScheme.Orcid || scheme == IdentifierScheme.Wikidata
        || scheme == IdentifierScheme.Doi || scheme == IdentifierScheme.PatentNumber;

    private void Identifiers()
    {
        var given = default(IdTable);
        List<(ExternalIdentifier Identifier, RecordPlace At)>? first = null;
        Identifiers("units", dataset.Units, static r => r.Identifiers, ref given, ref first);
        Identifiers("people", dataset.People, static r => r.Identifiers, ref given, ref first);
        Identifiers("organizations", dataset.Organizations, static r => r.Identifiers, ref given, ref first);
        Identifiers("works", dataset.Works, static r => r.Identifiers, ref given, ref first);
        Identifiers("documents", dataset.Documents, static r => r.Identifiers, ref given, ref first);
        given.Dispose();
    }

    private void Identifiers<T>(string list, ValueList<T> records, Func<T, ValueList<ExternalIdentifier>> identifiersOf, ref IdTable given, ref List<(ExternalIdentifier Identifier, RecordPlace At)>? first)
    {
        for (var i = 0; i < records.Count; i++)
        {
            var identifiers = identifiersOf(records[i]);
            for (var j = 0; j < identifiers.Count; j++)
            {
                var identifier = identifiers[j];
                if (!IsUnique(identifier.Scheme) || MemberValue.HasMask(identifier.Value))
                {
                    continue;
                }

                var at = new RecordPlace(list, i);
                first ??= [];
                ref var number = ref given.NumberOf(identifier.Value, out var isNew);
                if (isNew)
                {
                    number = first.Count;
                    first.Add((identifier, at));
                }
                else if (first[number].Identifier.Scheme == identifier.Scheme && first[number].At != at)
                {
                    report(Issue.Of(IssueCodes.SharedIdentifier, $"{JsonLocator.Item(at.Member("identifiers"), j)}.value", IdentifierForms.NameOf(identifier.Scheme), identifier.Value) with
                    {
                        Related = [first[number].At.Path],
                    });
                }
            }
        }
    }

    // A meeting that a source reports as held cannot be later than the source; one that is planned can.
    private void Publication()
    {
        NodaTime.LocalDate? first = null;
        foreach (var source in dataset.Sources)
        {
            first = source.PublishedOn is { Latest: var on } && !(on >= first) ? on : first;
        }

        Dictionary<SourceId, Source>? sources = null;
        for (var i = 0; i < dataset.Meetings.Count; i++)
        {
            var meeting = dataset.Meetings[i];
            if (meeting.On?.Earliest is not { } held || !(held > first) || IsPlanned(meeting))
            {
                continue;
            }

            sources ??= Published();
            foreach (var id in meeting.Evidence.SelectMany(e => e.Cite).Select(c => c.Source).Distinct())
            {
                if (sources.TryGetValue(id, out var source) && held > source.PublishedOn!.Value.Latest)
                {
                    report(Issue.Of(
                        IssueCodes.MeetingAfterPublication, $"{JsonLocator.Item("$.meetings", i)}.on", meeting.On.ToString()!, id.ToString(), source.PublishedOn.ToString()!));
                }
            }
        }
    }

    private Dictionary<SourceId, Source> Published()
    {
        var sources = new Dictionary<SourceId, Source>();
        foreach (var source in dataset.Sources.Where(s => s.PublishedOn is not null))
        {
            sources.TryAdd(source.Id, source);
        }

        return sources;
    }

    private static bool IsPlanned(Meeting meeting)
    {
        foreach (var stage in meeting.Stages)
        {
            if (stage.Phase == StagePhase.Planned)
            {
                return true;
            }
        }

        return false;
    }

    // The series by what they are series of; a set that is on loan.
    private readonly struct SeriesKeys : IDisposable
    {
        private readonly ValueList<IndicatorSeries> _series;

        private readonly FigureIndex _figures;

        // One more than the number of a series, by the hash of its key.
        private readonly int[] _slots;

        private readonly int _mask;

        public SeriesKeys(ValueList<IndicatorSeries> series, FigureIndex figures)
        {
            _series = series;
            _figures = figures;
            var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, 2 * series.Count));
            _mask = size - 1;
            _slots = ArrayPool<int>.Shared.Rent(size);
            _slots.AsSpan(0, size).Clear();
        }

        public bool TryAdd(int number)
        {
            var one = _series[number];
            var hash = _figures.HashOf(number);
            var slot = hash & _mask;
            for (; _slots[slot] is > 0 and var other; slot = (slot + 1) & _mask)
            {
                var there = _series[other - 1];
                if (_figures.HashOf(other - 1) == hash && there.Indicator == one.Indicator && there.Place == one.Place && there.Subject == one.Subject && there.Dimensions == one.Dimensions)
                {
                    return false;
                }
            }

            _slots[slot] = number + 1;
            return true;
        }

        public void Dispose() => ArrayPool<int>.Shared.Return(_slots);
    }
}
