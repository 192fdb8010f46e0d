using System.Globalization;
using NodaTime;

namespace KejiDomain.Tables;

/// <summary>The data set itself, its sources, and the things that it declares.</summary>
internal static class EntityTables
{
    // Only these bodies have the rank of their place; an enterprise with a secretary has not.
    private static readonly HashSet<OrganizationKind> BodiesOfPlaces =
    [
        OrganizationKind.PartyCommittee, OrganizationKind.Government, OrganizationKind.PeopleCongress, OrganizationKind.Cppcc,
    ];

    public static TableDefinition Datasets { get; } = new DatasetTable<PolicyDataset>("datasets", "数据集", "Data sets", view => view.Of<PolicyDataset>(), table =>
    {
        table.Dataset();
        table.Name("title", "标题", "what the data set is about", row => row.Item.Title);
        table.Place("place", "地域", "place that the sources speak for", row => row.Item.Place);
        table.Text("format_version", "格式版本", "version of the format", row => row.Item.FormatVersion.ToString());
        table.Span();
    });

    public static TableDefinition Sources { get; } = new DatasetTable<Source>("sources", "来源：读取的每个文本", "Sources, the copies that were read", view => view.Of<Source>(), table =>
    {
        table.Entity();
        table.Code("role", "版本性质", "original, reprint or upload", row => row.Item.Role);
        table.Text("document", "所载文件", "document of which it is a copy", row => row.Item.Document?.ToString());
        table.Party("publisher", "发布者", "who published the copy", row => row.Item.Publisher);
        table.Party("uploader", "上传者", "who uploaded it", row => row.Item.Uploader);
        table.Text("published_on", "发布日期", "when the copy was published", row => row.Item.PublishedOn?.ToString());
        table.Text("file", "文件", "name of the file", row => row.Item.File.Name.ToString());
        table.Text("sha256", "摘要", "SHA-256 digest of the file", row => row.Item.File.Sha256.ToString());
        table.Number("length", "字符数", "length in code points", row => row.Item.File.Length);
        table.Text("script", "字形", "Hans or Hant", row => Literals.Of(row.Item.Script));
        table.Text("covers", "覆盖范围", "families read to the end: covered and absent means that the text has none", row => string.Join(' ', row.Item.Covers.Select(Literals.Of)));
        table.Span();
    });

    public static TableDefinition Damage { get; } = new DatasetTable<DamagePattern>("damage", "文本损坏模式", "Damage patterns of the sources", view => view.Of<DamagePattern>(), table =>
    {
        table.Part();
        table.Text("id", "标识", "identifier that evidence names as its reason", row => row.Item.Id.ToString());
        table.Code("damage", "类别", "kind of damage", row => (DamageKind?)row.Item.Kind);
        table.Text("rule", "修复规则", "rule by which the library undoes it", row => row.Item.Rule is { } rule ? Literals.Of(rule) : null);
        table.Text("printed", "原文", "what stands in the text", row => row.Item.Printed);
        table.Text("read", "读作", "what is read instead", row => row.Item.Read);
        table.Number("times", "次数", "how often it occurs", row => row.Item.Times);
        table.Text("note", "说明", "words on it", row => row.Item.Note);
        table.Span();
    });

    public static TableDefinition Places { get; } = new DatasetTable<AdministrativeUnit>("places", "没有行政区划代码的地域", "Places without a GB/T 2260 code", view => view.Of<AdministrativeUnit>(), table =>
    {
        table.Entity();
        table.Code("kind", "类别", "kind of place", row => (UnitKind?)row.Item.Kind);
        table.Name("name", "名称", "name", row => row.Item.Name);
        Aliases(table, row => row.Item.Aliases);
        table.Place("parent", "上级地域", "place it lies in", row => row.Item.Parent);
        table.Place("governed_by", "管辖地", "place whose government runs it", row => row.Item.GovernedBy);
        table.Code("level", "级别", "level that the source gives it", row => row.Item.Level);
        Members(table, row => row.Item.Members);
        Identifiers(table, row => row.Item.Identifiers);
        table.Span();
    });

    public static TableDefinition Officials { get; } = new DatasetTable<Officer>("officials", "人物与职务：每个职务一行，无职务者一行", "People and their posts, one post a row; one row for a person without a title", view => view.Of<Officer>(), table =>
    {
        table.Part();
        table.Text("person", "人物", "identifier of the person", row => row.Item.Person.ToString());
        table.Name("name", "姓名", "name of the person", row => row.Item.Name);
        table.Text("title", "职务原文", "the title as printed", row => row.Item.Appointment?.Title);
        table.Number("post_no", "职务序号", "which post of the title, from 1", row => row.Item.No);
        table.Code("post", "职务", "post", row => row.Item.Post?.Post);
        table.Text("post_en", "职务英文名", "English label of the post", row => row.Item.Post?.Post.Definition?.En);
        table.Party("body", "任职单位", "body or place in which the post is held", row => row.Item.Post?.Body);
        table.Text("line", "条线", "party, government or other", row => Line(row.Item.Post));
        table.Text("rank", "职务层次", "rank that follows from post, unit and date", row => Rank(row) is { } rank ? CadreRanks.GetLabel(rank) : null);
        table.Period("on", "时间", "time for which the title is attested", row => row.Item.Appointment?.On);
        table.Span();
    });

