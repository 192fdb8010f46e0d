using System.Text;
using KejiDomain.Validation;

namespace KejiDomain.Tests.Validation;

/// <summary>What records say against the words that they cite, and against themselves.</summary>
public sealed class RecordReadingTests
{
    private const string Raw = "鹤壁市會議。高新技术企业121家,占34.4%。張三任市长。";

    [Theory]
    [InlineData("121家", "121家", null)]
    [InlineData("121家", "122家", "122家; 122家; 121家")]
    [InlineData("121家", "121", null)]
    [InlineData("121家", "一百二十一家", null)]
    [InlineData("7.44亿元", "7.44", null)]
    [InlineData("7.44亿元", "74400万元", null)]
    [InlineData("7.44亿元", "74401万元", "74401万元; 74401万元; 7.44亿元")]
    [InlineData("3%-5%", "3%-5%", null)]
    [InlineData("3%-5%", "3%-6%", "3%-6%; 3-6%; 3-5%")]
    [InlineData("3%-5%", "2%-5%", "2%-5%; 2-5%; 3-5%")]
    [InlineData("3万-5万家", "3-5万", null)]
    [InlineData("3万-5万家", "3-6万家", "3-6万家; 3-6万家; 3-5万家")]
    [InlineData("3万-5万家", "2-5万家", "2-5万家; 2-5万家; 3-5万家")]
    [InlineData("34.4%", "34.4个百分点", "34.4个百分点; 34.4个百分点; 34.4%")]
    [InlineData("34.4%", "34.4", null)]
    [InlineData("70%", "七成", null)]
    [InlineData("75%", "七成五", null)]
    [InlineData("约30%-50%", "约三成至五成", null)]
    [InlineData("25%", "四分之一", null)]
    [InlineData("25%", "1/4", null)]
    [InlineData("33.33%", "三分之一", null)]
    [InlineData("33.3%", "333‰", null)]
    [InlineData("32%", "三分之一", "三分之一; 1000000分之333333-1000000分之333334; 32%")]
    [InlineData("30%-50%", "300‰-500‰", null)]
    [InlineData("30%-50%", "300‰-510‰", "300‰-510‰; 300-510‰; 30-50%")]
    [InlineData("30%-50%", "310‰-500‰", "310‰-500‰; 310-500‰; 30-50%")]
    [InlineData("333‰", "33.3%", null)]
    [InlineData("70%", "八成", "八成; 10分之8; 70%")]
    [InlineData("34%", "三分之一", "三分之一; 1000000分之333333-1000000分之333334; 34%")]
    [InlineData("70个百分点", "七成", "七成; 10分之7; 70个百分点")]
    [InlineData("0.7家", "七成", "七成; 10分之7; 0.7家")]
    [InlineData("121家", "约121家", "约121家; 约121家; 121家")]
    [InlineData("约121家", "约121家", null)]
    [InlineData("约121家", "121家", null)]
    [InlineData("近121家", "约121家", "约121家; 约121家; 近121家")]
    [InlineData("121家", "若干", null)]
    [InlineData("121家", "*家", null)]
    public void What_is_printed_is_the_figure(string figure, string printed, string? expected)
    {
        var dataset = Figures(Measure.Parse(figure) with { Printed = printed });
        Assert.Equal(expected is null ? [] : ["$.series[0].observations[0].measure: " + expected], Said(dataset, "measure:").Select(s => s[7..]));
    }

    [Theory]
    [InlineData("measure.amount", true)]
    [InlineData("measure", true)]
    [InlineData("measure.unit", false)]
    [InlineData("claims.0", false)]
    public void Evidence_says_how_a_figure_was_read(string member, bool isExplained)
    {
        var of = MemberPath.Parse(member);
        KejiDomain.Evidence[] readings =
        [
            new() { Of = of, Printed = "122" }, new() { Of = of, Doubt = "smudged" }, new() { Of = of, Basis = EvidenceBasis.Restored, Why = "smudged" }, new() { Of = of, Missing = MissingReason.Lost },
        ];
        foreach (var reading in readings)
        {
            Assert.Equal(!isExplained, Said(Figures(Measure.Count(121) with { Printed = "122" }, reading), "measure:").Any());
        }

        foreach (var reading in (KejiDomain.Evidence[])[new() { Of = of, Why = "smudged" }, new() { Of = of, Basis = EvidenceBasis.Stated, Why = "smudged" }])
        {
            Assert.Single(Said(Figures(Measure.Count(121) with { Printed = "122" }, reading), "measure:"));
        }
    }

