using System.Diagnostics;

namespace KejiDomain;

/// <summary>What the words of a claim leave to the text around them (语境): whose city 全市 is, and the day that 去年 is reckoned from.</summary>
/// <remarks>Without a place 全市 and 全省 say only that there are peers: the claim has no scope. 全国, 全球 and the like have no code and never give one.</remarks>
/// <example><code>
/// var context = new ClaimContext { Place = PlaceReference.Parse("410600") };
/// Claim.Parse("居全省第二", context).Scope;     // 410000
/// </code></example>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record ClaimContext
{
    /// <summary>Nothing is known of the text around the words (无语境).</summary>
    public static ClaimContext None { get; } = new();

    /// <summary>The place that the text speaks for (本地), a division by its code or a declared unit.</summary>
    public PlaceReference? Place { get; init; }

    /// <summary>The day, month or year of writing (成文日期), for 近三年 and its like.</summary>
    public PartialDate? Anchor { get; init; }

    /// <summary>Finds a named place (地名解析) such as 河南省 or 郑州都市圈, or null where it is not known; without it named places give no scope.</summary>
    public Func<string, PlaceReference?>? Places { get; init; }

    /// <summary>The place that a word of scope means here (范围): 全市, 全省, or a name.</summary>
    /// <param name="word">The word.</param>
    /// <returns>The place, or null where the word or the context does not tell.</returns>
    public PlaceReference? Resolve(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        if (word is not ("全省" or "省内" or "全市" or "市内" or "全县" or "县内" or "全区" or "区内" or "全州" or "全盟" or "全旗"))
        {
            return Places?.Invoke(word);
        }

        if (Place is not { IsDivision: true } place || !DivisionCode.TryParse(place.ToString(), out var code))
        {
            return null;
        }

        var tail = code.Number % 100;
        var isProvince = code == code.Province;
        var isMunicipality = code.Province.Number is 110_000 or 120_000 or 310_000 or 500_000;
        DivisionCode? found = word[0] == '省' || word[1] == '省' ? (isMunicipality ? null : code.Province)
            : word.Contains('市', StringComparison.Ordinal) ? CityOf(code, tail, isProvince, isMunicipality)
            : word.Contains('州', StringComparison.Ordinal) || word.Contains('盟', StringComparison.Ordinal) ? (isProvince || tail != 0 ? null : code)
            : tail != 0 ? code
            : word.Contains('区', StringComparison.Ordinal) && code.Province.Number is 150_000 or 450_000 or 540_000 or 640_000 or 650_000 ? code.Province
            : null;
        return found is { IsEmpty: false } scope ? PlaceReference.Parse(scope.ToString()) : null;
    }

    /// <summary>Place and day.</summary>
    public override string ToString() => string.Join(' ', new[] { Place?.ToString(), Anchor?.ToString() }.OfType<string>());

    // A county-level city (tail from 81, or administered by the province) means itself; a district or county its prefecture.
    private static DivisionCode? CityOf(DivisionCode code, int tail, bool isProvince, bool isMunicipality) =>
        isMunicipality ? code.Province
        : isProvince ? null
        : tail is 0 or > 80 || code.IsDirectlyAdministered ? code
        : code.Parent;
}
