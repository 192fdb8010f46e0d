using System.Globalization;

namespace KejiDomain.Tables;

/// <summary>The code lists of an SDMX export: those of the library whole, of the others what the data use.</summary>
internal sealed class SdmxCodes
{
    public const string NotApplicable = "_Z";

    public const string Total = "_T";

    private readonly SortedDictionary<string, SortedDictionary<string, LocalizedText>> _lists = new(StringComparer.Ordinal);

    public SdmxCodes()
    {
        foreach (var (list, code, zh, en) in Fixed)
        {
            Use(list, code, new() { Zh = zh, En = en });
        }

        UseAll("INDICATOR", Indicator.CodeList);
        UseAll("MODALITY", Modality.CodeList);
        UseAll("UNIT_MEASURE", UnitOfMeasure.CodeList);
        UseAll("QUALIFIER", Qualifier.CodeList);
        foreach (var power in Enumerable.Range(0, 16))
        {
            UsePower(power);
        }

        foreach (var list in SdmxColumns.Dimensions.Where(d => d.TotalCode is not null))
        {
            Use(list.Id, list.TotalCode!, list.TotalCode == Total ? new() { Zh = "合计", En = "Total" } : new() { Zh = "不适用", En = "Not applicable" });
        }
    }

    public IReadOnlyDictionary<string, SortedDictionary<string, LocalizedText>> Lists => _lists;

    // SDMX has no status for a target: that is said by MODALITY, and the status of a target with a value is A.
    private static (string List, string Code, string Zh, string En)[] Fixed { get; } =
    [
        ("FREQ", "A", "年", "Annual"), ("FREQ", "S", "半年", "Half-yearly"), ("FREQ", "Q", "季", "Quarterly"), ("FREQ", "M", "月", "Monthly"), ("FREQ", "D", "日", "Daily"),
        ("FREQ", SdmxPeriod.Other, "其他", "Other"), ("FREQ", NotApplicable, "不适用", "Not applicable"),
        ("OBS_STATUS", "A", "正常值", "Normal value"), ("OBS_STATUS", "F", "预测值", "Forecast value"), ("OBS_STATUS", "P", "初步值", "Provisional value"),
        ("OBS_STATUS", "Q", "缺失：隐去", "Missing value; suppressed"), ("OBS_STATUS", "O", "缺失", "Missing value"),
        ("MISSING_REASON", "redacted", "隐去", "A mask stands in its place"), ("MISSING_REASON", "lost", "丢失", "Gone without a mark"), ("MISSING_REASON", "blank", "空白", "A label without a value"),
        ("MISSING_REASON", "unknown", "不明", "Said not to be known"), ("MISSING_REASON", Literals.Absent, "未列", "The text gives no figure, only a claim"),
    ];

    public string Use(string list, string code, LocalizedText? name)
    {
        if (!_lists.TryGetValue(list, out var codes))
        {
            _lists.Add(list, codes = new(StringComparer.Ordinal));
        }

        codes.TryAdd(code, name ?? LocalizedText.FromZh(code));
        return code;
    }

    public string UsePower(int power) => Use(
        "UNIT_MULT",
        power.ToString(CultureInfo.InvariantCulture),
        new()
        {
            Zh = power switch { 0 => "个", 4 => "万", 8 => "亿", 12 => "万亿", _ => string.Create(CultureInfo.InvariantCulture, $"10的{power}次方") },
            En = string.Create(CultureInfo.InvariantCulture, $"10 to the power of {power}"),
        });

    private void UseAll(string list, CodeList codes)
    {
        foreach (var definition in codes.Definitions)
        {
            Use(list, definition.Code, new() { Zh = definition.Zh, En = definition.En });
        }
    }
}