    [Theory]
    [InlineData(null, null, null, null, 1)]
    [InlineData(5, null, null, null, 0)]
    [InlineData(null, 3, 5, null, 0)]
    [InlineData(null, 5, 5, null, 0)]
    [InlineData(null, 6, 5, null, 1)]
    [InlineData(null, 3, null, null, 1)]
    [InlineData(null, null, 5, null, 1)]
    [InlineData(4, 3, 5, null, 1)]
    [InlineData(4, 3, null, null, 1)]
    [InlineData(null, null, null, MissingReason.Lost, 0)]
    [InlineData(5, null, null, MissingReason.Lost, 1)]
    [InlineData(null, 3, null, MissingReason.Lost, 1)]
    [InlineData(null, null, 3, MissingReason.Lost, 1)]
    public void A_measure_is_an_amount_a_range_or_missing(int? amount, int? low, int? high, MissingReason? missing, int issues) =>
        Assert.Equal(issues, Said(Figures(new Measure { Amount = amount, Low = low, High = high, Missing = missing, Unit = UnitOfMeasure.Count, Printed = missing is null ? "若干" : null }), "measure").Count());

    [Theory]
    [InlineData(17, false)]
    [InlineData(18, false)]
    [InlineData(19, true)]
    public void A_rank_lies_in_its_field(int rank, bool isWrong) => Assert.Equal(
        isWrong ? [$"KD7007 $.series[0].observations[0].claims[0].position: {rank}; 18"] : [],
        Said(Samples.Minimal([Samples.Series(Indicator.HighTechEnterprises, default, Samples.Observe("2022", Measure.Count(1), Claim.Rank(rank, of: 18)))]), "position"));

    [Theory]
    [InlineData("2022/2022-01-01", false)]
    [InlineData("2022-01-02/2022-01-01", true)]
    [InlineData("2022/2023", false)]
    public void A_period_does_not_end_before_it_begins(string period, bool isWrong) =>
        Assert.Equal(isWrong, Said(Samples.Minimal(meetings: [Meeting() with { On = ReportingPeriod.Parse(period) }]), "on:").Any());

    [Theory]
    [InlineData("同比下降7.5%")]
    [InlineData("下降10%以上")]
    [InlineData("下降3%-5%")]
    [InlineData("较上年减少6家")]
    [InlineData("低于全省平均1.2个百分点")]
    public void The_word_that_makes_a_figure_less_stands_before_it(string printed) => Assert.Empty(Mismatches(Claim.Parse(printed).Measure!.Value));

    [Theory]
    [InlineData(1, 2, "百余家", false)]
    [InlineData(100, null, "百余家", false)]
    [InlineData(1, null, "百余家", true)]
    [InlineData(1, 3, "百余家", true)]
    public void A_printed_hundred_is_a_hundred_however_written(int amount, int? multiplier, string printed, bool isWrong) =>
        Assert.Equal(isWrong, Mismatches(Measure.Count(amount, "家") with { Multiplier = multiplier, Qualifier = Qualifier.Over, Printed = printed }).Any());

    [Theory]
    [InlineData(-7.5, "7.4%")]
    [InlineData(7.5, "-7.5%")]
    public void A_figure_that_is_printed_otherwise_is_reported_whatever_its_sign(double amount, string printed) => Assert.Single(Mismatches(Measure.Percent((decimal)amount) with { Printed = printed }));

