namespace KejiDomain.Tables;

/// <summary>Takes a modality apart into what it is and, for a target, how strong.</summary>
internal static class Strength
{
    private const string Target = "target";

    private const string Plan = "plan";

    public static (string Modality, string? Strength) Split(Modality modality)
    {
        var text = modality.ToString();
        return text == Target ? (Target, Plan)
            : modality.Definition?.Broader == Target && text.StartsWith(Target + "-", StringComparison.Ordinal) ? (Target, text[(Target.Length + 1)..])
            : (text, null);
    }

    public static Modality Join(string modality, string? strength) =>
        Modality.Parse(strength is null || (modality == Target && strength == Plan) ? modality : $"{modality}-{strength}");
}
