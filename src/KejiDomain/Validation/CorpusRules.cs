using System.Runtime.InteropServices;
using NodaTime;

namespace KejiDomain.Validation;

/// <summary>The rules over several data sets. They report both places with their citations, and take no side.</summary>
/// <remarks>Equal identifiers of two files mean nothing: what tells things apart across files are division codes, codes of the library, and identifiers of a public scheme.</remarks>
internal sealed class CorpusRules(IReadOnlyList<PolicyDataset> datasets, Action<PolicyDataset, Issue> report)
{
    // Of one person on one day: each is compared with each.
    private const int MaxPosts = 32;

    public void Run()
    {
        Figures();
        People();
        RankRules.RunAcross(datasets, report);
    }

    /// <summary>The first citation of a record with its data set, as a message names it.</summary>
    public static string Cited(PolicyDataset dataset, ValueList<Evidence> evidence)
    {
        foreach (var item in evidence)
        {
            if (!item.Cite.IsEmpty)
            {
                return $"{dataset.Id}/{item.Cite[0]}";
            }
        }

        return dataset.Id.ToString();
    }

    /// <summary>A place in another data set.</summary>
    public static string Address(PolicyDataset dataset, string path) => $"{dataset.Id}:{path}";

    // The same indicator, place, dimensions, period and modality, and no value that both allow.
    private void Figures()
    {
        var known = new Dictionary<FigureKey, (PolicyDataset Dataset, SeriesFigure Figure, ValueInterval Value)>();
        foreach (var dataset in datasets)
        {
            for (var i = 0; i < dataset.Series.Count; i++)
            {
                var series = dataset.Series[i];
                if (!series.Indicator.IsKnown || series.Place is not { IsDivision: true } || series.Subject is { IsDivision: false })
                {
                    continue;
                }

                for (var j = 0; j < series.Observations.Count; j++)
                {
                    var figure = new SeriesFigure(series, series.Observations[j], i, j);
                    if (figure.Observation is { Period: { IsMasked: false }, Event: null, Measure: { Interval: { } value } measure })
                    {
                        Check(known, dataset, figure, value, measure);
                    }
                }
            }
        }
    }

    private void Check(Dictionary<FigureKey, (PolicyDataset Dataset, SeriesFigure Figure, ValueInterval Value)> known, PolicyDataset dataset, SeriesFigure figure, ValueInterval value, Measure measure)
    {
        var key = FigureKey.Of(figure);
        if (!known.TryGetValue(key, out var first))
        {
            known.Add(key, (dataset, figure, value));
        }
        else if (first.Dataset != (object)dataset && first.Figure.Observation.Measure?.Unit == measure.Unit)
        {
            if (!first.Value.Overlaps(value))
            {
                var what = $"{figure.Series} {figure.Observation.Period} {figure.Observation.Modality}";
                Report(
                    dataset, figure.Observation.Evidence, figure.MeasurePath, first.Dataset, first.Figure.MeasurePath, IssueCodes.StatedDifferently,
                    what, first.Figure.Observation.Measure.ToString()!, Cited(first.Dataset, first.Figure.Observation.Evidence), measure.ToString(), Cited(dataset, figure.Observation.Evidence));
            }
            else if (IsCloser(value, first.Value))
            {
                // 百余家 agrees with many others that do not agree among themselves.
                known[key] = (dataset, figure, value);
            }
        }
    }

    private static bool IsCloser(ValueInterval one, ValueInterval other) =>
        one != other && (other.Low is null || one.Low >= other.Low) && (other.High is null || one.High <= other.High);

