using System.Text.Json.Serialization;

namespace KejiDomain;

/// <summary>A rule by which the library undoes damage (修复规则).</summary>
[JsonConverter(typeof(RepairRuleJsonConverter))]
public enum RepairRule
{
    /// <summary>Removes brackets that hold nothing but pinyin (去拼音); genuine brackets stay.</summary>
    StripPinyin = 0,

    /// <summary>Reads one text in place of another (替换), the longest first.</summary>
    Replace = 1,

    /// <summary>Reads one character in place of another (字符映射).</summary>
    CharacterMap = 2,
}
