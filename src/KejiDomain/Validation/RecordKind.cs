namespace KejiDomain.Validation;

/// <summary>What a reference may point to.</summary>
[Flags]
internal enum RecordKind
{
    None = 0,
    AdministrativeUnit = 1,
    Person = 2,
    Organization = 4,
    Work = 8,
    Document = 16,
    Meeting = 32,
    PolicyProgram = 64,
    Recognition = 128,
    Source = 256,
    Division = 512,
    Place = AdministrativeUnit | Division,
    Bodies = Place | Organization | Meeting,
    PartyKinds = Place | Person | Organization | Work | Document | Meeting,
    Any = PartyKinds | PolicyProgram | Recognition,
}

internal static class RecordKinds
{
    public static IssueArgument Name(RecordKind kind) => kind switch
    {
        RecordKind.AdministrativeUnit => ("unit", "地域单元"),
        RecordKind.Person => ("person", "人物"),
        RecordKind.Organization => ("organization", "机构"),
        RecordKind.Work => ("work", "成果"),
        RecordKind.Document => ("document", "文件"),
        RecordKind.Meeting => ("meeting", "会议"),
        RecordKind.PolicyProgram => ("program", "政策项目"),
        RecordKind.Recognition => ("recognition", "认定"),
        RecordKind.Source => ("source", "来源"),
        RecordKind.Division => ("division", "行政区划"),
        RecordKind.Place => ("place", "地域"),
        RecordKind.Bodies => ("organization, place or meeting", "机构、地域或会议"),
        RecordKind.PartyKinds => ("party", "主体"),
        _ => ("record", "记录"),
    };
}
