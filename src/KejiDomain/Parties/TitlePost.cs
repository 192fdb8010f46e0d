using System.Diagnostics;

namespace KejiDomain;

/// <summary>One post of a printed title (职务): what post, in which body, on which line, the body in words.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record TitlePost
{
    /// <summary>The post (职务).</summary>
    public required OfficialPost Post { get; init; }

    /// <summary>The body in which it is held (任职单位), in words: 市委, 市政府, 市科技局, 中共鹤壁市委统战部; null where the title does not tell.</summary>
    public string? Body { get; init; }

    /// <summary>The line (条线), or null where neither the post nor the body tells it, as of a bare 副秘书长.</summary>
    public PostLine? Line { get; init; }

    /// <summary>The rank of the post (职务层次), or null where it cannot be derived.</summary>
    /// <param name="place">The place against which 市 and its like are read, or null.</param>
    /// <param name="on">The date for which the title is attested.</param>
    public CadreRank? GetRank(TitlePlace? place, PartialDate on) => TitleGrammar.LevelOf(this, place, on) is { } level ? CadreRanks.Derive(Post, level, on) : null;

    /// <summary>The post as a record holds it (任职记录).</summary>
    /// <param name="body">Finds the party of a body in words, or null where there is none.</param>
    /// <returns>The post, with a line only where the post alone does not tell it.</returns>
    public HeldPost ToHeldPost(Func<string, Party?>? body = null) => new()
    {
        Post = Post,
        Body = Body is null ? null : body?.Invoke(Body),
        Line = Line == TitleGrammar.LineOf(Post) ? null : Line,
    };

    /// <summary>The post with its body, as a title of one post prints it.</summary>
    public override string ToString() => TitleGrammar.Print(this, null);
}
