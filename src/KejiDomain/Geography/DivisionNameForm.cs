namespace KejiDomain;

/// <summary>Which form of its name (名称形式) a place was found by.</summary>
public enum DivisionNameForm
{
    /// <summary>The official name (全称) with its unit word: 鹤壁市, 恩施土家族苗族自治州, 浚县.</summary>
    FullName = 1,

    /// <summary>The name of an autonomous unit without its peoples but with its unit word (简称带通名): 恩施州, 长白县.</summary>
    AbbreviatedName = 2,

    /// <summary>The short name (短名) without a unit word: 鹤壁, 恩施, 长白.</summary>
    ShortName = 3,
}
