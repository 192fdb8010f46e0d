using System.Buffers;
using System.Text;
using System.Text.Json;
using KejiDomain.Json;

namespace KejiDomain.Tests.Json;

/// <summary>What the writer puts together itself is what the framework's writer gives with the canonical encoder.</summary>
public sealed class CanonicalWriterTests
{
    private static readonly JsonSerializerOptions Indented = new(KejiJson.Options) { WriteIndented = true, IndentSize = 2, NewLine = "\n", Encoder = CanonicalEncoder.Instance };

    private static readonly JsonSerializerOptions Compact = new(KejiJson.Options) { WriteIndented = false, Encoder = CanonicalEncoder.Instance };

    [Fact]
    public void Writes_the_bytes_of_the_framework() => Same(Samples.Valid);

    [Fact]
    public void Writes_every_text_as_the_framework_does()
    {
        string[] letters = ["a", "\"", "\\", "\n", "\r", "\t", "\b", "\f", "\0", "\u001f", "\u007f", "/", "<", "é", "\u2028", "\u3000", "\u0080", "\n b", "文", "\uFFFF", "𠮷", "😀"];
#if MUTANTS
        int[] lengths = [0, 7, 16, 31];
#else
        int[] lengths = [0, 1, 6, 7, 8, 15, 16, 29, 30, 31, 32, 33, 64, 3000];
#endif
        foreach (var letter in letters)
        {
            foreach (var length in lengths)
            {
                Same(Titled(new string('a', length) + letter));
                Same(Titled(letter + new string('文', length)));
                Same(Titled(string.Concat(Enumerable.Repeat(letter, length + 1))));
            }
        }
    }

    [Fact]
    public void Writes_numbers_as_the_framework_does()
    {
        foreach (var amount in (decimal[])[0, 0.0m, 1.50m, -0.1m, 9999999999999999999999999999m, 0.0000000000000000000000000001m, new(0, 0, 0, isNegative: true, 0), new(0, 0, 0, isNegative: true, 3)])
        {
            Same(Samples.Minimal([Samples.Series(Indicator.TechSmes, default, Samples.Observe("2022", Measure.Count(amount)))]));
        }
    }

    [Fact]
    public void Refuses_what_cannot_be_read_back()
    {
        foreach (var bad in (string[])[string.Empty, "\ud800", "a\udc00", "文\ud83d", "\ude00\ud83d", new string('a', 40) + "\ud800"])
        {
            Assert.Throws<JsonException>(() => KejiJson.Write(Titled(bad)));
        }

        Assert.Throws<JsonException>(() => KejiJson.Write(Samples.Valid with { Id = default }));
        Assert.Throws<JsonException>(() => KejiJson.Write(Samples.Minimal([Samples.Series(Indicator.TechSmes, default, Samples.Observe("2022", Measure.Count(decimal.MaxValue)))])));
    }

    [Fact]
    public void Refuses_a_number_outside_its_range_and_a_citation_of_nothing()
    {
        PolicyDataset Multiplied(int multiplier) =>
            Samples.Minimal([Samples.Series(Indicator.TechSmes, default, Samples.Observe("2022", Measure.Count(7) with { Multiplier = multiplier }))]);
        PolicyDataset Parted(int part) => Samples.Valid with { Meetings = [Samples.Valid.Meetings[0] with { Outline = [new() { Text = "甲", Part = part }] }] };
        foreach (var good in (PolicyDataset[])[Multiplied(1), Multiplied(16), Parted(0), Parted(int.MaxValue)])
        {
            Same(good);
        }

        foreach (var (bad, said) in ((PolicyDataset, string)[])[(Multiplied(0), "0 is not between 1 and 16."), (Multiplied(17), "17 is not between 1 and 16."), (Parted(-1), "-1 is not between 0 and 2147483647.")])
        {
            Assert.Equal(said, Assert.Throws<JsonException>(() => KejiJson.Write(bad)).Message);
        }

        Assert.Throws<JsonException>(() => KejiJson.Write(Samples.Valid with { People = [Samples.Valid.People[0] with { Evidence = [default(Citation)] }] }));
        Assert.Throws<JsonException>(() => KejiJson.Write(Samples.Valid with { Sources = [Samples.Valid.Sources[0] with { Script = (Script)99 }] }));
    }

