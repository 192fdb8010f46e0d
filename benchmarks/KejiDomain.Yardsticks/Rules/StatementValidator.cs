using FluentValidation;

namespace KejiDomain.Yardsticks.Rules;

internal class StatementValidator<T> : AbstractValidator<T>
    where T : IStatement
{
    private static readonly EvidenceValidator Each = new();

    public StatementValidator() => RuleForEach(s => s.Evidence).SetValidator(Each);
}
