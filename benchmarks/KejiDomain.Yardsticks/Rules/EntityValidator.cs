using FluentValidation;

namespace KejiDomain.Yardsticks.Rules;

/// <summary>The rules that all records share: evidence of the record and of what it holds, a known code, a known place, a period that runs forward.</summary>
internal class EntityValidator<T> : StatementValidator<T>
    where T : IStatement
{
    private static readonly NodeValidator Node = new();

    private static readonly StatementValidator<Stage> Stage = new();

    private static readonly ClaimValidator Claim = new();

    public EntityValidator(Func<T, bool> isKnown, Func<T, PlaceReference?> place, Func<T, ReportingPeriod?> period)
    {
        RuleFor(e => e.Evidence).Must(e => e.Any(x => x.Of is null && (!x.Cite.IsEmpty || x.Basis is EvidenceBasis.External or EvidenceBasis.Inferred))).WithErrorCode("no-evidence");
        RuleFor(e => e).Must(isKnown).WithErrorCode("unknown-code");
        RuleFor(e => e).Must((e, _, context) => place(e) is not { } at || At(at, context)).WithErrorCode("unknown-division");
        RuleFor(e => e).Must(e => period(e) is not { IsRange: true } range || range.Earliest <= range.Latest).WithErrorCode("period-reversed");
    }

    /// <summary>Adds the rules over what the record holds.</summary>
    public EntityValidator<T> Holding(
        Func<T, IEnumerable<Stage>> stages, Func<T, IEnumerable<Claim>> claims, Func<T, IEnumerable<OutlineNode>>? outline = null)
    {
        RuleForEach(e => stages(e)).SetValidator(Stage).OverridePropertyName(nameof(stages));
        RuleForEach(e => claims(e)).SetValidator(Claim).OverridePropertyName(nameof(claims));
        if (outline is not null)
        {
            RuleForEach(e => outline(e)).SetValidator(Node).OverridePropertyName(nameof(outline));
        }

        return this;
    }

    private static bool At(PlaceReference place, IValidationContext context) =>
        place.IsDivision ? Gazetteer.TryGet(place.ToString(), out _) : EvidenceValidator.Known(context).Contains(place.ToString());

    private sealed class NodeValidator : StatementValidator<OutlineNode>
    {
        public NodeValidator() => RuleForEach(n => n.Items).SetValidator(this);
    }
}
