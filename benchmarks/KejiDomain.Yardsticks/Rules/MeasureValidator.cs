using FluentValidation;

namespace KejiDomain.Yardsticks.Rules;

internal sealed class MeasureValidator : AbstractValidator<Measure>
{
    private MeasureValidator()
    {
        RuleFor(m => m).Must(m => m.Missing is not null || m.Amount is not null || m.Low is not null || m.High is not null).WithErrorCode("measure-empty");
        RuleFor(m => m).Must(m => m.Amount is null || (m.Low is null && m.High is null)).WithErrorCode("amount-and-range");
        RuleFor(m => m).Must(m => !(m.Low > m.High)).WithErrorCode("range-reversed");
        RuleFor(m => m).Must(m => m.Missing is null || (m.Amount is null && m.Low is null && m.High is null)).WithErrorCode("missing-with-value");
    }

    public static MeasureValidator Instance { get; } = new();
}
