using System.Globalization;
using NodaTime;

namespace KejiDomain.Tables;

/// <summary>Values as the tables write them.</summary>
internal static class Literals
{
    public const string Absent = "absent";

    private const string MaskedYear = "XXXX";

    public static string Number(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);

    public static string Digits(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    public static string? Date(LocalDate? date) => date?.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    // A year of which nothing is known spans the whole calendar: that is no bound.
    public static LocalDate? Start(ReportingPeriod period) => IsUnbounded(period) ? null : period.Earliest;

    public static LocalDate? End(ReportingPeriod period) => IsUnbounded(period) ? null : period.Latest;

    public static decimal? Scale(decimal? amount, int? multiplier)
    {
        if (amount is not { } value)
        {
            return null;
        }

        try
        {
            for (var i = 0; i < (multiplier ?? 0); i++)
            {
                value *= 10;
            }

            return value;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    public static string Of(MissingReason reason) => reason switch
    {
        MissingReason.Redacted => "redacted",
        MissingReason.Lost => "lost",
        MissingReason.Blank => "blank",
        MissingReason.Unknown => "unknown",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "There is no such reason."),
    };

    public static string Of(EvidenceBasis basis) => basis switch
    {
        EvidenceBasis.Stated => "stated",
        EvidenceBasis.Restored => "restored",
        EvidenceBasis.Inferred => "inferred",
        EvidenceBasis.External => "external",
        _ => throw new ArgumentOutOfRangeException(nameof(basis), basis, "There is no such basis."),
    };

    public static string Of(PostLine line) => line switch
    {
        PostLine.Party => "party",
        PostLine.Government => "government",
        PostLine.Other => "other",
        _ => throw new ArgumentOutOfRangeException(nameof(line), line, "There is no such line."),
    };

    public static string Of(RepairRule rule) => rule switch
    {
        RepairRule.StripPinyin => "strip-pinyin",
        RepairRule.Replace => "replace",
        RepairRule.CharacterMap => "character-map",
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "There is no such rule."),
    };

    public static string Of(RecordFamily family) => Lower(family);

    public static string Of(Script script) => script.ToString();

    public static string Of(DerivationKind kind) => Lower(kind);

    public static string Of(ListCompleteness completeness) => Lower(completeness);

    public static string Of(bool flag) => flag ? "true" : "false";

    public static MissingReason Reason(string text) => Find<MissingReason>(text, Of);

    public static EvidenceBasis Basis(string text) => Find<EvidenceBasis>(text, Of);

    private static bool IsUnbounded(ReportingPeriod period) => period.ToString().Contains(MaskedYear, StringComparison.Ordinal);

    private static string Lower<T>(T value)
        where T : struct, Enum => string.Concat(value.ToString().Select(char.ToLowerInvariant));

    private static T Find<T>(string text, Func<T, string> literal)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (literal(value) == text)
            {
                return value;
            }
        }

        throw new FormatException($"'{text}' is not one of {string.Join(", ", Enum.GetValues<T>().Select(literal))}.");
    }
}
