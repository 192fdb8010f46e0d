using System.Text.RegularExpressions;

namespace KejiDomain.Tests.Schema;

/// <summary>The samples for other languages stand in the README of the format to the letter; the judges run them.</summary>
public sealed partial class FormatReadmeTests
{
    [Fact]
    public void Every_sample_is_the_file_that_is_run()
    {
        var folder = Path.Combine(Repository.Root, "tests", "schema-judges", "samples");
        var path = Path.Combine(Repository.Root, "src", "KejiDomain", "Schema", "README.md");
        var readme = File.ReadAllText(path);
        var expected = Sample().Replace(readme, m => $"<!-- sample: {m.Groups[1].Value} -->\n```{m.Groups[2].Value}\n{File.ReadAllText(Path.Combine(folder, m.Groups[1].Value))}```\n");
        if (Environment.GetEnvironmentVariable("VERIFY_ACCEPT") == "1" && Environment.GetEnvironmentVariable("CI") is null)
        {
            File.WriteAllText(path, expected);
        }

        Assert.Equal(expected, File.ReadAllText(path));
        Assert.Equal(
            Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal),
            Sample().Matches(expected).Select(m => m.Groups[1].Value).Order(StringComparer.Ordinal));
    }

    [GeneratedRegex("<!-- sample: ([a-z.]+) -->\n```([a-z]+)\n(.*?)```\n", RegexOptions.Singleline)]
    private static partial Regex Sample();
}
