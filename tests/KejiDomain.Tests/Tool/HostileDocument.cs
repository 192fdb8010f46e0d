using System.Text.Json.Nodes;
using KejiDomain.Json;

namespace KejiDomain.Tests.Tool;

/// <summary>Makes a data set of every record and every member that there is, whose texts carry every attack.</summary>
internal static class HostileDocument
{
    /// <summary>What would act if anything took it for more than text: markup, escape sequences, marks of direction, formulas, workflow commands, links, paths, separators.</summary>
    public const string Attack =
        "=1+1 [red]x[/] {0} %0A%s \u001b[31mx\u001b]8;;http://x\u0007 \u009b31m \u202Ex\u2066 \u200B\uFEFF <script>x</script> [x](javascript:x) `|` ../../etc/passwd C:\\x ##[error]x ,\";\t\r\n::error file=x,line=1::x\n   ::add-mask::x\u2028::stop-commands::x\u0085##[group]x\0 𠮷";

    // A file name can hold neither a slash, a colon nor a control.
    private const string FileNameAttack = "=1+1 [red]x %0A \u202Ex\u200B <b>x<b> `|` ##[error]x ,\";.txt";

    public static string Write() => Value(new JsonShape.Record(typeof(PolicyDataset)), []).ToJsonString(new() { WriteIndented = true, NewLine = "\n", TypeInfoResolver = KejiJsonContext.Default }) + "\n";

    private static JsonNode Value(JsonShape shape, List<Type> around) => shape switch
    {
        JsonShape.Record record => Record(record.Type, around),
        JsonShape.List { Item: JsonShape.OneOf choices } => new JsonArray([.. choices.Choices.Select(c => Value(c.Shape, around))]),
        JsonShape.List list => new JsonArray(Value(list.Item, around)),
        JsonShape.OneOf choices => Value(choices.Choices[^1].Shape, around),
        JsonShape.Map map => new JsonObject { [map.Key.Format!.Example] = Value(map.Value, around) },
        JsonShape.Text { Format: null } => JsonValue.Create(Attack),
        JsonShape.Text { Format: var format } => JsonValue.Create(format == TextFormat.FileName ? FileNameAttack : format.Example),
        JsonShape.Literal literal => JsonValue.Create(literal.Literals[0]),
        JsonShape.Integer integer => JsonValue.Create(integer.Minimum),
        JsonShape.Number => JsonValue.Create(1),
        _ => JsonValue.Create(true),
    };

    private static JsonObject Record(Type type, List<Type> around)
    {
        around.Add(type);
        var record = new JsonObject();
        foreach (var member in JsonContract.Of(type).Members.Where(m => !around.Contains(RecordOf(m.Shape) ?? typeof(void))))
        {
            record[member.Name] = Value(member.Shape, around);
        }

        around.RemoveAt(around.Count - 1);
        return record;
    }

    private static Type? RecordOf(JsonShape shape) => shape switch
    {
        JsonShape.Record record => record.Type,
        JsonShape.List list => RecordOf(list.Item),
        JsonShape.OneOf choices when choices.Choices.Count > 2 => typeof(PostParty),
        _ => null,
    };
}
