using System.Collections.Frozen;
using System.Text;

namespace KejiDomain;

/// <summary>The grammar of printed titles: labels of the list of posts, the bodies before them, and what follows from the post before.</summary>
internal static class TitleGrammar
{
    private const string Committee = "委";

    private const string Government = "政府";

    private const string Party = "中共";

    private const string Centre = "中共中央";

    private const string StateCouncil = "国务院";

    private const int MaxBody = 40;

    // A label that begins with one of these names its own body, a part of the body before it.
    private static readonly string[] Inner =
        ["组织部", "宣传部", "统战部", "政法委", "纪委", "监委", "党工委", "党组", "党支部", "党总支", "支部", "政府", "管委会", "人大常委会", "政协", "实验室"];

    private static readonly string[] OrganizationEndings =
    [
        "委", "局", "厅", "部", "办", "院", "校", "处", "科", "室", "所", "组", "政府", "大学", "学院", "公司", "集团", "企业", "中心", "委员会", "管委会", "常委会", "协会", "学会", "联合会",
        "商会", "研究会", "基金会", "理事会", "董事会", "银行", "分行", "支行", "法院", "检察院", "科协", "政协", "人大", "高新区", "经开区", "开发区", "示范区", "园区", "科技园", "产业园",
        "孵化器", "实验室", "工作站", "电视台", "报社", "日报", "本报", "晚报", "通讯社", "联盟", "联合体", "总队", "支队", "党组", "支部", "党总支", "工会", "团队", "课题组", "领导小组", "专班",
    ];

    private static readonly FrozenDictionary<string, OfficialPost> Labels = MakeLabels();

    private static readonly FrozenDictionary<OfficialPost, string[]> LabelsOf =
        OfficialPost.CodeList.Definitions.AsSpan().ToArray().ToFrozenDictionary(
            definition => OfficialPost.Parse(definition.Code),
            definition => definition.Alternatives.AsSpan().ToArray().Prepend(definition.Zh).Where(label => Labels.TryGetValue(label, out var post) && post.ToString() == definition.Code).ToArray());

    private static readonly int LongestLabel = Labels.Keys.Max(label => label.Length);

    public static int Read(ReadOnlySpan<char> text, TitlePlace? place, out OfficialTitle? title)
    {
        title = null;
        if (text.Length > OfficialTitle.MaxLength)
        {
            return OfficialTitle.MaxLength;
        }

        var posts = new List<TitlePost>();
        var start = Skip(text, 0);
        while (true)
        {
            var end = ItemEnd(text, start);
            if (ReadPost(text[start..end], posts.Count == 0 ? null : posts[^1], place, out var post) is >= 0 and var fault)
            {
                return start + fault;
            }

            posts.Add(post!);
            var next = Skip(text, end);
            if (next == text.Length)
            {
                break;
            }

            if (text[next] is '、' or ',' or '\uFF0C' or '/')
            {
                next = Skip(text, next + 1);
            }

            if (text[next..].StartsWith("兼"))
            {
                next = Skip(text, next + (text[next..].StartsWith("兼任") ? 2 : 1));
            }

            start = next;
        }

        title = new() { Posts = posts.ToValueList() };
        title = place is null ? title : title.ToFull(place);
        return -1;
    }

    public static string Print(ValueList<TitlePost> posts)
    {
        var builder = new StringBuilder();
        TitlePost? before = null;
        foreach (var post in posts)
        {
            builder.Append(before is null ? string.Empty : "、").Append(Print(post, before));
            before = post;
        }

        return builder.ToString();
    }

    // The shortest words that are read back as the same post.
    public static string Print(TitlePost post, TitlePost? before)
    {
        if (!LabelsOf.TryGetValue(post.Post, out var labels))
        {
            return post.Body + post.Post.ToString();
        }

        foreach (var label in labels)
        {
            if (ReadPost(label, before, null, out var read) < 0 && read == post)
            {
                return label;
            }
        }

        foreach (var label in labels)
        {
            if (WithBody(label, post.Body) is { } words && ReadPost(words, before, null, out var read) < 0 && read == post)
            {
                return words;
            }
        }

        return post.Body + labels[0];
    }

