using System.Text;

namespace KejiDomain;

/// <summary>Reads one printed number: digits of either width, Chinese numerals, splits by 万 and 亿, masked digits; and writes Chinese numerals.</summary>
/// <remarks>One pass from left to right without going back further than the coefficient at hand. Whatever does not fit 28 significant digits is no number.</remarks>
internal ref struct ChineseNumber
{
    private const int MaxDigits = 28;

    // Beyond this a split number could outgrow 28 digits.
    private const decimal MaxSplit = 1_000_000_000_000_000m;

    private const string Numerals = "零一二三四五六七八九";

    private readonly ReadOnlySpan<char> _text;

    public ChineseNumber(ReadOnlySpan<char> text, int position)
    {
        _text = text;
        Position = position;
    }

    /// <summary>Where reading stands: behind the number, or where it failed.</summary>
    public int Position { get; private set; }

    /// <summary>The figure before its power of ten.</summary>
    public decimal Value { get; private set; }

    /// <summary>The power of ten: 0, 4, 8 or 12.</summary>
    public int Multiplier { get; private set; }

    /// <summary>Whether a digit is masked; there is no value then.</summary>
    public bool IsMasked { get; private set; }

    /// <summary>Whether it begins with 百 or 千 without a numeral before it.</summary>
    public bool IsBare { get; private set; }

    /// <summary>Whether it begins with 万 or 亿 without a numeral before it.</summary>
    public bool IsBareMultiplier { get; private set; }

    /// <summary>Whether the last digit stands for the next lower unit, as in 13万2.</summary>
    public bool IsAbbreviated { get; private set; }

    /// <summary>Whether Chinese numerals were read.</summary>
    public bool IsChinese { get; private set; }

    /// <summary>Whether it is four plain digits, as years are.</summary>
    public bool IsFourDigits { get; private set; }

    /// <summary>The word 余, 多 or 来 inside the number, as in 20多万, or a NUL.</summary>
    public char Infix { get; private set; }

    private readonly char Current => Peek(0);

    /// <summary>The value of a digit of either width, or -1.</summary>
    public static int DigitOf(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= '\uFF10' and <= '\uFF19' => c - '\uFF10',
        _ => -1,
    };

    /// <summary>The value of a Chinese numeral from 零 to 九, plain or as on cheques, or -1.</summary>
    public static int NumeralOf(char c) => c switch
    {
        '零' or '〇' or '○' => 0,
        '一' or '壹' => 1,
        '二' or '两' or '贰' => 2,
        '三' or '叁' => 3,
        '四' or '肆' => 4,
        '五' or '伍' => 5,
        '六' or '陆' => 6,
        '七' or '柒' => 7,
        '八' or '捌' => 8,
        '九' or '玖' => 9,
        _ => -1,
    };

    /// <summary>Whether a character hides a digit.</summary>
    public static bool IsMask(char c) => c is '*' or '\uFF0A' or '×' or 'X' or '\uFF38' or '■' or '□' or '█';

    /// <summary>Reads the Chinese numeral that a whole text is (二十四), from 0 to 9999.</summary>
    public static bool TryReadWhole(ReadOnlySpan<char> text, out int value)
    {
        var number = new ChineseNumber(text, 0);
        var fits = number.TryRead() && number.Position == text.Length && number is { IsChinese: true, IsMasked: false, IsBare: false, IsAbbreviated: false, Multiplier: 0 }
            && number.Value.Scale == 0;
        value = fits ? (int)number.Value : 0;
        return fits;
    }

    /// <summary>Writes a number that is not negative in Chinese numerals: 二十, 一万零五百, 三十四点四.</summary>
    public static void Append(StringBuilder builder, decimal value)
    {
        var whole = decimal.Truncate(value);
        if (whole == 0)
        {
            builder.Append('零');
        }
        else
        {
            AppendWhole(builder, whole);
        }

        if (value.Scale == 0)
        {
            return;
        }

        // 三万零点五: after 万 the place of the ones is said.
        builder.Append(whole > 0 && whole % 10_000 == 0 ? "零点" : "点");
        var fraction = value - whole;
        for (var i = 0; i < value.Scale; i++)
        {
            fraction *= 10;
            var digit = (int)decimal.Truncate(fraction);
            builder.Append(Numerals[digit]);
            fraction -= digit;
        }
    }

    /// <summary>Moves the point and keeps no more places than are printed: 2.5千 is 2500 and not 2500.0.</summary>
    public static decimal Shift(decimal value, int power)
    {
        var places = Math.Min(power, value.Scale);
        return WithScale(value, value.Scale - places) * PowerOfTen(power - places);
    }

    /// <summary>Reads a number from the position on.</summary>
    /// <returns>Whether there is one; where it ends, <see cref="Position"/> tells.</returns>
    public bool TryRead()
    {
        if (PowerOfMultiplier(Current) > 0)
        {
            IsBareMultiplier = true;
            IsChinese = true;
            Value = 1;
        }
        else if (!TryReadCoefficient())
        {
            return false;
        }

        // A blank may stand before 万 as before a unit: 3128.4 万元.
        if (Current is ' ' or '\u00A0' or '\u3000' && PowerOfMultiplier(Peek(1)) > 0 && !IsBareMultiplier)
        {
            Position++;
        }

        ReadInfix();
        var power = PowerOfMultiplier(Current);
        if (power == 0)
        {
            return true;
        }

        if (IsAbbreviated)
        {
            return false;
        }

        Position++;
        IsFourDigits = false;
        Multiplier = power;
        if (power == 4 && PowerOfMultiplier(Current) == 8)
        {
            Position++;
            Multiplier = 12;
        }

        return IsMasked || Infix != default || TryReadLower();
    }

    private static int PowerOfMultiplier(char c) => c switch { '万' or '萬' => 4, '亿' or '億' => 8, _ => 0 };

    private static int PowerOfUnit(char c) => c switch { '十' or '拾' => 1, '百' or '佰' => 2, '千' or '仟' => 3, _ => 0 };

    private static decimal WithScale(decimal value, int scale)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        return new decimal(bits[0], bits[1], bits[2], value < 0, (byte)scale);
    }

    private static decimal PowerOfTen(int power)
    {
        var result = 1m;
        for (var i = 0; i < power; i++)
        {
            result *= 10;
        }

        return result;
    }

    private static void AppendWhole(StringBuilder builder, decimal whole)
    {
        const decimal Yi = 100_000_000m;
        const int Wan = 10_000;
        var yi = decimal.Truncate(whole / Yi);
        var rest = (int)(whole - (yi * Yi));
        if (yi > 0)
        {
            AppendWhole(builder, yi);
            builder.Append('亿');
        }

        AppendSection(builder, rest / Wan, '万', yi > 0, skipped: false);
        AppendSection(builder, rest % Wan, default, whole >= Wan, skipped: rest < Wan);
    }

    private static void AppendSection(StringBuilder builder, int section, char multiplier, bool started, bool skipped)
    {
        if (section == 0)
        {
            return;
        }

        var zero = started && (skipped || section < 1000);
        var first = true;
        for (var power = 3; power >= 0; power--)
        {
            var divisor = power switch { 3 => 1000, 2 => 100, 1 => 10, _ => 1 };
            var digit = section / divisor % 10;
            if (digit == 0)
            {
                zero |= !first;
                continue;
            }

            if (zero)
            {
                builder.Append('零');
                zero = false;
            }

            // 十五 and not 一十五, but 一百一十五.
            if (digit != 1 || power != 1 || !first || started)
            {
                builder.Append(Numerals[digit]);
            }

            if (power > 0)
            {
                builder.Append("十百千"[power - 1]);
            }

            first = false;
        }

        if (multiplier != default)
        {
            builder.Append(multiplier);
        }
    }

    private readonly char Peek(int ahead) => Position + ahead >= 0 && Position + ahead < _text.Length ? _text[Position + ahead] : default;

    private readonly bool IsInfix(int ahead) => Peek(ahead) is '余' or '多' or '来' && PowerOfMultiplier(Peek(ahead + 1)) > 0;

    private void ReadInfix()
    {
        if (IsInfix(0))
        {
            Infix = Current;
            Position++;
        }
    }

    // Whether 千 or 百 belongs to a unit of measure: 5千米, 5百分点. After a numeral 千米 is as good as a thousand metres.
    private readonly bool IsPartOfUnit(int ahead) =>
        (Peek(ahead) == '千' && (Peek(ahead + 1) is '克' or '瓦' || (Peek(ahead + 1) == '米' && !IsChinese))) || (Peek(ahead) == '百' && Peek(ahead + 1) == '分' && Peek(ahead + 2) == '点');

    private bool TryReadCoefficient()
    {
        var c = Current;
        if (DigitOf(c) < 0 && !IsMask(c))
        {
            return TryReadNumerals();
        }

        var start = Position;
        if (!TryReadDigits())
        {
            return false;
        }

        var power = PowerOfUnit(Current);
        if (IsMasked || power == 0 || IsPartOfUnit(0))
        {
            return true;
        }

        if (Position == start + 1)
        {
            Position = start;
            return TryReadNumerals();
        }

        if (power == 1 || Value >= MaxSplit)
        {
            return false;
        }

        Value = Shift(Value, power);
        IsFourDigits = false;
        Position++;
        return true;
    }

    private bool TryReadDigits()
    {
        var start = Position;
        var small = 0UL;
        var large = default(UInt128);
        var digits = 0;
        var scale = 0;
        var grouped = false;
        for (; ; Position++)
        {
            var c = Current;
            var digit = DigitOf(c);
            if (digit < 0)
            {
                if (IsMask(c))
                {
                    return TryReadMask();
                }

                if (IsGroup(c, digits, grouped))
                {
                    grouped = true;
                    continue;
                }

                break;
            }

            if (digits == 1 && small == 0 && large == default)
            {
                return false;
            }

            if (!Accumulate(ref small, ref large, ref digits, digit))
            {
                return false;
            }
        }

        IsFourDigits = digits == 4 && !grouped;
        if (Current is '.' or '\uFF0E' && (DigitOf(Peek(1)) >= 0 || IsMask(Peek(1))))
        {
            IsFourDigits = false;
            for (Position++; ; Position++)
            {
                var digit = DigitOf(Current);
                if (digit < 0)
                {
                    if (IsMask(Current))
                    {
                        return TryReadMask();
                    }

                    break;
                }

                scale++;
                if (!Accumulate(ref small, ref large, ref digits, digit))
                {
                    return false;
                }
            }
        }

        var bits = large == default ? small : large;
        Value = new decimal(unchecked((int)(uint)bits), unchecked((int)(uint)(bits >> 32)), unchecked((int)(uint)(bits >> 64)), false, (byte)scale);
        return Position > start;
    }

    private static bool Accumulate(ref ulong small, ref UInt128 large, ref int digits, int digit)
    {
        digits++;
        if (digits <= 18)
        {
            small = (small * 10) + (uint)digit;
            return true;
        }

        large = ((digits == 19 ? small : large) * 10) + (uint)digit;
        return digits <= MaxDigits;
    }

    // 1,234,567: every group has three digits, the first one to three.
    private readonly bool IsGroup(char c, int digits, bool grouped)
    {
        if ((c != ',' && !(c == '\uFF0C' && Peek(1) is >= '\uFF10' and <= '\uFF19')) || (!grouped && digits > 3))
        {
            return false;
        }

        return DigitOf(Peek(1)) >= 0
            && DigitOf(Peek(2)) >= 0
            && DigitOf(Peek(3)) >= 0
            && DigitOf(Peek(4)) < 0;
    }

    private bool TryReadMask()
    {
        while (IsMask(Current) || DigitOf(Current) >= 0 || (Current is '.' or '\uFF0E' && (IsMask(Peek(1)) || DigitOf(Peek(1)) >= 0)))
        {
            Position++;
        }

        IsMasked = true;
        Value = 0;
        return true;
    }

    private bool TryReadNumerals()
    {
        IsChinese = true;
        int whole;
        if (NumeralOf(Current) == 0)
        {
            Position++;
            whole = 0;
            if (NumeralOf(Current) >= 0)
            {
                return false;
            }
        }
        else if (!TryReadSection(afterZero: false, out whole, out _))
        {
            return false;
        }

        Value = whole;
        return Current != '点' || NumeralOf(Peek(1)) < 0 || (!IsBare && !IsAbbreviated && TryReadFraction(whole));
    }

    private bool TryReadFraction(int whole)
    {
        Position++;
        var value = (decimal)whole;
        var scale = 0;
        for (; NumeralOf(Current) >= 0; Position++)
        {
            if (++scale > 20 || Current == '两')
            {
                return false;
            }

            value = (value * 10) + NumeralOf(Current);
        }

        Value = WithScale(value, scale);
        return true;
    }

    // 千, 百, 十 and single ones in falling order; two numerals side by side (四六) are no number.
    private bool TryReadSection(bool afterZero, out int value, out bool isSingle)
    {
        const int Start = 4;
        value = 0;
        isSingle = false;
        var last = Start;
        var zero = afterZero;
        while (true)
        {
            var c = Current;
            var numeral = NumeralOf(c);
            if (numeral < 0 && DigitOf(c) > 0 && PowerOfUnit(Peek(1)) > 0)
            {
                numeral = DigitOf(c);
            }

            if (numeral == 0)
            {
                if (last is Start or 1 || zero || NumeralOf(Peek(1)) <= 0)
                {
                    return false;
                }

                zero = true;
                Position++;
            }
            else if (numeral > 0)
            {
                var power = IsPartOfUnit(1) ? 0 : PowerOfUnit(Peek(1));
                if (power > 0)
                {
                    if (power >= last || (c == '两' && power == 1))
                    {
                        return false;
                    }

                    value += numeral * (int)PowerOfTen(power);
                    last = power;
                    zero = false;
                    Position += 2;
                    continue;
                }

                if (NumeralOf(Peek(1)) >= 0 || DigitOf(Peek(1)) >= 0 || (c == '两' && last != Start))
                {
                    return false;
                }

                isSingle = last == Start && !zero;
                IsAbbreviated = !zero && last is 2 or 3;
                value += !zero && last is 2 or 3 ? numeral * (int)PowerOfTen(last - 1) : numeral;
                Position++;
                return true;
            }
            else
            {
                var power = IsPartOfUnit(0) ? 0 : PowerOfUnit(c);
                if (power == 0 || power >= last || (power > 1 && last != Start))
                {
                    return value > 0 && !zero;
                }

                IsBare |= power > 1;
                value += (int)PowerOfTen(power);
                last = power;
                zero = false;
                Position++;
            }
        }
    }

    // What follows 万 or 亿: 1亿2000万, 一万五千亿, 13万2000, 13万2.
    private bool TryReadLower()
    {
        var hasYi = Multiplier >= 8;
        while (Multiplier > 0)
        {
            var zero = Current is '零' or '〇' or '○';
            var ahead = zero ? 1 : 0;
            var isDigits = DigitOf(Peek(ahead)) >= 0;
            if (zero && Peek(1) == '点' && NumeralOf(Peek(2)) >= 0 && Value.Scale == 0 && Value < MaxSplit && !IsBareMultiplier)
            {
                var whole = Value * PowerOfTen(Multiplier);
                Position++;
                Multiplier = 0;
                if (!TryReadFraction(0))
                {
                    return false;
                }

                Value += whole;
                return true;
            }

            if (!isDigits && NumeralOf(Peek(ahead)) < 0 && PowerOfUnit(Peek(ahead)) != 1)
            {
                return !zero;
            }

            if (Value.Scale > 0 || Value >= MaxSplit || IsBareMultiplier)
            {
                return false;
            }

            Position += ahead;
            var upper = Value;
            var multiplier = Multiplier;
            var isSingle = false;
            var start = Position;
            var plain = CountDigits();
            if (isDigits && PowerOfMultiplier(Peek(plain)) == 0 && PowerOfUnit(Peek(plain)) == 0 && !IsInfix(plain))
            {
                return TryReadLast(plain, zero, upper);
            }

            if (isDigits)
            {
                if (!TryReadCoefficient())
                {
                    return false;
                }

                IsFourDigits = false;
            }
            else
            {
                IsChinese = true;
                if (!TryReadSection(zero, out var section, out isSingle))
                {
                    return false;
                }

                Value = section;
                if (Current == '点' && NumeralOf(Peek(1)) >= 0)
                {
                    if (isSingle || IsAbbreviated || !TryReadFraction(section))
                    {
                        return false;
                    }
                }
            }

            ReadInfix();
            var power = PowerOfMultiplier(Current);
            if (power > 0)
            {
                Position++;
                if (IsAbbreviated)
                {
                    return false;
                }
            }
            else if (isSingle)
            {
                Value = upper + (Value / 10);
                IsAbbreviated = true;
                return true;
            }

            if (power == 8 && multiplier == 4 && !hasYi)
            {
                // All that stands before 亿 counts it: 一万五千亿.
                hasYi = true;
                multiplier = 12;
            }
            else if (power >= multiplier)
            {
                Position = start;
                return false;
            }

            var step = PowerOfTen(multiplier - power);
            if (Value >= step || (Value.Scale > 0 && power == 4))
            {
                return false;
            }

            Value += upper * step;
            Multiplier = power;
            if (Infix != default)
            {
                return true;
            }
        }

        return true;
    }

    private readonly int CountDigits()
    {
        var count = 0;
        while (DigitOf(Peek(count)) >= 0)
        {
            count++;
        }

        return count;
    }

    // Digits without a unit of their own: all places (13万2000), or one that stands for the next lower unit (13万2).
    private bool TryReadLast(int count, bool zero, decimal upper)
    {
        if (zero || (count != 1 && count != Multiplier) || IsMask(Peek(count)) || Peek(count) is '.' or '\uFF0E' or ',' or '\uFF0C')
        {
            return false;
        }

        var lower = 0m;
        for (var i = 0; i < count; i++)
        {
            lower = (lower * 10) + DigitOf(Peek(i));
        }

        Position += count;
        if (count == 1)
        {
            IsAbbreviated = true;
            Value = upper + (lower / 10);
            return lower > 0;
        }

        Value = (upper * PowerOfTen(Multiplier)) + lower;
        Multiplier = 0;
        return true;
    }
}
