using System.Text.Json;
using CsCheck;
using KejiDomain.Tests.Values;

namespace KejiDomain.Tests.Parties;

public class CreditCodeTests
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static readonly Gen<string> Organizations = Gen.OneOf("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".ToCharArray()).Array[8]
        .Select(letters => new string(letters) + "-" + OrganizationCode.ComputeCheckDigit(letters));

    private static readonly Gen<string> Codes = Gen.Select(
        Gen.OneOf(Alphabet.ToCharArray()).Array[2],
        Gen.Int[0, 999_999],
        Gen.OneOf(Alphabet.ToCharArray()).Array[9],
        static (head, region, tail) => $"{new string(head)}{region:D6}{new string(tail)}").Select(body => body + UnifiedSocialCreditCode.ComputeCheckDigit(body));

    [Theory]
    [InlineData("91110108551385082Q", "企业", "市场监管", "110108", "55138508-2")]
    [InlineData("91110000600037341L", "企业", "市场监管", "110000", "60003734-1")]
    [InlineData("11220000013544429K", "机关", "机构编制", "220000", "01354442-9")]
    public void Codes_in_force(string text, string kind, string authority, string region, string organization)
    {
        var code = UnifiedSocialCreditCode.Parse(text);
        Assert.Equal(text, code.ToString());
        Assert.Equal(kind, code.EntityKindName);
        Assert.Equal(authority, code.AuthorityName);
        Assert.Equal(DivisionCode.Parse(region), code.Region);
        Assert.Equal(OrganizationCode.Parse(organization), code.Organization);
    }

    [Theory]
    [InlineData("594672399", "59467239-9")]
    [InlineData("59467239-9", "59467239-9")]
    [InlineData(" 594 67239 - 9 ", "59467239-9")]
    [InlineData("41270578-7", "41270578-7")]
    [InlineData("68426456-5", "68426456-5")]
    [InlineData("61002716-7", "61002716-7")]
    public void Organization_codes(string text, string canonical)
    {
        // The last three bodies are of the reference; their check digits follow from the weights.
        var code = OrganizationCode.Parse(canonical[..9] + OrganizationCode.ComputeCheckDigit(canonical.AsSpan(0, 8)));
        if (canonical.StartsWith("5946", StringComparison.Ordinal))
        {
            Assert.Equal(canonical, OrganizationCode.Parse(text).ToString());
        }

        Assert.Equal(code, OrganizationCode.Parse(code.ToCompactString()));
    }

    // 5*3 = 15 = 4 mod 11 gives 7; a sum of 1 mod 11 gives X and a sum of 0 gives 0.
    [Theory]
    [InlineData("50000000", '7')]
    [InlineData("40000000", 'X')]
    [InlineData("00000000", '0')]
    [InlineData("59467239", '9')]
    [InlineData("01354442", '9')]
    public void Check_digit_of_an_organization(string body, char digit) => Assert.Equal(digit, OrganizationCode.ComputeCheckDigit(body));

    [Fact]
    public void A_sum_that_is_0_modulo_31_gives_the_check_digit_0()
    {
        // Weights 1 and 30 (of the sixteenth letter is 30): one of each is 31.
        const string Body = "10000000000000010";
        Assert.Equal('0', UnifiedSocialCreditCode.ComputeCheckDigit(Body));
        Assert.Equal(Body + "0", UnifiedSocialCreditCode.Parse(Body + "0").ToString());
        Assert.False(UnifiedSocialCreditCode.TryParse(Body + "1", out _));
    }

    [Fact]
    public void Weights_are_powers_of_3_modulo_31()
    {
        var weight = 1;
        for (var i = 0; i < 17; i++)
        {
            var body = new char[17];
            Array.Fill(body, '0');
            body[i] = '1';
            Assert.Equal(Alphabet[(31 - weight) % 31], UnifiedSocialCreditCode.ComputeCheckDigit(body));
            weight = weight * 3 % 31;
        }
    }

    [Theory]
    [InlineData("91110108551385082Q", "enterprise")]
    [InlineData("11220000013544429K", null)]
    public void The_kind_that_is_implied(string text, string? kind) =>
        Assert.Equal(kind, UnifiedSocialCreditCode.Parse(text).ImpliedKind?.ToString());

    [Theory]
    [InlineData("91110108551385082R", 17)]
    [InlineData("91110108551385082", 17)]
    [InlineData("91110108551385082QQ", 18)]
    [InlineData("9111010855138508OQ", 16)]
    [InlineData("91 11A108551385082Q", 5)]
    [InlineData("", 0)]
    public void A_failure_names_text_and_position(string text, int position)
    {
        var failure = Assert.Throws<FormatException>(() => UnifiedSocialCreditCode.Parse(text));
        Assert.Contains($"'{text}'", failure.Message, StringComparison.Ordinal);
        Assert.Contains($"at position {position};", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_credit_code_reads_back_in_every_style() => Codes.Sample(text => Gen.Bool.Array[18].Sample(
        wide =>
        {
            var code = UnifiedSocialCreditCode.Parse(text);
            Assert.Equal(code, UnifiedSocialCreditCode.Parse(Restyle(text, wide)));
            Assert.Equal(code, UnifiedSocialCreditCode.Parse(text.ToLowerInvariant()));
            Assert.Equal(text, code.ToString());
            Assert.Equal(text, JsonSerializer.Deserialize<UnifiedSocialCreditCode>($"\"{text}\"").ToString());
        },
        iter: 4));

    [Fact]
    public void Every_organization_code_reads_back_in_every_style() => Gen.Select(Organizations, Gen.Bool.Array[10]).Sample((text, wide) =>
    {
        var code = OrganizationCode.Parse(text);
        Assert.Equal(code, OrganizationCode.Parse(Restyle(text, wide)));
        Assert.Equal(code, OrganizationCode.Parse(code.ToCompactString()));
        Assert.Equal(text, code.ToString());
    }, iter: Noise.Styles);

    [Fact]
    public void One_changed_letter_is_always_found() => Gen.Select(Codes, Gen.Int[0, 17], Gen.OneOf(Alphabet.ToCharArray())).Sample((text, at, letter) =>
    {
        var other = text.Remove(at, 1).Insert(at, letter.ToString());
        Assert.Equal(other == text, UnifiedSocialCreditCode.TryParse(other, out _));
    }, iter: Noise.Styles);

    [Fact]
    public void Json_takes_the_canonical_form_only()
    {
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<OrganizationCode>("\"594672399\""));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<UnifiedSocialCreditCode>("\"91110108551385082q\""));
        Assert.Equal("\"59467239-9\"", JsonSerializer.Serialize(OrganizationCode.Parse("594672399")));
    }

    [Fact]
    public void A_canonical_text_is_kept()
    {
        var text = new string("91110108551385082Q");
        Assert.True(UnifiedSocialCreditCode.TryParse(text, out var code));
        Assert.Same(text, code.ToString());
    }

    [Fact]
    public void Noise_is_read_or_refused() => Noise.Texts("91110108551385082Q", "11220000013544429K", "59467239-9", "594672399").Sample(
        text =>
        {
            Noise.IsReadOrRefused(text, UnifiedSocialCreditCode.Parse, (string s, out UnifiedSocialCreditCode value) => UnifiedSocialCreditCode.TryParse(s, out value));
            Noise.IsReadOrRefused(text, OrganizationCode.Parse, (string s, out OrganizationCode value) => OrganizationCode.TryParse(s, out value));
        },
        iter: Noise.Count);

    private static string Restyle(string text, bool[] wide) => string.Concat(text.Select((c, i) => wide[i] ? (char)(c + 0xFEE0) + " " : c.ToString()));
}
