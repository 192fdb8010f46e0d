using System.Diagnostics.CodeAnalysis;
using NodaTime;

namespace KejiDomain;

/// <summary>The built-in list of China's administrative divisions (行政区划表): provinces, prefectures and counties, by code and by name.</summary>
/// <remarks>
/// <para>It holds the list of <see cref="ListedOn"/>, the functional zones that have a statistical code, the codes that lists
/// since the end of 2002 had and the current one lacks, and those earlier names and codes that its table of changes names to
/// the day. A unit without an entry in either is taken to have been the same at all times.</para>
/// <para>All members may be used from many threads at once. Look-ups allocate nothing.</para>
/// </remarks>
/// <example><code>
/// Gazetteer.Find("吉林")                     // 220000 吉林省, 220200 吉林市
/// Gazetteer.Find("鼓楼区", parent)           // the one in that city, or null
/// Gazetteer.Get("220282")                    // 桦甸市, 吉林市, 吉林省
/// Gazetteer.FindAll("鹤壁市召开会议")          // 0..3 FullName: 410600 鹤壁市
/// </code></example>
public static class Gazetteer
{
    /// <summary>Gets all administrative units of the current list (全部现行行政区划), in code order, without functional zones.</summary>
    public static DivisionList All => GazetteerIndex.Shared.Units;

    /// <summary>Gets the 34 provinces (省级行政区).</summary>
    public static DivisionList Provinces => GazetteerIndex.Shared.Provinces;

    /// <summary>Gets the functional zones (功能区) that have a statistical code, in code order.</summary>
    public static DivisionList Zones => GazetteerIndex.Shared.Zones;

    /// <summary>Gets the former names and codes (曾用名称和代码) that are recorded, in code order.</summary>
    public static DivisionList Former => GazetteerIndex.Shared.Former;

    /// <summary>The former units of a code (某代码的曾用单位), the oldest first.</summary>
    internal static DivisionList FormerOf(DivisionCode code) => GazetteerIndex.Shared.FormerOf(code.Number);

    /// <summary>Gets the day of which the current list is (数据截止日).</summary>
    public static LocalDate ListedOn => GazetteerIndex.Shared.ListedOn;

    /// <summary>Gets where the list comes from (数据来源): package, version, origin, licence.</summary>
    public static string Source => GazetteerIndex.Shared.Source;

    /// <summary>Gives the current unit of a code (按代码取).</summary>
    /// <param name="code">The code.</param>
    /// <returns>The unit.</returns>
    /// <exception cref="KeyNotFoundException">No current unit has that code.</exception>
    public static Division Get(DivisionCode code) =>
        GazetteerIndex.Shared.Find(code.Number) ?? throw new KeyNotFoundException($"No current division has the code '{code}'.");

    /// <inheritdoc cref="Get(DivisionCode)"/>
    /// <exception cref="FormatException">The text is not a code.</exception>
    public static Division Get(ReadOnlySpan<char> code) => Get(DivisionCode.Parse(code));

    /// <summary>Gives the unit that had a code on a day (按代码和日期取).</summary>
    /// <param name="code">The code.</param>
    /// <param name="day">The day.</param>
    /// <returns>The unit, under its name of that day.</returns>
    /// <exception cref="KeyNotFoundException">No unit is known to have had that code on that day.</exception>
    public static Division Get(DivisionCode code, LocalDate day) => TryGet(code, day, out var division)
        ? division
        : throw new KeyNotFoundException($"No division is known to have had the code '{code}' on {day.Year:0000}-{day.Month:00}-{day.Day:00}.");

    /// <summary>Gives the current unit of a code (按代码取), if there is one.</summary>
    /// <param name="code">The code.</param>
    /// <param name="division">The unit, or null.</param>
    /// <returns>Whether there is one.</returns>
    public static bool TryGet(DivisionCode code, [NotNullWhen(true)] out Division? division)
    {
        division = GazetteerIndex.Shared.Find(code.Number);
        return division is not null;
    }

    /// <summary>Gives the current unit of a code (按代码取), if the text is a code and there is one.</summary>
    /// <param name="code">The text of the code.</param>
    /// <param name="division">The unit, or null.</param>
    /// <returns>Whether there is one.</returns>
    public static bool TryGet(ReadOnlySpan<char> code, [NotNullWhen(true)] out Division? division)
    {
        division = DivisionCode.TryParse(code, out var parsed) ? GazetteerIndex.Shared.Find(parsed.Number) : null;
        return division is not null;
    }

