namespace KejiDomain.Validation;

/// <summary>The rule that holds a printed title against the posts that a record lists for it: 副市长 is no 市长.</summary>
internal static class TitleRules
{
    private const char Deputy = '副';

    private const string Assistant = "助理";

    /// <summary>Whether a title reads as posts, and the one listed is none of them.</summary>
    /// <param name="title">The title as printed, or as repaired.</param>
    /// <param name="post">The post of the record.</param>
    /// <param name="read">The posts of the title, where it is none of them.</param>
    public static bool Excludes(string title, OfficialPost post, out ValueList<TitlePost> read)
    {
        read = default;
        if (title.Length > OfficialTitle.MaxLength || IsRole(post) || post.Definition is not { } definition || Names(title, definition) || IsShort(title, definition))
        {
            return false;
        }

        // What cannot be read as a title contradicts nothing.
        if (!OfficialTitle.TryParse(title, out var official))
        {
            return false;
        }

        foreach (var other in official.Posts)
        {
            if (other.Post == post || other.Post.Definition is not { } found || found.Broader == definition.Code || definition.Broader == found.Code || IsShort(found.Zh, definition) || IsDirector(other.Post, post))
            {
                return false;
            }
        }

        read = official.Posts;
        return true;
    }

    // 主要负责人 is what somebody is for, whatever the title: 局长 as well as 院长.
    private static bool IsRole(OfficialPost post) => post == OfficialPost.Head || post == OfficialPost.DeputyHead;

    // The head of a commission is a 主任, and that of a bureau all the same.
    private static bool IsDirector(OfficialPost read, OfficialPost post) =>
        (read == OfficialPost.Director && post == OfficialPost.BureauDirector) || (read == OfficialPost.DeputyDirector && post == OfficialPost.DeputyBureauDirector);

    // Mostly a label of the post stands in the title.
    private static bool Names(string title, CodeDefinition post)
    {
        if (Holds(title, post.Zh))
        {
            return true;
        }

        foreach (var label in post.Alternatives)
        {
            if (Holds(title, label))
            {
                return true;
            }
        }

        return false;
    }

    // 副秘书长 may be short for 政府副秘书长.
    private static bool IsShort(string label, CodeDefinition post)
    {
        if (EndsIn(post.Zh, label))
        {
            return true;
        }

        foreach (var other in post.Alternatives)
        {
            if (EndsIn(other, label))
            {
                return true;
            }
        }

        return false;
    }

    private static bool EndsIn(string longer, string label) =>
        longer.EndsWith(label, StringComparison.Ordinal) && (longer.Length == label.Length || longer[^(label.Length + 1)] != Deputy);

    // A label with a deputy's letter before it, or an assistant's behind it, is another post's.
    private static bool Holds(string title, string label)
    {
        for (var at = title.IndexOf(label, StringComparison.Ordinal); at >= 0; at = title.IndexOf(label, at + 1, StringComparison.Ordinal))
        {
            if ((at == 0 || title[at - 1] != Deputy) && !title.AsSpan(at + label.Length).StartsWith(Assistant))
            {
                return true;
            }
        }

        return false;
    }
}
