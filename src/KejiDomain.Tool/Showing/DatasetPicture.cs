using System.Globalization;
using KejiDomain.Tool.Rendering;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace KejiDomain.Tool.Showing;

/// <summary>A readable picture of one data set: the same text for the same data, language and width.</summary>
internal sealed class DatasetPicture(IAnsiConsole console, PolicyDataset dataset, Language language)
{
    private readonly Labels _labels = new(dataset, language);

    private bool IsPlain => !console.Profile.Capabilities.Unicode;

    public void Write()
    {
        WriteTitle();
        WriteSources();
        WriteMeetings();
        WriteOfficials();
        WritePrograms();
        WriteIndicators();
        WriteRecognitions();
        WriteDocuments();
        WriteOrganizations();
        WriteWorks();
        WriteUnits();
        WriteDamage();
        WriteEvidence();
    }

    private void WriteTitle()
    {
        Line(new Words(dataset.Title.Zh, Palette.Strong));
        if (dataset.Title.En is { } title)
        {
            Line(new Words(title));
        }

        var place = dataset.Place is { } at ? $" · {_labels.Of(at)} {at}" : string.Empty;
        Line(new Words($"{dataset.Id} · {Pick("format", "格式")} {dataset.FormatVersion}{place}", Palette.Faint));
    }

    private void WriteSources()
    {
        Heading(Pick("Sources", "来源"), dataset.Sources.Count);
        foreach (var source in dataset.Sources)
        {
            var tree = NewTree(Named(source.Id.ToString(), source.File.Name.ToString())
                .Add($"  {source.Script}, {Labels.Number(source.File.Length)} {Pick("characters", "字符")}", Palette.Faint));
            var role = source.Role is { } r ? _labels.Code(r) : string.Empty;
            var original = source.Document is { } document ? _labels.Of((Reference)document) : string.Empty;
            Detail(tree, Pick("copy", "副本"), Join(" ", role, original.Length > 0 ? Pick("of ", string.Empty) + original : null));
            Detail(tree, Pick("published", "发布"), Join(
                " ",
                source.PublishedOn?.ToString(),
                source.Publisher is { } publisher ? Pick("by ", string.Empty) + _labels.Of(publisher) : null,
                source.Uploader is { } uploader ? Pick("uploaded by ", "上传：") + _labels.Of(uploader) : null));
            Detail(tree, Pick("read to the end for", "已读完"), source.Covers.Count == RecordFamilies.All.Count
                ? Pick("all families", "全部记录族")
                : string.Join(", ", source.Covers.Select(RecordFamilies.Name)));
            Detail(tree, Pick("set aside", "不计入"), string.Join("; ", source.Regions.GroupBy(r => r.Kind).Select(g => string.Create(
                CultureInfo.InvariantCulture,
                $"{Region(g.Key)} {g.SelectMany(r => r.Cite).Sum(c => c.Length)} {Pick("characters", "字符")}"))));
            Line(tree);
        }
    }

    private void WriteMeetings()
    {
        Heading(Pick("Meetings", "会议"), dataset.Meetings.Count);
        foreach (var meeting in dataset.Meetings)
        {
            var tree = NewTree(Title(meeting.Id.ToString(), meeting.Name, _labels.Code(meeting.Kind), meeting.On?.ToString()));
            Detail(tree, Pick("edition", "届次"), meeting.Edition is { } edition ? Labels.Number(edition) : null);
            Detail(tree, Pick("place", "地点"), meeting.Place is { } place ? _labels.Of(place) : null);
            Detail(tree, Pick("mode", "形式"), meeting.Mode is { } mode ? _labels.Code(mode) : null);
            Detail(tree, Pick("organizers", "主办"), _labels.Of(meeting.Organizers));
            foreach (var participation in meeting.Participants)
            {
                Detail(tree, _labels.Code(participation.Role), _labels.Of(participation.Parties));
            }

            Detail(tree, Pick("attendance", "人数"), meeting.Attendance is { } attendance ? _labels.Figure(attendance) : null);
            Life(tree, meeting.Stages, meeting.Claims);
            Outline(tree, meeting.Outline);
            Line(tree);
        }
    }

