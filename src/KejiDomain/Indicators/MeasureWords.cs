using System.Collections.Frozen;

namespace KejiDomain;

/// <summary>The words around a printed figure, from the tables of units and qualifiers: the longest one that fits counts.</summary>
internal static class MeasureWords
{
    // Labels that stand before the figure, say more than a unit, or are half a word of everyday speech (百度, 三方, 名次).
    private static readonly FrozenSet<string> NotAfterFigure =
        FrozenSet.Create(StringComparer.Ordinal, "百分之", "百分比", "千分之", "分之", "成", "一半", "每万人", "翻番", "翻一番", "翻两番", "人民币", "度", "方", "名次");

    // 十分, 三期 and 一类 are words or ordinals; with digits they are figures.
    private static readonly FrozenSet<string> DigitsOnly = FrozenSet.Create(StringComparer.Ordinal, "分", "P", "期", "类", "级");

    private static readonly FrozenSet<string> AfterGe =
        FrozenSet.Create(StringComparer.Ordinal, "月", "季度", "星期", "小时", "百分点", "工作日", "位次");

    private static readonly FrozenSet<string> OnlyAfterGe = FrozenSet.Create(StringComparer.Ordinal, "月", "季度");

    private static readonly FrozenDictionary<char, UnitWord[]> Units = BuildUnits();

    private static readonly FrozenDictionary<char, QualifierWord[]> Prefixes = BuildQualifiers(
        (MeasureQualifier.About, ["约", "大约", "≈"]),
        (MeasureQualifier.Nearly, ["近", "将近", "接近"]),
        (MeasureQualifier.Exceeds, ["超", "超过", "逾", "高于", "大于", "多于", "过", ">"]),
        (MeasureQualifier.BreaksThrough, ["突破", "迈上"]),
        (MeasureQualifier.AtLeast, ["不低于", "不少于", "不小于", "至少", "≥"]),
        (MeasureQualifier.AtMost, ["最高", "不超过", "不高于", "不多于", "不大于", "至多", "最多", "≤"]),
        (MeasureQualifier.Below, ["不足", "低于", "未满", "不到", "少于", "小于", "<"]),
        (MeasureQualifier.Reaches, ["达", "达到", "实现", "增至", "高达", "多达"]),
        (MeasureQualifier.ReachesRound, ["上"]));

    private static readonly FrozenDictionary<char, QualifierWord[]> Suffixes = BuildQualifiers(
        (MeasureQualifier.About, ["左右", "上下"]),
        (MeasureQualifier.Over, ["余", "多", "有余"]),
        (MeasureQualifier.AtLeast, ["以上", "及以上", "(含)以上", "\uFF08含\uFF09以上"]),
        (MeasureQualifier.AtMost, ["以内", "以下", "及以下", "之内", "内", "(含)以下", "\uFF08含\uFF09以下"]));

    /// <summary>Reads the unit or count noun at a place.</summary>
    /// <param name="text">The text.</param>
    /// <param name="afterGe">Whether 个 stands before it.</param>
    /// <param name="word">The word found.</param>
    public static bool TryReadUnit(ReadOnlySpan<char> text, bool afterGe, out UnitWord word)
    {
        word = default;
        if (text.IsEmpty || !Units.TryGetValue(text[0], out var words))
        {
            return false;
        }

        foreach (var candidate in words)
        {
            if ((afterGe ? candidate.FitsAfterGe : !candidate.NeedsGe) && text.StartsWith(candidate.Text))
            {
                word = candidate;
                return true;
            }
        }

        return false;
    }

    public static MeasureQualifier ReadPrefix(ReadOnlySpan<char> text, out int length) => Read(Prefixes, text, out length);

    public static MeasureQualifier ReadSuffix(ReadOnlySpan<char> text, out int length) => Read(Suffixes, text, out length);

    private static MeasureQualifier Read(FrozenDictionary<char, QualifierWord[]> table, ReadOnlySpan<char> text, out int length)
    {
        length = 0;
        if (text.IsEmpty || !table.TryGetValue(text[0], out var words))
        {
            return MeasureQualifier.None;
        }

        foreach (var word in words)
        {
            if (text.StartsWith(word.Text))
            {
                length = word.Text.Length;
                return word.Qualifier;
            }
        }

        return MeasureQualifier.None;
    }

    private static FrozenDictionary<char, UnitWord[]> BuildUnits()
    {
        var words = new Dictionary<string, UnitWord>(StringComparer.Ordinal);
        foreach (var definition in UnitOfMeasure.CodeList.Definitions)
        {
            var unit = UnitOfMeasure.Parse(definition.Code);
            foreach (var label in definition.Alternatives.Prepend(definition.Zh))
            {
                var isCompound = (label.Length > 1 && label[0] == '个') || label.EndsWith("/万人", StringComparison.Ordinal);
                if (!isCompound && !NotAfterFigure.Contains(label))
                {
                    words.TryAdd(label, new(label, unit, unit == UnitOfMeasure.Count ? label : null));
                }
            }
        }

        foreach (var percent in (string[])["%", "\uFF05", "\uFE6A"])
        {
            words.TryAdd(percent, new(percent, UnitOfMeasure.Percent, null));
        }

        return words.Values
            .Select(w => w with { NeedsDigits = DigitsOnly.Contains(w.Text), NeedsGe = OnlyAfterGe.Contains(w.Text), FitsAfterGe = AfterGe.Contains(w.Text) })
            .GroupBy(w => w.Text[0])
            .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(w => w.Text.Length).ToArray());
    }

    private static FrozenDictionary<char, QualifierWord[]> BuildQualifiers(params (MeasureQualifier Qualifier, string[] Words)[] rows) =>
        rows.SelectMany(r => r.Words.Select(w => new QualifierWord(w, r.Qualifier)))
            .GroupBy(w => w.Text[0])
            .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(w => w.Text.Length).ToArray());
}

/// <summary>A qualifier while a figure is read.</summary>
internal enum MeasureQualifier
{
    None = 0,
    About = 1,
    Nearly = 2,
    Over = 3,
    Exceeds = 4,
    BreaksThrough = 5,
    AtLeast = 6,
    AtMost = 7,
    Below = 8,
    Reaches = 9,

    /// <summary>上, which reaches only round numbers: 上百, 上千, 上亿.</summary>
    ReachesRound = 10,
}

internal readonly record struct QualifierWord(string Text, MeasureQualifier Qualifier);

internal readonly record struct UnitWord(string Text, UnitOfMeasure Unit, string? Noun)
{
    public bool NeedsDigits { get; init; }

    public bool NeedsGe { get; init; }

    public bool FitsAfterGe { get; init; }
}
