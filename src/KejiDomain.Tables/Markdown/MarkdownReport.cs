using System.Globalization;
using System.Text;
using static KejiDomain.Tables.Wording;

namespace KejiDomain.Tables;

/// <summary>The report on one data set: a table for each concept that it has something of.</summary>
internal sealed class MarkdownReport
{
    private readonly StringBuilder _text = new();

    private readonly DatasetView _view;

    private readonly Wording _say;

    private MarkdownReport(DatasetView view)
    {
        _view = view;
        _say = new(view);
    }

    /// <summary>The file of the city: by its code, or by the data set where that has none.</summary>
    public static string FileName(PolicyDataset dataset) => $"{(dataset.Place is { IsDivision: true } place ? place.ToString() : dataset.Id.ToString())}.md";

    public static string Of(DatasetView view, bool withCity)
    {
        var report = new MarkdownReport(view);
        if (withCity)
        {
            report.Line($"# {report.City()}").Line();
        }

        return report.Write();
    }

    private string Write()
    {
        var dataset = _view.Dataset;
        Line($"## {Escape(dataset.Title.Zh)} ({Escape(dataset.Id.ToString())})").Line();
        if (dataset.Title.En is { } english)
        {
            Line(Escape(english)).Line();
        }

        foreach (var source in dataset.Sources)
        {
            Line($"- 来源 Source {Escape(Listed(source.Id.ToString(), source.File.Name.ToString(), source.PublishedOn?.ToString(), source.Publisher is { } by ? _view.NameOf(by) : null))}");
        }

        Line();
        Figures();
        Table("推算值 Implied figures", ["指标 Indicator", "维度 Dimensions", "时期 Period", "推算 Implies", "数值 Figure", "区间 Interval"], Implied());
        Table("人物与职务 Officials", ["姓名 Name", "职务原文 Title", "职务 Posts", "时间 On", "引文 Span"], Officials());
        Table("政策项目 Programs", ["标识 Id", "名称 Name", "类别 Kind", "口号 Slogan", "时期 Period", "阶段 Stages", "引文 Span"], Programs());
        Outlines();
        Table("规则 Rules", ["记录 Record", "对象 For", "条件 When", "基数 Base", "项 Term", "数值 Figure", "引文 Span"], Rules());
        Table("认定、奖励 Recognitions", ["名称 Name", "类别 Class", "级别 Level", "等级 Grade", "时期 Period", "获得者 Recipients", "引文 Span"], Recognitions());
        Table("机构 Organizations", ["标识 Id", "名称 Name", "类别 Kind", "地域 Place", "引文 Span"], Organizations());
        Table("成果 Works", ["标识 Id", "名称 Name", "类别 Kind", "完成者 Makers", "引文 Span"], Works());
        Table("文件 Documents", ["标识 Id", "标题 Title", "文种 Kind", "文号 Number", "发文机关 Issuers", "日期 Date", "引文 Span"], Documents());
        Table("会议 Meetings", ["名称 Name", "类别 Kind", "时间 On", "参会 Participants", "人数 Attendance", "引文 Span"], Meetings());
        Table("地域 Places", ["标识 Id", "名称 Name", "类别 Kind", "上级 Parent", "引文 Span"], Places());
        Table("阶段 Stages", ["记录 Record", "动词 Verb", "阶段 Phase", "时间 On", "主体 By", "引文 Span"], Stages());
        Table("其他主张 Other claims", ["记录 Record", "主张 Claim", "引文 Span"], OtherClaims());
        Table("缺项 Gaps", ["记录 Record", "位置 At", "成员与原因 Members and reasons"], Gaps());
        return _text.ToString();
    }

