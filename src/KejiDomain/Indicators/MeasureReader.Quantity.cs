namespace KejiDomain;

/// <summary>The number itself: digits and words, fractions, halves, doubling.</summary>
internal ref partial struct MeasureReader
{
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
}
