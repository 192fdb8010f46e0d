using System.Globalization;

namespace KejiDomain.Tables;

/// <summary>One data set as the tables see it: names by identifier, keys of figures, and every part with its place.</summary>
internal sealed class DatasetView
{
    private readonly Dictionary<string, LocalizedText> _names = new(StringComparer.Ordinal);

    private readonly Dictionary<string, LocalizedText> _indicators = new(StringComparer.Ordinal);

    private readonly Dictionary<string, Organization> _organizations = new(StringComparer.Ordinal);

    private readonly Dictionary<string, int> _keys = new(StringComparer.Ordinal);

    private readonly List<Placed> _all = [];

    private readonly Lazy<Dictionary<string, DerivedObservation>> _derived;

    private readonly Dictionary<(string Record, string At), string> _claimPaths = [];

    private readonly List<ObservationRow> _observations = [];

    public DatasetView(PolicyDataset dataset)
    {
        Dataset = dataset;
        _derived = new(() => Derive(dataset));
        foreach (var definition in dataset.Indicators)
        {
            _indicators.TryAdd(definition.Id.ToString(), definition.Name);
        }

        foreach (var organization in dataset.Organizations)
        {
            _organizations.TryAdd(organization.Id.ToString(), organization);
        }

        NameEntities();
        Walk();
    }

    public PolicyDataset Dataset { get; }

    public IReadOnlyList<Placed> All => _all;

    public IReadOnlyList<ObservationRow> Observations => _observations;

    public IEnumerable<Row<T>> Of<T>()
        where T : notnull
    {
        foreach (var placed in _all)
        {
            if (placed.Item is T item)
            {
                yield return new(this, placed, item);
            }
        }
    }

    public string? NameOf(Reference reference)
    {
        var text = reference.ToString();
        return _names.TryGetValue(text, out var name) ? name.Zh : Gazetteer.TryGetLast(text, out var division) ? division.Name : null;
    }

    public string? NameOf(PlaceReference place) => NameOf((Reference)place);

    public string NameOf(Party party) => party switch
    {
        ReferredParty referred => NameOf(referred.To) ?? referred.To.ToString(),
        PostParty { Title: { } title } => title,
        PostParty post => string.Concat(post.Body is { } body ? NameOf(body) : null, post.Post.Definition?.Zh ?? post.Post.ToString()),
        GroupParty group => group.Group,
        _ => string.Empty,
    };

    public string NamesOf(IEnumerable<Party> parties) => string.Join('、', parties.Select(NameOf));

    public LocalizedText? NameOf(Indicator indicator) =>
        _indicators.TryGetValue(indicator.ToString(), out var own) ? own
        : indicator.Definition is { } known ? new() { Zh = known.Zh, En = known.En }
        : null;

    public static string NameOf(DimensionValue value) => string.Join('+', value.Codes.Select(code => LabelOf(value.Dimension, code.ToString())));

    public Organization? FindOrganization(Reference reference) => _organizations.GetValueOrDefault(reference.ToString());

    /// <summary>What a claim implies, or null.</summary>
    public DerivedObservation? DerivedFrom(Placed claim) =>
        _claimPaths.TryGetValue((claim.Record, claim.At), out var path) ? _derived.Value.GetValueOrDefault(path) : null;

    private static Dictionary<string, DerivedObservation> Derive(PolicyDataset dataset)
    {
        var derived = new Dictionary<string, DerivedObservation>(StringComparer.Ordinal);
        foreach (var figure in Validator.Derive(dataset))
        {
            derived.TryAdd(figure.From, figure);
        }

        return derived;
    }

    private static string LabelOf(Dimension dimension, string code) =>
        CodeList.Of(dimension)?.Find(code)?.Zh ?? code;

    private static string Item(string list, int index) => string.Create(CultureInfo.InvariantCulture, $"{list}.{index}");

    private static string Below(string at, string member) => at.Length == 0 ? member : $"{at}.{member}";

    private void NameEntities()
    {
        foreach (var entity in Dataset.Units)
        {
            Name(entity, entity.Name);
        }

        foreach (var entity in Dataset.People)
        {
            Name(entity, entity.Name);
        }

        foreach (var entity in Dataset.Organizations)
        {
            Name(entity, entity.Name);
        }

        foreach (var entity in Dataset.Works)
        {
            Name(entity, entity.Name);
        }

        foreach (var entity in Dataset.Documents)
        {
            Name(entity, entity.Title);
        }

        foreach (var entity in Dataset.Meetings)
        {
            Name(entity, entity.Name);
        }

        foreach (var entity in Dataset.Programs)
        {
            Name(entity, entity.Name);
        }

        foreach (var entity in Dataset.Recognitions)
        {
            Name(entity, entity.Name ?? LocalizedText.FromZh(entity.Class.Definition?.Zh ?? entity.Class.ToString()));
        }
    }

    private void Name(IEntity entity, LocalizedText name) => _names.TryAdd(entity.Key.ToString(), name);

