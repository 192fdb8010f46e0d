using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Serialization;

namespace KejiDomain;

/// <summary>A figure as printed beside as meant (度量): an exact decimal, its power of ten, its unit and count noun, and the printed text.</summary>
/// <remarks>
/// <para>7.44亿 is amount 7.44, multiplier 8, unit CNY; <see cref="Value"/> is 744,000,000, always exactly. A range (1-2名) has <see cref="Low"/> and <see cref="High"/> in place of an amount.
/// A figure that is not there has <see cref="Missing"/> and keeps unit, noun, qualifier and printed text.</para>
/// <para>Equality compares every member, decimals by value: 1.50 equals 1.5, and <see cref="Printed"/> tells them apart. Two measures compare in size only where their units are equal.
/// <c>default</c> has an empty unit: validation reports it, the writer refuses it.</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public readonly partial record struct Measure
{
    // As many as a decimal holds.
    private static readonly decimal[] PowersOfTen = [.. Enumerable.Range(0, 29).Select(power => decimal.Parse("1" + new string('0', power), CultureInfo.InvariantCulture))];

    // There are many and they are copied, so whether a member is there takes a bit.
    private readonly decimal _amount;

    private readonly decimal _low;

    private readonly decimal _high;

    private readonly Optional<Qualifier> _qualifier;

    private readonly int _multiplier;

    private readonly MissingReason _missing;

    private readonly Members _members;

    /// <summary>The figure before its power of ten (数值), with the digits printed.</summary>
    [JsonPropertyName("amount")]
    [JsonConverter(typeof(OptionalJsonConverter<decimal, DecimalJsonConverter>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Amount
    {
        get => Has(Members.Amount) ? _amount : null;
        init
        {
            _amount = value ?? default;
            _members = With(Members.Amount, value is not null);
        }
    }

    /// <summary>The lower end of a range (下限), included.</summary>
    [JsonPropertyName("low")]
    [JsonConverter(typeof(OptionalJsonConverter<decimal, DecimalJsonConverter>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Low
    {
        get => Has(Members.Low) ? _low : null;
        init
        {
            _low = value ?? default;
            _members = With(Members.Low, value is not null);
        }
    }

    /// <summary>The upper end of a range (上限), included.</summary>
    [JsonPropertyName("high")]
    [JsonConverter(typeof(OptionalJsonConverter<decimal, DecimalJsonConverter>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? High
    {
        get => Has(Members.High) ? _high : null;
        init
        {
            _high = value ?? default;
            _members = With(Members.High, value is not null);
        }
    }

    /// <summary>The power of ten (乘数, SDMX UNIT_MULT): 4 for 万, 8 for 亿, absent for 1.</summary>
    [JsonPropertyName("multiplier")]
    [JsonConverter(typeof(OptionalJsonConverter<int, MultiplierJsonConverter>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Multiplier
    {
        get => Has(Members.Multiplier) ? _multiplier : null;
        init
        {
            _multiplier = value ?? default;
            _members = With(Members.Multiplier, value is not null);
        }
    }

    /// <summary>The unit (单位), for example <c>CNY</c>; things that are counted have <c>count</c>.</summary>
    [JsonPropertyName("unit")]
    public required UnitOfMeasure Unit { get; init; }

    /// <summary>The count noun printed beside the figure (量词): 家, 户, 项, 人.</summary>
    [JsonPropertyName("noun")]
    [JsonConverter(typeof(TextJsonConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Noun { get; init; }

    /// <summary>How exact the figure claims to be (限定词): 约, 余, 超, 以上.</summary>
    [JsonPropertyName("qualifier")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Qualifier? Qualifier
    {
        get => _qualifier;
        init => _qualifier = value;
    }

    /// <summary>The figure as printed (原文), an exact part of the raw text.</summary>
    [JsonPropertyName("printed")]
    [JsonConverter(typeof(TextJsonConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Printed { get; init; }

    /// <summary>Why the figure is not there (缺失原因).</summary>
    [JsonPropertyName("missing")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public MissingReason? Missing
    {
        get => Has(Members.Missing) ? _missing : null;
        init
        {
            _missing = value ?? default;
            _members = With(Members.Missing, value is not null);
        }
    }

    /// <summary>The figure in single units (实值): amount times its power of ten, or null for a range, a missing figure or one beyond the range of a decimal.</summary>
    [JsonIgnore]
    public decimal? Value => Scale(Amount);

    /// <summary>The values that the printed digits and the qualifier leave possible (取值区间), in single units, or null for a missing figure.</summary>
    /// <remarks>34.4 leaves 34.35 to 34.45, 四分之一 an eighth either way; 余, 超 and 以上 have no upper end, 以内 no lower one; 约 and 近 leave a tenth either way or below.</remarks>
    [JsonIgnore]
    public ValueInterval? Interval => ValueInterval.Of(this);

    /// <summary>A count of things (计数).</summary>
    /// <param name="amount">How many.</param>
    /// <param name="noun">The count noun, or null.</param>
    public static Measure Count(decimal amount, string? noun = null) => new() { Amount = amount, Unit = UnitOfMeasure.Count, Noun = noun };

    /// <summary>A percentage (百分比).</summary>
    /// <param name="amount">Per cent: 34.4 is 34.4%.</param>
    public static Measure Percent(decimal amount) => new() { Amount = amount, Unit = UnitOfMeasure.Percent };

    /// <summary>An amount of money in yuan (人民币).</summary>
    /// <param name="amount">The figure before its power of ten.</param>
    /// <param name="multiplier">The power of ten: 4 for 万元, 8 for 亿元, null for 元.</param>
    public static Measure Yuan(decimal amount, int? multiplier = null) => new() { Amount = amount, Multiplier = multiplier, Unit = UnitOfMeasure.CNY };

    /// <summary>The figure for a reader: as printed where it was, else digits with 万 or 亿 and the noun or unit.</summary>
    public override string ToString()
    {
        if (Printed is null)
        {
            return ToCanonicalString();
        }

        return Noun is null || Printed.Contains(Noun, StringComparison.Ordinal) ? Printed : Printed + Noun;
    }

    /// <summary>How many of its unit are the whole that it is a share of: 100 per cent, one of fractions, none of what is no share.</summary>
    internal int PerWhole => Unit == UnitOfMeasure.Percent ? 100 : Unit == UnitOfMeasure.Permille ? 1000 : Unit == UnitOfMeasure.Fraction ? 1 : 0;

    private bool Has(Members member) => (_members & member) != 0;

    private Members With(Members member, bool isThere) => isThere ? _members | member : _members & ~member;

    internal decimal? Scale(decimal? amount)
    {
        if (amount is not { } value)
        {
            return null;
        }

        try
        {
            var power = value == 0 ? 0 : Multiplier ?? 0;
            for (; power >= PowersOfTen.Length; power -= PowersOfTen.Length - 1)
            {
                value *= PowersOfTen[^1];
            }

            return power > 0 ? value * PowersOfTen[power] : value;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    [Flags]
    private enum Members : byte
    {
        None = 0,
        Amount = 1,
        Low = 2,
        High = 4,
        Multiplier = 8,
        Missing = 16,
    }
}
