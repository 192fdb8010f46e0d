using System.Text.Json.Serialization;

namespace KejiDomain.Benchmarks.Bare;

/// <summary>The generated serializer over the bare classes, as anybody would set it up: metadata to read with, the fast path to write with.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(BarePolicyDataset))]
[JsonSerializable(typeof(BareEvidence))]
[JsonSerializable(typeof(BarePostParty))]
[JsonSerializable(typeof(BareGroupParty))]
internal sealed partial class BareContext : JsonSerializerContext;
