using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using KejiDomain.Json;

namespace KejiDomain.Tests.Json;

/// <summary>What options of a consumer's own read and write through the converters that members and types carry.</summary>
public sealed class JsonConverterTests
{
    private static readonly JsonSerializerOptions Theirs = new() { TypeInfoResolver = KejiJson.TypeInfoResolver };

    private static readonly string Valid = Encoding.UTF8.GetString(Samples.ValidJson);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void Bytes_may_come_in_pieces(int size)
    {
        Assert.Equal(Samples.Valid, Read(Valid, size));
        foreach (var (from, to) in ((string, string)[])[("8,", "17,"), ("8,", "8.0,"), ("8,", "8e0,"), ("7.44", "1e1"), ("\"part\": 0", "\"part\": -0"), ("s1#char=28,33", "s1#char=28,33" + new string('0', 300))])
        {
            Assert.Throws<JsonException>(() => Read(Samples.Changed(from, to), size));
        }
    }

    [Theory]
    [InlineData("'zh': '王小明'", "'zh': 3")]
    [InlineData("'zh': '王小明'", "'zh': ''")]
    [InlineData("'zh': '王小明'", "'zh': '\\ud800'")]
    [InlineData("'noun': '中心'", "'noun': null")]
    [InlineData("'title': '市长'", "'title': null")]
    [InlineData("'script': 'Hans'", "'script': 1")]
    [InlineData("'script': 'Hans'", "'script': 'hans'")]
    [InlineData("'id': 'wang'", "'id': 3")]
    [InlineData("'id': 'wang'", "'id': ''")]
    [InlineData("'id': 'wang'", "'id': '\\ud800'")]
    [InlineData("'s1#char=30,33'", "'\\udc00'")]
    [InlineData("'amount': 7.44", "'amount': '7.44'")]
    [InlineData("'amount': 7.44", "'amount': null")]
    [InlineData("'amount': 7.44", "'amount': -0.0")]
    [InlineData("'amount': 7.44", "'amount': 7E0")]
    [InlineData("'amount': 7.44", "'amount': 0.00000000000000000000000000001")]
    [InlineData("'count': 1,", "'count': '1',")]
    [InlineData("'count': 1,", "'count': 1.0,")]
    [InlineData("'count': 1,", "'count': 1E0,")]
    [InlineData("'count': 1,", "'count': 1.5e1,")]
    [InlineData("'count': 1,", "'count': -1,")]
    [InlineData("'multiplier': 8", "'multiplier': 0")]
    [InlineData("'multiplier': 8", "'multiplier': 17")]
    [InlineData("'people': [", "'people': [null, ")]
    [InlineData("'flow': 'stock'", "")]
    [InlineData("'flow': 'stock'", "'flow': []")]
    [InlineData("'flow': 'stock'", "'flow': 'stock', 'flow': 'new'")]
    [InlineData("'flow': 'stock'", "'\\ud800': 'stock'")]
    [InlineData("'regions': [", "'damage': [], 'regions': [")]
    public void What_is_no_value_is_a_JsonException(string from, string to) => Assert.Throws<JsonException>(() => Read(Samples.Changed(from, to), int.MaxValue));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [InlineData(null)]
    public void A_flag_is_true_false_or_absent(bool? flag)
    {
        var dataset = Flagged(flag);
        var json = KejiJson.Write(dataset);
        Assert.Equal(flag is not null, json.Contains($"\"nominal\": {(flag is true ? "true" : "false")}", StringComparison.Ordinal));
        Assert.Equal(dataset, KejiJson.TryReadTyped(Encoding.UTF8.GetBytes(json)));
        Assert.Equal(dataset, DiagnosingReader.Read(Encoding.UTF8.GetBytes(json), ReadMode.Strict, ReadLimits.Default).Value);
        Assert.Equal(dataset, Read(json, int.MaxValue));
        Assert.Equal(dataset, Read(JsonSerializer.Serialize(dataset, Info<PolicyDataset>()), int.MaxValue));
    }

    [Theory]
    [InlineData("1", "true or false; number")]
    [InlineData("\"true\"", "true or false; text")]
    [InlineData("[true]", "true or false; list")]
    [InlineData("null", "")]
    public void Nothing_else_is_a_flag(string value, string arguments)
    {
        var json = KejiJson.Write(Flagged(true)).Replace("\"nominal\": true", $"\"nominal\": {value}", StringComparison.Ordinal);
        var issue = Assert.Single(KejiJson.Read(json).Report.Issues);
        Assert.Equal(("$.indicators[0].nominal", arguments), (issue.Path, string.Join("; ", issue.Arguments)));
        Assert.Throws<JsonException>(() => Read(json, int.MaxValue));
    }