    private void Figures() => Table(
        "指标 Figures",
        ["指标 Indicator", "地域 Place", "维度 Dimensions", "时期 Period", "性质 Modality", "数值 Figure", "主张 Claims", "引文 Span"],
        _view.Observations.Select(row => (string?[])
        [
            row.IndicatorName,
            row.PlaceName ?? row.Place?.ToString(),
            _say.Scope(row.Series),
            row.Period?.ToString(),
            ModalityOf(row.Observation.Modality),
            Figure(row.Observation.Measure),
            string.Join("; ", row.Observation.Claims.Select(_say.Said)),
            row.Span,
        ]));

    private IEnumerable<string?[]> Implied() =>
        from row in _view.Observations
        from derived in row.Derived
        select (string?[])
        [
            row.IndicatorName,
            _say.Scope(row.Series),
            row.Period?.ToString(),
            Words(derived.Kind switch { DerivationKind.Base => "基数 base", DerivationKind.Target => "目标 target", _ => "总量 whole" }, derived.Period?.ToString()),
            derived.ToMeasure()?.ToCanonicalString(),
            derived.Interval.ToString(),
        ];

    private IEnumerable<string?[]> Officials() => _view.Of<Officer>().GroupBy(row => row.Placed.At.Length == 0 ? row.Placed.Record : row.Placed.At).Select(posts =>
    {
        var first = posts.First();
        return (string?[])
        [
            first.Item.Name?.Zh ?? first.Item.Person.ToString(),
            first.Item.Appointment?.Title,
            string.Join("; ", posts.Where(p => p.Item.Post is not null).Select(p => Words(p.Item.Post!.Body is { } body ? _view.NameOf(body) : null, Label(p.Item.Post!.Post)))),
            first.Item.Appointment?.On?.ToString(),
            first.Placed.Span(),
        ];
    });

    private IEnumerable<string?[]> Programs() => _view.Of<PolicyProgram>().Select(row => (string?[])
    [
        row.Item.Id.ToString(), row.Item.Name.Zh, Label(row.Item.Kind), row.Item.Slogan is { } slogan ? SloganOf(slogan) : null, row.Item.Period?.ToString(),
        string.Join("; ", row.Item.Stages.Select(s => Words(s.Verb, s.On?.ToString()))), row.Placed.Span(),
    ]);

    private IEnumerable<string?[]> Rules() => _view.Of<RuleTerm>().Select(row => (string?[])
    [
        row.Placed.Record, row.Item.Rule.For, row.Item.Rule.When, row.Item.Rule.Base,
        Words(row.Item.Term, row.Item.BracketNo?.ToString(CultureInfo.InvariantCulture), row.Item.Rule.Every?.ToString()), Figure(row.Item.Measure), row.Placed.Span(),
    ]);

    private IEnumerable<string?[]> Recognitions() => _view.Of<Recognition>().Select(row => (string?[])
    [
        row.Item.Name?.Zh, Label(row.Item.Class), row.Item.Level is { } level ? Label(level) : null, row.Item.Grade is { } grade ? Label(grade) : null,
        row.Item.Period?.ToString() ?? row.Item.On?.ToString(), row.Item.Recipients is { } list ? _say.Listed(list) : null, row.Placed.Span(),
    ]);

    private IEnumerable<string?[]> Organizations() => _view.Of<Organization>().Select(row => (string?[])
        [row.Item.Id.ToString(), row.Item.Name.Zh, Label(row.Item.Kind), row.Item.Place is { } place ? _view.NameOf(place) : null, row.Placed.Span()]);

    private IEnumerable<string?[]> Works() => _view.Of<Work>().Select(row => (string?[])
        [row.Item.Id.ToString(), row.Item.Name.Zh, Label(row.Item.Kind), _view.NamesOf(row.Item.Makers), row.Placed.Span()]);

    private IEnumerable<string?[]> Documents() => _view.Of<Document>().Select(row => (string?[])
    [
        row.Item.Id.ToString(), row.Item.Title.Zh, Label(row.Item.Kind), row.Item.Number, _view.NamesOf(row.Item.Issuers),
        (row.Item.IssuedOn ?? row.Item.SignedOn ?? row.Item.PublishedOn)?.ToString(), row.Placed.Span(),
    ]);

