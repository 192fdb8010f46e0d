using System.Globalization;

namespace KejiDomain.Tool.Showing;

/// <summary>Names, codes and figures of one data set in words.</summary>
internal sealed class Labels
{
    private readonly Dictionary<string, LocalizedText> _names = new(StringComparer.Ordinal);

    private readonly Dictionary<string, LocalizedText> _indicators = new(StringComparer.Ordinal);

    public Labels(PolicyDataset dataset, Language language)
    {
        Language = language;
        foreach (var unit in dataset.Units)
        {
            Name(unit, unit.Name);
        }

        foreach (var person in dataset.People)
        {
            Name(person, person.Name);
        }

        foreach (var organization in dataset.Organizations)
        {
            Name(organization, organization.Name);
        }

        foreach (var work in dataset.Works)
        {
            Name(work, work.Name);
        }

        foreach (var document in dataset.Documents)
        {
            Name(document, document.Title);
        }

        foreach (var meeting in dataset.Meetings)
        {
            Name(meeting, meeting.Name);
        }

        foreach (var program in dataset.Programs)
        {
            Name(program, program.Name);
        }

        foreach (var recognition in dataset.Recognitions.Where(r => r.Name is not null))
        {
            Name(recognition, recognition.Name!);
        }

        foreach (var indicator in dataset.Indicators)
        {
            _indicators.TryAdd(indicator.Id.ToString(), indicator.Name);
        }
    }

    public Language Language { get; }

    public bool IsChinese => Language == Language.Chinese;

    public string Pick(string en, string zh) => IsChinese ? zh : en;

    /// <summary>The Chinese name: it is what the sources say, in either language of the labels.</summary>
    public string Of(Reference reference) => _names.TryGetValue(reference.ToString(), out var name) ? name.Zh : Division(reference.ToString());

    public string Of(PlaceReference place) => Of((Reference)place);

    public string Of(Party party) => party switch
    {
        ReferredParty referred => Of(referred.To),
        PostParty post => post.Title ?? string.Concat(post.Body is { } body ? Of(body) : string.Empty, post.Post.Definition?.Zh ?? post.Post.ToString()),
        GroupParty { Count: { } count } group => $"{group.Group} ({Figure(count)})",
        GroupParty group => group.Group,
        _ => string.Empty,
    };

    public string Of(IEnumerable<Party> parties) => string.Join('、', parties.Select(Of));

    /// <summary>The items with what the list says of its length.</summary>
    public string Of(PartyList list)
    {
        var completeness = Completeness(list.Completeness, list.Declared, list.Open, list.Items.Count);
        return Join(" ", Of(list.Items), completeness.Length == 0 ? null : $"({completeness})");
    }

    public string Code<T>(T code)
        where T : struct, ICode<T> => Code(code.Definition, code.ToString() ?? string.Empty);

    public string Of(Indicator indicator) =>
        _indicators.TryGetValue(indicator.ToString(), out var own) ? Pick(own.En ?? own.Zh, own.Zh) : Code(indicator);

    /// <summary>A code in the fewest words: its literal in English, its label in Chinese.</summary>
    public string Short<T>(T code)
        where T : struct, ICode<T> => IsChinese ? Code(code) : (code.ToString() ?? string.Empty).Replace('-', ' ');

    /// <summary>The codes of all dimensions, the flow first.</summary>
    public string Of(SeriesDimensions dimensions) => string.Join(
        ", ",
        dimensions.OrderBy(d => d.Dimension == Dimension.Flow ? 0 : 1).Select(d => string.Join('+', d.Codes.Select(c => Code(d.Dimension, c.ToString())))));

