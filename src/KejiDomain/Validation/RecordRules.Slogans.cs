using System.Globalization;

namespace KejiDomain.Validation;

/// <content>Numbered slogans: their parts against their words, against what is declared and against the nodes below.</content>
internal sealed partial class RecordRules
{
    private readonly Stack<NumberedSlogan?> _slogans = new();

    private void CheckNode(OutlineNode node)
    {
        var above = _slogans.TryPeek(out var slogan) ? slogan : null;
        if (node.Part is { } part && part >= (above?.Parts.Count ?? 0))
        {
            Report(IssueCodes.PartOutsideSlogan, PathTo("part"), part, above?.Parts.Count ?? 0);
        }

        _slogans.Push(node.Slogan ?? above);
        if (node.Slogan is { } own)
        {
            CheckSlogan(own, node.Items);
            CheckParts(own, node.Declared);
        }

        if (node.Completeness == ListCompleteness.Excess)
        {
            Report(IssueCodes.DeclaredMismatch, PathTo("declared"), node.Declared!.Value.Value!.Value, node.Items.Count);
        }
    }

    // 十项重点工作 beside a declared ten; and the parts as the words read: 1472 is 1, 4, 7, 2. Where the words do not tell their parts, nothing is held against them.
    private void CheckParts(NumberedSlogan slogan, Measure? declared)
    {
        if (declared?.Value is { } members && slogan.Parts is [{ Count: { } only }] && members != only)
        {
            Report(IssueCodes.SloganMismatch, JsonLocator.Item(PathTo("slogan.parts"), 0), 0, slogan.Text, only, members);
        }

        Span<int> read = stackalloc int[NumberedSlogan.MaxLength];
        var count = SloganGrammar.ReadCounts(slogan.Text, read);
        if (count != slogan.Parts.Count)
        {
            if (count > 0 && !slogan.Parts.IsEmpty && SloganGrammar.IsRow(slogan.Text))
            {
                CheckDigits(slogan, read[..count]);
            }

            return;
        }

        for (var i = 0; i < slogan.Parts.Count; i++)
        {
            if (read[i] is > 0 and var words && slogan.Parts[i].Count is { } stated && words != stated)
            {
                Report(IssueCodes.SloganTextMismatch, JsonLocator.Item(PathTo("slogan.parts"), i) + ".count", slogan.Text, i, words, stated);
            }
        }
    }

    // 1472 may be 14 and 72, but not 1, 4 and 7: the digits of the counts, one after another, are the slogan. A part without a count may be any.
    private void CheckDigits(NumberedSlogan slogan, ReadOnlySpan<int> digits)
    {
        var at = 0;
        for (var i = 0; i < slogan.Parts.Count; i++)
        {
            if (slogan.Parts[i].Count is not { } count)
            {
                return;
            }

            var printed = count.ToString(CultureInfo.InvariantCulture);
            var isLast = i == slogan.Parts.Count - 1;
            var rest = isLast ? digits[at..] : digits[at..Math.Min(at + printed.Length, digits.Length)];
            if (!IsCount(rest, printed))
            {
                IssueArgument words = rest.IsEmpty ? ("nothing", "无") : string.Concat(rest.ToArray());
                Report(IssueCodes.SloganTextMismatch, JsonLocator.Item(PathTo("slogan.parts"), i) + ".count", slogan.Text, i, words, count);
                return;
            }

            at += printed.Length;
        }
    }

    private static bool IsCount(ReadOnlySpan<int> digits, string count)
    {
        for (var i = 0; i < digits.Length && digits.Length == count.Length; i++)
        {
            if (digits[i] != count[i] - '0')
            {
                return false;
            }
        }

        return digits.Length == count.Length;
    }

    // A part that counts its members against the nodes that belong to it, wherever they stand below; a node that names no part is a member of none.
    private void CheckSlogan(NumberedSlogan slogan, ValueList<OutlineNode> outline)
    {
        if (slogan.Parts.IsEmpty || outline.IsEmpty)
        {
            return;
        }

        // Parts may be as many as the nodes.
        Span<Membership> members = slogan.Parts.Count <= 32 ? stackalloc Membership[slogan.Parts.Count] : new Membership[slogan.Parts.Count];
        CountMembers(outline, members, isOpen: false, depth: 0);
        for (var i = 0; i < slogan.Parts.Count; i++)
        {
            var (listed, open) = (members[i].Count, members[i].IsOpen);
            if (slogan.Parts[i].Count is { } count && (listed > count || (listed > 0 && listed < count && !open)))
            {
                Report(IssueCodes.SloganMismatch, JsonLocator.Item(PathTo("slogan.parts"), i), i, slogan.Text, count, listed);
            }
        }
    }

    // The members of every part in one walk; a node of a part stands for all below it, one with a slogan of its own has parts of its own.
    private static void CountMembers(ValueList<OutlineNode> nodes, Span<Membership> members, bool isOpen, int depth)
    {
        foreach (var node in depth < ReadLimits.DefaultDepth ? nodes : [])
        {
            var part = node.Part is { } at && at >= 0 && at < members.Length && !members[at].IsAround ? at : -1;
            if (part >= 0)
            {
                members[part].Count++;
                members[part].IsOpen |= isOpen;
            }

            if (node.Slogan is null && !node.Items.IsEmpty)
            {
                if (part >= 0)
                {
                    members[part].IsAround = true;
                }

                CountMembers(node.Items, members, isOpen || node.Open is not null, depth + 1);
                if (part >= 0)
                {
                    members[part].IsAround = false;
                }
            }
        }
    }

    private struct Membership
    {
        public int Count;

        public bool IsOpen;

        public bool IsAround;
    }
}
