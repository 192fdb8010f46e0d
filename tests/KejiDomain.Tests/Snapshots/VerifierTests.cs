namespace KejiDomain.Tests.Snapshots;

/// <summary>Snapshots through the public call, so that they hold whatever engine stands behind it.</summary>
public class VerifierTests
{
    [Fact]
    public async Task Text_is_kept_as_it_is() =>
        await Verifier.Verify("date 2023-02-20\nid 0f8fad5b-d9cb-469f-a165-70867728950e\n  1.50 亿元 \u3000𠮷\n\n", extension: "txt");

    [Theory]
    [InlineData("hebi-2023", 7, true)]
    [InlineData("hebi/2023", -1, false)]
    public async Task A_theory_has_one_snapshot_for_each_row(string id, int count, bool valid) =>
        await Verifier.Verify($$"""{ "id": "{{id}}", "count": {{count}}, "valid": {{(valid ? "true" : "false")}} }""", extension: "json");
}
