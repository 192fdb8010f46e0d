namespace KejiDomain;

/// <summary>Reads one printed figure from left to right: what it counts per, qualifier, number, unit, range, qualifier.</summary>
internal ref partial struct MeasureReader
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
        // Most figures are printed so.
        if (PlainNumber(_text) is { } number)
        {
            measure = Measure.Count(number);
            _at = _text.Length;
            return true;
        }

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

    // Up to nine Arabic digits.
    private static int? PlainNumber(ReadOnlySpan<char> text)
    {
        if (text.Length > 9 || text[0] == '0')
        {
            return null;
        }

        var number = 0;
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c))
            {
                return null;
            }

            number = (number * 10) + (c - '0');
        }

        return number;
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

    private readonly bool TryJoin(ref Quantity first, scoped in Quantity second)
    {
        if (!second.HasUnit && second.Multiplier == 0 && !first.HasUnit)
        {
            return false;
        }

        if (IsDate(first) || IsDate(second) || first.IsRound || second.IsRound || first.IsAbbreviated || second.IsAbbreviated
            || (second.Word == "年" && (first.IsFourDigits || first.IsMasked)) || _qualifier == MeasureQualifier.ReachesRound)
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
