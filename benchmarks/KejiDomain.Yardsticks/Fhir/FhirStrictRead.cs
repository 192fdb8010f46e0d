using System.Text.Json;
using Hl7.Fhir.Model;

namespace KejiDomain.Yardsticks.Fhir;

/// <summary>The strict read, which validates as it goes.</summary>
public class FhirStrictRead : FhirWorkload
{
    public override int Run() => JsonSerializer.Deserialize<Bundle>(Json, Options)!.Entry.Count;
}
