using System.Diagnostics;

namespace KejiDomain;

/// <summary>An official (官员): a person with the titles that the sources print.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record Official
{
    /// <summary>The person (人物).</summary>
    public required Person Person { get; init; }

    /// <summary>The titles as attested (任职), in the order of the text.</summary>
    public required ValueList<Appointment> Appointments { get; init; }

    /// <summary>The posts of all titles (职务), in the order in which they are printed.</summary>
    public ValueList<HeldPost> Posts => Appointments.SelectMany(a => a.Posts).ToValueList();

    /// <summary>Name and titles, for example <c>李小莉 市科技局党组书记、局长</c>.</summary>
    public override string ToString() =>
        $"{Person} {string.Join('；', Appointments.Select(a => a.Title ?? string.Join('、', a.Posts)).Distinct())}";
}
