using System.Text.RegularExpressions;
using KejiDomain.Tool.Rendering;

namespace KejiDomain.Tests.Tool;

/// <summary>Foreign text reaches a terminal, a build server or a file of a format through one function each; nothing writes past it.</summary>
public sealed partial class SinkTests
{
    // What would write raw, and the only files that may.
    private static readonly (string Pattern, string[] Allowed)[] Raw =
    [
        (@"\bConsole\.(Write|Out|Error|Open)", ["EntryPoint.cs"]),
        (@"\bOutput\.Write|\bErrors\.Write|\boutput\.Write|\berror\.Write", ["Rendering/Terminal.cs"]),
        (@"\bMarkup\b|MarkupLine|MarkupInterpolated|new Text\(|new Panel\(|new Rule\(|FromMarkup", []),
        (@"new Segment\(", ["Rendering/Words.cs", "Rendering/Cells.cs"]),
        (@"\.Write(Line)?\(\$?""", []),
        (@"WriteRawValue|WriteRaw\(|new Utf8JsonWriter", ["Rendering/JsonText.cs"]),
        (@"""::""|""##\[""|::error|::warning", ["Rendering/WorkflowCommand.cs", "Rendering/JsonText.cs"]),
        (@"terminal\.Data\(", ["Exporting/TextStream.cs"]),
        (@"\.Document\(", ["Commands/CheckCommand.cs", "Commands/SchemaCommand.cs", "Rendering/Terminal.cs"]),
        (@"File\.(Write|Append|Create|Copy|Move|Replace)|FileMode\.(Create|OpenOrCreate|Truncate|Append)", ["Files.cs"]),
    ];

    public static TheoryData<string, string[]> Patterns() => [.. Raw.Select(r => (r.Pattern, r.Allowed))];

    [Theory]
    [MemberData(nameof(Patterns))]
    public void Nothing_writes_past_the_function_of_its_sink(string pattern, string[] allowed)
    {
        var root = Path.Combine(Repository.Root, "src", "KejiDomain.Tool");
        var found = Directory.GetFiles(root, "*.cs", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(root, f).Replace('\\', '/'))
            .Where(f => !f.StartsWith("obj/", StringComparison.Ordinal) && !f.StartsWith("bin/", StringComparison.Ordinal))
            .SelectMany(f => File.ReadLines(Path.Combine(root, f)).Select((line, i) => (File: f, Line: i + 1, Text: line)))
            .Where(l => Regex.IsMatch(l.Text, pattern) && !allowed.Contains(l.File))
            .Select(l => $"{l.File}:{l.Line}: {l.Text.Trim()}");
        Assert.Empty(found);
    }

    [Fact]
    public void Every_file_that_may_write_raw_is_there() =>
        Assert.All(Raw.SelectMany(r => r.Allowed), f => Assert.True(File.Exists(Path.Combine(Repository.Root, "src", "KejiDomain.Tool", f)), f));

    [Theory]
    [InlineData("::error::x", "\\u003A:error::x")]
    [InlineData("  ::add-mask::x", "  \\u003A:add-mask::x")]
    [InlineData("a ::error::x", "a ::error::x")]
    [InlineData("a ##[error]x", "a ##\\u005Berror]x")]
    [InlineData("", "")]
    [InlineData("   ", "   ")]
    public void A_line_that_a_build_server_would_obey_is_only_printed(string line, string expected) => Assert.Equal(expected, WorkflowCommand.Inert(line));

    [Fact]
    public void An_annotation_ends_where_it_should() => Assert.Equal(
        "::error file=a%3Ab%2Cc%25/d.json,line=3,col=4,title=t%2C%3A::m%25 :, ::x\\n::y\n",
        WorkflowCommand.Annotation("error", "a:b,c%\\d.json", 3, 4, "t,:", "m% :, ::x\n::y"));
}
