using System.Globalization;

namespace KejiDomain.Tables;

/// <summary>Records in a few words, as reports and text tables show them.</summary>
internal sealed class Wording(DatasetView view)
{
    public static string Figure(Measure? measure)
    {
        if (measure is not { } figure)
        {
            return "［未列 absent］";
        }

        var noun = figure.Noun ?? (figure.Unit == UnitOfMeasure.Count ? null : figure.Unit.Definition?.Zh ?? figure.Unit.ToString());
        if (figure.Missing is { } reason)
        {
            // 多亿元 has its noun already, and a Chinese one needs no blank.
            var printed = figure.Printed ?? string.Empty;
            noun = noun is null || printed.EndsWith(noun, StringComparison.Ordinal) ? string.Empty : noun;
            var gap = printed.Length > 0 && noun.Length > 0 && TextWidth.Of(noun) == noun.Length ? " " : string.Empty;
            return $"{printed}{gap}{noun} ［{Reason(reason)}］".TrimStart();
        }

        // A qualifier that the list does not know has no word of its own.
        return figure.ToCanonicalString() + (figure.Qualifier is { IsKnown: false } word ? $" ({word})" : string.Empty);
    }

    public static string Reason(MissingReason reason) => reason switch
    {
        MissingReason.Redacted => "隐去 redacted",
        MissingReason.Lost => "丢失 lost",
        MissingReason.Blank => "空白 blank",
        _ => "不明 unknown",
    };

    public static string ModalityOf(Modality modality) => modality.Definition is { } known ? $"{known.Zh} {modality}" : modality.ToString();

    public string Said(Claim claim) => Words(
        Label(claim.Against),
        claim.Period?.ToString(),
        claim.Scope is { } scope ? view.NameOf(scope) ?? scope.ToString() : null,
        claim.Indicator is { } indicator ? view.NameOf(indicator)?.Zh ?? indicator.ToString() : null,
        claim.Of is { } of && of != ClaimSubject.Value ? Label(of) : null,
        claim.Measure is { } measure ? Rise(claim) + Figure(measure) : null,
        claim.Position is { } position ? string.Create(CultureInfo.InvariantCulture, $"第{position}") : null,
        claim.Band is { } band ? Label(band) : null,
        claim.Word is { } word ? Label(word) : null,
        claim.Field is { } field ? $"（共{Figure(field)}）" : null,
        claim.Run is { } run ? string.Create(CultureInfo.InvariantCulture, $"连续{run.Years?.ToString(CultureInfo.InvariantCulture) ?? "多"}年") : null);

    // Growth of so many percent; a multiple, or a share, has no sign.
    private static string Rise(Claim claim) =>
        claim.Measure is { Amount: > 0 } measure && measure.Unit == UnitOfMeasure.Percent
            && (claim.Against == ClaimReference.PreviousYear || claim.Against == ClaimReference.PreviousPeriod || claim.Against == ClaimReference.AnnualAverage || claim.Against == ClaimReference.EarlierPeriod)
            ? "+"
            : string.Empty;

    public string Listed(PartyList list) => Words(
        view.NamesOf(list.Items),
        list.Open,
        list.Declared is { } declared ? $"（{Figure(declared)}，{Literals.Of(list.Completeness)}）" : null);

    public static string SloganOf(NumberedSlogan slogan) => slogan.Parts.IsEmpty ? slogan.Text
        : $"{slogan.Text} = {string.Join(" + ", slogan.Parts.Select(p => Words((p.Count?.ToString(CultureInfo.InvariantCulture) ?? (p.Missing is { } why ? $"［{Reason(why)}］" : null)) + p.Noun, p.Role is { } role ? $"({Label(role)})" : null)))}";

    public static string Label<T>(T code)
        where T : struct, ICode<T> => code.Definition?.Zh ?? code.ToString() ?? string.Empty;

    /// <summary>Whose figure it is and along which dimensions.</summary>
    public string Scope(IndicatorSeries series) =>
        Listed([series.Subject is { } subject ? view.NameOf(subject) ?? subject.ToString() : null, .. series.Dimensions.Select(DatasetView.NameOf)]);

    /// <summary>What a node of an outline says, without the nodes below it.</summary>
    public string Node(OutlineNode node)
    {
        var words = Words(
            node.No,
            node.Verb,
            node.Text,
            node.Slogan is { } slogan ? $"[{SloganOf(slogan)}]" : null,
            node.By is { } by ? $"（{view.NameOf(by)}）" : null,
            node.Declared is { } declared ? $"（{Figure(declared)}）" : null,
            node.Open);
        return words.Length == 0 ? "…" : words;
    }

    public static string Listed(params string?[] words) => string.Join(", ", words.Where(w => !string.IsNullOrEmpty(w)));

    public static string Words(params string?[] words) => string.Join(' ', words.Where(w => !string.IsNullOrEmpty(w)));
}
