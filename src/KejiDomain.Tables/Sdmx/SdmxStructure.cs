using System.Text.Encodings.Web;
using System.Text.Json;

namespace KejiDomain.Tables;

/// <summary>Writes concepts, code lists, data structures and dataflows as an SDMX-JSON 2.0.0 structure message.</summary>
internal static class SdmxStructure
{
    // SDMX wants a time here; the library has no clock, and the same data give the same bytes. It is the day of version 1.0.0 of the structure.
    private const string Prepared = "2026-01-01T00:00:00Z";

    private const string Concepts = "CS_KEJI";

    private const string SchemaAddress = "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/structure-message/tools/schemas/2.0.0/sdmx-json-structure-schema.json";

    private static readonly JsonWriterOptions Options = new() { Indented = true, IndentSize = 2, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Stream output, SdmxCodes codes)
    {
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            Meta(json);
            json.WriteStartObject("data");
            CodeLists(json, codes);
            ConceptScheme(json);
            json.WriteStartArray("dataStructures");
            Structure(json, SdmxWriter.Dated, "有时期的观测", "Figures with a time period");
            Structure(json, SdmxWriter.Undated, "没有 SDMX 时期的观测", "Figures whose period SDMX has no form for");
            json.WriteEndArray();
            json.WriteStartArray("dataflows");
            Flow(json, SdmxWriter.Dated, "有时期的观测", "Figures with a time period");
            Flow(json, SdmxWriter.Undated, "没有 SDMX 时期的观测", "Figures whose period SDMX has no form for");
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    private static void Meta(Utf8JsonWriter json)
    {
        json.WriteStartObject("meta");
        json.WriteString("schema", SchemaAddress);
        json.WriteString("id", "KEJI_STRUCTURE");
        json.WriteBoolean("test", false);
        json.WriteString("prepared", Prepared);
        json.WriteStartArray("contentLanguages");
        json.WriteStringValue("en");
        json.WriteStringValue("zh");
        json.WriteEndArray();
        json.WriteStartObject("sender");
        json.WriteString("id", SdmxWriter.Agency);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void CodeLists(Utf8JsonWriter json, SdmxCodes codes)
    {
        json.WriteStartArray("codelists");
        foreach (var column in SdmxColumns.Dimensions.Concat(SdmxColumns.Attributes).Where(c => c.DataType is null))
        {
            json.WriteStartObject();
            Maintained(json, "CL_" + column.Id, column.Zh, column.En);
            Codes(json, column, codes);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Codes(Utf8JsonWriter json, SdmxColumn column, SdmxCodes codes)
    {
        // An empty list of codes is not valid; a list without a code has none.
        if (!codes.Lists.TryGetValue(column.Id, out var list))
        {
            return;
        }

        json.WriteStartArray("codes");
        foreach (var (code, name) in list)
        {
            json.WriteStartObject();
            json.WriteString("id", code);
            Names(json, CsvGuard.RequireWellFormed(name.Zh, column.Id), CsvGuard.RequireWellFormed(name.En ?? name.Zh, column.Id));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void ConceptScheme(Utf8JsonWriter json)
    {
        json.WriteStartArray("conceptSchemes");
        json.WriteStartObject();
        Maintained(json, Concepts, "概念", "Concepts");
        json.WriteStartArray("concepts");
        foreach (var (id, zh, en) in SdmxColumns.Dimensions.Concat(SdmxColumns.Attributes).Select(c => (c.Id, c.Zh, c.En))
            .Append((SdmxColumns.TimePeriod, "时期", "Time period")).Append((SdmxColumns.UndatedPeriod, "时期", "Period that SDMX has no form for")).Append((SdmxColumns.Value, "数值", "Observation value")))
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            Names(json, zh, en);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Structure(Utf8JsonWriter json, string flow, string zh, string en)
    {
        json.WriteStartObject();
        Maintained(json, "DSD_" + flow, zh, en);
        json.WriteStartObject("dataStructureComponents");
        json.WriteStartObject("dimensionList");
        json.WriteString("id", "DimensionDescriptor");
        json.WriteStartArray("dimensions");
        var position = 0;
        foreach (var dimension in SdmxColumns.Dimensions)
        {
            json.WriteStartObject();
            Component(json, dimension.Id, dimension.DataType, position++);
            json.WriteEndObject();
        }

        if (flow == SdmxWriter.Dated)
        {
            json.WriteEndArray();
            json.WriteStartObject("timeDimension");
            Component(json, SdmxColumns.TimePeriod, "ObservationalTimePeriod", null);
            json.WriteEndObject();
        }
        else
        {
            json.WriteStartObject();
            Component(json, SdmxColumns.UndatedPeriod, "String", position);
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteEndObject();
        Attributes(json);
        json.WriteStartObject("measureList");
        json.WriteString("id", "MeasureDescriptor");
        json.WriteStartArray("measures");
        json.WriteStartObject();
        json.WriteString("usage", "optional");
        Component(json, SdmxColumns.Value, "Decimal", null);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Attributes(Utf8JsonWriter json)
    {
        json.WriteStartObject("attributeList");
        json.WriteString("id", "AttributeDescriptor");
        json.WriteStartArray("attributes");
        foreach (var attribute in SdmxColumns.Attributes)
        {
            json.WriteStartObject();
            json.WriteString("usage", attribute.Id == "OBS_STATUS" ? "mandatory" : "optional");
            json.WriteStartObject("attributeRelationship");
            json.WriteStartObject("observation");
            json.WriteEndObject();
            json.WriteEndObject();
            Component(json, attribute.Id, attribute.DataType, null);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Component(Utf8JsonWriter json, string id, string? dataType, int? position)
    {
        json.WriteString("id", id);
        if (position is { } number)
        {
            json.WriteNumber("position", number);
        }

        json.WriteString("conceptIdentity", $"urn:sdmx:org.sdmx.infomodel.conceptscheme.Concept={SdmxWriter.Agency}:{Concepts}({SdmxWriter.Version}).{id}");
        json.WriteStartObject("localRepresentation");
        if (dataType is null)
        {
            json.WriteString("enumeration", $"urn:sdmx:org.sdmx.infomodel.codelist.Codelist={SdmxWriter.Agency}:CL_{id}({SdmxWriter.Version})");
        }
        else
        {
            json.WriteStartObject("format");
            json.WriteString("dataType", dataType);
            if (id == SdmxColumns.Value)
            {
                json.WriteStartArray("sentinelValues");
                json.WriteStartObject();
                json.WriteString("value", SdmxColumns.MissingValue);
                Names(json, "没有数值,原因见 MISSING_REASON;区间见 OBS_LOW、OBS_HIGH", "No value: MISSING_REASON says why; a range is in OBS_LOW and OBS_HIGH");
                json.WriteEndObject();
                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Flow(Utf8JsonWriter json, string flow, string zh, string en)
    {
        json.WriteStartObject();
        Maintained(json, flow, zh, en);
        json.WriteString("structure", $"urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure={SdmxWriter.Agency}:DSD_{flow}({SdmxWriter.Version})");
        json.WriteEndObject();
    }

    private static void Maintained(Utf8JsonWriter json, string id, string zh, string en)
    {
        json.WriteString("id", id);
        json.WriteString("agencyID", SdmxWriter.Agency);
        json.WriteString("version", SdmxWriter.Version);
        json.WriteBoolean("isExternalReference", false);
        Names(json, zh, en);
    }

    private static void Names(Utf8JsonWriter json, string zh, string en)
    {
        json.WriteString("name", en);
        json.WriteStartObject("names");
        json.WriteString("en", en);
        json.WriteString("zh", zh);
        json.WriteEndObject();
    }
}