    /// <summary>Count, mark and what follows from them: 8 declared, 8 listed: complete. Nothing for a list that says nothing of its length.</summary>
    public string Completeness(ListCompleteness completeness, Measure? declared, string? open, int count)
    {
        var listed = count.ToString(CultureInfo.InvariantCulture);
        var said = declared is { } number ? Figure(number) : string.Empty;
        return completeness switch
        {
            ListCompleteness.Complete => Pick($"{listed} of {said}: complete", $"{said}，完整"),
            ListCompleteness.Partial => Pick($"{listed} of {said}: partial", $"{said}，列{listed}项，部分"),
            ListCompleteness.Excess => Pick($"{listed} of {said}: more than declared", $"{said}，列{listed}项，多于所称"),
            ListCompleteness.Open => Pick($"{open}: open", $"{open}，开放"),
            ListCompleteness.None when said.Length > 0 => Pick($"{said}, none listed", $"{said}，未列"),
            _ => string.Empty,
        };
    }

    /// <summary>A figure with qualifier, unit and noun: 达121家, 7.44亿元.</summary>
    public string Figure(Measure measure)
    {
        var unit = measure.Unit == UnitOfMeasure.Count ? string.Empty : measure.Unit.Definition?.Zh ?? measure.Unit.ToString();
        if (measure.Missing is { } reason)
        {
            // The unit stands behind what is masked; words that lost their number, and a unit that is printed, stand alone.
            var printed = measure.Printed ?? "*";
            return $"{printed}{(printed[^1] is '*' or '多' or '余' or '万' or '亿' ? measure.Noun ?? unit : string.Empty)} [{Missing(reason)}]";
        }

        var digits = (measure.Amount, measure.Low, measure.High) switch
        {
            ({ } amount, _, _) => Number(amount),
            (_, { } low, { } high) => $"{Number(low)}–{Number(high)}",
            (_, { } low, _) => $"{Number(low)}–",
            (_, _, { } high) => $"–{Number(high)}",
            _ => measure.Printed ?? "?",
        };
        var power = measure.Multiplier switch { null or 0 => string.Empty, 4 => "万", 8 => "亿", 12 => "万亿", { } n => string.Create(CultureInfo.InvariantCulture, $"×10^{n}") };
        var noun = measure.Noun is { } word && word != unit ? word : string.Empty;
        return Qualified(measure.Qualifier, digits + power, unit + noun);
    }

    // In Chinese 余 stands before the noun, 以上 and 以内 at the end, the others in front.
    private string Qualified(Qualifier? qualifier, string digits, string noun) => qualifier is not { } word ? digits + noun
        : !IsChinese ? $"{Short(word)} {digits}{noun}"
        : word == Qualifier.Over ? digits + Code(word) + noun
        : word == Qualifier.AtLeast || word == Qualifier.AtMost ? digits + noun + Code(word)
        : Code(word) + digits + noun;

    /// <summary>What a figure implies: 2021: 90家.</summary>
    public string Of(DerivedObservation derived, string? noun)
    {
        var what = derived.Kind switch
        {
            DerivationKind.Target => Pick("target", "目标"),
            DerivationKind.Whole => Pick("whole", "总量"),
            _ => derived.Period?.ToString() ?? Pick("base", "基数"),
        };
        return $"{what}: {Value(derived, noun)}";
    }

    /// <summary>The value that a figure implies, or its bounds: 90家, ≥90家.</summary>
    public string Value(DerivedObservation derived, string? noun) => (derived.Value, derived.Interval.Low, derived.Interval.High) switch
    {
        ({ }, _, _) => Bound(derived, derived.Value, noun),
        (_, null or 0, { } high) => "≤" + Bound(derived, high, noun),
        (_, { } low, null) => "≥" + Bound(derived, low, noun),
        (_, { } low, { } high) => $"{Bound(derived, low, noun)}–{Bound(derived, high, noun)}",
        _ => "?",
    };

    public string Missing(MissingReason reason) => reason switch
    {
        MissingReason.Redacted => Pick("redacted", "隐去"),
        MissingReason.Lost => Pick("lost", "脱落"),
        MissingReason.Blank => Pick("blank", "空白"),
        _ => Pick("unknown", "不详"),
    };

