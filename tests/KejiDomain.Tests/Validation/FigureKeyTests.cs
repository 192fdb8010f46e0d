using KejiDomain.Validation;

namespace KejiDomain.Tests.Validation;

/// <summary>What makes two figures the same one, in a data set and across data sets.</summary>
public sealed class FigureKeyTests
{
    private static readonly SeriesFigure Figure = At(Figures.Of("innovation-platforms 410600 @office level=national,provincial zone=a 2022 5家"));

    public static TheoryData<string> Others() =>
    [
        "new-rd-institutions 410600 @office level=national,provincial zone=a 2022 5家",
        "innovation-platforms 410602 @office level=national,provincial zone=a 2022 5家",
        "innovation-platforms @office level=national,provincial zone=a 2022 5家",
        "innovation-platforms 410600 level=national,provincial zone=a 2022 5家",
        "innovation-platforms 410600 @office level=national,provincial zone=a 2023 5家",
        "innovation-platforms 410600 @office level=national,provincial zone=a 2022 target 5家",
        "innovation-platforms 410600 @office level=national,provincial 2022 5家",
        "innovation-platforms 410600 @office level=national,provincial zone=b 2022 5家",
        "innovation-platforms 410600 @office grade=national,provincial zone=a 2022 5家",
        "innovation-platforms 410600 @office level=national zone=a 2022 5家",
        "innovation-platforms 410600 @office level=national,provincial stage=a zone=a 2022 5家",
    ];

    [Theory]
    [MemberData(nameof(Others))]
    public void A_key_names_its_figure_and_no_other(string other)
    {
        var key = FigureKey.Of(Figure);
        var another = At(Figures.Of(other));
        Assert.True(key.Names(Figure));
        Assert.False(key.Names(another));
        Assert.False(FigureKey.Of(another).Names(Figure));
        Assert.NotEqual(Hash(key), Hash(FigureKey.Of(another)));
    }

    [Fact]
    public void A_dimension_is_left_out_or_has_another_code()
    {
        var key = FigureKey.Of(Figure);
        var narrow = At(Figures.Of("innovation-platforms 410600 @office level=national 2022 5家"));
        var replaced = key with { Omitted = 2, Level = new(0, "national") };
        Assert.True(replaced.Names(narrow));
        Assert.Equal(Hash(FigureKey.Of(narrow)), Hash(replaced));
        Assert.False((replaced with { Level = new(0, "provincial") }).Names(narrow));
        Assert.False((key with { Omitted = 2 }).Names(narrow));
        Assert.False((key with { Level = new(0, "national") }).Names(Figure));
        Assert.Equal((false, true, false, false), (replaced.IsOmitted(0), replaced.IsOmitted(1), replaced.IsOmitted(32), (key with { Omitted = 1 }).IsOmitted(32)));
        Assert.Equal(("national", null, 1), (replaced.Replaced(0), replaced.Replaced(1), replaced.Count));
        var others = key with { Flow = new(0, "new"), Class = new(1, "hnte") };
        Assert.Equal(("new", "hnte", null), (others.Replaced(0), others.Replaced(1), others.Replaced(2)));
    }

    [Theory]
    [InlineData("high-tech-enterprises 410600 2022 5家", "high-tech-enterprises 410600 2022 6家", true)]
    [InlineData("high-tech-enterprises 410600 2022 5家", "high-tech-enterprises 410600 2022 5家", false)]
    [InlineData("high-tech-enterprises 410600 2022 5家", "high-tech-enterprises 410600 2023 6家", false)]
    [InlineData("high-tech-enterprises 410600 2022 5家", "high-tech-enterprises 410600 2022 target 6家", false)]
    [InlineData("high-tech-enterprises 410600 2022 5家", "high-tech-enterprises 410600 2022 6万元", false)]
    [InlineData("high-tech-enterprises 2022 5家", "high-tech-enterprises 2022 6家", false)]
    [InlineData("unheard-of 410600 2022 5家", "unheard-of 410600 2022 6家", false)]
    [InlineData("unheard-of 2022 5家", "unheard-of 2022 6家", false)]
    [InlineData("high-tech-enterprises 410600 @office 2022 5家", "high-tech-enterprises 410600 @office 2022 6家", false)]
    [InlineData("high-tech-enterprises 410600 @410602 2022 5家", "high-tech-enterprises 410600 @410602 2022 6家", true)]
    public void One_figure_is_stated_alike_in_two_data_sets(string one, string other, bool isContradicted)
    {
        var first = Figures.Of(one);
        var second = Figures.Of(other) with { Id = DatasetId.Parse("other") };
        Assert.Equal(isContradicted, Validator.Compare([first, second]).Issues.Any(i => i.Code == IssueCodes.StatedDifferently));
    }

    [Fact]
    public void A_contradiction_between_data_sets_shows_the_words_where_there_are_any()
    {
        var first = Figures.Of("high-tech-enterprises 410600 2022 5家");
        var second = Figures.Of("high-tech-enterprises 410600 2022 6家") with { Id = DatasetId.Parse("other") };
        var issue = Assert.Single(Validator.Compare([first, second]).Issues);
        Assert.Equal(("other", "s1#char=0,10"), (issue.Dataset.ToString(), issue.Span.ToString()));
        Assert.Null(Assert.Single(Validator.Compare([first, With(second, [])]).Issues).Span);
        Assert.Equal("s1#char=0,10", Assert.Single(Validator.Compare([first, With(second, [new() { Basis = EvidenceBasis.External, Why = "it is known" }, Samples.Cited[0]])]).Issues).Span.ToString());

        static PolicyDataset With(PolicyDataset dataset, ValueList<KejiDomain.Evidence> evidence) =>
            dataset with { Series = [dataset.Series[0] with { Observations = [dataset.Series[0].Observations[0] with { Evidence = evidence }] }] };
    }

    [Fact]
    public void Parties_that_are_named_by_their_posts_are_walked()
    {
        var meeting = new Meeting
        {
            Id = MeetingId.Parse("m"),
            Kind = MeetingKind.WorkConference,
            Name = "会议",
            Organizers = [new PostParty { Post = OfficialPost.Parse("unheard-of"), Title = "某长" }],
            Evidence = Samples.Cited,
        };
        Assert.Equal(["$.meetings[0].organizers[0].post"], Validator.Validate(Samples.Minimal(meetings: [meeting])).Issues.Where(i => i.Code == IssueCodes.UnknownCode).Select(i => i.Path));
    }

    private static SeriesFigure At(PolicyDataset dataset) => new(dataset.Series[0], dataset.Series[0].Observations[0], 0, 0);

    private static int Hash(FigureKey key) => key.Hash(key.Group());
}