    /// <summary>Gives the unit that had a code on a day (按代码和日期取), if one is known.</summary>
    /// <param name="code">The code.</param>
    /// <param name="day">The day.</param>
    /// <param name="division">The unit, under its name of that day, or null.</param>
    /// <returns>Whether one is known.</returns>
    public static bool TryGet(DivisionCode code, LocalDate day, [NotNullWhen(true)] out Division? division)
    {
        division = GazetteerIndex.Shared.Find(code.Number);
        if (division is null || !division.IsInForce(day))
        {
            division = null;
            foreach (var former in FormerOf(code))
            {
                if (former.IsInForce(day))
                    division = former;
            }
        }

        return division is not null;
    }

    /// <summary>Gives the unit that a code stands for, or the last one that it stood for (现行或最后的单位), if the text is a code that is or was one.</summary>
    /// <param name="code">The text of the code.</param>
    /// <param name="division">The current unit, or the last former one, or null.</param>
    /// <returns>Whether there is one.</returns>
    /// <example><code>Gazetteer.TryGetLast("411023", out var division)   // 许昌县, which became a district under another code</code></example>
    public static bool TryGetLast(ReadOnlySpan<char> code, [NotNullWhen(true)] out Division? division)
    {
        division = DivisionCode.TryParse(code, out var parsed) ? GazetteerIndex.Shared.Find(parsed.Number) ?? (FormerOf(parsed) is [.., var last] ? last : null) : null;
        return division is not null;
    }

    /// <summary>Gives every recorded name that a code stands or stood for (代码沿革), the oldest first, the current one last.</summary>
    /// <param name="code">The code.</param>
    /// <returns>The units; empty when the code is unknown.</returns>
    public static IReadOnlyList<Division> History(DivisionCode code)
    {
        List<Division> found = [.. FormerOf(code)];
        if (TryGet(code, out var current))
            found.Add(current);
        return found;
    }

    /// <summary>Gives every current unit of a name (按名称查), full, abbreviated or short, functional zones included.</summary>
    /// <param name="name">The whole name; nothing is trimmed or converted.</param>
    /// <returns>All of them in code order: names are not unique, and nothing is guessed.</returns>
    public static DivisionList Find(ReadOnlySpan<char> name) => GazetteerIndex.Shared.Find(name);

    /// <summary>Gives every unit that had a name on a day (按名称和日期查).</summary>
    /// <param name="name">The whole name, full, abbreviated or short.</param>
    /// <param name="day">The day.</param>
    /// <returns>All of them in code order.</returns>
    /// <example><code>Gazetteer.Find("襄樊市", new LocalDate(2009, 6, 1))   // 420600 襄樊市</code></example>
    public static DivisionList Find(ReadOnlySpan<char> name, LocalDate day) => GazetteerIndex.Shared.Find(name, day);

    /// <summary>Gives the current unit of a name inside another (在上级内按名称查), at any depth.</summary>
    /// <param name="name">The whole name, full, abbreviated or short.</param>
    /// <param name="parent">The code of the unit to look in.</param>
    /// <returns>The only match directly below <paramref name="parent"/>; without one there, the only match deeper down; else null.</returns>
    public static Division? Find(ReadOnlySpan<char> name, DivisionCode parent) => GazetteerIndex.Shared.Find(name, parent);

    /// <summary>Finds place names in running text (文中查地名).</summary>
    /// <remarks>
    /// <para>Names do not overlap; where several begin at one place the longest is taken. A name that is also a plain word
    /// (城区, 老城区, 和县) counts only directly after the name of a unit that holds it, and a name is passed over where it
    /// is known to be the end or the beginning of another word (海城市 in 沿海城市, 朝阳区 in 朝阳区域).</para>
    /// <para>Without <paramref name="shortNames"/> only names with their unit word are given. Short names are often parts of
    /// other words and of people's names: each such match says so in <see cref="DivisionMatch.Form"/>.</para>
    /// </remarks>
    /// <param name="text">The text.</param>
    /// <param name="shortNames">Whether to give short names (短名) too.</param>
    /// <param name="day">The day whose names count, or null for the current list.</param>
    /// <returns>The matches in the order of the text.</returns>
    public static IReadOnlyList<DivisionMatch> FindAll(ReadOnlySpan<char> text, bool shortNames = false, LocalDate? day = null) =>
        GazetteerIndex.Shared.FindAll(text, shortNames, day);
}
