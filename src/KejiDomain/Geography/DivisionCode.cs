using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace KejiDomain;

/// <summary>A six-digit code of an administrative division (行政区划代码) in the form of GB/T 2260, such as <c>410600</c> for 鹤壁市.</summary>
/// <remarks>
/// <para>A code is well formed when its first two digits are one of the 34 provinces; whether it is or was in force is for
/// <see cref="Gazetteer"/> to say, so that former and future codes can be stored. The default value is empty.</para>
/// <para>Codes are ordered by number, which is the order of the standard: a unit comes directly before what lies in it.</para>
/// </remarks>
/// <example><code>
/// DivisionCode.Parse("410600").Parent      // 410000
/// DivisionCode.Parse("419001").Parent      // 410000: 济源市 stands directly under its province
/// DivisionCode.Parse("110105").Parent      // 110000: a municipality has no prefectures
/// </code></example>
[JsonConverter(typeof(TextValueJsonConverter<DivisionCode>))]
[DebuggerDisplay("{ToString(),nq}")]
public readonly record struct DivisionCode : ITextValue<DivisionCode>, IComparable, ISpanFormattable
{
    internal const int Digits = 6;

    private readonly int _number;

    private DivisionCode(int number) => _number = number;

    /// <inheritdoc/>
    public static TextFormat Format { get; } =
        new("division code", "行政区划代码", "^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12])[0-9]{4}$", "410600", IssueCodes.InvalidPlace);

    /// <summary>Gets whether this is the default value, which is no code (空).</summary>
    public bool IsEmpty => _number == 0;

    /// <summary>Gets the code as a number (数值), or 0 when empty.</summary>
    /// <value>110000 to 829999, or 0.</value>
    public int Number => _number;

    /// <summary>Gets the level (级别) at which the code stands, or an empty one for an empty code.</summary>
    /// <remarks>It is read off the digits. A level or rank that a text claims for a place is a claim, not this.</remarks>
    /// <value>Provincial, prefecture or county.</value>
    public AdministrativeLevel Level => Depth switch
    {
        0 => default,
        1 => AdministrativeLevel.Provincial,
        2 => AdministrativeLevel.Prefecture,
        _ => AdministrativeLevel.County,
    };

    /// <summary>Gets the code of the province (所属省级) that the code lies in, which for a province is itself; empty when the code is.</summary>
    public DivisionCode Province => new(_number - (_number % 10_000));

    /// <summary>Gets the code of the unit directly above (上级), or an empty code for a province.</summary>
    /// <remarks>
    /// Digits 3 and 4 of a county under its province (90) or in a municipality (01, 02) name no unit, only a heading of the
    /// list; the parent is then the province.
    /// </remarks>
    public DivisionCode Parent
    {
        get
        {
            if (_number % 10_000 == 0)
                return default;
            var prefecture = _number - (_number % 100);
            return _number == prefecture || IsHeading(prefecture) ? Province : new(prefecture);
        }
    }

    /// <summary>Gets whether the code is only a heading of the printed list (汇总码), such as <c>110100</c> 市辖区 or <c>419000</c> 省直辖县级行政区划.</summary>
    public bool IsSummary => _number % 100 == 0 && IsHeading(_number);

    /// <summary>Gets whether the code is of a county-level unit directly under its province (省直辖县级), digits 3 and 4 being 90.</summary>
    public bool IsDirectlyAdministered => _number / 100 % 100 == 90 && _number % 100 != 0;

    /// <summary>Gets whether the last two digits are 71 to 80, which the National Bureau of Statistics gives to functional zones (功能区统计码).</summary>
    public bool IsStatisticalZone => _number % 100 is >= 71 and <= 80;

    internal int Depth => _number == 0 ? 0 : _number % 10_000 == 0 ? 1 : _number % 100 == 0 ? 2 : 3;

    /// <summary>Makes a code (代码) from its number.</summary>
    /// <param name="number">The six digits as a number, such as 410600.</param>
    /// <returns>The code.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is not well formed as a code.</exception>
    public static DivisionCode Create(int number) =>
        TryCreate(number, out var code)
            ? code
            : throw new ArgumentOutOfRangeException(nameof(number), number, "Not a six-digit division code of a Chinese province.");

    /// <summary>Makes a code (代码) from its number, if that is well formed.</summary>
    /// <param name="number">The six digits as a number, such as 410600.</param>
    /// <param name="code">The code, or empty.</param>
    /// <returns>Whether the number is well formed as a code.</returns>
    public static bool TryCreate(int number, out DivisionCode code)
    {
        var valid = number is >= 110_000 and <= 829_999 && IsProvince(number / 10_000);
        code = valid ? new(number) : default;
        return valid;
    }

    /// <summary>Reads a code (代码) of exactly six ASCII digits.</summary>
    /// <param name="s">The text.</param>
    /// <returns>The code.</returns>
    /// <exception cref="FormatException">The text is not a code; the message gives it and the position of the fault.</exception>
    public static DivisionCode Parse(ReadOnlySpan<char> s) =>
        TryParse(s, out var code)
            ? code
            : throw new FormatException($"'{s}' is not a six-digit division code: position {FaultIn(s)}.");

    /// <inheritdoc cref="Parse(ReadOnlySpan{char})"/>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    public static DivisionCode Parse(string s)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Parse(s.AsSpan());
    }

    /// <summary>Reads a code (代码) of exactly six ASCII digits; no culture matters.</summary>
    /// <inheritdoc cref="Parse(ReadOnlySpan{char})"/>
    /// <param name="s">The text.</param>
    /// <param name="provider">Not used.</param>
    public static DivisionCode Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s);

    /// <summary>Reads a code (代码) of exactly six ASCII digits; no culture matters.</summary>
    /// <inheritdoc cref="Parse(string)"/>
    /// <param name="s">The text.</param>
    /// <param name="provider">Not used.</param>
    public static DivisionCode Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <summary>Reads a code (代码) of exactly six ASCII digits, if the text is one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The code, or empty.</param>
    /// <returns>Whether the text is a code.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out DivisionCode value)
    {
        var number = 0;
        if (text.Length == Digits)
        {
            foreach (var c in text)
            {
                if (!char.IsAsciiDigit(c))
                {
                    number = 0;
                    break;
                }

                number = (number * 10) + (c - '0');
            }
        }

        return TryCreate(number, out value);
    }

    /// <inheritdoc cref="TryParse(ReadOnlySpan{char}, out DivisionCode)"/>
    public static bool TryParse([NotNullWhen(true)] string? text, out DivisionCode value) => TryParse(text.AsSpan(), out value);

    /// <summary>Reads a code (代码) of exactly six ASCII digits, if the text is one; no culture matters.</summary>
    /// <param name="s">The text.</param>
    /// <param name="provider">Not used.</param>
    /// <param name="result">The code, or empty.</param>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out DivisionCode result) => TryParse(s, out result);

    /// <summary>Reads a code (代码) of exactly six ASCII digits, if the text is one; no culture matters.</summary>
    /// <param name="s">The text.</param>
    /// <param name="provider">Not used.</param>
    /// <param name="result">The code, or empty.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out DivisionCode result) =>
        TryParse(s.AsSpan(), out result);

    /// <summary>Says whether the code lies in another (隶属), at any depth.</summary>
    /// <param name="ancestor">The code of the larger unit.</param>
    /// <returns>Whether <paramref name="ancestor"/> is the parent, or the parent's parent.</returns>
    public bool IsWithin(DivisionCode ancestor)
    {
        if (ancestor.IsEmpty)
            return false;
        var parent = Parent;
        return parent == ancestor || (!parent.IsEmpty && parent.Parent == ancestor);
    }

    /// <inheritdoc/>
    public int CompareTo(DivisionCode other) => _number.CompareTo(other._number);

    /// <inheritdoc/>
    public int CompareTo(object? obj) => obj switch
    {
        null => 1,
        DivisionCode other => CompareTo(other),
        _ => throw new ArgumentException("The other object is not a division code.", nameof(obj)),
    };

    /// <summary>Gives the six digits (代码文本), or an empty text when empty.</summary>
    /// <returns>The canonical text.</returns>
    public override string ToString() => IsEmpty ? "" : _number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Gives the six digits (代码文本), or an empty text when empty; there is one format only.</summary>
    /// <param name="format">Not used.</param>
    /// <param name="formatProvider">Not used.</param>
    /// <returns>The canonical text.</returns>
    public string ToString(string? format, IFormatProvider? formatProvider) => ToString();

    /// <summary>Writes the six digits (代码文本), or nothing when empty.</summary>
    /// <param name="destination">Where to write.</param>
    /// <param name="charsWritten">How many characters were written.</param>
    /// <param name="format">Not used.</param>
    /// <param name="provider">Not used.</param>
    /// <returns>Whether there was room.</returns>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null)
    {
        charsWritten = 0;
        return IsEmpty || _number.TryFormat(destination, out charsWritten, default, CultureInfo.InvariantCulture);
    }

    /// <summary>Compares by number (按代码排序).</summary>
    /// <param name="left">One code.</param>
    /// <param name="right">Another code.</param>
    /// <returns>Whether <paramref name="left"/> comes before.</returns>
    public static bool operator <(DivisionCode left, DivisionCode right) => left._number < right._number;

    /// <summary>Compares by number (按代码排序).</summary>
    /// <param name="left">One code.</param>
    /// <param name="right">Another code.</param>
    /// <returns>Whether <paramref name="left"/> comes before or is equal.</returns>
    public static bool operator <=(DivisionCode left, DivisionCode right) => left._number <= right._number;

    /// <summary>Compares by number (按代码排序).</summary>
    /// <param name="left">One code.</param>
    /// <param name="right">Another code.</param>
    /// <returns>Whether <paramref name="left"/> comes after.</returns>
    public static bool operator >(DivisionCode left, DivisionCode right) => left._number > right._number;

    /// <summary>Compares by number (按代码排序).</summary>
    /// <param name="left">One code.</param>
    /// <param name="right">Another code.</param>
    /// <returns>Whether <paramref name="left"/> comes after or is equal.</returns>
    public static bool operator >=(DivisionCode left, DivisionCode right) => left._number >= right._number;

    private static bool IsProvince(int province) => province is (>= 11 and <= 15) or (>= 21 and <= 23) or (>= 31 and <= 37)
        or (>= 41 and <= 46) or (>= 50 and <= 54) or (>= 61 and <= 65) or 71 or 81 or 82;

    private static bool IsHeading(int prefecture)
    {
        var middle = prefecture / 100 % 100;
        return middle == 90 || (middle is 1 or 2 && prefecture / 10_000 is 11 or 12 or 31 or 50);
    }

    private static int FaultIn(ReadOnlySpan<char> s)
    {
        for (var i = 0; i < s.Length; i++)
        {
            if (i == Digits || !char.IsAsciiDigit(s[i]))
                return i;
        }

        return s.Length < Digits ? s.Length : 0;
    }
}
