using System.Text.Json.Serialization;

namespace KejiDomain;

/// <summary>A family of records (记录族) that a source can be read to the end for.</summary>
[JsonConverter(typeof(RecordFamilyJsonConverter))]
public enum RecordFamily
{
    /// <summary>Places declared (地域单元).</summary>
    Units = 0,

    /// <summary>People (人物).</summary>
    People = 1,

    /// <summary>Organizations (机构).</summary>
    Organizations = 2,

    /// <summary>Titles of people (任职).</summary>
    Appointments = 3,

    /// <summary>Works (成果).</summary>
    Works = 4,

    /// <summary>Documents (文件).</summary>
    Documents = 5,

    /// <summary>Meetings (会议).</summary>
    Meetings = 6,

    /// <summary>Programs (政策项目).</summary>
    Programs = 7,

    /// <summary>Recognitions (认定).</summary>
    Recognitions = 8,

    /// <summary>Figures (指标).</summary>
    Series = 9,

    /// <summary>Rules (规则).</summary>
    Rules = 10,
}