    private void Walk()
    {
        Add("dataset", string.Empty, string.Empty, Dataset, Dataset.Evidence, []);
        foreach (var source in Dataset.Sources)
        {
            var at = new Place("source", source.Id.ToString(), string.Empty, source.Evidence);
            Add(at, source, source.Evidence);
            One(at, "publisher", source.Publisher);
            One(at, "uploader", source.Uploader);
            Each(at, "damage", source.Damage, static (_, _, _) => { });
        }

        foreach (var unit in Dataset.Units)
        {
            var at = Entity("unit", unit);
            Listed(at, "member", "members", unit.Members);
            Stages(at, unit.Stages);
            Claims(at, unit.Claims);
        }

        foreach (var person in Dataset.People)
        {
            Entity("person", person);
        }

        foreach (var organization in Dataset.Organizations)
        {
            var at = Entity("organization", organization);
            One(at, "parent", organization.Parent);
            Listed(at, "member", "members", organization.Members);
            Stages(at, organization.Stages);
            Claims(at, organization.Claims);
            Outline(at, "outline", organization.Outline);
        }

        Appointments();
        foreach (var work in Dataset.Works)
        {
            var at = Entity("work", work);
            Several(at, "maker", "makers", work.Makers);
            Stages(at, work.Stages);
            Claims(at, work.Claims);
            Outline(at, "outline", work.Outline);
        }

        foreach (var document in Dataset.Documents)
        {
            var at = Entity("document", document);
            Several(at, "issuer", "issuers", document.Issuers);
            Each(at, "relations", document.Relations, static (_, _, _) => { });
            Outline(at, "outline", document.Outline);
            Rules(at, document.Rules);
            Stages(at, document.Stages);
            Claims(at, document.Claims);
        }

        foreach (var meeting in Dataset.Meetings)
        {
            var at = Entity("meeting", meeting);
            Several(at, "organizer", "organizers", meeting.Organizers);
            Each(at, "participants", meeting.Participants, (below, participation, _) => Listed(below, participation.Role.ToString(), "parties", participation.Parties));
            Outline(at, "outline", meeting.Outline);
            Stages(at, meeting.Stages);
            Claims(at, meeting.Claims);
        }

        foreach (var program in Dataset.Programs)
        {
            var at = Entity("program", program);
            Several(at, "issuer", "issuers", program.Issuers);
            Slogan(at, program.Slogan);
            Outline(at, "outline", program.Outline);
            Rules(at, program.Rules);
            Stages(at, program.Stages);
            Claims(at, program.Claims);
        }

        foreach (var recognition in Dataset.Recognitions)
        {
            var at = Entity("recognition", recognition);
            Several(at, "grantor", "grantors", recognition.Grantors);
            Listed(at, "recipient", "recipients", recognition.Recipients);
            Stages(at, recognition.Stages);
            Claims(at, recognition.Claims);
        }

        foreach (var indicator in Dataset.Indicators)
        {
            Add("indicator", indicator.Id.ToString(), string.Empty, indicator, indicator.Evidence, []);
        }

        for (var i = 0; i < Dataset.Series.Count; i++)
        {
            Series(Dataset.Series[i], i);
        }
    }

    private void Series(IndicatorSeries series, int index)
    {
        var key = Unique(ObservationKey.Of(series));
        Add("series", key, string.Empty, series, series.Evidence, []);
        for (var j = 0; j < series.Observations.Count; j++)
        {
            var observation = series.Observations[j];
            var at = new Place("observation", Unique(ObservationKey.Of(key, observation)), string.Empty, observation.Evidence);
            var placed = Add(at, observation, observation.Evidence);
            _observations.Add(new(this, placed, key, series, observation));
            for (var k = 0; k < observation.Claims.Count; k++)
            {
                _claimPaths.Add((at.Record, Item("claims", k)), string.Create(CultureInfo.InvariantCulture, $"$.series[{index}].observations[{j}].claims[{k}]"));
            }

            Claims(at, observation.Claims);
        }
    }

    // A key that is given twice is an error of the data set; its second bearer must still be told from the first.
    private string Unique(string key)
    {
        var count = _keys[key] = _keys.GetValueOrDefault(key) + 1;
        return count == 1 ? key : string.Create(CultureInfo.InvariantCulture, $"{key}#{count}");
    }

