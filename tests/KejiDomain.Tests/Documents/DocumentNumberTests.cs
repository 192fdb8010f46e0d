using System.Text.Json;
using CsCheck;
using KejiDomain.Tests.Values;

namespace KejiDomain.Tests.Documents;

public class DocumentNumberTests
{
    private static readonly Gen<string> Han = Gen.OneOf("豫鹤驻吉国科发财教函政办成高新市省厅监管".ToCharArray()).Array[2, 8].Select(letters => new string(letters));

    private static readonly Gen<DocumentNumber> Numbers = Gen.Select(
        Han,
        Gen.Enum<DocumentNumberForm>(),
        Gen.Int[1900, 2099],
        Gen.Bool,
        Gen.Frequency((3, Gen.Int[1, 200]), (1, Gen.Int[1, 999_999])),
        static (issuer, form, year, dated, serial) => DocumentNumber.Create(issuer, form, dated || form == DocumentNumberForm.Bracketed ? year : null, serial));

    [Theory]
    [InlineData("鹤政〔2023〕1号", "鹤政〔2023〕1号")]
    [InlineData("驻政〔2022〕11号", "驻政〔2022〕11号")]
    [InlineData("吉科发国〔2021〕50号", "吉科发国〔2021〕50号")]
    [InlineData("吉科发成〔2025〕71号", "吉科发成〔2025〕71号")]
    [InlineData("豫政〔2017〕41号", "豫政〔2017〕41号")]
    [InlineData("国函〔2016〕63号", "国函〔2016〕63号")]
    [InlineData("中办发〔2012〕14号", "中办发〔2012〕14号")]
    [InlineData("国科发高〔2010〕680号", "国科发高〔2010〕680号")]
    [InlineData("财科教【2017】6号", "财科教〔2017〕6号")]
    [InlineData("吉发[2021]33号", "吉发〔2021〕33号")]
    [InlineData("豫发(2015)13号", "豫发〔2015〕13号")]
    [InlineData("豫发\uFF082015\uFF0913号", "豫发〔2015〕13号")]
    [InlineData("豫发\uFF3B\uFF12\uFF10\uFF11\uFF15\uFF3D\uFF11\uFF13号", "豫发〔2015〕13号")]
    [InlineData("豫政‘2017’41号", "豫政〔2017〕41号")]
    [InlineData("豫政〈2017〉41号", "豫政〔2017〕41号")]
    [InlineData("豫政[2023]5号", "豫政〔2023〕5号")]
    [InlineData(" 豫 政 〔 20\n23 〕第 05 号 ", "豫政〔2023〕5号")]
    [InlineData("国务院令第731号", "国务院令第731号")]
    [InlineData("国务院令 第731号", "国务院令第731号")]
    [InlineData("国务院令731号", "国务院令第731号")]
    [InlineData("国务院第731号令", "国务院令第731号")]
    [InlineData("省政府令第57号", "省政府令第57号")]
    [InlineData("中华人民共和国主席令第八十二号", "中华人民共和国主席令第82号")]
    [InlineData("中华人民共和国主席令第一〇三号", "中华人民共和国主席令第103号")]
    [InlineData("中华人民共和国主席令第一一五号", "中华人民共和国主席令第115号")]
    [InlineData("国家发展改革委、财政部令2021年第3号", "国家发展改革委、财政部令2021年第3号")]
    [InlineData("财政部公告2023年第7号", "财政部公告2023年第7号")]
    [InlineData("财政部2023年第7号公告", "财政部公告2023年第7号")]
    [InlineData("市政府通告第二号", "市政府通告第2号")]
    public void Printed_numbers(string text, string canonical)
    {
        Assert.Equal(canonical, DocumentNumber.Parse(text).ToString());
        Assert.Equal(DocumentNumber.Parse(canonical), DocumentNumber.Parse(text.AsSpan(), null));
    }

