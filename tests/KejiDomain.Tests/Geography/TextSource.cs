using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace KejiDomain.Tests.Geography;

/// <summary>Gives random texts and codes and names with random faults, always the same for the same seed.</summary>
[SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "Repeatable test data.")]
internal sealed class TextSource(int seed)
{
    private static readonly string[] Samples =
        [.. Gazetteer.All.Select(unit => unit.Code.ToString()), .. Gazetteer.All.Select(unit => unit.Name), .. Gazetteer.Zones.Select(unit => unit.Name)];

    private readonly Random _random = new(seed);

    public string Next() => _random.Next(3) switch
    {
        0 => Sample(),
        1 => Mutate(Sample()),
        _ => Noise(_random.Next(0, 12)),
    };

    public string Passage()
    {
        var text = new StringBuilder();
        for (var i = _random.Next(1, 12); i > 0; i--)
            text.Append(_random.Next(2) == 0 ? Sample() : Next());
        return text.ToString();
    }

    private string Sample() => Samples[_random.Next(Samples.Length)];

    private string Mutate(string text)
    {
        var result = new StringBuilder(text);
        for (var i = _random.Next(1, 4); i > 0 && result.Length > 0; i--)
        {
            var place = _random.Next(result.Length);
            switch (_random.Next(4))
            {
                case 0:
                    result.Remove(place, 1);
                    break;
                case 1:
                    result.Insert(place, Character());
                    break;
                case 2:
                    result[place] = Character();
                    break;
                default:
                    result.Append(result[place]);
                    break;
            }
        }

        return result.ToString();
    }

    private string Noise(int length)
    {
        var text = new StringBuilder(length);
        while (text.Length < length)
            text.Append(Character());
        return text.ToString();
    }

    // Lone surrogates are meant to occur.
    private char Character() => _random.Next(4) switch
    {
        0 => (char)_random.Next('0', '9' + 1),
        1 => (char)_random.Next(0x4E00, 0xA000),
        2 => "省市县区州盟旗新城海中大 \u3000\0"[_random.Next(15)],
        _ => (char)_random.Next(0, 0x10000),
    };
}
