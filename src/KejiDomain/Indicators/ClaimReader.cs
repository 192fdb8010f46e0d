namespace KejiDomain;

/// <summary>Reads claims in words: what a figure is set against, and what is said of it.</summary>
internal sealed partial class ClaimReader(string text, ClaimContext context)
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

    // The qualifier of a fall turns round with its sign: at least 10 down is at most -10.
    internal static Measure Negate(Measure measure)
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
