using System.Text;
using System.Text.Json;

namespace KejiDomain.Properties.Json;

/// <summary>A JSON text as a tree that can also say what is wrong: names twice, halves of surrogate pairs, numbers that no type holds.</summary>
internal abstract class JsonTree
{
    public static JsonTree Parse(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => new Record([.. element.EnumerateObject().Select(p => new Member(Quote(p.Name), Parse(p.Value)))]),
        JsonValueKind.Array => new Items([.. element.EnumerateArray().Select(Parse)]),
        _ => new Atom(element.GetRawText()),
    };

    public abstract JsonTree Copy();

    public abstract void Write(StringBuilder text);

    public override string ToString()
    {
        var text = new StringBuilder();
        Write(text);
        return text.ToString();
    }

    public static string Quote(string text) => JsonSerializer.Serialize(text, StringContext.Default.String);

    /// <summary>A text, number or word, as it is written.</summary>
    internal sealed class Atom(string raw) : JsonTree
    {
        public string Raw { get; } = raw;

        public bool IsText => Raw.StartsWith('"');

        public override JsonTree Copy() => this;

        public override void Write(StringBuilder text) => text.Append(Raw);
    }

    internal sealed class Member(string name, JsonTree value)
    {
        /// <summary>The name in its quotation marks.</summary>
        public string Name { get; set; } = name;

        public JsonTree Value { get; set; } = value;
    }

    internal sealed class Record(List<Member> members) : JsonTree
    {
        public List<Member> Members { get; } = members;

        public override JsonTree Copy() => new Record([.. Members.Select(m => new Member(m.Name, m.Value.Copy()))]);

        public override void Write(StringBuilder text)
        {
            text.Append('{');
            for (var i = 0; i < Members.Count; i++)
            {
                text.Append(i == 0 ? string.Empty : ",").Append(Members[i].Name).Append(':');
                Members[i].Value.Write(text);
            }

            text.Append('}');
        }
    }

    internal sealed class Items(List<JsonTree> values) : JsonTree
    {
        public List<JsonTree> Values { get; } = values;

        public override JsonTree Copy() => new Items([.. Values.Select(v => v.Copy())]);

        public override void Write(StringBuilder text)
        {
            text.Append('[');
            for (var i = 0; i < Values.Count; i++)
            {
                text.Append(i == 0 ? string.Empty : ",");
                Values[i].Write(text);
            }

            text.Append(']');
        }
    }
}

[System.Text.Json.Serialization.JsonSerializable(typeof(string))]
internal sealed partial class StringContext : System.Text.Json.Serialization.JsonSerializerContext;
