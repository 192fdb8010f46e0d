using NodaTime;

namespace KejiDomain;

/// <summary>Derives ranks of office (职务层次) from post, level of the unit and date, and names them in Chinese.</summary>
/// <remarks>
/// The ladder is that of the civil service since 1 October 1993; before it, and wherever a post has no fixed step, there is no answer. A person can hold a higher rank than the post gives
/// (高配): what is derived is the rank of the post.
/// </remarks>
public static class CadreRanks
{
    private static readonly LocalDate LadderSince = new(1993, 10, 1);

    private static readonly LocalDate SubprovincialSince = new(1994, 2, 25);

    private static readonly string[] Labels =
        ["办事员", "科员", "乡科级副职", "乡科级正职", "县处级副职", "县处级正职", "厅局级副职", "厅局级正职", "省部级副职", "省部级正职", "国家级副职", "国家级正职"];

    private static readonly string[] Short = ["副科", "正科", "副处", "正处", "副厅", "正厅", "副部", "正部", "副国", "正国"];

    // The fifteen sub-provincial cities since Chongqing became a municipality.
    private static ReadOnlySpan<int> Subprovincial =>
        [210100, 210200, 220100, 230100, 320100, 330100, 330200, 350200, 370100, 370200, 420100, 440100, 440300, 510100, 610100];

    private enum Step
    {
        None = 0,
        UnitChief = 1,
        UnitDeputy = 2,
        DepartmentChief = 3,
        DepartmentDeputy = 4,
    }

    /// <summary>The rank's name in Chinese (层次名称): 厅局级正职.</summary>
    /// <param name="rank">The rank.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such rank.</exception>
    public static string GetLabel(CadreRank rank) =>
        rank is >= CadreRank.Clerk and <= CadreRank.NationalChief
            ? Labels[(int)rank - 1]
            : throw new ArgumentOutOfRangeException(nameof(rank), rank, "There is no such rank.");

    /// <summary>Reads the name of a rank (层次名称), full as 厅局级正职 or short as 正厅级, 正厅 and 正局级.</summary>
    /// <param name="label">The name.</param>
    /// <param name="rank">The rank, or <c>default</c>.</param>
    public static bool TryParse(ReadOnlySpan<char> label, out CadreRank rank)
    {
        for (var i = 0; i < Labels.Length; i++)
        {
            if (label.SequenceEqual(Labels[i]))
            {
                rank = (CadreRank)(i + 1);
                return true;
            }
        }

        var stem = label is [.., '级'] ? label[..^1] : label;
        for (var i = 0; i < Short.Length; i++)
        {
            if (stem.SequenceEqual(Short[i]) || (stem.Length == 2 && stem[0] == Short[i][0] && Short[i][1] == (stem[1] switch { '局' => '厅', '省' => '部', '县' => '处', '乡' => '科', _ => '\0' })))
            {
                rank = (CadreRank)(i + (int)CadreRank.SectionDeputy);
                return true;
            }
        }

        rank = default;
        return false;
    }

    /// <summary>The rank of a post (职务层次) in a unit of some level, or null where it cannot be derived.</summary>
    /// <param name="post">A post of the party committee, government, congress or consultative conference of the unit, or of a department of its government.</param>
    /// <param name="level">The level at which the unit ranks: of a district of a municipality, prefecture; see <see cref="GetLevel"/>.</param>
    /// <param name="on">The date for which the post is attested; a range is judged by its first day.</param>
    /// <example><code>CadreRanks.Derive(OfficialPost.Mayor, AdministrativeLevel.Prefecture, PartialDate.Parse("2023"))   // BureauChief</code></example>
    public static CadreRank? Derive(OfficialPost post, AdministrativeLevel level, PartialDate on)
    {
        if (on.IsEmpty || on.Earliest < LadderSince)
        {
            return null;
        }

        if (level == AdministrativeLevel.National)
        {
            return post == OfficialPost.GeneralSecretary || post == OfficialPost.StatePresident || post == OfficialPost.Premier ? CadreRank.NationalChief
                : post == OfficialPost.VicePremier ? CadreRank.NationalDeputy
                : post == OfficialPost.Minister ? CadreRank.MinisterialChief
                : post == OfficialPost.ViceMinister ? CadreRank.MinisterialDeputy
                : null;
        }

        var chief = level == AdministrativeLevel.Provincial ? CadreRank.MinisterialChief
            : level == AdministrativeLevel.Subprovincial ? CadreRank.MinisterialDeputy
            : level == AdministrativeLevel.Prefecture ? CadreRank.BureauChief
            : level == AdministrativeLevel.County ? CadreRank.DivisionChief
            : level == AdministrativeLevel.Township ? CadreRank.SectionChief
            : (CadreRank?)null;
        var step = StepOf(post, level);

        // A department stands two ranks below its government, in a sub-provincial city as elsewhere; a township has none.
        return chief is not { } top || step == Step.None || (level == AdministrativeLevel.Township && step >= Step.DepartmentChief)
            ? null
            : top - ((int)step - 1);
    }

