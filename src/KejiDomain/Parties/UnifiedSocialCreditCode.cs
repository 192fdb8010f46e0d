using System.Buffers;
using System.Diagnostics;
using System.Text.Json.Serialization;

namespace KejiDomain;

/// <summary>A unified social credit code (统一社会信用代码) of GB 32100: registering authority, kind of entity, region, organization code, check digit.</summary>
/// <remarks>
/// <para>Eighteen of the 31 letters <c>0-9A-HJ-NPQRTUWXY</c>, the region in digits. The printed forms that are read: full width, small letters, stray blanks. What is kept is the plain form.
/// A code whose check digit is wrong is no value; where a source prints one, <see cref="ExternalIdentifier"/> stores it as text. The check digit of the code inside is not asked for,
/// since codes are in force that do not have it: <see cref="Organization"/> is null then.</para>
/// <para>In JSON only the canonical form stands. Order: ordinal by text. <c>default</c> is empty: the writer refuses it.</para>
/// </remarks>
/// <example><code>
/// var code = UnifiedSocialCreditCode.Parse("11220000013544429K");
/// code.Region              // 220000
/// code.EntityKindName      // 机关
/// code.Organization        // 01354442-9
/// </code></example>
[JsonConverter(typeof(TextValueJsonConverter<UnifiedSocialCreditCode>))]
[DebuggerDisplay("{ToString(),nq}")]
public readonly record struct UnifiedSocialCreditCode : ITextValue<UnifiedSocialCreditCode>
{
    private const int Length = 18;

    private const int RegionStart = 2;

    private const int OrganizationStart = 8;

    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static readonly SearchValues<char> Letters = SearchValues.Create(Alphabet);

    private readonly string? _text;

    private UnifiedSocialCreditCode(string text) => _text = text;

    /// <inheritdoc/>
    public static TextFormat Format { get; } = new(
        "unified social credit code",
        "统一社会信用代码",
        "^[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}$",
        "11220000013544429K",
        IssueCodes.InvalidIdentifier);

    /// <inheritdoc/>
    public bool IsEmpty => _text is null;

    /// <summary>The letter of the registering authority (登记管理部门代码): <c>1</c> for 机构编制, <c>9</c> for 市场监管; a null character when empty.</summary>
    public char Authority => _text is null ? default : _text[0];

    /// <summary>The letter of the kind of entity (机构类别代码), which means something only together with <see cref="Authority"/>.</summary>
    public char EntityKind => _text is null ? default : _text[1];

    /// <summary>The registering authority in Chinese (登记管理部门), or null for a letter that the standard leaves open.</summary>
    /// <value>机构编制, 外交, 司法行政, 文化, 民政, 旅游, 宗教, 工会, 市场监管, 中央军委改革和编制办公室, 农业, 其他.</value>
    public string? AuthorityName => Authority switch
    {
        '1' => "机构编制",
        '2' => "外交",
        '3' => "司法行政",
        '4' => "文化",
        '5' => "民政",
        '6' => "旅游",
        '7' => "宗教",
        '8' => "工会",
        '9' => "市场监管",
        'A' => "中央军委改革和编制办公室",
        'N' => "农业",
        'Y' => "其他",
        _ => null,
    };

    /// <summary>The kind of entity in Chinese (机构类别), or null for a pair that the standard leaves open.</summary>
    /// <value>For example 机关 (11), 事业单位 (12), 社会团体 (51), 企业 (91).</value>
    public string? EntityKindName => (Authority, EntityKind) switch
    {
        ('1', '1') => "机关",
        ('1', '2') => "事业单位",
        ('1', '3') => "编办直接管理机构编制的群众团体",
        ('3', '1') => "律师执业机构",
        ('3', '2') => "公证处",
        ('3', '3') => "基层法律服务所",
        ('3', '4') => "司法鉴定机构",
        ('3', '5') => "仲裁委员会",
        ('5', '1') => "社会团体",
        ('5', '2') => "民办非企业单位",
        ('5', '3') => "基金会",
        ('8', '1') => "基层工会",
        ('9', '1') => "企业",
        ('9', '2') => "个体工商户",
        ('9', '3') => "农民专业合作社",
        ('N', '1') => "组级集体经济组织",
        ('N', '2') => "村级集体经济组织",
        ('N', '3') => "乡镇级集体经济组织",
        ('1' or '3' or '5' or '8' or 'A' or 'N', '9') => "其他",
        _ => null,
    };

    /// <summary>The kind of organization (组织类型) that the first two letters imply, or null where they leave it open, as 机关 does between party, government and court.</summary>
    public OrganizationKind? ImpliedKind => (Authority, EntityKind) switch
    {
        ('1', '2') => OrganizationKind.PublicInstitution,
        ('1', '3') or ('8', '1') => OrganizationKind.PeopleOrganization,
        ('5', '1' or '2') => OrganizationKind.SocialOrganization,
        ('5', '3') => OrganizationKind.Foundation,
        ('9', '1') => OrganizationKind.Enterprise,
        ('9', '2') => OrganizationKind.IndividualBusiness,
        ('9', '3') => OrganizationKind.Cooperative,
        ('N', '1' or '2' or '3') => OrganizationKind.VillageCollective,
        _ => null,
    };

    /// <summary>The region of the registering authority (登记管理机关行政区划), or null where it is no division, as <c>100000</c> for the whole country.</summary>
    public DivisionCode? Region =>
        _text is not null && DivisionCode.TryParse(_text.AsSpan(RegionStart, OrganizationStart - RegionStart), out var code) ? code : null;

    /// <summary>The organization code (主体标识码) inside, or null where its own check digit is wrong.</summary>
    public OrganizationCode? Organization =>
        _text is not null && OrganizationCode.TryParse(_text.AsSpan(OrganizationStart, Length - 1 - OrganizationStart), out var code) ? code : null;

    private static ReadOnlySpan<int> Weights => [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

    /// <summary>Reads a printed code.</summary>
    /// <param name="text">A text such as <c>11220000013544429K</c>.</param>
    /// <exception cref="FormatException">The text is not a code; the message says where it fails.</exception>
    public static UnifiedSocialCreditCode Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Parse(text.AsSpan(), null);
    }

    /// <inheritdoc/>
    public static UnifiedSocialCreditCode Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc/>
    public static UnifiedSocialCreditCode Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        Read(s, null, out var value) is >= 0 and var position ? throw PrintedText.Failure(Format, s, position) : value;

    /// <summary>Reads a printed code, if the text is one.</summary>
    /// <param name="text">The text; one that is canonical is kept and nothing allocated.</param>
    /// <param name="value">The code, or <c>default</c>.</param>
    public static bool TryParse(string? text, out UnifiedSocialCreditCode value) => Read(text, text, out value) < 0;

    /// <summary>Reads a printed code, if the text is one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The code, or <c>default</c>.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out UnifiedSocialCreditCode value) => Read(text, null, out value) < 0;

    /// <inheritdoc/>
    public static bool TryParse(string? s, IFormatProvider? provider, out UnifiedSocialCreditCode result) => TryParse(s, out result);

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out UnifiedSocialCreditCode result) => TryParse(s, out result);

    static bool ITextValue<UnifiedSocialCreditCode>.TryParse(ReadOnlySpan<char> text, out UnifiedSocialCreditCode value)
    {
        if (TryParse(text, out value) && text.SequenceEqual(value._text))
        {
            return true;
        }

        value = default;
        return false;
    }

    /// <summary>The check digit (校验码) that GB 32100 gives to the first seventeen letters.</summary>
    /// <param name="body">Seventeen letters of the standard's alphabet.</param>
    /// <exception cref="ArgumentException">The text is not of that form.</exception>
    public static char ComputeCheckDigit(ReadOnlySpan<char> body)
    {
        if (body.Length != Length - 1 || body.ContainsAnyExcept(Letters))
        {
            throw new ArgumentException("Seventeen letters of the alphabet of GB 32100 are needed.", nameof(body));
        }

        return CheckDigit(body);
    }

    /// <summary>Compares by the ordinal order of the texts; the empty value comes first.</summary>
    public int CompareTo(UnifiedSocialCreditCode other) => string.CompareOrdinal(_text, other._text);

    /// <summary>The eighteen letters; nothing for the empty value.</summary>
    public override string ToString() => _text ?? string.Empty;

    private static int Read(ReadOnlySpan<char> text, string? whole, out UnifiedSocialCreditCode value)
    {
        value = default;
        Span<char> letters = stackalloc char[Length];
        Span<int> places = stackalloc int[Length];
        var beyond = PrintedText.Compact(text, letters, places, out var length);
        if (beyond >= 0)
        {
            return beyond;
        }

        for (var i = 0; i < length; i++)
        {
            letters[i] = char.ToUpperInvariant(letters[i]);
            if (!Alphabet.Contains(letters[i], StringComparison.Ordinal)
                || (i is >= RegionStart and < OrganizationStart && !char.IsAsciiDigit(letters[i])))
            {
                return places[i];
            }
        }

        if (length < Length)
        {
            return text.Length;
        }

        if (CheckDigit(letters[..^1]) != letters[^1])
        {
            return places[^1];
        }

        value = new(whole is not null && letters.SequenceEqual(whole) ? whole : letters.ToString());
        return -1;
    }

    private static char CheckDigit(ReadOnlySpan<char> body)
    {
        var sum = 0;
        for (var i = 0; i < body.Length; i++)
        {
            sum += Alphabet.IndexOf(body[i], StringComparison.Ordinal) * Weights[i];
        }

        // Without the outer remainder a sum that is 0 modulo 31 would ask for a 32nd letter.
        return Alphabet[(31 - (sum % 31)) % 31];
    }
}