    public static TableDefinition Organizations { get; } = new DatasetTable<Organization>("organizations", "机构", "Organizations", view => view.Of<Organization>(), table =>
    {
        table.Entity();
        table.Code("kind", "类别", "kind of body", row => (OrganizationKind?)row.Item.Kind);
        table.Name("name", "名称", "name", row => row.Item.Name);
        Aliases(table, row => row.Item.Aliases);
        table.Party("parent", "上级单位", "body it belongs to", row => row.Item.Parent);
        table.Place("place", "所在地", "place it belongs to", row => row.Item.Place);
        table.Code("level", "级别", "level that the source gives it", row => row.Item.Level);
        Members(table, row => row.Item.Members);
        Identifiers(table, row => row.Item.Identifiers);
        table.Span();
    });

    public static TableDefinition Works { get; } = new DatasetTable<Work>("works", "成果、项目、产品", "Achievements, projects and products", view => view.Of<Work>(), table =>
    {
        table.Entity();
        table.Code("kind", "类别", "kind of work", row => (WorkKind?)row.Item.Kind);
        table.Name("name", "名称", "name", row => row.Item.Name);
        Aliases(table, row => row.Item.Aliases);
        table.Text("makers", "完成者", "names of those who made it", row => row.View.NamesOf(row.Item.Makers));
        Identifiers(table, row => row.Item.Identifiers);
        table.Span();
    });

    public static TableDefinition Documents { get; } = new DatasetTable<Document>("documents", "文件", "Documents", view => view.Of<Document>(), table =>
    {
        table.Entity();
        table.Code("kind", "文种", "kind of document", row => (DocumentKind?)row.Item.Kind);
        table.Name("title", "标题", "title without 《》", row => row.Item.Title);
        Aliases(table, row => row.Item.Aliases, "other titles");
        table.Text("number", "文号", "document number", row => row.Item.Number);
        table.Text("issuers", "发文机关", "names of those who issued it", row => row.View.NamesOf(row.Item.Issuers));
        table.Text("signed_on", "成文日期", "when it was signed", row => row.Item.SignedOn?.ToString());
        table.Text("issued_on", "印发日期", "when it was issued", row => row.Item.IssuedOn?.ToString());
        table.Text("published_on", "发布日期", "when it was published", row => row.Item.PublishedOn?.ToString());
        table.Period("period", "所涉时期", "time it plans for or reports on", row => row.Item.Period);
        table.Place("place", "适用地域", "place it applies to", row => row.Item.Place);
        table.Text("relations", "关系", "relations to other records, as relation:record", row => string.Join(' ', row.Item.Relations.Select(r => $"{r.Kind}:{r.To}")));
        Identifiers(table, row => row.Item.Identifiers);
        table.Span();
    });

    public static TableDefinition Meetings { get; } = new DatasetTable<Meeting>("meetings", "会议", "Meetings", view => view.Of<Meeting>(), table =>
    {
        table.Entity();
        table.Code("kind", "类别", "kind of meeting", row => (MeetingKind?)row.Item.Kind);
        table.Name("name", "名称", "name", row => row.Item.Name);
        Aliases(table, row => row.Item.Aliases);
        table.Number("edition", "届次", "which one of its series", row => row.Item.Edition);
        table.Period("on", "时间", "when it was held", row => row.Item.On);
        table.Place("place", "地点", "place it was held for or in", row => row.Item.Place);
        table.Code("mode", "形式", "how it was held", row => row.Item.Mode);
        table.Text("organizers", "主办单位", "names of those who called it", row => row.View.NamesOf(row.Item.Organizers));
        table.Measure("attendance_", "参会人数", "number of those present", row => row.Item.Attendance);
        table.Span();
    });

    public static TableDefinition Programs { get; } = new DatasetTable<PolicyProgram>("programs", "政策项目", "Policy programs", view => view.Of<PolicyProgram>(), table =>
    {
        table.Entity();
        table.Code("kind", "类别", "kind of program", row => (ProgramKind?)row.Item.Kind);
        table.Name("name", "名称", "name", row => row.Item.Name);
        Aliases(table, row => row.Item.Aliases);
        table.Text("slogan", "数字口号", "numbers it is known by", row => row.Item.Slogan?.Text);
        table.Text("parent", "上级项目", "program it is a part of", row => row.Item.Parent?.ToString());
        table.Place("place", "地域", "place it is for", row => row.Item.Place);
        table.Period("period", "时期", "time it is for", row => row.Item.Period);
        table.Text("issuers", "发布单位", "names of those who issued or run it", row => row.View.NamesOf(row.Item.Issuers));
        table.Text("documents", "文件", "documents that lay it down", row => string.Join(' ', row.Item.Documents.AsEnumerable()));
        table.Text("instruments", "政策工具", "policy instruments (OECD STIP Compass)", row => string.Join(' ', row.Item.Instruments.AsEnumerable()));
        table.Span();
    });