    [Fact]
    public void What_cannot_be_read_back_cannot_be_written()
    {
        Refused(new TextJsonConverter(), string.Empty);
        Refused(new TextJsonConverter(), "半\ud800");
        Refused(new DecimalJsonConverter(), decimal.MaxValue);
        Refused(new CountJsonConverter(), -1);
        Refused(new OrdinalJsonConverter(), 0);
        Refused(new MultiplierJsonConverter(), 0);
        Refused(new MultiplierJsonConverter(), 17);
        Refused((JsonConverter<Script>)Info<Script>().Converter, (Script)99);
        Refused(new TextValueJsonConverter<PersonId>(), default);
        Refused(new OptionalJsonConverter<int, CountJsonConverter>(), null);
    }

    [Fact]
    public void Numbers_are_written_with_the_digits_they_have()
    {
        Assert.Equal("0.0", Written(new DecimalJsonConverter(), new decimal(0, 0, 0, isNegative: true, 1)));
        Assert.Equal("-0.50", Written(new DecimalJsonConverter(), -0.50m));
        Assert.Equal("0", Written(new CountJsonConverter(), 0));
        Assert.Equal("1", Written(new OrdinalJsonConverter(), 1));
        Assert.Equal("1", Written(new MultiplierJsonConverter(), 1));
        Assert.Equal("16", Written(new MultiplierJsonConverter(), 16));
        Assert.Equal("2147483647", Written(new OptionalJsonConverter<int, CountJsonConverter>(), int.MaxValue));
    }

    [Fact]
    public void Nothing_is_no_writer()
    {
        Assert.Throws<ArgumentNullException>("writer", () => new TextJsonConverter().Write(null!, "a", Theirs));
        Assert.Throws<ArgumentNullException>("writer", () => new DecimalJsonConverter().Write(null!, 1, Theirs));
        Assert.Throws<ArgumentNullException>("writer", () => new CountJsonConverter().Write(null!, 1, Theirs));
        Assert.Throws<ArgumentNullException>("writer", () => new FlagJsonConverter().Write(null!, true, Theirs));
        Assert.Throws<ArgumentNullException>("writer", () => new TextValueJsonConverter<PersonId>().Write(null!, PersonId.Parse("a"), Theirs));
        Assert.Throws<ArgumentNullException>("writer", () => new TextValueJsonConverter<PersonId>().WriteAsPropertyName(null!, PersonId.Parse("a"), Theirs));
        Assert.Throws<ArgumentNullException>("writer", () => ((JsonConverter<Script>)Info<Script>().Converter).Write(null!, Script.Hans, Theirs));
    }

    [Fact]
    public void A_text_value_may_be_the_name_of_a_member()
    {
        var info = (JsonTypeInfo<Dictionary<PersonId, int>>)new JsonSerializerOptions { TypeInfoResolver = new DefaultJsonTypeInfoResolver() }.GetTypeInfo(typeof(Dictionary<PersonId, int>));
        var people = new Dictionary<PersonId, int> { [PersonId.Parse("wang")] = 3 };
        Assert.Equal("{\"wang\":3}", JsonSerializer.Serialize(people, info));
        Assert.Equal(people, JsonSerializer.Deserialize("{\"w\\u0061ng\": 3}", info));
        Assert.Contains("Wang", Assert.Throws<JsonException>(() => JsonSerializer.Deserialize("{\"Wang\": 3}", info)).Message, StringComparison.Ordinal);
        Assert.Throws<JsonException>(() => JsonSerializer.Serialize(new() { [default] = 3 }, info));
    }

    private static PolicyDataset Flagged(bool? flag) =>
        Samples.Minimal() with { Indicators = [new() { Id = Indicator.Parse("own"), Name = "自", Unit = UnitOfMeasure.Count, Nominal = flag, Evidence = Samples.Cited }] };

    private static JsonTypeInfo<T> Info<T>() => (JsonTypeInfo<T>)Theirs.GetTypeInfo(typeof(T));

    private static PolicyDataset? Read(string json, int size)
    {
        var reader = new Utf8JsonReader(Pieces(Encoding.UTF8.GetBytes(json), size));
        return JsonSerializer.Deserialize(ref reader, Info<PolicyDataset>());
    }

    private static void Refused<T>(JsonConverter<T> converter, T value) => Assert.Throws<JsonException>(() => Written(converter, value));

    private static string Written<T>(JsonConverter<T> converter, T value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            converter.Write(writer, value, Theirs);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static ReadOnlySequence<byte> Pieces(byte[] utf8, int size)
    {
        var first = new Piece(utf8.AsMemory(0, Math.Min(size, utf8.Length)), 0);
        var last = first;
        for (var at = first.Memory.Length; at < utf8.Length; at += last.Memory.Length)
        {
            last = last.Followed(utf8.AsMemory(at, Math.Min(size, utf8.Length - at)));
        }

        return new(first, 0, last, last.Memory.Length);
    }

    private sealed class Piece : ReadOnlySequenceSegment<byte>
    {
        public Piece(ReadOnlyMemory<byte> memory, long index) => (Memory, RunningIndex) = (memory, index);

        public Piece Followed(ReadOnlyMemory<byte> memory)
        {
            var next = new Piece(memory, RunningIndex + Memory.Length);
            Next = next;
            return next;
        }
    }
}
