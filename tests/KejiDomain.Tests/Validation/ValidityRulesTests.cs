using KejiDomain.Json;
using KejiDomain.Validation;

namespace KejiDomain.Tests.Validation;

public sealed class ValidityRulesTests
{
    [Theory]
    [InlineData("2024-05-01", null, "2024-05-01")]
    [InlineData("2024-05", null, "2024-05-31")]
    [InlineData("2025-02-28", null, "2025-02-28")]
    [InlineData("2025-03-01", null, null)]
    [InlineData(null, "2022/2024", "2024-12-31")]
    [InlineData(null, "2022/2025", null)]
    [InlineData(null, "2022/..", "2024-06-30")]
    [InlineData(null, null, "2024-06-30")]
    public void A_class_is_given_while_there_is_one(string? on, string? period, string? day)
    {
        // 河南省自然科学奖 is given since 2025-03-01; the last source is of 2024-06.
        var recognition = Recognition("henan-natural-science-award") with { On = on is null ? null : PartialDate.Parse(on), Period = period is null ? null : ReportingPeriod.Parse(period) };
        var dataset = Published("2024-06", "2023", null, "2024-06-30") with { Recognitions = [recognition] };
        Assert.Equal(day is null ? [] : [$"$.recognitions[0].class: 河南省自然科学奖; {day}; 2025-03-01/.."], Run(dataset));
    }

    [Fact]
    public void Nothing_is_said_of_the_time_where_nothing_tells_it() =>
        Assert.Empty(Run(Samples.Minimal() with { Recognitions = [Recognition("henan-natural-science-award")] }));

    [Theory]
    [InlineData("planned", false)]
    [InlineData("sought", false)]
    [InlineData("applied", false)]
    [InlineData("granted", true)]
    public void What_is_only_wished_for_may_be_yet_to_come(string phase, bool isWrong)
    {
        var stages = ValueList.Create<Stage>([new() { Verb = "授予", Phase = StagePhase.Granted }, new() { Verb = "拟", Phase = StagePhase.Parse(phase) }]);
        Assert.Equal(isWrong, Run(Samples.Minimal() with { Recognitions = [Recognition("henan-natural-science-award") with { On = PartialDate.Parse("2024"), Stages = stages }] }).Any());
    }

    [Theory]
    [InlineData("actual", "2024", true)]
    [InlineData("actual", "2025", false)]
    [InlineData("actual", "202X", false)]
    [InlineData("target", "2024", false)]
    public void A_class_is_counted_while_there_is_one(string modality, string period, bool isWrong)
    {
        var dataset = Figures.Of($"innovation-platforms class=henan-natural-science-award {period} {modality} 5家");
        Assert.Equal(isWrong ? [$"$.series[0].dimensions.class: 河南省自然科学奖; {period}-12-31; 2025-03-01/.."] : [], Run(dataset));
        Assert.Empty(Run(Figures.Of($"innovation-platforms class=henan-natural-science-award,henan-st-award {period} {modality} 5家")));
        Assert.Empty(Run(Figures.Of($"innovation-platforms class=henan-st-award {period} {modality} 5家")));
    }

    [Theory]
    [InlineData("national", false)]
    [InlineData("provincial", true)]
    [InlineData("provincial-or-above", false)]
    [InlineData("prefecture-or-above", false)]
    [InlineData("county", true)]
    public void A_class_is_of_its_levels(string level, bool isWrong)
    {
        var label = AdministrativeLevel.CodeList.Find(level)!.En;
        Assert.Equal(
            isWrong ? [$"$.recognitions[0].level: 中国专利奖; National level; {label}", $"$.series[0].dimensions.level: 中国专利奖; National level; {label}"] : [],
            Run(Figures.Of($"innovation-platforms class=china-patent-award level={level} 2022 5家") with { Recognitions = [Recognition("china-patent-award") with { Level = AdministrativeLevel.Parse(level) }] }));
    }

    [Fact]
    public void What_no_list_has_is_held_against_no_class() => Assert.Empty(Run(Samples.Minimal() with
    {
        Recognitions = [Recognition("china-patent-award") with { Level = AdministrativeLevel.Parse("galactic"), Grade = Grade.Parse("innovation-team") }],
    }));

    [Theory]
    [InlineData("gold", false)]
    [InlineData("first", true)]
    public void A_class_is_of_its_grades(string grade, bool isWrong)
    {
        var label = Grade.CodeList.Find(grade)!.En;
        var grades = string.Join(", ", new[] { "gold", "silver", "merit" }.Select(g => Grade.CodeList.Find(g)!.En));
        Assert.Equal(
            isWrong ? [$"$.recognitions[0].grade: 中国专利奖; {grades}; {label}", $"$.series[0].dimensions.grade: 中国专利奖; {grades}; {label}"] : [],
            Run(Figures.Of($"innovation-platforms class=china-patent-award grade={grade} 2022 5家") with { Recognitions = [Recognition("china-patent-award") with { Grade = Grade.Parse(grade) }] }));
    }

