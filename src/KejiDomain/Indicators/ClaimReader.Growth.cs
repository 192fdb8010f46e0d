namespace KejiDomain;

/// <summary>Claims on a change: growth, completion, share, multiples, means.</summary>
internal sealed partial class ClaimReader
{
    // 完成全年目标任务的198%, 超额完成年度目标, 目标完成率达110%.
    private Claim? ReadCompletion()
    {
        if (SkipAny("完成率为", "完成率"))
        {
            return ReadMeasure() is { } rate ? new() { Against = ClaimReference.Target, Measure = rate } : null;
        }

        var isOver = Skip("超额");
        if (!Skip("完成"))
        {
            return null;
        }

        SkipAny("了");
        SkipAny("全年", "年度", "当年", "年初", "既定", "预期");
        if (!SkipAny("目标任务", "任务目标", "目标", "任务", "计划"))
        {
            return null;
        }

        SkipAny("数");
        SkipAny("的");
        if (AtEnd)
        {
            return new() { Against = ClaimReference.Target, Word = isOver ? ClaimWord.Exceeded : ClaimWord.Completed };
        }

        return ReadMeasure() is { } measure
            ? new() { Against = ClaimReference.Target, Measure = measure, Word = isOver ? ClaimWord.Exceeded : null }
            : null;
    }

    // 占全市的四分之一, 占比达57.7%, 占地区生产总值比重达到以上.
    private Claim? ReadShare()
    {
        if (!Skip("占"))
        {
            return null;
        }

        PlaceReference? scope = null;
        Indicator? indicator = null;
        if (!Skip("比"))
        {
            TryReadScope(out scope);
            indicator = ReadIndicator();
            SkipAny("总量", "总数");
            SkipAny("的");
            SkipAny("比重", "比例", "份额");
        }

        Skip("为");
        return ReadMeasure() is { } measure
            ? new() { Against = indicator is null ? ClaimReference.Whole : ClaimReference.Indicator, Scope = scope, Indicator = indicator, Measure = measure }
            : null;
    }

    private Indicator? ReadIndicator()
    {
        foreach (var (word, indicator) in Indicators)
        {
            if (Skip(word))
            {
                return indicator;
            }
        }

        return null;
    }

    // 是2016年的3倍, 为上年的1.2倍, 是全省平均水平的2倍; per cent of an earlier figure would be told from growth by nothing (是上年的120% is growth of 20%).
    private Claim? ReadMultiple()
    {
        if (!SkipAny("是", "为", "相当于", "达到"))
        {
            return null;
        }

        var of = text.LastIndexOf('的');
        if (of <= _at)
        {
            return null;
        }

        var start = _at;
        Claim? against = null;
        if (SkipAny("上年同期", "去年同期", "上年", "去年"))
        {
            against = new() { Against = ClaimReference.PreviousYear };
        }
        else if (TryReadScope(out var scope) && SkipAny("平均水平", "平均数", "平均值", "平均"))
        {
            against = new() { Against = ClaimReference.PeerMean, Scope = scope };
        }

        if (against is null || _at != of)
        {
            _at = start;
            if (!ReportingPeriod.TryParsePrinted(text.AsSpan(start, of - start), context.Anchor, out var period))
            {
                return null;
            }

            against = new() { Against = ClaimReference.EarlierPeriod, Period = period };
        }

        _at = of + 1;
        return ReadMeasure() is { } measure && (measure.Unit == UnitOfMeasure.Times || (measure.Unit == UnitOfMeasure.Percent && against.Against == ClaimReference.PeerMean)) ? against with { Measure = measure } : null;
    }

    // 高于全省平均1.2个百分点, 比全国平均水平低0.5个百分点, 与全省平均持平.
    private Claim? ReadMean()
    {
        var isAbove = SkipAny("高于", "超过", "高出", "优于", "快于", "好于");
        var isBelow = !isAbove && SkipAny("低于", "慢于");
        var isBetween = !isAbove && !isBelow && SkipAny("比", "较", "与");
        if (!isAbove && !isBelow && !isBetween)
        {
            return null;
        }

        if (!TryReadScope(out var scope))
        {
            return null;
        }

        var isMean = SkipAny("平均");
        var of = isMean && SkipAny("增速", "增幅") ? ClaimSubject.Growth : (ClaimSubject?)null;
        SkipAny("水平", "值", "数");
        if (!isMean && !isBetween)
        {
            return null;
        }

        if (isBetween)
        {
            if (SkipAny("基本持平", "持平"))
            {
                return isMean ? new() { Against = ClaimReference.PeerMean, Scope = scope, Of = of, Word = ClaimWord.Unchanged } : null;
            }

            isAbove = SkipAny("高出", "高", "多", "快");
            isBelow = !isAbove && SkipAny("低", "少", "慢");
            if (!isAbove && !isBelow)
            {
                return null;
            }
        }

        var claim = new Claim { Against = ClaimReference.PeerMean, Scope = scope, Of = of };
        if (AtEnd)
        {
            return claim with { Word = isAbove ? ClaimWord.Above : ClaimWord.Below };
        }

        return ReadMeasure() is { } measure ? claim with { Measure = isBelow ? Negate(measure) : measure } : null;
    }

