using KejiDomain.Validation;

namespace KejiDomain.Tests.Validation;

/// <summary>The hash of the tables of one run: every letter counts, whatever the length.</summary>
public sealed class KeyedHashTests
{
    [Fact]
    public void Equal_texts_have_one_hash_wherever_they_stand()
    {
        const string Letters = "中华人民共和国科技部";
        for (var length = 0; length <= Letters.Length; length++)
        {
            var text = Letters[..length];
            Assert.Equal(KeyedHash.Of(text), KeyedHash.Of(new string(text.AsSpan())));
            Assert.Equal(KeyedHash.Of(text), KeyedHash.Of($"x{text}y".AsSpan(1, text.Length)));
        }
    }

    [Fact]
    public void No_text_is_nought() => Assert.Equal(0, KeyedHash.Of((string?)null));

    // One in four thousand million meets another by chance.
    [Fact]
    public void Every_letter_and_the_length_count()
    {
        var texts = new HashSet<string> { string.Empty };
        for (var length = 1; length <= 13; length++)
        {
            var same = new string('a', length);
            texts.Add(same);
            texts.Add(new string('\0', length));
            for (var i = 0; i < length; i++)
            {
                texts.Add($"{same[..i]}b{same[(i + 1)..]}");
                texts.Add($"{same[..i]}\u6161{same[(i + 1)..]}");
            }
        }

        Assert.Equal(texts.Count, texts.Select(text => KeyedHash.Of(text)).Distinct().Count());
    }

    // Identifiers that differ in their last digits are what a document has.
    [Fact]
    public void Numbered_identifiers_spread()
    {
        var slots = new int[8192];
        for (var i = 0; i < 4096; i++)
        {
            slots[KeyedHash.Of($"xinxiang-platform-{i}") & (slots.Length - 1)]++;
        }

        Assert.InRange(slots.Max(), 1, 10);
        Assert.InRange(slots.Count(n => n > 0), 2900, 3600);
    }
}
