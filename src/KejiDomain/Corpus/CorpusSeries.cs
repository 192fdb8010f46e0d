using System.Diagnostics;

namespace KejiDomain;

/// <summary>One indicator with one set of dimensions over all data sets (跨城市序列): figures of several places that can be set beside each other.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record CorpusSeries
{
    /// <summary>The indicator (指标).</summary>
    public required Indicator Indicator { get; init; }

    /// <summary>Flow, level, class and what else tells series apart (维度), the codes of each in ordinal order.</summary>
    public required SeriesDimensions Dimensions { get; init; }

    /// <summary>What the figures are of (所属主体), where it is a program, a body or a declared place of one data set and not a whole division; else null.</summary>
    public required CorpusAddress? Subject { get; init; }

    /// <summary>The figures (数据), by place, then period, then as the data sets follow each other.</summary>
    public required ValueList<Figure> Figures { get; init; }

    /// <summary>The places that have a figure (地域), in the order of their codes.</summary>
    public ValueList<PlaceReference> Places => Figures.Select(f => f.Place).OfType<PlaceReference>().Distinct().ToValueList();

    /// <summary>Indicator, dimensions, subject and the number of figures.</summary>
    public override string ToString() =>
        $"{string.Join(' ', new[] { Indicator.ToString(), Dimensions.ToString(), Subject?.ToString() }.Where(s => !string.IsNullOrEmpty(s)))}: {Figures.Count}";
}
