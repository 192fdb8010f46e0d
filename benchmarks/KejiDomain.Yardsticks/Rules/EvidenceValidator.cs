using FluentValidation;

namespace KejiDomain.Yardsticks.Rules;

internal sealed class EvidenceValidator : AbstractValidator<Evidence>
{
    public EvidenceValidator()
    {
        RuleFor(e => e).Must(e => !e.Cite.IsEmpty || e.Why is not null || e.Missing is not null || e.Doubt is not null || e.Printed is not null).WithErrorCode("evidence-empty");
        RuleFor(e => e.Why).NotNull().When(e => e.Basis is not null and not EvidenceBasis.Stated).WithErrorCode("basis-without-reason");
        RuleForEach(e => e.Cite).Must((_, cite, context) => Known(context).Contains(cite.Source.ToString())).WithErrorCode("unknown-source");
    }

    public static HashSet<string> Known(IValidationContext context) => (HashSet<string>)context.RootContextData[DatasetValidator.Identifiers];
}
