namespace KejiDomain;

/// <summary>Claims on a place among others: rank, band, record, first and only.</summary>
internal sealed partial class ClaimReader
{
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
}