    private static IEnumerable<Issue> Mismatches(Measure measure) => Validator.Validate(Samples.Minimal([Samples.Series(
        Indicator.HighTechEnterprises, default, Samples.Observe("2022", null) with { Claims = [new() { Against = ClaimReference.PreviousYear, Measure = measure }] })])).Issues.Where(i => i.Code == IssueCodes.PrintedMismatch);

    [Fact]
    public void Parts_are_those_of_the_nearest_slogan_around()
    {
        NumberedSlogan Slogan(int parts) => new() { Text = "口号", Parts = [.. Enumerable.Range(0, parts).Select(i => new SloganPart { Noun = "项" })] };
        var program = Program() with
        {
            Slogan = Slogan(2),
            Outline =
            [
                Node("a", 1) with { Slogan = Slogan(3), Items = [Node("b", 2), Node("c", 3)] },
                Node("d", 2) with { Items = [Node("e", 1), Node("f", 2)] },
            ],
        };
        Assert.Equal(
            ["$.programs[0].outline[0].items[1].part: 3; 3", "$.programs[0].outline[1].part: 2; 2", "$.programs[0].outline[1].items[1].part: 2; 2"],
            Said(Samples.Minimal(programs: [program]), ".part:").Select(s => s[7..]));
        Assert.Equal(["$.programs[0].outline[0].part: 0; 0"], Said(Samples.Minimal(programs: [Program() with { Outline = [Node("a", 0)] }]), ".part:").Select(s => s[7..]));
    }

    [Fact]
    public void Members_are_counted_wherever_they_stand_and_once()
    {
        NumberedSlogan Slogan(params ReadOnlySpan<int> counts) => new() { Text = "口号", Parts = [.. counts.ToArray().Select(c => new SloganPart { Count = c, Noun = "项" })] };
        IEnumerable<string> Of(NumberedSlogan slogan, params ReadOnlySpan<OutlineNode> outline) =>
            Said(Samples.Minimal(programs: [Program() with { Slogan = slogan, Outline = ValueList.Create(outline) }]), "slogan.parts").Select(s => s[7..]);
        Assert.Empty(Of(Slogan(2, 1), Node("a", 0), Node("b", null) with { Items = [Node("c", 0), Node("d", 1)] }));
        Assert.Equal(["$.programs[0].slogan.parts[0]: 0; 口号; 2; 3"], Of(Slogan(2, 1), Node("a", 0), Node("b", null) with { Items = [Node("c", 0), Node("d", 1), Node("e", 0)] }));
        Assert.Equal(["$.programs[0].slogan.parts[1]: 1; 口号; 2; 1"], Of(Slogan(2, 2), Node("a", 0), Node("b", 0), Node("c", 1)));

        // A node of a part stands for those of the part below it, and for no others.
        Assert.Empty(Of(Slogan(2, 1), Node("a", 0) with { Items = [Node("b", 0), Node("c", 1)] }, Node("d", 0)));
        Assert.Empty(Of(Slogan(1, 2), Node("a", 1) with { Items = [Node("b", 1), Node("c", 0)] }, Node("d", 1)));

        // What has a slogan of its own has parts of its own.
        Assert.Empty(Of(Slogan(1), Node("a", 0), Node("b", null) with { Slogan = Slogan(1), Items = [Node("c", 0)] }));

        // 等 leaves a part open for the nodes below it.
        Assert.Empty(Of(Slogan(3), Node("a", null) with { Open = "等", Items = [Node("b", 0), Node("c", null) with { Items = [Node("d", 0)] }] }));
        Assert.Equal(["$.programs[0].slogan.parts[0]: 0; 口号; 3; 2"], Of(Slogan(3), Node("a", null) with { Open = "等" }, Node("b", 0), Node("c", 0)));
    }