    private IEnumerable<string?[]> Meetings() => _view.Of<Meeting>().Select(row => (string?[])
    [
        row.Item.Name.Zh, Label(row.Item.Kind), row.Item.On?.ToString(),
        string.Join("; ", row.Item.Participants.Select(p => $"{Label(p.Role)}: {_say.Listed(p.Parties)}")), row.Item.Attendance is { } attendance ? Figure(attendance) : null, row.Placed.Span(),
    ]);

    private IEnumerable<string?[]> Places() => _view.Of<AdministrativeUnit>().Select(row => (string?[])
        [row.Item.Id.ToString(), row.Item.Name.Zh, Label(row.Item.Kind), row.Item.Parent is { } parent ? _view.NameOf(parent) : null, row.Placed.Span()]);

    private IEnumerable<string?[]> Stages() => _view.Of<Stage>().Select(row => (string?[])
        [_view.NameOf(Reference.Parse(row.Placed.Record)), row.Item.Verb, Label(row.Item.Phase), row.Item.On?.ToString(), _view.NamesOf(row.Item.By), row.Placed.Span()]);

    private IEnumerable<string?[]> OtherClaims() => _view.Of<Claim>().Where(row => row.Placed.Kind != FigureTables.ObservationKind).Select(row => (string?[])
        [_view.NameOf(Reference.Parse(row.Placed.Record)), _say.Said(row.Item), row.Placed.Span()]);

    // A figure says itself why it is not there; what else is missing is named by its record's evidence.
    private IEnumerable<string?[]> Gaps()
    {
        var figures = _view.Observations.ToDictionary(row => row.Key, StringComparer.Ordinal);
        return _view.All.Where(p => p.Item is IStatement && p.Own.Any(e => e.Missing is not null)).Select(p => (string?[])
        [
            p.Record.Length == 0 ? p.Kind : figures.TryGetValue(p.Record, out var row) ? Listed(row.IndicatorName, _say.Scope(row.Series), row.Period?.ToString(), ModalityOf(row.Observation.Modality)) : p.Record,
            p.At,
            string.Join("; ", p.Own.Where(e => e.Missing is not null).Select(e => $"{e.Of?.ToString() ?? p.Kind}: {Reason(e.Missing!.Value)}").Distinct()),
        ]);
    }

    private void Outlines()
    {
        var isOpen = false;
        foreach (var group in _view.Of<OutlineNode>().GroupBy(row => row.Placed.Record))
        {
            if (!isOpen)
            {
                Line("### 提纲 Outlines").Line();
                isOpen = true;
            }

            Line($"**{Escape(_view.NameOf(Reference.Parse(group.Key)) ?? group.Key)}** ({Escape(group.Key)})").Line();
            foreach (var row in group)
            {
                var depth = row.Placed.At.Split('.').Count(part => part == "items");
                Line($"{new string(' ', depth * 2)}- {Escape(_say.Node(row.Item))}");
            }

            Line();
        }
    }

    private void Table(string title, string[] headings, IEnumerable<string?[]> rows)
    {
        var isOpen = false;
        foreach (var row in rows)
        {
            if (!isOpen)
            {
                Line($"### {title}").Line().Line($"| {string.Join(" | ", headings)} |").Line($"|{string.Concat(headings.Select(_ => " --- |"))}");
                isOpen = true;
            }

            Line($"| {string.Join(" | ", row.Select(cell => Escape(cell ?? string.Empty)))} |");
        }

        if (isOpen)
        {
            Line();
        }
    }

    private string City() => Escape(_view.Dataset.Place is not { } place ? _view.Dataset.Title.Zh : _view.NameOf(place) ?? place.ToString());

    private static string Escape(string text) => MarkdownText.Escape(text);

    private MarkdownReport Line(string text = "")
    {
        _text.Append(text).Append('\n');
        return this;
    }
}
