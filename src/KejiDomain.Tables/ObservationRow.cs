using System.Diagnostics;
using NodaTime;

namespace KejiDomain.Tables;

/// <summary>One figure with everything that a chart or a calculation wants beside it (长表行): a row of the long table.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class ObservationRow
{
    private readonly DatasetView _view;

    internal ObservationRow(DatasetView view, Placed placed, string seriesKey, IndicatorSeries series, Observation observation)
    {
        _view = view;
        Placed = placed;
        SeriesKey = seriesKey;
        Series = series;
        Observation = observation;
    }

    /// <summary>The data set (数据集) that has the figure.</summary>
    public PolicyDataset Dataset => _view.Dataset;

    /// <summary>The series (序列) that the figure belongs to.</summary>
    public IndicatorSeries Series { get; }

    /// <summary>The figure itself (观测).</summary>
    public Observation Observation { get; }

    /// <summary>The key of the series in its data set (序列键): indicator, place, subject and dimensions joined by <c>|</c>.</summary>
    public string SeriesKey { get; }

    /// <summary>The key of the figure in its data set (观测键): that of the series, period, modality and ordinal joined by <c>|</c>.</summary>
    public string Key => Placed.Record;

    /// <summary>What is counted (指标).</summary>
    public Indicator Indicator => Series.Indicator;

    /// <summary>The indicator's name in Chinese (指标名称), the code where nobody gave it one.</summary>
    public string IndicatorName => _view.NameOf(Indicator)?.Zh ?? Indicator.ToString();

    /// <summary>The indicator's name in English (指标英文名), the code where nobody gave it one.</summary>
    public string IndicatorEnglishName => _view.NameOf(Indicator)?.En ?? Indicator.ToString();

    /// <summary>For which place (地域), or null.</summary>
    public PlaceReference? Place => Series.Place;

    /// <summary>The place's name (地域名称), or null where there is no place or nobody names it.</summary>
    public string? PlaceName => Place is { } place ? _view.NameOf(place) : null;

    /// <summary>The name of whoever the figure is of (主体名称), or null where that is the whole place.</summary>
    public string? SubjectName => Series.Subject is { } subject ? _view.NameOf(subject) : null;

    /// <summary>The time as written (时期), or null.</summary>
    public ReportingPeriod? Period => Observation.Period;

    /// <summary>The first day of the period (首日), or null where it is open, recurring, masked or not given.</summary>
    public LocalDate? Start => Period is { } period ? Literals.Start(period) : null;

    /// <summary>The last day of the period (末日), or null where it is open, recurring, masked or not given.</summary>
    public LocalDate? End => Period is { } period ? Literals.End(period) : null;

    /// <summary>Actual, preliminary, forecast or target (性质); what kind of target is said by <see cref="Strength"/>.</summary>
    public string ModalityName => Tables.Strength.Split(Observation.Modality).Modality;

    /// <summary>How strong a target is (目标强度): <c>floor</c>, <c>plan</c> or <c>stretch</c>; null for anything but a target.</summary>
    public string? Strength => Tables.Strength.Split(Observation.Modality).Strength;

    /// <summary>The figure in single units (数值), exact; null for a range and for a figure that is not there.</summary>
    public decimal? Value => Observation.Measure?.Value;

    /// <summary>The unit (单位), or null where there is no figure.</summary>
    public UnitOfMeasure? Unit => Observation.Measure?.Unit;

    /// <summary>Why there is no figure (缺失原因): <c>redacted</c>, <c>lost</c>, <c>blank</c>, <c>unknown</c>, or <c>absent</c> where the text only claims something; null where there is one.</summary>
    public string? Missing => Observation.Measure is not { } measure ? Literals.Absent : measure.Missing is { } reason ? Literals.Of(reason) : null;

    /// <summary>What the figure and its growth imply for the period before (基数), or null.</summary>
    public DerivedObservation? Base => Derived.FirstOrDefault(d => d.Kind == DerivationKind.Base);

    /// <summary>Everything that the figure and its claims imply (推算值).</summary>
    public IEnumerable<DerivedObservation> Derived
    {
        get
        {
            for (var i = 0; i < Observation.Claims.Count; i++)
            {
                var claim = new Placed(Placed.Kind, Placed.Record, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"claims.{i}"), Observation.Claims[i], [], []);
                if (_view.DerivedFrom(claim) is { } derived)
                {
                    yield return derived;
                }
            }
        }
    }

    /// <summary>The spans that say it (引文), separated by blanks.</summary>
    public string Span => Placed.Span();

    internal Placed Placed { get; }

    /// <summary>Place, indicator, period and figure.</summary>
    public override string ToString() => $"{PlaceName ?? Place?.ToString()} {IndicatorName} {Series.Dimensions} {Observation}";
}
