namespace KejiDomain;

/// <summary>Reads one printed figure from left to right: what it counts per, qualifier, number, unit, range, qualifier.</summary>
internal ref struct MeasureReader
{
    private readonly ReadOnlySpan<char> _text;

    private int _at;

    private MeasureQualifier _qualifier;

    private bool _hasPrefix;

    private bool _hasSuffix;

    public MeasureReader(ReadOnlySpan<char> text) => _text = text;

    private enum Per
    {
        None = 0,
        TenThousandPersons = 1,
        Person = 2,
        Mu = 3,
    }

    /// <summary>Where reading stopped.</summary>
    public readonly int Position => _at;

    private readonly ReadOnlySpan<char> Rest => _text[_at..];

    private readonly char Current => Peek(0);

    /// <summary>Reads the whole text.</summary>
    /// <param name="measure">The figure without its printed text.</param>
    public bool TryRead(out Measure measure)
    {
        measure = default;
        if (!TryReadPrefix(out var per, out var isYuan))
        {
            return false;
        }

        var start = _at;
        if (!TryReadQuantity(out var first))
        {
            // Only where no figure stands at all can one be lost: 达到以上.
            return _at == start && TryReadLost(out measure);
        }

        var second = default(Quantity);
        var isRange = false;
        var separator = ReadSeparator();
        if (separator)
        {
            SkipBlanks();
            isRange = true;
            if (!TryReadQuantity(out second))
            {
                return false;
            }
        }

        if (!TryReadSuffix() || _at < _text.Length)
        {
            return false;
        }

        if (isRange ? !TryJoin(ref first, second) : !IsWhole(first))
        {
            return false;
        }

        return TryUnit(ref first, per, isYuan) && TryBuild(first, isRange, out measure);
    }

    private readonly char Peek(int ahead) => _at + ahead < _text.Length ? _text[_at + ahead] : default;

    private void SkipBlanks()
    {
        while (Current is ' ' or '\u00A0' or '\u3000')
        {
            _at++;
        }
    }

    private bool Skip(string word)
    {
        if (!Rest.StartsWith(word))
        {
            return false;
        }

        _at += word.Length;
        return true;
    }

    private bool TryReadPrefix(out Per per, out bool isYuan)
    {
        per = Per.None;
        isYuan = false;
        for (var i = 0; i < 4; i++)
        {
            var qualifier = MeasureWords.ReadPrefix(Rest, out var length);
            if (qualifier != MeasureQualifier.None)
            {
                if (!TryQualify(qualifier))
                {
                    return false;
                }

                _at += length;
                _hasPrefix = true;
                if (Current == '了')
                {
                    _at++;
                }
            }
            else if (per == Per.None && Current == '每' && TryReadPer(out per))
            {
                continue;
            }
            else if (!isYuan && (Skip("人民币") || Current is '¥' or '\uFFE5'))
            {
                _at += Current is '¥' or '\uFFE5' ? 1 : 0;
                isYuan = true;
            }
            else
            {
                break;
            }

            SkipBlanks();
        }

        return true;
    }

    private bool TryReadPer(out Per per)
    {
        per = Skip("每万人口") || Skip("每万人") ? Per.TenThousandPersons
            : Skip("每人") ? Per.Person
            : Skip("每亩") ? Per.Mu
            : Per.None;
        SkipBlanks();
        return per != Per.None;
    }

    // Two words may qualify one figure (达到50人以上, 约10余人) where they do not contradict each other.
    private bool TryQualify(MeasureQualifier next)
    {
        if (_qualifier is MeasureQualifier.None or MeasureQualifier.Reaches)
        {
            _qualifier = next;
            return true;
        }

        return next == _qualifier
            || next == MeasureQualifier.Reaches
            || (IsLower(_qualifier) && IsLower(next))
            || (_qualifier == MeasureQualifier.About && next == MeasureQualifier.Over)
            || (_qualifier == MeasureQualifier.AtMost && next == MeasureQualifier.Below);
    }

    private static bool IsLower(MeasureQualifier qualifier) =>
        qualifier is MeasureQualifier.Over or MeasureQualifier.Exceeds or MeasureQualifier.BreaksThrough or MeasureQualifier.AtLeast;

    private bool TryReadSuffix()
    {
        for (var i = 0; i < 2; i++)
        {
            var qualifier = MeasureWords.ReadSuffix(Rest, out var length);
            if (qualifier == MeasureQualifier.None)
            {
                break;
            }

            if (!TryQualify(qualifier))
            {
                return false;
            }

            _at += length;
            _hasSuffix = true;
        }

        return true;
    }

    private bool TryReadLost(out Measure measure)
    {
        measure = default;
        if (!_hasPrefix)
        {
            return false;
        }

        var unit = MeasureWords.TryReadUnit(Rest, afterGe: false, out var word) ? word : new(string.Empty, UnitOfMeasure.Count, null);
        _at += unit.Text.Length;
        if (!TryReadSuffix() || _at < _text.Length || (!_hasSuffix && unit.Unit != UnitOfMeasure.Percent))
        {
            return false;
        }

        measure = new() { Unit = unit.Unit, Noun = unit.Noun, Qualifier = ToCode(_qualifier), Missing = MissingReason.Lost };
        return true;
    }

    private bool TryReadQuantity(out Quantity quantity)
    {
        quantity = default;
        if (Current == '翻')
        {
            return TryReadDoubling(out quantity);
        }

        var isNegative = Current is '-' or '−' or '\uFF0D' or '负';
        if (isNegative || (Current is '+' or '\uFF0B' && ChineseNumber.DigitOf(Peek(1)) >= 0))
        {
            _at++;
        }

        if (Current == '半')
        {
            _at++;
            quantity = new() { Value = 0.5m, NeedsUnit = true };
        }
        else if (Rest.StartsWith("一半"))
        {
            _at += 2;
            quantity = new() { Value = 0.5m, Unit = UnitOfMeasure.Fraction };
        }
        else
        {
            var number = new ChineseNumber(_text, _at);
            var found = number.TryRead();
            _at = number.Position;
            if (!found || !TryTake(number, out quantity))
            {
                return false;
            }
        }

        if (quantity.Unit.IsEmpty && !TryReadUnit(ref quantity))
        {
            return false;
        }

        if (isNegative && quantity.Value != 0)
        {
            quantity.Value = -quantity.Value;
            quantity.High = -quantity.High;
            if (quantity.High is { } high)
            {
                (quantity.Value, quantity.High) = (high, quantity.Value);
            }
        }

        return true;
    }

    // 翻番 doubles, 翻两番 doubles twice.
    private bool TryReadDoubling(out Quantity quantity)
    {
        quantity = default;
        _at++;
        if (Current == '了')
        {
            _at++;
        }

        var times = ChineseNumber.NumeralOf(Current);
        if (times == 0)
        {
            return false;
        }

        _at += times > 0 ? 1 : 0;
        if (Current != '番' || !TryQualify(MeasureQualifier.AtLeast))
        {
            return false;
        }

        _at++;
        quantity = new() { Value = 1 << Math.Max(times, 1), Unit = UnitOfMeasure.Times };
        return true;
    }

    private bool TryTake(scoped in ChineseNumber number, out Quantity quantity)
    {
        quantity = new()
        {
            Value = number.Value,
            Multiplier = number.Multiplier,
            IsMasked = number.IsMasked,
            IsBareMultiplier = number.IsBareMultiplier,
            IsRound = number.IsBare || number.IsBareMultiplier,
            IsAbbreviated = number.IsAbbreviated,
            IsChinese = number.IsChinese,
            IsFourDigits = number.IsFourDigits,
            NeedsUnit = number.IsBare,
        };
        if (Rest.StartsWith("分之"))
        {
            return TryReadFraction(ref quantity);
        }

        if (Current is '/' or '\uFF0F' && ChineseNumber.DigitOf(Peek(1)) >= 0)
        {
            return TryReadQuotient(ref quantity);
        }

        return number.Infix == default || TryQualify(InfixOf(number.Infix));
    }

    private static MeasureQualifier InfixOf(char c) => c switch { '来' => MeasureQualifier.About, '余' or '多' => MeasureQualifier.Over, _ => MeasureQualifier.None };

    // 百分之三十四点四, 千分之三, 四分之一.
    private bool TryReadFraction(ref Quantity quantity)
    {
        const int Bare = 2;
        var whole = quantity;
        if (whole.IsMasked || whole.IsAbbreviated || whole.Value.Scale > 0)
        {
            return false;
        }

        _at += Bare;
        SkipBlanks();
        var number = new ChineseNumber(_text, _at);
        var found = number.TryRead() && number is { IsBareMultiplier: false, IsAbbreviated: false, Infix: default(char) };
        _at = number.Position;
        if (!found || (number.IsBare && number.Value != 100))
        {
            return false;
        }

        quantity = new() { Value = number.Value, Multiplier = number.Multiplier, IsMasked = number.IsMasked };
        if (whole is { IsRound: true, Multiplier: 0, Value: 100 or 1000 })
        {
            quantity.Unit = whole.Value == 100 ? UnitOfMeasure.Percent : UnitOfMeasure.Permille;
            return TryInfix();
        }

        quantity.Unit = UnitOfMeasure.Fraction;
        if (!TryRaise(quantity.Value, quantity.Multiplier, out quantity.Value))
        {
            return false;
        }

        quantity.Multiplier = 0;
        return TryRaise(whole.Value, whole.Multiplier, out var denominator) && (quantity.IsMasked || TryDivide(ref quantity, denominator)) && TryInfix();
    }

    private bool TryReadQuotient(ref Quantity quantity)
    {
        if (quantity.IsMasked || quantity.IsChinese || quantity.Multiplier > 0 || quantity.Value.Scale > 0)
        {
            return false;
        }

        _at++;
        var number = new ChineseNumber(_text, _at);
        var found = number.TryRead() && number is { Multiplier: 0, IsMasked: false, IsChinese: false } && number.Value.Scale == 0;
        _at = number.Position;

        // 24/7 is no fraction.
        if (!found || quantity.Value > number.Value)
        {
            return false;
        }

        quantity = new() { Value = quantity.Value, Unit = UnitOfMeasure.Fraction };
        return TryDivide(ref quantity, number.Value);
    }

    // A fraction that no decimal equals (1/3) becomes the two nearest decimals of six places.
    private static bool TryDivide(ref Quantity quantity, decimal whole)
    {
        const decimal Limit = 1_000_000_000_000_000_000m;
        if (whole == 0 || whole > Limit * 1_000_000_000m || quantity.Value > Limit * 1_000_000_000m)
        {
            return false;
        }

        var scale = 0;
        for (var rest = whole; ; scale++)
        {
            if (rest == 1)
            {
                return TryScale(ref quantity, scale);
            }

            if (decimal.Truncate(rest / 10) * 10 != rest)
            {
                break;
            }

            rest = decimal.Truncate(rest / 10);
        }

        if (whole > Limit || quantity.Value > Limit || quantity.Value.Scale > 0)
        {
            return false;
        }

        var numerator = (ulong)quantity.Value;
        var denominator = (ulong)whole;
        var divisor = GreatestCommonDivisor(numerator, denominator);
        var reduced = denominator / divisor;
        while (reduced % 2 == 0)
        {
            reduced /= 2;
        }

        while (reduced % 5 == 0)
        {
            reduced /= 5;
        }

        var quotient = quantity.Value / whole;
        if (reduced == 1)
        {
            quantity.Value = quotient;
            return true;
        }

        const decimal Places = 1_000_000m;
        if (quotient > Limit / Places)
        {
            return false;
        }

        quantity.Value = decimal.Truncate(quotient * Places) / Places;
        quantity.High = quantity.Value + (1 / Places);
        return true;
    }

    private static bool TryScale(ref Quantity quantity, int scale)
    {
        if (quantity.Value.Scale + scale > 28)
        {
            return false;
        }

        Span<int> bits = stackalloc int[4];
        decimal.GetBits(quantity.Value, bits);
        quantity.Value = new decimal(bits[0], bits[1], bits[2], false, (byte)(quantity.Value.Scale + scale));
        return true;
    }

    private static ulong GreatestCommonDivisor(ulong left, ulong right)
    {
        while (right > 0)
        {
            (left, right) = (right, left % right);
        }

        return Math.Max(left, 1);
    }

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

    private readonly bool TryJoin(ref Quantity first, scoped in Quantity second)
    {
        if (!second.HasUnit && second.Multiplier == 0 && !first.HasUnit)
        {
            return false;
        }

        if (IsDate(first) || IsDate(second) || first.IsRound || second.IsRound || first.IsAbbreviated || second.IsAbbreviated
            || (second.Word == "年" && first.IsFourDigits) || _qualifier == MeasureQualifier.ReachesRound)
        {
            return false;
        }

        if (!second.HasUnit && first.HasUnit)
        {
            // 百分之三至五, but not 3%-5.
            if (first.Word is not null)
            {
                return false;
            }
        }
        else if (first.HasUnit && (first.Unit != second.Unit || first.Noun != second.Noun))
        {
            return false;
        }

        var joined = first with { Unit = second.HasUnit ? second.Unit : first.Unit, Noun = second.Noun, Word = second.Word };
        joined.IsMasked |= second.IsMasked;
        var low = first.Multiplier;
        var high = second.Multiplier;
        if (low == 0 && !first.HasUnit)
        {
            low = high;
        }
        else if (low > 0 && high == 0 && !first.HasUnit)
        {
            return false;
        }

        joined.Multiplier = Math.Min(low, high);
        if (!joined.IsMasked)
        {
            var top = second.High ?? second.Value;
            if (!TryRaise(first.Value, low - joined.Multiplier, out var lower) || !TryRaise(top, high - joined.Multiplier, out var upper) || lower > upper)
            {
                return false;
            }

            joined.Value = lower;
            joined.High = upper;
        }

        first = joined;
        return true;
    }

    private static bool TryRaise(decimal value, int power, out decimal raised)
    {
        raised = value;
        for (var i = 0; i < power; i++)
        {
            if (Math.Abs(raised) > 100_000_000_000_000_000_000m)
            {
                return false;
            }

            raised *= 10;
        }

        return true;
    }

    private static bool TryUnit(ref Quantity quantity, Per per, bool isYuan)
    {
        if (isYuan)
        {
            if (!quantity.Unit.IsEmpty && quantity.Unit != UnitOfMeasure.CNY)
            {
                return false;
            }

            quantity.Unit = UnitOfMeasure.CNY;
        }

        switch (per)
        {
            case Per.TenThousandPersons when quantity.Noun is not null && quantity.Unit == UnitOfMeasure.Count:
                quantity.Unit = UnitOfMeasure.Per10000Persons;
                return true;
            case Per.Person when quantity.Unit == UnitOfMeasure.CNY:
                quantity.Unit = UnitOfMeasure.CNYPerPerson;
                return true;
            case Per.Mu when quantity.Unit == UnitOfMeasure.CNY:
                quantity.Unit = UnitOfMeasure.CNYPerMu;
                return true;
            case Per.None:
                quantity.Unit = quantity.Unit.IsEmpty ? UnitOfMeasure.Count : quantity.Unit;
                return true;
            default:
                return false;
        }
    }

    private readonly bool TryBuild(scoped in Quantity quantity, bool isRange, out Measure measure)
    {
        var isPoint = !quantity.IsMasked && quantity.High is null;
        measure = new()
        {
            Amount = isPoint && !isRange ? quantity.Value : null,
            Low = quantity.IsMasked || isPoint ? null : quantity.Value,
            High = quantity.IsMasked ? null : quantity.High,
            Multiplier = quantity.Multiplier == 0 ? null : quantity.Multiplier,
            Unit = quantity.Unit,
            Noun = quantity.Noun,
            Qualifier = ToCode(_qualifier),
            Missing = quantity.IsMasked ? MissingReason.Redacted : null,
        };
        return true;
    }

    private static Qualifier? ToCode(MeasureQualifier qualifier) => qualifier switch
    {
        MeasureQualifier.About => Qualifier.About,
        MeasureQualifier.Nearly => Qualifier.Nearly,
        MeasureQualifier.Over => Qualifier.Over,
        MeasureQualifier.Exceeds => Qualifier.Exceeds,
        MeasureQualifier.BreaksThrough => Qualifier.BreaksThrough,
        MeasureQualifier.AtLeast => Qualifier.AtLeast,
        MeasureQualifier.AtMost => Qualifier.AtMost,
        MeasureQualifier.Below => Qualifier.Below,
        MeasureQualifier.Reaches or MeasureQualifier.ReachesRound => Qualifier.Reaches,
        _ => null,
    };

    private struct Quantity
    {
        public decimal Value;
        public decimal? High;
        public int Multiplier;
        public UnitOfMeasure Unit;
        public string? Noun;
        public string? Word;
        public bool IsMasked;
        public bool IsBareMultiplier;
        public bool IsRound;
        public bool IsAbbreviated;
        public bool IsChinese;
        public bool IsFourDigits;
        public bool NeedsUnit;

        public readonly bool HasUnit => !Unit.IsEmpty;
    }
}
