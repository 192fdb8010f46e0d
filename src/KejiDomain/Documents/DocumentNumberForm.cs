namespace KejiDomain;

/// <summary>How a document number is built (文号形式).</summary>
public enum DocumentNumberForm
{
    /// <summary>The issuer's code with the year in brackets (发文字号): 豫政〔2023〕5号.</summary>
    Bracketed = 0,

    /// <summary>An order (令): 国务院令第731号, 科技部令2020年第1号.</summary>
    Order = 1,

    /// <summary>An announcement (公告): 财政部公告2023年第7号.</summary>
    Announcement = 2,

    /// <summary>A public notice (通告): 市政府通告2023年第2号.</summary>
    PublicNotice = 3,
}
