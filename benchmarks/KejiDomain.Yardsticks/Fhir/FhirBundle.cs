using Hl7.Fhir.Model;

namespace KejiDomain.Yardsticks.Fhir;

/// <summary>A bundle with the figures, organizations, people and programs of a data set, as near as that model comes.</summary>
internal static class FhirBundle
{
    public static Bundle Like(PolicyDataset dataset, Func<Bundle, bool> isLarge)
    {
        var bundle = new Bundle { Type = Bundle.BundleType.Collection };
        for (var copy = 0; ; copy++)
        {
            foreach (var resource in Resources(dataset))
            {
                resource.Id = $"r{bundle.Entry.Count}";
                bundle.Entry.Add(new() { FullUrl = $"urn:keji:{resource.Id}", Resource = resource });
                if (isLarge(bundle))
                {
                    return bundle;
                }
            }
        }
    }

    // In turns, so that the mix does not hang on where the bundle ends.
    private static IEnumerable<Resource> Resources(PolicyDataset dataset)
    {
        var families = new Resource[][]
        {
            [.. dataset.Series.SelectMany(s => s.Observations.Select(o => Figure(s, o)))],
            [.. dataset.Organizations.Select(Body)],
            [.. dataset.People.Select(Human)],
            [.. dataset.Programs.Select(Plan)],
        };
        return Enumerable.Range(0, families.Max(f => f.Length)).SelectMany(i => families.Where(f => i < f.Length).Select(f => f[i]));
    }

    private static Hl7.Fhir.Model.Observation Figure(IndicatorSeries series, KejiDomain.Observation observation) => new Hl7.Fhir.Model.Observation
    {
        Status = ObservationStatus.Final,
        Code = new("urn:keji:indicator", series.Indicator.ToString(), series.Indicator.Definition?.Zh),
        Effective = new FhirDateTime(2022),
        Value = new Quantity { Value = observation.Measure?.Amount ?? 0, Unit = observation.Measure?.Noun ?? "家", System = "urn:keji:unit", Code = observation.Measure?.Unit.ToString() ?? "count" },
        Note = [.. observation.Evidence.Select(e => new Annotation { Text = e.Printed ?? e.ToString() })],
    };

    private static Hl7.Fhir.Model.Organization Body(KejiDomain.Organization organization) => new Hl7.Fhir.Model.Organization
    {
        Name = organization.Name.Zh,
        Alias = [.. organization.Aliases.Select(a => a.Zh)],
        Type = [new("urn:keji:organization-kind", organization.Kind.ToString(), organization.Kind.Definition?.Zh)],
        Identifier = [.. organization.Evidence.Where(e => e.Cite.Count > 0).Select(e => new Identifier("urn:keji:cite", e.Cite[0].ToString()))],
    };

    private static Practitioner Human(KejiDomain.Person person) => new Practitioner
    {
        Active = true,
        Name = [new() { Text = person.Name.Zh, Use = HumanName.NameUse.Official }],
        Identifier = [.. person.Evidence.Where(e => e.Cite.Count > 0).Select(e => new Identifier("urn:keji:cite", e.Cite[0].ToString()))],
    };

    private static CarePlan Plan(PolicyProgram program) => new CarePlan
    {
        Status = RequestStatus.Active,
        Intent = CarePlan.CarePlanIntent.Plan,
        Title = program.Name.Zh,
        Subject = new() { Display = program.Name.Zh },
        Category = [new("urn:keji:program-kind", program.Kind.ToString(), program.Kind.Definition?.Zh)],
        Note = [.. program.Outline.Where(o => o.Text is not null).Select(o => new Annotation { Text = o.Text })],
        Identifier = [.. program.Evidence.Where(e => e.Cite.Count > 0).Select(e => new Identifier("urn:keji:cite", e.Cite[0].ToString()))],
    };
}
