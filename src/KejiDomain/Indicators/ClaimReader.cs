namespace KejiDomain;

/// <summary>Reads claims in words: what a figure is set against, and what is said of it.</summary>
internal sealed class ClaimReader(string text, ClaimContext context)
{
    private const int MaxLength = 120;

    private const int MaxScope = 12;

    private static readonly string[] Rises = ["增长", "增加", "提高", "上升", "提升", "上涨", "增至", "前移", "增", "升"];

    private static readonly string[] Falls = ["负增长", "下降", "减少", "降低", "回落", "下滑", "下跌", "缩减", "后移", "降", "减"];

    // Rates of change; what follows is the rate itself.
    private static readonly string[] Rates = ["增幅", "增速", "增长率", "涨幅"];

    private static readonly string[] Drops = ["降幅", "跌幅"];

    private static readonly string[] Links = ["为", "是"];

    private static readonly string[] Places = ["位居", "位列", "名列", "居于", "排名", "排在", "位次居", "居", "列", "排"];

    private static readonly string[] Scopes = ["全省", "全市", "全县", "全区", "全州", "全盟", "全旗", "全国", "全球", "世界", "国际", "国内", "省内", "市内", "县内", "区内"];

    private static readonly (string Word, Band Band)[] Bands = LabelsOf(Band.CodeList, Band.Parse);

    private static readonly (string Word, ClaimWord Code)[] Words = LabelsOf(ClaimWord.CodeList, ClaimWord.Parse);

    private static readonly (string Word, Indicator Indicator)[] Indicators = LabelsOf(Indicator.CodeList, Indicator.Parse);

    private int _at;

    private int _furthest;

    private Run? _run;

    /// <summary>How far reading came.</summary>
    public int Position => Math.Min(_furthest, text.Length);

    private bool AtEnd => _at >= text.Length;

    private ReadOnlySpan<char> Rest => text.AsSpan(_at);

    /// <summary>Reads the whole text.</summary>
    /// <param name="claims">The claims.</param>
    public bool TryRead(out ValueList<Claim> claims)
    {
        claims = [];
        if (text.Length is 0 or > MaxLength)
        {
            return false;
        }

        _run = TryReadRun();
        SkipAny("均", "都", "已", "仍", "稳");
        SkipAny("实现", "保持", "持续");
        var start = _at;
        if (TryOnce(TryReadFirstAndOnly, start, out var several))
        {
            claims = several;
            return true;
        }

        ReadOnlySpan<Func<Claim?>> forms = [ReadCompletion, ReadShare, ReadMultiple, ReadMean, ReadGrowth, ReadRank, ReadRecord, ReadWord];
        foreach (var form in forms)
        {
            _at = start;
            var claim = form();
            _furthest = Math.Max(_furthest, _at);
            if (claim is not null && AtEnd)
            {
                claims = [claim with { Run = _run }];
                return true;
            }
        }

        return false;
    }

    private static (string Word, T Code)[] LabelsOf<T>(CodeList list, Func<string, T> parse) =>
        list.Definitions
            .SelectMany(d => d.Alternatives.Prepend(d.Zh).Select(label => (label, parse(d.Code))))
            .DistinctBy(pair => pair.label)
            .OrderByDescending(pair => pair.label.Length)
            .ToArray();

    private bool TryOnce(Func<ValueList<Claim>> form, int start, out ValueList<Claim> claims)
    {
        _at = start;
        claims = form();
        _furthest = Math.Max(_furthest, _at);
        return claims.Count > 0 && AtEnd;
    }

    private bool Skip(string word)
    {
        if (!Rest.StartsWith(word))
        {
            return false;
        }

        _at += word.Length;
        _furthest = Math.Max(_furthest, _at);
        return true;
    }

    private bool SkipAny(params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (Skip(word))
            {
                return true;
            }
        }

