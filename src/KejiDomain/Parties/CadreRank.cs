namespace KejiDomain;

/// <summary>A rank of public office (职务层次) in the ladder of ten leading ranks and two below, lowest first, so that a greater value is a higher rank.</summary>
/// <remarks>A rank is derived from post, unit and date and never stored; see <see cref="CadreRanks"/>.</remarks>
public enum CadreRank
{
    /// <summary>Clerk (办事员).</summary>
    Clerk = 1,

    /// <summary>Staff member (科员).</summary>
    Staff = 2,

    /// <summary>Section level, deputy (乡科级副职).</summary>
    SectionDeputy = 3,

    /// <summary>Section level, chief (乡科级正职).</summary>
    SectionChief = 4,

    /// <summary>Division level, deputy (县处级副职).</summary>
    DivisionDeputy = 5,

    /// <summary>Division level, chief (县处级正职).</summary>
    DivisionChief = 6,

    /// <summary>Bureau level, deputy (厅局级副职).</summary>
    BureauDeputy = 7,

    /// <summary>Bureau level, chief (厅局级正职).</summary>
    BureauChief = 8,

    /// <summary>Ministerial level, deputy (省部级副职).</summary>
    MinisterialDeputy = 9,

    /// <summary>Ministerial level, chief (省部级正职).</summary>
    MinisterialChief = 10,

    /// <summary>National level, deputy (国家级副职).</summary>
    NationalDeputy = 11,

    /// <summary>National level, chief (国家级正职).</summary>
    NationalChief = 12,
}