    private void WriteOfficials()
    {
        Heading(Pick("People and officials", "人物与官员"), dataset.People.Count);
        var table = NewTable(Pick("person", "人物"), Pick("title as printed", "职务原文"), Pick("posts", "职务"), Pick("attested", "所见日期"));
        foreach (var person in dataset.People)
        {
            var appointments = dataset.Appointments.Where(a => a.Person == person.Id).ToArray();
            if (appointments.Length == 0)
            {
                Row(table, Name(person.Name), Faint(Pick("no title in the text", "文中无职务")), new Words(), new Words());
            }

            foreach (var (appointment, isFirst) in appointments.Select((a, i) => (a, i == 0)))
            {
                Row(
                    table,
                    isFirst ? Name(person.Name) : new Words(),
                    new Words(appointment.Title ?? string.Empty),
                    Lines(appointment.Posts.Select(p => new Words(Post(p)))),
                    new Words(appointment.On?.ToString() ?? string.Empty));
            }
        }

        Line(table);
    }

    private void WritePrograms()
    {
        Heading(Pick("Programs", "政策项目"), dataset.Programs.Count);
        foreach (var program in dataset.Programs)
        {
            var tree = NewTree(Title(program.Id.ToString(), program.Name, _labels.Code(program.Kind), program.Period?.ToString()));
            Detail(tree, Pick("slogan", "数字提法"), program.Slogan is { } slogan ? _labels.Of(slogan) : null);
            Detail(tree, Pick("part of", "上级"), program.Parent is { } parent ? _labels.Of((Reference)parent) : null);
            Detail(tree, Pick("issuers", "发布"), _labels.Of(program.Issuers));
            Detail(tree, Pick("documents", "文件"), string.Join('、', program.Documents.Select(d => _labels.Of((Reference)d))));
            Detail(tree, Pick("instruments", "政策工具"), string.Join(", ", program.Instruments.Select(i => _labels.Code(i))));
            Life(tree, program.Stages, program.Claims);
            Rules(tree, program.Rules);
            Outline(tree, program.Outline);
            Line(tree);
        }
    }

    private void WriteIndicators()
    {
        Heading(Pick("Indicators", "指标"), dataset.Series.Sum(s => s.Observations.Count));
        var derived = Validator.Derive(dataset).ToLookup(d => d.From, StringComparer.Ordinal);
        var table = NewTable(Pick("indicator", "指标"), Pick("period", "时期"), Pick("modality", "性质"), Pick("figure", "数值"), Pick("claims", "比较"));
        // Where there is room, what a figure implies has a column of its own; else it follows its claim.
        var isApart = derived.Count > 0 && console.Profile.Width >= 100;
        if (isApart)
        {
            TerminalTables.Column(table, Pick("implied", "推算"));
        }

        table.Columns[3].Alignment = Justify.Right;
        for (var i = 0; i < dataset.Series.Count; i++)
        {
            var series = dataset.Series[i];
            for (var j = 0; j < series.Observations.Count; j++)
            {
                var observation = series.Observations[j];
                var path = string.Create(CultureInfo.InvariantCulture, $"$.series[{i}].observations[{j}].claims");
                var claims = observation.Claims.Select((claim, k) => (
                    Said: new Words(_labels.Of(claim), indent: 2),
                    Implied: derived[string.Create(CultureInfo.InvariantCulture, $"{path}[{k}]")].Select(d => _labels.Of(d, observation.Measure?.Noun)).ToArray())).ToArray();
                IRenderable[] cells =
                [
                    j == 0 ? SeriesName(series) : new Words(),
                    new Words(observation.Period?.ToString() ?? "–").Together(),
                    new Words(_labels.Short(observation.Modality)),
                    observation.Measure is { } measure ? new Words(_labels.Figure(measure), Palette.Figure).Together() : Faint("–"),
                    Lines(claims.SelectMany(c => isApart ? [c.Said] : c.Implied.Select(i => new Words($"→ {i}", Palette.Faint, indent: 2)).Prepend(c.Said))),
                    Lines(claims.SelectMany(c => c.Implied).Select(i => new Words(i, Palette.Faint, indent: 2).Together())),
                ];
                Row(table, cells[..table.Columns.Count]);
            }
        }

        Line(table);
    }

    private Words SeriesName(IndicatorSeries series)
    {
        var place = series.Place is { } at && at != dataset.Place ? _labels.Of(at) : string.Empty;
        var subject = series.Subject is { } of ? _labels.Of(of) : string.Empty;
        var rest = Join(" · ", _labels.Of(series.Dimensions), subject, place);
        return new Words(_labels.Of(series.Indicator)).Add(rest.Length > 0 ? $" [{rest}]" : string.Empty, Palette.Faint);
    }

