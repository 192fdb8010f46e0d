using FluentValidation;

namespace KejiDomain.Yardsticks.Rules;

internal sealed class SeriesValidator : StatementValidator<IndicatorSeries>
{
    public SeriesValidator()
    {
        RuleFor(s => s.Observations).Must(o => o.Select(x => (x.Period, x.Modality, x.Ordinal)).Distinct().Count() == o.Count).WithErrorCode("duplicate-observation");
        RuleForEach(s => s.Observations).SetValidator(new ObservationValidator());
    }

    private sealed class ObservationValidator : StatementValidator<Observation>
    {
        public ObservationValidator()
        {
            RuleFor(o => o).Must(o => o.Measure is not null || !o.Claims.IsEmpty).WithErrorCode("observation-empty");
            RuleFor(o => o.Measure!.Value).SetValidator(MeasureValidator.Instance).When(o => o.Measure is not null);
            RuleForEach(o => o.Claims).SetValidator(new ClaimValidator());
        }
    }
}
