using KejiDomain.Benchmarks.Reading;
using KejiDomain.Benchmarks.Running;
using KejiDomain.Json;
using KejiDomain.Validation;

namespace KejiDomain.Benchmarks.Validating;

/// <summary>Our strict read and then every rule.</summary>
public class ReadAndCheck : ReadWorkload
{
    public override IReadOnlyList<Target> Targets => [Target.Time<TypedRead>(1.25)];

    public override void Setup() => Require(Source.Documents.All(d => Validator.Check(d).IsSuccess), "the documents are valid");

    protected override int Read(byte[] document) => Validator.Validate(KejiJson.Read(document).GetValueOrThrow()).Issues.Count;
}
