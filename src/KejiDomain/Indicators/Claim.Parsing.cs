using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace KejiDomain;

// Reading claims in words.
public sealed partial record Claim
{
    /// <summary>Reads one claim in words (主张的文字表述): 同比增长34.4%, 居全市第二, 是2016年的3倍, 占全市的四分之一, 完成全年目标的198%.</summary>
    /// <remarks>
    /// <para>The text must be the claim alone, without the figure or the thing that it is about. A fall is a negative amount, and its qualifier turns round with it (下降10%以上 is at most -10).
    /// A growth that is not a rate (增长2倍, 增加83家) says <see cref="ClaimWord.Increased"/> or <see cref="ClaimWord.Decreased"/>, so that it is no ratio.
    /// 翻番 is at least 2 times; 连续四年 is a run against the year before. A rate without a basis (增幅达到10%) is against <see cref="ClaimReference.Unstated"/>, a mean rate (年均) against <see cref="ClaimReference.AnnualAverage"/>.</para>
    /// <para>全市 and 全省 give a scope only where the context has a place, named places only where it resolves them.</para>
    /// </remarks>
    /// <param name="text">The words.</param>
    /// <param name="context">What the text around them tells, or null.</param>
    /// <exception cref="FormatException">The words are no claim, or more than one.</exception>
    /// <example><code>
    /// Claim.Parse("同比增长34.4%");                        // against previous-year, 34.4 percent
    /// Claim.Parse("在30个城市中排第9位").Field?.Value;     // 30
    /// </code></example>
    public static Claim Parse(string text, ClaimContext? context = null)
    {
        var claims = ParseAll(text, context);
        return claims.Count == 1 ? claims[0] : throw NotAClaim(text, text.Length, "more than one claim");
    }

    /// <summary>Reads the claims that a few words make (多重主张): 首家也是唯一一家 makes two, first and only.</summary>
    /// <param name="text">The words, see <see cref="Parse(string, ClaimContext?)"/>.</param>
    /// <param name="context">What the text around them tells, or null.</param>
    /// <exception cref="FormatException">The words are no claim; the message says where reading stopped.</exception>
    /// <example><code>
    /// Claim.ParseAll("首家也是唯一一家").Count;     // 2
    /// </code></example>
    public static ValueList<Claim> ParseAll(string text, ClaimContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var reader = new ClaimReader(text, context ?? ClaimContext.None);
        return reader.TryRead(out var claims) ? claims : throw NotAClaim(text, reader.Position, "no claim");
    }

    /// <summary>Reads one claim in words (主张的文字表述), see <see cref="Parse(string, ClaimContext?)"/>.</summary>
    /// <param name="text">The words.</param>
    /// <param name="context">What the text around them tells, or null.</param>
    /// <param name="claim">The claim, or null.</param>
    /// <returns>Whether the words are exactly one claim.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, ClaimContext? context, [NotNullWhen(true)] out Claim? claim)
    {
        claim = TryParseAll(text, context, out var claims) && claims.Count == 1 ? claims[0] : null;
        return claim is not null;
    }

    /// <summary>Reads the claims that a few words make (多重主张), see <see cref="ParseAll(string, ClaimContext?)"/>.</summary>
    /// <param name="text">The words.</param>
    /// <param name="context">What the text around them tells, or null.</param>
    /// <param name="claims">The claims in the order of the words; none where there are none.</param>
    /// <returns>Whether the whole text is claims.</returns>
    public static bool TryParseAll([NotNullWhen(true)] string? text, ClaimContext? context, out ValueList<Claim> claims)
    {
        claims = [];
        return text is not null && new ClaimReader(text, context ?? ClaimContext.None).TryRead(out claims);
    }

    private static FormatException NotAClaim(string text, int position, string what) =>
        new(string.Create(CultureInfo.InvariantCulture, $"'{TextSafety.Excerpt(text)}' is {what}: reading stopped at position {position}. One is '同比增长34.4%'."));
}