    private void WriteRecognitions()
    {
        Heading(Pick("Recognitions", "认定与奖励"), dataset.Recognitions.Count);
        var table = NewTable(Pick("recognition", "认定"), Pick("level, grade", "级别、等级"), Pick("recipients", "获得者"), Pick("life", "经过"));
        foreach (var recognition in dataset.Recognitions)
        {
            var name = recognition.Name is { } given ? Name(given).Add($" [{_labels.Code(recognition.Class)}]", Palette.Faint) : new Words(_labels.Code(recognition.Class));
            var rank = Join(
                ", ",
                recognition.Place is { } place && place != dataset.Place ? _labels.Of(place) : null,
                recognition.Level is { } level ? _labels.Code(level) : null,
                recognition.Grade is { } grade ? _labels.Code(grade) : null,
                recognition.Edition is { } edition ? Pick($"edition {edition}", $"第{edition}届") : null,
                recognition.Batch is { } batch ? Pick($"batch {batch}", $"第{batch}批") : null,
                recognition.Role is { } role ? _labels.Code(role) : null);
            var life = new List<Words>();
            if (Join(" ", recognition.Period?.ToString(), recognition.On?.ToString()) is { Length: > 0 } when)
            {
                life.Add(new(when));
            }

            if (!recognition.Grantors.IsEmpty)
            {
                life.Add(new(Pick("by ", "授予：") + _labels.Of(recognition.Grantors)));
            }

            Row(
                table,
                name,
                new Words(rank),
                new Words(recognition.Recipients is { } recipients ? _labels.Of(recipients) : string.Empty),
                Lines(life.Concat(LifeLines(recognition.Stages, recognition.Claims))));
        }

        Line(table);
    }

    private void WriteDocuments()
    {
        Heading(Pick("Documents", "文件"), dataset.Documents.Count);
        foreach (var document in dataset.Documents)
        {
            var tree = NewTree(Title(document.Id.ToString(), document.Title, _labels.Code(document.Kind), document.Period?.ToString(), "《", "》"));
            Detail(tree, Pick("number", "文号"), document.Number);
            Detail(tree, Pick("issuers", "发布"), _labels.Of(document.Issuers));
            Detail(tree, Pick("signed", "签署"), document.SignedOn?.ToString());
            Detail(tree, Pick("issued", "印发"), document.IssuedOn?.ToString());
            Detail(tree, Pick("published", "公布"), document.PublishedOn?.ToString());
            foreach (var link in document.Relations)
            {
                Detail(tree, _labels.Code(link.Kind), _labels.Of((Reference)link.To));
            }

            Life(tree, document.Stages, document.Claims);
            Rules(tree, document.Rules);
            Outline(tree, document.Outline);
            Line(tree);
        }
    }

    private void WriteOrganizations()
    {
        Heading(Pick("Organizations", "机构"), dataset.Organizations.Count);
        var table = NewTable(Pick("organization", "机构"), Pick("kind", "类型"), Pick("of, level, members", "隶属、级别、成员"), Pick("life and claims", "经过与比较"));
        foreach (var organization in dataset.Organizations)
        {
            var ties = Join(
                "; ",
                organization.Parent is { } parent ? _labels.Of(parent) : null,
                organization.Level is { } level ? _labels.Code(level) : null,
                organization.Members is { } members ? _labels.Of(members) : null);
            Row(table, Name(organization.Name), new Words(_labels.Code(organization.Kind)), new Words(ties), Lines(LifeLines(organization.Stages, organization.Claims)));
        }

        Line(table);
        OutlinesOf(dataset.Organizations.Select(o => (o.Name, o.Outline)));
    }

    private void WriteWorks()
    {
        Heading(Pick("Works", "成果"), dataset.Works.Count);
        var table = NewTable(Pick("work", "成果"), Pick("kind", "类型"), Pick("makers", "完成者"), Pick("life and claims", "经过与比较"));
        foreach (var work in dataset.Works)
        {
            Row(table, Name(work.Name), new Words(_labels.Code(work.Kind)), new Words(_labels.Of(work.Makers)), Lines(LifeLines(work.Stages, work.Claims)));
        }

        Line(table);
        OutlinesOf(dataset.Works.Select(w => (w.Name, w.Outline)));
    }

