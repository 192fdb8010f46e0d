namespace KejiDomain.Yardsticks;

/// <summary>What the peers are measured on: small enough for the slowest of them.</summary>
internal static class PeerInputs
{
    public static IReadOnlyList<string> Names { get; } = ["50 KB indented", "50 KB compact"];
}
