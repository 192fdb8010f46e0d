using System.Buffers;
using System.Text;
using KejiDomain.Json;

namespace KejiDomain.Tests.Json;

/// <summary>The encoder as the framework's own writer calls it, on UTF-16 and on UTF-8.</summary>
public sealed class CanonicalEncoderTests
{
    [Theory]
    [InlineData("鹤壁\u3000𠮷😀é\u007f\u0080/<>&'+\u2028\uFEFF\uFFFF", "鹤壁\u3000𠮷😀é\u007f\u0080/<>&'+\u2028\uFEFF\uFFFF")]
    [InlineData("a\"b\\c", "a\\\"b\\\\c")]
    [InlineData("\n\r\t\b\f", "\\n\\r\\t\\b\\f")]
    [InlineData("\0\u000b\u001f ", "\\u0000\\u000b\\u001f ")]
    [InlineData("😀\"𠮷", "😀\\\"𠮷")]
    [InlineData("\"😀", "\\\"😀")]
    public void Escapes_what_JSON_demands_and_nothing_else(string text, string expected)
    {
        Assert.Equal(expected, CanonicalEncoder.Instance.Encode(text));
        var utf8 = new byte[256];
        Assert.Equal(OperationStatus.Done, CanonicalEncoder.Instance.EncodeUtf8(Encoding.UTF8.GetBytes(text), utf8, out _, out var length));
        Assert.Equal(expected, Encoding.UTF8.GetString(utf8, 0, length));
    }

    [Fact]
    public void Half_of_a_pair_is_never_written()
    {
        foreach (var (text, expected) in ((string, string)[])[("a\ud83d", "a\uFFFD"), ("文a\ud800b", "文a\uFFFDb"), ("😀\udc00", "😀\uFFFD"), ("\ud83d😀", "\uFFFD😀"), ("\ude00\ud83d\n", "\uFFFD\uFFFD\\n")])
        {
            Assert.Equal(expected, CanonicalEncoder.Instance.Encode(text));
        }
    }

    [Theory]
    [InlineData("\"", 2)]
    [InlineData("\u0001", 6)]
    public void Writes_into_what_has_just_enough_room_and_not_into_less(string text, int length)
    {
        Assert.Equal(OperationStatus.Done, CanonicalEncoder.Instance.Encode(text, new char[length], out _, out var written));
        Assert.Equal(length, written);
        Assert.Equal(OperationStatus.DestinationTooSmall, CanonicalEncoder.Instance.Encode(text, new char[length - 1], out _, out written));
        Assert.Equal(0, written);
    }
}