    private void WriteUnits()
    {
        Heading(Pick("Places without a code", "无代码地域"), dataset.Units.Count);
        var table = NewTable(Pick("place", "地域"), Pick("kind", "类型"), Pick("in, members", "隶属、成员"), Pick("life and claims", "经过与比较"));
        foreach (var unit in dataset.Units)
        {
            var ties = Join(
                "; ",
                unit.Parent is { } parent ? _labels.Of(parent) : null,
                unit.Level is { } level ? _labels.Code(level) : null,
                unit.Members is { } members ? _labels.Of(members) : null);
            Row(table, Name(unit.Name), new Words(_labels.Code(unit.Kind)), new Words(ties), Lines(LifeLines(unit.Stages, unit.Claims)));
        }

        Line(table);
    }

    private void WriteDamage()
    {
        Heading(Pick("Damage of the texts", "文本损伤"), dataset.Sources.Sum(s => s.Damage.Count));
        var table = NewTable(Pick("source", "来源"), Pick("pattern", "模式"), Pick("kind", "类型"), Pick("printed and read", "原文与读法"), Pick("times", "次数"));
        table.Columns[4].Alignment = Justify.Right;
        foreach (var source in dataset.Sources)
        {
            foreach (var damage in source.Damage)
            {
                var reading = damage.Printed is { } printed ? $"{printed} → {damage.Read ?? Pick("(nothing)", "（删去）")}" : string.Empty;
                Row(
                    table,
                    new Words(source.Id.ToString()),
                    new Words(damage.Id.ToString()),
                    new Words(_labels.Code(damage.Kind)),
                    new Words(Join(" ", reading, damage.Note)),
                    new Words(damage.Times is { } times ? Labels.Number(times) : string.Empty));
            }
        }

        Line(table);
    }

    private void WriteEvidence()
    {
        var counts = DatasetStatistics.Of(dataset);
        Heading(Pick("Evidence", "依据"));
        Line(new Words(string.Join(" · ", new[]
        {
            (counts.Stated, Pick("stated", "原文所述")),
            (counts.Restored, Pick("restored", "修复")),
            (counts.Inferred, Pick("inferred", "推断")),
            (counts.External, Pick("external", "外部")),
            (counts.Missing, Pick("missing", "缺失")),
            (counts.Doubted, Pick("doubted", "存疑")),
            (counts.Citations, Pick("spans cited", "处引文")),
        }.Where(c => c.Item1 > 0).Select(c => $"{Labels.Number(c.Item1)} {c.Item2}"))));
    }

    private string Pick(string en, string zh) => _labels.Pick(en, zh);

    private string Region(RegionKind kind) => kind == RegionKind.Furniture ? Pick("furniture", "网页附件") : Pick("exhortation", "号召套语");

    private string Post(HeldPost post)
    {
        var line = post.Line switch
        {
            PostLine.Party => Pick(" (party)", "（党）"),
            PostLine.Government => Pick(" (government)", "（政）"),
            PostLine.Other => Pick(" (other)", "（其他）"),
            _ => string.Empty,
        };
        return Join(" ", post.Body is { } body ? _labels.Of(body) : null, _labels.Code(post.Post)) + line;
    }

    private static string Join(string separator, params string?[] words) => string.Join(separator, words.Where(w => !string.IsNullOrEmpty(w)));

    private Words Title(string id, LocalizedText name, string kind, string? period, string open = "", string close = "")
    {
        var title = new Words(open + name.Zh + close, Palette.Strong, indent: 2).Add($"  {Join(", ", kind, period)}", Palette.Faint).Add("  ").Add(id, Palette.Faint, isWhole: true);
        return name.En is { } en && !_labels.IsChinese ? title.Add($"  {en}", Palette.Faint) : title;
    }

    private static Words Named(string id, string name) => new Words(id, Palette.Faint).Add("  ").Add(name, Palette.Strong);

    private static Words Name(LocalizedText name) => new(name.Zh);

    private static Words Faint(string text) => new(text, Palette.Faint);

    private void Life(IHasTreeNodes tree, ValueList<Stage> stages, ValueList<Claim> claims)
    {
        Detail(tree, Pick("life", "经过"), string.Join("; ", stages.Select(_labels.Of)));
        Detail(tree, Pick("claims", "比较"), string.Join("; ", claims.Select(_labels.Of)));
    }

    private IEnumerable<Words> LifeLines(ValueList<Stage> stages, ValueList<Claim> claims) =>
        stages.Select(_labels.Of).Concat(claims.Select(_labels.Of)).Select(t => new Words(t, indent: 2));

