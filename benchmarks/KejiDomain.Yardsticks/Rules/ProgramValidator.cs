using FluentValidation;

namespace KejiDomain.Yardsticks.Rules;

internal sealed class ProgramValidator : EntityValidator<PolicyProgram>
{
    public ProgramValidator()
        : base(p => p.Kind.IsKnown, p => p.Place, p => p.Period)
    {
        RuleFor(p => p.Parent).Must((_, parent, context) => parent is not { } id || EvidenceValidator.Known(context).Contains(id.ToString())).WithErrorCode("dangling-reference");
        RuleForEach(p => p.Documents).Must((_, id, context) => EvidenceValidator.Known(context).Contains(id.ToString())).WithErrorCode("dangling-reference");
        RuleForEach(p => p.Rules).Must(r => r.Amount is not null || r.Rate is not null || r.Cap is not null || !r.Brackets.IsEmpty).WithErrorCode("rule-empty");
        RuleForEach(p => p.Rules).SetValidator(new StatementValidator<Rule>());
    }
}
