using System.Text;
using KejiDomain.Validation;

namespace KejiDomain.Tests.Validation;

public sealed class SourceTextsTests
{
    [Fact]
    public void Texts_are_found_by_the_names_of_the_files()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("a.txt"), "鹤壁");
        File.WriteAllText(folder.File("empty.txt"), string.Empty);
        File.WriteAllText(folder.File("other.txt"), "不在其中");
        Directory.CreateDirectory(folder.File("folder.txt"));
        var dataset = Of("a.txt", "a.txt", "empty.txt", "nothing.txt", "folder.txt");
        var texts = SourceTexts.Open(dataset, folder.Path);
        Assert.Equal(["s0", "s1", "s2"], texts.Keys.Select(k => k.ToString()).Order(StringComparer.Ordinal));
        Assert.Equal("鹤壁", texts[SourceId.Parse("s0")].Text);
        Assert.Same(texts[SourceId.Parse("s0")], texts[SourceId.Parse("s1")]);
        Assert.Equal(0, texts[SourceId.Parse("s2")].Length);
        Assert.Equal(Encoding.UTF8.GetByteCount("鹤壁"), new FileInfo(folder.File("a.txt")).Length);
    }

    [Fact]
    public void A_link_is_not_followed()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("a.txt"), "鹤壁");
        File.CreateSymbolicLink(folder.File("link.txt"), folder.File("a.txt"));
        Assert.Empty(SourceTexts.Open(Of("link.txt"), folder.Path));
    }

    [Fact]
    public void A_file_that_is_open_elsewhere_is_read()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("a.txt"), "鹤壁");
        using var held = new FileStream(folder.File("a.txt"), FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        Assert.Single(SourceTexts.Open(Of("a.txt"), folder.Path));
    }

    [Fact]
    public void A_file_that_can_only_be_read_is_read()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("a.txt"), "鹤壁");
        File.SetAttributes(folder.File("a.txt"), FileAttributes.ReadOnly);
        Assert.Single(SourceTexts.Open(Of("a.txt"), folder.Path));
        File.SetAttributes(folder.File("a.txt"), FileAttributes.Normal);
    }

    [Fact]
    public void A_folder_that_is_not_there_and_bytes_that_are_no_text_are_errors()
    {
        using var folder = new TemporaryFolder();
        Assert.Throws<DirectoryNotFoundException>(() => SourceTexts.Open(Of("a.txt"), folder.File("nowhere")));
        File.WriteAllBytes(folder.File("a.txt"), [0xE9, 0xB9]);
        Assert.Throws<InvalidDataException>(() => SourceTexts.Open(Of("a.txt"), folder.Path));
    }

    // A sparse file: nothing of it is written or read.
    [Fact]
    public void A_file_beyond_the_limit_is_not_taken_in()
    {
        using var folder = new TemporaryFolder();
        using (var file = File.Create(folder.File("a.txt")))
        {
            file.SetLength((256L * 1024 * 1024) + 1);
        }

        Assert.Throws<InvalidDataException>(() => SourceTexts.Open(Of("a.txt"), folder.Path));
    }

    private static PolicyDataset Of(params ReadOnlySpan<string> names)
    {
        var dataset = Samples.Minimal();
        var source = dataset.Sources[0];
        return dataset with { Sources = [.. names.ToArray().Select((name, i) => source with { Id = SourceId.Parse($"s{i}"), File = source.File with { Name = FileName.Parse(name) } })] };
    }
}