    private void Rules(IHasTreeNodes tree, ValueList<Rule> rules)
    {
        foreach (var rule in rules)
        {
            var node = tree.AddNode(new Words(Pick("rule: ", "规则："), Palette.Faint).Add(Join(
                ", ",
                rule.For,
                rule.When,
                rule.Base,
                rule.Period?.ToString(),
                rule.Every?.ToString(),
                rule.Run?.Years is { } years ? Pick($"{years} years", $"{years}年") : null,
                rule.Amount is { } amount ? _labels.Figure(amount) : null,
                rule.Rate is { } rate ? _labels.Figure(rate) : null,
                rule.Cap is { } cap ? Pick("at most ", "最高") + _labels.Figure(cap) : null)));
            foreach (var bracket in rule.Brackets)
            {
                node.AddNode(new Words(Join(
                    " ",
                    bracket.Over is { } over ? Pick("over ", "超过") + _labels.Figure(over) : null,
                    bracket.To is { } to ? Pick("to ", "至") + _labels.Figure(to) : null,
                    bracket.Rate is { } share ? _labels.Figure(share) : null,
                    bracket.Amount is { } fixedAmount ? _labels.Figure(fixedAmount) : null,
                    bracket.Marginal == true ? Pick("of the part above", "（超出部分）") : null)));
            }
        }
    }

    private void Outline(IHasTreeNodes tree, ValueList<OutlineNode> nodes)
    {
        foreach (var node in nodes)
        {
            var words = new Words();
            // A slogan that is its own heading is said once, with its parts.
            if (Join(" ", node.No, node.Text == node.Slogan?.Text ? null : node.Text) is { Length: > 0 } heading)
            {
                words.Add(heading);
            }

            if (node.Slogan is { } slogan)
            {
                words.Add(words.IsEmpty ? _labels.Of(slogan) : $" {_labels.Of(slogan)}", Palette.Strong);
            }

            var said = Join(
                " ",
                node.Verb,
                node.By is { } by ? Pick($"by {_labels.Of(by)}", $"（{_labels.Of(by)}）") : null,
                node.To is { } to ? "→ " + _labels.Of(to) : null);
            if (said.Length > 0)
            {
                words.Add(words.IsEmpty ? said : $"  {said}", Palette.Figure);
            }

            if (!node.About.IsEmpty)
            {
                words.Add($"  → {string.Join('、', node.About.Select(_labels.Of))}", Palette.Faint);
            }

            if (_labels.Completeness(node.Completeness, node.Declared, node.Open, node.Items.Count) is { Length: > 0 } completeness)
            {
                words.Add($"  ({completeness})", node.Completeness == ListCompleteness.Complete ? Palette.Faint : Palette.Warning);
            }

            Outline(tree.AddNode(words.IsEmpty ? Faint("·") : words), node.Items);
        }
    }

    private void OutlinesOf(IEnumerable<(LocalizedText Name, ValueList<OutlineNode> Outline)> things)
    {
        foreach (var (name, outline) in things.Where(t => !t.Outline.IsEmpty))
        {
            console.WriteLine();
            var tree = NewTree(Name(name));
            Outline(tree, outline);
            Line(tree);
        }
    }

    private static void Detail(IHasTreeNodes tree, string label, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            tree.AddNode(new Words($"{label}: ", Palette.Faint, indent: 2).Add(text));
        }
    }

    private Tree NewTree(Words root) => new(root) { Guide = IsPlain ? TreeGuide.Ascii : TreeGuide.Line, Style = Palette.Faint };

    private Table NewTable(params ReadOnlySpan<string> headings)
    {
        var table = TerminalTables.New(console);
        foreach (var heading in headings)
        {
            TerminalTables.Column(table, heading);
        }

        return table;
    }

    private static void Row(Table table, params IRenderable[] cells) => table.AddRow(cells);

    private static IRenderable Lines(IEnumerable<Words> lines) => lines.ToArray() is { Length: > 0 } all ? new Rows(all) : new Words();

    private void Heading(string text, int? count = null)
    {
        if (count == 0)
        {
            return;
        }

        console.WriteLine();
        Line(new Words(IsPlain ? $"== {text}" : $"■ {text}", Palette.Heading).Add(count is { } number ? $" ({Labels.Number(number)})" : string.Empty, Palette.Faint));
    }

    private void Line(IRenderable what)
    {
        if (what is Table table)
        {
            if (table.Rows.Count > 0)
            {
                TerminalTables.Write(console, table);
            }

            return;
        }

        console.Write(what);
        if (what is Words)
        {
            console.WriteLine();
        }
    }
}
