using System.Globalization;
using System.Text.RegularExpressions;

namespace KejiDomain.Benchmarks.Values;

/// <summary>Printed figures by a regular expression: what one would write without the library.</summary>
internal static class MeasureRegex
{
    private const string Number = "[0-9]+(?:,[0-9]{3})*(?:\\.[0-9]+)?";

    private static readonly Dictionary<string, Qualifier> Prefixes = new(StringComparer.Ordinal)
    {
        ["约"] = Qualifier.About,
        ["近"] = Qualifier.Nearly,
        ["超"] = Qualifier.Exceeds,
        ["超过"] = Qualifier.Exceeds,
        ["突破"] = Qualifier.BreaksThrough,
        ["不低于"] = Qualifier.AtLeast,
        ["不少于"] = Qualifier.AtLeast,
        ["不超过"] = Qualifier.AtMost,
        ["最高"] = Qualifier.AtMost,
        ["不足"] = Qualifier.Below,
        ["达"] = Qualifier.Reaches,
        ["达到"] = Qualifier.Reaches,
    };

    private static readonly Dictionary<string, Qualifier> Suffixes = new(StringComparer.Ordinal)
    {
        ["余"] = Qualifier.Over,
        ["多"] = Qualifier.Over,
        ["左右"] = Qualifier.About,
        ["以上"] = Qualifier.AtLeast,
        ["以内"] = Qualifier.AtMost,
        ["以下"] = Qualifier.AtMost,
    };

    private static readonly Dictionary<string, (UnitOfMeasure Unit, string? Noun)> Units = MakeUnits();

    private static readonly Regex Form = new(
        $"^(?<prefix>{Any(Prefixes.Keys)})?(?:(?<parts>[百千万])分之)?(?:(?<number>{Number})(?:-(?<high>{Number}))?|(?<han>[零一二两三四五六七八九十百千万点]+?)|(?<mask>\\*))"
        + $"(?:(?<suffix>余|多))?(?<power>万亿|亿|万)?(?:(?<suffix>余|多))?(?<unit>{Any(Units.Keys)})?(?<suffix>左右|以上|以内|以下)?$",
        RegexOptions.Compiled | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    public static bool TryParse(string text, out Measure measure)
    {
        measure = default;
        var match = Form.Match(text);
        if (!match.Success)
        {
            return false;
        }

        var groups = match.Groups;
        var (unit, noun) = groups["unit"].Success ? Units[groups["unit"].Value]
            : groups["parts"].Success ? (groups["parts"].ValueSpan[0] == '百' ? UnitOfMeasure.Percent : UnitOfMeasure.Permille, null)
            : (UnitOfMeasure.Count, null);
        decimal? amount = groups["number"].Success ? Parse(groups["number"]) : groups["han"].Success ? Han(groups["han"].ValueSpan) : null;
        decimal? high = groups["high"].Success ? Parse(groups["high"]) : null;
        measure = new()
        {
            Amount = high is null ? amount : null,
            Low = high is null ? null : amount,
            High = high,
            Multiplier = groups["power"].Success ? groups["power"].Value switch { "万" => 4, "亿" => 8, _ => 12 } : null,
            Unit = unit,
            Noun = noun,
            Qualifier = groups["prefix"].Success ? Prefixes[groups["prefix"].Value] : groups["suffix"].Success ? Suffixes[groups["suffix"].Value] : null,
            Missing = groups["mask"].Success ? MissingReason.Redacted : null,
            Printed = text,
        };
        return true;
    }

    private static decimal Parse(Group group) => decimal.Parse(group.ValueSpan, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    private static decimal Han(ReadOnlySpan<char> numeral)
    {
        var point = numeral.IndexOf('点');
        decimal whole = 0;
        decimal below = 0;
        decimal digit = 0;
        foreach (var c in point < 0 ? numeral : numeral[..point])
        {
            var power = c switch { '十' => 10, '百' => 100, '千' => 1000, _ => 0 };
            if (c == '万')
            {
                whole = (below + digit) * 10_000;
                below = digit = 0;
            }
            else if (power > 0)
            {
                below += (digit == 0 ? 1 : digit) * power;
                digit = 0;
            }
            else
            {
                digit = Digit(c);
            }
        }

        var value = whole + below + digit;
        var scale = 1m;
        foreach (var c in point < 0 ? [] : numeral[(point + 1)..])
        {
            scale /= 10;
            value += Digit(c) * scale;
        }

        return value;
    }

    private static int Digit(char c) => c == '两' ? 2 : "零一二三四五六七八九".IndexOf(c, StringComparison.Ordinal);

    private static Dictionary<string, (UnitOfMeasure Unit, string? Noun)> MakeUnits()
    {
        var units = new Dictionary<string, (UnitOfMeasure Unit, string? Noun)>(StringComparer.Ordinal) { ["%"] = (UnitOfMeasure.Percent, null) };
        foreach (var definition in UnitOfMeasure.CodeList.Definitions)
        {
            var unit = UnitOfMeasure.Parse(definition.Code);
            foreach (var word in definition.Alternatives.Prepend(definition.Zh))
            {
                units.TryAdd(word, (unit, unit == UnitOfMeasure.Count ? word : null));
            }
        }

        units["个月"] = units["月"];
        return units;
    }

    // The longest first, as alternatives are tried in order.
    private static string Any(IEnumerable<string> words) => string.Join('|', words.OrderByDescending(w => w.Length).Select(Regex.Escape));
}
