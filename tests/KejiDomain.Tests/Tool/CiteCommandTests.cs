using System.Text;

namespace KejiDomain.Tests.Tool;

public sealed class CiteCommandTests
{
    // 𠮷 and 😀 are two UTF-16 units and one code point each: the first 121 stands at units 9 to 12 and points 7 to 10.
    private const string Text = "𠮷林😀有 企业121家，另有121项；121。";

    [Fact]
    public void Positions_count_code_points_without_the_byte_order_mark()
    {
        using var folder = new TemporaryFolder();
        foreach (var mark in new[] { string.Empty, "\uFEFF" })
        {
            var path = folder.File("text.txt");
            File.WriteAllText(path, mark + Text, new UTF8Encoding(false));
            Assert.Equal("s1#char=0,1\n", ToolRun.Of("cite", path, "𠮷").Output);
            Assert.Equal("s1#char=2,3\n", ToolRun.Of("cite", path, "😀").Output);
            Assert.Equal("s2#char=5,10\n", ToolRun.Of("cite", path, "企业121", "--source", "s2").Output);
        }
    }

    [Fact]
    public void Every_match_is_printed_with_what_is_around_it()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("text.txt");
        File.WriteAllText(path, Text);
        var run = ToolRun.Of("cite", path, "121");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            """
            s1#char=7,10  𠮷林😀有 企业[121]家，另有121项；121…
            s1#char=14,17  …😀有 企业121家，另有[121]项；121。
            s1#char=19,22  …121家，另有121项；[121]。

            """,
            run.Output);
        Assert.Equal("s1#char=14,17\n", ToolRun.Of("cite", path, "121", "--nth", "2").Output);
    }

    [Fact]
    public void Controls_around_a_match_are_shown_as_escapes()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("text.txt");
        File.WriteAllText(path, "\u001b[31m甲\r\n甲\u202e");
        Assert.Equal("s1#char=5,6  \\u001B[31m[甲]\\r\\n甲\\u202E\ns1#char=8,9  \\u001B[31m甲\\r\\n[甲]\\u202E\n", ToolRun.Of("cite", path, "甲").Output);
    }

    [Fact]
    public void What_does_not_stand_there_exits_1()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("text.txt");
        File.WriteAllText(path, Text);
        var none = ToolRun.Of("cite", path, "122");
        Assert.Equal(1, none.ExitCode);
        Assert.Empty(none.Output);
        Assert.Equal($"{path}: '122' does not stand there", none.ErrorLine());
        var loosely = ToolRun.Of("cite", path, "有企业");
        Assert.Equal(1, loosely.ExitCode);
        Assert.Equal($"{path}: '有企业' does not stand there exactly, but '有 企业' does", loosely.ErrorLine());
        var fourth = ToolRun.Of("cite", path, "121", "--nth", "4");
        Assert.Equal(1, fourth.ExitCode);
        Assert.Equal($"{path}: there is no match 4 of '121', the last one is 3", fourth.ErrorLine());
    }

    [Fact]
    public void Words_that_cannot_be_looked_for_are_wrong_usage() =>
        Assert.All(["", "\udfb7"], words => Assert.Equal(2, ToolRun.Of("cite", ToolRun.SampleText, words).ExitCode));

    [Fact]
    public void Words_that_begin_with_at_are_words()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("text.txt");
        File.WriteAllText(path, "邮箱@例");
        Assert.Equal("s1#char=2,4\n", ToolRun.Of("cite", path, "@例").Output);
    }

    [Fact]
    public void A_source_without_the_form_of_an_identifier_is_wrong_usage() =>
        Assert.Equal(2, ToolRun.Of("cite", ToolRun.SampleText, "样", "--source", "S 1").ExitCode);

    [Fact]
    public void A_text_that_is_not_utf8_is_one_line()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("gbk.txt");
        File.WriteAllBytes(path, [0xBF, 0xC6, 0xBC, 0xBC]);
        var run = ToolRun.Of("cite", path, "科技");
        Assert.Equal(2, run.ExitCode);
        Assert.Equal($"{path}: is not UTF-8 text", run.ErrorLine());
    }
}
