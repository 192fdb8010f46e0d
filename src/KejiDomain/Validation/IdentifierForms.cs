using System.Buffers;

namespace KejiDomain.Validation;

/// <summary>Whether an identifier of another's scheme can be one (标识校验): its letters and, where the scheme has one, its check digit.</summary>
internal static class IdentifierForms
{
    private static readonly SearchValues<char> Capitals = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");

    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary>False where the scheme is known to have no such identifier; schemes without a form that is known are not judged.</summary>
    public static bool IsPossible(IdentifierScheme scheme, string value) => scheme.ToString() switch
    {
        "uscc" => UnifiedSocialCreditCode.TryParse(value, out _),
        "orgcode" => OrganizationCode.TryParse(value, out _),
        "gbt2260" or "nbs-stat" => IsDigits(value, 6),
        "nbs-stat-12" => IsDigits(value, 12),
        "isbn" => IsBookNumber(value),
        "issn" => IsSerialNumber(value),
        "orcid" => IsResearcher(value),
        "doi" => IsObject(value),
        "wikidata" => IsItem(LastPart(value)),
        "iso3166-2" => value.Length is >= 4 and <= 6 && value[2] == '-' && char.IsAsciiLetterUpper(value[0]) && char.IsAsciiLetterUpper(value[1]) && !value.AsSpan(3).ContainsAnyExcept(Capitals),
        "file-sha256" => value.Length == 64 && !value.AsSpan().ContainsAnyExcept(Hexadecimal),
        _ => true,
    };

    /// <summary>What a scheme's identifier is called within a sentence.</summary>
    public static IssueArgument NameOf(IdentifierScheme scheme)
    {
        var definition = scheme.Definition!;
        var isWord = definition.En.Length > 1 && char.IsAsciiLetterLower(definition.En[1]);
        return (isWord ? char.ToLowerInvariant(definition.En[0]) + definition.En[1..] : definition.En, definition.Zh);
    }

    private static bool IsDigits(ReadOnlySpan<char> text, int length) => text.Length == length && !text.ContainsAnyExceptInRange('0', '9');

    // ISO 2108: thirteen digits with the weights 1 and 3, or before 2007 ten with those from 10 down, an X for ten.
    private static bool IsBookNumber(string value)
    {
        Span<int> digits = stackalloc int[13];
        return Digits(value, digits) switch
        {
            13 => digits[0] == 9 && digits[1] == 7 && digits[2] is 8 or 9 && digits[12] < 10 && Sum(digits, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]) % 10 == 0,
            10 => Sum(digits[..10], [10, 9, 8, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0,
            _ => false,
        };
    }

    // ISO 3297.
    private static bool IsSerialNumber(string value)
    {
        Span<int> digits = stackalloc int[8];
        return Digits(value, digits) == 8 && Sum(digits, [8, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0;
    }

    // ISO 7064 MOD 11-2.
    private static bool IsResearcher(string value)
    {
        Span<int> digits = stackalloc int[16];
        if (Digits(LastPart(value), digits) != 16)
        {
            return false;
        }

        var total = 0;
        foreach (var digit in digits[..15])
        {
            total = (total + digit) * 2 % 11;
        }

        return (12 - total) % 11 == digits[15];
    }

    // Q42, and L7-F1 of a lexeme.
    private static bool IsItem(ReadOnlySpan<char> value)
    {
        var number = value.Length > 1 ? value[1..] : default;
        number = value is ['L', ..] && number.IndexOf('-') is > 0 and var dash ? number[..dash] : number;
        return value is ['Q' or 'P' or 'L', not '0', ..] && IsDigits(number, number.Length);
    }

    // Plain, with doi: before it, or as an address.
    private static bool IsObject(string value)
    {
        var start = value.IndexOf("10.", StringComparison.Ordinal);
        var name = start == 0 || (start > 0 && value[start - 1] is ':' or '/' or ' ') ? value.AsSpan(start) : default;
        var slash = name.IndexOf('/');
        return slash > 3 && slash < name.Length - 1 && char.IsAsciiDigit(name[3]);
    }

    // Of an address that ends in an identifier, the identifier.
    private static ReadOnlySpan<char> LastPart(string value)
    {
        var plain = value.AsSpan().TrimEnd('/');
        return plain[(plain.LastIndexOf('/') + 1)..];
    }

    // The digits without the hyphens and blanks between them, an X at the end as ten; -1 where anything else stands there, or more than there is room for.
    private static int Digits(ReadOnlySpan<char> text, Span<int> digits)
    {
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '-' or ' ' or (>= '\u2010' and <= '\u2014'))
            {
                continue;
            }

            var digit = char.IsAsciiDigit(text[i]) ? text[i] - '0' : text[i] is 'X' or 'x' && i == text.Length - 1 ? 10 : -1;
            if (digit < 0 || count == digits.Length)
            {
                return -1;
            }

            digits[count++] = digit;
        }

        return count;
    }

    private static int Sum(ReadOnlySpan<int> digits, ReadOnlySpan<int> weights)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            sum += digits[i] * weights[i];
        }

        return sum;
    }
}