    [Theory]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(40)]
    public void A_slogan_may_have_many_parts(int parts)
    {
        var slogan = new NumberedSlogan { Text = "口号", Parts = [.. Enumerable.Range(0, parts).Select(i => new SloganPart { Count = 1, Noun = "项" })] };
        var outline = Enumerable.Range(0, parts).Select(i => Node("a", i)).Append(Node("b", parts - 1));
        Assert.Equal([$"$.programs[0].slogan.parts[{parts - 1}]: {parts - 1}; 口号; 1; 2"], Said(Samples.Minimal(programs: [Program() with { Slogan = slogan, Outline = [.. outline] }]), "slogan.parts").Select(s => s[7..]));
    }

    [Fact]
    public void A_node_holds_its_own_slogan_and_count_against_its_items()
    {
        var slogan = new NumberedSlogan { Text = "两大工程", Parts = [new() { Count = 2, Noun = "工程" }] };
        IEnumerable<string> Of(OutlineNode node) => Said(Samples.Minimal(programs: [Program() with { Outline = [node] }]), ":").Where(s => s.StartsWith("KD7", StringComparison.Ordinal)).Select(s => s[7..]);
        Assert.Equal(["$.programs[0].outline[0].slogan.parts[0]: 0; 两大工程; 2; 1"], Of(Node("a", null) with { Slogan = slogan, Items = [Node("b", 0)] }));
        Assert.Equal(["$.programs[0].outline[0].slogan.parts[0]: 0; 两大工程; 2; 3"], Of(Node("a", null) with { Slogan = slogan, Declared = Measure.Count(3) }));
        Assert.Equal(["$.programs[0].outline[0].declared: 1; 2"], Of(Node("a", null) with { Declared = Measure.Count(1), Items = [Node("b", null), Node("c", null)] }));
        Assert.Equal(["$.programs[0].outline[0].slogan.parts[0].count: 两大工程; 0; 2; 3"], Of(Node("a", null) with { Slogan = slogan with { Parts = [new() { Count = 3, Noun = "工程" }] } }));
    }

    [Theory]
    [InlineData("replace", null, "x", "replace; printed")]
    [InlineData("replace", "x", null, null)]
    [InlineData("replace", "x", "x", "replace; a reading that is not what is printed")]
    [InlineData("character-map", "xy", "xy", "character-map; a reading that is not what is printed")]
    [InlineData("character-map", null, "x", "character-map; printed, read")]
    [InlineData("character-map", "x", null, "character-map; printed, read")]
    [InlineData("character-map", "xy", "x", "character-map; two texts of equal length")]
    [InlineData("character-map", "xy", "ab", null)]
    [InlineData("strip-pinyin", null, null, null)]
    public void A_repair_says_what_it_repairs(string rule, string? printed, string? read, string? expected)
    {
        var damage = Damage(rule switch { "replace" => RepairRule.Replace, "character-map" => RepairRule.CharacterMap, _ => RepairRule.StripPinyin }, printed, read);
        var dataset = Samples.Minimal();
        Assert.Equal(expected is null ? [] : ["$.sources[0].damage[0]: " + expected], Said(dataset with { Sources = [dataset.Sources[0] with { Damage = [damage] }] }, "damage").Select(s => s[7..]));
    }

    [Fact]
    public void A_pattern_occurs_as_often_as_it_says()
    {
        DamagePattern[] patterns = [Damage(null, "市", null) with { Times = 2 }, Damage(RepairRule.Replace, "家", "个") with { Times = 2 }, Damage(null, null, null) with { Times = 7 }, Damage(null, "会", null)];
        var dataset = Text([.. patterns.Select((pattern, number) => pattern with { Id = DamageId.Parse($"d{number}") })]);
        Assert.Equal(["$.sources[0].damage[1].times: 1; 2"], Read(dataset).Select(s => s[7..]));
    }

    [Fact]
    public void A_text_is_the_one_that_was_transcribed()
    {
        var dataset = Text();
        Assert.Empty(Read(dataset));
        var file = dataset.Sources[0].File;
        Assert.Equal(["$.sources[0].file: text.txt"], Read(dataset with { Sources = [dataset.Sources[0] with { File = file with { Length = file.Length + 1 } }] }).Select(s => s[7..]));
        Assert.Equal(["$.sources[0].file: text.txt"], Read(dataset with { Sources = [dataset.Sources[0] with { File = file with { Sha256 = Sha256Digest.Parse(new string('0', 64)) } }] }).Select(s => s[7..]));
    }

    [Theory]
    [InlineData("张三", "張三", false)]
    [InlineData("张 三", "張三", false)]
    [InlineData("“张三”", "張三", false)]
    [InlineData("李四", "張三", true)]
    [InlineData("张三", "鹤壁市", true)]
    [InlineData("張三", "張三", true)]
    public void A_name_is_in_the_repaired_words(string name, string cited, bool isWrong) =>
        Assert.Equal(isWrong ? [$"$.people[0].name.zh: {name}"] : [], Read(Map() with { People = [Person(name, Cite(cited))] }).Select(s => s[7..]));

    [Fact]
    public void A_name_that_is_not_in_the_words_is_explained()
    {
        KejiDomain.Evidence whole = Cite("鹤壁市");
        var of = MemberPath.Parse("name.zh");
        bool IsWrong(params ReadOnlySpan<KejiDomain.Evidence> evidence) => Read(Map() with { People = [Person("李四", [whole, .. evidence])] }).Any(s => s.StartsWith(IssueCodes.ReadingNotInSpan, StringComparison.Ordinal));
        Assert.True(IsWrong());
        Assert.False(IsWrong(new KejiDomain.Evidence { Of = of, Basis = EvidenceBasis.Restored, Why = "smudged" }));
        Assert.False(IsWrong(new KejiDomain.Evidence { Of = MemberPath.Parse("name"), Basis = EvidenceBasis.Restored, Why = "smudged" }));
        Assert.False(IsWrong(new KejiDomain.Evidence { Of = of, Cite = [Cite("张", "張")], Printed = "張" }));
        Assert.False(IsWrong(new KejiDomain.Evidence { Of = of, Missing = MissingReason.Redacted }));
        Assert.True(IsWrong(new KejiDomain.Evidence { Of = of, Cite = [Cite("張三")] }));
        Assert.True(IsWrong(new KejiDomain.Evidence { Of = of, Cite = [Cite("張三")], Basis = EvidenceBasis.Stated }));
        Assert.True(IsWrong(new KejiDomain.Evidence { Of = MemberPath.Parse("aliases"), Basis = EvidenceBasis.Restored, Why = "smudged" }));
        Assert.Empty(Read(Map() with { People = [Person("张三", [whole, new() { Of = of, Cite = [Cite("張三")] }])] }));
    }

    [Fact]
    public void Aliases_and_verbs_are_readings_and_notes_are_not()
    {
        var person = Person("张三", Cite("張三")) with { Aliases = [new() { Zh = "张三", En = "Zhang San" }, new() { Zh = "李四", En = "Li Si" }] };
        Assert.Equal(["$.people[0].aliases[1].zh: 李四"], Read(Map() with { People = [person] }).Select(s => s[7..]));
    }

    [Theory]
    [InlineData("張三", "張三", false)]
    [InlineData("张三", "張三", true)]
    [InlineData("三任", "張三任市长", false)]
    [InlineData("李四", "張三", true)]
    public void What_evidence_says_is_printed_is_in_the_raw_words(string printed, string cited, bool isWrong)
    {
        KejiDomain.Evidence evidence = new() { Of = MemberPath.Parse("name"), Cite = [Cite(cited)], Printed = printed };
        var dataset = Map() with { People = [Person("张三", [Cite("張三"), evidence])] };
        Assert.Equal(isWrong ? [$"$.people[0].evidence[1].printed: {printed}"] : [], Read(dataset).Select(s => s[7..]));
        Assert.Empty(Said(dataset, "printed"));

        // Without words of its own it speaks of those of the record.
        var bare = dataset with { People = [Person("张三", [Cite("張三任市长"), evidence with { Cite = [] }])] };
        Assert.Equal(printed is "張三" or "三任" ? [] : [$"$.people[0].evidence[1].printed: {printed}"], Read(bare).Select(s => s[7..]));
    }

    [Fact]
    public void A_printed_figure_is_in_the_words_of_its_record_or_of_the_one_around()
    {
        IEnumerable<string> Of(string printed, params ReadOnlySpan<KejiDomain.Evidence> evidence)
        {
            var observation = Samples.Observe("2022", Measure.Parse(printed) with { Printed = printed }) with { Evidence = ValueList.Create(evidence) };
            return Read(Text() with { Series = [Samples.Series(Indicator.HighTechEnterprises, default, observation)] }).Select(s => s[7..]);
        }

        Assert.Empty(Of("121家", Cite("121家")));
        Assert.Equal(["$.series[0].observations[0].measure.printed: 122家"], Of("122家", Cite("121家")));
        Assert.Empty(Of("121家", Cite("鹤壁市"), Cite("121家")));
        Assert.Empty(Of("121家", Cite("121家"), Cite("鹤壁市")));
        Assert.Equal(["$.series[0].observations[0].measure.printed: 121家"], Of("121家", Cite("鹤壁市")));
        Assert.Empty(Of("121家", new KejiDomain.Evidence { Cite = [Cite("12"), Cite("1家")] }));

        IEnumerable<string> OfClaim(string printed) => Read(Text() with
        {
            Series = [Samples.Series(Indicator.HighTechEnterprises, default, Samples.Observe("2022", Measure.Count(121), new Claim { Against = ClaimReference.Target, Measure = Measure.Parse(printed) }) with { Evidence = [Cite("121家")] })],
        }).Select(s => s[7..]);
        Assert.Empty(OfClaim("121家"));
        Assert.Equal(["$.series[0].observations[0].claims[0].measure.printed: 122家"], OfClaim("122家"));
    }

    [Fact]
    public void What_holds_records_has_no_words_for_them()
    {
        KejiDomain.Evidence known = new() { Basis = EvidenceBasis.External, Why = "by the news" };
        Assert.Empty(Read(Text() with { Evidence = [Cite("鹤壁市")], People = [Person("张三", known)] }));
        Assert.Empty(Read(Text() with { Series = [Samples.Series(Indicator.HighTechEnterprises, default, Samples.Observe("2022", Measure.Parse("122家")) with { Evidence = [known] }) with { Evidence = [Cite("121家")] }] }));
    }

    [Fact]
    public void A_span_ends_where_its_text_ends()
    {
        var dataset = Text();
        var length = dataset.Sources[0].File.Length;
        IEnumerable<string> Of(int end) => Said(dataset with { People = [Person("张三", Citation.Create(SourceId.Parse("s1"), 0, end))] }, "evidence").Select(s => s[7..]);
        Assert.Empty(Of(length));
        Assert.Equal([$"$.people[0].evidence[0]: {length + 1}; {length}"], Of(length + 1));
    }

    [Fact]
    public void Evidence_stands_for_a_whole_record_or_for_a_member()
    {
        IEnumerable<string> Of(params ReadOnlySpan<KejiDomain.Evidence> evidence) => Said(Samples.Minimal() with { People = [Person("张三", evidence)] }, "people[0]:").Select(s => s[..6]);
        var cite = Samples.Cited[0].Cite;
        Assert.Empty(Of(new KejiDomain.Evidence { Cite = cite }));
        Assert.Empty(Of(new KejiDomain.Evidence { Basis = EvidenceBasis.External, Why = "it is known" }));
        Assert.Empty(Of(new KejiDomain.Evidence { Basis = EvidenceBasis.Inferred, Why = "it is known" }));
        Assert.Equal([IssueCodes.NoEvidence], Of());
        Assert.Equal([IssueCodes.NoEvidence], Of(new KejiDomain.Evidence { Basis = EvidenceBasis.Restored, Why = "it is known" }));
        Assert.Equal([IssueCodes.NoEvidence], Of(new KejiDomain.Evidence { Of = MemberPath.Parse("name"), Cite = cite }));

        // The evidence of a series is that of what tells it apart, and not of its figures.
        var series = Samples.Series(Indicator.HighTechEnterprises, default, Samples.Observe("2022", Measure.Count(1)) with { Evidence = [] }) with { Evidence = Samples.Cited };
        Assert.Equal([IssueCodes.NoEvidence + " $.series[0].observations[0]: "], Said(Samples.Minimal([series]), "observations"));
    }

    [Fact]
    public void Evidence_speaks_of_members_that_there_are()
    {
        IEnumerable<string> Of(string member, MissingReason? missing) =>
            Said(Samples.Minimal() with { People = [Person("张三", [Samples.Cited[0], new() { Of = MemberPath.Parse(member), Missing = missing, Why = "it is known" }])] }, "evidence").Select(s => s[7..]);
        Assert.Empty(Of("name", null));
        Assert.Empty(Of("aliases", MissingReason.Lost));
        Assert.Equal(["$.people[0].evidence[1].of: aliases"], Of("aliases", null));
        Assert.Equal(["$.people[0].evidence[1].of: nothing"], Of("nothing", null));
        Assert.Equal(["$.people[0].evidence[1].of: nothing"], Of("nothing", MissingReason.Lost));
        Assert.Equal(["$.people[0].evidence[1].missing: name; lost"], Of("name", MissingReason.Lost));
    }

    private static PolicyDataset Figures(Measure measure, params ReadOnlySpan<KejiDomain.Evidence> evidence) => Samples.Minimal(
        [Samples.Series(Indicator.HighTechEnterprises, default, Samples.Observe("2022", measure) with { Evidence = [Samples.Cited[0], .. evidence] })]);

    private static PolicyDataset Text(ValueList<DamagePattern> damage = default)
    {
        var text = SourceText.FromBytes(Encoding.UTF8.GetBytes(Raw));
        var dataset = Samples.Minimal();
        return dataset with { Sources = [dataset.Sources[0] with { Damage = damage, File = dataset.Sources[0].File with { Sha256 = text.Sha256, Length = text.Length } }] };
    }

    private static PolicyDataset Map() => Text([Damage(RepairRule.CharacterMap, "張會議", "张会议")]);

    private static DamagePattern Damage(RepairRule? rule, string? printed, string? read) =>
        new() { Id = DamageId.Parse("d"), Kind = DamageKind.CodeList.Definitions.Select(d => DamageKind.Parse(d.Code)).First(), Rule = rule, Printed = printed, Read = read };

    private static Citation Cite(string words, string? instead = null) => SourceText.FromBytes(Encoding.UTF8.GetBytes(Raw)).Cite(SourceId.Parse("s1"), instead ?? words);

    private static Person Person(string name, params ReadOnlySpan<KejiDomain.Evidence> evidence) => new() { Id = PersonId.Parse("a"), Name = name, Evidence = ValueList.Create(evidence) };

    private static Meeting Meeting() => new() { Id = MeetingId.Parse("m"), Kind = MeetingKind.WorkConference, Name = "会议", Evidence = Samples.Cited };

    private static PolicyProgram Program() => new() { Id = ProgramId.Parse("p"), Kind = ProgramKind.ActionPlan, Name = "计划", Evidence = Samples.Cited };

    private static OutlineNode Node(string text, int? part) => new() { Text = text, Part = part };

    // The issues without a text at hand whose line has some words.
    private static IEnumerable<string> Said(PolicyDataset dataset, string words) => Lines(Validator.Validate(dataset)).Where(l => l.Contains(words, StringComparison.Ordinal));

    // The issues with the text at hand.
    private static IEnumerable<string> Read(PolicyDataset dataset) =>
        Lines(Validator.Validate(dataset, new() { Texts = new Dictionary<SourceId, SourceText> { [SourceId.Parse("s1")] = SourceText.FromBytes(Encoding.UTF8.GetBytes(Raw)) } }));

    private static IEnumerable<string> Lines(ValidationReport report) => report.Issues.Select(i => $"{i.Code} {i.Path}: {string.Join("; ", i.Arguments)}");
}
