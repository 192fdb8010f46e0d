using System.Globalization;
using System.Text;

namespace KejiDomain.Properties.Json;

/// <summary>Changes documents as an enemy or a bad disk would. The same number always gives the same change.</summary>
internal static class Mutator
{
    // Written where a byte is wanted that is no UTF-8; it becomes one at the end.
    private const char BadByte = '\uE000';

    private static readonly string[] Atoms =
    [
        "null", "true", "false", "0", "-0", "1", "-1", "1.0", "1e0", "1E400", "0.1", "2147483647", "2147483648", "-2147483648", "79228162514264337593543950335",
        "79228162514264337593543950336", "0.0000000000000000000000000001", "0.00000000000000000000000000001", "9999999999999999999999999999", "10000000000000000000000000000",
        "123456789012345678901234567890", "[]", "{}", "[[]]", "[null]", "\"\"", "\" \"", "NaN", "01", "+1", "1.", ".5", "\"\\u0000\"",
    ];

    private static readonly string[] Texts =
    [
        "x", "a-b", "A", "9", "*", "****", "2023", "2023-02-30", "2024-02-29", "0000", "9999-12-31", "10000", "2023/2022", "2022/2023", "202*", "2023-**", "999999999", "+2023",
        "s1", "s1#char=0,1", "s1#char=0,999999999", "s1#char=1,1", "s1#char=00,1", "zz#char=0,1", "s1#char=-1,1", "410600", "000000", "999999", "410000000000", "1.0", "1.1", "2.0", "9999.9999",
        "99999.0", "evidence.0.of", "a.b.c.d", "posts.999999.body", "text.txt", "..", "../../etc/passwd", "C:\\con", "a/b", "percent", "count", "CNY", "actual", "target", "stated", "redacted",
        "previous-year", "strip-pinyin", "replace", "urn:keji-domain:schema:policy-dataset:1.0", "\u202e\u2066evil", "\u001b[31m", "::error::x", "=1+1", "[red]", "<script>", "𠮷林", "a\u0301", "\uFEFF", "\u0085",
        "零", "第一", "十四五", "1+8", "一万亿", "\r\n\t",
    ];

    private static readonly string[] Names =
    [
        "id", "kind", "name", "zh", "evidence", "cite", "of", "printed", "measure", "amount", "low", "high", "missing", "items", "outline", "slogan", "parts", "claims", "dimensions", "post", "group",
        "body", "parent", "series", "observations", "formatVersion", "$schema", "$ref", "__proto__", "", "Id", "it's", "a.b", "a[0]", "\u001b", "\u202e", "名",
    ];

    /// <summary>The mutation of a number: the bytes, and what was done.</summary>
    public static (byte[] Utf8, string What) Make(int number)
    {
        var random = new Random(number);
        var original = Documents.All[random.Next(Documents.All.Count)];
        var tree = original.Copy();
        var what = new List<string>();
        for (var i = random.Next(5) == 0 ? 0 : random.Next(1, 4); i > 0; i--)
        {
            what.Add(ChangeTree(random, ref tree));
        }

        var utf8 = Bytes(tree.ToString());
        if (what.Count == 0 || random.Next(10) == 0)
        {
            what.Add(ChangeBytes(random, ref utf8));
        }

        return (utf8, string.Join(", ", what));
    }