    // One person has one post of government on a day. Who is one person, an identifier says; a name and a body only suggest it.
    private void People()
    {
        var byIdentifier = new Dictionary<(IdentifierScheme, string, LocalDate), List<Held>>();
        var byName = new Dictionary<(string Name, string Body), (PolicyDataset Dataset, string Path, ValueList<Evidence> Evidence)>();
        foreach (var dataset in datasets)
        {
            var people = dataset.People.Select((p, i) => (Person: p, Index: i)).DistinctBy(p => p.Person.Id).ToDictionary(p => p.Person.Id);
            var organizations = dataset.Organizations.DistinctBy(o => o.Id).ToDictionary(o => o.Id.ToString(), StringComparer.Ordinal);
            var here = new Dictionary<(IdentifierScheme, string, LocalDate), List<Held>>();
            for (var i = 0; i < dataset.Appointments.Count; i++)
            {
                var appointment = dataset.Appointments[i];
                if (!people.TryGetValue(appointment.Person, out var known))
                {
                    continue;
                }

                for (var j = 0; j < appointment.Posts.Count; j++)
                {
                    var held = new Held(dataset, known.Person, appointment, appointment.Posts[j], JsonLocator.Item(JsonLocator.Item("$.appointments", i) + ".posts", j), BodyOf(appointment.Posts[j].Body, organizations));
                    foreach (var identifier in held.Day is { } && held.Post.Post.Definition?.GetExtra("levels") is not null ? known.Person.Identifiers : [])
                    {
                        ref var posts = ref CollectionsMarshal.GetValueRefOrAddDefault(here, (identifier.Scheme, identifier.Value, held.Day!.Value), out _);
                        if ((posts ??= []).Count < MaxPosts)
                        {
                            posts.Add(held);
                        }
                    }

                    if (known.Person.Identifiers.IsEmpty && held.Body is { } body)
                    {
                        CheckName(byName, (known.Person.Name.Zh, body), held, JsonLocator.Item("$.people", known.Index), known.Person);
                    }
                }
            }

            foreach (var (key, posts) in here)
            {
                if (!byIdentifier.TryAdd(key, posts))
                {
                    CheckPosts(byIdentifier[key], posts);
                }
            }
        }
    }

    // Of each day the first file stands for all; what one file says of itself is not for this rule. Who has several posts is told by any that both files name.
    private void CheckPosts(List<Held> known, List<Held> here)
    {
        if (!here.Exists(held => known.Exists(other => !Conflict(other, held))))
        {
            var (other, held) = (known[0], here[0]);
            Report(
                held.Dataset, held.Appointment.Evidence, held.Path, other.Dataset, other.Path, IssueCodes.PostsConflict,
                held.Person.Name.Zh, other.Name, Cited(other.Dataset, other.Appointment.Evidence), held.Name, Cited(held.Dataset, held.Appointment.Evidence), held.Appointment.On.ToString()!);
        }
    }

    private static bool Conflict(Held one, Held other) =>
        (one.Body is { } body && other.Body is { } otherBody && body != otherBody)
        || (one.Post.Post != other.Post.Post && !IsBroader(one.Post.Post, other.Post.Post) && !IsBroader(other.Post.Post, one.Post.Post));

    private static bool IsBroader(OfficialPost wide, OfficialPost narrow) => narrow.Definition?.Broader == wide.ToString();

    private void CheckName(
        Dictionary<(string Name, string Body), (PolicyDataset Dataset, string Path, ValueList<Evidence> Evidence)> known, (string Name, string Body) key, Held held, string path, Person person)
    {
        if (!known.TryGetValue(key, out var first))
        {
            known.Add(key, (held.Dataset, path, person.Evidence));
        }
        else if (first.Dataset != (object)held.Dataset)
        {
            Report(
                held.Dataset, person.Evidence, path, first.Dataset, first.Path, IssueCodes.SamePersonPerhaps,
                key.Name, Cited(first.Dataset, first.Evidence), Cited(held.Dataset, person.Evidence), key.Body);
        }
    }

    // The place of a government, or the full name of another body: what is the same in two files.
    private static string? BodyOf(Party? body, Dictionary<string, Organization> organizations) => body switch
    {
        ReferredParty { To.IsDivision: true } place => place.To.ToString(),
        ReferredParty other when organizations.TryGetValue(other.To.ToString(), out var organization) =>
            organization.Place is { IsDivision: true } place && organization.Name.Zh.EndsWith("人民政府", StringComparison.Ordinal) ? place.ToString() : organization.Name.Zh,
        _ => null,
    };

    private void Report(
        PolicyDataset dataset, ValueList<Evidence> evidence, string path, PolicyDataset other, string otherPath, string code, params ReadOnlySpan<IssueArgument> arguments) =>
        report(dataset, Issue.Of(code, path, arguments) with
        {
            Related = [Address(other, otherPath)],
            Span = evidence.Where(e => !e.Cite.IsEmpty).Select(e => (Citation?)e.Cite[0]).FirstOrDefault(),
        });

    private sealed record Held(PolicyDataset Dataset, Person Person, Appointment Appointment, HeldPost Post, string Path, string? Body)
    {
        public LocalDate? Day => Appointment.On is { IsMasked: false } on && on.Earliest == on.Latest ? on.Earliest : null;

        public string Name => $"{Body} {Post}".Trim();
    }
}
