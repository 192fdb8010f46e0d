namespace KejiDomain.Properties;

/// <summary>Random texts out of the pieces that real ones are made of, and real ones that are broken at random.</summary>
internal static class Mutation
{
    public static Gen<string> Texts(IReadOnlyList<string> samples, string letters)
    {
        var pieces = samples.SelectMany(s => s.Select(c => c.ToString())).Concat(letters.Select(c => c.ToString())).Concat(samples).ToArray();
        var noise = Gen.Frequency((8, Gen.OneOf(pieces)), (1, Gen.Char.Select(c => c.ToString())), (1, Gen.OneOf("0", "9", "99999999", ".", "-", "*", "\uFF10", "\uD83D", "e", " ")));
        var random = noise.Array[0, 9].Select(string.Concat);
        var broken = Gen.Select(Gen.OneOf([.. samples]), Gen.Int[0, 40], Gen.Int[0, 3], noise, (text, at, how, piece) =>
        {
            var place = text.Length == 0 ? 0 : at % text.Length;
            return how switch
            {
                0 => text.Remove(place, Math.Min(1, text.Length)),
                1 => text.Insert(place, piece),
                2 => string.Concat(text.AsSpan(0, place), piece, text.AsSpan(Math.Min(place + 1, text.Length))),
                _ => text + piece,
            };
        });
        return Gen.Frequency((1, random), (2, broken));
    }

    /// <summary>The text with every ASCII sign in its full-width form.</summary>
    public static string ToFullWidth(string text) => string.Concat(text.Select(c => c is > ' ' and <= '~' ? (char)(c + 0xFEE0) : c));
}
