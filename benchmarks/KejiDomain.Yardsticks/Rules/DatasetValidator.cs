using FluentValidation;
using FluentValidation.Results;

namespace KejiDomain.Yardsticks.Rules;

/// <summary>The rules over a whole data set, and the way to those over its records. What a record refers to is found by way of the context.</summary>
internal sealed class DatasetValidator : AbstractValidator<PolicyDataset>
{
    public const string Identifiers = "identifiers";

    public DatasetValidator()
    {
        RuleFor(d => d).Must(d => Keys(d).Distinct().Count() == Keys(d).Count()).WithErrorCode("duplicate-identifier");
        RuleFor(d => d.Series).Must(s => s.Select(x => (x.Indicator, x.Place, x.Subject, x.Dimensions)).Distinct().Count() == s.Count).WithErrorCode("duplicate-series");
        RuleFor(d => d.Series).Must(s => s.SelectMany(x => x.Observations).Where(o => o.Event is not null).GroupBy(o => o.Event).All(g => g.Count() > 1)).WithErrorCode("event-of-one");
        RuleFor(d => d.Programs).Must(p => p.All(x => x.Parent != x.Id)).WithErrorCode("reference-cycle");
        RuleForEach(d => d.Units).SetValidator(new EntityValidator<AdministrativeUnit>(u => u.Kind.IsKnown, u => u.Parent, _ => null).Holding(u => u.Stages, u => u.Claims));
        RuleForEach(d => d.People).SetValidator(new EntityValidator<Person>(_ => true, _ => null, _ => null));
        RuleForEach(d => d.Organizations).SetValidator(new EntityValidator<Organization>(o => o.Kind.IsKnown, o => o.Place, _ => null).Holding(o => o.Stages, o => o.Claims, o => o.Outline));
        RuleForEach(d => d.Works).SetValidator(new EntityValidator<Work>(w => w.Kind.IsKnown, _ => null, _ => null));
        RuleForEach(d => d.Documents).SetValidator(new EntityValidator<Document>(x => x.Kind.IsKnown, x => x.Place, x => x.Period).Holding(x => x.Stages, x => x.Claims, x => x.Outline));
        RuleForEach(d => d.Meetings).SetValidator(new EntityValidator<Meeting>(m => m.Kind.IsKnown, m => m.Place, m => m.On).Holding(m => m.Stages, m => m.Claims, m => m.Outline));
        RuleForEach(d => d.Programs).SetValidator(new ProgramValidator().Holding(p => p.Stages, p => p.Claims, p => p.Outline));
        RuleForEach(d => d.Recognitions).SetValidator(new EntityValidator<Recognition>(r => r.Class.IsKnown, r => r.Place, r => r.Period).Holding(r => r.Stages, r => r.Claims));
        RuleForEach(d => d.Appointments).SetValidator(new StatementValidator<Appointment>());
        RuleForEach(d => d.Sources).SetValidator(new StatementValidator<Source>());
        RuleForEach(d => d.Sources.SelectMany(s => s.Damage)).SetValidator(new StatementValidator<DamagePattern>()).OverridePropertyName("Damage");
        RuleForEach(d => d.Series).SetValidator(new SeriesValidator());
    }

    protected override bool PreValidate(ValidationContext<PolicyDataset> context, ValidationResult result)
    {
        context.RootContextData[Identifiers] = Keys(context.InstanceToValidate).ToHashSet(StringComparer.Ordinal);
        return true;
    }

    private static IEnumerable<string> Keys(PolicyDataset dataset) =>
        dataset.Sources.Select(s => s.Id.ToString())
            .Concat(dataset.Units.Select(u => u.Id.ToString()))
            .Concat(dataset.People.Select(p => p.Id.ToString()))
            .Concat(dataset.Organizations.Select(o => o.Id.ToString()))
            .Concat(dataset.Works.Select(w => w.Id.ToString()))
            .Concat(dataset.Documents.Select(d => d.Id.ToString()))
            .Concat(dataset.Meetings.Select(m => m.Id.ToString()))
            .Concat(dataset.Programs.Select(p => p.Id.ToString()))
            .Concat(dataset.Recognitions.Select(r => r.Id.ToString()));
}