    [Fact]
    public void Writes_as_deep_as_is_read_and_no_deeper()
    {
        // The root, the list of meetings, a meeting: three levels stand above the outline, and each node with its list is two.
        var deepest = Nested((ReadLimits.DefaultDepth - 3) / 2);
        var written = KejiJson.Write(deepest);
        Assert.Equal(deepest, KejiJson.Read(written).GetValueOrThrow());
        var failure = Assert.Throws<JsonException>(() => KejiJson.Write(Nested(((ReadLimits.DefaultDepth - 3) / 2) + 1)));
        Assert.Contains("64", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Asks_for_room_before_it_writes()
    {
        var narrow = new Narrow();
        KejiJson.Write(Samples.Valid, narrow);
        Assert.Equal(KejiJson.Write(Samples.Valid), Encoding.UTF8.GetString([.. narrow.Written]));
        Assert.True(narrow.Asked > 1);
    }

    [Fact]
    public void A_buffer_may_end_anywhere()
    {
        // The title moves all that follows it over the end of the first 4096 bytes.
        var dataset = Samples.Valid;
        var words = string.Concat(Enumerable.Repeat("\"\n\u0001文𠮷 b", 100));
        var named = dataset with { People = [dataset.People[0] with { Name = new() { Zh = "王", En = words } }, .. dataset.People.Skip(1)] };
#if MUTANTS
        const int step = 61;
#else
        const int step = 1;
#endif
        for (var length = 1; length < 4200; length += step)
        {
            var shifted = named with { Title = new string('x', length) };
            var narrow = new Narrow();
            KejiJson.WriteCompact(shifted, narrow);
            var whole = new ArrayBufferWriter<byte>(64 * 1024);
            KejiJson.WriteCompact(shifted, whole);
            Assert.True(whole.WrittenSpan.SequenceEqual(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(narrow.Written)), $"{length}");
        }
    }

    [Fact]
    public void A_text_may_be_longer_than_a_chunk_and_chunks_are_filled()
    {
        var dataset = Titled(new string('文', 5000) + "\"" + new string('\u0001', 5000));
        var narrow = new Narrow();
        KejiJson.Write(dataset, narrow);
        Assert.Equal(KejiJson.Write(dataset), Encoding.UTF8.GetString([.. narrow.Written]));

        // Each chunk of 4096 bytes is handed over when less is left in it than the next token may need.
        narrow = new Narrow();
        KejiJson.Write(Samples.Valid, narrow);
        Assert.InRange(narrow.Asked, 2, (narrow.Written.Count / 3500) + 2);
    }

    private static PolicyDataset Titled(string title) => Samples.Valid with { Title = new() { Zh = "题", En = title } };

    private static PolicyDataset Nested(int nodes)
    {
        var node = new OutlineNode { Text = "底" };
        for (var i = 1; i < nodes; i++)
        {
            node = new() { Text = "层", Items = [node] };
        }

        var valid = Samples.Valid;
        return valid with { Meetings = [valid.Meetings[0] with { Outline = [node] }] };
    }

    private static void Same(PolicyDataset dataset)
    {
        Assert.Equal(JsonSerializer.Serialize(dataset, Indented) + "\n", KejiJson.Write(dataset));
        var buffer = new ArrayBufferWriter<byte>();
        KejiJson.WriteCompact(dataset, buffer);
        Assert.Equal(JsonSerializer.Serialize(dataset, Compact), Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    // Gives no more than is asked for.
    private sealed class Narrow : IBufferWriter<byte>
    {
        private byte[] _room = [];

        public List<byte> Written { get; } = [];

        public int Asked { get; private set; }

        public void Advance(int count) => Written.AddRange(_room.AsSpan(0, count));

        public Memory<byte> GetMemory(int sizeHint = 0) => throw new NotSupportedException();

        public Span<byte> GetSpan(int sizeHint = 0)
        {
            Asked++;
            return _room = new byte[Math.Max(1, sizeHint)];
        }
    }
}