    private void Appointments()
    {
        var titled = new HashSet<PersonId>();
        for (var i = 0; i < Dataset.Appointments.Count; i++)
        {
            var appointment = Dataset.Appointments[i];
            titled.Add(appointment.Person);
            var at = new Place("appointment", appointment.Person.ToString(), Item("appointments", i), appointment.Evidence);
            var placed = Add(at, appointment, appointment.Evidence);
            var name = _names.GetValueOrDefault(appointment.Person.ToString());
            for (var j = 0; j < appointment.Posts.Count; j++)
            {
                var post = appointment.Posts[j];
                _all.Add(placed.With(new Officer(appointment.Person, name, appointment, post, j + 1)));
                One(new(at.Kind, at.Record, Item(at.At + ".posts", j), appointment.Evidence), "body", post.Body);
            }

            if (appointment.Posts.IsEmpty)
            {
                _all.Add(placed.With(new Officer(appointment.Person, name, appointment, null, null)));
            }
        }

        foreach (var person in Dataset.People.Where(p => !titled.Contains(p.Id)))
        {
            _all.Add(new("person", person.Id.ToString(), string.Empty, new Officer(person.Id, person.Name, null, null, null), person.Evidence, []));
        }
    }

    private void Outline(Place at, string list, ValueList<OutlineNode> nodes) => Each(at, list, nodes, (below, node, _) =>
    {
        Slogan(below, node.Slogan);
        One(below, "by", node.By);
        One(below, "to", node.To);
        Outline(below, "items", node.Items);
    });

    private void Slogan(Place at, NumberedSlogan? slogan)
    {
        for (var i = 0; i < (slogan?.Parts.Count ?? 0); i++)
        {
            Add(at with { At = Below(at.At, Item("slogan.parts", i)) }, new PlacedSloganPart(slogan!, slogan!.Parts[i], i + 1), []);
        }
    }

    private void Rules(Place at, ValueList<Rule> rules) => Each(at, "rules", rules, (below, rule, placed) =>
    {
        var before = _all.Count;
        Term(placed, rule, "amount", rule.Amount, null, null);
        Term(placed, rule, "rate", rule.Rate, null, null);
        for (var i = 0; i < rule.Brackets.Count; i++)
        {
            var bracket = rule.Brackets[i];
            Term(placed, rule, "over", bracket.Over, i + 1, bracket);
            Term(placed, rule, "to", bracket.To, i + 1, bracket);
            Term(placed, rule, "rate", bracket.Rate, i + 1, bracket);
            Term(placed, rule, "amount", bracket.Amount, i + 1, bracket);
        }

        Term(placed, rule, "cap", rule.Cap, null, null);
        if (_all.Count == before)
        {
            _all.Add(placed.With(new RuleTerm(rule, null, null, null, null)));
        }
    });

    private void Term(Placed rule, Rule item, string term, Measure? measure, int? no, RuleBracket? bracket)
    {
        if (measure is not null)
        {
            _all.Add(rule.With(new RuleTerm(item, term, measure, no, bracket)));
        }
    }

    private void Stages(Place at, ValueList<Stage> stages) => Each(at, "stages", stages, (below, stage, _) => Several(below, "by", "by", stage.By));

    private void Claims(Place at, ValueList<Claim> claims) => Each(at, "claims", claims, static (_, _, _) => { });

    private void Each<T>(Place at, string list, ValueList<T> items, Action<Place, T, Placed> visit)
        where T : notnull, IStatement
    {
        for (var i = 0; i < items.Count; i++)
        {
            var below = at with { At = Below(at.At, Item(list, i)) };
            var placed = Add(below, items[i], items[i].Evidence);
            visit(items[i].Evidence.IsEmpty ? below : below with { Around = items[i].Evidence }, items[i], placed);
        }
    }

    private void One(Place at, string role, Party? party)
    {
        if (party is not null)
        {
            Add(at with { At = Below(at.At, role) }, new PlacedParty(role, 1, party, null), []);
        }
    }

    private void Several(Place at, string role, string list, ValueList<Party> parties)
    {
        for (var i = 0; i < parties.Count; i++)
        {
            Add(at with { At = Below(at.At, Item(list, i)) }, new PlacedParty(role, i + 1, parties[i], null), []);
        }
    }

    private void Listed(Place at, string role, string member, PartyList? list)
    {
        for (var i = 0; i < (list?.Items.Count ?? 0); i++)
        {
            Add(at with { At = Below(at.At, Item(member + ".items", i)) }, new PlacedParty(role, i + 1, list!.Items[i], list), []);
        }
    }

    private Place Entity(string kind, IEntity entity)
    {
        var at = new Place(kind, entity.Key.ToString(), string.Empty, entity.Evidence);
        Add(at, entity, entity.Evidence);
        return at;
    }

    private Placed Add(Place at, object item, ValueList<Evidence> own) => Add(at.Kind, at.Record, at.At, item, own, at.Around);

    private Placed Add(string kind, string record, string at, object item, ValueList<Evidence> own, ValueList<Evidence> around)
    {
        var placed = new Placed(kind, record, at, item, own, around);
        _all.Add(placed);
        for (var i = 0; i < own.Count; i++)
        {
            _all.Add(placed.With(new PlacedEvidence(own[i], i + 1)));
        }

        return placed;
    }

    /// <summary>Where the walk is: the record, the path in it, and the evidence around.</summary>
    private readonly record struct Place(string Kind, string Record, string At, ValueList<Evidence> Around);
}
