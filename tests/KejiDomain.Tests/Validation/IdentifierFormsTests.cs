using KejiDomain.Validation;

namespace KejiDomain.Tests.Validation;

public sealed class IdentifierFormsTests
{
    [Theory]
    [InlineData("isbn", "978-0-306-40615-7", "9780306406157", "979-10-90636-07-1", "0-306-40615-2", "0 8044 2957 X", "080442957x")]
    [InlineData("issn", "0378-5955", "2434-561X", "03785955")]
    [InlineData("orcid", "0000-0002-1825-0097", "0000-0002-1694-233X", "https://orcid.org/0000-0002-1694-233X", "https://orcid.org/0000-0002-1825-0097/", "0000\u20100002\u20111825\u20140097")]
    [InlineData("doi", "10.1000/182", "10.1000/a/b", "doi:10.1000/182", "DOI: 10.1000/182", "https://doi.org/10.1000/182")]
    [InlineData("wikidata", "Q42", "P31", "L7", "L7-F1", "http://www.wikidata.org/entity/Q42")]
    [InlineData("iso3166-2", "CN-HA", "GB-ENG", "FR-6", "CN-41")]
    [InlineData("gbt2260", "410600")]
    [InlineData("nbs-stat", "410600")]
    [InlineData("nbs-stat-12", "410600000000")]
    [InlineData("file-sha256", "1b17612770785efa4366461d5ed0054de27d307f0b619335956c227e95230599", "1B17612770785EFA4366461D5ED0054DE27D307F0B619335956C227E95230599")]
    [InlineData("stock-code", "anything")]
    [InlineData("made-up", "anything")]
    public void A_form_that_a_scheme_has_is_possible(string scheme, params string[] values) =>
        Assert.All(values, value => Assert.True(IdentifierForms.IsPossible(IdentifierScheme.Parse(scheme), value), value));

    [Theory]
    [InlineData("isbn", "978-0-306-40615-8", "977-0-306-40615-0", "987-0-306-40615-7", "977-3-16-148410-3", "978-0-306-4061-7", "978-0-306-40615-70", "0-306-40615-3", "X-306-40615-2", "ISBN 0-306-40615-2", "978030640615X", "978030640007X", "978--030640615A", "")]
    [InlineData("isbn", "8780306406158", "9880306406154", "9680306406150", "9770306406158", "9800306406152")]
    [InlineData("issn", "0378-5956", "0378-595", "X378-5955", "0378-59550", "0378-004A", "03X8-5955", "0378\u20155955")]
    [InlineData("orcid", "0000-0002-1825-0098", "0000-0002-1825-009", "0000-0002-1825-00970", "0000-0002-1694-2339")]
    [InlineData("doi", "11.1000/182", "110.1000/182", "10.1000", "https://doi.org/10.1000", "10./182", "10.x/182", "10.1000/")]
    [InlineData("wikidata", "Q", "42", "Q042", "q42", "Q4a", "X42", "Q7-F1", "L-F1", "L0-F1", "L7a-F1", "http://www.wikidata.org/entity/")]
    [InlineData("iso3166-2", "CN_HA", "CN-", "CN-HENAN", "cn-HA", "Cn-HA", "CN-ha", "C1-HA")]
    [InlineData("gbt2260", "4106000", "41060", "41060x", "41060\uFF10")]
    [InlineData("nbs-stat", "41060")]
    [InlineData("nbs-stat-12", "41060000000", "4106000000000")]
    [InlineData("file-sha256", "1b17", "1b17612770785efa4366461d5ed0054de27d307f0b619335956c227e9523059g")]
    [InlineData("uscc", "11220000013544429L")]
    [InlineData("orgcode", "01354442-8")]
    public void One_that_it_cannot_have_is_not(string scheme, params string[] values) =>
        Assert.All(values, value => Assert.False(IdentifierForms.IsPossible(IdentifierScheme.Parse(scheme), value), value));

    [Fact]
    public void Every_digit_counts()
    {
        foreach (var (scheme, value) in new[] { ("isbn", "9780306406157"), ("isbn", "0306406152"), ("issn", "03785955"), ("orcid", "0000000218250097") })
        {
            for (var i = 0; i < value.Length; i++)
            {
                var other = value.ToCharArray();
                other[i] = other[i] == '9' ? '8' : (char)(other[i] + 1);
                Assert.False(IdentifierForms.IsPossible(IdentifierScheme.Parse(scheme), new(other)), new(other));
            }
        }
    }

    [Theory]
    [InlineData("isbn", "international standard book number", "国际标准书号")]
    [InlineData("orcid", "ORCID researcher identifier", "ORCID 研究者标识")]
    [InlineData("file-sha256", "SHA-256 digest of a file", "文件 SHA-256 摘要")]
    public void A_scheme_is_named_within_a_sentence(string scheme, string english, string chinese) =>
        Assert.Equal((english, chinese), (IdentifierForms.NameOf(IdentifierScheme.Parse(scheme)).En, IdentifierForms.NameOf(IdentifierScheme.Parse(scheme)).Zh));
}
