namespace KejiDomain;

/// <summary>What is counted: multiplier, unit, count noun, and what may stand behind them.</summary>
internal ref partial struct MeasureReader
{
    private bool TryInfix()
    {
        var infix = InfixOf(Current);
        if (infix == MeasureQualifier.None)
        {
            return true;
        }

        _at++;
        return TryQualify(infix);
    }

    private bool TryReadUnit(ref Quantity quantity)
    {
        if (!TryInfix())
        {
            return false;
        }

        var before = _at;
        SkipBlanks();
        UnitWord word;
        if (Current == '成')
        {
            return TryReadTenths(ref quantity);
        }

        if (Current == '个' && TryReadAfterGe(ref quantity, out word))
        {
        }
        else if (!MeasureWords.TryReadUnit(Rest, afterGe: false, out word))
        {
            _at = before;
            return true;
        }
        else
        {
            _at += word.Text.Length;
        }

        if ((word.NeedsDigits && quantity.IsChinese) || IsWordOfSpeech(quantity, word))
        {
            return false;
        }

        quantity.Unit = word.Unit;
        quantity.Noun = word.Noun;
        quantity.Word = word.Text;
        return word.Noun is null ? TryReadHalf(ref quantity) : TryReadAfterNoun(ref quantity);
    }

    // 一批 and 一部 say "some"; they count nothing.
    private static bool IsWordOfSpeech(scoped in Quantity quantity, UnitWord word) => quantity is { IsChinese: true, Value: 1 } && word.Text is "批" or "部" or "处" or "队";

    // 三个月, 三个多月, 三个半月, 5个百分点.
    private bool TryReadAfterGe(ref Quantity quantity, out UnitWord word)
    {
        var infix = Peek(1);
        var ahead = infix is '多' or '余' or '半' ? 2 : 1;
        word = default;
        if (_at + ahead >= _text.Length || !MeasureWords.TryReadUnit(Rest[ahead..], afterGe: true, out word))
        {
            return false;
        }

        if (infix == '半' && !TryAddHalf(ref quantity))
        {
            return false;
        }

        if (infix is '多' or '余' && !TryQualify(MeasureQualifier.Over))
        {
            return false;
        }

        _at += ahead + word.Text.Length;
        return true;
    }

    private bool TryReadHalf(ref Quantity quantity)
    {
        if (Current != '半' || quantity.Word is not ("年" or "天" or "小时" or "倍" or "周"))
        {
            return true;
        }

        _at++;
        return TryAddHalf(ref quantity);
    }

    private static bool TryAddHalf(ref Quantity quantity)
    {
        if (quantity.Value.Scale > 0 || quantity.Multiplier > 0 || quantity.IsMasked || quantity.Value > 1_000_000)
        {
            return false;
        }

        quantity.Value += 0.5m;
        return true;
    }

    // 三成 is 0.3, 三成五 is 0.35.
    private bool TryReadTenths(ref Quantity quantity)
    {
        _at++;
        if (quantity.Multiplier > 0 || quantity.IsBareMultiplier || quantity.IsAbbreviated || quantity.NeedsUnit || quantity.Value > 100)
        {
            return false;
        }

        quantity.Unit = UnitOfMeasure.Fraction;
        if (!TryScale(ref quantity, 1))
        {
            return false;
        }

        var numeral = ChineseNumber.NumeralOf(Current);
        if (numeral > 0 && !quantity.IsMasked && Current != '两')
        {
            _at++;
            if (quantity.Value.Scale > 1)
            {
                return false;
            }

            quantity.Value += numeral / 100m;
        }

        return true;
    }

    // 60人(个) names a second noun; 3.1件/万人 is a density.
    private bool TryReadAfterNoun(ref Quantity quantity)
    {
        if (Current is '(' or '\uFF08' && Peek(1) is var next && MeasureWords.TryReadUnit(_text[(_at + 1)..], afterGe: false, out var word) && word.Noun is not null && next != '含')
        {
            _at += 1 + word.Text.Length;
            if (Current is not (')' or '\uFF09'))
            {
                return false;
            }

            _at++;
        }

        if (Skip("/万人"))
        {
            quantity.Unit = UnitOfMeasure.Per10000Persons;
        }

        return true;
    }

    private bool ReadSeparator()
    {
        var start = _at;
        SkipBlanks();
        if (Current is '-' or '–' or '—' or '―' or '\uFF0D' or '~' or '\uFF5E' or '〜' or '∼' or '至' or '到')
        {
            var isDash = Current is '-' or '—';
            _at++;
            if (isDash && Current == Peek(-1))
            {
                _at++;
            }

            return true;
        }

        _at = start;
        return false;
    }

    private readonly bool IsWhole(scoped in Quantity quantity) =>
        (!quantity.NeedsUnit || !quantity.Unit.IsEmpty)
        && (!quantity.IsBareMultiplier || _hasPrefix)
        && (_qualifier != MeasureQualifier.ReachesRound || quantity.IsRound)
        && !(quantity.IsAbbreviated && quantity.HasUnit && quantity.Unit != UnitOfMeasure.CNY)
        && !IsDate(quantity)
        && !(quantity.IsMasked && quantity.Unit.IsEmpty && quantity.Multiplier == 0 && !_hasPrefix && _qualifier == MeasureQualifier.None);

    // 2023年 is a date and so is 20日; 20日内 is a time.
    private readonly bool IsDate(scoped in Quantity quantity) => quantity.Word switch
    {
        "年" => (quantity.IsFourDigits || quantity.IsMasked) && _qualifier == MeasureQualifier.None,
        "日" => !(_hasSuffix && _qualifier == MeasureQualifier.AtMost),
        _ => false,
    };
}
