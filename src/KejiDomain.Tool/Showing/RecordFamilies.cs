namespace KejiDomain.Tool.Showing;

internal static class RecordFamilies
{
    public static IReadOnlyList<RecordFamily> All { get; } = Enum.GetValues<RecordFamily>();

    public static string Name(RecordFamily family) => family.ToString().ToLowerInvariant();
}
