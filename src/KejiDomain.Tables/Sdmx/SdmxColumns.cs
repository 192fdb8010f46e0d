using System.Globalization;

namespace KejiDomain.Tables;

/// <summary>A component of the data structure: a dimension that every row has, or an attribute.</summary>
/// <param name="Id">The component's identifier, which is that of its concept and of its code list.</param>
/// <param name="Zh">What it is, in Chinese.</param>
/// <param name="En">What it is, in English.</param>
/// <param name="TotalCode">The code that stands for none, for a dimension that a figure may lack.</param>
/// <param name="DataType">The SDMX data type, or null for a coded component.</param>
/// <param name="Value">The cell of a figure, or null for none.</param>
internal sealed record SdmxColumn(string Id, string Zh, string En, string? TotalCode, string? DataType, Func<ObservationRow, SdmxCodes, string?> Value);

/// <summary>The components of the data structure in order.</summary>
internal static class SdmxColumns
{
    public const string TimePeriod = "TIME_PERIOD";

    public const string UndatedPeriod = "PERIOD";

    public const string Value = "OBS_VALUE";

    // A value that is missing on purpose, declared as a sentinel; an empty cell says nothing.
    public const string MissingValue = "#N/A";

    public static SdmxColumn[] Dimensions { get; } =
    [
        new("FREQ", "频率", "Frequency", null, null, (row, _) => SdmxPeriod.Of(row.Period)?.Frequency ?? SdmxCodes.NotApplicable),
        new("DATASET", "数据集", "Data set", null, null, (row, codes) => codes.Use("DATASET", row.Dataset.Id.ToString(), row.Dataset.Title)),
        new("REF_AREA", "地域", "Reference area", SdmxCodes.NotApplicable, null, Area),
        new("INDICATOR", "指标", "Indicator", null, null, (row, codes) => codes.Use("INDICATOR", row.Indicator.ToString(), new() { Zh = row.IndicatorName, En = row.IndicatorEnglishName })),
        new("SUBJECT", "主体", "Subject whose figure it is", SdmxCodes.NotApplicable, null, Subject),
        .. Dimension.CodeList.Definitions.Select(d => new SdmxColumn(d.Code.Replace('-', '_').ToUpperInvariant(), d.Zh, d.En, SdmxCodes.Total, null, OfDimension(Dimension.Parse(d.Code)))),
        new("OTHER_DIMENSIONS", "其他维度", "Dimensions that the library does not know", SdmxCodes.Total, null, Others),
        new("MODALITY", "性质", "Actual, preliminary, forecast or target", null, null, (row, codes) => codes.Use("MODALITY", row.Observation.Modality.ToString(), null)),
        new("ORDINAL", "序号", "Which of several figures of one key", SdmxCodes.NotApplicable, null, Ordinal),
    ];

    public static SdmxColumn[] Attributes { get; } =
    [
        new("OBS_STATUS", "观测状态", "Observation status", null, null, (row, _) => Status(row)),
        new("UNIT_MEASURE", "计量单位", "Unit of measure", null, null, (row, codes) => row.Unit is { } unit ? codes.Use("UNIT_MEASURE", unit.ToString(), null) : null),
        new("UNIT_MULT", "乘数", "Unit multiplier: the value times ten to this power is in single units", null, null, (row, codes) => row.Observation.Measure is { } m ? codes.UsePower(m.Multiplier ?? 0) : null),
        new("DECIMALS", "小数位数", "Number of digits printed behind the point", null, "Integer", (row, _) => row.Observation.Measure?.Amount is { } amount ? amount.Scale.ToString(CultureInfo.InvariantCulture) : null),
        new("MISSING_REASON", "缺失原因", "Why there is no value", null, null, (row, _) => row.Missing),
        new("QUALIFIER", "限定词", "How exact the figure claims to be", null, null, (row, codes) => row.Observation.Measure?.Qualifier is { } word ? codes.Use("QUALIFIER", word.ToString(), null) : null),
        new("OBS_LOW", "下限", "Lower end of a range, with the same multiplier", null, "Decimal", (row, _) => row.Observation.Measure?.Low is { } low ? Literals.Digits(low) : null),
        new("OBS_HIGH", "上限", "Upper end of a range, with the same multiplier", null, "Decimal", (row, _) => row.Observation.Measure?.High is { } high ? Literals.Digits(high) : null),
        new("NOUN", "量词", "Printed count noun", null, "String", (row, _) => row.Observation.Measure?.Noun),
        new("PRINTED", "原文", "The figure as printed", null, "String", (row, _) => row.Observation.Measure?.Printed),
        new("PERIOD_TEXT", "时期原值", "The period as the data set has it (ISO 8601-2)", null, "String", (row, _) => row.Period?.ToString()),
        new("SPAN", "引文", "Where the words stand (RFC 5147)", null, "String", (row, _) => row.Span),
    ];

    public static string? ObservedValue(ObservationRow row) => row.Observation.Measure is not { } measure ? null : measure is { Amount: { } amount, Missing: null } ? Literals.Digits(amount) : MissingValue;

    private static string Status(ObservationRow row) => row.Missing switch
    {
        "redacted" => "Q",
        not null => "O",
        _ when row.Observation.Modality == Modality.Forecast => "F",
        _ when row.Observation.Modality == Modality.Preliminary => "P",
        _ => "A",
    };

    private static string? Area(ObservationRow row, SdmxCodes codes) => row.Place is not { } place ? null
        : codes.Use("REF_AREA", Scoped(row, place.ToString(), place.IsDivision), row.PlaceName is { } name ? LocalizedText.FromZh(name) : null);

    private static string? Subject(ObservationRow row, SdmxCodes codes) => row.Series.Subject is not { } subject ? null
        : codes.Use("SUBJECT", Scoped(row, subject.ToString(), subject.IsDivision), row.SubjectName is { } name ? LocalizedText.FromZh(name) : null);

    // What a data set declares has its identifier only there.
    private static string Scoped(ObservationRow row, string reference, bool isDivision) => isDivision ? reference : $"{row.Dataset.Id}@{reference}";

    private static string? Ordinal(ObservationRow row, SdmxCodes codes) =>
        row.Observation.Ordinal is not { } ordinal ? null : codes.Use("ORDINAL", ordinal.ToString(CultureInfo.InvariantCulture), null);

    // Several codes of one figure make one code: an underscore is in none of them.
    private static Func<ObservationRow, SdmxCodes, string?> OfDimension(Dimension dimension)
    {
        var list = dimension.ToString().Replace('-', '_').ToUpperInvariant();
        return (row, codes) =>
        {
            foreach (var value in row.Series.Dimensions)
            {
                if (value.Dimension == dimension)
                {
                    return codes.Use(list, string.Join('_', value.Codes.AsEnumerable()), LocalizedText.FromZh(DatasetView.NameOf(value)));
                }
            }

            return null;
        };
    }

    private static string? Others(ObservationRow row, SdmxCodes codes)
    {
        var others = row.Series.Dimensions.Where(d => !d.Dimension.IsKnown).Select(d => $"{d.Dimension}@{string.Join('_', d.Codes.AsEnumerable())}");
        return string.Join('$', others) is { Length: > 0 } code ? codes.Use("OTHER_DIMENSIONS", code, null) : null;
    }
}