    public static TableDefinition Recognitions { get; } = new DatasetTable<Recognition>("recognitions", "认定、奖励", "Recognitions: prizes, titles, platforms, designations", view => view.Of<Recognition>(), table =>
    {
        table.Entity();
        table.Code("class", "类别", "what is given", row => (RecognitionClass?)row.Item.Class);
        table.Text("class_en", "类别英文名", "English label of the class", row => row.Item.Class.Definition?.En);
        table.Name("name", "名称", "title as printed", row => row.Item.Name);
        table.Code("level", "级别", "level that the source gives it", row => row.Item.Level);
        table.Place("place", "地域", "place it is given in or for", row => row.Item.Place);
        table.Text("grantors", "授予单位", "names of those who give it", row => row.View.NamesOf(row.Item.Grantors));
        table.Code("grade", "等级", "grade", row => row.Item.Grade);
        table.Number("edition", "届次", "edition", row => row.Item.Edition);
        table.Number("batch", "批次", "batch", row => row.Item.Batch);
        table.Period("period", "年度", "time it is given for", row => row.Item.Period);
        table.Text("on", "授予日期", "when it was given", row => row.Item.On?.ToString());
        table.Code("role", "参与方式", "part that the recipients had in it", row => row.Item.Role);
        table.Text("recipients", "获得者", "names of those who receive it", row => row.Item.Recipients is { } list ? row.View.NamesOf(list.Items) : null);
        Members(table, row => row.Item.Recipients);
        table.Span();
    });

    public static TableDefinition Indicators { get; } = new DatasetTable<IndicatorDefinition>("indicators", "数据集自定义的指标", "Indicators that the library's list lacks", view => view.Of<IndicatorDefinition>(), table =>
    {
        table.Entity();
        table.Name("name", "名称", "name", row => row.Item.Name);
        table.Text("unit", "单位", "unit in which it is counted", row => row.Item.Unit.ToString());
        table.Text("denominator", "分母", "what a ratio divides by", row => row.Item.Denominator?.ToString());
        table.Text("nominal", "现价", "whether money is counted at the prices of the day", row => row.Item.Nominal is { } nominal ? Literals.Of(nominal) : null);
        table.Span();
    });

    internal static void Members<T>(ColumnList<T> table, Func<Row<T>, PartyList?> list)
        where T : notnull
    {
        table.Measure("declared_", "所称数目", "how many there are said to be", row => list(row)?.Declared);
        table.Text("open", "开放标记", "mark that leaves the list open", row => list(row)?.Open);
        table.Number("listed", "所列数目", "how many are listed", row => list(row)?.Items.Count);
        table.Text("completeness", "完整性", "none, complete, partial, open, unstated or excess", row => list(row) is { } found ? Literals.Of(found.Completeness) : null);
    }

    private static void Aliases<T>(ColumnList<T> table, Func<Row<T>, ValueList<LocalizedText>> aliases, string what = "other names")
        where T : notnull =>
        table.Text("aliases", "别名", what, row => string.Join("; ", aliases(row).Select(a => a.Zh)));

    private static void Identifiers<T>(ColumnList<T> table, Func<Row<T>, ValueList<ExternalIdentifier>> identifiers)
        where T : notnull =>
        table.Text("identifiers", "外部标识", "identifiers in schemes of others, as scheme:value", row => string.Join(' ', identifiers(row).AsEnumerable()));

    private static string? Line(HeldPost? post) =>
        post?.Line is { } line ? Literals.Of(line) : post?.Post.Definition?.GetExtra("line");

    private static CadreRank? Rank(Row<Officer> row)
    {
        if (row.Item.Appointment?.On is not { } on || row.Item.Post is not { Body: ReferredParty { To: var body } } held || on.Earliest is not { } day)
        {
            return null;
        }

        var place = body.IsDivision ? body.ToString()
            : row.View.FindOrganization(body) is { Place: { IsDivision: true } seat } organization && BodiesOfPlaces.Contains(organization.Kind) ? seat.ToString()
            : null;
        var date = PartialDate.FromDay(new LocalDate(Math.Max(1, day.Year), day.Month, day.Day));
        return place is not null && DivisionCode.TryParse(place, CultureInfo.InvariantCulture, out var division) && CadreRanks.GetLevel(division, date) is { } level
            ? CadreRanks.Derive(held.Post, level, date)
            : null;
    }
}
