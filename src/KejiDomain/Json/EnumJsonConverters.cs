using System.ComponentModel;

namespace KejiDomain.Json;

/// <summary>Reads and writes <see cref="EvidenceBasis"/> (读法依据).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EvidenceBasisJsonConverter() : EnumJsonConverter<EvidenceBasis>(
    (EvidenceBasis.Stated, "stated"),
    (EvidenceBasis.Restored, "restored"),
    (EvidenceBasis.Inferred, "inferred"),
    (EvidenceBasis.External, "external"));

/// <summary>Reads and writes <see cref="MissingReason"/> (缺失原因).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MissingReasonJsonConverter() : EnumJsonConverter<MissingReason>(
    (MissingReason.Redacted, "redacted"),
    (MissingReason.Lost, "lost"),
    (MissingReason.Blank, "blank"),
    (MissingReason.Unknown, "unknown"));

/// <summary>Reads and writes <see cref="RegionKind"/> (区域类别).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RegionKindJsonConverter() : EnumJsonConverter<RegionKind>(
    (RegionKind.Furniture, "furniture"),
    (RegionKind.Exhortation, "exhortation"));

/// <summary>Reads and writes <see cref="RepairRule"/> (修复规则).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RepairRuleJsonConverter() : EnumJsonConverter<RepairRule>(
    (RepairRule.StripPinyin, "strip-pinyin"),
    (RepairRule.Replace, "replace"),
    (RepairRule.CharacterMap, "character-map"));

/// <summary>Reads and writes <see cref="RecordFamily"/> (记录族).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RecordFamilyJsonConverter() : EnumJsonConverter<RecordFamily>(
    (RecordFamily.Units, "units"),
    (RecordFamily.People, "people"),
    (RecordFamily.Organizations, "organizations"),
    (RecordFamily.Appointments, "appointments"),
    (RecordFamily.Works, "works"),
    (RecordFamily.Documents, "documents"),
    (RecordFamily.Meetings, "meetings"),
    (RecordFamily.Programs, "programs"),
    (RecordFamily.Recognitions, "recognitions"),
    (RecordFamily.Series, "series"),
    (RecordFamily.Rules, "rules"));

/// <summary>Reads and writes <see cref="Script"/> (字形).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ScriptJsonConverter() : EnumJsonConverter<Script>(
    (Script.Hans, "Hans"),
    (Script.Hant, "Hant"));

/// <summary>Reads and writes <see cref="PostLine"/> (条线).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PostLineJsonConverter() : EnumJsonConverter<PostLine>(
    (PostLine.Party, "party"),
    (PostLine.Government, "government"),
    (PostLine.Other, "other"));
