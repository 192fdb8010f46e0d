using NodaTime;

namespace KejiDomain.Validation;

/// <summary>The rules that hold codes against the tables: when a class holds, at which levels, in which grades, by whom; which division holds on the day; which unit has a post.</summary>
/// <remarks>Only rows of the tables that are verified speak: what is merely known from usage contradicts nobody.</remarks>
internal readonly ref struct ValidityRules(PolicyDataset dataset, RecordIndex index, Action<Issue> report)
{
    private readonly LocalDate? _published = Published(dataset);

    public void Run()
    {
        for (var i = 0; i < dataset.Recognitions.Count; i++)
        {
            Check(dataset.Recognitions[i], new("recognitions", i));
        }

        for (var i = 0; i < dataset.Series.Count; i++)
        {
            Check(dataset.Series[i], new("series", i));
        }

        for (var i = 0; i < dataset.Appointments.Count; i++)
        {
            var appointment = dataset.Appointments[i];
            for (var j = 0; j < appointment.Posts.Count; j++)
            {
                Check(appointment.Posts[j], new("appointments", i), j);
            }
        }
    }

    /// <summary>The last day on which a source of the data set was published, or null where none says.</summary>
    public static LocalDate? Published(PolicyDataset dataset)
    {
        LocalDate? last = null;
        foreach (var source in dataset.Sources)
        {
            last = source.PublishedOn is { } on && !(on.Latest <= last) ? on.Latest : last;
        }

        return last;
    }

    private static CodeDefinition? Verified(CodeDefinition? definition) => definition is { Certainty: "verified" } ? definition : null;

    private void Check(Recognition recognition, RecordPlace at)
    {
        if (Verified(recognition.Class.Definition) is not { } definition)
        {
            return;
        }

        // What is only sought or planned may well name what is yet to come.
        if (!IsAhead(recognition.Stages))
        {
            var (from, to) = recognition.On is { } day ? (day.Earliest, day.Latest) : (recognition.Period?.Earliest, recognition.Period?.Latest ?? _published);
            CheckTime(definition, from, to, at, "class");
        }

        if (recognition.Level is { } level)
        {
            CheckLevel(definition, level.ToString(), at, "level");
        }

        if (recognition.Grade is { } grade)
        {
            CheckGrade(definition, grade.ToString(), at, "grade");
        }

        CheckGrantors(definition, recognition.Grantors, at);
    }

    private void Check(IndicatorSeries series, RecordPlace at)
    {
        var classes = series.Dimensions[Dimension.Class];
        if (classes.Count != 1 || Verified(RecognitionClass.CodeList.Find(classes[0].ToString())) is not { } definition)
        {
            return;
        }

        foreach (var level in series.Dimensions[Dimension.Level])
        {
            CheckLevel(definition, level.ToString(), at, "dimensions.level");
        }

        foreach (var grade in series.Dimensions[Dimension.Grade])
        {
            CheckGrade(definition, grade.ToString(), at, "dimensions.grade");
        }

        if (definition.Since is null && definition.Until is null)
        {
            return;
        }

        for (var i = 0; i < series.Observations.Count; i++)
        {
            var observation = series.Observations[i];
            if (observation.Modality == Modality.Actual && observation.Period is { IsMasked: false } period)
            {
                CheckTime(definition, period.Earliest, period.Latest, at, "dimensions.class");
            }
        }
    }

    private void CheckTime(CodeDefinition definition, LocalDate? from, LocalDate? to, RecordPlace at, string member)
    {
        if ((definition.Since is { } since && to < since.Earliest) || (definition.Until is { } until && from > until.Latest))
        {
            var day = LocalDateText(to ?? from);
            report(Issue.Of(IssueCodes.CodeNotInForce, at.Member(member), definition.Zh, day, $"{definition.Since}/{(definition.Until is null ? ".." : definition.Until.ToString())}"));
        }
    }

    // A code that no list has is told as such, and is not held against the class as well.
    private void CheckLevel(CodeDefinition definition, string level, RecordPlace at, string member)
    {
        if (definition.GetExtra("levels") is { } levels && AdministrativeLevel.CodeList.Contains(level) && !Lists(levels, level) && !AnyWithin(levels, level))
        {
            report(Issue.Of(IssueCodes.LevelNotOfCode, at.Member(member), definition.Zh, Labels(AdministrativeLevel.CodeList, levels), Label(AdministrativeLevel.CodeList, level)));
        }
    }

    private void CheckGrade(CodeDefinition definition, string grade, RecordPlace at, string member)
    {
        if (definition.GetExtra("grades") is { } grades && Grade.CodeList.Contains(grade) && !Lists(grades, grade))
        {
            report(Issue.Of(IssueCodes.GradeNotOfCode, at.Member(member), definition.Zh, Labels(Grade.CodeList, grades), Label(Grade.CodeList, grade)));
        }
    }

    private void CheckGrantors(CodeDefinition definition, ValueList<Party> grantors, RecordPlace at)
    {
        if (definition.Issuers.IsEmpty || grantors.IsEmpty)
        {
            return;
        }

        string? other = null;
        foreach (var grantor in grantors)
        {
            if (NameOf(grantor) is not { } name || IsAmong(definition.Issuers, name))
            {
                return;
            }

            other ??= name;
        }

        report(Issue.Of(IssueCodes.IssuerNotOfCode, at.Member("grantors"), definition.Zh, string.Join('、', definition.Issuers), other!));
    }

    // 河南省委、省政府 are two, of which one is enough.
    private static bool IsAmong(ValueList<string> issuers, string name)
    {
        foreach (var range in name.AsSpan().Split('、'))
        {
            foreach (var issuer in issuers)
            {
                if (IsSameBody(issuer, name[range]))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private string? NameOf(Party party) => party switch
    {
        ReferredParty { To.IsDivision: true } referred => PlaceReference.TryParse(referred.To.ToString(), out var place) ? place.Division?.Name + "人民政府" : null,
        ReferredParty referred => FindOrganization(referred.To)?.Name.Zh,
        GroupParty group => group.Group,
        _ => null,
    };

    // 省科学技术厅 of a table is that of any province; 科技厅 is its short form.
    private static bool IsSameBody(string issuer, string name)
    {
        var one = Short(issuer);
        var other = Short(name);
        return one.Contains(other, StringComparison.Ordinal) || other.Contains(one.StartsWith('省') ? one[1..] : one, StringComparison.Ordinal);
    }

    private static string Short(string name) =>
        name.Replace("科学技术", "科技", StringComparison.Ordinal).Replace("发展和改革", "发改", StringComparison.Ordinal).Replace("工业和信息化", "工信", StringComparison.Ordinal)
            .Replace("委员会", "委", StringComparison.Ordinal).Replace("人民政府", "政府", StringComparison.Ordinal).Replace("中华人民共和国", string.Empty, StringComparison.Ordinal);

    private void Check(HeldPost post, RecordPlace at, int index)
    {
        if (Verified(post.Post.Definition) is not { } definition || definition.GetExtra("levels") is not { } levels)
        {
            return;
        }

        var organization = post.Body is ReferredParty { To.IsDivision: false } referred ? FindOrganization(referred.To) : null;
        var division = post.Body is ReferredParty { To.IsDivision: true } place ? PlaceReference.Parse(place.To.ToString()).Division : organization?.Place?.Division;

        // A government has the level of its place, and a body of another kind the one that is said of it; a district of 上海 is given as either.
        var (said, own) = (organization?.Level?.ToString(), division?.Level.ToString());
        if ((said ?? own) is { } level && !Lists(levels, level) && (own is null || !Lists(levels, own)))
        {
            report(Issue.Of(
                IssueCodes.PostNotOfLevel,
                JsonLocator.Item(at.Member("posts"), index),
                (definition.En, definition.Zh),
                Labels(AdministrativeLevel.CodeList, levels),
                organization?.Name.Zh ?? division!.Name,
                Label(AdministrativeLevel.CodeList, level)));
        }
    }

    private Organization? FindOrganization(Reference to) =>
        index.PlaceOf(to.ToString(), RecordKind.Organization) is { } place ? dataset.Organizations[place] : null;

    private static bool IsAhead(ValueList<Stage> stages)
    {
        foreach (var stage in stages)
        {
            if (stage.Phase == StagePhase.Planned || stage.Phase == StagePhase.Sought || stage.Phase == StagePhase.Applied)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Lists(string codes, string code)
    {
        foreach (var range in codes.AsSpan().Split('|'))
        {
            if (codes.AsSpan(range).SequenceEqual(code))
            {
                return true;
            }
        }

        return false;
    }

    // 省级及以上 holds for what is national or provincial.
    private static bool AnyWithin(string levels, string wide)
    {
        foreach (var range in levels.AsSpan().Split('|'))
        {
            var above = AdministrativeLevel.CodeList.Find(levels[range])?.Broader;
            for (var steps = 0; above is not null && steps < 4; steps++)
            {
                if (above == wide)
                {
                    return true;
                }

                above = AdministrativeLevel.CodeList.Find(above)?.Broader;
            }
        }

        return false;
    }

    private static IssueArgument Label(CodeList list, string code) => list.Find(code) is { } definition ? (definition.En, definition.Zh) : code;

    private static IssueArgument Labels(CodeList list, string codes)
    {
        var labels = codes.Split('|').Select(c => Label(list, c)).ToArray();
        return (string.Join(", ", labels.Select(l => l.En)), string.Join('、', labels.Select(l => l.Zh)));
    }

    private static string LocalDateText(LocalDate? day) => day is { } known ? NodaTime.Text.LocalDatePattern.Iso.Format(known) : "?";
}
