using Hl7.Fhir.Model;
using Hl7.Fhir.Validation;

namespace KejiDomain.Yardsticks.Fhir;

/// <summary>The rules of the model over a bundle that is read already.</summary>
public class FhirValidation : FhirWorkload
{
    public override void Setup()
    {
        base.Setup();
        Require(Run() == 0, "the bundle is valid");
        Require(new Bundle { Entry = [new() { Resource = new Hl7.Fhir.Model.Observation() }] }.Validate(ModelInfo.ModelInspector).Count > 0, "rules are run");
    }

    public override int Run() => Bundle.Validate(ModelInfo.ModelInspector).Count;
}