    // 同比增长34.4%, 比2016年增长3倍, 年均增长9.8%, 增幅达到10%, 翻番, 提高0.3个百分点, 较上年提升3位.
    private Claim? ReadGrowth()
    {
        var subject = SkipAny("增速", "增幅") ? ClaimSubject.Growth : (ClaimSubject?)null;
        var hasSubject = subject is not null;
        if (ReadBasis() is not { } claim)
        {
            return null;
        }

        if (SkipAny("基本持平", "持平"))
        {
            return claim.Against == ClaimReference.Unstated ? null : claim with { Of = subject, Word = ClaimWord.Unchanged };
        }

        if (Rest.StartsWith("翻"))
        {
            var end = text.IndexOf('番', _at) + 1;
            var doubling = end > _at && ReadMeasure(end) is { } times ? claim with { Measure = times, Of = subject } : null;
            SkipAny("增长");
            return doubling;
        }

        // 增幅10% and 增幅达到10%: the rate itself. 增速提高0.3个百分点: a change of it.
        var isRate = hasSubject && claim.Against == ClaimReference.Unstated && !IsVerb();
        if (!isRate && SkipAny(Rates))
        {
            isRate = true;
        }

        var isDrop = !isRate && SkipAny(Drops);
        if (isRate || isDrop)
        {
            SkipAny(Links);
            return ReadMeasure() is { } bare ? claim with { Measure = isDrop ? Negate(bare) : bare } : null;
        }

        var falls = SkipAny(Falls);
        if (!falls && !SkipAny(Rises))
        {
            return null;
        }

        SkipAny("了");
        if (AtEnd)
        {
            return claim.Against == ClaimReference.Unstated && _run is null ? null : claim with { Of = subject, Word = falls ? ClaimWord.Decreased : ClaimWord.Increased };
        }

        Skip("为");
        var rank = ReadPlaces();
        var measure = rank ?? ReadMeasure();
        if (measure is not { } by)
        {
            return null;
        }

        var isPlain = by.Unit == UnitOfMeasure.Percent || by.Unit == UnitOfMeasure.Permille || by.Unit == UnitOfMeasure.PercentagePoint || by.Unit == UnitOfMeasure.Fraction || rank is not null;
        return claim with
        {
            Of = subject,
            Measure = falls ? Negate(by) : by,
            Word = isPlain ? null : falls ? ClaimWord.Decreased : ClaimWord.Increased,
        };
    }

    private bool IsVerb()
    {
        var start = _at;
        var found = SkipAny(Rises) || SkipAny(Falls);
        _at = start;
        return found;
    }

    // 3位, 5个位次: ranks gained or lost.
    private Measure? ReadPlaces()
    {
        var words = Rest.EndsWith("个位次") ? 3 : Rest.EndsWith("位") ? 1 : 0;
        if (words == 0 || !TryReadWhole(Rest[..^words], out var places))
        {
            return null;
        }

        var printed = Rest.ToString();
        _at = text.Length;
        return new() { Amount = places, Unit = UnitOfMeasure.RankPlace, Printed = printed };
    }

    private Claim? ReadBasis()
    {
        if (SkipAny("同比"))
        {
            return new() { Against = ClaimReference.PreviousYear };
        }

        if (SkipAny("环比"))
        {
            return new() { Against = ClaimReference.PreviousPeriod };
        }

        if (SkipAny("年均", "年平均"))
        {
            return new() { Against = ClaimReference.AnnualAverage };
        }

        var start = _at;
        if (!SkipAny("比", "较", "与"))
        {
            return new() { Against = _run is null ? ClaimReference.Unstated : ClaimReference.PreviousYear };
        }

        if (SkipAny("上年同期", "去年同期", "上年度", "上年", "去年", "上一年"))
        {
            SkipAny("相比");
            return new() { Against = ClaimReference.PreviousYear };
        }

        if (SkipAny("上个月", "上月", "上季度", "上个季度", "上期", "上半年"))
        {
            SkipAny("相比");
            return new() { Against = ClaimReference.PreviousPeriod };
        }

        // The verb ends the period: 比2016年底增长.
        for (var end = _at + 1; end < text.Length && end <= _at + 24; end++)
        {
            var rest = text.AsSpan(end);
            if ((StartsWithAny(rest, Rises) || StartsWithAny(rest, Falls) || rest.StartsWith("翻") || rest.StartsWith("相比") || rest.StartsWith("持平") || rest.StartsWith("基本持平"))
                && ReportingPeriod.TryParsePrinted(text.AsSpan(_at, end - _at), context.Anchor, out var period))
            {
                _at = end;
                SkipAny("相比");
                return new() { Against = ClaimReference.EarlierPeriod, Period = period };
            }
        }

        _at = start;
        return null;
    }
}