    /// <summary>The level at which a division ranks (行政层级), which in municipalities and sub-provincial cities is not that of its code; null where it cannot be derived.</summary>
    /// <param name="division">The code of the division.</param>
    /// <param name="on">The date: the sub-provincial cities exist since 25 February 1994.</param>
    /// <remarks>No answer for counties under a sub-provincial city, of which some rank higher than others, nor for those directly under a province.</remarks>
    public static AdministrativeLevel? GetLevel(DivisionCode division, PartialDate on)
    {
        if (division.IsEmpty || division.IsSummary || division.IsDirectlyAdministered || division.IsStatisticalZone || on.IsEmpty)
        {
            return null;
        }

        if (division.Level == AdministrativeLevel.Provincial)
        {
            return division.Number / 10_000 is 71 or 81 or 82 ? null : AdministrativeLevel.Provincial;
        }

        var isMunicipality = division.Number / 10_000 is 11 or 12 or 31 or 50;
        if (division.Level == AdministrativeLevel.Prefecture)
        {
            return !Subprovincial.Contains(division.Number) ? AdministrativeLevel.Prefecture
                : on.Earliest >= SubprovincialSince ? AdministrativeLevel.Subprovincial
                : null;
        }

        return isMunicipality ? AdministrativeLevel.Prefecture
            : Subprovincial.Contains(division.Parent.Number) ? null
            : AdministrativeLevel.County;
    }

    private static Step StepOf(OfficialPost post, AdministrativeLevel level)
    {
        if (post == OfficialPost.Secretary || post == OfficialPost.CongressChairman || post == OfficialPost.CppccChairman || IsHeadOfGovernment(post, level))
        {
            return Step.UnitChief;
        }

        if (post == OfficialPost.DeputySecretary || post == OfficialPost.MemberOfStandingCommittee || IsDeputyOfGovernment(post, level))
        {
            return Step.UnitDeputy;
        }

        return post == OfficialPost.BureauDirector ? Step.DepartmentChief
            : post == OfficialPost.DeputyBureauDirector ? Step.DepartmentDeputy
            : Step.None;
    }

    // A county-level city has a mayor, a municipality too.
    private static bool IsHeadOfGovernment(OfficialPost post, AdministrativeLevel level) =>
        post == OfficialPost.Mayor ? level != AdministrativeLevel.Township
        : post == OfficialPost.Governor ? level == AdministrativeLevel.Provincial
        : post == OfficialPost.CountyMayor ? level == AdministrativeLevel.County || level == AdministrativeLevel.Prefecture
        : post == OfficialPost.DistrictMayor ? level == AdministrativeLevel.County || level == AdministrativeLevel.Prefecture
        : post == OfficialPost.TownMayor && level == AdministrativeLevel.Township;

    private static bool IsDeputyOfGovernment(OfficialPost post, AdministrativeLevel level) =>
        post == OfficialPost.ViceMayor || post == OfficialPost.ExecutiveViceMayor ? level != AdministrativeLevel.Township
        : post == OfficialPost.ViceGovernor || post == OfficialPost.ExecutiveViceGovernor ? level == AdministrativeLevel.Provincial
        : (post == OfficialPost.CountyViceMayor || post == OfficialPost.DistrictViceMayor) && (level == AdministrativeLevel.County || level == AdministrativeLevel.Prefecture);
}