    private static string ChangeTree(Random random, ref JsonTree root)
    {
        var places = Places(root);
        var place = places[random.Next(places.Count)];
        var atoms = places.Where(p => p.Value is JsonTree.Atom).ToList();
        var numbers = atoms.Where(p => p.Value is JsonTree.Atom { IsText: false }).ToList();
        var atom = atoms.Count > 0 ? atoms[random.Next(atoms.Count)] : place;
        var number = numbers.Count > 0 ? numbers[random.Next(numbers.Count)] : atom;
        switch (random.Next(19))
        {
            case 0:
                place.Drop();
                return "drop";
            case 1:
                place.Double();
                return "duplicate";
            case 2:
                place.Set(new JsonTree.Atom(Atoms[random.Next(Atoms.Length)]));
                return "retype";
            case 3 or 4:
                atom.Set(Text(random));
                return "other text";
            case 16:
                number.Set(new JsonTree.Atom(Atoms[random.Next(Atoms.Length)]));
                return "other atom";
            case 18:
                place.Rename(Escaped(place.Name ?? "\"id\""));
                atom.Set(new JsonTree.Atom(Escaped(atom.Value.ToString())));
                return "escape";
            case 17:
                (random.Next(3) == 0 ? place : number).Set(Number(random));
                return "number";
            case 5:
                place.Rename(Name(random));
                return "rename";
            case 6:
                place.Insert(Name(random), places[random.Next(places.Count)].Value.Copy());
                return "insert";
            case 7:
                place.Set(places[random.Next(places.Count)].Value.Copy());
                return "graft";
            case 8:
                place.Set(Some(random).Copy());
                return "graft from another document";
            case 9:
                atom.Set(LoneSurrogate(random));
                return "lone surrogate";
            case 10:
                number.Set(Number(random));
                return "number";
            case 11:
                place.Set(Nest(random, place.Value));
                return "nest";
            case 12:
                return Refer(random, places);
            case 13:
                place.Set(Many(random, place.Value));
                return "many";
            case 14:
                place.Set(new JsonTree.Items([place.Value]));
                return "wrap";
            default:
                place.Set(place.Value is JsonTree.Items { Values: [var only, ..] } ? only : new JsonTree.Record([new(Name(random), place.Value)]));
                return "unwrap";
        }
    }