    [Fact]
    public void The_parts()
    {
        var number = DocumentNumber.Parse("吉科发国[2021]50号");
        Assert.Equal(("吉科发国", 2021, 50, DocumentNumberForm.Bracketed), (number.Issuer, number.Year, number.Serial, number.Form));
        var order = DocumentNumber.Parse("国务院令第731号");
        Assert.Equal(("国务院", (int?)null, 731, DocumentNumberForm.Order), (order.Issuer, order.Year, order.Serial, order.Form));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("豫政", 2)]
    [InlineData("〔2023〕5号", 0)]
    [InlineData("豫〔2023〕5号", 0)]
    [InlineData("豫政〔2023]5号", 7)]
    [InlineData("豫政〔23〕5号", 5)]
    [InlineData("豫政〔20*3〕5号", 5)]
    [InlineData("豫政〔2023〕号", 8)]
    [InlineData("豫政〔2023〕0号", 8)]
    [InlineData("豫政〔2023〕*号", 8)]
    [InlineData("豫政〔2023〕5", 9)]
    [InlineData("豫政〔2023〕5号文", 10)]
    [InlineData("豫政〔2023〕5号、6号", 10)]
    [InlineData("豫政〔2023〕1234567号", 14)]
    [InlineData("豫政〔1840〕5号", 3)]
    [InlineData("根据豫政〔2023〕5号", 0)]
    [InlineData("关于印发豫政〔2023〕5号", 0)]
    [InlineData("财政部的通知〔2023〕5号", 3)]
    [InlineData("财政部 税务总局公告2023年第7号", 3)]
    [InlineData("粤ICP备05102027号", 1)]
    [InlineData("粤公网安备44040202001358号", 5)]
    [InlineData("第731号", 5)]
    [InlineData("第五号", 3)]
    [InlineData("昆仑号", 3)]
    [InlineData("2023年5月6号", 0)]
    [InlineData("文档编号:373425", 4)]
    [InlineData("一号文件", 4)]
    [InlineData("豫政𠀀〔2023〕5号", 2)]
    public void What_is_no_number(string text, int position)
    {
        Assert.False(DocumentNumber.TryParse(text, out var value));
        Assert.True(value.IsEmpty);
        var failure = Assert.Throws<FormatException>(() => DocumentNumber.Parse(text));
        Assert.Contains($"at position {position};", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_number_reads_back_in_every_style() => Gen.Select(Numbers, Gen.Int[0, 8], Gen.Bool, Gen.Bool, Gen.Bool, Gen.Bool).Sample((number, bracket, wide, spaced, ordinal, variant) =>
    {
        var serial = Digits(number.Serial, wide);
        var gap = spaced ? "\u3000 " : string.Empty;
        var word = number.Form switch { DocumentNumberForm.Order => "令", DocumentNumberForm.Announcement => "公告", _ => "通告" };
        var year = number.Year is { } printed ? Digits(printed, wide) : string.Empty;
        var dated = year.Length > 0 ? year + gap + "年" : string.Empty;
        var text = number.Form switch
        {
            DocumentNumberForm.Bracketed => string.Join(gap, number.Issuer.Select(c => c.ToString())) + "〔【[({〈《<‘"[bracket] + year + gap + "〕】])}〉》>’"[bracket] + (ordinal ? "第0" : string.Empty) + serial + gap + "号",
            _ when variant && (number.Year is not null || !ordinal) => number.Issuer + gap + dated + "第" + serial + gap + "号" + word,
            _ when number.Serial < 10_000 && number.Year is null && ordinal => number.Issuer + word + gap + "第" + HanNumeral.Format(number.Serial) + "号",
            _ => number.Issuer + word + gap + dated + "第" + serial + "号" + gap,
        };
        Assert.Equal(number, DocumentNumber.Parse(text));
        Assert.Equal(number.ToString(), DocumentNumber.Parse(number.ToString()).ToString());
    }, iter: Noise.Styles);

    [Fact]
    public void The_order_is_total_and_agrees_with_equality() => Gen.Select(Numbers, Numbers).Sample((left, right) =>
    {
        Assert.Equal(Math.Sign(left.CompareTo(right)), -Math.Sign(right.CompareTo(left)));
        Assert.Equal(left == right, left.CompareTo(right) == 0);
    }, iter: Noise.Styles);

    [Fact]
    public void Numbers_of_one_issuer_are_ordered_by_year_and_serial()
    {
        DocumentNumber[] sorted = [default, DocumentNumber.Create("豫政", 2022, 9), DocumentNumber.Create("豫政", 2023, 5), DocumentNumber.Create("豫政", 2023, 11)];
        Assert.Equal(sorted, sorted.Reverse().Order());
    }

    [Theory]
    [InlineData("豫", 2023, 5)]
    [InlineData("根据豫政", 2023, 5)]
    [InlineData("豫政", 1023, 5)]
    [InlineData("豫政", 2023, 0)]
    [InlineData("豫 政", 2023, 1)]
    public void Parts_that_make_no_number(string issuer, int year, int serial) =>
        Assert.Throws<ArgumentException>(() => DocumentNumber.Create(issuer, year, serial));

    [Fact]
    public void Json_takes_the_canonical_form_only()
    {
        Assert.Equal(DocumentNumber.Create("豫政", 2023, 5), JsonSerializer.Deserialize<DocumentNumber>("\"豫政〔2023〕5号\""));
        Assert.Equal("豫政〔2023〕5号", JsonSerializer.SerializeToElement(DocumentNumber.Create("豫政", 2023, 5)).GetString());
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<DocumentNumber>("\"豫政【2023】5号\""));
        Numbers.Sample(number => Assert.Matches(DocumentNumber.Format.Pattern, number.ToString()));
    }

    [Fact]
    public void A_document_stores_a_dirty_number_and_reads_a_clean_one()
    {
        var document = new Document { Id = DocumentId.Parse("d1"), Kind = DocumentKind.Notice, Title = new() { Zh = "通知" }, Number = "财科教【2017】6号" };
        Assert.Equal(DocumentNumber.Create("财科教", 2017, 6), document.ReadNumber());
        Assert.Null((document with { Number = "财科教【20*7】6号" }).ReadNumber());
        Assert.Null((document with { Number = null }).ReadNumber());
    }

    [Fact]
    public void Noise_is_read_or_refused() => Noise.Texts("豫政〔2023〕5号", "国务院令第731号", "财政部公告2023年第7号", "主席令第八十二号", "财科教【2017】6号").Sample(
        text => Noise.IsReadOrRefused(text, DocumentNumber.Parse, (string s, out DocumentNumber value) => DocumentNumber.TryParse(s, out value)),
        iter: Noise.Count);

    private static string Digits(int number, bool wide)
    {
        var text = number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return wide ? string.Concat(text.Select(c => (char)(c + 0xFEE0))) : text;
    }
}