        return false;
    }

    // 连续四年, 连续3年
    private Run? TryReadRun()
    {
        var start = _at;
        if (Skip("连续"))
        {
            var end = text.IndexOf('年', _at);
            if (end > _at && end - _at <= 4 && TryReadWhole(text.AsSpan(_at, end - _at), out var years) && years > 1)
            {
                _at = end + 1;
                return new() { Years = years };
            }
        }

        _at = start;
        return null;
    }

    private static bool TryReadWhole(ReadOnlySpan<char> digits, out int number)
    {
        number = 0;
        if (ChineseNumber.TryReadWhole(digits, out number))
        {
            return true;
        }

        var reader = new ChineseNumber(digits, 0);
        var fits = reader.TryRead() && reader.Position == digits.Length && reader is { IsMasked: false, Multiplier: 0, IsBareMultiplier: false, IsBare: false }
            && reader.Value.Scale == 0 && reader.Value < 1_000_000;
        number = fits ? (int)reader.Value : 0;
        return fits;
    }

    private Measure? ReadMeasure(int end)
    {
        if (end <= _at || !Measure.TryParse(text.AsSpan(_at, end - _at), out var measure))
        {
            return null;
        }

        _at = end;
        return measure;
    }

    private Measure? ReadMeasure() => ReadMeasure(text.Length);

    // The words before a rest; the longest name of a place that is no longer than a name is.
    private bool TryReadScope(out PlaceReference? scope)
    {
        scope = null;
        var length = 0;
        for (var i = _at; i < text.Length && i < _at + MaxScope; i++)
        {
            var c = text[i];
            if (char.IsAsciiDigit(c) || c is '第' or '的' or '居' or '最' or '首' or '前' or '占' or '平' or '唯')
            {
                break;
            }

            var before = text.AsSpan(_at, i - _at + 1);
            if (before.Length > 1 && (c is '省' or '市' or '县' or '区' or '盟' or '州' or '旗' or '圈' || before.EndsWith("流域") || before.EndsWith("地区")))
            {
                length = before.Length;
            }
        }

        foreach (var word in Scopes)
        {
            if (Rest.StartsWith(word))
            {
                length = Math.Max(length, word.Length);
            }
        }

        if (length == 0)
        {
            return false;
        }

        scope = context.Resolve(text.Substring(_at, length));
        _at += length;
        return true;
    }

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

    // 是2016年的3倍, 为上年的1.2倍, 是全省平均水平的2倍.
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
        return ReadMeasure() is { } measure && (measure.Unit == UnitOfMeasure.Times || measure.Unit == UnitOfMeasure.Percent) ? against with { Measure = measure } : null;
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

    private static bool StartsWithAny(ReadOnlySpan<char> rest, string[] words)
    {
        foreach (var word in words)
        {
            if (rest.StartsWith(word))
            {
                return true;
            }
        }

        return false;
    }

    // 居全市第二, 在30个城市中排第9位, 居全省前列, 第一方阵, 进入全国百强, 增速居全省首位.
    private Claim? ReadRank()
    {
        var of = SkipAny("增速", "增幅") ? ClaimSubject.Growth : (ClaimSubject?)null;
        SkipAny("总量");
        PlaceReference? scope = null;
        Measure? field = null;
        if (Skip("在"))
        {
            TryReadScope(out scope);
            var middle = text.IndexOf('中', _at);
            if (middle < 0 || !TryReadField(middle, out field))
            {
                return null;
            }

            _at = middle + 1;
        }

        var isPlaced = SkipAny(Places) || SkipAny("进入", "跻身", "入围", "迈入", "处于", "达到");
        if (ReadBand() is { } whole)
        {
            return new() { Against = ClaimReference.Peers, Of = of, Scope = scope, Field = field, Band = whole };
        }

        if (scope is null)
        {
            TryReadScope(out scope);
        }

        if (field is null && TryReadBareField(out var bare))
        {
            field = bare;
            isPlaced |= SkipAny(Places);
        }

        if (!isPlaced)
        {
            SkipAny("排名");
        }

        var claim = new Claim { Against = ClaimReference.Peers, Of = of, Scope = scope, Field = field };
        if (SkipAny("首位", "榜首", "第一位", "第一名", "头名") && AtEnd)
        {
            return claim with { Position = 1 };
        }

        if (ReadBand() is { } found)
        {
            return claim with { Band = found };
        }

        return Skip("第") ? ReadPosition(claim) : Rest.StartsWith("前") || Rest.EndsWith("强") ? ReadTop(claim) : null;
    }

    private Band? ReadBand()
    {
        foreach (var (word, band) in Bands)
        {
            // 第一 is a rank; the band of that name is said by 首位.
            if (word != "第一" && band != Band.FirstPlace && Rest.SequenceEqual(word))
            {
                _at = text.Length;
                return band;
            }
        }

        return null;
    }

    private Claim? ReadPosition(Claim claim)
    {
        var digits = Rest.EndsWith("位") || Rest.EndsWith("名") ? Rest[..^1] : Rest;
        if (!TryReadWhole(digits, out var position) || position < 1)
        {
            return null;
        }

        _at = text.Length;
        return claim with { Position = position };
    }

    // 前三位, 前10名, 百强, 五十强.
    private Claim? ReadTop(Claim claim)
    {
        var isFront = Skip("前");
        var digits = Rest.EndsWith("位") || Rest.EndsWith("名") || Rest.EndsWith("强") ? Rest[..^1] : Rest;
        var count = 0;
        if (!TryReadWhole(digits, out count))
        {
            count = digits is "百" ? 100 : digits is "千" ? 1000 : 0;
        }

        if (count < 2 || (!isFront && !Rest.EndsWith("强")))
        {
            return null;
        }

        var printed = (isFront ? "前" : string.Empty) + Rest.ToString();
        _at = text.Length;
        return claim with { Band = Band.Top, Measure = new() { Amount = count, Unit = UnitOfMeasure.RankPlace, Qualifier = Qualifier.AtMost, Printed = printed } };
    }

    // 30个城市: the figure, and what is counted in a few letters.
    private bool TryReadField(int end, out Measure? field)
    {
        field = null;
        for (var stop = end; stop > _at; stop--)
        {
            if (end - stop <= 8 && Measure.TryParse(text.AsSpan(_at, stop - _at), out var measure) && measure.Unit == UnitOfMeasure.Count && measure.Noun is not null)
            {
                field = measure;
                return true;
            }
        }

        return false;
    }

    private bool TryReadBareField(out Measure? field)
    {
        field = null;
        var start = _at;
        var end = text.IndexOf('第', _at);
        for (var i = _at; i < end; i++)
        {
            if (text[i] is '居' or '排' or '列')
            {
                end = i;
                break;
            }
        }

        if (end <= start || !TryReadField(end, out field))
        {
            return false;
        }

        _at = end;
        return true;
    }

    // 历年最多, 为历年之最, 创历史新高, 再创新高.
    private Claim? ReadRecord()
    {
        SkipAny("为", "是", "均为");
        SkipAny("再创", "创下", "创");
        var isOwn = SkipAny("历年来", "历年", "历史", "有史以来", "历届");
        SkipAny("同期");
        if (Skip("之最"))
        {
            return isOwn ? new() { Against = ClaimReference.OwnHistory, Word = ClaimWord.Most } : null;
        }

        SkipAny("水平");
        if (Rest is "新高" or "新低")
        {
            var isHigh = Rest is "新高";
            _at = text.Length;
            return new() { Against = ClaimReference.OwnHistory, Word = isHigh ? ClaimWord.RecordHigh : ClaimWord.RecordLow };
        }

        return isOwn && ReadSuperlative() is { } word ? new() { Against = ClaimReference.OwnHistory, Word = word } : null;
    }

    private ClaimWord? ReadSuperlative()
    {
        foreach (var (word, code) in Words)
        {
            if (word[0] == '最' && Skip(word))
            {
                SkipAny("水平", "值");
                return code;
            }
        }

        return null;
    }

    // 全省最多, 零的突破, 首次突破100亿元, 填补国内空白, 全覆盖.
    private Claim? ReadWord()
    {
        if (Skip("首次"))
        {
            return ReadFirstTime();
        }

        SkipAny("实现", "为", "是");
        var hasScope = TryReadScope(out var scope);
        if (hasScope && ReadSuperlative() is { } superlative)
        {
            return new() { Against = ClaimReference.Peers, Scope = scope, Word = superlative };
        }

        foreach (var (word, code) in Words)
        {
            if (word[0] != '最' && Rest.SequenceEqual(word) && AgainstOf(code, hasScope) is { } against)
            {
                _at = text.Length;
                return new() { Against = against, Scope = scope, Word = code };
            }
        }

        return null;
    }

    private static ClaimReference? AgainstOf(ClaimWord word, bool hasScope) => word.ToString() switch
    {
        "breakthrough" or "record-high" or "record-low" => ClaimReference.OwnHistory,
        "filled-gap" or "broke-monopoly" or "leading" => ClaimReference.Peers,
        "full-coverage" => ClaimReference.Whole,
        "first" or "only" when hasScope => ClaimReference.Peers,
        _ => null,
    };

    private Claim? ReadFirstTime()
    {
        var claim = new Claim { Against = ClaimReference.OwnHistory, Word = ClaimWord.First };
        if (AtEnd)
        {
            return claim;
        }

        var start = _at;
        if (SkipAny("突破", "超过", "达到") && AtEnd)
        {
            return claim;
        }

        _at = start;
        return ReadMeasure() is { Qualifier: not null } measure ? claim with { Measure = measure } : null;
    }

    // 首家也是唯一一家: two claims.
    private ValueList<Claim> TryReadFirstAndOnly()
    {
        SkipAny("是", "为", "系");
        TryReadScope(out var scope);
        var claims = new List<Claim>();
        for (var i = 0; i < 2; i++)
        {
            ClaimWord? word = SkipAny("首家", "首个", "首批", "首张", "首台", "首例", "首条", "首套", "首创", "第一家", "第一个", "率先") ? ClaimWord.First
                : SkipAny("唯一一家", "唯一一个", "唯一", "独家") ? ClaimWord.Only
                : null;
            if (word is not { } said || claims.Any(c => c.Word == said))
            {
                return [];
            }

            claims.Add(new() { Against = ClaimReference.Peers, Scope = scope, Word = said, Run = _run });
            if (AtEnd)
            {
                return claims.ToValueList();
            }

            if (!SkipAny("也是", "、", "且", "和", "又是", "暨", "同时也是"))
            {
                return [];
            }
        }

        return [];
    }

    // The qualifier of a fall turns round with its sign: at least 10 down is at most -10.
    private static Measure Negate(Measure measure)
    {
        var qualifier = (measure.Qualifier?.ToString()) switch
        {
            "at-least" => Qualifier.AtMost,
            "over" or "exceeds" or "breaks-through" => Qualifier.Below,
            "at-most" => Qualifier.AtLeast,
            "below" => Qualifier.Exceeds,
            _ => measure.Qualifier,
        };
        return measure with { Amount = -measure.Amount, Low = -measure.High, High = -measure.Low, Qualifier = qualifier };
    }
}