    private static string ChangeBytes(Random random, ref byte[] utf8)
    {
        var at = random.Next(utf8.Length);
        switch (random.Next(9))
        {
            case 0:
                utf8 = utf8[..at];
                return "truncate";
            case 1:
                utf8 = [.. utf8[..at], (byte)random.Next(256), .. utf8[at..]];
                return "insert a byte";
            case 2:
                utf8 = [.. utf8[..at], .. utf8[(at + 1)..]];
                return "drop a byte";
            case 3:
                utf8[at] ^= (byte)(1 << random.Next(8));
                return "flip a bit";
            case 4:
                utf8 = [.. "\uFEFF"u8, .. utf8];
                return "byte order mark";
            case 5:
                utf8 = [.. utf8, .. (random.Next(2) == 0 ? utf8 : "\0"u8.ToArray())];
                return "something behind";
            case 6:
                utf8 = [.. utf8[..at], .. "\uFEFF"u8, .. utf8[at..]];
                return "byte order mark inside";
            case 7:
                utf8 = Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(utf8));
                return "UTF-16";
            default:
                var end = random.Next(at, utf8.Length);
                utf8 = [.. utf8[..at], .. utf8[end..]];
                return "cut out";
        }
    }

    private static JsonTree.Atom Text(Random random) => new(JsonTree.Quote(random.Next(8) switch
    {
        0 => new string('长', random.Next(1, 3000)),
        1 => Texts[random.Next(Texts.Length)] + Texts[random.Next(Texts.Length)],
        2 => new string(random.GetItems<char>("0123456789-/*.年月#=,abc第一".ToCharArray(), random.Next(1, 20))),
        _ => Texts[random.Next(Texts.Length)],
    }));

    private static string Name(Random random) => random.Next(8) switch
    {
        0 => "\"\\ud800\"",
        1 => $"\"{BadByte}\"",
        2 => $"\"p\\u006fst\"",
        3 => JsonTree.Quote(new string('n', random.Next(1, 2000))),
        _ => JsonTree.Quote(Names[random.Next(Names.Length)]),
    };

    private static JsonTree.Atom LoneSurrogate(Random random) => new(random.Next(5) switch
    {
        0 => "\"\\ud800\"",
        1 => "\"\\udc00\\ud800\"",
        2 => "\"文\\udfff文\"",
        3 => $"\"{BadByte}\"",
        _ => $"\"s1#char=0,1{BadByte}\"",
    });

    private static JsonTree.Atom Number(Random random) => new(string.Concat(
        random.Next(2) == 0 ? "-" : string.Empty,
        random.Next(3) == 0 ? "0" : "1" + Digits(random, random.Next(45)),
        random.Next(2) == 0 ? "." + Digits(random, random.Next(1, 45)) : string.Empty,
        random.Next(6) == 0 ? $"e{random.Next(-999999, 999999).ToString(CultureInfo.InvariantCulture)}" : string.Empty));

    // The same text or name, a letter of it written as an escape.
    private static string Escaped(string raw) =>
        raw.Length > 2 && raw[0] == '"' && raw[1] is not '\\' and not BadByte ? $"\"\\u{(int)raw[1]:x4}{raw[2..]}" : raw;

    private static string Digits(Random random, int count) => new(random.GetItems("0123456789".ToCharArray(), count));

    // Around the limit of the depth as often as far beyond it; an outline node goes into itself.
    private static JsonTree Nest(Random random, JsonTree value)
    {
        var depth = random.Next(4) == 0 ? random.Next(2000) : random.Next(60);
        var name = random.Next(3) switch { 0 => "\"items\"", 1 => "\"body\"", _ => null };
        for (var i = 0; i < depth; i++)
        {
            value = name switch
            {
                null => new JsonTree.Items([value]),
                "\"items\"" => new JsonTree.Record([new("\"text\"", new JsonTree.Atom("\"a\"")), new(name, new JsonTree.Items([value]))]),
                _ => new JsonTree.Record([new("\"post\"", new JsonTree.Atom("\"mayor\"")), new(name, value)]),
            };
        }

        return value;
    }

    // Any identifier in the place of any other: circles among parents, references of the wrong kind, one identifier twice.
    private static string Refer(Random random, List<Place> places)
    {
        var texts = places.Where(p => p.Value is JsonTree.Atom { IsText: true, Raw.Length: < 40 }).ToList();
        if (texts.Count > 0)
        {
            texts[random.Next(texts.Count)].Set(texts[random.Next(texts.Count)].Value);
        }

        return "refer";
    }

    private static JsonTree.Items Many(Random random, JsonTree value)
    {
        var item = value is JsonTree.Items { Values: [var first, ..] } ? first : value;
        var count = item is JsonTree.Atom ? random.Next(400) : random.Next(8);
        return new([.. Enumerable.Repeat(item, count).Select(i => i.Copy())]);
    }

    private static JsonTree Some(Random random)
    {
        var places = Places(Documents.All[random.Next(Documents.All.Count)]);
        return places[random.Next(places.Count)].Value;
    }

    private static List<Place> Places(JsonTree root)
    {
        var places = new List<Place>();
        Collect(root, places);
        return places;
    }

    private static void Collect(JsonTree tree, List<Place> places)
    {
        if (tree is JsonTree.Record record)
        {
            foreach (var member in record.Members)
            {
                places.Add(new(record, null, member));
                Collect(member.Value, places);
            }
        }
        else if (tree is JsonTree.Items items)
        {
            for (var i = 0; i < items.Values.Count; i++)
            {
                places.Add(new(items, items.Values[i], null));
                Collect(items.Values[i], places);
            }
        }
    }

    private static byte[] Bytes(string text)
    {
        var bytes = new List<byte>(text.Length);
        var parts = text.Split(BadByte);
        for (var i = 0; i < parts.Length; i++)
        {
            bytes.AddRange(Encoding.UTF8.GetBytes(parts[i]));
            if (i < parts.Length - 1)
            {
                bytes.Add(0xC3);
            }
        }

        return [.. bytes];
    }

    /// <summary>A member of a record or an item of a list.</summary>
    private sealed class Place(JsonTree parent, JsonTree? item, JsonTree.Member? member)
    {
        public JsonTree Value => member?.Value ?? item!;

        public string? Name => member?.Name;

        public void Set(JsonTree value)
        {
            if (member is not null)
            {
                member.Value = value;
            }
            else if (parent is JsonTree.Items items && items.Values.IndexOf(item!) is >= 0 and var at)
            {
                items.Values[at] = value;
            }
        }

        public void Drop()
        {
            if (parent is JsonTree.Record record)
            {
                record.Members.Remove(member!);
            }
            else
            {
                ((JsonTree.Items)parent).Values.Remove(item!);
            }
        }

        public void Double() => Insert(member?.Name ?? string.Empty, Value.Copy());

        public void Rename(string name)
        {
            if (member is not null)
            {
                member.Name = name;
            }
        }

        public void Insert(string name, JsonTree value)
        {
            if (parent is JsonTree.Record record)
            {
                record.Members.Insert(record.Members.IndexOf(member!), new(name, value));
            }
            else
            {
                ((JsonTree.Items)parent).Values.Add(value);
            }
        }
    }
}
