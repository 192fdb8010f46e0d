namespace KejiDomain.Tables;

/// <summary>Figures, what is claimed of anything, and the evidence of everything.</summary>
internal static class FigureTables
{
    public const string ObservationKind = "observation";

    public const string SeriesKind = "series";

    public static TableDefinition Observations { get; } = new DatasetTable<ObservationRow>(
        "observations", "观测值：每个数字一行", "Figures, one a row", view => view.Observations.Select(o => new Row<ObservationRow>(view, o.Placed, o)), Observation);

    public static TableDefinition Claims { get; } = new DatasetTable<Claim>(
        "claims", "主张：增长、位次、占比、完成率等，每项一行", "Claims (growth, rank, share, completion and the like), one a row", view => view.Of<Claim>(), Claim);

    public static TableDefinition Evidence { get; } = new DatasetTable<PlacedEvidence>(
        "evidence", "依据：每条依据一行", "Evidence, one item a row", view => view.Of<PlacedEvidence>(), EvidenceItem);

    private static void Observation(ColumnList<ObservationRow> table)
    {
        table.Dataset();
        table.Place("place", "地域", "place: a GB/T 2260 code or the identifier of a declared unit", row => row.Item.Place);
        table.Text("indicator", "指标", "code of what is counted", row => row.Item.Indicator.ToString());
        table.Text("indicator_zh", "指标名称", "Chinese name of the indicator", row => row.View.NameOf(row.Item.Indicator)?.Zh);
        table.Text("indicator_en", "指标英文名", "English name of the indicator", row => row.View.NameOf(row.Item.Indicator)?.En);
        table.Text("subject", "主体", "record whose figure it is, where that is not the whole place", row => row.Item.Series.Subject?.ToString());
        table.Text("subject_name", "主体名称", "name of the subject", row => row.Item.SubjectName);
        table.Text("dimensions", "维度", "all dimensions as dimension=code, several codes of one figure joined by +", row => row.Item.Series.Dimensions.ToString());
        foreach (var definition in Dimension.CodeList.Definitions)
        {
            var dimension = Dimension.Parse(definition.Code);
            table.Text("dim_" + definition.Code.Replace('-', '_'), definition.Zh, $"code of the dimension {definition.Code}", row => string.Join('+', row.Item.Series.Dimensions[dimension].AsEnumerable()));
        }

        table.Period("period", "时期", "period as written (ISO 8601-2 and SDMX quarters and halves)", row => row.Item.Period);
        table.Text("modality", "性质", "actual, preliminary, forecast or target", row => row.Item.ModalityName);
        table.Text("strength", "目标强度", "floor, plan or stretch; empty for anything but a target", row => row.Item.Strength);
        table.Number("ordinal", "序号", "which of several figures of one key", row => row.Item.Observation.Ordinal);
        table.Measure(string.Empty, string.Empty, "figure", row => row.Item.Observation.Measure);
        table.Text("event", "事件", "event whose measures belong together", row => row.Item.Observation.Event?.ToString());
        table.Text("base_period", "基期", "earlier period whose value follows from figure and growth", row => row.Item.Base?.Period?.ToString());
        table.Number("base_value", "基数", "likeliest value of the earlier period, derived, not printed", row => row.Item.Base?.Value);
        table.Number("base_low", "基数下限", "least value that the printed digits allow", row => row.Item.Base?.Interval.Low);
        table.Number("base_high", "基数上限", "greatest value that the printed digits allow", row => row.Item.Base?.Interval.High);
        table.Span();
        table.Text("series_key", "序列键", "key of the series in the data set", row => row.Item.SeriesKey);
        table.Text("key", "观测键", "key of the figure in the data set; claims and evidence name it as record", row => row.Item.Key);
    }

    private static void Claim(ColumnList<Claim> table)
    {
        table.Part();
        table.Text("against", "参照", "what it is set against", row => row.Item.Against.ToString());
        table.Text("of", "所述", "what is set against it: value, growth or either; empty means the value", row => row.Item.Of?.ToString());
        table.Period("period", "基期", "earlier period, where stated", row => row.Item.Period);
        table.Place("scope", "范围", "place over which whole or peers extend", row => row.Item.Scope);
        table.Measure("field_", "参评数", "number of peers", row => row.Item.Field);
        table.Text("indicator", "参照指标", "the other indicator, for a share or a ratio", row => row.Item.Indicator?.ToString());
        table.Measure(string.Empty, "幅度", "how much", row => row.Item.Measure);
        table.Number("position", "位次", "rank, from 1", row => row.Item.Position);
        table.Code("band", "档次", "band, where no rank is given", row => row.Item.Band);
        table.Code("word", "用语", "word: first, only, most", row => row.Item.Word);
        table.Text("run", "连续", "true where it repeats on end", row => row.Item.Run is null ? null : Literals.Of(true));
        table.Number("run_years", "连续年数", "over how many years on end", row => row.Item.Run?.Years);
        table.Text("derived", "推算内容", "what claim and figure imply: base, target or whole", row => row.View.DerivedFrom(row.Placed) is { } d ? Literals.Of(d.Kind) : null);
        table.Text("derived_period", "推算时期", "period of the implied figure", row => row.View.DerivedFrom(row.Placed)?.Period?.ToString());
        table.Number("derived_value", "推算值", "likeliest implied value, not printed", row => row.View.DerivedFrom(row.Placed)?.Value);
        table.Number("derived_low", "推算下限", "least value that the printed digits allow", row => row.View.DerivedFrom(row.Placed)?.Interval.Low);
        table.Number("derived_high", "推算上限", "greatest value that the printed digits allow", row => row.View.DerivedFrom(row.Placed)?.Interval.High);
        table.Span();
    }

    private static void EvidenceItem(ColumnList<PlacedEvidence> table)
    {
        table.Part();
        table.Number("item", "序号", "number of the item, from 1", row => row.Item.No);
        table.Text("of", "所指成员", "member that it speaks for; empty for the whole record", row => row.Item.Evidence.Of?.ToString());
        table.Text("basis", "读法依据", "stated, restored, inferred or external; empty means stated", row => row.Item.Evidence.Basis is { } basis ? Literals.Of(basis) : null);
        table.Text("missing", "缺失原因", "why the member is not there: redacted, lost, blank or unknown", row => row.Item.Evidence.Missing is { } why ? Literals.Of(why) : null);
        table.Text("printed", "原文", "what is printed there", row => row.Item.Evidence.Printed);
        table.Text("why", "理由", "reason, in words or as the identifier of a damage pattern", row => row.Item.Evidence.Why);
        table.Text("doubt", "存疑", "what speaks against the reading", row => row.Item.Evidence.Doubt);
        table.Text("source", "来源", "source of the first span", row => First(row.Item)?.Source.ToString());
        table.Number("start", "起点", "first code point of the first span, from 0", row => First(row.Item)?.Start);
        table.Number("end", "终点", "position after its last code point", row => First(row.Item)?.End);
        table.Text("cite", "引文", "all spans that only together say it (RFC 5147), separated by blanks", row => string.Join(' ', row.Item.Evidence.Cite.AsEnumerable()));
    }

    private static Citation? First(PlacedEvidence item) => item.Evidence.Cite.IsEmpty ? null : item.Evidence.Cite[0];
}
