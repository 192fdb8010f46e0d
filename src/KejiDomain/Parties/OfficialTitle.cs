using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace KejiDomain;

/// <summary>A printed title (职务) as an ordered list of posts: 市委副书记、市长 is two, one of the party and one of the government.</summary>
/// <remarks>
/// <para>A title is posts joined by 、 or 兼, blanks or commas. A post is a label of the list of posts with the body before it: a committee (市委, 中共鹤壁市委, 党委), a government, a department
/// (市科技局), another organization; or nothing, and then the body follows from the post (市长 is of 市政府) or from the post before (市委常委、秘书长). A name of a person is no part of a title, and a text
/// that could be one (李小莉副市长) is refused. Where the words do not tell body or line they stay null: a bare 副秘书长 is of party or government.</para>
/// <para>Read against a place (<see cref="ParseIn"/>), bodies get their full names (市委 becomes 中共鹤壁市委), and the place's short name is understood (鹤壁市长). <see cref="ToFull"/> and <see cref="ToShort"/> change between the two.</para>
/// </remarks>
/// <example><code>
/// var title = OfficialTitle.Parse("市委副书记、市长");
/// title.Posts[1].Body                                              // 市政府
/// title.ToFull(TitlePlace.Of(Gazetteer.Get("411200"))).ToString()  // 中共三门峡市委副书记、市长
/// title.GetRank(TitlePlace.Of(Gazetteer.Get("411200")), PartialDate.Parse("2021-12-17"))   // BureauChief
/// </code></example>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record OfficialTitle : ISpanParsable<OfficialTitle>
{
    /// <summary>The greatest length of a title that is read, in UTF-16 units (最大长度).</summary>
    public const int MaxLength = 200;

    private const string What = "title of office";

    private const string Example = "市委副书记、市长";

    /// <summary>The posts in the order printed (职务), at least one.</summary>
    public required ValueList<TitlePost> Posts { get; init; }

    /// <summary>Reads a printed title.</summary>
    /// <param name="text">A text such as 市委副书记、市长.</param>
    /// <exception cref="FormatException">The text is no title; the message says where it fails.</exception>
    public static OfficialTitle Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Read(text, null);
    }

    /// <inheritdoc/>
    public static OfficialTitle Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc/>
    public static OfficialTitle Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Read(s, null);

    /// <summary>Reads a printed title against a place (按所在地).</summary>
    /// <param name="text">A text such as 市委副书记、市长 or 鹤壁市长.</param>
    /// <param name="place">What 市 and its like mean.</param>
    /// <returns>The title with full bodies.</returns>
    /// <exception cref="FormatException">The text is no title; the message says where it fails.</exception>
    public static OfficialTitle ParseIn(string text, TitlePlace place)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(place);
        return Read(text, place);
    }

    /// <summary>Reads a printed title, if the text is one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The title, or null.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out OfficialTitle? value) => TryParse(text.AsSpan(), out value);

    /// <summary>Reads a printed title, if the text is one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The title, or null.</param>
    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out OfficialTitle? value) => TitleGrammar.Read(text, null, out value) < 0;

    /// <summary>Reads a printed title against a place (按所在地), if the text is one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="place">What 市 and its like mean.</param>
    /// <param name="value">The title with full bodies, or null.</param>
    public static bool TryParseIn(ReadOnlySpan<char> text, TitlePlace place, [NotNullWhen(true)] out OfficialTitle? value)
    {
        ArgumentNullException.ThrowIfNull(place);
        return TitleGrammar.Read(text, place, out value) < 0;
    }

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out OfficialTitle result) => TryParse(s, out result);

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, [MaybeNullWhen(false)] out OfficialTitle result) => TryParse(s, out result);

    /// <summary>The same title with the full name of the place in its bodies (全称): 中共鹤壁市委 for 市委.</summary>
    /// <param name="place">The place.</param>
    public OfficialTitle ToFull(TitlePlace place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return new() { Posts = Posts.AsSpan().ToArray().Select(post => post with { Body = TitleGrammar.Full(post.Body, place) }).ToValueList() };
    }

    /// <summary>The same title with the level word for the name of the place in its bodies (简称): 市委 for 中共鹤壁市委.</summary>
    /// <param name="place">The place.</param>
    public OfficialTitle ToShort(TitlePlace place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return new() { Posts = Posts.AsSpan().ToArray().Select(post => post with { Body = TitleGrammar.Short(post.Body, place) }).ToValueList() };
    }

    /// <summary>The highest rank that can be derived from the posts (职务层次), or null where there is none.</summary>
    /// <param name="place">The place against which 市 and its like are read, or null.</param>
    /// <param name="on">The date for which the title is attested.</param>
    public CadreRank? GetRank(TitlePlace? place, PartialDate on)
    {
        CadreRank? highest = null;
        foreach (var post in Posts)
        {
            highest = post.GetRank(place, on) is { } rank && !(rank <= highest) ? rank : highest;
        }

        return highest;
    }

    /// <summary>The posts as records hold them (任职记录).</summary>
    /// <param name="body">Finds the party of a body in words, or null where there is none.</param>
    public ValueList<HeldPost> ToHeldPosts(Func<string, Party?>? body = null) => Posts.AsSpan().ToArray().Select(post => post.ToHeldPost(body)).ToValueList();

    /// <summary>The canonical title (规范写法): posts joined by 、, a body only where it does not follow from the words before.</summary>
    public override string ToString() => TitleGrammar.Print(Posts);

    private static OfficialTitle Read(ReadOnlySpan<char> text, TitlePlace? place) =>
        TitleGrammar.Read(text, place, out var title) is >= 0 and var position ? throw PrintedText.Failure(What, Example, text, position) : title!;
}
