using NodaTime;

namespace KejiDomain.Tests.Geography;

public class GazetteerScanTests
{
    public static TheoryData<string, string> Texts => new()
    {
        { "鹤壁市召开科技工作会议", "鹤壁市" },
        { "吉林省吉林市桦甸市", "吉林省|吉林市|桦甸市" },
        { "洛阳市和平顶山市", "洛阳市|平顶山市" },
        { "恩施州与延边朝鲜族自治州", "恩施州|延边朝鲜族自治州" },
        { "鹤壁经济技术开发区", "鹤壁经济技术开发区" },
        { "浚县、淇县", "浚县|淇县" },
        { "安徽省和县", "安徽省|和县" },
        { "安徽和县", "和县" },
        { "省和县两级", "" },
        { "赵县长出席", "" },
        { "阳泉市城区", "阳泉市|城区" },
        { "老城区改造", "" },
        { "洛阳市老城区", "洛阳市|老城区" },
        { "上海城市更新", "" },
        { "沿海城市", "" },
        { "海城市政府", "海城市" },
        { "承德城区", "" },
        { "适应城市发展", "" },
        { "湖北省应城市", "湖北省|应城市" },
        { "建成都市圈", "" },
        { "四川省成都市", "四川省|成都市" },
        { "推动成都市发展", "成都市" },
        { "合作市场", "" },
        { "甘南藏族自治州合作市", "甘南藏族自治州|合作市" },
        { "东莞市场监管", "" },
        { "中原区域", "" },
        { "朝阳区域经济", "" },
        { "正蓝旗下", "" },
        { "市科技局会同县区", "" },
        { "高新市区", "" },
        { "盐城市滨海新区", "盐城市" },
        { "天津市滨海新区", "天津市|滨海新区" },
        { "刘南昌李红旗郭东方", "" },
        { "创新龙头、创新平台、长白山、兴业银行、合作", "" },
        { "区城性科技创新中心", "" },
        { "三門峽市", "" },
        { "", "" },
        { "市", "" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void TheDefaultGivesNamesWithTheirUnitWord(string text, string expected)
    {
        var matches = Gazetteer.FindAll(text);
        Assert.Equal(expected, string.Join('|', matches.Select(match => text[match.Start..match.End])));
        Assert.All(matches, match => Assert.NotEqual(DivisionNameForm.ShortName, match.Form));
    }

    [Fact]
    public void ShortNamesComeOnlyOnRequestAndSaySo()
    {
        const string Text = "鹤壁召开会议,新乡市、恩施州和吉林参加";
        Assert.Equal(["新乡市", "恩施州"], Gazetteer.FindAll(Text).Select(match => Text[match.Start..match.End]));
        var all = Gazetteer.FindAll(Text, shortNames: true);
        Assert.Equal(
            [("鹤壁", DivisionNameForm.ShortName), ("新乡市", DivisionNameForm.FullName), ("恩施州", DivisionNameForm.AbbreviatedName), ("吉林", DivisionNameForm.ShortName)],
            all.Select(match => (Text[match.Start..match.End], match.Form)));
        Assert.Equal("220000 吉林省, 220200 吉林市", all[3].Divisions.ToString());
        Assert.Equal("0..2 ShortName: 410600 鹤壁市", all[0].ToString());
    }

    [Fact]
    public void EveryUnitThatANameMayMeanIsGiven()
    {
        Assert.Equal(4, Assert.Single(Gazetteer.FindAll("在鼓楼区")).Divisions.Count);
        Assert.Equal("320106", Gazetteer.FindAll("南京市鼓楼区")[1].Divisions.Only!.Code.ToString());
        Assert.Equal("320106, 320302", string.Join(", ", Gazetteer.FindAll("江苏省鼓楼区")[1].Divisions.Select(unit => unit.Code)));
    }

    [Fact]
    public void NamesOfADayAreFoundInATextOfThatDay()
    {
        const string Text = "襄樊市与陕县";
        Assert.Empty(Gazetteer.FindAll(Text));
        Assert.Equal("420600 襄樊市", Gazetteer.FindAll(Text, day: new LocalDate(2009, 1, 1))[0].Divisions.ToString());
        Assert.Empty(Gazetteer.FindAll("襄阳市", day: new LocalDate(2009, 1, 1)));
    }

    [Fact]
    public void EveryNameIsFoundAfterTheNamesAboveIt()
    {
        foreach (var unit in Gazetteer.All)
        {
            var text = $"在{unit.QualifiedName}召开";
            var last = Gazetteer.FindAll(text)[^1];
            Assert.Equal(text.Length - "召开".Length, last.End);
            Assert.Contains(unit, last.Divisions);
        }
    }

    [Fact]
    public void MatchesLieInOrderInTheTextAndAreNames()
    {
        var source = new TextSource(71);
        for (var i = 0; i < 20_000; i++)
        {
            var text = source.Passage();
            foreach (var shortNames in (bool[])[false, true])
            {
                var end = 0;
                foreach (var match in Gazetteer.FindAll(text, shortNames))
                {
                    Assert.True(match.Start >= end && match.Length >= 2 && match.End <= text.Length);
                    end = match.End;
                    var all = Gazetteer.Find(text.AsSpan(match.Start, match.Length));
                    Assert.False(match.Divisions.IsEmpty);
                    Assert.All(match.Divisions, unit => Assert.Contains(unit, all));
                    Assert.True(shortNames || match.Form != DivisionNameForm.ShortName);
                }
            }
        }
    }

    /// <summary>Holds the scanner to what was judged by hand for every match in the five source texts.</summary>
    [Fact]
    public void TheMatchesInTheSourceTextsAreThoseJudged()
    {
        var folder = Environment.GetEnvironmentVariable("KEJI_SOURCES");
        Assert.SkipWhen(string.IsNullOrEmpty(folder), "KEJI_SOURCES does not name the folder of the source texts.");
        var judged = JudgedMatches();
        foreach (var file in judged.Select(row => row.File).Distinct())
        {
            var text = File.ReadAllText(Path.Combine(folder!, file));
            var rows = judged.Where(row => row.File == file).ToList();
            Assert.Equal(rows.Select(row => row.Found), Gazetteer.FindAll(text, shortNames: true).Select(match => Found(text, match)));
            Assert.Equal(rows.Where(row => row.Form != "short").Select(row => row.Found), Gazetteer.FindAll(text).Select(match => Found(text, match)));
        }
    }

    [Fact]
    public void TheDefaultHasNoFalseMatchInTheSourceTexts()
    {
        var judged = JudgedMatches();
        Assert.Equal(5, judged.Select(row => row.File).Distinct().Count());
        Assert.All(judged, row => Assert.Contains(row.Verdict, (string[])["right", "wrong"]));
        Assert.Contains(judged, row => row.Form != "short");
        Assert.All(judged.Where(row => row.Form != "short"), row => Assert.Equal("right", row.Verdict));
        Assert.All(judged, row => Assert.Equal(row.Verdict == "right", row.Codes.Split(',').Contains(row.Meant)));
        Assert.All(judged, row => Assert.Equal(row.Codes, string.Join(',', Gazetteer.Find(row.Name).Select(unit => unit.Code))));
    }

    private static string Found(string text, DivisionMatch match)
    {
        var form = match.Form switch
        {
            DivisionNameForm.FullName => "full",
            DivisionNameForm.AbbreviatedName => "abbreviated",
            _ => "short",
        };
        return $"{match.Start} {text[match.Start..match.End]} {form} {string.Join(',', match.Divisions.Select(unit => unit.Code))}";
    }

    private static List<Judged> JudgedMatches() => File.ReadLines(GazetteerDataTests.PathTo("tests/KejiDomain.Tests/Geography/GazetteerMatches.tsv"))
        .Where(line => line[0] != '#').Skip(1).Select(line => line.Split('\t'))
        .Select(cells => new Judged(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6])).ToList();

    private sealed record Judged(string File, string Offset, string Name, string Form, string Codes, string Verdict, string Meant)
    {
        public string Found => $"{Offset} {Name} {Form} {Codes}";
    }
}
