using System.Globalization;
using NodaTime;

namespace KejiDomain.Tables;

/// <summary>A period as SDMX says it: a time period with its frequency.</summary>
internal readonly record struct SdmxPeriod(string Text, string Frequency)
{
    public const string Other = "_O";

    /// <summary>The period, or null for one that SDMX has no form for: none given, masked, open, recurring or several.</summary>
    public static SdmxPeriod? Of(ReportingPeriod? period)
    {
        if (period is not { } given || given.IsEmpty || given.IsMasked || given.IsSet || given.IsRecurring)
        {
            return null;
        }

        var text = given.ToString().Replace("?", string.Empty, StringComparison.Ordinal);
        if (given.IsRange)
        {
            return given.Earliest is { } start && given.Latest is { } end && start <= end
                ? new($"{Literals.Date(start)}/{Duration(start, end.PlusDays(1))}", Other)
                : null;
        }

        return text.Length switch
        {
            4 => new(text, "A"),
            7 when text[5] is 'Q' or 'S' => new(text, text[5..6]),
            7 => new(text, "M"),
            10 => new(text, "D"),
            16 => new(text + ":00", Other),
            _ => new(text, Other),
        };
    }

    private static string Duration(LocalDate start, LocalDate end)
    {
        var between = NodaTime.Period.Between(start, end, PeriodUnits.Months | PeriodUnits.Days);
        return between.Days > 0 ? string.Create(CultureInfo.InvariantCulture, $"P{NodaTime.Period.DaysBetween(start, end)}D")
            : between.Months % 12 == 0 ? string.Create(CultureInfo.InvariantCulture, $"P{between.Months / 12}Y")
            : string.Create(CultureInfo.InvariantCulture, $"P{between.Months}M");
    }
}