    [Theory]
    [InlineData("河南省人民政府", null)]
    [InlineData("省人民政府", null)]
    [InlineData("省政府", null)]
    [InlineData("河南省政府", null)]
    [InlineData("省委、省政府", null)]
    [InlineData("河南省委、市政府", "河南省委、市政府")]
    [InlineData("湖北省政府", "湖北省政府")]
    [InlineData("河南省科学技术厅", "河南省科学技术厅")]
    [InlineData("@410000", null)]
    [InlineData("@410600", "鹤壁市人民政府")]
    [InlineData("@office", "市科技局")]
    [InlineData("@nobody", null)]
    public void A_class_is_given_by_those_who_give_it(string grantor, string? other)
    {
        Party party = grantor[0] == '@' ? Party.FromReference(Reference.Parse(grantor[1..])) : Party.FromGroup(grantor);
        var dataset = Samples.Minimal() with { Organizations = [Office("市科技局")], Recognitions = [Recognition("henan-st-award") with { Grantors = [party] }] };
        Assert.Equal(other is null ? [] : [$"$.recognitions[0].grantors: 河南省科学技术奖; 河南省人民政府; {other}"], Run(dataset));
    }

    [Fact]
    public void Of_several_others_the_first_is_named_and_one_right_one_is_enough()
    {
        PolicyDataset Of(params ReadOnlySpan<string> groups) => Samples.Minimal() with { Recognitions = [Recognition("henan-st-award") with { Grantors = [.. groups.ToArray().Select(Party.FromGroup)] }] };
        Assert.Equal(["$.recognitions[0].grantors: 河南省科学技术奖; 河南省人民政府; 甲协会"], Run(Of("甲协会", "乙协会")));
        Assert.Empty(Run(Of("甲协会", "河南省人民政府")));
        Assert.Empty(Run(Of("河南省人民政府", "甲协会")));
        Assert.Empty(Run(Samples.Minimal() with { Recognitions = [Recognition("srdi-little-giant") with { Grantors = [Party.FromGroup("中华人民共和国工业和信息化部")] }] }));
        Assert.Empty(Run(Samples.Minimal() with { Recognitions = [Recognition("hnte") with { Grantors = [Party.FromGroup("甲协会")] }] }));
    }

    [Theory]
    [InlineData("mayor", "410600", null)]
    [InlineData("county-mayor", "410600", "County mayor; County level; 鹤壁市; Prefecture level")]
    [InlineData("county-mayor", "410621", null)]
    [InlineData("governor", "office", "Governor of a province; Provincial level; 市科技局; Prefecture level")]
    [InlineData("governor", "placed", "Governor of a province; Provincial level; 县科技局; County level")]
    [InlineData("governor", "ranked", null)]
    [InlineData("governor", "nobody", null)]
    [InlineData("secretary", "410600", null)]
    public void A_post_is_of_the_level_of_its_body(string post, string body, string? expected)
    {
        var appointment = new Appointment { Person = PersonId.Parse("a"), Posts = [new() { Post = OfficialPost.Parse("mayor") }, new() { Post = OfficialPost.Parse(post), Body = Party.FromReference(Reference.Parse(body)) }], Evidence = Samples.Cited };
        var dataset = Samples.Minimal() with
        {
            Organizations =
            [
                Office("市科技局") with { Level = AdministrativeLevel.Parse("prefecture") },
                Office("县科技局") with { Id = OrganizationId.Parse("placed"), Place = PlaceReference.Parse("410621") },
                Office("省科技厅") with { Id = OrganizationId.Parse("ranked"), Place = PlaceReference.Parse("410621"), Level = AdministrativeLevel.Parse("provincial") },
            ],
            Appointments = [appointment],
        };
        Assert.Equal(expected is null ? [] : ["$.appointments[0].posts[1]: " + expected], Run(dataset));
    }

    private static Recognition Recognition(string code) => new() { Id = RecognitionId.Parse("r"), Class = RecognitionClass.Parse(code), Evidence = Samples.Cited };

    private static Organization Office(string name) => new() { Id = OrganizationId.Parse("office"), Kind = OrganizationKind.Parse("government-office"), Name = name, Evidence = Samples.Cited };

    private static PolicyDataset Published(params ReadOnlySpan<string?> days)
    {
        var dataset = Samples.Minimal();
        var sources = days.ToArray().Select((day, i) => dataset.Sources[0] with { Id = SourceId.Parse($"s{i}"), PublishedOn = day is null ? null : PartialDate.Parse(day) });
        return dataset with { Sources = [.. sources] };
    }

    private static IEnumerable<string> Run(PolicyDataset dataset)
    {
        var found = new List<Issue>();
        new ValidityRules(dataset, new(dataset, DroppedParts.None, static _ => { }), found.Add).Run();
        return found.Select(i => $"{i.Path}: {string.Join("; ", i.Arguments)}");
    }
}
