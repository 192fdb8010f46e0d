using System.Diagnostics;

namespace KejiDomain;

/// <summary>The place that a title is read against (所在地): what 市 means in 市委 and 市长.</summary>
/// <example><code>
/// TitlePlace.Of(Gazetteer.Get("410600"))                          // 鹤壁市
/// TitlePlace.Create("卫滨区", AdministrativeLevel.County)
/// </code></example>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record TitlePlace
{
    private const string Region = "自治区";

    private const string LevelWords = "省市县区州盟旗镇乡";

    private TitlePlace(string name, string shortName, AdministrativeLevel level, DivisionCode code)
    {
        Name = name;
        ShortName = shortName;
        Level = level;
        Code = code;
    }

    /// <summary>The full name (全称), ending in its level word: 鹤壁市.</summary>
    public string Name { get; }

    /// <summary>The short name (简称): 鹤壁.</summary>
    public string ShortName { get; }

    /// <summary>The level (级别) of the place.</summary>
    public AdministrativeLevel Level { get; }

    /// <summary>The division's code (行政区划代码), or an empty one where the place is not of the gazetteer.</summary>
    public DivisionCode Code { get; }

    /// <summary>The word that stands for the place in a short title (简称用字): 省, 市, 县, 区, 自治区.</summary>
    public string LevelWord => Name.EndsWith(Region, StringComparison.Ordinal) ? Region : Name[^1..];

    /// <summary>A division of the gazetteer.</summary>
    /// <param name="division">The division.</param>
    /// <exception cref="ArgumentException">Its name does not end in a level word.</exception>
    public static TitlePlace Of(Division division)
    {
        ArgumentNullException.ThrowIfNull(division);
        return IsPlaceName(division.Name)
            ? new(division.Name, division.ShortName, division.Level, division.Code)
            : throw new ArgumentException($"The name '{division.Name}' does not end in a level word.", nameof(division));
    }

    /// <summary>A place by name and level, where the gazetteer has no code of it.</summary>
    /// <param name="name">The full name, ending in 省, 市, 县, 区, 州, 盟, 旗, 镇 or 乡; a mask may stand for letters.</param>
    /// <param name="level">The level at which the place ranks.</param>
    /// <exception cref="ArgumentException">The name does not end in a level word.</exception>
    public static TitlePlace Create(string name, AdministrativeLevel level)
    {
        ArgumentNullException.ThrowIfNull(name);
        return IsPlaceName(name)
            ? new(name, name.EndsWith(Region, StringComparison.Ordinal) ? name[..^Region.Length] : name[..^1], level, default)
            : throw new ArgumentException($"The name '{TextSafety.Excerpt(name)}' does not end in a level word.", nameof(name));
    }

    /// <summary>The full name.</summary>
    public override string ToString() => Name;

    internal static bool IsLevelWord(char c) => LevelWords.Contains(c, StringComparison.Ordinal);

    internal static bool IsPlaceName(ReadOnlySpan<char> name)
    {
        if (name.Length is < 2 or > 20 || !IsLevelWord(name[^1]))
        {
            return false;
        }

        foreach (var c in name)
        {
            if (!PrintedText.IsHan(c) && c != '*')
            {
                return false;
            }
        }

        return true;
    }
}
