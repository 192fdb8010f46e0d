using KejiDomain.Benchmarks.Reading;
using KejiDomain.Benchmarks.Running;
using KejiDomain.Benchmarks.Writing;
using KejiDomain.Yardsticks;
using KejiDomain.Yardsticks.Fhir;
using KejiDomain.Yardsticks.Newtonsoft;
using KejiDomain.Yardsticks.Rules;

// `ratios [GROUP]` compares us with the peers, within one run.
IReadOnlyList<WorkloadGroup> groups =
[
    new("read", typeof(FhirStrictRead), () => new FhirStrictRead(), () => new NewtonsoftRead(), () => new BareRead(), () => new PeeredRead()),
    new("write", typeof(FhirWrite), () => new FhirWrite(), () => new NewtonsoftWrite(), () => new BareWrite(), () => new TypedWrite()),
    new("validate", typeof(FluentRules), () => new FluentRules(), () => new FhirValidation(), () => new PeeredRecordRules(), () => new PeeredRules()),
];

return args is ["ratios", ..] ? RatioRun.Run(groups, args.ElementAtOrDefault(1)) : RatioRun.Run(groups, "none");
