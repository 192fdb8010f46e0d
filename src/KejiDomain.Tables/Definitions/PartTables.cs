namespace KejiDomain.Tables;

/// <summary>What records of several kinds have: outlines, slogans, rules, stages and parties.</summary>
internal static class PartTables
{
    public static TableDefinition Outline { get; } = new DatasetTable<OutlineNode>("outline", "提纲节点", "Outline nodes: what is said and listed", view => view.Of<OutlineNode>(), table =>
    {
        table.Part();
        table.Number("depth", "层级", "depth in the tree, from 1", row => row.Placed.At.Split('.').Count(part => part is "outline" or "items"));
        table.Text("no", "序号", "number as printed", row => row.Item.No);
        table.Text("text", "标题", "heading", row => row.Item.Text);
        table.Text("slogan", "数字口号", "numbers it is known by", row => row.Item.Slogan?.Text);
        table.Text("verb", "动词", "how it is said", row => row.Item.Verb);
        table.Party("by", "发言者", "who says it", row => row.Item.By);
        table.Party("to", "对象", "whom it is said to", row => row.Item.To);
        table.Number("part", "所属部分", "part of the nearest slogan above, from 0", row => row.Item.Part);
        table.Text("about", "所涉", "records that it speaks of", row => string.Join(' ', row.Item.About.AsEnumerable()));
        table.Measure("declared_", "所称数目", "how many items there are said to be", row => row.Item.Declared);
        table.Text("open", "开放标记", "mark that leaves the items open", row => row.Item.Open);
        table.Number("listed", "所列数目", "how many items are listed", row => row.Item.Items.Count);
        table.Text("completeness", "完整性", "none, complete, partial, open, unstated or excess", row => Literals.Of(row.Item.Completeness));
        table.Span();
    });

    public static TableDefinition SloganParts { get; } = new DatasetTable<PlacedSloganPart>("slogan_parts", "数字口号的部分", "Parts of slogans", view => view.Of<PlacedSloganPart>(), table =>
    {
        table.Part();
        table.Text("slogan", "数字口号", "slogan", row => row.Item.Slogan.Text);
        table.Number("no", "序号", "number of the part, from 1", row => row.Item.No);
        table.Number("count", "数目", "how many", row => row.Item.Part.Count);
        table.Text("noun", "名词", "of what", row => row.Item.Part.Noun);
        table.Code("role", "作用", "what the part is for", row => row.Item.Part.Role);
        table.Text("missing", "缺失原因", "redacted, lost, blank or unknown; absent where a part never had a count", row =>
            row.Item.Part is { Missing: { } why } ? Literals.Of(why) : row.Item.Part.Count is null ? Literals.Absent : null);
    });

    public static TableDefinition Rules { get; } = new DatasetTable<RuleTerm>("rules", "规则：每个数字一行", "Rules, one figure of a rule a row", view => view.Of<RuleTerm>(), table =>
    {
        table.Part();
        table.Text("for", "对象", "for whom or what", row => row.Item.Rule.For);
        table.Text("when", "条件", "under which condition", row => row.Item.Rule.When);
        table.Text("base", "基数", "what the rate applies to", row => row.Item.Rule.Base);
        table.Period("period", "时期", "time for which it holds", row => row.Item.Rule.Period);
        table.Text("run", "连续", "true where it runs on end", row => row.Item.Rule.Run is null ? null : Literals.Of(true));
        table.Number("run_years", "连续年数", "over how many years on end", row => row.Item.Rule.Run?.Years);
        table.Text("every", "周期", "how often: R/P1Y is every year", row => row.Item.Rule.Every?.ToString());
        table.Number("bracket", "分段", "bracket that the figure is of, from 1", row => row.Item.BracketNo);
        table.Text("marginal", "超额部分", "whether the rate applies only to what lies in the bracket", row => row.Item.Bracket?.Marginal is { } marginal ? Literals.Of(marginal) : null);
        table.Text("term", "项", "amount, rate, cap, or over and to of a bracket", row => row.Item.Term);
        table.Measure(string.Empty, string.Empty, "figure", row => row.Item.Measure);
        table.Span();
    });

    public static TableDefinition Stages { get; } = new DatasetTable<Stage>("stages", "阶段", "Stages in the life of anything", view => view.Of<Stage>(), table =>
    {
        table.Part();
        table.Text("record_name", "记录名称", "name of the record", row => row.View.NameOf(Reference.Parse(row.Placed.Record)));
        table.Text("verb", "动词", "printed word", row => row.Item.Verb);
        table.Code("phase", "阶段", "what it means", row => (StagePhase?)row.Item.Phase);
        table.Period("on", "时间", "when", row => row.Item.On);
        table.Text("by", "主体", "names of those by whom", row => row.View.NamesOf(row.Item.By));
        table.Span();
    });

    public static TableDefinition Parties { get; } = new DatasetTable<PlacedParty>("parties", "主体：每个参与者一行", "Parties: who acts or receives, one a row", view => view.Of<PlacedParty>(), table =>
    {
        table.Part();
        table.Text("role", "角色", "issuer, grantor, recipient, maker, member, organizer, parent, publisher, uploader, by, to, body, or the role in a meeting", row => row.Item.Role);
        table.Number("no", "序号", "number in its list, from 1", row => row.Item.No);
        table.Party("party", "主体", "record or division", row => row.Item.Party);
        table.Code("post", "职务", "post, of a post without a person", row => (row.Item.Party as PostParty)?.Post);
        table.Party("body", "任职单位", "body in which that post is held", row => (row.Item.Party as PostParty)?.Body);
        table.Text("group", "群体", "group in words", row => (row.Item.Party as GroupParty)?.Group);
        table.Measure("count_", "人数", "how many the group is", row => (row.Item.Party as GroupParty)?.Count);
        table.Span();
    });
}