    public static PostLine? LineOf(OfficialPost post) => post.Definition?.GetExtra("line") switch
    {
        "party" => PostLine.Party,
        "government" => PostLine.Government,
        "other" => PostLine.Other,
        _ => null,
    };

    public static string? Full(string? body, TitlePlace place)
    {
        if (body is null)
        {
            return null;
        }

        var full = IsOf(body, place.LevelWord) ? place.Name + body[place.LevelWord.Length..] : body;
        return full.StartsWith(place.Name + Committee, StringComparison.Ordinal) ? Party + full : full;
    }

    public static string? Short(string? body, TitlePlace place)
    {
        if (body is null)
        {
            return null;
        }

        var plain = body.StartsWith(Party, StringComparison.Ordinal) ? body[Party.Length..] : body;
        return plain.StartsWith(place.Name, StringComparison.Ordinal) && plain.Length > place.Name.Length ? place.LevelWord + plain[place.Name.Length..] : body;
    }

    public static AdministrativeLevel? LevelOf(TitlePost post, TitlePlace? place, PartialDate on)
    {
        var body = post.Body;
        if (body is null)
        {
            return null;
        }

        if (body is Centre or StateCouncil || (post.Post == OfficialPost.GeneralSecretary && body == Party))
        {
            return AdministrativeLevel.National;
        }

        body = body.StartsWith(Party, StringComparison.Ordinal) ? body[Party.Length..] : body;
        var isDepartment = post.Post == OfficialPost.BureauDirector || post.Post == OfficialPost.DeputyBureauDirector;
        var area = isDepartment ? AreaOfDepartment(body, place) : AreaOf(body);
        return area is null || (isDepartment && !body.EndsWith('局') && !body.EndsWith('厅')) ? null
            : place is not null && (area == place.Name || area == place.LevelWord) ? LevelOf(place, on)
            : Gazetteer.Find(area) is { Count: 1 } found && found[0].Name == area ? CadreRanks.GetLevel(found[0].Code, on)
            : area.Length > 1 && !area.Contains('*') ? null
            : area[^1] switch
            {
                '省' => AdministrativeLevel.Provincial,
                '镇' or '乡' => AdministrativeLevel.Township,
                _ => null,
            };
    }

    private static AdministrativeLevel? LevelOf(TitlePlace place, PartialDate on) => place.Code.IsEmpty ? place.Level : CadreRanks.GetLevel(place.Code, on);

    private static FrozenDictionary<string, OfficialPost> MakeLabels()
    {
        // The body that such a label begins with is read as a body.
        string[] bodies = ["中共中央", "国务院", "市委", "省委", "县委", "区委", "党委", "市政府", "省政府", "县政府", "区政府", "领导小组", "大学", "研究院"];
        var labels = new Dictionary<string, OfficialPost>(StringComparer.Ordinal);
        foreach (var definition in OfficialPost.CodeList.Definitions)
        {
            foreach (var label in definition.Alternatives.AsSpan().ToArray().Prepend(definition.Zh))
            {
                if (!bodies.Any(body => label.StartsWith(body, StringComparison.Ordinal)))
                {
                    labels.TryAdd(label, OfficialPost.Parse(definition.Code));
                }
            }
        }

        return labels.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static int Skip(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && PrintedText.IsBlank(text[at]))
        {
            at++;
        }

        return at;
    }

    private static int ItemEnd(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && !PrintedText.IsBlank(text[end]) && text[end] is not ('、' or ',' or '\uFF0C' or '/' or '兼'))
        {
            end++;
        }