    public string Of(NumberedSlogan slogan) => slogan.Parts.IsEmpty ? slogan.Text : $"{slogan.Text} = {string.Join(" + ", slogan.Parts.Select(Of))}";

    /// <summary>The life of a thing: 出台 2022 (in force).</summary>
    public string Of(Stage stage)
    {
        var on = stage.On is { } period ? $" {period}" : string.Empty;
        var by = stage.By.IsEmpty ? string.Empty : Pick($" by {Of(stage.By)}", $" {Of(stage.By)}");
        return $"{stage.Verb}{on} ({Short(stage.Phase)}){by}";
    }

    /// <summary>What a claim says, and against what: +34.4% (previous year), 同比+34.4%.</summary>
    public string Of(Claim claim)
    {
        var said = Join(
            " ",
            claim.Measure is { } measure ? Change(claim, measure) : null,
            claim.Position is { } position ? Pick($"no. {Number(position)}", $"第{Number(position)}") : null,
            claim.Band is { } band ? Code(band).ToLowerInvariant() : null,
            claim.Word is { } word ? Code(word).ToLowerInvariant() : null,
            claim.Field is { } field ? Pick($"of {Figure(field)}", $"（共{Figure(field)}）") : null,
            claim.Run is { } run ? Run(run) : null);
        var against = Join(
            " ",
            Short(claim.Against),
            claim.Indicator is { } indicator ? Of(indicator) : null,
            claim.Period?.ToString(),
            claim.Scope is { } scope ? Pick($"in {Of(scope)}", Of(scope)) : null,
            claim.Of is { } subject && subject != ClaimSubject.Value ? Pick($"of {Short(subject)}", $"[{Short(subject)}]") : null);
        return IsChinese ? Join(" ", against, said) : Join(" ", said, $"({against})");
    }

    public static string Number(decimal value) => value.ToString("N" + value.Scale.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    public static string Number(int value) => value.ToString("#,##0", CultureInfo.InvariantCulture);

    private string Bound(DerivedObservation derived, decimal? value, string? noun) =>
        (derived with { Value = value }).ToMeasure() is { } measure ? Figure(measure with { Noun = noun }) : string.Empty;

    private string Change(Claim claim, Measure measure)
    {
        var isChange = claim.Against == ClaimReference.PreviousYear || claim.Against == ClaimReference.PreviousPeriod
            || claim.Against == ClaimReference.EarlierPeriod || claim.Against == ClaimReference.Unstated;
        var isRate = measure.Unit == UnitOfMeasure.Percent || measure.Unit == UnitOfMeasure.PercentagePoint;
        var sign = isChange && isRate && measure is { Amount: >= 0, Missing: null } ? "+" : string.Empty;
        return sign + Figure(measure);
    }

    private string Run(Run run) => run.Years is { } years ? Pick($"{Number(years)} years running", $"连续{Number(years)}年") : Pick("years running", "连续多年");

    private string Of(SloganPart part)
    {
        var count = part.Count is { } number ? number.ToString(CultureInfo.InvariantCulture) : part.Missing is { } reason ? $"*[{Missing(reason)}]" : string.Empty;
        var role = part.Role is { } r ? $" ({Short(r)})" : string.Empty;
        return count + (part.Noun is { } noun ? (count.Length > 0 ? " " : string.Empty) + noun : string.Empty) + role;
    }

    private string Code(Dimension dimension, string code) => (IsChinese ? CodeList.Of(dimension)?.Find(code)?.Zh : null) ?? code;

    private string Code(CodeDefinition? definition, string code) => definition is null ? code : Pick(definition.En, definition.Zh);

    private void Name(IEntity entity, LocalizedText name) => _names.TryAdd(entity.Key.ToString(), name);

    private static string Join(string separator, params string?[] words) => string.Join(separator, words.Where(w => !string.IsNullOrEmpty(w)));

    private static string Division(string code) => Gazetteer.TryGetLast(code, out var division) ? division.Name : code;
}
