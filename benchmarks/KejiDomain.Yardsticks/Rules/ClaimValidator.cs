using FluentValidation;

namespace KejiDomain.Yardsticks.Rules;

internal sealed class ClaimValidator : StatementValidator<Claim>
{
    public ClaimValidator()
    {
        RuleFor(c => c).Must(c => c.Measure is not null || c.Position is not null || c.Band is not null || c.Word is not null || c.Run is not null).WithErrorCode("claim-empty");
        RuleFor(c => c).Must(c => !(c.Position > c.Field?.Interval?.High)).WithErrorCode("rank-outside-field");
        RuleFor(c => c.Measure!.Value).SetValidator(MeasureValidator.Instance).When(c => c.Measure is not null);
    }
}