        return end;
    }

    // -1 for a post, else the position at which the item stops being one.
    private static int ReadPost(ReadOnlySpan<char> item, TitlePost? before, TitlePlace? place, out TitlePost? post)
    {
        post = null;
        var byText = Labels.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = Math.Min(LongestLabel, item.Length); length >= 2; length--)
        {
            if (byText.TryGetValue(item[^length..], out var found) && ReadBody(item[..^length], item[^length..], found, before?.Body, place, out post))
            {
                return -1;
            }
        }

        return EndsInLabel(item, byText) ? 0 : item.Length;
    }

    private static bool EndsInLabel(ReadOnlySpan<char> item, FrozenDictionary<string, OfficialPost>.AlternateLookup<ReadOnlySpan<char>> byText)
    {
        for (var length = Math.Min(LongestLabel, item.Length); length >= 2; length--)
        {
            if (byText.ContainsKey(item[^length..]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool ReadBody(ReadOnlySpan<char> words, ReadOnlySpan<char> label, OfficialPost post, string? before, TitlePlace? place, out TitlePost? read)
    {
        read = null;
        foreach (var c in words)
        {
            if (!PrintedText.IsHan(c) && !char.IsAsciiLetterOrDigit(c) && c is not ('*' or '(' or ')' or '\uFF08' or '\uFF09' or '·'))
            {
                return false;
            }
        }

        // Running words before a title, 会议由市委常委 or 聘请中国工程院院士, are no body.
        if (words.Length > MaxBody || words.ContainsAny("聘的了") || (words.IndexOf('由') is >= 0 and var by && (by == 0 || words[by - 1] != '自')))
        {
            return false;
        }

        var (valid, body) = InnerOf(label) is { } inner ? InInner(words, inner, before, place)
            : GovernmentWord(post, label) is { } word ? InGovernment(words, word, before, place)
            : post == OfficialPost.GeneralSecretary ? InCentre(words, Centre)
            : post == OfficialPost.Premier || post == OfficialPost.VicePremier ? InCentre(words, StateCouncil)
            : post == OfficialPost.StatePresident ? (words.IsEmpty, null)
            : IsCommitteePost(post) ? InCommittee(words, post, before, place)
            : InOrganization(words, label, before, place);
        if (!valid)
        {
            return false;
        }

        post = SideOf(post, body);
        read = new() { Post = post, Body = body, Line = IsSecretaryGeneral(post) && body is null ? null : LineOf(post) ?? LineOf(body) };
        return true;
    }

    private static bool IsSecretaryGeneral(OfficialPost post) => post == OfficialPost.SecretaryGeneral || post == OfficialPost.DeputySecretaryGeneral;

    private static bool IsCommitteePost(OfficialPost post) =>
        IsSecretaryGeneral(post) || post == OfficialPost.Secretary || post == OfficialPost.DeputySecretary || post == OfficialPost.MemberOfStandingCommittee;

    // The same words are two posts: of the committee and of the government.
    private static OfficialPost SideOf(OfficialPost post, string? body) => body is null || !body.EndsWith(Government, StringComparison.Ordinal) ? post
        : post == OfficialPost.SecretaryGeneral ? OfficialPost.GovernmentSecretaryGeneral
        : post == OfficialPost.DeputySecretaryGeneral ? OfficialPost.DeputySecretaryGeneralGov
        : post;

    private static PostLine? LineOf(string? body) => body is null ? null
        : IsPartyBody(body) ? PostLine.Party
        : body.EndsWith(Government, StringComparison.Ordinal) || body is [.., '局'] or [.., '厅'] || body.EndsWith("管委会", StringComparison.Ordinal) ? PostLine.Government
        : null;

    private static bool IsPartyBody(string body) =>
        IsTerritorialCommittee(body) || body.EndsWith("党委", StringComparison.Ordinal) || body.EndsWith("党工委", StringComparison.Ordinal) || body.EndsWith("党组", StringComparison.Ordinal);

    private static bool IsTerritorialCommittee(ReadOnlySpan<char> body) => body is [.., var word, '委'] && TitlePlace.IsLevelWord(word);

    private static string? InnerOf(ReadOnlySpan<char> label)
    {
        foreach (var inner in Inner)
        {
            if (label.StartsWith(inner) && label.Length > inner.Length)
            {
                return inner;
            }
        }

        // 统战部长 shares a letter between body and label.
        return label is "组织部长" or "宣传部长" or "统战部长" ? label[..^1].ToString() : null;
    }

    private static (bool Valid, string? Body) InInner(ReadOnlySpan<char> words, string inner, string? before, TitlePlace? place)
    {
        var isOfCommittee = inner is "组织部" or "宣传部" or "统战部" or "政法委";
        if (words.IsEmpty)
        {
            var outer = before is null ? null
                : isOfCommittee ? (IsTerritorialCommittee(before) ? before : null)
                : inner is "党组" or "党支部" or "支部" or "党总支" ? BaseOf(before)
                : AreaOf(before) is { } known ? Plain(known)
                : null;
            return (true, outer + inner);
        }

        var area = AreaNamed(words, place);
        if (inner == Government && words.EndsWith("人民"))
        {
            return (AreaNamed(words[..^2], place) is not null, words.ToString() + inner);
        }

        return isOfCommittee ? (IsTerritorialCommittee(words), words.ToString() + inner)
            : area is not null && inner is not "党组" ? (true, area + inner)
            : (inner is "管委会" or "党工委" or "党组" or "党支部" or "支部" or "党总支" or "实验室" or "纪委" && IsOrganization(words), words.ToString() + inner);
    }

    private static (bool Valid, string? Body) InGovernment(ReadOnlySpan<char> words, char word, string? before, TitlePlace? place)
    {
        if (words.IsEmpty)
        {
            var known = before is null ? null : AreaOf(before);
            return (true, (known is not null && known[^1] == word ? Plain(known) : word.ToString()) + Government);
        }

        if (words.EndsWith(Government))
        {
            var outer = words[..^(words.EndsWith("人民政府") ? 4 : 2)];
            return (outer.Length > 0 && outer[^1] == word && AreaNamed(outer, place) is not null, words.ToString());
        }

        // A mask hides the place's name; its level word is in the label.
        if (words is "*")
        {
            return (true, "*" + word + Government);
        }

        return AreaNamed(words, place) is { Length: > 1 } area && area[^1] == word ? (true, area + Government) : (false, null);
    }

    private static (bool Valid, string? Body) InCentre(ReadOnlySpan<char> words, string body) =>
        words.IsEmpty || words.SequenceEqual(body) ? (true, body) : (false, null);

    private static (bool Valid, string? Body) InCommittee(ReadOnlySpan<char> words, OfficialPost post, string? before, TitlePlace? place)
    {
        if (words.IsEmpty)
        {
            var isSecretaryGeneral = IsSecretaryGeneral(post);
            return (true, before is null ? null
                : IsTerritorialCommittee(before) ? before
                : isSecretaryGeneral && before.EndsWith(Government, StringComparison.Ordinal) ? before
                : !isSecretaryGeneral && post != OfficialPost.MemberOfStandingCommittee && IsPartyBody(before) ? before
                : null);
        }

        if (IsTerritorialCommittee(words))
        {
            var plain = words.StartsWith(Party) ? words[Party.Length..] : words;
            return plain.Length > 2 || words.Length == 2 ? (true, words.ToString()) : (false, null);
        }

        // 鹤壁委 is nobody's word, but 鹤壁市委 may be told with the short name of the place: 鹤壁书记 is not.
        return post == OfficialPost.MemberOfStandingCommittee ? (false, null)
            : IsSecretaryGeneral(post) ? (IsOrganization(words), words.ToString())
            : (words.EndsWith("党委") || words.EndsWith("党工委") || words.EndsWith("团委") || (words.EndsWith(Committee) && IsOrganization(words) && place is null && words.Length > 3), words.ToString());
    }

    private static (bool Valid, string? Body) InOrganization(ReadOnlySpan<char> words, ReadOnlySpan<char> label, string? before, TitlePlace? place)
    {
        var unit = label[^1] == '长' && label.Length >= 2 ? label[^2] : '\0';
        var hasUnit = unit is '局' or '厅' or '部' or '司' or '处' or '科';
        if (words.IsEmpty)
        {
            var known = before is null ? null : BaseOf(before);
            var fits = known is not null && AreaOf(known) is null && (hasUnit ? known[^1] == unit
                : label.EndsWith("主任") && (known is [.., '委'] or [.., '办'] or [.., '室'] || known.EndsWith("中心", StringComparison.Ordinal) || known.EndsWith("委员会", StringComparison.Ordinal)));
            return (true, fits ? known : null);
        }

        // 市科技局长 is of 市科技局; a name without the place before it could be a person's.
        if (hasUnit && words[^1] != unit)
        {
            return words.Length > 2 && (words[0] is '省' or '市' or '县' || (place is not null && words.StartsWith(place.Name) && words.Length > place.Name.Length))
                ? (true, words.ToString() + unit)
                : (false, null);
        }

        return (IsOrganization(words), words.ToString());
    }

    private static bool IsOrganization(ReadOnlySpan<char> words)
    {
        foreach (var ending in OrganizationEndings)
        {
            if (words.Length > ending.Length && words.EndsWith(ending))
            {
                return true;
            }
        }

        return words is "党委" or "本报" or "日报" or "人大" or "政协" or "科协" or "高新区" or "经开区" or "开发区" or "党组" or "领导小组";
    }

    // The word before 长 of a post at the head of a government: 市 of 市长, 副市长, 市长助理.
    private static char? GovernmentWord(OfficialPost post, ReadOnlySpan<char> label) =>
        label.IndexOf('长') is > 0 and var at && label[at - 1] is '省' or '市' or '县' or '旗' or '区' or '镇' or '乡' && LineOf(post) == PostLine.Government ? label[at - 1] : null;

    // A level word, a place's name that ends in one, or with a place at hand its short name.
    private static string? AreaNamed(ReadOnlySpan<char> words, TitlePlace? place) =>
        words.Length == 1 && TitlePlace.IsLevelWord(words[0]) || words is "自治区" ? words.ToString()
        : place is not null && words.SequenceEqual(place.ShortName) ? place.Name
        : TitlePlace.IsPlaceName(words) ? words.ToString()
        : null;

    // The area of a committee, government, congress or conference: 鹤壁市 of 中共鹤壁市委, 市 of 市政府.
    private static string? AreaOf(string body)
    {
        var plain = Plain(body);
        foreach (var ending in (ReadOnlySpan<string>)["人民政府", "政府", "人大常委会", "政协", "纪委", "监委", "委"])
        {
            if (plain.Length > ending.Length && plain.EndsWith(ending, StringComparison.Ordinal) && AreaNamed(plain.AsSpan(0, plain.Length - ending.Length), null) is { } area)
            {
                return area;
            }
        }

        return null;
    }

    private static string? AreaOfDepartment(string body, TitlePlace? place) =>
        place is not null && body.StartsWith(place.Name, StringComparison.Ordinal) ? place.Name
        : place is not null && IsOf(body, place.LevelWord) ? place.LevelWord
        : IsOf(body, "省") ? "省"
        : null;

    private static string Plain(string body) => body.StartsWith(Party, StringComparison.Ordinal) ? body[Party.Length..] : body;

    private static string BaseOf(string body)
    {
        foreach (var ending in (ReadOnlySpan<string>)["党组", "党委", "党支部", "党总支", "支部"])
        {
            if (body.Length > ending.Length && body.EndsWith(ending, StringComparison.Ordinal))
            {
                return body[..^ending.Length];
            }
        }

        return body;
    }

    // 市科技局 is of 市, 市场监督管理局 says nothing of the kind.
    private static bool IsOf(string body, string word) =>
        body.Length > word.Length && body.StartsWith(word, StringComparison.Ordinal) && body[word.Length] is not ('场' or '域' or '块' or '民' or '属' or '级' or '会' or '长');

    // The label after the body it is part of: 市委统战部 and 统战部部长 are 市委统战部部长.
    private static string? WithBody(string label, string? body)
    {
        if (body is null)
        {
            return null;
        }

        if (InnerOf(label) is { } inner)
        {
            return body.EndsWith(inner, StringComparison.Ordinal) ? body[..^inner.Length] + label : null;
        }

        var at = label.IndexOf('长', StringComparison.Ordinal);
        return at > 0 && body.EndsWith(label[at - 1] + Government, StringComparison.Ordinal) ? body[..^Government.Length] + label : body + label;
    }
}
